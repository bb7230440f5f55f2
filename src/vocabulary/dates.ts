import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import { dayOfSerial, daysInMonth, isRealDay, ymd } from '../core/day'
import type { BirthPrecision } from '../core/reading'
import { ownValue } from '../core/own-value'
import { readAge } from './ages'
import { isNothing } from './answers'
import { readId } from './ids'
import { normalise } from './normalise'
import { birthDoubt } from './plausible'
import type { ValueNoteKey } from './notes'
import { arabicDates } from './numerals'
import { rememberWords } from './word-cache'

export interface BirthReading {
  /** yyyymmdd, month and day 1 filled in where the precision says so; 0 when none. */
  readonly birth: number
  readonly precision: BirthPrecision
  /** The age written beside the date, -1 when none: `1985.03（38岁）`. */
  readonly statedAge: number
  readonly note: ValueNoteKey | null
}

/** Nobody on a roster was born earlier, and nobody on it is a small child. */
const FIRST_YEAR = 1900, LAST_YEAR = 2099
/** Two-digit years: 85 is 1985, and 03 is 2003 for someone who may work. */
const PIVOT = 20
/** Serials that can be a birthday: 1919 to 2023 in the 1900 system. */
const FIRST_SERIAL = 7000, LAST_SERIAL = 45_300

const NONE: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: null }
const UNREADABLE: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: 'value.date-unreadable' }
const IMPOSSIBLE: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: 'value.date-impossible' }
const ERROR: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: 'value.error' }
const CODE: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: 'value.date-unlikely' }

/**
 * Reads one cell of a birth column: a day, a month, a year, in any of the usual writings, or a serial number.
 * @param asOf yyyymmdd; a birth after it is reported. Left out: not tested.
 */
export function readBirth(value: CellValue, dateSystem: 1900 | 1904, asOf?: number): BirthReading {
  if (value === null) return NONE
  if (typeof value === 'number') return within(readNumber(value, dateSystem), asOf)
  if (isCellError(value)) return ERROR
  if (typeof value === 'boolean') return UNREADABLE
  return within((dateSystem === 1904 ? readText1904 : readText1900)(value), asOf)
}

/** The same bounds for every way of writing. A year alone is judged by its first day, so that nobody of the last possible year falls out. */
function within(reading: BirthReading, asOf: number | undefined): BirthReading {
  if (reading.birth === 0) return reading
  const doubt = birthDoubt(reading.birth, asOf)
  if (doubt === null) return reading
  return { birth: 0, precision: 'none', statedAge: reading.statedAge, note: doubt === 'future' ? 'value.date-future' : 'value.date-unlikely' }
}

