import fc from 'fast-check'
import { check } from '../../src/check'
import type { Target } from '../../src/core/plan'
import type { Verdict } from '../../src/core/verdict'
import { verdictOf } from '../../src/judge/judge'
import type { AreaPart } from '../../src/judge/open-site'
import { areaOutlook } from '../../src/judge/sensitivity/area-outlook'
import { defaultPolicy } from '../../src/policies'
import { book } from '../read/sheets'

const TARGET = defaultPolicy.targets.find(({ id }) => id === 'usable-area') as Target

/** `fixed 80`, `fixed 60-80` (not asked), `number 60-80` (asked: any number between), `basis 80` (asked: 80 if usable, anything up to it if built). */
function part(text: string): AreaPart {
  const [kind, numbers = ''] = text.split(' '), [low = '0', high = low] = numbers.split('-')
  return { low: Number(low), high: Number(high), open: kind === 'fixed' ? null : (kind as 'number' | 'basis'), place: null }
}

type Interval = readonly [low: number, high: number]

/** What each part can be: left open, and every answer in steps of a half. */
function ways({ low, high, open }: AreaPart): { readonly left: Interval; readonly answers: readonly Interval[] } {
  if (open === null) return { left: [low, high], answers: [[low, high]] }
  if (open === 'basis') return { left: [low, high], answers: [[low, high], [0, high]] }
  return { left: [low, high], answers: Array.from({ length: (high - low) * 2 + 1 }, (_, at) => [low + at / 2, low + at / 2] as const) }
}

function combined(sets: readonly (readonly Interval[])[]): Interval[] {
  return sets.reduce<Interval[]>((all, set) => all.flatMap(([low, high]) => set.map(([l, h]) => [low + l, high + h] as const)), [[0, 0]])
}

function byBruteForce(parts: readonly AreaPart[], expected: number) {
  const verdict = ([low, high]: Interval): Verdict => verdictOf({ low, high }, TARGET.comparison, expected), each = parts.map(ways)
  const hangs = parts.filter((own, at) => {
    const { answers } = ways(own), others = combined(each.filter((_, other) => other !== at).map(way => way.answers))
    return others.some(([low, high]) => new Set(answers.map(([l, h]) => verdict([low + l, high + h]))).size > 1)
  })
  const today = combined(each.map(({ left }) => [left])).map(verdict)[0] ?? 'unknown'
  const asked = each.map(({ left, answers }, at) => {
    const stays = { area: left, cost: 0 }
    return parts[at]?.open === null ? [stays] : [stays, ...answers.map(area => ({ area, cost: 1 }))]
  })
  let all: { readonly area: Interval; readonly cost: number }[] = [{ area: [0, 0], cost: 0 }]
  for (const set of asked)
    all = all.flatMap(way => set.map(({ area, cost }) => ({ area: [way.area[0] + area[0], way.area[1] + area[1]], cost: way.cost + cost })))
  const costs = all.filter(({ area }) => verdict(area) !== today).map(({ cost }) => cost)
  const outcomes = new Set(combined(each.map(way => way.answers)).map(verdict))
  return { today, outcomes, hangs, cost: costs.length === 0 ? 0 : Math.min(...costs) }
}

test.each<readonly [what: string, parts: readonly string[], outcomes: readonly Verdict[], hangs: readonly number[], turn: number]>([
  ['what is certain is enough', ['fixed 10', 'number 0-5'], ['met'], [], 0],
  ['what is asked may be enough', ['fixed 6', 'number 2-5'], ['met', 'missed'], [1], 1],
  ['its least is just enough', ['fixed 6', 'number 4-5'], ['met'], [], 0],
  ['its most is just too little', ['fixed 6', 'number 1-3'], ['missed'], [], 0],
  ['only both together, and one is enough to rule it out', ['number 2-5', 'number 2-5'], ['met', 'missed'], [0, 1], 1],
  ['the one is too small to matter', ['number 8-12', 'number 0-1'], ['met', 'missed'], [0, 1], 1],
  ['an area that is built area after all', ['basis 10'], ['met', 'unknown'], [0], 1],
  ['built area that cannot be enough', ['basis 9'], ['missed'], [], 0],
  ['a range that nobody is asked about', ['fixed 8-12', 'number 0-1'], ['unknown'], [], 0],
  ['beside one that is asked and may settle it', ['fixed 8-9', 'number 0-3'], ['met', 'missed', 'unknown'], [1], 1],
])('the area of 10: %s', (_what, texts, outcomes, hangs, turn) => {
  const parts = texts.map(part), { today } = byBruteForce(parts, 10), found = areaOutlook(parts, TARGET, 10, today)
  const hanging = parts.flatMap((each, at) => (found.hangs.has(each) ? [at] : []))
  expect([[...found.outcomes].sort(), hanging, found.turn.length]).toEqual([outcomes, hangs, turn])
})

test('outcomes, the parts on which it hangs and the fewest answers are those of all combinations', () => {
  const size = fc.integer({ min: 0, max: 8 }), wide = fc.tuple(size, fc.integer({ min: 1, max: 4 })).map(([low, more]) => `${String(low)}-${String(low + more)}`)
  const one = fc.oneof(size.map(area => `fixed ${String(area)}`), wide.map(range => `fixed ${range}`), wide.map(range => `number ${range}`), wide.map(range => `number ${range}`), fc.integer({ min: 1, max: 8 }).map(area => `basis ${String(area)}`))
  fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 16 }), (texts, expected) => {
    const parts = texts.map(part), brute = byBruteForce(parts, expected), found = areaOutlook(parts, TARGET, expected, brute.today)
    expect([...found.outcomes].sort()).toEqual([...brute.outcomes].sort())
    expect([...found.hangs]).toEqual(expect.arrayContaining(brute.hangs))
    expect(found.hangs.size).toBe(brute.hangs.length)
    expect(found.turn.length).toBe(brute.cost)
  }), { numRuns: 300 })
})

test('an area that is told about is asked for between a tenth less and a tenth more', () => {
  const places = book({ 办公用房: [['社区', '使用面积', '产权'], ['河东社区', '约200.5平方米', '自有']] })
  const { questions } = check(places, { policy: defaultPolicy, asOf: '2023-12-31' }).sensitivity
  expect(questions.find(({ kind }) => kind === 'area')?.answers).toEqual([180.45, 220.55])
})
