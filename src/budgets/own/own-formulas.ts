import { cellName } from '../../core/place'
import type { BudgetContext } from '../context'
import { FIRST_ROW, cellOf } from '../context'
import { FUND_FIRST_ROW } from '../construction-fund'
import { FUNDING_ROWS } from '../funding-sources'
import { FORECAST_YEARS } from '../parameters'
import { PROGRAMME_SHIFT } from '../premises-programme'
import { BALANCE_FIRST_ROW } from '../yearly-balance'
import type { OwnColumn, OwnLine, OwnTable } from './own-lines'
import { inUnit } from './units'
import type { Period, Subject } from './words'

/** What an own cell should hold. */
export interface OwnFormula {
  /** Without `=`. */
  readonly formula: string
  /** Message key, `fill.why.…`. */
  readonly why: 'own-product' | 'own-total' | 'own-line' | 'own-fund' | 'own-cumulative'
}

export interface OwnContext {
  readonly budget: BudgetContext
  /** Row of a community on the sheets of this program; `null` when it has none. */
  rowOf(community: number): number | null
  /** Year that counts as now. */
  readonly year: number
  /** First year of the forecast. */
  readonly firstYear: number
  /** Whether an own cell has a number, typed or about to be written. */
  hasNumber(own: OwnTable, row: number, column: number): boolean
}

/** The formula of one cell of a person's own table; `null` where the program has nothing to say. */
export function ownFormula(own: OwnTable, line: OwnLine, column: OwnColumn, context: OwnContext): OwnFormula | null {
  const { measure } = column.words
  if (measure === null || measure === 'remark' || measure === 'share' || line.role === 'parent') return null
  if (line.role === 'total' || line.role === 'subtotal') return total(own, line, column, context)
  if (line.role === 'other') return null
  if (own.kind === 'years') return yearLine(own, line, column, context)
  const product = measure === 'amount' ? productOf(own, line, column, context) : null
  if (product !== null) return product
  const period = periodOf(column, context)
  if (period === null) return null
  const subject = line.subject ?? column.words.subject ?? titleSubject(own)
  if (subject === null) return null
  const row = own.kind === 'communities' ? context.rowOf(line.community) : null
  if (own.kind === 'communities' && row === null) return null
  const expression = measure === 'persons' ? persons(subject, period, row, context.budget) : measure === 'amount' ? amount(subject, period, row, context.budget) : measure === 'unit-cost' ? unitCost(subject, context.budget) : measure === 'area' ? area(subject, period, row, context.budget) : null
  if (expression === null) return null
  if (measure === 'persons' || measure === 'area') return { formula: expression, why: 'own-line' }
  if (column.unit === null) return null
  return { formula: inUnit(column.words.monthly ? `(${expression})/12` : expression, column.unit), why: 'own-line' }
}

/** A year in the header that is this year's counts as now; another year's is not ours to say. */
function periodOf(column: OwnColumn, context: OwnContext): Period | null {
  const { period, year } = column.words
  if (period === 'previous') return null
  if (year !== null && year !== context.year) return period === 'target' ? 'target' : null
  return period ?? 'now'
}

/** A summary by community of staff: 应配正式, 实有聘用 name the kind in the header; else the sheet's title may. */
function titleSubject(own: OwnTable): Subject | null {
  return /人员经费|人员支出|工资/.test(own.table.title ?? '') ? 'staff' : /公用经费|办公经费/.test(own.table.title ?? '') ? 'running' : null
}

/** 人数 x 人均 in the row itself, where both are there. */
function productOf(own: OwnTable, line: OwnLine, column: OwnColumn, context: OwnContext): OwnFormula | null {
  if (column.words.period !== null && column.words.period !== 'now') return null
  const heads = own.columns.filter(each => each.words.measure === 'persons' && samePeriod(each, column))
  const units = own.columns.filter(each => each.words.measure === 'unit-cost' && samePeriod(each, column))
  const [head] = heads, [unit] = units
  if (heads.length !== 1 || units.length !== 1 || head === undefined || unit === undefined || column.unit === null || unit.unit === null) return null
  if (!context.hasNumber(own, line.row, head.column) || !context.hasNumber(own, line.row, unit.column)) return null
  const months = unit.words.monthly && !column.words.monthly ? '*12' : ''
  const scale = SCALE[unit.unit] / SCALE[column.unit]
  const factor = scale === 1 ? '' : scale > 1 ? `*${String(scale)}` : `/${String(Math.round(1 / scale))}`
  return { formula: `${cellName(line.row, head.column)}*${cellName(line.row, unit.column)}${months}${factor}`, why: 'own-product' }
}

const SCALE = { 元: 1, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 } as const

function samePeriod(a: OwnColumn, b: OwnColumn): boolean {
  return (a.words.period ?? 'now') === (b.words.period ?? 'now') && a.words.year === b.words.year
}

/** Sum of the table's own leaves: above the total, or below it when it comes first. */
function total(own: OwnTable, line: OwnLine, column: OwnColumn, context: OwnContext): OwnFormula | null {
  const { measure } = column.words
  if (measure === 'unit-cost' || measure === 'rate' || measure === 'cumulative') return null
  const index = own.lines.indexOf(line)
  const first = index === 0
  const from = line.role === 'subtotal' ? own.lines.slice(0, index).findLastIndex(each => each.role === 'subtotal' || each.role === 'parent') + 1 : 0
  const summed = (first ? own.lines.slice(1) : own.lines.slice(from, index)).filter(each => each.role === 'leaf' || each.role === 'other')
  if (summed.length < 2 || !summed.some(each => context.hasNumber(own, each.row, column.column))) return null
  const rows = summed.map(each => each.row), top = Math.min(...rows), bottom = Math.max(...rows)
  // One range where nothing else lies between; else the cells one by one, so that no subtotal is counted twice.
  const between = own.lines.filter(each => each.row >= top && each.row <= bottom)
  const formula = between.length === summed.length ? `SUM(${cellName(top, column.column)}:${cellName(bottom, column.column)})` : rows.length <= 30 ? `SUM(${rows.map(row => cellName(row, column.column)).join(',')})` : null
  return formula === null ? null : { formula, why: 'own-total' }
}

