import { columnBoxes, rowRuns } from '../core/area'
import type { Area } from '../core/area'
import type { Place } from '../core/place'
import type { ColumnKey, Person, TableReading } from '../core/reading'
import { isCounted } from './facts'
import type { Facts, UnitFacts } from './facts'
import type { Figure } from './figure'

/** So many rows are pointed at one by one. */
export const MOST_ROWS = 500

const NONE: readonly never[] = []

/** Rows of one table as runs: from, to, from, to, … */
export interface RowRuns {
  readonly table: TableReading
  readonly runs: readonly number[]
}

/** The cells that a figure of a unit was taken from, as runs of a column. The whole is behind its communities and names none. */
export function cellsBehind(figure: Figure, unit: UnitFacts): readonly Area[] {
  if (unit.community < 0 || figure.columns.length === 0) return NONE
  const rows = figure.from === 'people' ? peopleRows(unit) : figure.from === 'premises' ? siteRows(unit) : NONE
  // Figures over the same columns share the one list: there may be tens of thousands of communities.
  const key = rows.map(each => columnsOf(each.table, figure.columns).join(',')).join(';'), known = named.get(unit)?.get(key)
  if (known !== undefined) return known
  const found: Area[] = []
  for (const each of rows) {
    const boxes = columnsOf(each.table, figure.columns).flatMap(column => columnBoxes(each.runs, column))
    if (boxes.length > 0) found.push({ sheet: each.table.sheet, boxes })
  }
  const lists = named.get(unit)
  if (lists === undefined) named.set(unit, new Map([[key, found]]))
  else lists.set(key, found)
  return found
}

const named = new WeakMap<UnitFacts, Map<string, readonly Area[]>>()

const peopleRuns = new WeakMap<UnitFacts, readonly RowRuns[]>()

/** The rows of a unit's people, table by table, gathered once for all figures. */
function peopleRows(unit: UnitFacts): readonly RowRuns[] {
  let found = peopleRuns.get(unit)
  if (found === undefined) peopleRuns.set(unit, (found = gatherPeopleRows(unit)))
  return found
}

function gatherPeopleRows({ facts, community }: UnitFacts): readonly RowRuns[] {
  const found: { readonly table: TableReading; readonly runs: number[] }[] = [], { people, tables } = facts.reading
  let index = -1, runs: number[] = []
  // The people of a community stand in the order of the tables and rows: a change of table is rare.
  for (let i = facts.starts[community] ?? 0, end = facts.starts[community + 1] ?? 0; i < end; i++) {
    const person = people[facts.order[i] ?? -1]
    if (person === undefined) continue
    if (person.table !== index) {
      index = person.table
      const table = tables[index]
      if (table === undefined) continue
      const known = found.find(each => each.table === table)
      runs = known?.runs ?? []
      if (known === undefined) found.push({ table, runs })
    }
    const last = runs.length - 1
    if (last > 0 && runs[last] === person.row - 1) runs[last] = person.row
    else runs.push(person.row, person.row)
  }
  return found
}

function siteRows(unit: UnitFacts): readonly RowRuns[] {
  const rowsByTable = new Map<TableReading, number[]>()
  for (const site of unit.premises?.sites ?? NONE) {
    const table = unit.facts.reading.tables[site.table]
    if (table === undefined) continue
    const rows = rowsByTable.get(table)
    if (rows === undefined) rowsByTable.set(table, [site.row])
    else rows.push(site.row)
  }
  return [...rowsByTable].map(([table, rows]) => ({ table, runs: rowRuns(rows.sort((a, b) => a - b)) }))
}

/** Columns of the first group of keys that the table has any of. */
export function columnsOf(table: TableReading, groups: Figure['columns']): readonly number[] {
  for (const group of groups) {
    const columns = columnsFor(table, group)
    if (columns.length > 0) return columns
  }
  return NONE
}

const remembered = new WeakMap<TableReading, Map<readonly ColumnKey[], readonly number[]>>()

function columnsFor(table: TableReading, group: readonly ColumnKey[]): readonly number[] {
  let known = remembered.get(table)
  if (known === undefined) remembered.set(table, (known = new Map()))
  let columns = known.get(group)
  if (columns === undefined)
    known.set(
      group,
      (columns = table.columns.filter(column => column.key !== null && group.includes(column.key)).map(column => column.column)),
    )
  return columns
}

/** The rows behind a miss: counted people who lack it, and whose blank counts as lacking. */
export function lackingRows(figure: Figure, unit: UnitFacts, expected: number): readonly Place[] {
  const { lacks } = figure
  if (lacks === undefined || unit.community < 0) return NONE
  const { facts, community } = unit, found: Place[] = [], { people } = facts.reading
  for (let i = facts.starts[community] ?? 0, end = facts.starts[community + 1] ?? 0; i < end && found.length < MOST_ROWS; i++) {
    const person = people[facts.order[i] ?? -1]
    if (person !== undefined && isCounted(person) && lacks(person, unit, expected)) found.push(placeOf(facts, person, figure.columns))
  }
  return found
}

/** The people of a community in the counting tables; community -1: those of none. */
export function* peopleOf(facts: Facts, community: number): Generator<Person> {
  const slot = community < 0 ? facts.units.length : community
  for (let i = facts.starts[slot] ?? 0; i < (facts.starts[slot + 1] ?? 0); i++) {
    const person = facts.reading.people[facts.order[i] ?? -1]
    if (person !== undefined) yield person
  }
}

/** The cell of a person's value: the row, in the first column that the table has. */
export function placeOf(facts: Facts, person: Person, groups: Figure['columns']): Place {
  const table = facts.reading.tables[person.table]
  return { sheet: table?.sheet ?? '', row: person.row, column: (table === undefined ? undefined : columnsOf(table, groups)[0]) ?? table?.header.left ?? 1 }
}
