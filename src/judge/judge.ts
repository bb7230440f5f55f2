import { at } from '../core/at'
import { ROOM_IDS } from '../core/columns'
import type { Day } from '../core/day'
import type { Message } from '../core/message'
import { isOverallOnly } from '../core/plan'
import type { Policy, Target } from '../core/plan'
import { valueInForce } from '../core/plan'
import type { Reading } from '../core/reading'
import type { Verdict } from '../core/verdict'
import type { Judgement, PremisesFigures, UnitReport } from '../core/report'
import { message } from '../messages'
import { arithmetic, openReason, unitName, wholeArithmetic } from './arithmetic'
import { cellsBehind, lackingRows } from './cells'
import { gatherFacts } from './facts'
import type { Facts, UnitFacts } from './facts'
import { open } from './figure'
import type { Figure, Taken } from './figure'
import { figures } from './figures'
import { gapsOf, sumOfGaps, withPlannedGap } from './planned-gap'
import type { AreaGap } from './planned-gap'
import type { PremisesFacts } from './premises-facts'
import { expectedFor } from './targets'
import { held } from '../core/held'

/** What was taken and judged, before the findings are drawn from it. */
export interface Judged {
  readonly facts: Facts
  readonly communities: readonly UnitReport[]
  readonly overall: UnitReport
}

/**
 * Holds every figure against its target, per community and for the whole.
 * @param asOf ages are taken and values are in force on this day
 */
export function judge(reading: Reading, policy: Policy, asOf: Day): Judged {
  const facts = gatherFacts(reading, asOf, policy.readings ?? {})
  const areaTarget = policy.targets.find(target => target.figure === 'usable-area')
  const areaValue = areaTarget === undefined ? undefined : valueInForce(areaTarget, asOf)?.entry.value
  const needed = typeof areaValue === 'number' ? areaValue : null
  const gaps = facts.units.map(unit => gapsOf(unit.premises, needed))

  const each: Judgement[][] = facts.units.map(() => [])
  const whole: Judgement[] = []
  for (const target of policy.targets) {
    const figure = figures.get(target.figure)
    if (figure === undefined) continue
    const column = isOverallOnly(target) ? [] : judgeAll(figure, target, facts, asOf)
    column.forEach((judgement, index) => at(each, index).push(judgement))
    if (target.scope === 'community') continue
    const judgement = figure.whole === 'each' ? judgeWhole(figure, target, facts, column, asOf) : judgeUnit(figure, target, facts.whole, asOf)
    whole.push(target === areaTarget ? { ...judgement, arithmetic: withPlannedGap(judgement, facts.units, gaps) } : judgement)
  }
  return {
    facts,
    communities: facts.units.map((unit, index) => {
      const { name, label } = at(reading.communities, index)
      return {
        community: index, name, label, headcount: unit.headcount, ages: unit.bands,
        premises: unit.premises === null ? null : premisesFigures(unit.premises, at(gaps, index)),
        judgements: held(at(each, index)),
      }
    }),
    overall: {
      community: -1, name: '', label: '', headcount: facts.whole.headcount, ages: facts.whole.bands,
      premises: facts.whole.premises === null ? null : { ...premisesFigures(facts.whole.premises, sumOfGaps(gaps)), rooms: null },
      judgements: whole,
    },
  }
}

/** One figure of every community. Where the workbook has no rows for it at all, all of them share the one open judgement. */
function judgeAll(figure: Figure, target: Target, facts: Facts, asOf: Day): Judgement[] {
  const [first] = facts.units, absent = (figure.from === 'people' && !facts.hasRoster) || (figure.from === 'premises' && !facts.hasPremises)
  const value = valueInForce(target, asOf)?.entry.value
  if (!absent || first === undefined || typeof value === 'object') return facts.units.map(unit => judgeUnit(figure, target, unit, asOf))
  const shared = judgeUnit(figure, target, first, asOf)
  return facts.units.map(() => shared)
}

