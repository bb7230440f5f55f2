import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { dayText, fullYears } from '../core/day'
import type { BirthPrecision } from '../core/reading'
import { readAge } from '../vocabulary/ages'
import { readBirth } from '../vocabulary/dates'
import type { BirthReading } from '../vocabulary/dates'
import type { IdReading } from '../vocabulary/ids'
import { textOf } from '../vocabulary/normalise'
import { birthDoubt, likelyFrom } from '../vocabulary/plausible'
import { daysBetween, isLunarGap } from '../vocabulary/lunar'
import type { ListContext } from './list-context'
import { isMonthPadded, monthsShown } from './month-style'
import type { RowNotes } from './notes'
import { columnOf } from './settle-table'

/**
 * Birth and age of the people of one list. The fields hold what was made of the row read last: one object for all rows, since there may be a million.
 * An id whose check character is right tells the birth, whatever is typed beside it; under 档案出生日期 what is typed stands (domain.md 1.2).
 */
export class BirthReader {
  birth = 0
  precision: BirthPrecision = 'none'
  /** As typed; -1 when none. */
  statedAge = -1
  /** Sheet column of the typed birth; 0 when the list has none. */
  readonly at: number
  /** Sheet column of the typed age; 0 when the list has none. */
  readonly ageAt: number
  /** 出生年月（岁）: a bare number below it is an age. */
  private readonly orAge: boolean
  private readonly ofRecord: boolean
  private readonly padded: boolean
  /** The cell is shown with two digits behind the point. */
  private readonly shown: ((row: number) => boolean) | null
  /** 1970-01-01 stands in so many rows that it is a system's default. */
  private readonly defaulted: boolean

  constructor(private readonly context: ListContext) {
    const { table } = context, column = columnOf(table, 'birth')
    this.at = column?.column ?? 0
    this.ageAt = columnOf(table, 'age')?.column ?? 0
    this.orAge = /岁|年龄/.test(column?.header ?? '')
    this.ofRecord = /档案|认定/.test(column?.header ?? '')
    this.padded = this.at !== 0 && isMonthPadded(table, this.at)
    this.shown = this.at === 0 ? null : monthsShown(table, this.at)
    this.defaulted = this.at !== 0 && isDefaulted(context, this.at)
  }

  /** Something in the row tells a birth: whoever it is, somebody stands there. */
  tells(cells: readonly CellValue[], id: IdReading): boolean {
    return (this.at !== 0 && !isBlank(cells[this.at - 1])) || id.birth !== 0
  }

  /** @param idAt sheet column of the id */
  read(cells: readonly CellValue[], row: number, id: IdReading, idAt: number, notes: RowNotes): void {
    const { asOf } = this.context
    const value = this.at === 0 ? null : cells[this.at - 1] ?? null
    this.noteDays(value, id)
    const written = this.written(value, row)
    const { note } = written
    this.birth = written.birth; this.precision = written.precision
    const fromId = id.birth !== 0 && birthDoubt(id.birth, asOf) === null ? id.birth : 0
    this.statedAge = written.statedAge
    const age = this.ageAt === 0 ? null : readAge(cells[this.ageAt - 1] ?? null)
    if (age !== null && isWrongAge(age.note) && (written.birth !== 0 || fromId !== 0)) {
      const own = written.precision === 'day' ? written.birth : 0, birth = this.ofRecord && own !== 0 ? own : fromId === 0 ? own : fromId
      const years = asOf === undefined || birth === 0 ? undefined : String(fullYears(birth, asOf))
      notes.detailed('age', age.note ?? '', { at: this.ageAt, against: this.at === 0 ? idAt : this.at, written: shortText(cells[this.ageAt - 1] ?? null), ...(years === undefined ? {} : { expected: years }) })
    }
    if (this.statedAge < 0 && this.orAge && written.birth === 0) {
      const alone = readAge(value)
      if (alone.age >= 0) { this.statedAge = alone.age; this.say(notes, alone.note); this.settleWithoutBirth(fromId, notes); return }
    }
    if (this.statedAge < 0 && age !== null) this.statedAge = age.age
    if (written.birth === 0) {
      if (fromId !== 0) {
        if (note !== null) notes.detailed('birth', note, { at: this.at, against: idAt, written: shortText(value), other: dayText(fromId), expected: dayText(fromId) })
        this.settleWithoutBirth(fromId, notes)
        return
      }
      this.say(notes, note)
      if (age !== null && age.note !== null) notes.add('age', age.note, this.ageAt)
      return
    }
    if (fromId === 0) { this.say(notes, note); return }
    if (agrees(written.birth, written.precision, fromId)) {
      if (note === 'value.date-zero') notes.detailed('birth', note, { at: this.at, against: idAt, written: shortText(value), other: dayText(fromId), expected: dayText(fromId) })
      this.birth = fromId; this.precision = 'day'
      return
    }
    // A broken check character proves the id wrong: it has a finding of its own and settles nothing here.
    if (id.state === 'checksum' || id.state === 'length') { this.say(notes, note); return }
    const byId = id.state === 'valid' && !this.ofRecord
    // Both may be one birthday, by the calendar of the family and by that of the office.
    const gap = daysBetween(written.birth, fromId), lunar = written.precision === 'day' ? isLunarGap(gap) : false
    notes.detailed('birth', lunar ? 'value.birth-lunar' : 'value.birth-differs', {
      at: this.at,
      against: idAt,
      written: writtenDay(written),
      other: dayText(fromId),
      expected: byId ? dayText(fromId) : writtenDay(written),
      otherwise: [{ birth: byId ? written.birth : fromId }],
    })
    if (byId) { this.birth = fromId; this.precision = 'day' }
    else this.say(notes, note)
  }

