import type { LocalText } from './plan'

/**
 * The numbers of the budget sheets that pictures and documents show, all in 万元 (10,000 yuan). `null`: nobody gave what it hangs on (待填),
 * and never 0.
 */
export interface BudgetFigures {
  readonly kinds: readonly BudgetKind[]
  readonly sources: BudgetSources | null
  readonly years: readonly BudgetYear[]
  /** The greatest sum that must be advanced in any year. */
  readonly bridging: number | null
  /** Cost of the staff in all. */
  readonly staff: { readonly now: number | null; readonly goal: number | null }
}

/** A kind of cost or a source of money, as today and at the establishment. */
export interface BudgetKind {
  readonly label: LocalText
  readonly now: number | null
  readonly goal: number | null
}

/** Who pays for the staff under the chosen scenario. */
export interface BudgetSources {
  readonly scenario: string
  /** In the order of the sheet; their sum is the cost. */
  readonly parts: readonly BudgetKind[]
}

export interface BudgetYear {
  readonly year: number
  readonly need: number | null
  readonly fund: number | null
  /** What must be advanced because the receipts up to this year do not pay for the premises up to this year. */
  readonly bridging: number | null
}
