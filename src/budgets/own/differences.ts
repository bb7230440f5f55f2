import { add, call, divide, number, subtract } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import type { Period } from '../../vocabulary/budget-words'
import { namedPair } from './compared'
import { part } from './derived'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf, numberIn } from './place'
import { isAfterwards } from './products'
import { asShare } from './ratios'
import { strangerIn } from './settlement'
import type { OwnColumn } from './own-table'

/** Columns beside this one that say the same of another period: the same kind, the same measure. */
function beside({ own, column }: At, period: Period | readonly (Period | null)[], measure = column.meaning.measure): OwnColumn[] {
  const periods = typeof period === 'string' ? [period] : period
  const found = own.columns.filter(
    each =>
      each !== column &&
      periods.includes(each.meaning.period) &&
      each.meaning.measure === measure &&
      each.meaning.staff?.class === column.meaning.staff?.class &&
      each.meaning.staff?.type === column.meaning.staff?.type &&
      each.meaning.total === null,
  )
  const [, second] = found
  if (second === undefined) return found
  // Several: those under the same group.
  const group = column.levels.slice(0, -1).join('/')
  const near = found.filter(each => each.levels.slice(0, -1).join('/') === group)
  return near.length > 0 ? near : found
}

/** 增减额: this year less last, or the target less what is there. */
export function change(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { measure, period } = column.meaning
  // 差额 beside 上年 and 本年.
  const isFlow = (each: OwnColumn): boolean => each !== column && (COMES_IN.test(each.header) || GOES_OUT.test(each.header))
  if (column.meaning.isBalance && measure === 'amount' && /差额/.test(column.header) && !own.columns.some(isFlow)) {
    const [a, ...as] = thisYear(at, context, 'amount'), [b, ...bs] = lastYear(at, context, 'amount')
    const isPair = as.length + bs.length === 0 && laterYear(at, context) === null
    if (a !== undefined && b !== undefined && isPair) return difference(at, a, b, context)
  }
  if (measure !== 'change' && !(period === 'increment' && (measure === 'amount' || measure === 'persons'))) return null
  const later = laterYear(at, context)
  if (later !== null) return { left: 'year', word: String(later) }
  const wanted = measure === 'change' ? changed(at) : measure
  const [now, ...more] = thisYear(at, context, wanted), [last, ...others] = lastYear(at, context, wanted)
  if (now !== undefined && last !== undefined && more.length === 0 && others.length === 0) return difference(at, now, last, context)
  const [target, ...targets] = beside(at, 'target', wanted), [present, ...presents] = beside(at, ['now', 'this-year'], wanted)
  if (target !== undefined && present !== undefined && targets.length === 0 && presents.length === 0)
    return difference(at, target, present, context)
  if (measure === 'change') return { left: 'part', word: column.header }
  return line.role === 'leaf' && own.kind !== 'years' ? null : part(line.label)
}

/** A column of a year after this one: then nobody says which two years are compared. */
function laterYear({ own }: At, context: OwnContext): number | null {
  return own.columns.find(({ meaning }) => meaning.measure === 'amount' && meaning.year !== null && meaning.year > context.year)?.meaning.year ?? null
}

/** 增减人数 is of heads, 增减面积 of areas, 增减额 of money. */
function changed({ own, column }: At): 'amount' | 'persons' | 'area' {
  const measures = new Set(own.columns.flatMap(({ meaning }) => (meaning.measure === 'amount' || meaning.measure === 'persons' || meaning.measure === 'area' ? [meaning.measure] : [])))
  const [only] = measures
  // 上年人数 | 本年人数 | 增减: of what the table has.
  if (only !== undefined && measures.size === 1) return only
  if (column.meaning.unit?.of === 'area' || /面积/.test(column.header)) return 'area'
  return /人数|\(人\)/.test(column.header) ? 'persons' : 'amount'
}

function thisYear(at: At, context: OwnContext, measure: At['column']['meaning']['measure']): OwnColumn[] {
  const found = [...beside(at, 'this-year', measure), ...yearColumns(at, context.year, measure)]
  return measure === 'persons' && found.length === 0 ? beside(at, 'now', measure) : found
}

function lastYear(at: At, context: OwnContext, measure: At['column']['meaning']['measure']): OwnColumn[] {
  const found = [...beside(at, 'previous', measure), ...yearColumns(at, context.year - 1, measure)], [, second] = found
  if (second === undefined) return found
  // 上年预算 beside 上年决算: a budget is held against a budget.
  const budgets = found.filter(each => /预算/.test(each.header) && !/决算|执行/.test(each.header))
  return budgets.length > 0 ? budgets : found
}

function yearColumns({ own }: At, year: number, measure: At['column']['meaning']['measure']): OwnColumn[] {
  return own.columns.filter(
    ({ meaning }) => meaning.year === year && meaning.measure === measure && meaning.period === null && meaning.total === null,
  )
}

function difference({ own, line, column }: At, a: OwnColumn, b: OwnColumn, context: OwnContext, floor = false): Derived {
  if (!has(context, own, line, a)) return part(`${line.label} ${a.header}`)
  if (!has(context, own, line, b)) return part(`${line.label} ${b.header}`)
  const to = column.meaning.unit === null ? a : column
  const first = inUnitOf(here(own, line, a), a, to), second = inUnitOf(here(own, line, b), b, to)
  if (first === null || second === null) return { left: 'unit', word: column.header }
  const term = subtract(first, second)
  return { term: floor ? call('MAX', number(0), term) : dustless(term, a, b, column), why: 'own-difference' }
}

