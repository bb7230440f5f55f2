import type { Language } from '../src/core/message'
import type { DatedValue, Target } from '../src/core/plan'
import type { Judgement, UnitReport, Verdict } from '../src/core/report'
import { quantity } from '../src/messages/quantity'
import { wordsIn } from './views/words'

export { quantity }

/** `14 / 20`-like pair: the actual figure beside what is wanted. */
export function actualOf(judgement: Judgement, language: Language): string {
  const { actual, expected, target } = judgement
  if (actual === null) return wordsIn(language).tell('board.no-value')
  return quantity(actual, target.unit, language, expected ?? actual)
}

export function expectedOf(judgement: Judgement, language: Language): string {
  const { expected, target } = judgement
  return expected === null ? '' : wordsIn(language).tell(`board.target.${target.comparison}`, { value: quantity(expected, target.unit, language) })
}

/** Where the bar ends and the tick stands, 0..1. */
export function barOf(judgement: Judgement): { actual: number; tick: number } | null {
  const { actual, expected, target } = judgement
  if (actual === null || expected === null || actual < 0) return null
  const full = target.unit === 'share' ? 1 : Math.max(actual, expected) * 1.15
  return full > 0 ? { actual: Math.min(1, actual / full), tick: Math.min(1, expected / full) } : null
}

/** The dated value of a target on a day, `null` when none is in force. */
export function inForce(target: Target, day: string): DatedValue | null {
  let found: DatedValue | null = null
  for (const value of target.history) if (value.from <= day && (value.to === undefined || day <= value.to)) found = value
  return found
}

const RANK: Readonly<Record<Verdict, number>> = { missed: 3, unknown: 2, surplus: 1, met: 0 }

/** Communities worst first: more missed, then more to verify, then as in the sheet. */
export function worstFirst(units: readonly UnitReport[]): readonly UnitReport[] {
  const weight = (unit: UnitReport) => unit.judgements.reduce((sum, { verdict }) => sum + 1000 ** RANK[verdict], -unit.judgements.length)
  const weights = new Map(units.map(unit => [unit, weight(unit)]))
  return [...units].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
}
