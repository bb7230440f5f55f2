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
  private readonly width: number
  /** Of each line `width` numbers, their logarithms, and which of them can be used, as bits; none where the line is no member. */
  private readonly numbers: Float64Array
  private readonly logs: Float64Array
  private readonly usable: Uint8Array
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
    const asked = filled.sort((a, b) => b.numbers - a.numbers || a.sister - b.sister).slice(0, SAMPLE).map(each => each.sister)
    this.width = asked.length
    this.numbers = new Float64Array(lines.count * this.width)
    this.logs = new Float64Array(lines.count * this.width)
    this.usable = new Uint8Array(lines.count)
    for (const line of members) {
      for (const [i, sister] of asked.entries()) {
        const number = valueAt(lines, line, sister)
        this.numbers[line * this.width + i] = number
        this.logs[line * this.width + i] = Math.log10(Math.abs(number))
        if (isUsable(number)) this.usable[line] = (this.usable[line] ?? 0) | (1 << i)
      }
    }
  }

  /** The result may be a constant times one line. */
  scale(result: number, part: number): boolean {
    const { logs, width } = this, r = result * width, p = part * width, mask = (this.usable[result] ?? 0) & (this.usable[part] ?? 0)
    let usable = 0, most = 0
    for (let i = 0; i < width; i++) {
      if ((mask & (1 << i)) === 0) continue
      const own = (logs[r + i] ?? 0) - (logs[p + i] ?? 0)
      usable++
      let same = 0
      for (let k = 0; k < width; k++)
        if ((mask & (1 << k)) !== 0 && Math.abs((logs[r + k] ?? 0) - (logs[p + k] ?? 0) - own) < 0.1) same++
      if (same > most) most = same
    }
    return usable < 2 || most * 2 >= usable
  }

  /** What the result may be of two lines, as bits. */
  pair(result: number, a: number, b: number): number {
    const { logs, numbers, products, ratios, width } = this
    const mask = (this.usable[result] ?? 0) & (this.usable[a] ?? 0) & (this.usable[b] ?? 0)
    const r = result * width, first = a * width, second = b * width
    let usable = 0, product = 0, ratio = 0, growth = 0
    for (let i = 0; i < width; i++) {
      if ((mask & (1 << i)) === 0) continue
      usable++
      const rest = ((logs[r + i] ?? 0) - (logs[first + i] ?? 0) + DECADES) * BUCKETS + 0.5, by = (logs[second + i] ?? 0) * BUCKETS
      if (products[Math.floor(rest - by)] === 1) product++
      if (ratios[Math.floor(rest + by)] === 1) ratio++
      // A growth of as much: 0.05 or 5, written without a division.
      const base = numbers[second + i] ?? 0, whole = (numbers[r + i] ?? 0) * base
      const rise = (numbers[first + i] ?? 0) - base, size = Math.abs(rise)
      if (Math.abs(whole - rise) < 0.05 * size || Math.abs(whole - 100 * rise) < 5 * size) growth++
      // Of five, two can no longer be half.
      if (usable === 3 && product + ratio + growth === 0) return 0
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
