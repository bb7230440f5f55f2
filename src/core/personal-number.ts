import type { Run } from './digit-run'
import { isLongId, isShortId } from './id-shape'

const ZERO = 48
/** Blanks, strokes, points and what does not show: what people put into a number, wherever they like. */
const SOFT = /^[\s\p{Pd}\p{Default_Ignorable_Code_Point}.．·・•_/\\'’‘`"“”*]*$/u

/** What a number belongs to. */
export type Kind = 'id' | 'card' | 'telephone'

/** What begins at a digit. @param done up to where the run is masked already: a number may begin there as well */
export function ownerAt(run: Run, at: number, done: number): { readonly kind: Kind; readonly length: number } | null {
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
