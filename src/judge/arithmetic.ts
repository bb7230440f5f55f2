import { gapOf } from '../core/gap'
import type { Message } from '../core/message'
import type { Target, TargetUnit } from '../core/plan'
import type { Verdict } from '../core/verdict'
import type { Judgement } from '../core/report'
import { message, messageNamed } from '../messages'
import type { MessageKey } from '../messages'
import type { Taken } from './figure'

type Outcome = 'met' | 'short' | 'equal' | 'surplus' | 'within' | 'above'
type Shape = 'number' | 'share' | 'part' | 'year'

const UNITS: Readonly<Record<TargetUnit, Message>> = {
  person: message('unit.person'), share: message('unit.none'), year: message('unit.year'), m2: message('unit.m2'), room: message('unit.room'), community: message('unit.community'),
  'person-per-10000': message('unit.person-per-10000'), 'm2-per-100-households': message('unit.m2-per-100-households'), 'household-per-person': message('unit.household-per-person'),
  yuan: message('unit.yuan'), 'yuan-per-1000-households': message('unit.yuan-per-1000-households'),
}

/** The unit as a sentence says it, with the space before it. */
export function unitName(unit: TargetUnit): Message {
  return UNITS[unit]
}

const SENTENCES: Readonly<Record<Shape, Readonly<Partial<Record<Outcome, MessageKey>>>>> = {
  number: { met: 'number.met', short: 'number.short', equal: 'number.equal', surplus: 'number.surplus', within: 'number.within', above: 'number.above' },
  share: { met: 'share.met', short: 'share.short', within: 'share.within', above: 'share.above' },
  part: { met: 'part.met', short: 'part.short', within: 'part.within', above: 'part.above' },
  year: { met: 'year.met', short: 'year.short', within: 'year.within', above: 'year.above' },
}

/** Staff are 配备, and communities are 设立. */
const SET: Partial<Record<MessageKey, MessageKey>> = {
  'number.equal': 'number.equal-set', 'number.surplus': 'number.surplus-set', 'exact.short': 'exact.short-set',
}

/** Why there is no verdict, as a sentence. */
export function openArithmetic(target: Target, reason: Message, expected: number | null): Message {
  return message('arithmetic.open', { target: target.title, reason, requirement: requirement(target, expected) })
}

/** Why a figure gives no verdict: what it says itself, else that what it may be lies on both sides of the target. */
export function openReason(taken: Taken): Message {
  return taken.open ?? message('open.borderline')
}

/** How the verdict came about, as a sentence: "5 of 7 = 71.4%, needs 6". */
export function arithmetic(target: Target, verdict: Verdict, taken: Taken, expected: number | null, parts: Judgement['parts']): Message {
  const { title, unit } = target
  if (verdict === 'unknown' || expected === null) return openArithmetic(target, openReason(taken), expected)
  if (taken.value === null) return message('arithmetic.proof', { target: title, reason: taken.proof ?? message('open.area-unknown'), requirement: requirement(target, expected) })
  const outcome = outcomeOf(verdict, target.comparison), shape = shapeOf(target, parts)
  const plain = target.comparison === 'exactly' && outcome === 'short' ? 'exact.short' : SENTENCES[shape][outcome] ?? SENTENCES.number[outcome] ?? 'number.short'
  const key = target.unit === 'community' ? SET[plain] ?? plain : plain
  const gap = Math.round(Math.abs(taken.value - expected) * 1e9) / 1e9
  if (parts !== null && shape === 'part') {
    return messageNamed(key, {
      target: title,
      part: parts.part,
      whole: parts.whole,
      actual: taken.value,
      expected,
      needed: parts.needed,
      gap: Math.abs(parts.needed - parts.part),
      unit: UNITS[partUnit(target)],
    })
  }
  return messageNamed(key, { target: title, actual: taken.value, expected, gap, unit: UNITS[unit] })
}

/**
 * The whole of a target that each community must reach: how many do, and the shortages summed apart from the surpluses.
 * @param each what one community must reach; `null` when it goes by size
 */
export function wholeArithmetic(
  target: Target,
  judgements: readonly Judgement[],
  actual: number | null,
  expected: number | null,
  reason: Message | undefined,
  each: number | null,
): Message {
  const count = (...verdicts: Verdict[]): number => judgements.filter(judgement => verdicts.includes(judgement.verdict)).length
  const open = count('unknown')
  if (judgements.length === 0 || open === judgements.length) {
    return message('arithmetic.open', {
      target: target.title,
      reason: reason ?? judgements[0]?.open ?? message('open.no-communities'),
      requirement: requirement(target, each),
    })
  }
  const { short, over } = gapOf(judgements)
  const params = {
    target: target.title,
    communities: judgements.length,
    met: count('met', 'surplus'),
    missed: count('missed'),
    open,
    actual,
    expected,
    short,
    over,
    unit: UNITS[target.unit],
  }
  if (actual === null || expected === null) return message('whole.counts', params)
  return message(over > 0 ? (short > 0 ? 'whole.short-over' : 'whole.over') : short > 0 ? 'whole.short' : 'whole.sums', params)
}

const requirements = new WeakMap<Target, Map<number | null, Message>>()

/** What the target asks for, as part of a sentence; one object for all units that must reach the same. */
function requirement(target: Target, expected: number | null): Message {
  let known = requirements.get(target)
  if (known === undefined) requirements.set(target, (known = new Map()))
  let said = known.get(expected)
  if (said === undefined) known.set(expected, (said = newRequirement(target, expected)))
  return said
}

function newRequirement(target: Target, expected: number | null): Message {
  if (expected === null) return message('requirement.none')
  const share = target.unit === 'share'
  const keys = { 'at-least': share ? 'requirement.at-least-share' : 'requirement.at-least', 'at-most': share ? 'requirement.at-most-share' : 'requirement.at-most', exactly: target.unit === 'community' ? 'requirement.exactly-set' : 'requirement.exactly' } as const
  return message(keys[target.comparison], { expected, unit: UNITS[target.unit] })
}

function outcomeOf(verdict: Verdict, comparison: Target['comparison']): Outcome {
  if (comparison === 'at-most') return verdict === 'met' ? 'within' : 'above'
  if (comparison === 'exactly') return verdict === 'met' ? 'equal' : verdict === 'surplus' ? 'surplus' : 'short'
  return verdict === 'met' ? 'met' : 'short'
}

function shapeOf(target: Target, parts: Judgement['parts']): Shape {
  if (target.unit === 'share') return parts === null ? 'share' : 'part'
  return target.unit === 'year' ? 'year' : 'number'
}

/** What the parts of a share are. */
function partUnit(target: Target): TargetUnit {
  return target.figure === 'facility-coverage' ? 'community' : 'person'
}
