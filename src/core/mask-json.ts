import { digitAt, isX } from './digit-run'
import { LONGEST_GAP, maskText, SHORTEST } from './mask'

/**
 * `maskText` for JSON: texts are masked as they are meant and not as they are written, so that no escape hides a number, and a bare number is
 * touched only where it is a whole one of 15 digits or more that could be an id or a card; it is a text then. The shape stays.
 * @param json whole tokens: a piece may end between two of them, never inside a text
 */
export function maskJson(json: string): string {
  let masked = '', copied = 0
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === QUOTE) {
      const end = textEnd(json, at)
      if (mayHoldNumber) {
        masked += json.slice(copied, at) + maskToken(json.slice(at, end))
        copied = end
      }
      at = end - 1
    } else if (code >= ZERO && code <= NINE) {
      let end = at + 1
      while (isInNumber(json.charCodeAt(end))) end++
      const token = json.slice(at, end)
      if (end - at >= SHORTEST_BARE && BARE.test(token) && !isInNumber(json.charCodeAt(at - 1))) {
        masked += json.slice(copied, at) + maskToken(token)
        copied = end
      }
      at = end - 1
    }
  }
  return copied === 0 ? json : masked + json.slice(copied)
}

let mayHoldNumber = false

/**
 * Where a text of JSON ends; leaves in `mayHoldNumber` whether enough digits stand near each other in it. Hardly any text has them, so that it need
 * not be taken out of the piece. An escaped character counts as a digit if it is written by its number, else as a gap of one.
 */
function textEnd(json: string, start: number): number {
  let digits = 0, gap = 0
  mayHoldNumber = false
  for (let at = start + 1; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) {
      at++
      if (json.charCodeAt(at) === SMALL_U) {
        digits++
        gap = 0
      } else gap++
    } else if ((code >= ZERO && code <= NINE) || (code >= FIRST_OTHER && !isIdeograph(code) && digitAt(json, at) >= 0)) {
      digits++
      gap = 0
    } else if (digits > 0 && (++gap > LONGEST_GAP || isWord(code))) digits = gap = 0
    if (digits >= SHORTEST) mayHoldNumber = true
  }
  // A text that does not end: a piece that is none of JSON is masked as a text.
  mayHoldNumber = true
  return json.length
}

/** Letters and ideographs, which end a number; an X may be its last sign. */
function isWord(code: number): boolean {
  return code < 128 ? (code | 32) >= SMALL_A && (code | 32) <= SMALL_Z && !isX(code) : isIdeograph(code)
}

function isIdeograph(code: number): boolean {
  return code >= 0x3041 && code <= 0x9fff
}

/** `1.5e-7`, `-3`. */
function isInNumber(code: number): boolean {
  return (code >= ZERO && code <= NINE) || code === 46 || code === 101 || code === 69 || code === 43 || code === 45
}

/** A bare number shorter than this is an amount. */
const SHORTEST_BARE = 15
const QUOTE = 34, BACKSLASH = 92, SMALL_U = 117, ZERO = 48, NINE = 57, SMALL_A = 97, SMALL_Z = 122, FIRST_OTHER = 0x660
const BARE = /^\d{15,19}$/

function maskToken(token: string): string {
  if (token.length < SHORTEST) return token
  if (token.charCodeAt(0) !== QUOTE) {
    const masked = maskText(token)
    return masked === token ? token : `"${masked}"`
  }
  if (!token.includes('\\')) return maskText(token)
  let text: string
  try {
    text = JSON.parse(token) as string
  } catch {
    return maskText(token)
  }
  const masked = maskText(text)
  return masked === text ? token : JSON.stringify(masked)
}
