import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { isSumLike } from '../../formula/class-kinds'
import { resolve } from '../../formula/normal-form'
import type { FormulaClass } from '../../formula/normal-form'
import { signsOf } from '../../formula/signed-terms'
import { isTotalLabel, rowLabel } from './labels'

/** The cells of its own column that a sum takes when it takes all that belongs to its row. */
export interface WholeList {
  readonly column: number
  /** Ascending. */
  readonly rows: readonly number[]
  /** The list stands above its total, below its chapter, or is made of the chapters themselves. */
  readonly kind: 'above' | 'below' | 'chapters'
}

/** Blank rows between a list and its total. */
const SPACERS = 2
/** Longer lists are no table that a person looks through. */
const MOST_ROWS = 5000

/** The list that a sum adds, if that is all that the structure of the sheet puts under its row; else `null`. */
export function wholeListOf(sheet: SheetSnapshot, what: FormulaClass, row: number, column: number): WholeList | null {
  const rows = rowsOf(sheet, what, row, column)
  if (rows === null || rows.length < 2) return null
  const first = rows[0] ?? 0, last = rows[rows.length - 1] ?? 0, unbroken = last - first + 1 === rows.length
  if (isTotalLabel(sheet, row, column)) {
    const endsHere = last < row && last >= row - 1 - SPACERS && isSpacer(sheet, last + 1, row - 1)
    const startsHere = typeof cellAt(sheet, first - 1, column) !== 'number'
    if (unbroken && isSumLike(what) && endsHere && startsHere) return { column, rows, kind: 'above' }
    return sameRows(rows, chaptersAbove(sheet, row, column)) ? { column, rows, kind: 'chapters' } : null
  }
  return unbroken && first === row + 1 && last === endOfChapter(sheet, row, column) ? { column, rows, kind: 'below' } : null
}

/** The rows of its own column that a formula adds and that it does nothing else with. */
function rowsOf(sheet: SheetSnapshot, what: FormulaClass, row: number, column: number): number[] | null {
  if (!isSumLike(what) && signsOf(what)?.every(sign => sign === 1) !== true) return null
  const rows: number[] = []
  for (const reference of what.references) {
    const area = resolve(reference, sheet.name, row, column)
    if (area === null || area.external || area.sheet !== sheet.name || area.left !== column || area.right !== column) return null
    if (area.bottom - area.top > MOST_ROWS) return null
    for (let at = area.top; at <= area.bottom; at++) rows.push(at)
  }
  rows.sort((a, b) => a - b)
  return rows.some((each, i) => each === row || each === rows[i - 1]) ? null : rows
}

const CHAPTERS: readonly RegExp[] = [/^[一二三四五六七八九十]{1,3}[、.．]/, /^[(（][一二三四五六七八九十]{1,3}[)）]/]

/** 一、 and （一） begin a chapter: the number of its style, or -1. */
function styleOf(sheet: SheetSnapshot, row: number, column: number): number {
  const label = rowLabel(sheet, row, column)
  return CHAPTERS.findIndex(style => style.test(label))
}

/** The last row of what stands under a chapter: up to the next chapter, a total or a row without a number. 0 where the row heads none. */
function endOfChapter(sheet: SheetSnapshot, row: number, column: number): number {
  const style = styleOf(sheet, row, column)
  if (style < 0) return 0
  let at = row + 1
  while (at <= sheet.rows.length && typeof cellAt(sheet, at, column) === 'number' && !isTotalLabel(sheet, at, column) && styleOf(sheet, at, column) < 0) at++
  return at - 1
}

/** The rows of the chapters of the first style that stand over a total, from its heading down. */
function chaptersAbove(sheet: SheetSnapshot, row: number, column: number): number[] {
  const found: number[] = []
  let style = -1
  for (let at = row - 1; at >= 1 && at >= row - MOST_ROWS && typeof cellAt(sheet, at, column) === 'number'; at--) {
    const own = styleOf(sheet, at, column)
    if (own < 0) continue
    if (style >= 0 && own < style) found.length = 0
    if (style < 0 || own <= style) {
      style = own
      found.unshift(at)
    }
  }
  return found
}

function sameRows(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i])
}

function isSpacer(sheet: SheetSnapshot, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) if (sheet.rows[row - 1]?.some(value => typeof value === 'number') === true) return false
  return true
}
