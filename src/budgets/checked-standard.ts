import { isOverallOnly, valueInForce } from '../core/plan'
import type { Target } from '../core/plan'
import type { Verdict } from '../core/verdict'
import type { Report } from '../core/report'

/** A target of the standard with what the report says of each community on the sheets, by position; `null`: not judged there. */
export interface CheckedTarget {
  readonly target: Target
  /** The one value for all, `null` where it goes by size or none is in force. */
  readonly value: number | null
  readonly verdicts: readonly (Verdict | null)[]
  readonly expected: readonly (number | null)[]
  readonly whole: Verdict | null
}

export interface CheckedStandard {
  readonly targets: readonly CheckedTarget[]
}

/** Figures that have a column of their own on the check sheets. */
const FIXED: ReadonlySet<string> = new Set(['formal-count', 'contracted-count', 'college-share', 'average-age', 'party-league-share', 'usable-area', 'required-rooms'])
const OF_PREMISES: ReadonlySet<string> = new Set(['area-per-100-households', 'activity-area-share', 'usable-area', 'rooms'])

/** @param order positions in the report's communities, row by row; -1 for a community that is gone */
export function checkedStandard(report: Report, order: readonly number[]): CheckedStandard {
  return {
    targets: report.policy.targets.map(target => {
      const value = valueInForce(target, report.asOf)?.entry.value
      const of = order.map(index => report.communities[index]?.judgements.find(judgement => judgement.target.id === target.id))
      return {
        target, value: typeof value === 'number' ? value : null, verdicts: of.map(judgement => judgement?.verdict ?? null), expected: of.map(judgement => judgement?.expected ?? null),
        whole: report.overall.judgements.find(judgement => judgement.target.id === target.id)?.verdict ?? null,
      }
    }),
  }
}

/** What the report says of a target in a row (-1: the whole); `null` where the standard does not ask it or nobody judged. */
export function verdictAt(standard: CheckedStandard | undefined, id: string, row: number): Verdict | null {
  const found = standard?.targets.find(({ target }) => target.id === id)
  return found === undefined ? null : row < 0 ? found.whole : found.verdicts[row] ?? null
}

/** Targets beyond the seven that the sheets are laid out for: each that is judged gets a column of its own. */
export function furtherTargets(standard: CheckedStandard | undefined, of: 'people' | 'premises'): readonly CheckedTarget[] {
  return (standard?.targets ?? []).filter(({ target, verdicts }) => verdicts.some(verdict => verdict !== null) && !FIXED.has(target.id) && !isOverallOnly(target) && OF_PREMISES.has(target.figure) === (of === 'premises'))
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { met: '达标', missed: '未达标', surplus: '超配', unknown: '待核实' }

/** 社区工作者总数（≤17）. */
export function targetTitle({ target, value }: CheckedTarget): string {
  const sign = target.comparison === 'at-least' ? '≥' : target.comparison === 'at-most' ? '≤' : '='
  return `${target.title['zh-CN']}${value === null ? '' : `（${sign}${target.unit === 'share' ? `${String(Math.round(value * 1000) / 10)}%` : String(value)}）`}`
}
