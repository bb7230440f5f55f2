import { FactorSieve, GROWTH, PRODUCT, RATIO } from './factor-sieve'
import { stepAt, valueAt } from './lines'
import type { Lines } from './lines'

/** One line is made of two or three others by multiplying or dividing, in the sisters that agree. */
export interface Making {
  readonly how: 'product' | 'scale' | 'ratio' | 'growth'
  readonly target: number
  readonly parts: readonly number[]
  /** Constant factor: 12 months, 1/10000 from 元 to 万元. */
  readonly factor: number
  /** The results are shares of this total of the part's own line. */
  readonly whole?: number
  readonly agree: readonly number[]
  /** Sisters that are off by more than any rounding explains. */
  readonly fail: readonly number[]
  readonly evidence: number
  /** Its words speak of amounts: what fails may be told. */
  readonly told: boolean
}

const FACTORS = [1, 10, 100, 1000, 10_000, 0.1, 0.01, 0.001, 0.0001, 12, 12e-4, 12e-3, 12e-1, 365, 4, 2, 0.5, 3, 6, 24]
const VOTERS = 10
const WIDEST = 8

/** What the result is, from its parts; `NaN` where it cannot be. */
export function made(lines: Lines, making: Pick<Making, 'how' | 'parts' | 'factor'>, sister: number): number {
  const [a = 0, b = 0, c] = making.parts, first = valueAt(lines, a, sister), second = valueAt(lines, b, sister)
  switch (making.how) {
    case 'scale': return making.factor * first
    case 'product': return making.factor * first * second * (c === undefined ? 1 : valueAt(lines, c, sister))
    case 'ratio': return second === 0 ? Number.NaN : (making.factor * first) / second
    case 'growth': return second === 0 ? Number.NaN : (making.factor * (first - second)) / second
  }
}

/** Solves a relation for one of its parts. */
export function partFrom(lines: Lines, making: Making, part: number, sister: number): number {
  const result = valueAt(lines, making.target, sister), own = valueAt(lines, part, sister)
  const whole = made(lines, making, sister)
  if (!Number.isFinite(whole) || whole === 0) return Number.NaN
  const [first] = making.parts
  if (making.how === 'growth') {
    const [a = 0, b = 0] = making.parts, share = result / making.factor
    return part === first ? valueAt(lines, b, sister) * (1 + share) : valueAt(lines, a, sister) / (1 + share)
  }
  return making.how === 'ratio' && part !== first ? (own * whole) / result : (own * result) / whole
}

/** How far the result may be off when it and its parts were rounded for show. */
function tolerance(lines: Lines, making: Pick<Making, 'how' | 'parts' | 'factor' | 'target'>, sister: number, whole: number): number {
  let share = 0
  for (const part of making.parts) {
    const value = Math.abs(valueAt(lines, part, sister)), step = stepAt(lines, part, sister)
    // Whole numbers are counts or exact amounts; what has decimals was rounded.
    if (value > 0 && (step < 1 || making.how === 'growth')) share += (0.5 * step) / value
  }
  return (
    0.505 * stepAt(lines, making.target, sister) +
    (making.parts.length > 1 ? Math.abs(whole) * Math.min(share, 0.02) : 0) +
    Math.abs(whole) * 1e-9
  )
}

/** Learns which lines are products, shares and growth rates of others. `sisters` are those that are no totals themselves. */
export function learnMakings(lines: Lines, sisters: readonly number[], isSum: (line: number) => boolean): Making[] {
  const members: number[] = []
  for (let line = 0; line < lines.count && members.length < 40; line++) {
    let filled = 0
    for (const s of sisters) if (usable(valueAt(lines, line, s))) filled++
    if (filled >= 3) members.push(line)
  }
  const found: Making[] = [], sieve = new FactorSieve(lines, members, sisters, { products: FACTORS, ratios: RATIOS })
  const counts = members.filter(line => isCountOfTimes(lines, line))
  const words: LinesByWords = {
    hints: new Set(members.filter(line => hinted(lines, [line]))), counts: counts.length <= MOST_COUNTS ? counts : [],
    totals: new Map(members.map(line => [line, sisters.reduce((sum, s) => sum + (valueAt(lines, line, s) || 0), 0)])),
  }
  for (const target of members) {
    if (isSum(target)) continue
    const near = members.filter(line => line !== target && Math.abs(line - target) <= WIDEST)
    for (const best of bestMakings(lines, sisters, target, near, words, sieve)) {
      const same = found.findIndex(other => sameCells(other, best)), known = found[same]
      if (known === undefined) found.push(best)
      else if (known.agree.length === best.agree.length && isNamed(lines, best) && !isNamed(lines, known)) found[same] = best
    }
  }
  return found
}

