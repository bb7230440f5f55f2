import { maskText } from '../core/mask'
import { maskJson } from '../core/mask-json'

/** Control characters but for tab and line end, and marks that turn the direction of writing. */
const CONTROLS = '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f', DIRECTIONS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069', LINES = '\\u2028\\u2029'
const IN_TEXT = new RegExp(`[${CONTROLS}${DIRECTIONS}${LINES}]`, 'g')
/** The colours that a report has on a terminal, and no other sequence. */
const IN_COLOUR = new RegExp(`\\u001b\\[(?:0|3[1-6])m|[${CONTROLS}${DIRECTIONS}${LINES}]`, 'g')
const IN_JSON = new RegExp(`[\\u007f-\\u009f${DIRECTIONS}${LINES}]`, 'g')
/** JSON begins with a bracket and a text, a line end or another bracket; a file's name that begins so is none. */
const STARTS_JSON = /^\s*(?:\{\s*["}\n]|\[\s*["[{\]\n])/

/**
 * The last door of everything that leaves the command line: ids, telephone numbers and cards are masked, and nothing of a workbook
 * steers the terminal that shows it. One for each output, because its first piece tells whether it is JSON.
 */
export function outgoing(colour = false): (piece: string) => string {
  let isJson: boolean | undefined
  return piece => {
    if (piece === '') return ''
    isJson ??= STARTS_JSON.test(piece)
    return isJson ? maskJson(piece).replace(IN_JSON, escaped) : outgoingText(piece, colour)
  }
}

/** The same for a text that is none of JSON: a line of a log, an error. */
export function outgoingText(text: string, colour = false): string {
  return maskText(text).replace(colour ? IN_COLOUR : IN_TEXT, pictured)
}

/** Escape is shown as its picture ␛; what turns the direction is left out, for it shows nothing itself. */
function pictured(sign: string): string {
  if (sign.length > 1) return sign
  const code = sign.charCodeAt(0)
  if (code < 32) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '␡'
  if (code < 0xa0) return '\ufffd'
  return code === 0x2028 || code === 0x2029 ? ' ' : ''
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