/** One figure of one unit against its target. Nothing is rounded before it is compared. */
function judgeUnit(figure: Figure, target: Target, unit: UnitFacts, asOf: Day): Judgement {
  const force = valueInForce(target, asOf)
  const expected = force === null ? null : expectedFor(force.entry.value, unit)
  const taken = expected === null ? withoutTarget(figure.take(unit), force === null ? message('open.not-in-force') : message('open.no-size')) : figure.take(unit)
  const verdict = expected === null ? 'unknown' : verdictOf(taken, target.comparison, expected)
  const { part, whole } = taken.parts ?? { part: 0, whole: 0 }
  const parts = taken.parts === undefined || expected === null ? null : { part, whole, needed: Math.ceil(expected * whole - 1e-9) }
  return {
    target, verdict, actual: taken.value, expected,
    difference: differenceOf(taken.value, expected),
    range: taken.range ?? null, parts, citation: force?.entry.citation ?? null,
    arithmetic: arithmetic(target, verdict, taken, expected, parts), open: verdict === 'unknown' ? openReason(taken) : null,
    remarks: remarksOf(taken, target, verdict, expected, force?.early === true && unit.community < 0),
    cells: cellsBehind(figure, unit),
    lacking: verdict === 'missed' && expected !== null ? lackingRows(figure, unit, expected) : [],
  }
}

/** The verdict alone of one figure of one unit. */
export function verdictFor(figure: Figure, target: Target, unit: UnitFacts, asOf: Day): Verdict {
  return verdictAgainst(figure, target, unit, expectedOn(target, unit, asOf))
}

/** The same against a value that is known already. */
export function verdictAgainst(figure: Figure, target: Target, unit: UnitFacts, expected: number | null): Verdict {
  return expected === null ? 'unknown' : verdictOf(figure.take(unit), target.comparison, expected)
}

/** What the target asks of the unit on a day; `null`: nothing is in force yet, or its size is not known. */
export function expectedOn(target: Target, unit: UnitFacts, asOf: Day): number | null {
  const force = valueInForce(target, asOf)
  return force === null ? null : expectedFor(force.entry.value, unit)
}

/** The worst verdict of a community is that of the whole where each of them must comply. */
export function wholeVerdict(verdicts: readonly Verdict[]): Verdict {
  return verdicts.length === 0 ? 'unknown' : WORST_FIRST.find(verdict => verdicts.includes(verdict)) ?? 'met'
}

export const WORST_FIRST: readonly Verdict[] = ['missed', 'unknown', 'surplus', 'met']

/** The whole where each community must comply: missed as soon as one is short, whatever the others have too many. */
function judgeWhole(figure: Figure, target: Target, facts: Facts, units: readonly Judgement[], asOf: Day): Judgement {
  const judgements = isOverallOnly(target) ? judgeAll(figure, target, facts, asOf) : units
  const force = valueInForce(target, asOf), taken = figure.take(facts.whole)
  const has = (verdict: Verdict): boolean => judgements.some(judgement => judgement.verdict === verdict)
  const verdict = wholeVerdict(judgements.map(judgement => judgement.verdict))
  const expected = judgements.length === 0 ? null : sumAll(judgements.map(judgement => judgement.expected))
  // Where some communities are not known it is the sum of those that are: the sentence says how many are left open.
  const actual = figure.from === 'people' ? taken.value : sumAll(judgements.map(judgement => judgement.actual)) ?? taken.value
  const met = judgements.filter(judgement => judgement.verdict === 'met' || judgement.verdict === 'surplus').length
  const remarks: Message[] = []
  if (has('missed') && has('surplus')) remarks.push(message('remark.no-offset'))
  if (figure.from === 'people') remarks.push(...(taken.remarks ?? []))
  const unplaced = at(facts.starts, facts.starts.length - 1) - at(facts.starts, facts.starts.length - 2)
  if (figure.from === 'people' && unplaced > 0) remarks.push(message('remark.unplaced', { count: unplaced }))
  const own = ownRemark(target)
  if (own !== null) remarks.push(own)
  if (force?.early === true) remarks.push(message('remark.not-yet-in-force'))
  return {
    target, verdict, actual, expected, difference: differenceOf(actual, expected),
    range: figure.from === 'people' ? (taken.range ?? null) : null,
    each: true,
    parts: judgements.length === 0 ? null : { part: met, whole: judgements.length, needed: judgements.length },
    citation: force?.entry.citation ?? null,
    arithmetic: wholeArithmetic(target, judgements, actual, expected, taken.open, typeof force?.entry.value === 'number' ? force.entry.value : null),
    open: null, remarks, cells: [], lacking: [],
  }
}