/** More lines called after months or days are the months themselves, and no factors. */
const MOST_COUNTS = 3

/** What is asked of every line again and again, asked once. */
interface LinesByWords {
  /** Lines of numbers, prices or amounts. */
  readonly hints: ReadonlySet<number>
  /** Lines that count months or days. */
  readonly counts: readonly number[]
  readonly totals: ReadonlyMap<number, number>
}

function usable(value: number): boolean {
  return !Number.isNaN(value) && value !== 0
}

/** A quotient whose own words say so: 人均, 占比. */
function isNamed(lines: Lines, { how, target }: Making): boolean {
  return how === 'ratio' && (lines.words[target]?.mean === true || lines.words[target]?.share === true)
}

/** 人均 = 金额 / 人数 and 金额 = 人均 x 人数 are one relation. */
function sameCells(one: Making, other: Making): boolean {
  const cells = new Set([one.target, ...one.parts])
  return other.parts.length === one.parts.length && [other.target, ...other.parts].every(line => cells.has(line))
}

/**
 * The best relation of each number of parts: where a standard and the months are the same in every row, the amount is heads times a
 * constant as well, and the row whose months differ is seen only beside it.
 */
function bestMakings(
  lines: Lines, sisters: readonly number[], target: number, near: readonly number[],
  words: LinesByWords, sieve: FactorSieve,
): Making[] {
  const best = new Map<number, Making>()
  const voters = sisters.filter(s => usable(valueAt(lines, target, s))).slice(0, VOTERS)
  if (voters.length < 3) return []
  const results = voters.map(s => valueAt(lines, target, s)),
    steps = results.map((value, at) => Math.abs(value) / stepAt(lines, target, voters[at] ?? 0))
  const columns = new Map<number, readonly number[]>()
  const offer = (how: Making['how'], parts: readonly number[], factor: number | null, whole?: number): void => {
    if (factor === null) return
    const making = judged(lines, sisters, { how, target, parts, factor, ...(whole === undefined ? {} : { whole }) })
    const known = best.get(parts.length)
    if (
      making !== null &&
      (known === undefined ||
        making.agree.length > known.agree.length ||
        (making.agree.length === known.agree.length && making.evidence > known.evidence + 0.5))
    )
      best.set(parts.length, making)
  }
  const order = bySteps(steps)
  const column = (line: number): readonly number[] => {
    let found = columns.get(line)
    if (found === undefined) columns.set(line, (found = voters.map(s => valueAt(lines, line, s))))
    return found
  }
  for (const [i, a] of near.entries()) {
    if (sieve.scale(target, a)) {
      const factor = constant(results, steps, order, column(a), null), total = words.totals.get(a) ?? 0
      if (factor !== null && total > 0)
        for (const base of [1, 100]) if (Math.abs(factor * total - base) <= 0.01 * base) offer('scale', [a], base / total, total)
      if (words.hints.has(target) || words.hints.has(a)) offer('scale', [a], scaleFactor(factor))
    }
    for (const [k, b] of near.entries()) {
      if (k === i) continue
      const may = sieve.pair(target, a, b)
      if (k > i) {
        if ((may & PRODUCT) !== 0) offer('product', [a, b], constant(results, steps, order, times(column(a), column(b)), FACTORS))
        for (const c of words.counts) {
          if (c > b && c !== target && Math.abs(c - target) <= WIDEST)
            offer('product', [a, b, c], constant(results, steps, order, times(times(column(a), column(b)), column(c)), FACTORS))
        }
      }
      if ((may & (RATIO | GROWTH)) === 0) continue
      const second = column(b), ratio = column(a).map((value, at) => value / (second[at] ?? Number.NaN))
      if ((may & RATIO) !== 0) offer('ratio', [a, b], constant(results, steps, order, ratio, RATIOS))
      if ((may & GROWTH) !== 0) offer('growth', [a, b], constant(results, steps, order, ratio.map(value => value - 1), GROWTHS))
    }
  }
  const all = [...best.values()], most = Math.max(...all.map(making => making.agree.length))
  // A weaker one is kept where a product merely fails in a row or two that the stronger one holds.
  return all.filter(making => making.agree.length === most || (making.how === 'product' && making.fail.length <= 2))
}

const RATIOS = [1, 100, 10_000, 0.0001]
const GROWTHS = [1, 100]

