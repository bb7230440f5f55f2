import { isShortId } from './id-shape'

const ZERO = 48, NINE = 57

/** The value of the digit that starts at a place, -1 where none does: ASCII, Arabic, full width, mathematical. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code <= NINE) return code >= ZERO ? code - ZERO : -1
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10
  if (code >= 0x660 && code <= 0x6f9) return code <= 0x669 || code >= 0x6f0 ? code & 15 : -1
  if (code !== 0xd835) return -1
  const low = text.charCodeAt(at + 1)
  return low >= 0xdfce && low <= 0xdfff ? (low - 0xdfce) % 10 : -1
}

/** The last sign of an id of 18 characters, in every width, and the sign of multiplication that people type for it. */
export function isX(code: number): boolean {
  return code === 88 || code === 120 || code === 0xff38 || code === 0xff58 || code === 0xd7
}

/** One run of digits taken apart. Places count in digits, a last X included. */
export class Run {
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
