import { call, name, number, scaled, subtract, written } from '../../formula/expression'
import { TOTAL_ROW } from '../context'
import type { Subject } from '../../vocabulary/budget-words'
import { part } from './derived'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'
import type { OwnColumn } from './own-table'
import { has, here, inUnitOf } from './place'

/** Areas of the premises: what the lists have today, what the policy asks for of each community. */
export function areaOf(
  where: { readonly row: number; readonly period: string; readonly community: number },
  subject: Subject | null,
  { column, line, own }: At,
  context: OwnContext,
): Derived {
  const { row, period, community } = where, { basis, unit } = column.meaning
  const isPremises = subject === 'premises' || subject === null && own.kind === 'communities' && /用房|阵地|场所/.test(`${own.table.title ?? ''}${own.sheet.name}`)
  if (!isPremises || basis === 'built') return { left: 'none', word: column.header }
  const scale = 1 / (unit?.of === 'area' ? unit.scale : 1)
  if (period === 'now') {
    const now = context.areaNow(community)
    return now === null ? { left: 'input', word: line.label } : { term: scaled(written(now), scale), why: 'own-line' }
  }
  if (period === 'target' && row !== TOTAL_ROW) return { term: scaled(name(context.budget.parameter('StdArea')), scale), why: 'own-line' }
  const lack = period === 'gap' && row !== TOTAL_ROW ? lacking({ column, line, own }, context) : null
  return lack ?? { left: 'none', word: line.label }
}

/** 标准面积, 规划面积: what ought to be there, by the table itself. */
function isWanted({ meaning, header }: OwnColumn): boolean {
  return meaning.period === 'target' || /规划|目标|应|标准/.test(header)
}

/** 面积缺口 beside 现有使用面积 in a table that says no standard: what the plan asks for less what is there. */
function lacking({ own, line, column }: At, context: OwnContext): Derived | null {
  const areas = own.columns.filter(each => each !== column && each.meaning.measure === 'area'), present = areas.filter(each => each.meaning.period === 'now' && each.meaning.basis !== 'built'), [now] = present
  if (now === undefined || present.length > 1 || areas.some(isWanted)) return null
  if (!has(context, own, line, now)) return part(`${line.label} ${now.header}`)
  const is = inUnitOf(here(own, line, now), now, column), scale = column.meaning.unit?.of === 'area' ? column.meaning.unit.scale : 1
  if (is === null) return { left: 'unit', word: column.header }
  return { term: call('MAX', number(0), subtract(scaled(name(context.budget.parameter('StdArea')), 1 / scale), is)), why: 'own-difference' }
}
