import type { OpenAnswer } from '../../core/outlook'
import type { Target } from '../../core/plan'
import type { Verdict } from '../../core/verdict'
import { verdictOf } from '../judge'
import type { AreaPart } from '../open-site'

/** An open part of the area, answered. */
export interface AreaStep {
  readonly part: AreaPart
  readonly answer: OpenAnswer
}

/** What can become of the area of one community. */
export interface AreaOutlook {
  /** Every verdict that the answers to all questions give. */
  readonly outcomes: ReadonlySet<Verdict>
  readonly turn: readonly AreaStep[]
  /** Parts on whose answer the verdict hangs. */
  readonly hangs: ReadonlySet<AreaPart>
}

/** So many areas of no stated basis are tried in all combinations. */
const MOST_BASES = 10

interface Interval {
  readonly low: number
  readonly high: number
}

/** The usable area that is certain, and what the open parts add: the verdict over every number that they can have. */
export function areaOutlook(parts: readonly AreaPart[], target: Target, expected: number, given: Verdict, isKnown = true): AreaOutlook {
  if (!isKnown) return { outcomes: new Set([given]), turn: [], hangs: new Set() }
  const numbers = parts.filter(part => part.open === 'number'), bases = parts.filter(part => part.open === 'basis')
  const fixed = sum(parts.filter(part => part.open === null)),
    asked: Interval = { low: add(numbers.map(part => part.low)), high: add(numbers.map(part => part.high)) }
  const verdict = (area: Interval): Verdict => verdictOf(rounded(area), target.comparison, expected)
  const outcomes = new Set<Verdict>(), hangs = new Set<AreaPart>()
  for (const built of subsets(bases)) {
    const rest = plus(fixed, sum(bases.map(part => (built.has(part) ? { low: 0, high: part.high } : part))))
    const of = (answered: Interval, around: Interval): ReadonlySet<Verdict> => verdictsOver(around, answered, expected, verdict)
    for (const each of of(asked, rest)) outcomes.add(each)
    for (const part of numbers) {
      const others = { low: asked.low - part.low, high: asked.high - part.high }
      if (crosses(part, others, rest, expected)) hangs.add(part)
    }
    for (const part of bases) {
      if (built.has(part)) continue
      const asBuilt: Interval = { low: rest.low - part.low, high: rest.high }
      if (differs(rest, asBuilt, asked, expected)) hangs.add(part)
    }
  }
  return { outcomes, turn: fewest(numbers, bases, plus(fixed, sum([...numbers, ...bases])), verdict, given), hangs }
}

/** The fewest parts that, answered at one of their ends, change the verdict: the widest first. */
function fewest(
  numbers: readonly AreaPart[],
  bases: readonly AreaPart[],
  today: Interval,
  verdict: (area: Interval) => Verdict,
  given: Verdict,
): AreaStep[] {
  const width = (part: AreaPart): number => part.high - part.low
  const widest = [...numbers].sort((a, b) => width(b) - width(a)),
    ways: AreaStep[][] = []
  const way = (steps: readonly (readonly [AreaPart, OpenAnswer, Interval])[]): void => {
    let area = today
    for (const [at, [part, , answered]] of steps.entries()) {
      area = { low: area.low - part.low + answered.low, high: area.high - part.high + answered.high }
      if (verdict(area) !== given) {
        ways.push(steps.slice(0, at + 1).map(([step, answer]) => ({ part: step, answer })))
        return
      }
    }
  }
  way(widest.map(part => [part, clean(part.high), { low: part.high, high: part.high }]))
  way(widest.map(part => [part, clean(part.low), { low: part.low, high: part.low }]))
  way([...bases].sort((a, b) => b.low - a.low).map(part => [part, 'built', { low: 0, high: part.high }]))
  return ways.sort((a, b) => a.length - b.length)[0] ?? []
}

/** The verdicts over every sum of the answered parts, with what stays open around them. */
function verdictsOver(around: Interval, answered: Interval, expected: number, verdict: (area: Interval) => Verdict): ReadonlySet<Verdict> {
  const found = new Set<Verdict>(), at = (sum: number): Verdict => verdict({ low: around.low + sum, high: around.high + sum })
  found.add(at(answered.low))
  found.add(at(answered.high))
  // Just on the line, and just below the sum that is enough whatever stays open.
  for (const line of [expected - around.low, expected - around.high]) if (line >= answered.low && line <= answered.high) found.add(at(line))
  const middle = (Math.max(answered.low, expected - around.high) + Math.min(answered.high, expected - around.low)) / 2
  if (around.low < around.high && Number.isFinite(middle) && middle >= answered.low && middle <= answered.high) found.add(at(middle))
  return found
}

/** One more or less of this part takes the sum over a line, for some sum of the others. */
function crosses(part: AreaPart, others: Interval, around: Interval, expected: number): boolean {
  return [expected - around.low, expected - around.high].some(
    line => Number.isFinite(line) && others.low + part.low < line && line <= others.high + part.high,
  )
}

/** Two states of what stays around give two verdicts for some sum of the answered parts. */
function differs(one: Interval, two: Interval, answered: Interval, expected: number): boolean {
  return answered.low < expected - two.low && answered.high >= expected - one.low
}

function* subsets(bases: readonly AreaPart[]): Generator<ReadonlySet<AreaPart>> {
  const few = bases.slice(0, MOST_BASES), rest = bases.slice(MOST_BASES)
  for (let mask = 0; mask < 1 << few.length; mask++) {
    const chosen = few.filter((_, at) => (mask & (1 << at)) !== 0)
    yield new Set(chosen)
    if (rest.length > 0) yield new Set([...chosen, ...rest])
  }
}

function sum(parts: readonly Interval[]): Interval {
  return { low: add(parts.map(part => part.low)), high: add(parts.map(part => part.high)) }
}

function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high }
}

function add(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** The binary noise of sums is taken away, as the figure does. */
function rounded({ low, high }: Interval): Interval {
  return { low: clean(low), high: clean(high) }
}

function clean(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : value
}
