import { columnRuns } from '../core/place'
import type { Place } from '../core/place'
import type { ColumnKey, Person, TableReading } from '../core/reading'
import type { CellsReference } from '../core/report'
import { isCounted } from './facts'
import type { Facts, UnitFacts } from './facts'
import type { Figure } from './figure'

/** So many runs of cells are named; a unit of more has its sheet to look at. */
const MOST_RUNS = 60
/** So many rows are pointed at one by one. */
export const MOST_ROWS = 500

const NONE: readonly never[] = []

/** The cells that a figure of a unit was taken from, as runs of a column. The whole is behind its communities and names none. */
export function cellsBehind(figure: Figure, unit: UnitFacts): readonly CellsReference[] {
  if (unit.community < 0 || figure.columns.length === 0) return NONE
  if (figure.from === 'people') return peopleCells(figure, unit)
  if (figure.from === 'premises') return premisesCells(figure, unit)
  return NONE
}

function peopleCells(figure: Figure, unit: UnitFacts): readonly CellsReference[] {
  const { facts, community } = unit, from = facts.starts[community] ?? 0, to = facts.starts[community + 1] ?? 0
  const rowsByTable = new Map<number, number[]>()
  for (let i = from; i < to; i++) {
    const person = facts.reading.people[facts.order[i] ?? -1]
    if (person === undefined) continue
    const rows = rowsByTable.get(person.table)
    if (rows === undefined) rowsByTable.set(person.table, [person.row])
    else rows.push(person.row)
  }
  const found: CellsReference[] = []
  for (const [index, rows] of rowsByTable) {
    const table = facts.reading.tables[index]
    if (table === undefined) continue
    const cells = columnsOf(table, figure.columns).map(column => columnRuns(rows, column, MOST_RUNS))
    if (cells.length > 0) found.push({ sheet: table.sheet, cells: cells.join(',') })
  }
  return found
}

function premisesCells(figure: Figure, unit: UnitFacts): readonly CellsReference[] {
  const rowsByTable = new Map<number, number[]>()
  for (const site of unit.premises?.sites ?? NONE) {
    const rows = rowsByTable.get(site.table)
    if (rows === undefined) rowsByTable.set(site.table, [site.row])
    else rows.push(site.row)
  }
  const found: CellsReference[] = []
  for (const [index, rows] of rowsByTable) {
    const table = unit.facts.reading.tables[index]
    if (table === undefined) continue
    const cells = columnsOf(table, figure.columns).map(column => columnRuns(rows, column, MOST_RUNS))
    if (cells.length > 0) found.push({ sheet: table.sheet, cells: cells.join(',') })
  }
  return found
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
  if (columns === undefined) known.set(group, (columns = table.columns.filter(column => column.key !== null && group.includes(column.key)).map(column => column.column)))
  return columns
}

/** The rows behind a miss: counted people who lack it, and whose blank counts as lacking. */
export function lackingRows(figure: Figure, unit: UnitFacts, expected: number): readonly Place[] {
  const { lacks } = figure
  if (lacks === undefined || unit.community < 0) return NONE
  const { facts } = unit, found: Place[] = []
  for (const person of peopleOf(facts, unit.community)) {
    if (found.length === MOST_ROWS) break
    if (isCounted(person) && lacks(person, unit, expected)) found.push(placeOf(facts, person, figure.columns))
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
