import { LAST_COLUMN, LAST_ROW, cellKey } from '../../core/place'
import { readXml } from './xml'
import type { Attributes } from './xml'

/** Characters as the scanners meet them. */
export const SPACE = 32,
  BANG = 33,
  QUOTE = 34,
  DOLLAR = 36,
  APOSTROPHE = 39,
  MINUS = 45,
  SLASH = 47,
  ZERO = 48,
  NINE = 57,
  COLON = 58,
  LESS = 60,
  EQUALS = 61,
  GREATER = 62,
  QUESTION = 63,
  BRACKET = 91,
  CLOSING_BRACKET = 93
/** Letters that elements, attributes and types begin with. */
export const A = 65,
  Z = 90,
  SMALL_A = 97,
  B = 98,
  C = 99,
  D = 100,
  E = 101,
  F = 102,
  I = 105,
  R = 114,
  S = 115,
  T = 116,
  V = 118,
  X = 120,
  SMALL_Z = 122

const utf8 = new TextDecoder()
const LONGEST_NAME = 64

export function nameIs(bytes: Uint8Array, start: number, length: number, name: string): boolean {
  if (length !== name.length) return false
  for (let i = 0; i < length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false
  return true
}

/** An element's name; '' for one that is longer than any that we know. */
export function nameOf(bytes: Uint8Array, start: number, length: number): string {
  return length > 40 ? '' : utf8.decode(bytes.subarray(start, start + length))
}

/** The attributes of the tag from `<` at `at` to `>` at `close`: the comfortable way, for tags that are few. */
export function attributesOf(bytes: Uint8Array, at: number, close: number, part: string): Attributes {
  let found: Attributes = NO_ATTRIBUTES
  readXml(utf8.decode(bytes.subarray(at, close + 1)), part, { open: (_name, attributes) => (found = attributes) })
  return found
}

export const NO_ATTRIBUTES: Attributes = {}

/** Alternative content and extensions: a reader may leave them out, and what they hold is no cell. */
export function isAside(bytes: Uint8Array, start: number, length: number): boolean {
  return (length === 6 && nameIs(bytes, start, length, 'extLst')) || (length === 16 && nameIs(bytes, start, length, 'AlternateContent'))
}

/**
 * The number of a row whose tag says nothing else of interest, which is nearly every row; 0 when the tag must be read in full.
 * `spans` and `x14ac:dyDescent` are hints for drawing.
 * @param from behind the element's name
 */
export function plainRow(bytes: Uint8Array, from: number, close: number): number {
  let row = 0
  let at = from
  for (;;) {
    while (at < close && (bytes[at] as number) <= SPACE) at++
    const first = bytes[at]
    if (at >= close || first === SLASH) return row
    let equals = at
    while (equals < close && bytes[equals] !== EQUALS) equals++
    const length = equals - at
    if (bytes[equals + 1] !== QUOTE) return 0
    let stop = equals + 2
    if (length === 1 && first === R) {
      for (; bytes[stop] !== QUOTE; stop++) {
        const digit = (bytes[stop] as number) - ZERO
        if (digit < 0 || digit > 9) return 0
        row = row * 10 + digit
      }
    } else if ((length === 5 && first === S) || (length === 15 && first === X)) {
      while (stop < close && bytes[stop] !== QUOTE) stop++
    } else return 0
    at = stop + 1
  }
}

/** The `r` of a row tag; `undefined` when it has none. */
export function rowNumber(bytes: Uint8Array, start: number, close: number): number | undefined {
  for (let at = start + 4; at < close; at++) {
    // A name of one letter, with white space before it and its equals sign behind.
    if (bytes[at] !== R || (bytes[at - 1] as number) > SPACE) continue
    let equals = at + 1
    while ((bytes[equals] as number) <= SPACE) equals++
    if (bytes[equals] !== EQUALS) continue
    let digit = equals + 1, row = 0
    while ((bytes[digit] as number) <= SPACE) digit++
    for (digit++; digit < close; digit++) {
      const value = (bytes[digit] as number) - ZERO
      if (value < 0 || value > 9) break
      row = row * 10 + value
    }
    return row
  }
  return undefined
}

/** The name of the tag at `at`, without its prefix; a closing tag's with a leading slash. */
export function tagName(bytes: Uint8Array, at: number): string {
  let start = at + 1
  const closing = bytes[start] === SLASH
  if (closing) start++
  let end = start
  for (; end - at < LONGEST_NAME; end++) {
    const byte = bytes[end] as number
    if (byte === COLON) start = end + 1
    else if (byte === GREATER || byte === SLASH || byte <= SPACE) break
  }
  return (closing ? '/' : '') + utf8.decode(bytes.subarray(start, end))
}

/** The prefix of the tag at `at`, with its colon, or ''. */
export function tagPrefix(bytes: Uint8Array, at: number): string {
  for (let end = at + 1; end - at < LONGEST_NAME; end++) {
    const byte = bytes[end] as number
    if (byte === COLON) return utf8.decode(bytes.subarray(at + 1, end + 1))
    if (byte === GREATER || byte === SLASH || byte <= SPACE) return ''
  }
  return ''
}

/** `</v></c>` begins here; it cannot match across the end of a buffer because of the zero byte there. */
export function closesCell(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 1] === SLASH && bytes[at + 2] === V && bytes[at + 3] === GREATER &&
    bytes[at + 4] === LESS && bytes[at + 5] === SLASH && bytes[at + 6] === C && bytes[at + 7] === GREATER
  )
}

/** The cell that `B7`, `$b$7` names, as a `cellKey`; -1 when it names none. */
export function referenceAt(bytes: Uint8Array, start: number, stop: number): number {
  let row = 0, column = 0
  for (let at = start; at < stop; at++) {
    const code = bytes[at] as number
    if (code >= A && code <= Z) column = column * 26 + code - A + 1
    else if (code >= SMALL_A && code <= SMALL_Z) column = column * 26 + code - SMALL_A + 1
    else if (code >= ZERO && code <= NINE) row = row * 10 + code - ZERO
    else if (code !== DOLLAR) return -1
  }
  return column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW ? -1 : cellKey(row, column)
}
