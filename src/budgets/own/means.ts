import { call, divide, multiply, number } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf, numberIn, run } from './place'
import { monthsIn } from './spans'
import type { OwnColumn } from './own-table'

/** What one of several has on average: never added up. */
export function isMean(column: OwnColumn): boolean {
  return /人均|户均|月均|平均/.test(innerWords(column))
}

/** 1月 … 6月 | 月均支出, 户数 | 经费 | 户均经费, 面积 | 人数 | 人均面积: of the figures of the row. */
export function mean(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, { measure } = column.meaning, word = innerWords(column)
  if (line.role !== 'leaf' || !isMean(column)) return null
  if (/^月[均平]/.test(word)) return meanOf(at, each => monthsIn(innerWords(each)) === 1, context)
  if (/^(?:[近]?[二两三四五]?年)?平均|^年均/.test(word) && own.kind !== 'years') return meanOf(at, each => each.meaning.year !== null, context)
  const isArea = measure === 'area', isByHouse = /^户均/.test(word) || /元\/户/.test(column.header)
  if (!isArea && !(measure === 'unit-cost' && isByHouse)) return null
  const wholes = own.columns.filter(each => each !== column && each.meaning.measure === (isArea ? 'area' : 'amount') && !isMean(each)), sums = wholes.filter(each => each.meaning.total !== null)
  const counts = own.columns.filter(each => (isByHouse ? each.meaning.measure === 'quantity' && /户/.test(each.header) : each.meaning.measure === 'persons'))
  const found = sums.length > 0 ? sums : wholes, [whole] = found, [count] = counts
  if (whole === undefined || count === undefined || found.length > 1 || counts.length > 1) return isArea ? part(column.header) : null
  // A price that is there to be multiplied by: the amount comes of it.
  if (!isArea && context.isWritten(own.sheet.name, line.row, whole.column)) return null
  for (const each of [whole, count]) if (!has(context, own, line, each)) return isArea ? part(`${line.label} ${each.header}`) : null
  if (numberIn(context, own, line, count) === 0) return part(`${line.label} ${count.header}`)
  const term = inUnitOf(here(own, line, whole), whole, column)
  return term === null ? { left: 'unit', word: column.header } : { term: divide(term, here(own, line, count)), why: 'own-quotient' }
}

/** 户数 | 每百户标准（㎡） | 应达面积: so much for each hundred of them. */
export function byHundreds({ own, line, column }: At, context: OwnContext): Derived | null {
  if (column.meaning.measure !== 'area' || column.meaning.period !== 'target' || line.role !== 'leaf') return null
  const rates = own.columns.filter(each => each !== column && /每[百千][户人]/.test(innerWords(each))), [rate] = rates, [, size, of = ''] = /每([百千])([户人])/.exec(rate === undefined ? '' : innerWords(rate)) ?? []
  if (rate === undefined) return null
  const counts = own.columns.filter(each => each.meaning.measure === 'quantity' && each.header.includes(of) && each !== rate), [count] = counts
  if (rates.length > 1 || count === undefined || counts.length > 1) return part(column.header)
  for (const each of [count, rate]) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  return { term: multiply(divide(here(own, line, count), number(size === '百' ? 100 : 1000)), here(own, line, rate)), why: 'own-product' }
}

function meanOf({ own, line, column }: At, fits: (each: OwnColumn) => boolean, context: OwnContext): Derived | null {
  const months = own.columns.filter(each => each.meaning.measure === 'amount' && fits(each)), [first] = months, last = months.at(-1)
  if (first === undefined || last === undefined || months.length < 2 || last.column - first.column >= months.length) return null
  const missing = months.find(each => !has(context, own, line, each)), term = inUnitOf(call('AVERAGE', run(own, [line, first], [line, last])), first, column)
  if (missing !== undefined) return part(`${line.label} ${missing.header}`)
  return term === null ? { left: 'unit', word: column.header } : { term, why: 'own-quotient' }
}
