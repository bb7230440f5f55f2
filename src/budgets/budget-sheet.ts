import type { BudgetContext, BudgetId } from './context'
import type { SheetDraft } from './draft'

/** One budget sheet: its name, the names that others give it, and how it is drawn. The filler writes by it, the auditor reads by it. */
export interface BudgetSheet {
  readonly id: BudgetId
  /** Name of the sheet and its title. */
  readonly title: string
  /** Other names under which offices keep such a sheet. */
  readonly synonyms: readonly string[]
  draft(context: BudgetContext): SheetDraft
}

