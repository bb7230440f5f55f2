import { valueAt } from './lines'
import type { Lines } from './lines'

/** Buckets of a decade of a factor's logarithm; a factor within 3 % of a known one is never more than three buckets away. */
const BUCKETS = 200
const DECADES = 6
/** So many sisters are asked before anything is counted. */
const SAMPLE = 5

/** What the sampled sisters leave possible of two lines and a result. */
export interface Possible { readonly product: boolean; readonly ratio: boolean; readonly growth: boolean }

/**
 * Lets through the pairs of lines whose product, ratio or growth may be a known factor of a third line: in half of a few sisters at
 * least, by logarithms that are taken once a line. Most pairs fall here; what passes is counted in full.
 */
export class FactorSieve {
  private readonly sisters: readonly number[]
  private readonly logs = new Map<number, Float64Array>()
  private readonly products: Uint8Array
  private readonly ratios: Uint8Array

  constructor(
    private readonly lines: Lines, members: readonly number[], sisters: readonly number[],
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
    for (const line of members) this.logs.set(line,
      Float64Array.from(this.sisters, sister => Math.log10(Math.abs(valueAt(lines, line, sister)))))
  }

  /** The result may be a constant times one line. */
  scale(result: number, part: number): boolean {
    const r = this.logs.get(result), p = this.logs.get(part)
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

  /** What the result may be of two lines. */
  pair(result: number, a: number, b: number): Possible {
    const r = this.logs.get(result), la = this.logs.get(a), lb = this.logs.get(b)
    if (r === undefined || la === undefined || lb === undefined) return { product: true, ratio: true, growth: true }
    let usable = 0, product = 0, ratio = 0, growth = 0
    for (let i = 0; i < r.length; i++) {
      const whole = r[i] ?? Number.NaN, first = la[i] ?? Number.NaN, second = lb[i] ?? Number.NaN
      if (!Number.isFinite(whole + first + second)) continue
      usable++
      if (this.products[Math.round((whole - first - second + DECADES) * BUCKETS)] === 1) product++
      if (this.ratios[Math.round((whole + second - first + DECADES) * BUCKETS)] === 1) ratio++
      const sister = this.sisters[i] ?? 0, base = valueAt(this.lines, b, sister)
      const rate = (valueAt(this.lines, result, sister) * base) / (valueAt(this.lines, a, sister) - base)
      if (Math.abs(rate - 1) < 0.05 || Math.abs(rate - 100) < 5) growth++
    }
    return usable < 2 ? { product: true, ratio: true, growth: true }
      : { product: product * 2 >= usable, ratio: ratio * 2 >= usable, growth: growth * 2 >= usable }
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
