import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import { isRealDay, ymd } from '../core/day'
import { ID_CHECKS, ID_WEIGHTS, bareId, isBareId, tidyId } from '../core/id-number'
import { isNothing } from './answers'
import { birthDoubt } from './plausible'

export { bareId, checkCharacter, toEighteen } from '../core/id-number'

export interface IdReading {
  /** `document`: the number of a passport or a permit, which tells no birth. `digits-lost`: stored as a number, which keeps 15 digits; `checksum`: 18 characters whose last one is wrong; `date`: 18 or 15 digits that hold no day. */
  readonly state: 'blank' | 'valid' | 'checksum' | 'date' | 'length' | 'digits-lost' | 'masked' | 'document' | 'not-an-id'
  /** yyyymmdd, 0 when the digits are no day that a living person has. */
  readonly birth: number
  readonly sex: 'male' | 'female' | null
}

/** How a readable id is written otherwise than as 18 plain characters; the number itself is the same. */
export type IdForm = 'plain' | 'fifteen' | 'lower-x' | 'full-width' | 'separated' | 'wrapped'

const BLANK: IdReading = { state: 'blank', birth: 0, sex: null }
const MASKED: IdReading = { state: 'masked', birth: 0, sex: null }
const NOT_AN_ID: IdReading = { state: 'not-an-id', birth: 0, sex: null }
const DOCUMENT: IdReading = { state: 'document', birth: 0, sex: null }
const LENGTH: IdReading = { state: 'length', birth: 0, sex: null }

/** Reads one cell of an id column, 18 characters or the 15 digits of before 1999. Never remembers a number. */
export function readId(value: CellValue): IdReading {
  if (value === null) return BLANK
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string' || isCellError(value)) return NOT_AN_ID
  const text = isBareId(value) ? value : tidyId(value)
  // 身份证 or a sentence: something stands there, and no number.
  if (text === '' && value.trim() !== '') return isNothing(value.trim()) ? BLANK : NOT_AN_ID
  const length = text.length
  if (length === 18) return read18(text)
  if (length === 15) return read15(text)
  // 32129919: an id that was cut off, and no permit.
  if (length >= 8 && length < 18 && /^\d{6}(?:19|20)\d*$/.test(text) && isLikelyArea(text)) return LENGTH
  return other(text)
}

function readNumber(value: number): IdReading {
  if (!Number.isFinite(value) || value <= 0) return NOT_AN_ID
  // Excel keeps 15 digits of a number; what a double says behind them is noise.
  if (value >= 1e15 && value < 1e19) return { state: 'digits-lost', birth: dayAt(value.toPrecision(15).replace(/\D/g, ''), 6), sex: null }
  if (Number.isInteger(value) && value >= 1e14) return read15(value.toFixed(0))
  if (MOBILE.test(String(value))) return NOT_AN_ID
  return Number.isInteger(value) && value >= 1e9 ? LENGTH : isOtherDocument(String(value)) ? DOCUMENT : NOT_AN_ID
}

/** How a cell writes an id that can be read. */
export function idForm(value: CellValue): IdForm {
  const bare = bareId(value)
  if (bare.length === 15) return 'fifteen'
  if (typeof value !== 'string' || value === bare) return 'plain'
  const printed = value.trim()
  if (/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/.test(printed)) return 'full-width'
  if (printed === value && printed.toUpperCase() === bare) return 'lower-x'
  return /\d[\s\u00a0\u3000\-–—−·._/]+[\dxX]/.test(printed) ? 'separated' : 'wrapped'
}

/** The first two digits of a province, autonomous region or municipality, Taiwan, Hong Kong, Macau, and the residence permits for foreigners (GB/T 2260). */
const PROVINCES = new Set([
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
  83, 91,
])

/** The area code can be one: its province exists, and no county is numbered 00. */
export function isLikelyArea(bare: string): boolean {
  return PROVINCES.has(Number(bare.slice(0, 2))) && bare.slice(2, 6) !== '0000'
}

