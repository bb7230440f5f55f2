import type { Change } from './change'
import type { Day } from './day'
import type { Message } from './message'
import type { Citation } from './plan'

export type Severity = 'error' | 'warning' | 'info'

/** One thing to look at. Text comes last: a finding holds a key and parameters (design decision 8). */
export interface Finding {
  /** File name of the check, e.g. `target-missed`. */
  readonly check: string
  /** `error`: proved wrong, or a target missed; `warning`: a risk, a surplus, a missing input; `info`. */
  readonly severity: Severity
  readonly sheet: string | null
  /** `B5:B11`, runs joined by commas; `null` when the finding is about no cell. */
  readonly cell: string | null
  /** Other cells that belong to it, `Sheet!C4`. */
  readonly related: readonly string[]
  /** Stable name of what it is about, e.g. `河南/college-share`; together with `check` the key of a waiver. No personal data. */
  readonly subject: string
  readonly message: Message
  readonly evidence: Evidence | null
  readonly fix: Fix | null
  /** A person accepted it, and why (see `waiver.ts`): listed apart and not counted. Left out where nobody did. */
  readonly accepted?: { readonly reason: string; readonly acceptedOn?: Day }
}

export interface Evidence {
  readonly actual: number | string | null
  readonly expected: number | string | null
  readonly difference: number | null
  readonly source: (Citation & { readonly id: string }) | null
}

export interface Fix {
  /** Safe: cannot lose anything that was typed on purpose. */
  readonly safe: boolean
  readonly changes: readonly Change[]
}
