import { multiply } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf } from './place'
import { shareOf } from './shares'

/** 绩效比例 | 绩效报酬: the share that is called after the amount, of the one other amount of the row. */
export function byNamedShare(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { measure, total, payer, isBalance } = column.meaning
  if (measure !== 'amount' || line.role !== 'leaf' || total !== null || payer !== null || isBalance) return null
  const nameOf = (word: string): string => word.replace(/(?:[计提]提|发放|考核)?(?:比例|比率|费率|率)$/, '')
  const named = own.columns.filter(each => each.meaning.measure === 'share' && each.meaning.payer === null && nameOf(innerWords(each)).length > 1 && innerWords(column).includes(nameOf(innerWords(each))))
  const [share, ...more] = named, name = share === undefined ? '' : nameOf(innerWords(share))
  const bases = own.columns.filter(each => each !== column && each.meaning.measure === 'amount' && each.meaning.total === null && !innerWords(each).includes(name)), [base] = bases
  if (share === undefined || base === undefined || more.length > 0 || bases.length > 1) return null
  for (const each of [base, share]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const term = inUnitOf(here(own, line, base), base, column)
  return term === null ? { left: 'unit', word: column.header } : { term: multiply(term, shareOf(at, share, context)), why: 'own-share' }
}
