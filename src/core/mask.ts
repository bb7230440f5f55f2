import { isRealDay } from './day'

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

/**
 * The same for JSON: texts are masked as they are meant and not as they are written, so that no escape hides a number, and a bare number is
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

/** A telephone number is the shortest thing that is masked. */
const SHORTEST = 10
/** A gap between two digits of one number is no longer than this. */
const LONGEST_GAP = 6
/** A bare number shorter than this is an amount. */
const SHORTEST_BARE = 15
const QUOTE = 34, BACKSLASH = 92, SMALL_U = 117, ZERO = 48, NINE = 57, SMALL_A = 97, SMALL_Z = 122, FIRST_OTHER = 0x660
/** Letters, signs of reckoning and marks of a verdict end a number. */
const NO_GAP = /[\p{L}‰→×÷¥￥✓✕▲]/u

/** The value of the digit that starts at a place, -1 where none does: ASCII, Arabic, full width, mathematical. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code <= NINE) return code >= ZERO ? code - ZERO : -1
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10
  if (code >= 0x660 && code <= 0x6f9) return code <= 0x669 || code >= 0x6f0 ? code & 15 : -1
  if (code !== 0xd835) return -1
  const low = text.charCodeAt(at + 1)
  return low >= 0xdfce && low <= 0xdfff ? (low - 0xdfce) % 10 : -1
}

function isHexLetter(code: number): boolean {
  return (code >= 97 && code <= 102) || (code >= 65 && code <= 70)
}

function isX(code: number): boolean {
  return code === 88 || code === 120 || code === 0xff38 || code === 0xff58 || code === 0xd7
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

/** Blanks, strokes, points and what does not show: what people put into a number, wherever they like. */
const SOFT = /^[\s\p{Pd}\p{Default_Ignorable_Code_Point}.．·・•_/\\'’‘`"“”*]*$/u

/** One run of digits taken apart. Places count in digits, a last X included. */
class Run {
  readonly digits: string
  /** Where each digit starts in the text, and where it ends. */
  readonly starts: number[] = []
  readonly ends: number[] = []
  /** The gap before each digit; '' within a group. */
  readonly gaps: string[] = []
  /** 1 for each digit of a decimal number, which is no number of a person. */
  private readonly decimal: Uint8Array

  /** @param inHash the letters a to f touch it: a fingerprint has digits enough for a telephone number, not for an id */
  constructor(readonly text: string, readonly inHash: boolean) {
    let digits = '', end = 0
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at), value = digitAt(text, at), size = code === 0xd835 ? 2 : 1
      if (value >= 0 || isX(code)) {
        digits += value >= 0 ? String(value) : 'X'
        this.starts.push(at)
        this.gaps.push(end === at ? '' : text.slice(end, at))
        end = at + size
        this.ends.push(end)
      }
      at += size
    }
    this.digits = digits
    this.decimal = new Uint8Array(digits.length)
    this.findDecimals()
  }

  get length(): number {
    return this.digits.length
  }

  isGroupStart(at: number): boolean {
    return at === 0 || this.gaps[at] !== ''
  }

  isGroupEnd(end: number): boolean {
    return end >= this.length || this.gaps[end] !== ''
  }

  /** The cuts inside a window, counted from its start. */
  cuts(from: number, to: number): number[] {
    const cuts: number[] = []
    for (let at = from + 1; at < to; at++) if (this.gaps[at] !== '') cuts.push(at - from)
    return cuts
  }

  isDecimal(from: number, to: number): boolean {
    return this.decimal.subarray(from, to).includes(1)
  }

  /** `0.714285714285714`: one point between two groups, and no more digits than a calculated number has. */
  private findDecimals(): void {
    for (let at = 1; at < this.length; at++) {
      if (this.gaps[at] !== '.') continue
      let start = at - 1, end = at + 1
      while (!this.isGroupStart(start)) start--
      while (!this.isGroupEnd(end)) end++
      if (this.gaps[end] === '.' || (start > 0 && this.gaps[start] === '.') || this.digits.includes('X')) continue
      const significant = this.digits.slice(start, end).replace(/^0+/, '').length
      // `1.321299850315011` is a numbered line rather than a number, when what follows could be a short id.
      if (significant <= 17 && !(end - at === 15 && at - start <= 3 && this.digits[start] !== '0' && isShortId(this.digits.slice(at, end)))) this.decimal.fill(1, start, end)
    }
  }
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

