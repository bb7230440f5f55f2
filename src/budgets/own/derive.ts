import { cellAt } from '../../core/snapshot'
import { fromSources } from './from-sources'
import { isDecided } from './decided'
import { byBasis } from './basis-text'
import type { At, Derived, Way } from './derived'
import { adjusted } from './adjusted'
import { compared } from './compared'
import { balance, change, gap, growth } from './differences'
import { ledger } from './ledger'
import { lineBalance } from './line-balance'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import { byLineShare, byPhase, byShare } from './phases'
import { named } from './named-rules'
import { byNamedShare } from './named-share'
import { has, isBlankIn, isWrittenIn, placeOf } from './place'
import { byHundreds, isMean, mean } from './means'
import { isUsage, usage } from './readings'
import { byHeaderPercent, byLinePercent } from './percents'
import { converted, isNextToPrice, personMonths, product, quotient, received, yearOfMonths } from './products'
import { doneShare, filledShare, ratioBeside, shareOfTotal } from './ratios'
import { remainder } from './remainder'
import { contribution, leftOfPlan, moneyGap, movement, settlement } from './settlement'
import { statedFormula } from './stated-formula'
import { children, cumulative, partsOfRow, rowSum, total } from './sums'
import { taxed } from './taxes'
import type { OwnColumn, OwnTable } from './own-table'

const PAYING: ReadonlySet<string> = new Set(['subsidy', 'principals', 'task-money', 'paid-service', 'remainder'])
/** What only the person can say: how many are bought, how many months, what share. */
const GIVEN: ReadonlySet<string> = new Set(['text', 'quantity', 'months', 'collected', 'base', 'factor'])
/** Counts of the same in every line. */
const ALIKE = /户数|人数|人口|人次|楼?栋数|小区(?:个)?数|网格数/
/** What can be added up; a total of standards is no total. */
const ADDED: ReadonlySet<string> = new Set(['persons', 'amount', 'area', 'change', 'growth', 'person-months', 'communities', 'age', 'done'])

/** Whether a cell is one that a figure belongs in at all. */
export function wantsFigure({ own, line, column }: At): boolean {
  const { measure } = column.meaning
  // 每场人数, 人均面积: of one of them.
  if (line.role !== 'leaf' && measure !== null && measure !== 'amount' && (isMean(column) || /^每/.test(innerWords(column)))) return false
  if (isUsage(own, column)) return true
  // Households and people of all lines together are a figure; so many of this and so many of that are none.
  if (measure !== null && GIVEN.has(measure)) return measure === 'quantity' && line.role !== 'leaf' && ALIKE.test(column.header)
  if (measure === null) return column.meaning.blocks.length > 0 || isBlankColumn(own, column) || isSumOfNameless(own, line, column)
  // Who pays has no heads and no standard.
  const pays = line.role === 'leaf' && PAYING.has(line.meaning.subject ?? '')
  if (pays && measure !== 'amount' && measure !== 'share' && measure !== 'change' && measure !== 'growth' && !(measure === 'persons' && line.meaning.subject === 'principals'))
    return false
  if (line.role !== 'leaf' && isFactor(own, column)) return false
  if (measure === 'cumulative' && line.role !== 'leaf') return partsOfRow(own, column).length > 1
  return line.role === 'leaf' || ADDED.has(measure) || (measure === 'share' && column.meaning.who !== null)
}

/** 4=1×(2+3): money that a stated formula multiplies by heads or pieces is a price. */
function isFactor(own: OwnTable, { number, meaning }: OwnColumn): boolean {
  if (number === null || meaning.measure !== 'amount') return false
  const counts = own.columns.filter(each => each.number !== null && COUNTED.has(each.meaning.measure ?? ''))
  const counted = counts.map(each => String(each.number))
  return own.columns.some(({ stated }) => {
    const factors = (stated ?? '').replace(/[×xX]/g, '*').split('*'), mine = new RegExp(`(?<!\\d)${String(number)}(?!\\d)`)
    const isCounted = (factor: string): boolean => counted.includes(factor.replace(/[()]/g, ''))
    return factors.length > 1 && factors.some(factor => mine.test(factor)) && factors.some(isCounted)
  })
}

const COUNTED: ReadonlySet<string> = new Set(['persons', 'quantity', 'area', 'months', 'person-months'])

/** Nothing stands in it at all: no column of words. */
function isBlankColumn(own: OwnTable, column: OwnColumn): boolean {
  return column.header !== '' && own.lines.every(line => isBlankIn(own, line, column))
}

