import { columnAt } from '../../core/table-columns'
import { at } from '../../core/at'
import type { CellValue } from '../../core/cell'
import { columnName, sheetReference } from '../../core/place'
import type { ColumnKey, Person, Reading, TableReading } from '../../core/reading'
import type { SheetRow, Snapshot } from '../../core/snapshot'

/** Rows below a table that its formulas also look at, so that an added row is in them. */
const ROOM = 500

/** Small whole numbers for the values of a column: a million rows share a handful of words. */
export interface EncodedColumn {
  /** By position in `people`. */
  readonly ids: Uint32Array
  readonly values: readonly CellValue[]
}

/** Formal or contracted, and there: the people that the report counts. */
export function isCounted(person: Person): boolean {
  return (person.employment === 'formal' || person.employment === 'contracted') && person.presence !== 'vacant' && person.presence !== 'left'
}

/** A counted list of people on a sheet. What is asked of all its rows is worked out once. */
export class RosterTable {
  readonly firstRow: number
  /** Last row that formulas look at. */
  readonly lastRow: number
  private readonly encoded = new Map<number, EncodedColumn>()
  private readonly flagged = new Map<(person: Person) => boolean, Uint8Array>()
  /** Positions of the people, community by community, and where each begins. */
  private order: { readonly positions: Int32Array; readonly starts: Int32Array } | null = null

  /** @param people everyone read from it, in the order of the rows */
  constructor(
    readonly table: TableReading,
    body: { readonly top: number; readonly bottom: number },
    readonly rows: readonly SheetRow[],
    readonly people: readonly Person[],
    anotherBelow: boolean,
  ) {
    this.firstRow = body.top
    this.lastRow = anotherBelow ? body.bottom : body.bottom + ROOM
  }

  columnOf(key: ColumnKey): number | null {
    return columnAt(this.table, key) || null
  }

  rawAt(row: number, column: number): CellValue {
    return this.rows[row - 1]?.[column - 1] ?? null
  }

  column(column: number): EncodedColumn {
    let found = this.encoded.get(column)
    if (found === undefined) {
      const ids = new Uint32Array(this.people.length),
        values: CellValue[] = [],
        known = new Map<CellValue, number>()
      for (let index = 0; index < this.people.length; index++) {
        const raw = this.rawAt(this.people[index]?.row ?? 0, column)
        let id = known.get(raw)
        if (id === undefined) {
          id = values.length
          known.set(raw, id)
          values.push(raw)
        }
        ids[index] = id
      }
      found = { ids, values }
      this.encoded.set(column, found)
    }
    return found
  }

  /** 1 for each person of whom it is true, by position. */
  flags(of: (person: Person) => boolean): Uint8Array {
    let found = this.flagged.get(of)
    if (found === undefined) {
      found = new Uint8Array(this.people.length)
      for (let index = 0; index < this.people.length; index++) {
        const person = this.people[index]
        if (person !== undefined && of(person)) found[index] = 1
      }
      this.flagged.set(of, found)
    }
    return found
  }

  /** Positions of a community's people, in the order of the rows. */
  positionsOf(community: number): Int32Array {
    this.order ??= ordered(this.people)
    const { positions, starts } = this.order
    return community < 0 || community + 1 >= starts.length
      ? new Int32Array(0)
      : positions.subarray(at(starts, community), at(starts, community + 1))
  }

  /** `花名册!$B$4:$B$629`, the whole list with room below. */
  rangeOf(column: number, first = this.firstRow, last = this.lastRow): string {
    const letters = columnName(column)
    return `${sheetReference(this.table.sheet)}!$${letters}$${String(first)}:$${letters}$${String(last)}`
  }
}

function ordered(people: readonly Person[]): { positions: Int32Array; starts: Int32Array } {
  let most = -1
  for (const { community } of people) if (community > most) most = community
  const starts = new Int32Array(most + 2)
  for (const { community } of people) if (community >= 0) starts[community + 1] = at(starts, community + 1) + 1
  for (let index = 1; index < starts.length; index++) starts[index] = at(starts, index) + at(starts, index - 1)
  const positions = new Int32Array(at(starts, starts.length - 1)), next = starts.slice()
  for (let index = 0; index < people.length; index++) {
    const community = people[index]?.community ?? -1
    if (community < 0) continue
    const slot = at(next, community)
    positions[slot] = index
    next[community] = slot + 1
  }
  return { positions, starts }
}

/** The lists that count, with their people. */
export function rosterTables(snapshot: Snapshot, reading: Reading): RosterTable[] {
  const counts = new Map<number, number>()
  for (const { table } of reading.people) counts.set(table, (counts.get(table) ?? 0) + 1)
  const sheets = new Map(snapshot.sheets.map(sheet => [sheet.name, sheet]))
  return [...counts.keys()].sort((a, b) => a - b).flatMap(index => {
    const table = reading.tables[index], sheet = table === undefined ? undefined : sheets.get(table.sheet)
    if (table === undefined || !table.counted || table.body === null || sheet === undefined) return []
    const own = counts.size === 1 ? reading.people : reading.people.filter(person => person.table === index)
    const people = isInOrder(own) ? own : [...own].sort((a, b) => a.row - b.row)
    const { body } = table
    return [
      new RosterTable(
        table,
        body,
        sheet.rows,
        people,
        reading.tables.some(other => other !== table && other.sheet === table.sheet && other.header.top > body.top),
      ),
    ]
  })
}

function isInOrder(people: readonly Person[]): boolean {
  for (let index = 1; index < people.length; index++) if ((people[index - 1]?.row ?? 0) > (people[index]?.row ?? 0)) return false
  return true
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