type Kind = 'id' | 'card' | 'telephone'

/** First three and last four stay, of a card the first four. */
function starred(digits: string, kind: Kind): string {
  if (kind === 'id') return `${digits.slice(0, 3)}***********${digits.slice(-4)}`
  return kind === 'card' ? `${digits.slice(0, 4)}***********${digits.slice(-4)}` : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** What begins at a digit. @param done up to where the run is masked already: a number may begin there as well */
function ownerAt(run: Run, at: number, done: number): { readonly kind: Kind; readonly length: number } | null {
  const starts = run.isGroupStart(at) || at === done
  if (isId(run, at, 18, starts)) return { kind: 'id', length: 18 }
  const card = starts && !run.inHash ? cardAt(run, at) : 0
  if (card > 0) return { kind: 'card', length: card }
  if (isId(run, at, 15, starts)) return { kind: 'id', length: 15 }
  const telephone = starts && !run.inHash ? telephoneAt(run, at) : 0
  return telephone > 0 ? { kind: 'telephone', length: telephone } : null
}

function isId(run: Run, at: number, length: 15 | 18, starts: boolean): boolean {
  const end = at + length
  if (end > run.length) return false
  if (run.digits.charCodeAt(at) === ZERO || run.isDecimal(at, end)) return false
  const digits = run.digits.slice(at, end), isPossible = length === 18 ? isLongId(digits) : isShortId(digits)
  if (!isPossible && (!starts || run.inHash || !run.isGroupEnd(end) || run.gaps[at] === '.' || digits.slice(0, length - 1).includes('X'))) return false
  const cuts = run.cuts(at, end)
  if (length === 18) {
    const whole = cuts.length === 0 && starts && run.isGroupEnd(end)
    // Eighteen digits that stand alone may be an id with a day that was typed wrong.
    if (!isPossible) return whole
    return (
      cuts.length === 0 ||
      (starts &&
        (run.isGroupEnd(end) || isLongId(run.digits.slice(end, end + 18))) &&
        isWayOfWriting(run, at, end, cuts, [6, 8, 10, 12, 14, 17]))
    )
  }
  if (digits.endsWith('X')) return false
  if (cuts.length === 0) {
    if (starts && run.isGroupEnd(end) && (isPossible || !run.inHash)) return true
    // In a longer group only at its ends, and where no id of 18 can lie over it.
    return isPossible && (starts || run.isGroupEnd(end)) && !overlapsLong(run, at, end)
  }
  return (
    isPossible &&
    starts &&
    run.isGroupEnd(end) &&
    (isRegular(run, at, end, cuts) || cuts.every(cut => [6, 8, 10, 12].includes(cut)) || isAlone(run, at, end, cuts))
  )
}

function overlapsLong(run: Run, from: number, to: number): boolean {
  for (let at = Math.max(0, from - 17); at < to; at++)
    if (at !== from && run.cuts(at, at + 18).length === 0 && isLongId(run.digits.slice(at, at + 18))) return true
  return false
}

/** Soft marks may stand anywhere in a number; others part lists too, and count only where a number is naturally cut. */
function isWayOfWriting(run: Run, from: number, to: number, cuts: readonly number[], natural: readonly number[]): boolean {
  return cuts.every(cut => SOFT.test(run.gaps[from + cut] ?? '')) || isRegular(run, from, to, cuts) || cuts.every(cut => natural.includes(cut)) || isAlone(run, from, to, cuts)
}

/** Digit by digit, or in thousands as a number is written: 321,299,198,503,150,110. */
function isRegular(run: Run, from: number, to: number, cuts: readonly number[]): boolean {
  const size = cuts[0] ?? to - from
  if (size !== 1 && size !== 3) return false
  return cuts.length === (to - from) / size - 1 && cuts.every((cut, i) => cut === size * (i + 1) && (size === 1 || run.gaps[from + cut] === ','))
}

/** The whole run in two groups: a number that was broken over two lines. */
function isAlone(run: Run, from: number, to: number, cuts: readonly number[]): boolean {
  return cuts.length === 1 && from === 0 && to === run.length
}

/** 18 characters whose seventh to fourteenth are a day on which a living person can be born. */
function isLongId(digits: string): boolean {
  if (digits.length !== 18 || !/^(?:19|20[0-2])/.test(digits.slice(6, 9)) || digits[0] === '0' || digits.slice(0, 17).includes('X')) return false
  return isRealDay(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))
}