const HINT = /人数|人均|数量|标准|单价|金额|经费|费用|工资|补贴|面积|投资|造价|月|年|元|应收|应配|编制|price|qty|quantity|amount|rate|cost|hours|pay/i

/** The words of a line speak of numbers, prices or amounts: only then is a constant factor taken for a rule. */
function hinted(lines: Lines, members: readonly number[]): boolean {
  return members.some(line => HINT.test(lines.words[line]?.label ?? ''))
}

/** 月数 次数 天数: a third factor. */
function isCountOfTimes(lines: Lines, line: number): boolean {
  return /月|次|天|期|系数|比例|费率|收缴率/.test(lines.words[line]?.label ?? '')
}

function times(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, at) => value * (b[at] ?? Number.NaN))
}

/** Voters in the order in which they are asked: the one whose result has most digits, then the first three. */
function bySteps(steps: readonly number[]): readonly number[] {
  let most = 0
  for (let at = 1; at < steps.length; at++) if ((steps[at] ?? 0) > (steps[most] ?? 0)) most = at
  return [most, 0, 1, 2].filter((at, i) => at < steps.length && (i === 0 || at !== most))
}

/**
 * What the results are times the wholes, where that is the same in most voters: read off where the result has the most digits. One
 * voter in three may say something else. With `factors`: the one of these that it is.
 */
function constant(
  results: readonly number[], steps: readonly number[], order: readonly number[], wholes: readonly number[],
    factors: readonly number[] | null,
): number | null {
  for (const at of order) {
    const value = wholes[at] ?? Number.NaN
    if (!Number.isFinite(value) || value === 0) continue
    const factor = (results[at] ?? Number.NaN) / value, known = factors === null ? factor : knownFactor(factor, factors)
    if (known === null || !Number.isFinite(factor)) continue
    const agree = agreeing(results, steps, wholes, factor)
    if (agree.same * 3 >= agree.of * 2) return known
  }
  return null
}

function agreeing(
  results: readonly number[], steps: readonly number[], wholes: readonly number[], factor: number,
): { same: number; of: number } {
  let same = 0, of = 0
  for (let at = 0; at < results.length; at++) {
    const value = wholes[at] ?? Number.NaN
    if (!Number.isFinite(value) || value === 0) continue
    of++
    const result = results[at] ?? 0, slack = Math.max(0.02, 0.6 / (steps[at] ?? 1))
    if (Math.abs(result - factor * value) <= slack * Math.abs(result)) same++
    else if ((of - same) * 3 > results.length) break
  }
  return { same, of }
}

function knownFactor(factor: number, factors: readonly number[]): number | null {
  for (const each of factors) if (Math.abs(factor - each) <= Math.abs(each) * 0.03) return each
  return null
}

function scaleFactor(factor: number | null): number | null {
  if (factor === null || Math.abs(factor - 1) < 1e-3) return null
  for (const nice of FACTORS) if (Math.abs(factor - nice) <= nice * 2e-3) return nice
  return Number(factor.toPrecision(3)) === Number(factor.toPrecision(6)) ? Number(factor.toPrecision(3)) : null
}

function judged(lines: Lines, sisters: readonly number[], making: Pick<Making, 'how' | 'target' | 'parts' | 'factor' | 'whole'>): Making | null {
  const agree: number[] = [], fail: number[] = [], seen = new Set<string>()
  let evidence = 0
  for (const s of sisters) {
    const result = valueAt(lines, making.target, s)
    if (Number.isNaN(result)) continue
    const whole = made(lines, making, s)
    if (!Number.isFinite(whole) || whole === 0) continue
    const allowed = tolerance(lines, making, s, whole)
    if (Math.abs(result - whole) <= allowed) {
      agree.push(s)
      const key = making.parts.map(part => valueAt(lines, part, s)).join()
      const found = Math.max(0, Math.min(4, Math.log10(Math.abs(result) / (2 * allowed))))
      evidence += seen.has(key) ? 0.1 : found
      seen.add(key)
    } else if (Math.abs(result - whole) > 3 * allowed) fail.push(s)
    if (fail.length > 3 && fail.length > agree.length) return null
  }
  const least = making.how === 'scale' ? 4 : 3
  if (agree.length < 3 || fail.length > agree.length * 0.34 || seen.size < (making.how === 'scale' ? 3 : 2)) return null
  return evidence >= least + (making.how === 'scale' ? 1 : 2) ? { ...making, agree, fail, evidence, told: hinted(lines, [making.target, ...making.parts]) || lines.words[making.target]?.share === true } : null
}
