import { digitAt, isX, Run } from './digit-run'
import { ownerAt } from './personal-number'
import type { Kind } from './personal-number'

/**
 * The one mask for numbers that belong to persons: identity numbers of 15 or 18 characters, telephone numbers and bank cards, in whatever way
 * they are written: behind a letter or a dot, cut by strokes, blanks, line ends or marks that do not show, full width, two run together.
 * Every text that leaves the program passes here last; what stays are amounts, days, addresses of cells and fingerprints.
 */
export function maskText(text: string): string {
  let masked = '', copied = 0
  const { length } = text
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at)
    if (code < ZERO || (code > NINE && code < FIRST_OTHER) || digitAt(text, at) < 0) {
      at++
      continue
    }
    const end = runEnd(text, at)
    if (runDigits >= SHORTEST) {
      const run = text.slice(at, end), now = maskRun(run, isHexLetter(text.charCodeAt(at - 1)) || isHexLetter(text.charCodeAt(end)))
      if (now !== run) {
        masked += text.slice(copied, at) + now
        copied = end
      }
    }
    at = end
  }
  return copied === 0 ? text : masked + text.slice(copied)
}

/** A telephone number is the shortest thing that is masked. */
export const SHORTEST = 10
/** A gap between two digits of one number is no longer than this. */
export const LONGEST_GAP = 6
const ZERO = 48, NINE = 57, SMALL_A = 97, SMALL_Z = 122, FIRST_OTHER = 0x660
/** Letters, signs of reckoning and marks of a verdict end a number. */
const NO_GAP = /[\p{L}‰→×÷¥￥✓✕▲]/u

function isHexLetter(code: number): boolean {
  return (code >= 97 && code <= 102) || (code >= 65 && code <= 70)
}

/** Whether a character ends a number; the common ones without an expression. */
function endsNumber(code: number, text: string, at: number): boolean {
  if (code < 128)
    return (code | 32) >= SMALL_A
      ? (code | 32) <= SMALL_Z
      : code === 37 || code === 36 || code === 38 || code === 43 || (code >= 60 && code <= 63)
  return (code >= 0x3041 && code <= 0x9fff) || NO_GAP.test(text.charAt(at))
}

let runDigits = 0
/** Where the digits end that begin at a place, with gaps between them, and a last X behind them; leaves their count in `runDigits`. */
function runEnd(text: string, start: number): number {
  let end = start, gap = 0
  runDigits = 0
  for (let at = start; at < text.length && gap <= LONGEST_GAP; ) {
    if (digitAt(text, at) >= 0) {
      at += text.charCodeAt(at) === 0xd835 ? 2 : 1
      end = at
      gap = 0
      runDigits++
    } else if (gap <= 2 && isX(text.charCodeAt(at))) return at + 1
    else if (endsNumber(text.charCodeAt(at), text, at)) break
    else {
      at++
      gap++
    }
  }
  return end
}

function maskRun(text: string, inHash: boolean): string {
  const run = new Run(text, inHash)
  let masked = '', at = 0, done = 0
  while (at < run.length) {
    const found = ownerAt(run, at, done)
    if (found === null) {
      at++
      continue
    }
    const end = at + found.length
    masked += text.slice(done === 0 ? 0 : (run.ends[done - 1] ?? 0), run.starts[at]) + starred(run.digits.slice(at, end), found.kind)
    at = done = end
  }
  return done === 0 ? text : masked + text.slice(run.ends[done - 1])
}

/** First three and last four stay, of a card the first four. */
function starred(digits: string, kind: Kind): string {
  if (kind === 'id') return `${digits.slice(0, 3)}***********${digits.slice(-4)}`
  return kind === 'card' ? `${digits.slice(0, 4)}***********${digits.slice(-4)}` : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}
