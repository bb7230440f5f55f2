import type { BudgetFigures, BudgetKind, BudgetYear } from '../core/budget-figures'
import type { CellValue } from '../core/cell'
import { isFormula } from '../core/cell'
import { cellName } from '../core/place'
import type { LocalText } from '../core/plan'
import { cellItems } from '../core/proposal'
import type { Proposal } from '../core/proposal'
import type { Snapshot } from '../core/snapshot'
import { cellAt, sheetNamed } from '../core/snapshot'
import { SUMMARY_ROWS } from './budget-summary'
import type { BudgetId } from './context'
import { ourSheets } from './filling/layout-of-fill'
import { FORECAST_YEARS } from './parameters'
import { BALANCE_FIRST_ROW, BRIDGING_ROW } from './yearly-balance'

/** Columns of 预算汇总: this year's state and the establishment's. */
const NOW = 4, GOAL = 5

const KINDS: readonly (readonly [number, LocalText])[] = [
  [SUMMARY_ROWS.formal, { 'zh-CN': '正式人员', en: 'Formal staff' }],
  [SUMMARY_ROWS.contracted, { 'zh-CN': '聘用人员', en: 'Contracted staff' }],
  [SUMMARY_ROWS.running, { 'zh-CN': '日常公用经费', en: 'Running costs' }],
  [SUMMARY_ROWS.premises, { 'zh-CN': '办公用房建设（起始年度）', en: 'Premises (first year)' }],
]
const SOURCES: readonly (readonly [number, LocalText])[] = [
  [SUMMARY_ROWS.treasury, { 'zh-CN': '财政负担（补贴、统筹）', en: 'Treasury' }],
  [SUMMARY_ROWS.otherIncome, { 'zh-CN': '部门拨款和其他收入', en: 'Other income' }],
  [SUMMARY_ROWS.town, { 'zh-CN': '镇（街道）承担', en: 'Town' }],
]

/**
 * What the budget sheets say after a fill, taken from the very cells that it writes or finds: the picture, the paragraph and the sheet are
 * one number. `null` where the workbook has no budget sheets and gets none, and where not one of the figures is known.
 */
export function budgetFigures(snapshot: Snapshot, plan: Pick<Proposal, 'items'>): BudgetFigures | null {
  const { names } = ourSheets(snapshot), written = new Map(cellItems(plan).map(({ change }) => [`${change.sheet}!${change.cell}`, change.after]))
  const valueAt = (id: BudgetId, row: number, column: number): CellValue => {
    const content = written.get(`${names[id]}!${cellName(row, column)}`)
    if (content !== undefined) return isFormula(content) ? content.value : content
    const sheet = sheetNamed(snapshot, names[id])
    return sheet === undefined ? null : cellAt(sheet, row, column)
  }
  const figure = (id: BudgetId, row: number, column: number): number | null => {
    const value = valueAt(id, row, column)
    return typeof value === 'number' ? value : null
  }
  const lines = (rows: typeof KINDS): BudgetKind[] =>
    rows.map(([row, label]) => ({ label, now: figure('budget-summary', row, NOW), goal: figure('budget-summary', row, GOAL) }))
  const kinds = lines(KINDS), parts = lines(SOURCES)
  const years = Array.from({ length: FORECAST_YEARS }, (_, index): BudgetYear | null => {
    const at = (column: number): number | null => figure('yearly-balance', BALANCE_FIRST_ROW + index, column), year = at(1)
    return year === null ? null : { year, need: at(2), fund: at(3), bridging: at(6) }
  }).filter(year => year !== null)
  const isKnown = ({ now, goal }: Pick<BudgetKind, 'now' | 'goal'>): boolean => now !== null || goal !== null
  const scenario = valueAt('budget-summary', SUMMARY_ROWS.sourcesHeader, 3)
  const figures: BudgetFigures = {
    kinds: kinds.some(isKnown) ? kinds : [],
    sources: parts.some(isKnown) ? { scenario: typeof scenario === 'string' ? scenario : '', parts } : null,
    years: years.some(({ need, fund }) => need !== null || fund !== null) ? years : [],
    bridging: figure('yearly-balance', BRIDGING_ROW, 2),
    staff: { now: figure('budget-summary', SUMMARY_ROWS.staff, NOW), goal: figure('budget-summary', SUMMARY_ROWS.staff, GOAL) },
  }
  return figures.kinds.length === 0 && figures.sources === null && figures.years.length === 0 ? null : figures
}
