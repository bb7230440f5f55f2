import { sheetReference } from '../core/place'
import type { CheckedStandard } from './checked-standard'
import type { ParameterId } from './parameter-id'
import type { SheetDraft } from './draft'
import { textLiteral } from './sources/source'
import type { Sourced, Sources } from './sources/source'

/** The budget sheets by id; the id is the file's name. */
export type BudgetId =
  | 'staffing-check' | 'premises-check' | 'personnel' | 'running-costs' | 'funding-sources' | 'construction-fund' | 'premises-programme' | 'yearly-balance' | 'budget-summary'

/** What every sheet of one workbook needs to know of the others. */
export interface BudgetContext {
  readonly sources: Sources
  /** The sheets' names in this workbook. */
  readonly sheets: Readonly<Record<BudgetId, string>>
  /** How a parameter is written in a formula: its defined name, or its cell. */
  parameter(id: ParameterId): string
  /** What the standard asks and what the report says of it; left out for a workbook without a report, where formulas alone say it. */
  readonly standard?: CheckedStandard
  /** e.g. 姜堰镇; empty when not known. */
  readonly reportingUnit: string
}

/** First row of the communities on sheets that have a row each: the total stands above it, so that rows can be added below. */
export const TOTAL_ROW = 5
export const FIRST_ROW = 6
/** Totals reach this far, so that a row added under the last one is in them. */
export const LAST_TOTAL_ROW = 505

/** The name in column A of a community's row, as other sheets and the row's own formulas point to it. */
export function labelCell(row: number): string {
  return `$A${String(row)}`
}

/** A cell of another budget sheet: `人员经费预算!F5`. */
export function cellOf(context: BudgetContext, sheet: BudgetId, cell: string): string {
  return `${sheetReference(context.sheets[sheet])}!${cell}`
}

/** A formula of a community's row, empty as long as the row has no name. */
export function inRow(context: BudgetContext, row: number, expression: string): { formula: string } {
  return { formula: context.sources.guarded ? `=IF($A${String(row)}="","",${expression})` : `=${expression}` }
}

/** Puts a figure where it comes from: a formula, or a value with its reason, or the words for nothing known. */
export function putSourced(
  draft: SheetDraft,
  context: BudgetContext,
  row: number,
  column: number,
  sourced: Sourced,
  otherwise: string,
): void {
  if (sourced !== null && 'value' in sourced) draft.put(row, column, sourced.value).because(row, column, sourced.why, sourced.inputs ?? [])
  else if (sourced === null && !context.sources.guarded) draft.put(row, column, otherwise)
  else draft.put(row, column, inRow(context, row, sourced === null ? textLiteral(otherwise) : sourced.formula))
}

/** Sum over the communities' rows of a column, with room below. */
export function sumBelow(column: string): { formula: string } {
  return { formula: `=SUM(${column}${String(FIRST_ROW)}:${column}${String(LAST_TOTAL_ROW)})` }
}

/** What a missing input shows. Never 0: a blank and a nought are different facts. */
export const MISSING = '待填'
/** What cannot be judged yet shows. */
export const OPEN = '待核实'
/** What the standard does not ask at all. */
export const NOT_ASKED = '不适用'
