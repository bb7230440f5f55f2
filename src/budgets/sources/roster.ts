import type { CellValue } from '../../core/cell'
import { columnName, sheetReference } from '../../core/place'
import type { ColumnKey, Person, Reading, TableReading } from '../../core/reading'
import type { SheetRow, Snapshot } from '../../core/snapshot'

/** Rows below a table that its formulas also look at, so that an added row is in them. */
const ROOM = 500

/** A counted list of people on a sheet, with its rows at hand. */
export interface RosterTable {
  readonly table: TableReading
  readonly rows: readonly SheetRow[]
  /** Everyone read from it, in the order of the rows. */
  readonly people: readonly Person[]
  /** Position of a person in `people`. */
  placeOf(person: Person): number
  readonly firstRow: number
  /** Last row that formulas look at. */
  readonly lastRow: number
}

/** Formal or contracted, and there: the people that the report counts. */
export function isCounted(person: Person): boolean {
  return (person.employment === 'formal' || person.employment === 'contracted') && person.presence !== 'vacant' && person.presence !== 'left'
}

/** The lists that count, with their people. */
export function rosterTables(snapshot: Snapshot, reading: Reading): RosterTable[] {
  const byTable = new Map<number, Person[]>()
  for (const person of reading.people) {
    if (reading.tables[person.table]?.counted !== true) continue
    const list = byTable.get(person.table)
    if (list === undefined) byTable.set(person.table, [person])
    else list.push(person)
  }
  const sheets = new Map(snapshot.sheets.map(sheet => [sheet.name, sheet]))
  return [...byTable].flatMap(([index, people]) => {
    const table = reading.tables[index], sheet = table === undefined ? undefined : sheets.get(table.sheet)
    if (table === undefined || table.body === null || sheet === undefined) return []
    const { body } = table
    const another = reading.tables.some(other => other !== table && other.sheet === table.sheet && other.header.top > body.top)
    const sorted = inOrder(people) ? people : [...people].sort((a, b) => a.row - b.row)
    return [{ table, rows: sheet.rows, people: sorted, placeOf: person => placeIn(sorted, person.row), firstRow: body.top, lastRow: another ? body.bottom : body.bottom + ROOM }]
  })
}

function inOrder(people: readonly Person[]): boolean {
  for (let index = 1; index < people.length; index++) if ((people[index - 1]?.row ?? 0) > (people[index]?.row ?? 0)) return false
  return true
}

/** Where a row stands among people in the order of their rows. */
function placeIn(people: readonly Person[], row: number): number {
  let low = 0, high = people.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((people[middle]?.row ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

export function columnOf(roster: RosterTable, key: ColumnKey): number | null {
  return roster.table.columns.find(column => column.key === key)?.column ?? null
}

export function rawAt(roster: RosterTable, row: number, column: number): CellValue {
  return roster.rows[row - 1]?.[column - 1] ?? null
}

/** `花名册!$B$4:$B$629`, the whole list with room below. */
export function rangeOf(roster: RosterTable, column: number, first = roster.firstRow, last = roster.lastRow): string {
  const letters = columnName(column)
  return `${sheetReference(roster.table.sheet)}!$${letters}$${String(first)}:$${letters}$${String(last)}`
}

/** Rows in runs: 4,5,6,9 -> [4,6], [9,9]. */
export function runsOf(rows: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === row - 1) last[1] = row
    else runs.push([row, row])
  }
  return runs
}
