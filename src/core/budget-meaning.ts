/** What a person may say that a word of a budget sheet means. `none`: it changes nothing of what the figure means. */
export const BUDGET_MEANINGS = [
  'none', 'formal', 'contracted', 'persons', 'amount', 'unit-cost', 'running', 'subsidy', 'task-money', 'paid-service', 'remainder', 'usable-area',
  'built-area',
] as const

export type BudgetMeaning = (typeof BUDGET_MEANINGS)[number]