function readNumber(value: number, dateSystem: 1900 | 1904): BirthReading {
  if (!Number.isFinite(value) || value < 0) return UNREADABLE
  // Zero as a date is shown as 1900/1/0: a default and no blank.
  if (value === 0) return CODE
  if (Number.isInteger(value)) {
    if (value >= 19_000_101 && value <= 20_991_231) return parts(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
    if (value >= 190_001 && value <= 209_912) return parts(Math.floor(value / 100), value % 100, null)
    if (value >= 1920 && value <= 2020) return parts(value, null, null)
    if (value >= 190_000_000_000 && value <= 209_912_312_359) return readNumber(Math.floor(value / 10_000), dateSystem)
  }
  // 8503 is March 1985: as a serial it would be a birth in 1923.
  if (Number.isInteger(value) && value >= 4001 && value <= 9912 && value % 100 >= 1 && value % 100 <= 12)
    return twoDigit(parts(1900 + Math.floor(value / 100), value % 100, null))
  if (value >= FIRST_SERIAL - (dateSystem === 1904 ? 1462 : 0) && value <= LAST_SERIAL) {
    const day = dayOfSerial(value, dateSystem)
    return day === null ? UNREADABLE : { birth: ymd(day.year, day.month, day.day), precision: 'day', statedAge: -1, note: null }
  }
  // 1985.03 typed as a number: March; 1985.1 may be January or October, as the sheet drops the zero.
  const year = Math.floor(value)
  if (year >= 1920 && year <= 2020) return yearAndFraction(year, fraction(value))
  // 85.03, the same with two digits of the year.
  if (!Number.isInteger(value) && year >= 21 && year <= 99) return twoDigit(yearAndFraction(1900 + year, fraction(value)))
  // 850312 as a number.
  if (Number.isInteger(value) && value >= 210_101 && value <= 991_231)
    return twoDigit(parts(1900 + Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100))
  return CODE
}

/** The digits behind the point as written: 1985.03 -> "03", 1985.0312 -> "0312". Floating noise is cut at six digits. */
function fraction(value: number): string {
  return value.toFixed(6).replace(/^\d+\./, '').replace(/0+$/, '')
}

function yearAndFraction(year: number, digits: string): BirthReading {
  if (digits === '') return parts(year, null, null)
  if (digits === '1') return { birth: ymd(year, 1, 1), precision: 'month-ambiguous', statedAge: -1, note: 'value.month-ambiguous' }
  if (digits.length === 1) return parts(year, Number(digits), null)
  if (digits.length === 2) return parts(year, Number(digits), null)
  // 1985.031 was 1985.0310 or 1985.031; four digits are month and day.
  if (digits.length === 3) return parts(year, Number(digits.slice(0, 2)), Number(digits.slice(2) + '0'))
  if (digits.length === 4) return parts(year, Number(digits.slice(0, 2)), Number(digits.slice(2)))
  return UNREADABLE
}

function twoDigit(reading: BirthReading): BirthReading {
  return reading.birth === 0 || reading.precision === 'month-ambiguous' ? reading : { ...reading, note: 'value.two-digit-year' }
}

/** A day, month or year that must exist. Zero for day or month means "not known" (1985-00-00). */
function parts(year: number, month: number | null, day: number | null): BirthReading {
  if (year < FIRST_YEAR || year > LAST_YEAR) return CODE
  if (month === null) return { birth: ymd(year, 1, 1), precision: 'year', statedAge: -1, note: 'value.year-only' }
  // 1985-00-00: the year is told and the rest is no day.
  if (month === 0) return day === null || day === 0 ? { birth: ymd(year, 1, 1), precision: 'year', statedAge: -1, note: 'value.date-zero' } : IMPOSSIBLE
  if (month > 12) return IMPOSSIBLE
  if (day === null) return { birth: ymd(year, month, 1), precision: 'month', statedAge: -1, note: 'value.month-only' }
  if (day === 0) return { birth: ymd(year, month, 1), precision: 'month', statedAge: -1, note: 'value.date-zero' }
  if (!isRealDay(year, month, day)) return IMPOSSIBLE
  return { birth: ymd(year, month, day), precision: 'day', statedAge: -1, note: null }
}

const readText1900 = rememberWords(text => readText(text, 1900))
const readText1904 = rememberWords(text => readText(text, 1904))

/** The time behind a day, with its zone: 00:00:00.0, T00:00:00.000Z, T00:00:00+08:00, 上午12:00, 0时0分, 12:00 AM GMT+0800. */
const TIME = /[T\s\u3000]+(?:上午|下午|凌晨)?\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}(?:[.,]\d{1,9})?秒?)?分?(?:\s*(?:AM|PM))?\s*(?:Z|UTC|GMT|CST|(?:UTC|GMT)?[+-]\d{2}:?\d{2})?(?:\s*\([^()]*\))?\s*$/i
/** Java and JavaScript: Tue Mar 12 00:00:00 CST 1985, Tue Mar 12 1985 00:00:00 GMT+0800 (中国标准时间). */
const JAVA = /^\s*(?:[a-z]{3},?\s+)?([a-z]{3}\s+\d{1,2})\s+\d{1,2}:\d{2}:\d{2}\s+(?:[a-z]{3,4}|GMT[+-]\d{2}:?\d{2})\s+(\d{4})\s*$/i
const LONGEST_DATE = 80

