import { sheetReference } from '../../core/place'
import type { ColumnKey, Person } from '../../core/reading'
import type { Facts } from '../../judge/facts'
import { cellRuns, columnsOf, runsOf } from '../../judge/cells'

/** Cells of a group of people, gathered row by row. */
export interface PeopleGroup {
  count: number
  readonly rowsByTable: Map<number, number[]>
}

/** Adds a person to the group of a key. */
export function addTo<Key>(groups: Map<Key, PeopleGroup>, key: Key, person: Person): void {
  let group = groups.get(key)
  if (group === undefined) groups.set(key, (group = { count: 0, rowsByTable: new Map() }))
  group.count++
  const rows = group.rowsByTable.get(person.table)
  if (rows === undefined) group.rowsByTable.set(person.table, [person.row])
  else rows.push(person.row)
}

/** The place of a finding about the group: the first table's cells, and the other tables' as related ones. */
export function placeOfGroup(facts: Facts, group: PeopleGroup, keys: readonly (readonly ColumnKey[])[]): { readonly sheet: string | null; readonly cell: string | null; readonly related: readonly string[] } {
  const places = [...group.rowsByTable].flatMap(([index, rows]) => {
    const table = facts.reading.tables[index]
    return table === undefined ? [] : [{ sheet: table.sheet, cells: cellRuns(runsOf(rows), columnsOf(table, keys)[0] ?? table.header.left) }]
  })
  const [first, ...others] = places
  return { sheet: first?.sheet ?? null, cell: first?.cells ?? null, related: others.map(each => `${sheetReference(each.sheet)}!${each.cells}`) }
}
