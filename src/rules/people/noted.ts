import { addRow, cellArea, columnBoxes } from '../../core/area'
import type { Area } from '../../core/area'
import type { CellValue } from '../../core/cell'
import type { Change } from '../../core/change'
import type { Evidence, Fix, Severity } from '../../core/finding'
import type { Message } from '../../core/message'
import type { ColumnKey, Person, Reading, TableReading, ValueNote } from '../../core/reading'
import { cellAt, sheetNamed } from '../../core/snapshot'
import { cellOfRow, columnOrFirst } from '../../core/table-columns'
import { message, messageNamed } from '../../messages'
import type { MessageKey } from '../../messages'
import type { Found, PeopleWatch, RuleInput } from '../rule'
import { unitSubject } from '../units'

/** One note of the reading that a rule reports, with the person and the list in which it stands. */
export interface Noted {
  readonly note: ValueNote
  readonly person: Person
  readonly table: TableReading
  /** The cell's value, for a fix. */
  readonly value: CellValue
  /** It stands for many rows of the list. */
  readonly many: boolean
}

/** What a rule says of a note beside its place. */
export interface Said {
  readonly message?: Message
  readonly severity?: Severity
  readonly evidence?: Evidence | null
  readonly fix?: Fix | null
}

/** A fault in so many rows of one list, or in half of them, is one finding: nobody reads a hundred sentences, and the column as a whole was filled so. */
const MOST_ALONE = 40, FEWEST_OF_HALF = 4

/** Watches for the notes of some keys: what the reading found contradictory or unreadable, at the very cell. */
export function eachNote(
  keys: readonly string[],
  say: (noted: Noted) => Said = () => ({}),
): (input: RuleInput, report: (found: Found) => void) => PeopleWatch {
  return (input, report) => {
    // In the order of the keys, whoever is met first.
    const byKey = new Map<string, Map<number, Alike>>(keys.map(key => [key, new Map()]))
    return {
      keys,
      note(note, person) {
        const byTable = byKey.get(note.key), known = byTable?.get(person.table)
        if (known === undefined) byTable?.set(person.table, { entries: [{ note, person }], runs: [person.row, person.row], count: 1 })
        else add(known, note, person)
      },
      end() {
        for (const byTable of byKey.values())
          for (const [table, alike] of byTable) {
            const rows = input.reading.tables[table]?.rowsRead ?? 0
            if (alike.count > MOST_ALONE || (alike.count >= FEWEST_OF_HALF && alike.count * 2 >= rows)) many(input, alike, say, report)
            else for (const entry of alike.entries) one(input, entry, say, report)
          }
      },
    }
  }
}

interface Entry {
  readonly note: ValueNote
  readonly person: Person
}

/** The notes of one key in one list: each while they may be told one by one, beyond that their rows alone. */
interface Alike {
  readonly entries: Entry[]
  readonly runs: number[]
  count: number
}

function add(alike: Alike, note: ValueNote, person: Person): void {
  alike.count++
  addRow(alike.runs, person.row)
  if (alike.entries.length <= MOST_ALONE) alike.entries.push({ note, person })
}

function one(input: RuleInput, { note, person }: Entry, say: (noted: Noted) => Said, report: (found: Found) => void): void {
  const table = input.reading.tables[person.table]
  if (table === undefined) return
  const column = columnOf(table, note), place = { sheet: table.sheet, row: person.row, column }
  const value = cellAt(sheetNamed(input.snapshot, table.sheet) ?? NO_SHEET, person.row, column)
  const said = say({ note, person, table, value, many: false })
  report({
    at: cellArea(place),
    subject: `${unitSubject(input, person.community)}/${note.column}/${String(person.row)}`,
    message: said.message ?? sentence(note),
    related: note.against === undefined || note.against === 0 ? [] : [cellArea({ ...place, column: note.against })],
    evidence: said.evidence ?? evidenceOf(note),
    fix: said.fix ?? null,
    ...(said.severity === undefined ? {} : { severity: said.severity }),
  })
}

function many(input: RuleInput, { entries, runs, count }: Alike, say: (noted: Noted) => Said, report: (found: Found) => void): void {
  const [first] = entries, table = first === undefined ? undefined : input.reading.tables[first.person.table]
  if (first === undefined || table === undefined) return
  const said = say({ note: first.note, person: first.person, table, value: null, many: true })
  report({
    at: { sheet: table.sheet, boxes: columnBoxes(runs, columnOf(table, first.note)) }, subject: `${table.sheet}/${first.note.column}/${first.note.key}`,
    fix: fixOfAll(input, first, runs, table, say),
    message: message('finding.noted-many', { what: messageNamed(first.note.key as MessageKey), count }), ...(said.severity === undefined ? {} : { severity: said.severity }),
  })
}

/** More cells than this are no list that anybody looks through before it is written. */
const MOST_FIXED = 20_000

/** The fix of each row of a fault that is told once: together they are as safe as each of them. */
function fixOfAll(
  input: RuleInput,
  { note, person }: Entry,
  runs: readonly number[],
  table: TableReading,
  say: (noted: Noted) => Said,
): Fix | null {
  const sheet = sheetNamed(input.snapshot, table.sheet) ?? NO_SHEET,
    column = columnOf(table, note),
    changes: Change[] = []
  let safe = true
  for (let i = 0; i + 1 < runs.length; i += 2) {
    for (let row = runs[i] ?? 1; row <= (runs[i + 1] ?? 0); row++) {
      const { fix } = say({ note, person: { ...person, row }, table, value: cellAt(sheet, row, column), many: false })
      if (fix === null || fix === undefined || changes.length >= MOST_FIXED) return changes.length === 0 ? null : { safe, changes }
      safe &&= fix.safe
      changes.push(...fix.changes)
    }
  }
  return changes.length === 0 ? null : { safe, changes }
}

/** What the reading says of the note, with both values where there are two. */
function sentence(note: ValueNote): Message {
  const what = messageNamed(note.key as MessageKey), { written, other, expected } = note
  if (written !== undefined && written !== '' && other !== undefined && other !== '') return message('finding.noted-both', { what, written, other })
  if (written !== undefined && written !== '' && expected !== undefined) return message('finding.noted-expected', { what, written, expected })
  const word = note.word ?? written ?? ''
  return word === '' ? message('finding.noted', { what }) : message('finding.noted-word', { what, word })
}

function evidenceOf({ written, word, expected }: ValueNote): Evidence | null {
  if (written === undefined && expected === undefined) return null
  return { actual: written ?? word ?? null, expected: expected ?? null, difference: null, source: null }
}

function columnOf(table: TableReading, note: ValueNote): number {
  return note.at !== undefined && note.at !== 0
    ? note.at
    : columnOrFirst(table, note.column)
}

const NO_SHEET = { name: '', kind: 'worksheet' as const, visibility: 'visible' as const, rows: [], formulas: new Map<number, string>(), isProtected: false, tables: [] }

/** The cell of a person's value: in the first column of the keys that the list has. */
export function cellOf(reading: Reading, person: Person, ...keys: readonly ColumnKey[]): Area | null {
  const table = reading.tables[person.table]
  return table === undefined ? null : cellArea(cellOfRow(table, person.row, ...keys))
}