/** A time tells nothing of a birthday; it goes before the white space does, since afterwards it could not be told from the day. */
function withoutTime(text: string): string {
  if (text.length > LONGEST_DATE) return text
  const java = JAVA.exec(text)
  if (java !== null) return `${java[1] ?? ''} ${java[2] ?? ''}`
  return text.replace(TIME, '').replace(/^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
}

const AGE_BESIDE = /(?:[([,，、/;]?(?:年龄|现年)?[:：]?(\d{1,3}(?:\.\d+)?)(?:周?岁)[)\]]?|[([](\d{2})[)\]])$/
/** 35岁, 现年35周岁, 三十五岁: an age where a birth was asked for. Without 岁 a number is no age. */
const AGE_ALONE = /^(?:年龄|现年|约|满|虚岁?)?[:：]?(?:\d{1,3}(?:\.\d+)?|[一二三四五六七八九十]{1,4})(?:周|虚)?岁(?:左右|多)?$/
const AGE_BEFORE = /^(\d{1,3})(?:周?岁)[([,，、/;](.+?)[)\]]?$/
const AROUND = /^(?:出生年月日?|出生日期|出生时间|出生于|出生|生于|生日|约|大约|'|")[:：]?|(?:出生|生人|生|左右|前后|"|')$/g
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}

