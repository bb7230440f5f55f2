import { call, number, subtract } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf } from './place'
import type { OwnColumn, OwnTable } from './own-table'

const NAMED = /^(.{2,10}?)[比较与](.{2,10}?)(?:相比|对比)?(?:增减|增加|增长|变[化动]|差)/, CUT = /^[核审]减(?:额|数|金额|资金)?$/
const ASKED = /申报|申请|送审/, GRANTED = /审定|核定|审核|批复|审批/

/** 二上比一上增减, 决算与预算差额: the header names both columns itself; 核减额 is what was asked for less what was granted. */
export function namedPair(own: OwnTable, column: OwnColumn): readonly [OwnColumn, OwnColumn] | null {
  const word = innerWords(column), [, first = '', second = ''] = NAMED.exec(word) ?? [], isCut = CUT.test(word)
  if (!isCut && first === '') return null
  const isPlain = (each: OwnColumn): boolean => each !== column && each.meaning.measure === 'amount' && each.meaning.total === null && !NAMED.test(innerWords(each)) && !CUT.test(innerWords(each))
  const amounts = own.columns.filter(isPlain)
  const of = (fits: (each: string) => boolean): OwnColumn[] => amounts.filter(each => fits(innerWords(each)))
  const [a, ...as] = of(isCut ? each => ASKED.test(each) : each => each.startsWith(first)), [b, ...bs] = of(isCut ? each => GRANTED.test(each) : each => each.replace(/^(?:年初|本年)/, '').startsWith(second) || each.startsWith(second))
  return a === undefined || b === undefined || a === b || as.length + bs.length > 0 ? null : [a, b]
}

/** One column less the other, in the unit of this one. */
export function compared({ own, line, column }: At, context: OwnContext): Derived | null {
  const { measure } = column.meaning, pair = line.role === 'leaf' && (measure === 'amount' || measure === 'change') ? namedPair(own, column) : null
  if (pair === null) return null
  const missing = pair.find(each => !has(context, own, line, each)), to = column.meaning.unit === null ? pair[0] : column
  if (missing !== undefined) return part(`${line.label} ${missing.header}`)
  const [a, b] = pair.map(each => inUnitOf(here(own, line, each), each, to))
  return a === undefined || b === undefined || a === null || b === null ? { left: 'unit', word: column.header } : { term: call('ROUND', subtract(a, b), number(8)), why: 'own-difference' }
}
