import { isOverallOnly } from './plan'
import type { Target } from './plan'
import type { Judgement, Report } from './report'

/**
 * How far a target is missed. The one source for the sentence of the board, its table, the findings and every output: no other place adds up differences.
 */
export interface Gap {
  /** What the communities (or the whole) lack together, in `unit`; shortages of one are not made good by another's surplus. */
  readonly short: number
  /** What they have too many of together. */
  readonly over: number
  /** Communities that could not be judged. */
  readonly open: number
  /** `heads`: of a share, people who still have to reach it; else the unit of the target. */
  readonly unit: 'target' | 'heads'
}

/** Shortages and surpluses summed community by community, apart from each other. */
export function gapOf(judgements: readonly Pick<Judgement, 'verdict' | 'difference'>[]): Pick<Gap, 'short' | 'over' | 'open'> {
  let short = 0, over = 0, open = 0
  for (const { verdict, difference } of judgements) {
    if (verdict === 'unknown') open++
    if (difference === null) continue
    if (verdict === 'missed') short += Math.abs(difference)
    if (verdict === 'surplus') over += difference
  }
  return { short: plain(short), over: plain(over), open }
}

/** The judgements of every community on one target. */
export function judgementsOn({ communities }: Pick<Report, 'communities'>, target: Pick<Target, 'id'>): readonly Judgement[] {
  return communities.flatMap(unit => unit.judgements.find(judgement => judgement.target.id === target.id) ?? [])
}

/** What the whole lacks of one target; `null` when nothing is known of it. Area: the gap of the plan, in which rented, borrowed and doomed premises count 0. */
export function wholeGap(report: Pick<Report, 'communities' | 'overall'>, judgement: Judgement): Gap | null {
  const { target } = judgement
  if (target.figure === 'usable-area' && !isOverallOnly(target)) return areaGap(report)
  if (judgement.each === true) {
    const each = judgementsOn(report, target)
    return each.length === 0 || each.every(({ difference }) => difference === null) ? null : { ...gapOf(each), unit: 'target' }
  }
  return unitGap(judgement)
}

/** What one community, or the whole taken together, lacks of one target. */
function unitGap({ verdict, difference, parts, target, each }: Judgement): Gap | null {
  if (verdict === 'unknown') return null
  if (parts !== null && target.unit === 'share' && each !== true) {
    return { short: verdict === 'missed' ? Math.abs(parts.needed - parts.part) : 0, over: 0, open: 0, unit: 'heads' }
  }
  return difference === null ? null : { ...gapOf([{ verdict, difference }]), unit: 'target' }
}

/** m2 short in the plan's horizon over all communities whose area is known, and how many are not. */
export function areaGap({ communities, overall }: Pick<Report, 'communities' | 'overall'>): Gap | null {
  if (overall.premises === null) return null
  let short = 0, open = 0
  for (const { premises } of communities) {
    if (premises === null || premises.gapPlanned === null) open++
    else short += premises.gapPlanned
  }
  return open === communities.length ? null : { short: plain(short), over: 0, open, unit: 'target' }
}

/** Without the binary noise of the sum. */
function plain(sum: number): number {
  return Math.round(sum * 1e9) / 1e9
}