/** A total over figures that nothing names. */
function isSumOfNameless(own: OwnTable, line: At['line'], column: OwnColumn): boolean {
  const isNumber = (each: At['line']): boolean => {
    const place = placeOf(own, each, column)
    return typeof cellAt(own.sheet, place.row, place.column) === 'number'
  }
  return line.role !== 'leaf' && !/年|编号|序|号$/.test(column.header) && own.lines.some(each => each.role === 'leaf' && isNumber(each))
}

const stated: Way = (at, context) => (at.column.stated === null || at.line.role !== 'leaf' ? null : statedFormula(at, context))

/** First the table's own arithmetic, then what stands elsewhere in the workbook. */
const WAYS: readonly Way[] = [
  stated, compared, adjusted, named, ledger, taxed, converted, byHeaderPercent, byLinePercent, mean, byHundreds, usage, ratioBeside,
  filledShare, doneShare,
  total, change, growth, leftOfPlan, balance, lineBalance, cumulative, gap, moneyGap, movement, byPhase,
  byShare, byLineShare, shareOfTotal, rowSum, settlement, received, personMonths, yearOfMonths, contribution, byNamedShare, product,
  byBasis, quotient, children, remainder, fromSources,
]
/** What adds and compares figures that stand there: right in last year's column and in a plan's too. */
const SUMMING: ReadonlySet<Way> = new Set([stated, compared, adjusted, total, rowSum, byPhase, children, doneShare, leftOfPlan])

/**
 * The content of one blank cell of a person's own table. First the table's own arithmetic, then what stands elsewhere in the workbook, then
 * the program's parameters; nothing where a word above or beside the cell is not accounted for.
 */
export function derive(at: At, context: OwnContext): Derived {
  const { own, line, column } = at
  const [whole] = own.meaning.blocks, foreign = own.meaning.years.find(year => year !== context.year)
  if (whole !== undefined) return { left: whole.why, word: whole.word }
  if (foreign !== undefined) return { left: 'year', word: String(foreign) }
  const stop = stopping(at, context)
  if (stop !== null && 'left' in stop && stop.left === 'word') return stop
  if (column.meaning.measure === null) return stop ?? { left: 'none', word: column.header }
  for (const way of WAYS) {
    // A part of the year is told by what is paid each month, and by nothing that a year is reckoned from.
    if (column.meaning.isBare && !SUMMING.has(way) && way !== byHeaderPercent && !(way === product && isNextToPrice(at))) continue
    if (stop !== null && !SUMMING.has(way) && !(way === fromSources && 'left' in stop && stop.left === 'period')) continue
    const found = way(at, context)
    if (found === null) continue
    if (stop !== null && 'left' in found) return stop
    // A part that is still missing may come: the table's own arithmetic is waited for. Only a product of which the person gave nothing gives way.
    if ('term' in found || way !== product || !context.isSettled || !isOpenProduct(at, context)) return found
    const elsewhere = fromSources(at, context)
    return elsewhere !== null && 'term' in elsewhere ? elsewhere : found
  }
  return stop ?? { left: 'none', word: line.label }
}

/** A word of the column or the line that forbids figures of this year: another year, a plan, a part of the year. */
function stopping({ own, line, column }: At, context: OwnContext): Derived | null {
  const block = column.meaning.blocks[0] ?? line.meaning.blocks.find(each => each.why !== 'word')
  if (block !== undefined) return { left: block.why, word: block.word }
  const year = column.meaning.years.find(each => each !== context.year)
  if (year !== undefined && own.kind !== 'years') return { left: 'year', word: String(year) }
  // 一季度 in the title: nothing that a year is reckoned from is of it.
  const isOfPart = own.meaning.isPartOfYear && (column.meaning.measure === 'amount' || column.meaning.measure === 'unit-cost') && column.meaning.per === null
  if (isOfPart && column.meaning.span !== 'whole') return { left: 'period', word: own.table.title ?? own.sheet.name }
  if (isDecided(column)) return { left: 'input', word: column.header }
  return column.meaning.span === 'part' ? { left: 'period', word: column.header } : null
}

/** Neither the count nor the price was typed by the person. */
function isOpenProduct({ own, line, column }: At, context: OwnContext): boolean {
  return own.columns.every(
    each =>
      each === column ||
      (each.meaning.measure !== 'persons' && each.meaning.measure !== 'unit-cost' && each.meaning.measure !== 'quantity') ||
      !has(context, own, line, each) ||
      isWrittenIn(context, own, line, each),
  )
}