/** Actual less expected, without the binary noise of the subtraction; verdicts never look at it. */
function differenceOf(actual: number | null, expected: number | null): number | null {
  return actual === null || expected === null ? null : Math.round((actual - expected) * 1e9) / 1e9
}

/** A verdict holds only when every number from `low` to `high` gives it. */
export function verdictOf(taken: Pick<Taken, 'low' | 'high'>, comparison: Target['comparison'], expected: number): Verdict {
  const { low, high } = taken
  switch (comparison) {
    case 'at-least':
      return low >= expected ? 'met' : high < expected ? 'missed' : 'unknown'
    case 'at-most':
      return high <= expected ? 'met' : low > expected ? 'missed' : 'unknown'
    case 'exactly':
      return high < expected ? 'missed' : low > expected ? 'surplus' : low === expected && high === expected ? 'met' : 'unknown'
  }
}

function withoutTarget(taken: Taken, reason: Message): Taken {
  return taken.value === null && taken.open !== undefined
    ? taken
    : { ...taken, ...(taken.open === undefined ? { open: reason } : open(reason)), value: taken.value }
}

function remarksOf(taken: Taken, target: Target, verdict: Verdict, expected: number | null, early: boolean): readonly Message[] {
  const said = verdict === 'unknown' ? taken.open?.key : undefined
  const remarks = (taken.remarks ?? []).filter(({ key }) => {
    if (key === 'remark.workbook-part') return verdict === 'missed'
    return key !== said && !(key === 'remark.area-about' && said === 'open.about-area')
  })
  if (taken.range !== undefined && expected !== null && verdict !== 'unknown') {
    const ends = [taken.range.low, taken.range.high].map(end => verdictOf({ low: end, high: end }, target.comparison, expected))
    if (ends.some(end => end !== verdict)) remarks.push(message('remark.could-turn'))
  }
  if (target.appliesTo === 'new-built' && verdict !== 'unknown') remarks.push(message('remark.new-built'))
  if (target.scope === 'region') remarks.push(message('remark.region'))
  const own = ownRemark(target)
  if (own !== null) remarks.push(own)
  // Said once for the whole, not in every community.
  if (early) remarks.push(message('remark.not-yet-in-force'))
  return held(remarks)
}

/** A number that a person set otherwise says so with every verdict that rests on it. */
function ownRemark({ was, unit }: Target): Message | null {
  if (was === undefined) return null
  const value = was.at(-1)?.value
  if (typeof value !== 'number') return message('remark.own-number')
  const isShare = unit === 'share'
  return message('remark.own-number-was', { was: isShare ? value * 100 : value, unit: isShare ? '%' : unitName(unit) })
}

function premisesFigures(premises: PremisesFacts, gap: AreaGap): PremisesFigures {
  const states = ROOM_IDS.map(room => premises.rooms[room])
  return {
    usableArea: premises.usable.value,
    builtArea: premises.built.value,
    ownArea: premises.own.value,
    plannedArea: premises.planned.value,
    rooms: states.every(state => state === 'unknown') ? null : states.filter(state => state === 'present' || state === 'shared').length,
    roomStates: premises.rooms,
    tenure: premises.tenure,
    demolition: premises.demolition,
    gapNow: gap.now,
    gapPlanned: gap.planned,
    gapWhenBuilt: gap.whenBuilt,
    sites: premises.sites.length,
  }
}

/** The sum when all are known. */
function sumAll(values: readonly (number | null)[]): number | null {
  let total = 0
  for (const value of values) {
    if (value === null) return null
    total += value
  }
  return total
}
