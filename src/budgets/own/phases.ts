import { call, multiply, name, number } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf, isWrittenIn, numberIn } from './place'
import { shareOf } from './shares'
import { costOfStaff } from './remainder'
import type { OwnColumn } from './own-table'

const YEAR_OF_DOING = /年度|年份|实施年|建设年|计划年|解决年/

/** 2024年投资 | 2025年投资 beside 投资 and 实施年度: the amount stands in the column of its year. */
export function byPhase(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { year, measure } = column.meaning
  if (measure !== 'amount' || year === null || line.role !== 'leaf' || own.kind === 'years') return null
  const when = own.columns.filter(each => each.meaning.measure === 'text' && each.meaning.year === null && YEAR_OF_DOING.test(each.header)), [phase] = when
  const others = own.columns.filter(each => each.meaning.measure === 'amount' && each.meaning.year === null && each.meaning.period === null && each.meaning.payer === null), [whole] = others
  if (phase === undefined || whole === undefined || when.length > 1 || others.length > 1) return null
  const said = numberIn(context, own, line, phase)
  if (said === null || !Number.isInteger(said) || said < 1990 || said > 2100) return { left: 'part', word: `${line.label} ${phase.header}` }
  if (!has(context, own, line, whole)) return part(`${line.label} ${whole.header}`)
  const term = inUnitOf(here(own, line, whole), whole, column)
  if (term === null) return { left: 'unit', word: column.header }
  const isThen = name(`${here(own, line, phase).text}=${String(year)}`)
  return { term: call('IF', isThen, term, number(0)), why: 'own-phase' }
}

/** 市财政承担 beside 市财政承担比例 and the total: the total times the share. */
export function byShare(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { measure, payer } = column.meaning
  if (measure !== 'amount' || line.role !== 'leaf' || (payer === null && column.meaning.percent === null)) return null
  if (column.meaning.percent !== null) return byHeader(at, column.meaning.percent, context)
  const shares = own.columns.filter(each => each.meaning.measure === 'share' && each.meaning.payer === payer), [share] = shares, whole = wholeOf(at)
  if (share === undefined || whole === null || shares.length > 1) return null
  for (const each of [whole, share]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const term = inUnitOf(here(own, line, whole), whole, column)
  return term === null ? { left: 'unit', word: column.header } : { term: multiply(term, shareOf(at, share, context)), why: 'own-share' }
}

/** 市财政承担（60%）: so much of the whole. A share that no payer takes is not understood. */
function byHeader(at: At, percent: number, context: OwnContext): Derived {
  const { own, line, column } = at, whole = wholeOf(at)
  if (column.meaning.payer === null || whole === null) return { left: 'word', word: `${String(percent)}%` }
  if (!has(context, own, line, whole)) return part(`${line.label} ${whole.header}`)
  const term = inUnitOf(here(own, line, whole), whole, column)
  return term === null ? { left: 'unit', word: column.header } : { term: multiply(term, number(percent / 100)), why: 'own-share' }
}

/** 资金来源 | 分担比例 | 金额: each payer's share of the whole, where the shares are typed and make up the whole. */
export function byLineShare(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  if (column.meaning.measure !== 'amount' || column.meaning.payer !== null || line.role !== 'leaf' || own.isTurned) return null
  const shares = own.columns.filter(each => each.meaning.measure === 'share' && each.meaning.payer === null && each.meaning.who === null), [share] = shares
  const amounts = own.columns.filter(each => each.meaning.measure === 'amount'), leaves = own.lines.filter(each => each.role === 'leaf')
  const pays = leaves.filter(each => each.meaning.payer !== null || each.meaning.subject === 'remainder' || each.meaning.subject === 'subsidy')
  if (share === undefined || shares.length > 1 || amounts.length > 1 || pays.length < leaves.length || leaves.length < 2) return null
  const typed = leaves.map(each => numberIn(context, own, each, share)), sum = typed.reduce<number>((all, each) => all + (each ?? 0), 0)
  // Nobody gave a share: they are reckoned from the amounts.
  if (typed.every(each => each === null) || leaves.every(each => isWrittenIn(context, own, each, share))) return null
  if (typed.some(each => each === null) || (Math.abs(sum - 1) > 1e-6 && Math.abs(sum - 100) > 1e-6)) return part(share.header)
  const totals = own.lines.filter(each => each.role === 'total'), [total] = totals, isOnly = totals.length === 1
  const isStated = total !== undefined && isOnly && has(context, own, total, column) && !isWrittenIn(context, own, total, column)
  const whole = isStated ? { term: here(own, total, column) } : costOfStaff(at, context)
  return 'left' in whole ? whole : { term: multiply(whole.term, shareOf(at, share, context)), why: 'own-share' }
}

/** The one column of the whole amount, which no payer is named for. */
function wholeOf({ own, column }: At): OwnColumn | null {
  const amounts = own.columns.filter(
    each => each !== column && each.meaning.measure === 'amount' && each.meaning.payer === null && each.meaning.subject !== 'subsidy' && each.meaning.subject !== 'remainder' && each.meaning.year === column.meaning.year,
  )
  return amounts.find(each => each.meaning.total === 'total') ?? (amounts.length === 1 ? (amounts[0] ?? null) : null)
}