/** Rows of years: the construction fund, and the balance of the premises. */
function yearLine(own: OwnTable, line: OwnLine, column: OwnColumn, context: OwnContext): OwnFormula | null {
  const { measure } = column.words
  if (line.year === null || column.unit === null) return null
  const b = context.budget
  if (own.table.kind === 'fund') {
    const areas = own.columns.find(each => each.words.measure === 'area'), rates = own.columns.find(each => each.words.measure === 'rate')
    const first = own.lines.find(each => each.year !== null)
    if (measure === 'cumulative') {
      const amounts = own.columns.find(each => each.words.measure === 'amount')
      if (amounts === undefined || first === undefined) return null
      const years = own.lines.filter(each => each.year !== null && each.row <= line.row)
      if (!years.every(each => context.hasNumber(own, each.row, amounts.column))) return null
      return { formula: `SUM(${cellName(first.row, amounts.column).replace(/(\d+)$/, '$$$1')}:${cellName(line.row, amounts.column)})`, why: 'own-cumulative' }
    }
    if (measure !== 'amount' || areas === undefined || !context.hasNumber(own, line.row, areas.column)) return null
    const rate = rates !== undefined && context.hasNumber(own, line.row, rates.column) ? cellName(line.row, rates.column) : b.parameter('FundRate')
    return { formula: `${inUnit(`${cellName(line.row, areas.column)}*${rate}*${b.parameter('CollectRate')}/10000`, column.unit)}`, why: 'own-fund' }
  }
  const at = line.year - context.firstYear
  if (at < 0 || at >= FORECAST_YEARS || measure !== 'amount') return null
  const subject = column.words.subject
  if (subject === 'premises') return { formula: inUnit(cellOf(b, 'yearly-balance', `B${String(BALANCE_FIRST_ROW + at)}`), column.unit), why: 'own-line' }
  if (subject === 'fund') return { formula: inUnit(cellOf(b, 'construction-fund', `G${String(FUND_FIRST_ROW + at)}`), column.unit), why: 'own-line' }
  return null
}

function persons(subject: Subject, period: Period, row: number | null, b: BudgetContext): string | null {
  const at = (column: string) => cellOf(b, 'staffing-check', column + String(row ?? FIRST_ROW - 1))
  const of = (now: string, target: string) => (period === 'now' ? at(now) : period === 'target' ? at(target) : `${at(target)}-${at(now)}`)
  switch (subject) {
    case 'formal':
      return of('C', 'B')
    case 'contracted':
      return of('F', 'E')
    case 'staff':
      return period === 'now' ? at('H') : period === 'target' ? `${at('B')}+${at('E')}` : `${at('B')}+${at('E')}-${at('H')}`
    case 'principals':
      return row === null ? b.parameter('Principals') : null
    default:
      return null
  }
}

function amount(subject: Subject, period: Period, row: number | null, b: BudgetContext): string | null {
  const at = (column: string) => cellOf(b, 'personnel', column + String(row ?? FIRST_ROW - 1))
  const of = (now: string, target: string) => (period === 'now' ? at(now) : period === 'target' ? at(target) : `${at(target)}-${at(now)}`)
  switch (subject) {
    case 'formal':
      return of('D', 'I')
    case 'contracted':
      return of('E', 'J')
    case 'staff':
      return of('F', 'K')
    case 'running':
      return period === 'increment' ? null : cellOf(b, 'running-costs', `H${String(row ?? FIRST_ROW - 1)}`)
    case 'premises':
      return cellOf(b, 'premises-programme', `H${String(row === null ? FIRST_ROW - 1 : row + PROGRAMME_SHIFT)}`)
    case 'fund':
      return row === null ? cellOf(b, 'construction-fund', `G${String(FUND_FIRST_ROW + FORECAST_YEARS)}`) : null
    default:
      return row === null ? funding(subject, period, b) : null
  }
}

/** A source of funds under the chosen scenario. */
function funding(subject: Subject, period: Period, b: BudgetContext): string | null {
  const rows: Readonly<Partial<Record<Subject, number>>> = { subsidy: FUNDING_ROWS.subsidy, principals: FUNDING_ROWS.principals, 'task-money': FUNDING_ROWS.taskMoney, 'paid-service': FUNDING_ROWS.paidService, town: FUNDING_ROWS.town, sources: FUNDING_ROWS.total }
  const row = rows[subject]
  if (row === undefined) return null
  const pick = (first: string, last: string) => `INDEX(${cellOf(b, 'funding-sources', `$${first}$${String(row)}:$${last}$${String(row)}`)},1,MATCH(${b.parameter('Scenario')},${cellOf(b, 'funding-sources', '$B$5:$D$5')},0))`
  return period === 'now' ? pick('B', 'D') : period === 'target' ? pick('E', 'G') : `${pick('E', 'G')}-${pick('B', 'D')}`
}

function unitCost(subject: Subject, b: BudgetContext): string | null {
  return subject === 'formal' ? b.parameter('UnitFormal') : subject === 'contracted' ? b.parameter('UnitContract') : null
}

function area(subject: Subject, period: Period, row: number | null, b: BudgetContext): string | null {
  if (subject !== 'premises' || period !== 'now') return null
  return cellOf(b, 'premises-check', `B${String(row ?? FIRST_ROW - 1)}`)
}
