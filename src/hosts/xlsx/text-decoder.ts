/**
 * Short UTF-8 texts out of a byte buffer. `TextDecoder` costs more for each call than a name of three characters takes,
 * so short texts are decoded here; entities and `_xHHHH_` are noticed on the way and handled by the slow road.
 */
import { decodeEntities, decodeEscapes } from './xml'

const SHORT = 96
const codes = new Uint16Array(SHORT)
const views: readonly Uint16Array[] = Array.from({ length: SHORT + 1 }, (_, length) => codes.subarray(0, length))
const long = new TextDecoder('utf-8', { ignoreBOM: true })

const SLOTS = 1 << 13
const known: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined)

/** How many characters stand in `codes`, or -1 when the text needs the slow road. Also leaves the text's hash in `hash`. */
let hash = 0
function toCodes(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > SHORT) return -1
  let length = 0
  let h = 0
  for (let at = start; at < end; ) {
    const byte = bytes[at] as number
    let code = byte
    if (byte < 0x80) {
      // `&` starts an entity, CR is normalised by XML readers, `_x` may be an escape.
      if (byte === 38 || byte === 13 || (byte === 95 && bytes[at + 1] === 120)) return -1
      at++
    } else if (byte >= 0xe0 && byte < 0xf0 && at + 2 < end) {
      const second = bytes[at + 1] as number, third = bytes[at + 2] as number
      code = ((byte & 15) << 12) | ((second & 63) << 6) | (third & 63)
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80 || code < 0x800 || (code >= 0xd800 && code < 0xe000)) return -1
      at += 3
    } else return -1
    codes[length++] = code
    h = (Math.imul(h, 31) + code) | 0
  }
  hash = h
  return length
}

/** XML text content as a string: entities, escapes and line ends resolved. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  const length = toCodes(bytes, start, end)
  if (length < 0) return slowText(bytes, start, end)
  return length === 0 ? '' : (String.fromCharCode.apply(null, views[length] as unknown as number[]))
}

/** The same, for texts that come again and again: equal texts are one string. */
export function sharedTextAt(bytes: Uint8Array, start: number, end: number): string {
  const length = toCodes(bytes, start, end)
  if (length < 0) return slowText(bytes, start, end)
  if (length === 0) return ''
  const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1)
  const before = known[slot]
  if (before !== undefined && before.length === length) {
    let i = 0
    while (i < length && before.charCodeAt(i) === codes[i]) i++
    if (i === length) return before
  }
  const text = String.fromCharCode.apply(null, views[length] as unknown as number[])
  known[slot] = text
  return text
}

function slowText(bytes: Uint8Array, start: number, end: number): string {
  let text = long.decode(bytes.subarray(start, end))
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  return decodeEscapes(decodeEntities(text))
}

/** Lets go of the remembered texts, so that a closed workbook's words do not stay in memory. */
export function forgetTexts(): void {
  known.fill(undefined)
}

/**
 * A number as XML writes it. Plain decimals of up to 15 digits are exact here: an integer below 2^53 divided by a power of ten
 * that is itself exact rounds once, as the standard asks. Everything else goes through `Number`.
 * @returns NaN when it is no number
 */
export function numberAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  const negative = bytes[at] === 45
  if (negative) at++
  const from = at
  let whole = 0, digits = 0, decimals = -1
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 48
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit
      digits++
      if (decimals >= 0) decimals++
    } else if (digit === -2 && decimals < 0) decimals = 0
    else return slowNumber(bytes, start, end)
  }
  if (digits === 0 || digits > 15 || at === from) return slowNumber(bytes, start, end)
  const value = decimals > 0 ? whole / (POWERS[decimals] as number) : whole
  return negative ? -value : value
}

const POWERS: readonly number[] = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = long.decode(bytes.subarray(start, end)).trim()
  // Number() also takes hexadecimal and "Infinity", which are no numbers in a sheet.
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN
}