/** The two digits that a province has (GB/T 2260), and 99, which none has. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[19])/

/** 15 digits of before 1999 with a province and a day: one number in four hundred. */
function isShortId(digits: string): boolean {
  return (
    digits.length === 15 &&
    PROVINCE.test(digits) &&
    isRealDay(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12)))
  )
}

/** The length of a bank card's number: 16 to 19 digits in one group or in fours, of China UnionPay or with a right check digit; 0 for none. */
function cardAt(run: Run, at: number): number {
  if (!'34569'.includes(run.digits.charAt(at))) return 0
  for (let length = 19; length >= 16; length--) {
    const end = at + length
    if (end > run.length || !run.isGroupEnd(end) || run.isDecimal(at, end)) continue
    const digits = run.digits.slice(at, end), cuts = run.cuts(at, end)
    if (digits.includes('X')) continue
    const written = cuts.length === 0 || (cuts.every(cut => SOFT.test(run.gaps[at + cut] ?? '')) && (cuts.every((cut, i) => cut === 4 * (i + 1)) || (cuts.length === 1 && cuts[0] === 6)))
    if (written && (digits.startsWith('62') || hasCheckDigit(digits))) return length
  }
  return 0
}

/** ISO/IEC 7812: the check digit of Luhn. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]), doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** The length of a telephone number: a mobile one of 11 digits, cut 3-4-4 or 3-3-5 or not at all, with 86 before it or not; a land line with its code. */
function telephoneAt(run: Run, at: number): number {
  if (!/^(?:1[3-9]|86|0)/.test(run.digits.slice(at, at + 2))) return 0
  for (const prefix of [0, 2, 4]) {
    const start = at + prefix, end = start + 11
    if (end > run.length || run.isDecimal(at, end) || !/^(?:86|0086)?$/.test(run.digits.slice(at, start)) || !/^1[3-9]\d{9}$/.test(run.digits.slice(start, end))) continue
    const cuts = run.cuts(start, end)
    const written = cuts.every(cut => SOFT.test(run.gaps[start + cut] ?? '')) && (cuts.every(cut => cut === 3 || cut === 7) || cuts.every(cut => cut === 3 || cut === 6))
    if (written && (run.isGroupEnd(end) || /^1[3-9]\d{9}$/.test(run.digits.slice(end, end + 11)))) return prefix + 11
  }
  const landLine = /^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}/.exec(run.digits.slice(at, at + 12))
  if (landLine === null) return 0
  for (const length of [12, 11, 10]) {
    const cuts = run.cuts(at, at + length), code = run.digits[at + 1] === '1' || run.digits[at + 1] === '2' ? 3 : 4
    if (length <= landLine[0].length && run.isGroupEnd(at + length) && cuts.length === 1 && cuts[0] === code && /^[\s\p{Pd}）)]+$/u.test(run.gaps[at + code] ?? '')) return length
  }
  return 0
}
