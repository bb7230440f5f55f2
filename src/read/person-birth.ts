import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { BirthPrecision } from '../core/reading'
import { readAge } from '../vocabulary/ages'
import { readBirth } from '../vocabulary/dates'
import type { BirthReading } from '../vocabulary/dates'
import { readId } from '../vocabulary/ids'
import type { ListContext } from './list-context'
import { isMonthPadded } from './month-style'
import { columnOf } from './settle-table'

/** Birth and age of the people of one list. The fields hold what was made of the row read last: one object for all rows, since there may be a million. */
export class BirthReader {
  birth = 0
  precision: BirthPrecision = 'none'
  statedAge = -1
  note: string | null = null
  filledIn = false
  ageNote: string | null = null
  private readonly column: number
  private readonly age: number
  /** 出生年月（岁）: a bare number below it is an age. */
  private readonly orAge: boolean
  private readonly id: number
  private readonly padded: boolean

  constructor(private readonly context: ListContext) {
    const { table } = context
    this.column = columnOf(table, 'birth')?.column ?? 0
    this.age = columnOf(table, 'age')?.column ?? 0
    this.orAge = /岁|年龄/.test(columnOf(table, 'birth')?.header ?? '')
    this.id = columnOf(table, 'id')?.column ?? 0
    this.padded = this.column !== 0 && isMonthPadded(table, this.column)
  }

  /** Something in the row tells a birth: whoever it is, somebody stands there. */
  tells(cells: readonly CellValue[]): boolean {
    return (this.column !== 0 && !isBlank(cells[this.column - 1])) || (this.id !== 0 && readId(cells[this.id - 1] ?? null).birth !== 0)
  }

  /** Birth from its column; the id fills in what the column leaves open and never overrules a day that is written. */
  read(cells: readonly CellValue[]): void {
    const { dateSystem, asOf } = this.context
    const written: BirthReading = this.column === 0 ? NO_BIRTH : readBirth(cells[this.column - 1] ?? null, dateSystem, asOf)
    this.birth = written.birth; this.precision = written.precision; this.note = written.note; this.filledIn = false; this.ageNote = null; this.statedAge = -1
    if (this.precision === 'month-ambiguous' && this.padded) {
      this.birth = Math.floor(this.birth / 10_000) * 10_000 + 1001
      this.precision = 'month'
      this.note = 'value.month-only'
    }
    if (this.precision !== 'day' && this.id !== 0) {
      const fromId = readId(cells[this.id - 1] ?? null).birth
      if (fromId !== 0 && (asOf === undefined || fromId <= asOf)) {
        if (this.birth === 0) {
          this.birth = fromId; this.precision = 'day'; this.filledIn = true
        } else if (agrees(this.birth, this.precision, fromId)) {
          this.birth = fromId; this.precision = 'day'; this.note = null
        }
      }
    }
    if (this.birth === 0) {
      this.statedAge = written.statedAge
      if (this.statedAge < 0 && this.orAge) {
        const age = readAge(cells[this.column - 1] ?? null)
        if (age.age >= 0) { this.statedAge = age.age; this.note = age.note }
      }
      if (this.statedAge < 0 && this.age !== 0) {
        const age = readAge(cells[this.age - 1] ?? null)
        this.statedAge = age.age
        this.ageNote = age.note
      }
    } else if (this.precision === 'month-ambiguous' && this.age !== 0) this.statedAge = readAge(cells[this.age - 1] ?? null).age
  }
}

const NO_BIRTH: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: null }

/** The id says the same as far as the column goes. An ambiguous month agrees with either of its months. */
function agrees(birth: number, precision: BirthPrecision, fromId: number): boolean {
  const year = Math.floor(birth / 10_000), month = Math.floor(birth / 100) % 100
  const idYear = Math.floor(fromId / 10_000), idMonth = Math.floor(fromId / 100) % 100
  if (year !== idYear) return false
  return precision === 'year' || month === idMonth || (precision === 'month-ambiguous' && idMonth === 10)
}
