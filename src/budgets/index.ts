import { budgetSummary } from './budget-summary'
import type { BudgetSheet } from './budget-sheet'
import { constructionFund } from './construction-fund'
import { fundingSources } from './funding-sources'
import { personnel } from './personnel'
import { premisesCheck } from './premises-check'
import { premisesProgramme } from './premises-programme'
import { runningCosts } from './running-costs'
import { staffingCheck } from './staffing-check'
import { yearlyBalance } from './yearly-balance'

/** Every budget sheet, in the order of a workbook. */
export const BUDGET_SHEETS: readonly BudgetSheet[] = [
  staffingCheck,
  premisesCheck,
  personnel,
  runningCosts,
  fundingSources,
  constructionFund,
  premisesProgramme,
  yearlyBalance,
  budgetSummary,
]

