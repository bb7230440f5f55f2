import { valueAt } from './lines'
import type { Lines } from './lines'

/** Buckets of a decade of a factor's logarithm; a factor within 3 % of a known one is never more than three buckets away. */
const BUCKETS = 200
const DECADES = 6
/** So many sisters are asked before anything is counted. */
const SAMPLE = 5

/** What the sampled sisters leave possible of two lines and a result: bits, since every pair of lines asks. */
export const PRODUCT = 1
export const RATIO = 2
export const GROWTH = 4
const ALL = PRODUCT | RATIO | GROWTH

/**
 * Lets through the pairs of lines whose product, ratio or growth may be a known factor of a third line: in half of a few sisters at
 * least, by logarithms that are taken once a line. Most pairs fall here; what passes is counted in full.
 */
export class FactorSieve {
  private readonly sisters: readonly number[]
  /** By line; a hole where the line is no member. */
  private readonly logs: Float64Array[] = []
  private readonly numbers: Float64Array[] = []
  private readonly products: Uint8Array
  private readonly ratios: Uint8Array

  constructor(
    lines: Lines, members: readonly number[], sisters: readonly number[],
    factors: { readonly products: readonly number[]; readonly ratios: readonly number[] },
  ) {
    this.products = marksOf(factors.products)
    this.ratios = marksOf(factors.ratios)
    const filled = sisters.map(sister => {
      let numbers = 0
      for (const line of members) if (isUsable(valueAt(lines, line, sister))) numbers++
      return { sister, numbers }
    })
    // The first of those with most numbers, in their order.
    this.sisters = filled.sort((a, b) => b.numbers - a.numbers || a.sister - b.sister).slice(0, SAMPLE).map(each => each.sister)
    for (const line of members) {
      const numbers = Float64Array.from(this.sisters, sister => valueAt(lines, line, sister))
      this.numbers[line] = numbers
      this.logs[line] = numbers.map(number => Math.log10(Math.abs(number)))
    }
  }

  /** The result may be a constant times one line. */
  scale(result: number, part: number): boolean {
    const r = this.logs[result], p = this.logs[part]
    if (r === undefined || p === undefined) return true
    let usable = 0, most = 0
    for (let i = 0; i < r.length; i++) {
      const own = (r[i] ?? Number.NaN) - (p[i] ?? Number.NaN)
      if (!Number.isFinite(own)) continue
      usable++
      let same = 0
      for (let k = 0; k < r.length; k++) if (Math.abs((r[k] ?? Number.NaN) - (p[k] ?? Number.NaN) - own) < 0.1) same++
      if (same > most) most = same
    }
    return usable < 2 || most * 2 >= usable
  }

  /** What the result may be of two lines, as bits. */
  pair(result: number, a: number, b: number): number {
    const r = this.logs[result], la = this.logs[a], lb = this.logs[b],
      results = this.numbers[result], firsts = this.numbers[a], seconds = this.numbers[b]
    if (r === undefined || la === undefined || lb === undefined || results === undefined || firsts === undefined || seconds === undefined)
      return ALL
    let usable = 0, product = 0, ratio = 0, growth = 0
    for (let i = 0; i < r.length; i++) {
      const whole = r[i] ?? Number.NaN, first = la[i] ?? Number.NaN, second = lb[i] ?? Number.NaN
      if (!Number.isFinite(whole + first + second)) continue
      usable++
      if (this.products[Math.round((whole - first - second + DECADES) * BUCKETS)] === 1) product++
      if (this.ratios[Math.round((whole + second - first + DECADES) * BUCKETS)] === 1) ratio++
      const base = seconds[i] ?? 0, rate = ((results[i] ?? 0) * base) / ((firsts[i] ?? 0) - base)
      if (Math.abs(rate - 1) < 0.05 || Math.abs(rate - 100) < 5) growth++
      // Of five, two can no longer be half.
      if (usable === 3 && product + ratio + growth === 0 && r.length <= SAMPLE) return 0
    }
    if (usable < 2) return ALL
    return (product * 2 >= usable ? PRODUCT : 0) | (ratio * 2 >= usable ? RATIO : 0) | (growth * 2 >= usable ? GROWTH : 0)
  }
}

function isUsable(value: number): boolean {
  return !Number.isNaN(value) && value !== 0
}

const known = new Map<readonly number[], Uint8Array>()

/** A factor's bucket is marked where it may be one of these. */
function marksOf(factors: readonly number[]): Uint8Array {
  let marks = known.get(factors)
  if (marks !== undefined) return marks
  known.set(factors, (marks = new Uint8Array(2 * DECADES * BUCKETS + 1)))
  for (const factor of factors) {
    const middle = Math.round((Math.log10(factor) + DECADES) * BUCKETS)
    marks.fill(1, middle - 4, middle + 5)
  }
  return marks
}
