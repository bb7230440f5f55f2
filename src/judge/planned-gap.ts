import type { Message } from '../core/message'
import type { Judgement } from '../core/report'
import { message } from '../messages'
import type { UnitFacts } from './facts'
import type { PremisesFacts } from './premises-facts'

/** m2 short of the target: by what stands today, by what is the community's own and will stay, and by that with what is in building. `null`: not known. */
export interface AreaGap {
  readonly now: number | null
  readonly planned: number | null
  readonly whenBuilt: number | null
}

const NO_GAP: AreaGap = { now: null, planned: null, whenBuilt: null }

/** @param needed m2 that each community must have; `null` when the standard asks for none */
export function gapsOf(premises: PremisesFacts | null, needed: number | null): AreaGap {
  if (premises === null || needed === null) return NO_GAP
  const gap = (value: number | null): number | null => (value === null ? null : Math.max(0, needed - value))
  return { now: gap(premises.usable.value), planned: gap(premises.own.value), whenBuilt: gap(premises.planned.value) }
}

/** The gaps of all communities together, as far as they are known. */
export function sumOfGaps(gaps: readonly AreaGap[]): AreaGap {
  return { now: sum(gaps.map(gap => gap.now)), planned: sum(gaps.map(gap => gap.planned)), whenBuilt: sum(gaps.map(gap => gap.whenBuilt)) }
}

/** The sentence on the area of all communities, with the gap of the plan beside today's where the two differ: the reader meets both numbers elsewhere. */
export function withPlannedGap(whole: Judgement, units: readonly UnitFacts[], gaps: readonly AreaGap[]): Message {
  const { arithmetic: today, verdict, parts } = whole
  const { now, planned } = sumOfGaps(gaps)
  // Nothing is known of any community: there is no gap of today's that the plan's could stand beside.
  const isOpen = verdict === 'unknown' && (parts === null || parts.part === 0)
  if (planned === null || planned === now || isOpen) return today
  const excluded =
    sum(
      units.map(({ premises }) =>
        premises === null || premises.usable.value === null || premises.own.value === null
          ? null
          : premises.usable.value - premises.own.value,
      ),
    ) ?? 0
  return excluded > 0 ? message('whole.planned', { today, excluded, planned }) : message('whole.planned-unmeasured', { today, planned })
}

/** The sum of what is known; `null` when nothing is. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter(value => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
}