/** Money with decimals: the last bits of a difference are no figure. Ten decimals of any unit lie far below a fen. */
function dustless(term: Term, ...columns: readonly OwnColumn[]): Term {
  return columns.some(each => each.meaning.unit?.of === 'money') ? call('ROUND', term, number(8)) : term
}

/** 增减%. */
export function growth(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (column.meaning.measure !== 'growth') return null
  // 决算与预算差额 | 差异率: of the two that the other header names.
  const pairs = own.columns.flatMap(each => { const pair = namedPair(own, each); return pair === null ? [] : [pair] }), [pair] = pairs
  const isNamed = pair !== undefined && pairs.length === 1
  const later = laterYear(at, context)
  if (later !== null && !isNamed) return { left: 'year', word: String(later) }
  const now = isNamed ? [pair[0]] : thisYear(at, context, changed(at)), last = isNamed ? [pair[1]] : lastYear(at, context, changed(at))
  const [a] = now, [b] = last
  if (a === undefined || b === undefined || now.length > 1 || last.length > 1) return part(column.header)
  for (const each of [a, b]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  if (numberIn(context, own, line, b) === 0) return part(`${line.label} ${b.header}`)
  const present = inUnitOf(here(own, line, a), a, b)
  if (present === null) return { left: 'unit', word: column.header }
  const ratio = divide(subtract(present, here(own, line, b)), here(own, line, b))
  return asShare(at, ratio, context, 'own-difference')
}

/** Columns that say no period are what is there: the sum of them (办公用房 | 活动用房 | 合计) where there is one. */
function presentOf(at: At): OwnColumn[] {
  const { own, column } = at, { measure, staff } = column.meaning
  const sums = own.columns.filter(each => each !== column && each.meaning.total !== null && each.meaning.period === null)
    .filter(each => each.meaning.measure === measure && each.meaning.staff?.class === staff?.class)
  return sums.length === 1 ? sums : beside(at, [null])
}

/** 缺额 = 应配 − 实有; 超编 the other way about. */
export function gap(at: At, context: OwnContext): Derived | null {
  const { column } = at, { period, measure } = column.meaning
  if ((period !== 'gap' && period !== 'surplus') || isAfterwards(column) || (measure !== 'persons' && measure !== 'area')) return null
  const target = beside(at, 'target'), present = beside(at, 'now'), now = present.length > 0 ? present : presentOf(at)
  const usable = now.filter(each => each.meaning.basis !== 'built'), [a] = target, [b] = usable
  if (a === undefined || b === undefined || target.length > 1 || usable.length > 1) return null
  // 缺编 beside 超编: neither goes below nought.
  const hasBoth = at.own.columns.some(each => each.meaning.period === (period === 'gap' ? 'surplus' : 'gap'))
  return period === 'gap' ? difference(at, a, b, context, measure === 'area' || hasBoth) : difference(at, b, a, context, true)
}

const OPENING = /年初|期初|上年结余|上年结转|上年余额|月初/, CLOSING = /年末|期末|年终|累计|滚存|结转下年|月末/
const COMES_IN = /收入|实收|到账|应收|基金|筹[集资]|借款|来源/, GOES_OUT = /支出|投资|使用|开支|列支|需求|[偿归]还|还款/

/** 结余, 差额: the one column of what comes in less the one of what goes out. */
export function balance(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (!column.meaning.isBalance || column.meaning.measure !== 'amount' || line.role !== 'leaf') return null
  const amounts = own.columns.filter(
    each =>
      each !== column &&
      each.meaning.measure === 'amount' &&
      !each.meaning.isBalance &&
      each.meaning.year === column.meaning.year &&
      each.meaning.total === null,
  )
  const out = amounts.filter(each => GOES_OUT.test(each.header)),
    coming = amounts.filter(each => !out.includes(each) && COMES_IN.test(each.header))
  // What came in goes before what was due.
  const received = coming.filter(each => /实收|到账|实际/.test(each.header)), income = received.length > 0 ? received : coming
  const [a] = income, [b] = out
  if (OPENING.test(column.header)) return carriedOver(at, context)
  if (a === undefined || b === undefined || income.length > 1 || out.length > 1) return part(column.header)
  const strange = strangerIn(at, context)
  if (strange !== null) return strange
  const opening = own.columns.find(each => each !== column && OPENING.test(each.header))
  if (opening !== undefined) return closing(at, opening, a, b, context)
  return difference(at, a, b, context)
}

/** 年末结余 = 年初结余 + 收入 − 支出. */
function closing({ own, line, column }: At, opening: OwnColumn, income: OwnColumn, out: OwnColumn, context: OwnContext): Derived {
  if (!CLOSING.test(column.header)) return part(column.header)
  for (const each of [opening, income, out]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const [a, b, c] = [opening, income, out].map(each => inUnitOf(here(own, line, each), each, column))
  if (a === undefined || b === undefined || c === undefined || a === null || b === null || c === null) return { left: 'unit', word: column.header }
  return { term: call('ROUND', subtract(add(a, b), c), number(8)), why: 'own-difference' }
}

/** 年初结余 is 年末结余 of the line before. */
function carriedOver({ own, line, column }: At, context: OwnContext): Derived {
  const before = own.lines[own.lines.indexOf(line) - 1]
  const ends = own.columns.filter(each => each !== column && each.meaning.isBalance && CLOSING.test(each.header)),
    [end] = ends
  if (own.kind !== 'years' || before === undefined || before.role !== 'leaf' || end === undefined || ends.length > 1) return part(column.header)
  if (!has(context, own, before, end)) return part(`${before.label} ${end.header}`)
  const term = inUnitOf(here(own, before, end), end, column)
  return term === null ? { left: 'unit', word: column.header } : { term, why: 'own-difference' }
}
