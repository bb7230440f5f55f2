import { TOTAL_ROW } from '../context'
import type { At } from './derived'
import type { OwnContext } from './own-context'
import { numberIn } from './place'
import type { OwnColumn } from './own-table'

/** Yuan that one person costs a year: what lies outside is no pay of anyone, but a wrong unit. 2004's 3,431 yuan lie inside. */
const LEAST = 500
const MOST = 1_000_000
/** An amount may lie this much above or below heads x mean cost. */
const FACTOR = 3
/** Columns of the check sheet. */
const FORMAL_NOW = 3, CONTRACTED_NOW = 6

/**
 * Whether an amount for staff goes with the heads of its line: within a factor of three of heads x the mean cost that the workbook states,
 * and no less or more than anyone earns. `null` where it does, or where nothing tells; else the figures, for the reader.
 */
export function implausible(at: At, value: number, context: OwnContext): string | 'wait' | null {
  const { line, column } = at, { measure, unit, per } = column.meaning
  const isStaff = [line.meaning, column.meaning].some(each => each.staff !== null || each.subject === 'staff')
  const isPart = [line.meaning, column.meaning].some(each => each.part !== null)
  if (measure !== 'amount' || unit?.of !== 'money' || !isStaff || isPart) return null
  const heads = headsOf(at, context)
  if (heads === 'wait') return context.isSettled ? null : 'wait'
  if (heads === null || heads <= 0 || value <= 0) return null
  const each = (value * unit.scale * (per === 'month' ? 12 : 1)) / heads, mean = statedMean(at, context)
  const isOdd = each < LEAST || each > MOST || (mean !== null && (each > mean * FACTOR || each * FACTOR < mean))
  return isOdd ? `${String(Number((each / 10_000).toPrecision(3)))}万元/人年` : null
}

/** The heads that stand in the same line for the same kind and period, else those of the check sheet; `wait`: they may still come. */
function headsOf(at: At, context: OwnContext): number | 'wait' | null {
  const { own, line, column } = at
  const same = (each: OwnColumn): boolean =>
    each.meaning.measure === 'persons' &&
    each.meaning.year === column.meaning.year &&
    (each.meaning.period ?? 'now') === (column.meaning.period ?? 'now') &&
    each.meaning.staff?.class === column.meaning.staff?.class &&
    (each.meaning.total === null) === (column.meaning.total === null)
  const found = own.columns.filter(same), [heads] = found
  if (heads === undefined) return ofCheckSheet(at, context)
  return found.length > 1 ? null : (numberIn(context, own, line, heads) ?? 'wait')
}

/** Heads of the line's kind by the check sheet, where the line takes the whole of it as it is now. */
function ofCheckSheet({ own, line, column }: At, context: OwnContext): number | null {
  const kind = column.meaning.staff ?? line.meaning.staff, period = column.meaning.period ?? own.meaning.period
  const isNow = period === null || period === 'now' || period === 'this-year'
  if (!context.hasSheets || kind === null || kind.class === 'aside' || line.role !== 'leaf' || !isNow) return null
  const alike = own.lines.filter(each => each.role === 'leaf' && each.community === line.community && each.meaning.staff?.class === kind.class)
  if (alike.length > 1) return null
  const row = line.community >= 0 ? context.rowOf(line.community) : own.kind === 'communities' || own.meaning.community >= 0 ? null : TOTAL_ROW
  return row === null ? null : context.numberAt(context.budget.sheets['staffing-check'], row, kind.class === 'formal' ? FORMAL_NOW : CONTRACTED_NOW)
}

/** Yuan a year that the workbook itself states for one of that kind. */
function statedMean({ line, column }: At, context: OwnContext): number | null {
  const kind = column.meaning.staff ?? line.meaning.staff
  if (kind === null || kind.class === 'aside' || !context.hasSheets) return null
  const stated = context.stated(kind.class)
  return stated === null ? null : stated * 10_000
}
