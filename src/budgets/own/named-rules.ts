import { add, call, divide, multiply, number, subtract } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived, DerivedBy } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import type { OwnColumn } from './own-table'
import { has, here, inUnitOf, isBlankIn, isWrittenIn } from './place'
import { shareOf } from './shares'

const YEAR_MONTHS = 12
const RAISE = /增资/, NEW = /^(?:新|调整后)/, OLD = /^(?:原|调整前)/
const INTEREST = /^(?:应付|贷款|预计)?利息(?:额|金额)?$/, PRINCIPAL = /本金$/, RATE = /^(?:贷款)?年利率$/, TERM = /期限|月数/, BOTH = /^本息/
const NET = /^实发/, GROSS = /^应发/, TAKEN = /扣|个人|个税/
const SHARED_OUT = /^(?:分配|分摊)(?:额|数|金额|经费|资金)?$/

type Numbers = (column: OwnColumn) => Term | null
type TermOf = (numbers: Numbers) => Term | null

/** Columns whose name says how they are reckoned: 增资, 利息, 实发, 分配金额. Never with a figure beside them that no word explains. */
export function named(at: At, context: OwnContext): Derived | null {
  const { line, column } = at, { measure } = column.meaning, word = innerWords(column)
  if (line.role !== 'leaf' || (measure !== 'amount' && measure !== 'unit-cost')) return null
  if (RAISE.test(word)) return raise(at, context)
  if (measure !== 'amount') return null
  if (INTEREST.test(word)) return interest(at, context)
  if (BOTH.test(word)) return withInterest(at, context)
  if (NET.test(word)) return net(at, context)
  return SHARED_OUT.test(word) ? allotted(at, context) : null
}

/** The columns of which a name is told. */
function of({ own, column }: At, fits: (word: string, each: OwnColumn) => boolean): OwnColumn[] {
  return own.columns.filter(each => each !== column && fits(innerWords(each), each))
}

/** The term of all these columns, in the unit of this one; what is missing is named, and what nothing explains. */
function reckoned(at: At, context: OwnContext, columns: readonly OwnColumn[], why: DerivedBy, termOf: TermOf): Derived {
  const { own, line, column } = at
  const rest = own.columns.filter(each => each !== column && !columns.includes(each))
  const strange = rest.find(each => each.meaning.measure === null && !isBlankIn(own, line, each))
  if (strange !== undefined) return { left: 'word', word: strange.header }
  for (const each of columns) if (!has(context, own, line, each)) return part(`${line.label} ${each.header}`)
  const term = termOf(each => inUnitOf(here(own, line, each), each, column))
  return term === null ? { left: 'unit', word: column.header } : { term, why }
}

/** 人均增资 = 新标准 − 原标准; 增资总额 that times the heads; of a year twelve months of it. */
function raise(at: At, context: OwnContext): Derived | null {
  const { own, column } = at, { measure, per } = column.meaning
  const isPrice = ({ meaning }: OwnColumn): boolean => meaning.measure === 'unit-cost'
  const after = of(at, (word, each) => NEW.test(word) && isPrice(each)), before = of(at, (word, each) => OLD.test(word) && isPrice(each))
  const heads = own.columns.filter(each => each.meaning.measure === 'persons'), [a] = after, [b] = before, [persons] = heads
  if (a === undefined || b === undefined || persons === undefined) return part(column.header)
  if (after.length + before.length + heads.length > 3) return part(column.header)
  const isOfYear = per === 'year' || per === 'person-year' || /年/.test(innerWords(column)), isOfMonth = per === 'month' || per === 'person-month'
  const isMonthly = [a, b].every(({ meaning }) => meaning.per === 'month' || meaning.per === 'person-month')
  if (!isMonthly || isOfYear === isOfMonth || own.columns.some(each => each.meaning.measure === 'months')) return part(column.header)
  return reckoned(at, context, measure === 'amount' ? [a, b, persons] : [a, b], measure === 'amount' ? 'own-product' : 'own-difference', numbers => {
    const x = numbers(a), y = numbers(b)
    if (x === null || y === null) return null
    const each = subtract(x, y), all = measure === 'amount' ? multiply(here(own, at.line, persons), each) : each
    return isOfYear ? multiply(all, number(YEAR_MONTHS)) : all
  })
}

/** 利息 = 本金 × 年利率 × 月数 ÷ 12, where nothing says that it is paid back in between. */
function interest(at: At, context: OwnContext): Derived | null {
  const sums = of(at, word => PRINCIPAL.test(word)), rates = of(at, word => RATE.test(word)), terms = of(at, word => TERM.test(word))
  const [sum] = sums, [rate] = rates, [term] = terms
  if (sum === undefined || rate === undefined || term === undefined || sums.length + rates.length + terms.length > 3) return null
  const isOfMonths = /月/.test(term.header)
  if (isOfMonths === /年/.test(term.header)) return { left: 'unit', word: term.header }
  return reckoned(at, context, [sum, rate, term], 'own-product', numbers => {
    const lent = numbers(sum), time = here(at.own, at.line, term)
    return lent === null ? null : multiply(lent, shareOf(at, rate, context), isOfMonths ? divide(time, number(YEAR_MONTHS)) : time)
  })
}

/** 本息 = 本金 + 利息. */
function withInterest(at: At, context: OwnContext): Derived | null {
  const lent = of(at, word => PRINCIPAL.test(word)), interests = of(at, word => INTEREST.test(word)), [first] = lent, [second] = interests
  if (first === undefined || second === undefined || lent.length + interests.length > 2) return null
  return reckoned(at, context, [first, second], 'own-total', numbers => {
    const x = numbers(first), y = numbers(second)
    return x === null || y === null ? null : add(x, y)
  })
}

/** 实发 = 应发 − everything that is taken off it. */
function net(at: At, context: OwnContext): Derived | null {
  const gross = of(at, word => GROSS.test(word)), [whole] = gross
  const rest = of(at, (_word, each) => each !== whole && each.meaning.measure === 'amount'), sums = rest.filter(each => each.meaning.total !== null)
  if (whole === undefined || gross.length > 1 || rest.length === 0 || sums.length > 1) return part(at.column.header)
  if (!rest.every(each => TAKEN.test(innerWords(each)))) return part(at.column.header)
  const taken = sums.length > 0 ? sums : rest
  return reckoned(at, context, [whole, ...taken], 'own-difference', numbers => {
    const [first, ...others] = [whole, ...taken].map(numbers), known = others.filter(term => term !== null)
    return first === undefined || first === null || known.length < taken.length ? null : call('ROUND', subtract(first, ...known), number(8))
  })
}

/** 分配金额 = what the person gave for all of them × 占比 of the row. */
function allotted(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at, totals = own.lines.filter(each => each.role === 'total'), [total] = totals
  const shares = own.columns.filter(each => each.meaning.measure === 'share'), [share] = shares
  if (total === undefined || share === undefined || totals.length + shares.length > 2) return null
  if (isWrittenIn(context, own, total, column) || !has(context, own, total, column)) return null
  if (own.lines.some(each => each.role === 'leaf' && each !== line && has(context, own, each, column) && !isWrittenIn(context, own, each, column))) return null
  return reckoned(at, context, [share], 'own-product', () => multiply(here(own, total, column), shareOf(at, share, context)))
}
