import { add, call, multiply, number, subtract } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf } from './place'
import { isAfterwards } from './products'
import { planAndDone } from './ratios'
import { shareOf } from './shares'
import type { OwnColumn } from './own-table'

type Flow = NonNullable<OwnColumn['meaning']['flow']>

function ofFlow({ own, column }: At, flow: Flow): OwnColumn[] {
  return own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && each.meaning.flow === flow && each.meaning.total === null)
}

/** One column less others of the same row, in the unit of this one. */
function less(at: At, from: OwnColumn, others: readonly OwnColumn[], context: OwnContext): Derived {
  const { own, line, column } = at
  for (const each of [from, ...others]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const terms = [from, ...others].map(each => inUnitOf(here(own, line, each), each, column)),
    [first, ...rest] = terms.filter(term => term !== null)
  if (first === undefined || rest.length < others.length) return { left: 'unit', word: column.header }
  return { term: call('ROUND', subtract(first, ...rest), number(8)), why: 'own-difference' }
}

/** A figure of the row that no word says the measure of: it may be one of the terms. */
export function strangerIn({ own, line, column }: At, context: OwnContext): Derived | null {
  const strange = own.columns.find(each => each !== column && each.meaning.measure === null && has(context, own, line, each))
  return strange === undefined ? null : { left: 'word', word: strange.header }
}

/** 欠缴 = 应缴 − 已缴; 实征 = 应征 − 减免. What was paid is told by nobody else. */
export function settlement(at: At, context: OwnContext): Derived | null {
  const { own, column, line } = at, { measure, flow } = column.meaning
  if (measure !== 'amount' || flow === null || flow === 'due' || line.role !== 'leaf') return null
  const due = ofFlow(at, 'due'), plain = own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && each.meaning.flow === null && !each.meaning.isBalance && each.meaning.total === null)
  const from = due.length > 0 ? due : plain, [base] = from
  const waived = ofFlow(at, 'waived'), paid = ofFlow(at, 'paid')
  if (base === undefined || from.length > 1 || flow === 'waived') return { left: 'input', word: column.header }
  if (flow === 'paid') return waived.length === 1 && ofFlow(at, 'owed').length === 0 ? less(at, base, waived, context) : { left: 'input', word: column.header }
  return paid.length === 1 && waived.length < 2 ? less(at, base, [...waived, ...paid], context) : part(column.header)
}

/** 结余 beside 预算数 and 执行数. */
export function leftOfPlan(at: At, context: OwnContext): Derived | null {
  const { column, line } = at
  if (!column.meaning.isBalance || line.role !== 'leaf') return null
  const pair = planAndDone(at)
  return pair === null ? null : less(at, pair.plan, [pair.done], context)
}

const NEEDED = /投资|需求|所需|需要|支出|总额|建设资金/, COVERED = /基金|补助|补贴|拨款|自筹|安排|收入|筹集|配套|承担|来源|落实|到位/

/** 资金缺口: what is needed less everything that is there for it. */
export function moneyGap(at: At, context: OwnContext): Derived | null {
  const { own, column, line } = at
  if (column.meaning.measure !== 'amount' || column.meaning.period !== 'gap' || line.role !== 'leaf') return null
  const amounts = own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && each.meaning.total === null && each.meaning.period !== 'gap')
  const covering = amounts.filter(each => COVERED.test(each.header))
  const needed = amounts.filter(each => !covering.includes(each) && NEEDED.test(each.header)), [need] = needed
  if (need === undefined || needed.length > 1 || covering.length === 0 || covering.length + 1 < amounts.length) return null
  const strange = strangerIn(at, context)
  if (strange !== null) return strange
  return less(at, need, covering, context)
}

/** Who is to come: so many as the person plans. */
const COMING = /^(?:拟|计划)(?:补充|招[聘录])(?:人?数)?$/
const AT_START = /年初|期初|上年末/, AT_END = /年末|期末/

