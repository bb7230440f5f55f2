import { add, call, number, subtract } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import { has, here, inUnitOf } from './place'
import type { OwnColumn } from './own-table'

const AFTER = /^调整后|变更后|调整后(?:预算|金额|数)/, BEFORE = /^(?:年初|原|调整前|期初)|批复|下达/
const MORE = /调增|追加|核增|^增加/, FEWER = /调减|追减|核减|^减少/, SIGNED = /^(?:调整|预算调整|调整变动)(?:数|额|金额|预算)?$|^增减(?:额|数|金额)?$|^变动(?:额|数)?$/

/** 调整后预算 = 年初预算 + 调增 − 调减, and the adjustment where both ends are there. */
export function adjusted(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, word = innerWords(column)
  if (line.role !== 'leaf' || column.meaning.measure !== 'amount') return null
  const of = (pattern: RegExp): OwnColumn[] => own.columns.filter(each => each !== column && each.meaning.measure !== 'text' && pattern.test(innerWords(each)))
  const [before, ...befores] = of(BEFORE)
  if (before === undefined || befores.length > 0) return null
  if (SIGNED.test(word) && own.columns.some(each => AFTER.test(innerWords(each)))) {
    const [after, ...afters] = of(AFTER)
    return after === undefined || afters.length > 0 ? null : sumOf(at, [after], [before], context)
  }
  if (!AFTER.test(word)) return null
  const more = of(MORE), fewer = of(FEWER), signed = of(SIGNED)
  const split = more.length + fewer.length, isSigned = signed.length === 1 && split === 0
  const isSplit = signed.length === 0 && more.length < 2 && fewer.length < 2 && split > 0
  return isSigned || isSplit ? sumOf(at, [before, ...signed, ...more], fewer, context) : null
}

function sumOf(at: At, plus: readonly OwnColumn[], minus: readonly OwnColumn[], context: OwnContext): Derived {
  const { own, line, column } = at, all = [...plus, ...minus]
  for (const each of all) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const terms = all.map(each => inUnitOf(here(own, line, each), each, column)), known = terms.filter(term => term !== null)
  const [first, ...more] = known
  if (first === undefined || known.length < all.length) return { left: 'unit', word: column.header }
  const sum = plus.length > 1 ? add(first, ...more.slice(0, plus.length - 1)) : first
  const term = minus.length > 0 ? subtract(sum, ...more.slice(plus.length - 1)) : sum
  return { term: call('ROUND', term, number(8)), why: 'own-difference' }
}
