import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import { dayOfSerial, daysInMonth, isRealDay, ymd } from '../core/day'
import { isNothing } from './answers'
import { normalise } from './normalise'
import { arabicDates } from './numerals'
import { rememberWords } from './word-cache'

/** The first and the last day that a writing can mean, yyyymmdd: 2008年4月 is any day from the first to the 30th. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** Serials of days in working lives and contracts: 1954 to 2064. */
const FIRST_SERIAL = 20_000, LAST_SERIAL = 60_000
const LONGEST = 60

/** Reads a day of joining, hiring or leaving; `null` where the cell tells none. Of a period (2020.1-2023.12) the first day is told. */
export function readWorkDay(value: CellValue, dateSystem: 1900 | 1904): DaySpan | null {
  if (value === null || typeof value === 'boolean' || isCellError(value)) return null
  if (typeof value === 'number') return ofNumber(value, dateSystem)
  return ofText(value)
}

function ofNumber(value: number, dateSystem: 1900 | 1904): DaySpan | null {
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) {
    const day = dayOfSerial(value, dateSystem)
    return day === null ? null : one(day.year, day.month, day.day)
  }
  if (Number.isInteger(value)) {
    if (value >= 19_400_101 && value <= 21_001_231) return one(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
    if (value >= 194_001 && value <= 210_012) return month(Math.floor(value / 100), value % 100)
    return value >= 1940 && value <= 2100 ? { from: ymd(value, 1, 1), to: ymd(value, 12, 31) } : null
  }
  const year = Math.floor(value)
  if (year < 1940 || year > 2100) return null
  const digits = value.toFixed(4).replace(/^\d+\./, '').replace(/0+$/, '')
  // 2008.1 is January, or October without its zero.
  if (digits === '1') return { from: ymd(year, 1, 1), to: ymd(year, 10, 31) }
  if (digits.length <= 2) return month(year, Number(digits))
  return one(year, Number(digits.slice(0, 2)), Number(digits.slice(2).padEnd(2, '0')))
}

const ofText = rememberWords((text: string): DaySpan | null => {
  if (text.length > LONGEST) return null
  const word = arabicDates(normalise(text)).replace(/元月/, '1月').replace(/^['"‘’]/, '')
  if (isNothing(word)) return null
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(word)
  if (compact !== null)
    return compact[3] === undefined
      ? month(Number(compact[1]), Number(compact[2]))
      : one(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const match = /^(?:自|从|于|约)?((?:19|20)\d{2})(?:年|[.\-/])(?:(\d{1,2})(?:(?:月份?|[.\-/])(\d{1,2})?)?)?/.exec(word)
  if (match === null) return /^(?:19|20)\d{2}$/.test(word) ? { from: ymd(Number(word), 1, 1), to: ymd(Number(word), 12, 31) } : null
  const [, year, monthOf, day] = match
  if (monthOf === undefined) return { from: ymd(Number(year), 1, 1), to: ymd(Number(year), 12, 31) }
  return day === undefined || Number(day) > 31 ? month(Number(year), Number(monthOf)) : one(Number(year), Number(monthOf), Number(day))
})

function one(year: number, monthOf: number, day: number): DaySpan | null {
  if (!isRealDay(year, monthOf, day)) return null
  const value = ymd(year, monthOf, day)
  return { from: value, to: value }
}

function month(year: number, monthOf: number): DaySpan | null {
  return monthOf >= 1 && monthOf <= 12 ? { from: ymd(year, monthOf, 1), to: ymd(year, monthOf, daysInMonth(year, monthOf)) } : null
}
