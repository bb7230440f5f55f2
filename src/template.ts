import { assemble, EMPTY_WORKBOOK } from './budgets/assemble'
import { canonicalSources } from './budgets/canonical/canonical-sources'
import { communitiesSheet } from './budgets/canonical/communities-sheet'
import { collectGuide } from './budgets/canonical/collect-guide'
import { guideSheet } from './budgets/canonical/guide-sheet'
import { premisesSheet } from './budgets/canonical/premises-sheet'
import { INPUT_SHEETS } from './budgets/canonical/ranges'
import { rosterSheet } from './budgets/canonical/roster-sheet'
import { BLANK_ROWS } from './budgets/canonical/rows'
import type { CanonicalRows } from './budgets/canonical/rows'
import { fundDraft, NEED_ROWS } from './budgets/construction-fund'
import type { BudgetContext, BudgetId } from './budgets/context'
import { BUDGET_SHEETS } from './budgets'
import { markOf } from './budgets/marks'
import { FORECAST_YEARS, parameterNames, parametersSheet } from './budgets/parameters'
import type { ParameterValues } from './budgets/parameters'
import { assumedParameters, policyParameters } from './budgets/policy-parameters'
import type { Change, NameChange } from './core/change'
import type { Day } from './core/day'
import type { Policy } from './core/plan'
import { sheetReference } from './core/place'
import { sampleRows } from './sample'

/**
 * The canonical workbook as changes to an empty one: sheets, formulas with their values, names, print setup.
 * @param policy the standard whose targets stand in 参数标准
 * @param options.sample the plan's figures and invented people instead of blank rows
 */
export function templateChanges(policy: Policy, options: { readonly sample?: boolean } = {}): Change[] {
  const sample = options.sample === true
  const rows: CanonicalRows = sample ? sampleRows() : { communities: [], people: [], premises: [] }
  const sheets = Object.fromEntries(BUDGET_SHEETS.map(sheet => [sheet.id, sheet.title])) as Record<BudgetId, string>
  const context: BudgetContext = { sources: canonicalSources(sample ? rows.communities.length : BLANK_ROWS.communities), sheets, parameter: id => id, reportingUnit: sample ? '姜堰镇（示例）' : '' }
  const drafts = [
    guideSheet(sample),
    parametersSheet(INPUT_SHEETS.parameters, parameterValues(policy, sample, context), context),
    communitiesSheet(context, rows.communities),
    rosterSheet(context, rows.people),
    premisesSheet(context, rows.premises),
    ...BUDGET_SHEETS.map(sheet => (sheet.id === 'construction-fund' && sample ? fundDraft(context, sampleAreas()) : sheet.draft(context))),
  ]
  const names: NameChange[] = [
    ...parameterNames(sheetReference(INPUT_SHEETS.parameters)).map(({ name, refersTo }): NameChange => ({ kind: 'name', name, before: null, after: refersTo })),
    markOf('parameters', INPUT_SHEETS.parameters),
    ...BUDGET_SHEETS.map(sheet => markOf(sheet.id, sheet.title)),
  ]
  return assemble(EMPTY_WORKBOOK, drafts, names)
}

/**
 * A blank workbook for a community to fill in: the three lists with drop-downs and checks, and nothing that it need not see.
 * @param day as of which everything is asked, `yyyy-mm-dd`: no birth or start may lie after it
 */
export function collectChanges(day: Day): Change[] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number), context = { parameter: () => `DATE(${String(year)},${String(month)},${String(date)})`, reportingUnit: '' }
  return assemble(EMPTY_WORKBOOK, [collectGuide(`${String(year)}年${String(month)}月${String(date)}日`), communitiesSheet(context, []), rosterSheet(context, []), premisesSheet(context, [])], [])
}

function parameterValues(policy: Policy, sample: boolean, context: BudgetContext): ParameterValues {
  const standards = policyParameters(policy, { rates: sample, asOf: `${String(policy.year)}-12-31` })
  const assumed: ParameterValues = sample ? { BuildCost: { value: 1500, remark: '示例造价，非源方案数字' } } : {}
  return { ...assumedParameters(context), ...standards, ...assumed }
}

/** Five equal years that just pay for the proven gap: no forecast was given, so the sample works it back and says so. */
function sampleAreas(): { readonly content: { readonly formula: string }; readonly remark: string }[] {
  return Array.from({ length: FORECAST_YEARS }, () => ({ content: { formula: `=$E$${String(NEED_ROWS.proven)}` }, remark: '假设：按五年收支相抵倒推，非开发规划数' }))
}