function readText(text: string, dateSystem: 1900 | 1904): BirthReading {
  // A time behind the day goes first: with the white space gone it could not be told from the day.
  // White space before an age parts it from the date: 1985-03-12 38岁.
  let word = normalise(withoutTime(text).replace(/\s+(?=\d{1,3}\s*周?岁)/, ','))
  // （1985.03）: a bracket around all of it says nothing.
  word = /^[([【]([^()[\]【】]+)[)\]】]$/.exec(word)?.[1] ?? word
  if (isNothing(word) || word === '无') return NONE
  if (AGE_ALONE.test(word)) return ageAlone(word)
  let statedAge = -1
  const age = AGE_BESIDE.exec(word)
  if (age !== null && age.index > 0) {
    statedAge = Number(age[1] ?? age[2])
    word = word.slice(0, age.index)
  }
  const before = AGE_BEFORE.exec(word)
  if (before !== null) {
    statedAge = Number(before[1])
    word = before[2] ?? ''
  }
  const lunar = /农历|阴历|旧历|腊月|正月|初[一二三四五六七八九十]/.test(word)
  word = word.replace(/元月/g, '1月').replace(/[([]?(?:生肖|属相?)[:：]?[鼠牛虎兔龙蛇马羊猴鸡狗猪][)\]]?$/, '').replace(/[([](?:公历|阳历|新历|农历|阴历|旧历|身份证|档案|户口)[)\]]?|公历|阳历|农历|阴历|旧历/g, '').replace(/[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?$|(?<=年)[初中底末]$/, '').replace(AROUND, '').replace(AROUND, '').replace(/(?<=\d|[.\-/])[Oo](?=\d|$)/g, '0')
  const found = readPlain(arabicDates(word), dateSystem)
  if (statedAge >= 0 && found.birth === 0) return { ...found, statedAge }
  if (lunar && found.birth !== 0) return { ...found, statedAge, note: 'value.lunar-date' }
  return statedAge < 0 ? found : { ...found, statedAge }
}

/** The age stands for the birth that is not told; it is kept as it is written, with its doubt. */
function ageAlone(word: string): BirthReading {
  const { age, note } = readAge(word)
  return age < 0 ? UNREADABLE : { birth: 0, precision: 'none', statedAge: age, note: note ?? 'value.age-for-birth' }
}

function readPlain(text: string, dateSystem: 1900 | 1904): BirthReading {
  const word = text.replace(/[。．·,，、;；:|’]/g, '.').replace(/\.{2,}/g, '.').replace(/[—–−‐_~]/g, '-').replace(/\\/g, '/').replace(/[.\-/]+$/, '').replace(/^[.\-/]+/, '')
  if (/^\d+$/.test(word)) return digitsAlone(word, dateSystem)
  if (/^\d{8}[日号]$/.test(word)) return digitsAlone(word.slice(0, 8), dateSystem)
  // 1985年3月12日, 1985年3月, 1985年, 1985年03, 85年3月, 1985.3.12, 1985-3, 1985/03/12, 1985.03月
  const match = /^(\d{4}|\d{2})(?:年[.\-/]?|[.\-/])(\d{1,2})?(?:(?:月份?[.\-/]?|[.\-/])(\d{1,2})?[日号]?)?$/.exec(word)
  if (match !== null) {
    const [, year = '', month, day] = match
    return withYear(year, month === undefined ? null : Number(month), day === undefined ? null : Number(day))
  }
  // 1985.0312 and 1985-0312
  const joined = /^(\d{4})[年.\-/](\d{2})(\d{2})$/.exec(word)
  if (joined !== null) return parts(Number(joined[1]), Number(joined[2]), Number(joined[3]))
  // 3/12/1985 and 12-03-1985: the year last; day and month told apart only where one is above 12.
  const last = /^(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})$/.exec(word)
  if (last !== null) {
    const [first, second, year] = [Number(last[1]), Number(last[2]), Number(last[3])]
    if (first > 12) return parts(year, second, first)
    if (second > 12 || first === second) return parts(year, first, second)
    return { birth: ymd(year, first, 1), precision: 'year', statedAge: -1, note: 'value.year-only' }
  }
  const short = /^(\d{1,2})月[.\-/]?(\d{4})年?$/.exec(word)
  if (short !== null) return parts(Number(short[2]), Number(short[1]), null)
  // 12-Mar-85, Mar 12, 1985, 12 March 1985, 1985-Mar-12, March 1985.
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?[-.]?)?([a-z]{3})[a-z]{0,6}[-.]?(?:(\d{1,2})(?:st|nd|rd|th)?[-.])?(\d{4}|\d{2})$/i.exec(word)
  if (named !== null) {
    const month = ownValue(MONTHS, (named[2] ?? '').toLowerCase())
    if (month !== undefined) return withYear(named[4] ?? '', month, named[1] === undefined && named[3] === undefined ? null : Number(named[1] ?? named[3]))
  }
  // Mar 12 1985 without its white space.
  const glued = /^([a-z]{3})[a-z]{0,6}[-.]?(\d{1,2})(\d{4})$/i.exec(word)
  const gluedMonth = glued === null ? undefined : ownValue(MONTHS, (glued[1] ?? '').toLowerCase())
  if (glued !== null && gluedMonth !== undefined) return parts(Number(glued[3]), gluedMonth, Number(glued[2]))
  const yearFirst = /^(\d{4})[-./]?([a-z]{3})[a-z]{0,6}[-./]?(\d{1,2})?$/i.exec(word)
  const yearFirstMonth = yearFirst === null ? undefined : ownValue(MONTHS, (yearFirst[2] ?? '').toLowerCase())
  if (yearFirst !== null && yearFirstMonth !== undefined)
    return parts(Number(yearFirst[1]), yearFirstMonth, yearFirst[3] === undefined ? null : Number(yearFirst[3]))
  const number = /^\d+\.\d+$/.test(word) ? Number(word) : null
  if (number !== null && number >= FIRST_SERIAL && number <= LAST_SERIAL) return readNumber(Math.floor(number), dateSystem)
  // An id number in the birth column carries the birth.
  const id = readId(word)
  if (id.birth !== 0) return { birth: id.birth, precision: 'day', statedAge: -1, note: 'value.birth-from-id' }
  return UNREADABLE
}

