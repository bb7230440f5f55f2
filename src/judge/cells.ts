import { at } from '../core/at'
import { columnBoxes, rowRuns } from '../core/area'
import { held } from '../core/held'
import type { Area } from '../core/area'
import type { Place } from '../core/place'
import type { ColumnKey, Person, TableReading } from '../core/reading'
import { isCounted } from './person-facts'
import type { Facts, UnitFacts } from './facts'
import type { Figure } from './figure'

/** So many rows are pointed at one by one. */
const MOST_ROWS = 500

const NONE: readonly never[] = []

/** Rows of one table as runs: from, to, from, to, … */
export interface RowRuns {
  readonly table: TableReading
  readonly runs: readonly number[]
}

/** The rows of one unit, and the lists of cells that were made of them: figures over the same columns share one list. */
interface UnitCells {
  readonly rows: readonly RowRuns[]
  readonly lists: { readonly columns: readonly (readonly number[])[]; readonly areas: readonly Area[] }[]
}

/** By community. There may be tens of thousands: one table for all of them instead of an entry each. */
interface CellsOfUnits {
  readonly people: (UnitCells | undefined)[]
  readonly premises: (UnitCells | undefined)[]
}

const gathered = new WeakMap<Facts, CellsOfUnits>()

/** The cells that a figure of a unit was taken from, as runs of a column. The whole is behind its communities and names none. */
export function cellsBehind(figure: Figure, unit: UnitFacts): readonly Area[] {
  if (unit.community < 0 || figure.columns.length === 0 || (figure.from !== 'people' && figure.from !== 'premises')) return NONE
  const { rows, lists } = cellsOf(unit, figure.from)
  const known = lists.find(each => each.columns.every((columns, at) => columns === columnsOf((rows[at] as RowRuns).table, figure.columns)))
  if (known !== undefined) return known.areas
  const columns = rows.map(each => columnsOf(each.table, figure.columns)), areas: Area[] = []
  for (const [at, each] of rows.entries()) {
    const boxes = (columns[at] ?? NONE).flatMap(column => columnBoxes(each.runs, column))
    if (boxes.length > 0) areas.push({ sheet: each.table.sheet, boxes })
  }
  const list = held(areas)
  lists.push({ columns, areas: list })
  return list
}

/** The rows of a unit, table by table, gathered once for all figures. */
function cellsOf(unit: UnitFacts, from: 'people' | 'premises'): UnitCells {
  let all = gathered.get(unit.facts)
  if (all === undefined) gathered.set(unit.facts, (all = { people: [], premises: [] }))
  return (all[from][unit.community] ??= { rows: from === 'people' ? gatherPeopleRows(unit) : siteRows(unit), lists: [] })
}

function gatherPeopleRows({ facts, community }: UnitFacts): readonly RowRuns[] {
  const found: { readonly table: TableReading; readonly runs: number[] }[] = [], { people, tables } = facts.reading
  let index = -1, runs: number[] = []
  // The people of a community stand in the order of the tables and rows: a change of table is rare.
  for (let i = at(facts.starts, community), end = at(facts.starts, community + 1); i < end; i++) {
    const person = people[facts.order[i] ?? -1]
    if (person === undefined) continue
    if (person.table !== index) {
      index = person.table
      const table = at(tables, index)
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

/** @returns one list for all groups that are the same columns of this table */
function columnsFor(table: TableReading, group: readonly ColumnKey[]): readonly number[] {
  let known = remembered.get(table)
  if (known === undefined) remembered.set(table, (known = new Map()))
  const before = known.get(group)
  if (before !== undefined) return before
  const columns = table.columns.filter(({ key }) => key !== null && group.includes(key)).map(({ column }) => column)
  const word = columns.join()
  const same = columns.length === 0 ? NONE : ([...known.values()].find(each => each.join() === word) ?? columns)
  known.set(group, same)
  return same
}

/** The rows behind a miss: counted people who lack it, and whose blank counts as lacking. */
export function lackingRows(figure: Figure, unit: UnitFacts, expected: number): readonly Place[] {
  const { lacks } = figure
  if (lacks === undefined || unit.community < 0) return NONE
  const { facts, community } = unit, found: Place[] = [], { people } = facts.reading
  for (let i = at(facts.starts, community), end = at(facts.starts, community + 1); i < end && found.length < MOST_ROWS; i++) {
    const person = people[facts.order[i] ?? -1]
    if (person !== undefined && isCounted(person) && lacks(person, unit, expected)) found.push(placeOf(facts, person, figure.columns))
  }
  return held(found)
}

/** The cell of a person's value: the row, in the first column that the table has. */
function placeOf(facts: Facts, person: Person, groups: Figure['columns']): Place {
  const table = at(facts.reading.tables, person.table)
  return { sheet: table.sheet, row: person.row, column: columnsOf(table, groups)[0] ?? table.header.left }
}
