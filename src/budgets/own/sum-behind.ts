import { innerWords } from './header-signs'
import type { OwnColumn, OwnTable } from './own-table'

/** 工程费 | 其他费用 | 总投资 behind 数量 | 单价: the amounts between the price and what says 总 make it up, where there are two and more. */
export function sumBehind(own: OwnTable, column: OwnColumn): readonly OwnColumn[] {
  if (column.meaning.measure !== 'amount' || column.meaning.total !== null || !/^总/.test(innerWords(column))) return []
  const before = own.columns.slice(0, own.columns.indexOf(column)), price = before.findLastIndex(({ meaning }) => meaning.measure === 'unit-cost' || meaning.measure === 'rate')
  const between = price < 0 ? [] : before.slice(price + 1)
  return between.length > 1 && between.every(({ meaning }) => meaning.measure === 'amount') ? between : []
}
