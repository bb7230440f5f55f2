import type { Area } from './area'
import type { Change } from './change'
import type { Day } from './day'
import type { Message } from './message'
import type { Citation } from './plan'

export type Severity = 'error' | 'warning' | 'info'

/** One thing to look at. Text comes last: a finding holds a key and parameters, places are data, and only renderers make words and names of them. */
export interface Finding {
  /** File name of the rule, e.g. `target-missed`. */
  readonly rule: string
  /** `error`: proved wrong, or a target missed; `warning`: a risk, a surplus, a missing input; `info`. */
  readonly severity: Severity
  /** What is itself in doubt, and nothing else; no boxes: the sheet as a whole; `null`: about no cell. */
  readonly at: Area | null
  /** Cells that belong to it: siblings, parts, dependants, the people who lack something, the other side of a contradiction. */
  readonly related: readonly Area[]
  /** Stable name of what it is about, e.g. `河南/college-share`; together with `rule` the key of an acceptance. No personal data. */
  readonly subject: string
  readonly message: Message
  readonly evidence: Evidence | null
  readonly fix: Fix | null
  /** A person accepted it, and why (see `waiver.ts`): listed apart and not counted. Left out where nobody did. */
  readonly accepted?: { readonly reason: string; readonly acceptedOn?: Day }
}

/** What a finding rests on: what stands there, what would be right, and by whose word. */
export interface Evidence {
  readonly actual: number | string | null
  /** The value that would be right; never `null` for a formula finding that is an error. */
  readonly expected: number | string | null
  readonly difference: number | null
  /** Unit of the numbers as the sheet has it (万元, 元, ㎡). Left out where none is written. */
  readonly unit?: string
  readonly source: (Citation & { readonly id: string }) | null
  /** Who agrees: 11 of 12 sister columns, say. Left out where nothing votes. */
  readonly votes?: { readonly agree: number; readonly of: number }
}

export interface Fix {
  /** Safe: cannot lose anything that was typed on purpose. */
  readonly safe: boolean
  readonly changes: readonly Change[]
}

/** Whether a finding offers a fix at all. An accepted one offers none: it is right as it stands. */
export function isFixable({ fix, accepted }: Pick<Finding, 'fix' | 'accepted'>): boolean {
  return fix !== null && accepted === undefined && fix.changes.some(change => change.kind === 'cell')
}
