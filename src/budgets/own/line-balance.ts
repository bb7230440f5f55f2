import { call, number, subtract } from '../../formula/expression'
import { normalise } from '../../vocabulary/normalise'
import { part } from './derived'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf } from './place'
import type { OwnLine, OwnTable } from './own-table'

const BALANCE = /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．])?(?:本年|当年|年度|本年度|年末|期末)?(?:收支)?(?:结余|差额|余额)(?:\(收入-支出\))?$|^(?:年末)?结转下年(?:支出)?$/

/** A line that is made up of others. */
function isSum({ lines }: OwnTable, line: OwnLine): boolean {
  return line.role !== 'leaf' || line.children.some(child => lines[child]?.isOfWhich === false)
}

/** 三、收支结余 below 一、收入合计 and 二、支出合计: the one less the other, where nothing else stands at the top. */
export function lineBalance({ own, line, column }: At, context: OwnContext): Derived | null {
  const isOne = line.role === 'leaf' && line.children.length === 0 && BALANCE.test(normalise(line.label))
  if (!isOne || column.meaning.measure !== 'amount') return null
  if (own.meaning.side === 'expenditure') return acrossSides({ own, line, column }, context)
  const above = own.lines.slice(0, own.lines.indexOf(line)).filter(each => each.parent < 0)
  const sums = above.filter(each => isSum(own, each)), last = own.lines.indexOf(sums.at(-1) ?? line)
  const coming = sums.filter(each => /收入|来源/.test(each.label)), out = sums.filter(each => /支出/.test(each.label))
  const [income] = coming, [spent] = out
  // 上年结转 at the top belongs to it as well.
  const isLoose = own.lines.some((each, at) => each !== line && each.parent < 0 && at > last && !isSum(own, each))
  const isCarried = own.lines.some(each => /结转|年初|期初/.test(each.label) && own.lines[each.parent] !== income)
  const isPlain = !isCarried && coming.length === 1 && out.length === 1 && sums.length === 2 && !isLoose
  if (income === undefined || spent === undefined || !isPlain) return part(line.label)
  for (const each of [income, spent]) if (!has(context, own, each, column)) return part(each.label)
  const difference = subtract(here(own, income, column), here(own, spent, column))
  return { term: call('ROUND', difference, number(8)), why: 'own-difference' }
}

/** 年末结余 below 支出合计, beside the side of income: the sum of the one side less that of the other. */
function acrossSides({ own, line, column }: At, context: OwnContext): Derived {
  const income = context.tables.find(each => each.sheet === own.sheet && each.meaning.side === 'income' && each.table.header.top === own.table.header.top)
  const amounts = income?.columns.filter(each => each.meaning.measure === 'amount') ?? [], [amount] = amounts
  const got = income?.lines.findLast(each => each.role === 'total'), spent = own.lines.slice(0, own.lines.indexOf(line)).findLast(each => each.role === 'total')
  if (income === undefined || amount === undefined || amounts.length > 1) return part(line.label)
  if (got === undefined || spent === undefined) return part(line.label)
  if (!has(context, income, got, amount)) return part(got.label)
  if (!has(context, own, spent, column)) return part(spent.label)
  const term = inUnitOf(here(income, got, amount), amount, column)
  return term === null ? { left: 'unit', word: column.header } : { term: call('ROUND', subtract(term, here(own, spent, column)), number(8)), why: 'own-difference' }
}
