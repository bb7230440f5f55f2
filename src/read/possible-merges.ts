import { isBlank } from '../core/cell'
import { EDUCATION_KEYS } from '../core/columns'
import type { Box } from '../core/place'
import type { ColumnKey, OtherSide, Person, Reading, SkipReason, TableReading, ValueNote } from '../core/reading'
import type { SheetSnapshot, Snapshot } from '../core/snapshot'
import { rowOf } from './grid'

/** Columns in which a blank cell takes the value of a cell that is merged over it, by what the list is of. */
const DECIDED_BY_MERGES: Readonly<Partial<Record<TableReading['kind'], readonly ColumnKey[]>>> = {
  staff: ['community', 'employment', 'politics', ...EDUCATION_KEYS, 'status', 'remark'],
  premises: ['community', 'usableArea', 'builtArea', 'area', 'activityArea', 'officeArea'],
}

/** Nobody merges a cell over such a row. */
const ENDS: ReadonlySet<SkipReason> = new Set([
  'blank', 'numbered-blank', 'subtotal', 'total', 'note', 'signature', 'repeated-header', 'section', 'title', 'unit-line', 'column-numbers',
])

/**
 * The workbook with every blank under a value merged to it, where a host could not tell the merged areas and the reading hangs on them:
 * the other end of what may be true. `null` where nothing hangs on them.
 */
export function withPossibleMerges(snapshot: Snapshot, reading: Reading): Snapshot | null {
  const bySheet = new Map<string, Box[]>()
  for (const table of reading.tables) {
    const sheet = snapshot.sheets.find(each => each.name === table.sheet)
    if (sheet?.untold?.has('merges') !== true || table.body === null || table.turned === true) continue
    const boxes = possibleMerges(sheet, table, table.body)
    if (boxes.length > 0) bySheet.set(sheet.name, [...(bySheet.get(sheet.name) ?? []), ...boxes])
  }
  if (bySheet.size === 0) return null
  return { ...snapshot, sheets: snapshot.sheets.map(sheet => mergedSheet(sheet, bySheet.get(sheet.name))) }
}

function mergedSheet(sheet: SheetSnapshot, merges: readonly Box[] | undefined): SheetSnapshot {
  const { untold: _untold, ...told } = sheet
  return merges === undefined ? told : { ...told, merges }
}

function possibleMerges(sheet: SheetSnapshot, table: TableReading, body: Box): Box[] {
  const keys = DECIDED_BY_MERGES[table.kind] ?? []
  const columns = table.columns.filter(column => column.key !== null && keys.includes(column.key)).map(column => column.column)
  const ends = new Set<number>()
  for (const { row, to = row, why } of table.skipped) if (ENDS.has(why)) for (let at = row; at <= to; at++) ends.add(at)
  return columns.flatMap(column => {
    const boxes: Box[] = []
    let top = 0
    const close = (bottom: number) => {
      if (top > 0 && bottom > top) boxes.push({ top, bottom, left: column, right: column })
      top = 0
    }
    for (let row = body.top; row <= body.bottom; row++) {
      const cells = rowOf(sheet, row)
      if (ends.has(row) || cells.every(isBlank)) close(row - 1)
      else if (!isBlank(cells[column - 1])) {
        close(row - 1)
        top = row
      }
    }
    close(body.bottom)
    return boxes
  })
}

/**
 * Both readings as one: whoever would be counted otherwise if a blank of his were merged carries that as the other side, each value by itself, because
 * some cells may be merged and others not.
 */
export function withMerges(reading: Reading, ifMerged: Reading): Reading {
  const other = new Map(ifMerged.people.map(person => [placeOf(ifMerged, person), person]))
  const people = reading.people.map(person => {
    const merged = other.get(placeOf(reading, person))
    const notes = merged === undefined ? [] : otherSides(person, merged)
    return notes.length === 0 ? person : { ...person, notes: [...person.notes, ...notes] }
  })
  return { ...reading, people, ifMerged }
}

function placeOf(reading: Reading, { table, row }: Person): string {
  return `${String(row)} ${reading.tables[table]?.sheet ?? ''}`
}

function otherSides(person: Person, merged: Person): ValueNote[] {
  const sides: [ColumnKey, OtherSide][] = []
  if (merged.presence !== person.presence) sides.push(['status', { presence: merged.presence }])
  // Somebody whose kind is blank is counted nowhere, and may be one of those who are.
  if (merged.employment !== person.employment) sides.push(['employment', { employment: merged.employment }])
  if (merged.college !== person.college) sides.push(['education', { college: merged.college }])
  if (merged.partyOrLeague !== person.partyOrLeague) sides.push(['politics', { partyOrLeague: merged.partyOrLeague }])
  return sides.map(([column, side]) => ({ column, key: 'value.maybe-merged', level: 'open', otherwise: [side] }))
}