  /** Where it is asked for: from which days on a birth is one that somebody on a roster can have. */
  private noteDays(value: CellValue, id: IdReading): void {
    const { turning, dateSystem } = this.context
    if (turning === null) return
    for (const birth of [id.birth, this.at === 0 ? 0 : readBirth(value, dateSystem).birth]) {
      turning.note(birth)
      turning.note(likelyFrom(birth))
    }
  }

  private settleWithoutBirth(fromId: number, notes: RowNotes): void {
    if (fromId === 0) return
    this.birth = fromId; this.precision = 'day'
    notes.add('birth', 'value.birth-from-id', 0)
  }

  private say(notes: RowNotes, note: string | null): void {
    if (note !== null) notes.add('birth', note, this.at)
  }

  private written(value: CellValue, row: number): BirthReading {
    if (this.at === 0) return NO_BIRTH
    const { dateSystem, asOf } = this.context
    const reading = readBirth(value, dateSystem, asOf)
    if (this.defaulted && reading.birth === 19_700_101) return DEFAULT
    if (reading.precision === 'month-ambiguous' && (this.padded || (typeof value === 'number' && this.shown?.(row) === true))) {
      return { birth: Math.floor(reading.birth / 10_000) * 10_000 + 1001, precision: 'month', statedAge: reading.statedAge, note: 'value.month-only' }
    }
    return reading
  }
}

/** What stands in the column of ages can be nobody's age, whatever the birth says. */
function isWrongAge(note: string | null): boolean {
  return note === 'value.age-unlikely' || note === 'value.age-unreadable'
}

const NO_BIRTH: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: null }
const DEFAULT: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: 'value.date-unlikely' }
/** So many rows with the day on which computers began to count, and a fifth of all: nobody typed them. */
const MOST_OF_1970 = 3, SHARE_OF_1970 = 0.2

function isDefaulted({ table, dateSystem }: ListContext, column: number): boolean {
  const { found } = table
  let count = 0, rows = 0
  for (let row = found.first; row <= found.last; row++) {
    const value = found.sheet.rows[row - 1]?.[column - 1] ?? null
    if (value === null || value === '') continue
    rows++
    if (typeof value === 'number' ? value === (dateSystem === 1904 ? 24_107 : 25_569) || value === 19_700_101 : typeof value === 'string' && value.includes('1970') && readBirth(value, dateSystem).birth === 19_700_101 && readBirth(value, dateSystem).precision === 'day') count++
  }
  return count >= MOST_OF_1970 && count >= rows * SHARE_OF_1970
}

function writtenDay({ birth, precision }: BirthReading): string {
  const text = dayText(birth)
  return precision === 'day' ? text : precision === 'year' ? text.slice(0, 4) : text.slice(0, 7)
}

/** What stands in a cell of births, short, and never digits that may be an id. */
function shortText(value: CellValue): string {
  const text = textOf(value)
  return text.length > 20 || /\d{9}/.test(text) ? '' : text
}

/** The id says the same as far as the column goes. An ambiguous month agrees with either of its months. */
function agrees(birth: number, precision: BirthPrecision, fromId: number): boolean {
  const year = Math.floor(birth / 10_000), month = Math.floor(birth / 100) % 100
  const idYear = Math.floor(fromId / 10_000), idMonth = Math.floor(fromId / 100) % 100
  if (precision === 'day') return birth === fromId
  if (year !== idYear) return false
  return precision === 'year' || month === idMonth || (precision === 'month-ambiguous' && idMonth === 10)
}
