/** Days without clock and zone: `yyyy-mm-dd` texts, whole numbers yyyymmdd, and serials of either date system. */

/** A calendar day, `yyyy-mm-dd`. */
export type Day = string

/** Whole days from 1970-01-01 (proleptic Gregorian), after Howard Hinnant's days_from_civil. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The inverse of `daysFromCivil`. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = Math.floor(days) + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 }
}

/** Days from serial 0 of a date system to 1970-01-01. */
const SERIAL_OF_1970 = { 1900: 25_569, 1904: 24_107 } as const

/**
 * The day of a serial number; the time of day is dropped. `null` where Excel has no such day.
 * In the 1900 system serial 60 is a day that never was (1900-02-29) and serials below it are one off: no living person needs them.
 */
export function dayOfSerial(serial: number, dateSystem: 1900 | 1904): { year: number; month: number; day: number } | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null
  return civilFromDays(Math.floor(serial) - SERIAL_OF_1970[dateSystem])
}

export function serialOfDay(year: number, month: number, day: number, dateSystem: 1900 | 1904): number {
  return daysFromCivil(year, month, day) + SERIAL_OF_1970[dateSystem]
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return Number.isInteger(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** 1985, 3, 12 -> 19850312: a day as one whole number, which sorts and costs no object. */
export function ymd(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day
}

/** 19850312 -> `1985-03-12`. */
export function dayText(value: number): Day {
  const text = String(value).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
}

/** `1985-03-12` -> 19850312; `null` when it is no real day. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isRealDay(year, month, day) ? ymd(year, month, day) : null
}

/**
 * The number yyyymmdd of a day that was held to be one when it came in.
 * @throws RangeError when it is no real day
 */
export function dayNumber(day: Day): number {
  const number = parseDay(day)
  if (number === null) throw new RangeError(`no day: ${day}`)
  return number
}

/** Full years (周岁) between two days given as yyyymmdd: the birthday itself counts. */
export function fullYears(born: number, asOf: number): number {
  return Math.floor(asOf / 10_000) - Math.floor(born / 10_000) - (asOf % 10_000 < born % 10_000 ? 1 : 0)
}
