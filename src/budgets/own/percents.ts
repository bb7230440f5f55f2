import { multiply, number } from '../../formula/expression'
import { normalise } from '../../vocabulary/normalise'
import { part } from './derived'
import type { At, Derived } from './derived'
import { PERCENT } from './header-signs'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf } from './place'

/** 工会经费（2%） behind 工资总额: so much of the nearest amount before it that is no such share itself, where no payer's share stands in the table. */
export function byHeaderPercent({ own, line, column }: At, context: OwnContext): Derived | null {
  const { measure, payer, percent, total } = column.meaning
  if (measure !== 'amount' || line.role !== 'leaf' || payer !== null || percent === null || total !== null) return null
  const isShared = own.columns.some(each => each.meaning.percent !== null && each.meaning.payer !== null), base = own.columns.slice(0, own.columns.indexOf(column)).findLast(each => each.meaning.measure === 'amount' && each.meaning.percent === null)
  if (isShared || base === undefined) return null
  if (!has(context, own, line, base)) return part(`${line.label} ${base.header}`)
  const term = inUnitOf(here(own, line, base), base, column)
  return term === null ? { left: 'unit', word: column.header } : { term: multiply(term, number(percent / 100)), why: 'own-share' }
}

/** 不可预见费（5%） right below 小计: so much of it. */
export function byLinePercent({ own, line, column }: At, context: OwnContext): Derived | null {
  const found = line.role === 'leaf' && column.meaning.measure === 'amount' ? PERCENT.exec(normalise(line.label)) : null
  const above = own.lines[own.lines.indexOf(line) - 1]
  if (found === null || above === undefined || above.role === 'leaf' || line.meaning.payer !== null || own.isTurned) return null
  if (!has(context, own, above, column)) return part(above.label)
  return { term: multiply(here(own, above, column), number(Number(found[1] ?? found[2]) / 100)), why: 'own-share' }
}