function digitsAlone(word: string, dateSystem: 1900 | 1904): BirthReading {
  if (word.length === 8 || word.length === 5 || word.length === 4) return readNumber(Number(word), dateSystem)
  if (word.length === 6) {
    const month = Number(word.slice(4)), year = Number(word.slice(0, 4))
    // 198503 is a month of 1985; 850312 is a day of 1985.
    if (year >= FIRST_YEAR && year <= 2029 && month <= 12) return parts(year, month, null)
    return withYear(word.slice(0, 2), Number(word.slice(2, 4)), Number(word.slice(4)))
  }
  if (word.length === 7) return CODE
  if (word.length === 2) return CODE
  const id = readId(word)
  if (id.birth !== 0) return { birth: id.birth, precision: 'day', statedAge: -1, note: 'value.birth-from-id' }
  if (word.length === 14 || word.length === 12) return readNumber(Number(word.slice(0, 8)), dateSystem)
  return CODE
}

function withYear(year: string, month: number | null, day: number | null): BirthReading {
  if (year.length === 4) return parts(Number(year), month, day)
  const short = Number(year)
  return twoDigit(parts(short < PIVOT ? 2000 + short : 1900 + short, month, day))
}

const STATED = /(?:统计截止日期|填报时间|截至日期|填表日期|制表时间|制表日期|上报日期|上报时间|统计时间|报送日期|填报日期|报送时间|填表时间|更新日期|截止时间|更新时间|截止日期|截至时间|数据日期|统计日期|截至到|基准日|截止到|截至|时间|日期|截止)(?:为|是|到|至|于)?[:：]?/

/**
 * The day that a line states: 截至2023年12月31日, 填报日期：2023.12.31, 2023年6月 (its last day), 二〇二三年十二月.
 * @returns yyyymmdd, or `null` when the line states none
 */
export function readStatedDay(text: string): number | null {
  const word = arabicDates(normalise(text)).replace(/[()[\]【】]/g, ' ').trim()
  const stated = STATED.exec(word)
  const inside = stated !== null ? word.slice(stated.index + stated[0].length) : word
  const strict = stated === null
  const day = /^(?:\D{0,2}?)(20\d{2}|19\d{2})(?:年|[.\-/])(\d{1,2})(?:月|[.\-/])(\d{1,2})(?:日|号)?/.exec(inside)
  if (day !== null && (!strict || rest(inside, day[0]))) return real(Number(day[1]), Number(day[2]), Number(day[3]))
  const month = /^(?:\D{0,2}?)(20\d{2}|19\d{2})(?:年|[.\-/])(\d{1,2})月?(?:底|末|份)?(?![\d])/.exec(inside)
  if (month !== null && (!strict || rest(inside, month[0]))) return lastOf(Number(month[1]), Number(month[2]))
  const yearEnd = /^(?:\D{0,2}?)(20\d{2}|19\d{2})年?(?:度)?(?:底|末|年底|年末)/.exec(inside)
  if (yearEnd !== null && (!strict || rest(inside, yearEnd[0]))) return ymd(Number(yearEnd[1]), 12, 31)
  const compact = /^(20\d{2})(\d{2})(\d{2})(?!\d)/.exec(inside)
  if (compact !== null && (!strict || rest(inside, compact[0]))) return real(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  // A line may name other things first: 填报单位：姜堰镇  2023年12月31日.
  if (strict) {
    const tail = /(20\d{2})年(\d{1,2})月(?:(\d{1,2})[日号])?$/.exec(word)
    if (tail !== null)
      return tail[3] === undefined ? lastOf(Number(tail[1]), Number(tail[2])) : real(Number(tail[1]), Number(tail[2]), Number(tail[3]))
  }
  return null
}

/** Without a leading word the date must be all there is, or the line is about something else. */
function rest(whole: string, used: string): boolean {
  return /^(?:止|为止|日|填|填报|填表|制|制表|统计|报|上报|更新|版|数据|情况)?[。.)）\s]*$/.test(whole.slice(used.length))
}

function real(year: number, month: number, day: number): number | null {
  return isRealDay(year, month, day) ? ymd(year, month, day) : null
}

function lastOf(year: number, month: number): number | null {
  return month >= 1 && month <= 12 ? ymd(year, month, daysInMonth(year, month)) : null
}
