import type { Report } from '../../core/report'
import type { OwnTable } from './table'

/** A title of what is still to come names the year of the plan, not of the budget. */
const TO_COME = /计划|规划|下年|下一年|明年|次年|远期/

/**
 * The calendar year that the person's own budget tables are filled for: that of the as-of day where the workbook or the person states one. A day
 * that is only the standard's default says nothing of them: then a later year that their titles and sheet names state is theirs, or the one
 * before the first of a forecast (今后五年), so that a table of the year before is never taken for this year's.
 */
export function budgetYear({ asOf, asOfFrom }: Pick<Report, 'asOf' | 'asOfFrom'>, tables: readonly OwnTable[]): number {
  const year = Number(asOf.slice(0, 4))
  if (asOfFrom !== 'policy-year') return year
  const current = tables.filter(({ meaning, table, sheet }) => meaning.blocks.length === 0 && !TO_COME.test(`${sheet.name}${table.title ?? ''}`))
  return Math.max(year, ...current.flatMap(({ meaning }) => meaning.years), ...tables.flatMap(forecast))
}

function forecast({ table, sheet, lines, kind }: OwnTable): number[] {
  if (kind !== 'years' || !/今后|未来/.test(`${sheet.name}${table.title ?? ''}`)) return []
  const years = lines.flatMap(line => line.year ?? [])
  return years.length === 0 ? [] : [Math.min(...years) - 1]
}
