import { name, scaled, written } from '../../formula/expression'
import { TOTAL_ROW } from '../context'
import type { Subject } from '../../vocabulary/budget-words'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'

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
  return { left: 'none', word: line.label }
}
