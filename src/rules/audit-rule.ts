import type { CheckedPair, CheckedTotal, NotChecked } from '../core/checked'
import type { Finding } from '../core/finding'
import type { Reading } from '../core/reading'
import type { SheetSnapshot, Snapshot } from '../core/snapshot'
import type { FormulaIndex } from '../formula/formula-index'

/** What a rule of the audit may look at. */
export interface AuditBook {
  readonly snapshot: Snapshot
  readonly reading: Reading
  /** Worksheets that a finding may land on: those that this program wrote itself are left out. */
  readonly sheets: readonly SheetSnapshot[]
  /** Formulas of all sheets, learnt lazily: a workbook without formulas costs nothing. */
  readonly formulas: FormulaIndex
}

/** What a rule found, and what it held or could not hold. */
export interface AuditOutcome {
  readonly findings: readonly Finding[]
  readonly totals?: readonly CheckedTotal[]
  readonly pairs?: readonly CheckedPair[]
  readonly not?: readonly NotChecked[]
}

/** One fault of formulas, totals or sheets against each other. A rule may report several related ids: `reports` names them all, each is explained. */
export interface AuditRule {
  readonly id: string
  /** Ids of the findings besides the rule's own. */
  readonly reports?: readonly string[]
  /** What its findings are about; left out: formulas. */
  readonly about?: 'formulas' | 'totals' | 'across'
  run(book: AuditBook): AuditOutcome
}
