import type { Finding } from './finding'
import type { Message } from './message'
import type { Box } from './place'
import type { ReadNotice } from './snapshot'

/** What was checked, beside what was found: a person must be able to say "these totals were recalculated and hold". */
export interface Checked {
  /** Cells with formulas that were looked at. */
  readonly formulas: number
  readonly totals: readonly CheckedTotal[]
  readonly pairs: readonly CheckedPair[]
  /** What could not be checked, and why. */
  readonly not: readonly NotChecked[]
}

export type Relation = 'sum' | 'average' | 'share' | 'difference' | 'product'

/** A cell that is a total (or average, share, …) of others. Boxes are on the cell's own sheet. */
export interface CheckedTotal {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly parts: readonly Box[]
  readonly relation: Relation
  readonly holds: boolean
  /** How many of the sister columns or rows (itself included) hold the same relation. */
  readonly agree: number
  readonly of: number
}

/** Two places that must say the same. `from` and `against` are as a person names them: `预算!B4`, `花名册`. */
export interface CheckedPair {
  readonly from: string
  readonly against: string
  /** `headcount`, `area`, `amount`, …: stable words for programs. */
  readonly what: string
  readonly holds: boolean
}

export interface NotChecked {
  readonly sheet: string | null
  /** Cell or range, e.g. `C4:C9`. */
  readonly cell: string | null
  /** The check that could not do its work. */
  readonly check: string
  readonly why: Message
}

/** The result of the audit alone. */
export interface AuditReport {
  readonly file: string
  readonly findings: readonly Finding[]
  readonly checked: Checked
  readonly notices: readonly ReadNotice[]
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly accepted: number }
}

export const NOTHING_CHECKED: Checked = { formulas: 0, totals: [], pairs: [], not: [] }