/** 年末人数 = 年初人数 + 本年增加 − 本年减少; 增员后人数 = 现有 + 拟新增. */
export function movement(at: At, context: OwnContext): Derived | null {
  const { own, column, line } = at
  if (column.meaning.measure !== 'persons' || line.role !== 'leaf') return null
  const isAfter = isAfterwards(column)
  if (!isAfter && !AT_END.test(column.header)) return null
  const persons = own.columns.filter(each => each !== column && each.meaning.measure === 'persons'), of = (fits: (each: OwnColumn) => boolean) => persons.filter(fits)
  const start = of(each => (isAfter ? each.meaning.period === 'now' : AT_START.test(each.header))), more = own.columns.filter(each => (each.meaning.measure === 'persons' && each.meaning.period === 'increment' && !isAfterwards(each)) || COMING.test(innerWords(each))), fewer = of(each => each.meaning.period === 'decrement')
  const [a] = start, [b] = more, [c] = fewer
  // 补充后缺额: what was missing less those who come.
  const lacks = isAfter && column.meaning.period === 'gap' ? of(each => each.meaning.period === 'gap' && !isAfterwards(each)) : [], [lack] = lacks
  if (isAfter && column.meaning.period === 'gap') {
    if (lack === undefined || b === undefined || lacks.length > 1 || more.length > 1 || fewer.length > 0) return part(column.header)
    for (const each of [lack, b]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
    return { term: subtract(here(own, line, lack), here(own, line, b)), why: 'own-difference' }
  }
  const isWhole = isAfter ? b !== undefined || c !== undefined : b !== undefined && c !== undefined
  if (a === undefined || !isWhole || start.length > 1 || more.length > 1 || fewer.length > 1) return null
  for (const each of [a, b, c]) if (each !== undefined && !has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const sum = b === undefined ? here(own, line, a) : add(here(own, line, a), here(own, line, b))
  return { term: c === undefined ? sum : subtract(sum, here(own, line, c)), why: 'own-difference' }
}

/** 缴费基数 x 缴费比例 x 人数, 工资总额 x 缴存比例: what the employer pays. */
export function contribution(at: At, context: OwnContext): Derived | null {
  const { own, column, line } = at, { meaning } = column
  if (meaning.measure !== 'amount' || line.role !== 'leaf' || (meaning.flow !== 'due' && !PAID_IN.has(meaning.part ?? ''))) return null
  const shares = own.columns.filter(each => each.meaning.measure === 'share' && each.meaning.payer === null && each.meaning.who === null && isPersonal(each) === isPersonal(column)), [share] = shares
  const bases = own.columns.filter(each => each.meaning.measure === 'base'), wages = own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && each.meaning.part === 'pay')
  const [base] = bases.length > 0 ? bases : wages
  if (share === undefined || base === undefined || shares.length > 1 || (bases.length > 0 ? bases : wages).length > 1) return null
  // A month's amount beside a year's: the year's is twelve of them.
  if (meaning.per !== 'month' && own.columns.some(each => each !== column && each.meaning.measure === 'amount' && each.meaning.per === 'month' && each.meaning.flow === 'due')) return null
  const heads = own.columns.filter(each => each.meaning.measure === 'persons' || /人数/.test(each.header)), [persons] = heads
  const isOfOne = base.meaning.measure === 'base' && !/总额|合计/.test(base.header)
  if (isOfOne && (persons === undefined || heads.length > 1)) return part(column.header)
  const factors = isOfOne && persons !== undefined ? [base, persons] : [base]
  for (const each of [...factors, share]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const monthly = isMonthly(base)
  if (monthly === null && (meaning.per === 'month' || meaning.per === 'year')) return { left: 'unit', word: base.header }
  const times: Term[] = monthly === true && meaning.per !== 'month' ? [number(12)] : [], first = inUnitOf(here(own, line, base), base, column)
  if (first === null || (monthly === false && meaning.per === 'month')) return { left: 'unit', word: column.header }
  return { term: multiply(first, ...factors.slice(1).map(each => here(own, line, each)), shareOf(at, share, context), ...times), why: 'own-product' }
}

/** 个人缴费比例 | 个人月缴费额: what goes off the person's own pay. */
function isPersonal({ meaning, header }: OwnColumn): boolean {
  return meaning.part === 'personal' || /个人/.test(header)
}

const PAID_IN: ReadonlySet<string> = new Set(['insurance', 'fund', 'both', 'pension', 'medical', 'unemployment', 'injury'])

/** Whether a base is a month's; `null` where it does not say. */
function isMonthly({ meaning, header }: OwnColumn): boolean | null {
  if (meaning.per === 'month' || meaning.per === 'person-month' || /月/.test(header)) return true
  return meaning.per === 'year' || meaning.per === 'person-year' || /年/.test(header) ? false : null
}
