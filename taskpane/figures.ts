import type { Gap } from '../src/core/gap'
import type { Language } from '../src/core/message'
import type { DatedValue, Target, TargetUnit } from '../src/core/plan'
import type { Judgement } from '../src/core/report'
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

/** `缺 1 人、`, `超 1 人`: what is missing and what is too much, apart from each other; empty where nothing is. Never rounded onto zero. */
export function gapParts(gap: Gap | null, { target, verdict }: Judgement, language: Language): readonly string[] {
  const { tell } = wordsIn(language)
  if (gap === null) return []
  if (gap.short === 0 && gap.over === 0) return verdict === 'unknown' && gap.open > 0 ? [tell('gap.open', { open: gap.open })] : []
  const unit = gap.unit === 'heads' ? (target.figure === 'facility-coverage' ? 'community' : 'person') : target.unit
  const amount = (value: number) => shareOrQuantity(value, unit, language)
  const short = gap.short > 0 ? [tell(target.comparison === 'at-most' ? 'gap.above' : 'gap.short', { amount: amount(gap.short) })] : []
  const over = gap.over > 0 ? [tell('gap.over', { amount: amount(gap.over) })] : []
  return short.length > 0 && over.length > 0 ? [`${short.join('')}${language === 'en' ? ', ' : '、'}`, ...over] : [...short, ...over]
}

function shareOrQuantity(value: number, unit: TargetUnit, language: Language): string {
  return quantity(value, unit, language, unit === 'year' || unit === 'share' ? 0 : undefined)
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
