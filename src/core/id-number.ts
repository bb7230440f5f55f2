import type { CellValue } from './cell'

/** GB 11643-1999: the weights of the 17 digits and the check characters by the remainder of 11. */
export const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
export const ID_CHECKS = '10X98765432'

const SMALL_X = 120

/** The usual case, settled without a copy: 15 or 18 characters, digits and a last X. */
export function isBareId(text: string): boolean {
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

/** What is typed for the check character X: the sign of multiplication, the Cyrillic and the Greek letter. */
const LIKE_X = /^(\d{17})[×✕✖╳хХχΧ]$/

/** Width, white space, quotation marks, direction marks and other characters that are not printed, a word in front and separators go. */
export function tidyId(text: string): string {
  if (text.length > LONGEST) return ''
  return text.normalize('NFKC').replace(/[\s'"‘’“”`′]|\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/gu, '').replace(LEAD, '').replace(/(?<=\d)[-–—−·._/](?=[\dxX])/g, '').replace(/^[([（【]+|[)\]）】]+$/g, '').replace(/[。.,，;；、]+$/, '').replace(LIKE_X, '$1X').toUpperCase()
}

/** An id as 18 (or 15) plain characters; `''` where the cell holds none. Identity is told by it; it is never shown. */
export function bareId(value: CellValue): string {
  if (typeof value === 'string' && isBareId(value)) return value.length === 18 && value.charCodeAt(17) === SMALL_X ? value.toUpperCase() : value
  const text = typeof value === 'string' ? tidyId(value) : typeof value === 'number' && value >= 1e14 && value < 1e15 && Number.isInteger(value) ? value.toFixed(0) : ''
  return /^(?:\d{17}[\dX]|\d{15})$/.test(text) ? text : ''
}

/** The 18 characters of an id of 15 digits: its century and its check character put in. */
export function toEighteen(fifteen: string): string {
  const digits = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return digits + checkCharacter(digits)
}

/** The check character of 17 digits; `''` when they are not 17 digits. */
export function checkCharacter(digits: string): string {
  if (!/^\d{17}$/.test(digits)) return ''
  let sum = 0
  for (let at = 0; at < 17; at++) sum += (digits.charCodeAt(at) - 48) * (ID_WEIGHTS[at] ?? 0)
  return ID_CHECKS.charAt(sum % 11)
}
