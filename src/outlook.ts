import type { NotChecked } from './core/checked'
import type { Day } from './core/day'
import type { HirePlan, Sensitivity } from './core/outlook'
import type { Policy } from './core/plan'
import { hirePlans, sensitivity } from './judge'
import type { Judged, SensitivityOptions } from './judge'
import { failedCheck } from './rules/failed-check'

/** What could turn the verdicts, and whom to hire. */
export interface Outlooks {
  readonly sensitivity: Sensitivity
  readonly plan: { readonly hires: readonly HirePlan[]; readonly overall: HirePlan | null }
  /** What failed: the report stands without it. */
  readonly not: readonly NotChecked[]
}

const NOTHING_OPEN: Sensitivity = { questions: [], more: 0, verdicts: [], clarify: [], clarifyExact: true }

/** Looks ahead from the verdicts: each part alone, so that a fault in one costs nothing else. */
export function lookAhead(judged: Judged, policy: Policy, asOf: Day, options: SensitivityOptions): Outlooks {
  const not: NotChecked[] = []
  const alone = <Result>(check: string, work: () => Result, without: Result): Result => {
    try {
      return work()
    } catch (failure) {
      not.push(failedCheck(check, failure))
      return without
    }
  }
  return { sensitivity: alone('sensitivity', () => sensitivity(judged, policy, asOf, options), NOTHING_OPEN), plan: alone('plan', () => hirePlans(judged, policy, asOf), { hires: [], overall: null }), not }
}
