import type { Report } from '../../core/report'
import { isBlankIn } from './place'
import type { OwnColumn, OwnTable } from './own-table'

/** A title of what is still to come names the year of the plan, not of the budget. */
const TO_COME = /计划|规划|下年|下一年|明年|次年|远期/

/** And these are never of this one. */
const NEXT = /下年|下一年|明年|次年|远期|规划/

/**
 * The calendar year that the person's own budget tables are filled for: that of the as-of day where the workbook or the person states one. A day
 * that is only the standard's default says nothing of them: then a later year that their titles and sheet names state is theirs, or the one
 * before the first of a forecast (今后五年), so that a table of the year before is never taken for this year's.
 */
export function budgetYear(
  { asOf, asOfFrom, reading }: Pick<Report, 'asOf' | 'asOfFrom' | 'reading'>,
  tables: readonly OwnTable[],
  ours: ReadonlySet<string>,
): number {
  const year = Number(asOf.slice(0, 4))
  if (asOfFrom !== 'policy-year') return year
  const current = tables.filter(own => own.meaning.blocks.every(block => block.why === 'word') && !TO_COME.test(titleOf(own)))
  // A budget that is filled in already states its year as well: the second fill is of the same year as the first.
  const done = reading.tables.filter(table => !table.hidden && !ours.has(table.sheet) && BUDGETS.has(table.kind)).flatMap(({ title }) => yearsOf(title ?? ''))
  const stated = [...current.flatMap(({ meaning }) => meaning.years), ...done]
  // A plan alone (分季度用款计划) is the budget of its year.
  const plans = tables.filter(own => own.meaning.blocks.length === 0 && !NEXT.test(titleOf(own)))
  const titles = stated.length > 0 ? stated : plans.flatMap(({ meaning }) => meaning.years)
  return Math.max(year, ...titles, ...tables.flatMap(forecast), ...(titles.length > 0 ? [] : current.flatMap(yearToFill)))
}

/** 2022年决算 | 2023年预算 | 2024年预算 side by side, the last of them blank and the others typed: the last is what is budgeted. */
function yearToFill(own: OwnTable): number[] {
  const columns = own.columns.filter(({ meaning, header }) => meaning.measure === 'amount' && meaning.year !== null && !TO_COME.test(header))
  const years = columns.flatMap(({ meaning }) => meaning.year ?? []), last = Math.max(...years), leaves = own.lines.filter(line => line.role === 'leaf')
  if (new Set(years).size < 2) return []
  const isBlank = (column: OwnColumn): boolean => leaves.every(line => isBlankIn(own, line, column))
  const isTyped = (column: OwnColumn): boolean => leaves.every(line => !isBlankIn(own, line, column))
  return columns.every(column => (column.meaning.year === last ? isBlank(column) : isTyped(column))) ? [last] : []
}

function forecast({ table, sheet, lines, kind }: OwnTable): number[] {
  if (kind !== 'years' || !/今后|未来/.test(`${sheet.name}${table.title ?? ''}`)) return []
  const years = lines.flatMap(line => line.year ?? [])
  return years.length === 0 ? [] : [Math.min(...years) - 1]
}

function titleOf({ sheet, table }: OwnTable): string {
  return `${sheet.name}${table.title ?? ''}`
}

const BUDGETS: ReadonlySet<string> = new Set(['budget', 'fund', 'funding-sources', 'staffing-summary', 'other'])

/** The year that a title of a budget begins with or names once; ranges, plans and years gone by say nothing. */
function yearsOf(title: string): number[] {
  const years = title.match(/(?<!\d)20\d{2}(?=年)/g) ?? [], [year] = years
  return year === undefined || years.length > 1 || TO_COME.test(title) || /上年|去年|决算|[-~—–至到]/.test(title) ? [] : [Number(year)]
}
