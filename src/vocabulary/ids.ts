import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import { isRealDay, ymd } from '../core/day'

export interface IdReading {
  /** `digits-lost`: stored as a number, which keeps 15 digits; `checksum`: 18 characters whose last one is wrong. */
  readonly state: 'blank' | 'valid' | 'checksum' | 'length' | 'digits-lost' | 'masked' | 'not-an-id'
  /** yyyymmdd, 0 when the digits are no day. */
  readonly birth: number
  readonly sex: 'male' | 'female' | null
}

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

function tidy(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff'"‘’“”`]/g, '').replace(/^(?:居民)?(?:公民)?(?:身份证号码?|身份证|身份号码|证件号码?|证号|号码|id)[:：]?/i, '').replace(/(?<=\d)[-–—·.](?=[\dxX])/g, '').replace(/[。.,，;；、]+$/, '').toUpperCase()
}

function readNumber(value: number): IdReading {
  if (!Number.isFinite(value) || value <= 0) return NOT_AN_ID
  // 15 digits fit into a number exactly; 16 and more lost their tail.
  if (value >= 1e15 && value < 1e19) {
    const digits = value.toFixed(0).padEnd(18, '0').slice(0, 18)
    const birth = dayAt(digits, 6)
    return { state: 'digits-lost', birth, sex: null }
  }
  if (Number.isInteger(value) && value >= 1e14) return read15(value.toFixed(0))
  return Number.isInteger(value) && value >= 1e9 ? LENGTH : NOT_AN_ID
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
  return { state: check === CHECKS.charCodeAt(sum % 11) && birth !== 0 ? 'valid' : 'checksum', birth, sex }
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
  return birth === 0 ? { state: 'not-an-id', birth: 0, sex: null } : { state: 'valid', birth, sex }
}

function other(text: string): IdReading {
  if (text === '' || /^[-/\\—–_.无]+$/.test(text) || text === '不详' || text === '暂无' || text === '待补') return BLANK
  if (/^\d{3,14}[*xX×●•＊?#]{2,}[\dX]{0,6}$/.test(text) && !/^\d{17}X$/.test(text)) return { state: 'masked', birth: /^\d{14}/.test(text) ? dayAt(text, 6) : 0, sex: null }
  if (/[*●•×#]{3,}/.test(text)) return MASKED
  const scientific = /^\d+(?:\.\d+)?E\+?1[4-8]$/.test(text)
  if (scientific) return { state: 'digits-lost', birth: 0, sex: null }
  if (/^\d{10,22}X?$/.test(text)) return { state: 'length', birth: text.length >= 14 ? dayAt(text, 6) : 0, sex: null }
  return NOT_AN_ID
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

/** The eight digits from `at` as a day, 0 when they are none that a living person has. */
function dayAt(text: string, at: number): number {
  const year = two(text, at) * 100 + two(text, at + 2), month = two(text, at + 4), day = two(text, at + 6)
  return year >= 1900 && year <= 2099 && isRealDay(year, month, day) ? ymd(year, month, day) : 0
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