function read18(text: string): IdReading {
  let sum = 0
  for (let at = 0; at < 17; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return other(text)
    sum += digit * (ID_WEIGHTS[at] ?? 0)
  }
  const last = text.charCodeAt(17), check = last === 120 ? 88 : last
  if (!((check >= 48 && check <= 57) || check === 88)) return other(text)
  const birth = dayAt(text, 6)
  const sex = (text.charCodeAt(16) - 48) % 2 === 1 ? 'male' : 'female'
  return { state: birth === 0 ? 'date' : check === ID_CHECKS.charCodeAt(sum % 11) ? 'valid' : 'checksum', birth, sex }
}

function read15(text: string): IdReading {
  for (let at = 0; at < 15; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return other(text)
  }
  const year = 1900 + two(text, 6), month = two(text, 8), day = two(text, 10)
  const birth = isRealDay(year, month, day) ? ymd(year, month, day) : 0
  const sex = (text.charCodeAt(14) - 48) % 2 === 1 ? 'male' : 'female'
  // The short form has no check digit: its day is all that can be tested.
  return { state: birth === 0 ? 'date' : 'valid', birth, sex }
}

function other(text: string): IdReading {
  if (text === '' || /^[-/\\—–_.无]+$/.test(text) || isNothing(text)) return BLANK
  if (/^\d{3,14}[*xX×●•＊?#]{2,}[\dX]{0,6}$/.test(text) && !/^\d{17}X$/.test(text)) return { state: 'masked', birth: /^\d{14}/.test(text) ? dayAt(text, 6) : 0, sex: null }
  if (/[*●•×#]{3,}/.test(text)) return MASKED
  // 3.21299198503121E+17: as many digits as are shown are right.
  const shown = /^(\d)\.?(\d{0,17})E\+?1[4-8]$/.exec(text)
  if (shown !== null) { const digits = `${shown[1] ?? ''}${shown[2] ?? ''}`; return { state: 'digits-lost', birth: digits.length >= 14 ? dayAt(digits, 6) : 0, sex: null } }
  if (MOBILE.test(text)) return NOT_AN_ID
  if (isOtherDocument(text)) return DOCUMENT
  if (/^\d{10,22}X?$/.test(text)) return { state: 'length', birth: text.length >= 14 ? dayAt(text, 6) : 0, sex: null }
  return NOT_AN_ID
}

/** A mobile number in the wrong column: eleven digits are no id with some left out. */
const MOBILE = /^(?:86)?1[3-9]\d{9}$/

/**
 * Passports, permits of Hong Kong, Macau (H, M) and Taiwan (eight digits), and the older residence permit of foreigners (a country, twelve digits):
 * their holders have no id of 18 characters. Eight digits that are a day somebody can be born on are that day.
 */
function isOtherDocument(text: string): boolean {
  if (/^\d{8}$/.test(text)) return dayAt(text, 0) === 0
  return /^(?:[A-Z]\d{7,8}|[A-Z]{2}\d{6,7}|[HM]\d{10}|[A-Z]{3}\d{12})$/.test(text)
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

/** The eight digits from `at` as a day, 0 when they are none that a living person has. */
function dayAt(text: string, at: number): number {
  const year = two(text, at) * 100 + two(text, at + 2), month = two(text, at + 4), day = two(text, at + 6)
  return isRealDay(year, month, day) && year <= 2099 && birthDoubt(ymd(year, month, day), undefined) === null ? ymd(year, month, day) : 0
}

/** First three, stars, last four, always 18 characters long: `310***********1234`. Shorter texts are starred but for their ends. */
export function maskId(text: string): string {
  const bare = text.normalize('NFKC').replace(/[\s'"‘’“”-]/g, '')
  if (bare.length < 8) return '*'.repeat(bare.length)
  return `${bare.slice(0, 3)}***********${bare.slice(-4).toUpperCase()}`
}
