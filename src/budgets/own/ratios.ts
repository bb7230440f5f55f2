import { call, divide, multiply, number, written } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { cellOf, FIRST_ROW, LAST_TOTAL_ROW } from '../context'
import type { BudgetContext } from '../context'
import { namedPair } from './compared'
import { part } from './derived'
import type { At, Derived } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf, numberIn, placeOf } from './place'
import type { OwnColumn } from './own-table'

/** A ratio as its cell shows it: in percent where the header or the format says so; `unit` where neither tells. */
export function asShare({ own, line, column }: At, ratio: Term, context: OwnContext, why: 'own-difference' | 'own-quotient'): Derived {
  const place = placeOf(own, line, column)
  if (context.formatAt(own.sheet, place.row, place.column).includes('%')) return { term: ratio, why }
  const inPercent = column.header.includes('%') || column.levels.some(level => /[%％]/.test(level))
  return inPercent ? { term: multiply(ratio, number(100)), why } : { left: 'unit', word: column.header }
}

/** One cell of the row by another; nothing where the second is nought. */
function ratioOf(at: At, over: OwnColumn, under: OwnColumn, context: OwnContext): Derived {
  const { own, line } = at
  for (const each of [over, under]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  if (numberIn(context, own, line, under) === 0) return part(`${line.label} ${under.header}`)
  const term = inUnitOf(here(own, line, over), over, under)
  return term === null ? { left: 'unit', word: at.column.header } : asShare(at, divide(term, here(own, line, under)), context, 'own-quotient')
}

/** 大专以上比例 beside 大专以上人数 and 人数. */
export function ratioBeside(at: At, context: OwnContext): Derived | null {
  const { own, column } = at, { who, measure } = column.meaning
  if (measure === 'share' && who === null && column.meaning.staff !== null && column.meaning.payer === null) return ofKind(at, context)
  if (measure !== 'share' || who === null) return null
  const counted = own.columns.filter(each => each.meaning.measure === 'persons' && each.meaning.period !== 'target' && each.meaning.period !== 'gap')
  const over = counted.filter(each => each.meaning.who === who), [a] = over
  const all = counted.filter(each => each.meaning.who === null)
  const heads = all.filter(each => each.meaning.total !== null || each.meaning.staff === null), [b] = heads
  return a === undefined || b === undefined || over.length > 1 || heads.length > 1 ? null : ratioOf(at, a, b, context)
}

/** 正式人员占比 beside 正式人员 | 聘用人员 | 合计. */
function ofKind(at: At, context: OwnContext): Derived | null {
  const { own, column } = at, heads = own.columns.filter(each => each.meaning.measure === 'persons' && (each.meaning.period ?? 'now') === 'now')
  const over = heads.filter(each => each.meaning.staff?.class === column.meaning.staff?.class && each.meaning.total === null), [a] = over
  const under = heads.filter(each => each.meaning.total !== null && each.meaning.staff === null), [b] = under
  return a === undefined || b === undefined || over.length > 1 || under.length > 1 ? null : ratioOf(at, a, b, context)
}

const CARRIED_OUT = /执行|完成|实际|支出|已|拨付|支付|使用/, PLANNED = /预算|计划|总投资|应拨|下达|安排|指标|批复|核定/

/** The columns of a plan and of what came of it: 预算数 | 执行数. */
export function planAndDone({ own, column }: At): { readonly plan: OwnColumn; readonly done: OwnColumn } | null {
  const amounts = own.columns.filter(each => each !== column && (each.meaning.measure === 'amount' || each.meaning.measure === 'cumulative') && !each.meaning.isBalance)
    .filter(each => each.meaning.flow !== 'owed' && each.meaning.flow !== 'waived')
  const inner = (each: OwnColumn) => each.levels.at(-1) ?? each.header
  const carried = amounts.filter(each => CARRIED_OUT.test(inner(each)) && !/^(?:上年|去年)/.test(inner(each)))
  // 2022年完成 | 2023年完成 | 累计完成: all of it, where it is added up.
  const added = carried.filter(each => each.meaning.measure === 'cumulative' || each.meaning.total !== null || /^累计/.test(inner(each))), done = added.length > 0 ? added : carried
  const planned = amounts.filter(each => !carried.includes(each) && each.meaning.total === null && PLANNED.test(inner(each)))
  const [a] = planned, [b] = done
  return a === undefined || b === undefined || planned.length > 1 || done.length > 1 ? null : { plan: a, done: b }
}

/** 执行率: what was spent of what was planned. */
export function doneShare(at: At, context: OwnContext): Derived | null {
  if (at.column.meaning.measure !== 'done') return null
  // 核减率: what was cut of what was asked for.
  const cuts = /[核审]减率/.test(at.column.header) ? at.own.columns.filter(each => namedPair(at.own, each) !== null) : [], [cut] = cuts, asked = cut === undefined ? null : namedPair(at.own, cut)
  if (cut !== undefined && cuts.length === 1 && asked !== null) return ratioOf(at, cut, asked[0], context)
  const pair = planAndDone(at)
  return pair === null ? part(at.column.header) : ratioOf(at, pair.done, pair.plan, context)
}

/** 配备率, 满编率: those who are there of those who ought to be; 缺编率: those who are missing of them. */
const FILLED = /^(?:人员|编制|岗位)?(?:配备|配置|满编|到岗|在岗|实配|配齐|齐配|到位|满岗|编制使用|缺编|空编|缺额|空缺|缺岗|缺员)(?:比例|比率|率|%)/

export function filledShare(at: At, context: OwnContext): Derived | null {
  const { own, column } = at, inner = column.levels.at(-1) ?? column.header
  if (!FILLED.test(inner)) return null
  const group = column.levels.slice(0, -1), of = (period: string): OwnColumn[] => own.columns.filter(each => each.meaning.measure === 'persons' && each.meaning.period === period && group.every((level, index) => each.levels[index] === level))
  const isLack = /^(?:人员|编制|岗位)?[缺空]/.test(inner), over = of(isLack ? 'gap' : 'now'), under = of('target'), [a] = over, [b] = under
  return a === undefined || b === undefined || over.length > 1 || under.length > 1 ? null : ratioOf(at, a, b, context)
}

/** 占比 in a table with one amount and its total. */
export function shareOfTotal(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { measure, payer, who } = column.meaning
  if (measure !== 'share' || payer !== null || who !== null || line.role !== 'leaf' || !/比重|占|构成|结构|^(?:百分)?比例?\(?%?\)?$/.test(column.levels.at(-1) ?? '')) return null
  // A share that the person gave in another line is a share to reckon with, not one to reckon out.
  if (own.lines.some(each => each.role === 'leaf' && has(context, own, each, column) && !context.isWritten(own.sheet.name, placeOf(own, each, column).row, placeOf(own, each, column).column))) return null
  // 户数占比 is of 户数, whatever else the table has.
  const named = own.columns.filter(each => each.meaning.measure === 'quantity' && innerWords(column).startsWith(innerWords(each)))
  const amounts = named.length > 0 ? named : own.columns.filter(each => each.meaning.measure === 'amount' && each.meaning.payer === null && each.meaning.period !== 'previous'), [amount] = amounts
  const totals = own.lines.filter(each => each.role === 'total'), [total] = totals
  if (amount === undefined || amounts.length > 1 || total === undefined || totals.length > 1) return null
  for (const each of [line, total]) if (!has(context, own, each, amount)) return part(each.label)
  if (numberIn(context, own, total, amount) === 0) return part(total.label)
  return asShare(at, divide(here(own, line, amount), here(own, total, amount)), context, 'own-quotient')
}

/** Columns of the check sheet. */
const OF_CHECK = { college: { persons: 'I', share: 'J' }, party: { persons: 'N', share: 'O' } } as const

/** Those with a diploma, those in the party or league, the mean age: as the check sheet has them, for both kinds together. */
export function ofRatio(
  where: { readonly row: number; readonly kind: unknown; readonly period: string },
  who: 'college' | 'party' | null,
  at: At,
  context: OwnContext,
): Derived {
  const { column, line } = at, { measure } = column.meaning
  if (where.period !== 'now' || where.kind !== null) return { left: 'kind', word: column.header }
  const of = (letter: string): Term => written(cellOf(context.budget, 'staffing-check', letter + String(where.row)))
  if (who === null) return { term: of('L'), why: 'own-line' }
  if (measure === 'persons') return { term: of(OF_CHECK[who].persons), why: 'own-line' }
  const found = measure === 'share' ? asShare(at, of(OF_CHECK[who].share), context, 'own-quotient') : null
  return found === null ? { left: 'none', word: line.label } : 'term' in found ? { ...found, why: 'own-line' } : found
}

/** How many communities the check sheet has. */
export function howMany(budget: BudgetContext): Derived {
  const names = `A${String(FIRST_ROW)}:A${String(LAST_TOTAL_ROW)}`
  return { term: call('COUNTIF', written(cellOf(budget, 'staffing-check', names)), written('"?*"')), why: 'own-line' }
}
