import { addRow, columnBoxes } from '../../core/area'
import type { Area } from '../../core/area'
import type { ColumnKey, Person, TableReading } from '../../core/reading'
import type { Facts } from '../../judge/facts'
import { columnsOf } from '../../judge/cells'

/** Cells of a group of people, gathered row by row. */
export interface PeopleGroup {
  count: number
  /** Runs of rows: from, to, from, to, … */
  readonly runsByTable: Map<number, number[]>
}

/** Adds a person to the group of a key. */
export function addTo<Key>(groups: Map<Key, PeopleGroup>, key: Key, person: Person): void {
  let group = groups.get(key)
  if (group === undefined) groups.set(key, (group = { count: 0, runsByTable: new Map() }))
  group.count++
  const runs = group.runsByTable.get(person.table)
  if (runs === undefined) group.runsByTable.set(person.table, [person.row, person.row])
  else addRow(runs, person.row)
}

/** All columns that could have told the value: a blank 最高学历 is in doubt as much as a blank 第一学历. */
function columnsIn(table: TableReading, keys: readonly (readonly ColumnKey[])[], column: number | undefined): readonly number[] {
  const told = column === undefined ? columnsOf(table, keys) : [column]
  return told.length === 0 ? [table.header.left] : told
}

/**
 * The place of a finding about the group: the first table's cells, and the other tables' as related ones.
 * @param column the sheet's column where the reading tells it
 */
export function placeOfGroup(
  facts: Facts,
  group: PeopleGroup,
  keys: readonly (readonly ColumnKey[])[],
  column?: number,
): { readonly at: Area | null; readonly related: readonly Area[] } {
  const areas = [...group.runsByTable].flatMap(([index, runs]): Area[] => {
    const table = facts.reading.tables[index]
    return table === undefined
      ? []
      : [{ sheet: table.sheet, boxes: columnsIn(table, keys, column).flatMap(each => columnBoxes(runs, each)) }]
  })
  const [first, ...others] = areas
  return { at: first ?? null, related: others }
}
