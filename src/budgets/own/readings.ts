import { subtract } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import type { OwnContext } from './own-context'
import { has, here } from './place'
import type { OwnColumn, OwnTable } from './own-table'

const READING = /读数|表数|底数|止度|起度/

/** 上期读数 and 本期读数 count nothing. */
export function isReading({ header }: OwnColumn): boolean {
  return READING.test(header)
}

/** 用电量 beside two readings. */
export function isUsage(own: OwnTable, column: OwnColumn): boolean {
  return column.meaning.measure === 'quantity' && /用[电水气]?量/.test(column.header) && own.columns.filter(isReading).length === 2
}

/** What the meter shows now less what it showed before. */
export function usage({ own, line, column }: At, context: OwnContext): Derived | null {
  if (line.role !== 'leaf' || !isUsage(own, column)) return null
  const before = own.columns.find(each => isReading(each) && /上|期初|起/.test(each.header)), now = own.columns.find(each => isReading(each) && each !== before)
  if (before === undefined || now === undefined) return part(column.header)
  for (const each of [before, now]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  return { term: subtract(here(own, line, now), here(own, line, before)), why: 'own-difference' }
}
