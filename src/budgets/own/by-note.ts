import { multiply, number, scaled } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'
import { has, here } from './place'
import type { OwnColumn } from './own-table'

/** Heads of a kind times what the note says that one of them costs, in a table without prices. */
export function byNote({ own, line, column }: At, heads: OwnColumn | 'several' | null, context: OwnContext): Derived | null {
  const { meaning } = column, kind = meaning.staff ?? line.meaning.staff, price = kind === null || kind.class === 'aside' ? undefined : own.meaning.prices.get(kind.class)
  const isWhole = meaning.part === null && line.meaning.part === null && meaning.per !== 'month' && meaning.span === null
  if (price === undefined || heads === null || heads === 'several' || !isWhole || meaning.unit?.of !== 'money') return null
  if (!has(context, own, line, heads)) return part(`${line.label} ${heads.header}`)
  return { term: scaled(multiply(here(own, line, heads), number(price)), 1 / meaning.unit.scale), why: 'own-product' }
}
