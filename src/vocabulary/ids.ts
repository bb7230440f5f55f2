import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import { isRealDay, ymd } from '../core/day'
import { isNothing } from './answers'
import { birthDoubt } from './plausible'

export interface IdReading {
  /** `digits-lost`: stored as a number, which keeps 15 digits; `checksum`: 18 characters whose last one is wrong; `date`: 18 or 15 digits that hold no day. */
  readonly state: 'blank' | 'valid' | 'checksum' | 'date' | 'length' | 'digits-lost' | 'masked' | 'not-an-id'
  /** yyyymmdd, 0 when the digits are no day that a living person has. */
  readonly birth: number
  readonly sex: 'male' | 'female' | null
}

/** How a readable id is written otherwise than as 18 plain characters; the number itself is the same. */
export type IdForm = 'plain' | 'fifteen' | 'lower-x' | 'full-width' | 'separated' | 'wrapped'

/** GB 11643-1999: the weights of the 17 digits and the check characters by the remainder of 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

const BLANK: IdReading = { state: 'blank', birth: 0, sex: null }
const MASKED: IdReading = { state: 'masked', birth: 0, sex: null }
const NOT_AN_ID: IdReading = { state: 'not-an-id', birth: 0, sex: null }
const LENGTH: IdReading = { state: 'length', birth: 0, sex: null }

/** Reads one cell of an id column, 18 characters or the 15 digits of before 1999. Never remembers a number. */
export function readId(value: CellValue): IdReading {
  if (value === null) return BLANK
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string' || isCellError(value)) return NOT_AN_ID
  const text = isBare(value) ? value : tidy(value)
  const length = text.length
  if (length === 18) return read18(text)
  if (length === 15) return read15(text)
  return other(text)
}

/** The usual case, settled without a copy: 15 or 18 characters, digits and a last X. */
function isBare(text: string): boolean {
  const length = text.length
  if (length !== 18 && length !== 15) return false
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 48 || code > 57) && !(at === 17 && (code === 88 || code === 120))) return false
  }
  return true
}

/** Beyond this nothing is an id, whatever stands around it. */
const LONGEST = 60
const LEAD = /^(?:(?:居民|公民|二代)?(?:身份证号码|身份证号|身份证|身份号码|证件号码|证件号|证号|号码)|id)[:：号]*/i

/** Width, white space, quotation marks, direction marks and other characters that are not printed, a word in front and separators go. */
function tidy(text: string): string {
  if (text.length > LONGEST) return ''
  return text.normalize('NFKC').replace(/[\s'"‘’“”`′]|\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/gu, '').replace(LEAD, '').replace(/(?<=\d)[-–—−·._/](?=[\dxX])/g, '').replace(/^[([（【]+|[)\]）】]+$/g, '').replace(/[。.,，;；、]+$/, '').toUpperCase()
}

function readNumber(value: number): IdReading {
  if (!Number.isFinite(value) || value <= 0) return NOT_AN_ID
  // Excel keeps 15 digits of a number; what a double says behind them is noise.
  if (value >= 1e15 && value < 1e19) return { state: 'digits-lost', birth: dayAt(value.toPrecision(15).replace(/\D/g, ''), 6), sex: null }
  if (Number.isInteger(value) && value >= 1e14) return read15(value.toFixed(0))
  return Number.isInteger(value) && value >= 1e9 ? LENGTH : NOT_AN_ID
}

/** An id as 18 (or 15) plain characters; `''` where the cell holds none. Identity is told by it; it is never shown. */
export function bareId(value: CellValue): string {
  const text = typeof value === 'string' ? (isBare(value) ? value.toUpperCase() : tidy(value)) : typeof value === 'number' && value >= 1e14 && value < 1e15 && Number.isInteger(value) ? value.toFixed(0) : ''
  return /^(?:\d{17}[\dX]|\d{15})$/.test(text) ? text : ''
}

/** The 18 characters of an id of 15 digits: its century and its check character put in. */
export function toEighteen(fifteen: string): string {
  const digits = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return digits + checkCharacter(digits)
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
const PROVINCES = new Set([11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91])

/** The area code can be one: its province exists, and no county is numbered 00. */
export function isLikelyArea(bare: string): boolean {
  return PROVINCES.has(Number(bare.slice(0, 2))) && bare.slice(2, 6) !== '0000'
}

function read18(text: string): IdReading {
  let sum = 0
  for (let at = 0; at < 17; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return other(text)
    sum += digit * (WEIGHTS[at] ?? 0)
  }
  const last = text.charCodeAt(17), check = last === 120 ? 88 : last
  if (!((check >= 48 && check <= 57) || check === 88)) return other(text)
  const birth = dayAt(text, 6)
  const sex = (text.charCodeAt(16) - 48) % 2 === 1 ? 'male' : 'female'
  return { state: birth === 0 ? 'date' : check === CHECKS.charCodeAt(sum % 11) ? 'valid' : 'checksum', birth, sex }
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
  if (/^\d{10,22}X?$/.test(text)) return { state: 'length', birth: text.length >= 14 ? dayAt(text, 6) : 0, sex: null }
  return NOT_AN_ID
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

/** The eight digits from `at` as a day, 0 when they are none that a living person has. */
function dayAt(text: string, at: number): number {
  const year = two(text, at) * 100 + two(text, at + 2), month = two(text, at + 4), day = two(text, at + 6)
  return isRealDay(year, month, day) && year <= 2099 && birthDoubt(ymd(year, month, day), undefined) === null ? ymd(year, month, day) : 0
}

/** The check character of 17 digits; `''` when they are not 17 digits. */
export function checkCharacter(digits: string): string {
  if (!/^\d{17}$/.test(digits)) return ''
  let sum = 0
  for (let at = 0; at < 17; at++) sum += (digits.charCodeAt(at) - 48) * (WEIGHTS[at] ?? 0)
  return CHECKS.charAt(sum % 11)
}

/** First three, stars, last four, always 18 characters long: `310***********1234`. Shorter texts are starred but for their ends. */
export function maskId(text: string): string {
  const bare = text.normalize('NFKC').replace(/[\s'"‘’“”-]/g, '')
  if (bare.length < 8) return '*'.repeat(bare.length)
  return `${bare.slice(0, 3)}***********${bare.slice(-4).toUpperCase()}`
}
