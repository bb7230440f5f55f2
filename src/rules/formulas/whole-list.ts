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
/** So many numbers, and no word in their last row, have their sum below them. */
const MANY_ROWS = 5
/** Longer lists are no table that a person looks through. */
const MOST_ROWS = 5000

/** The list that a sum adds, if that is all that the structure of the sheet puts under its row; else `null`. */
export function wholeListOf(sheet: SheetSnapshot, what: FormulaClass, row: number, column: number): WholeList | null {
  const rows = rowsOf(sheet, what, row, column)
  if (rows === null || rows.length < 2) return null
  const first = rows[0] ?? 0, last = rows[rows.length - 1] ?? 0, unbroken = last - first + 1 === rows.length
  const isTotal = isTotalLabel(sheet, row, column)
  if (isTotal || (rows.length >= MANY_ROWS && rowLabel(sheet, row, column) === '')) {
    const endsHere = last < row && last >= row - 1 - SPACERS && isSpacer(sheet, last + 1, row - 1)
    const startsHere = typeof cellAt(sheet, first - 1, column) !== 'number' || isTotalLabel(sheet, first - 1, column)
    if (unbroken && isSumLike(what) && endsHere && startsHere) return { column, rows, kind: 'above' }
    const isOfParts = isTotal && [chaptersAbove, rootsAbove, subtotalsAbove].some(parts => sameRows(rows, parts(sheet, row, column)))
    return isOfParts ? { column, rows, kind: 'chapters' } : null
  }
  return first > row && sameRows(rows, ofChapter(sheet, row, column)) ? { column, rows, kind: 'below' } : null
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

/**
 * The rows that stand under a chapter, up to the next one of its rank, a total or a row without a number: its own chapters, else all.
 * None where the row heads no chapter.
 */
function ofChapter(sheet: SheetSnapshot, row: number, column: number): number[] {
  const style = styleOf(sheet, row, column), rows: number[] = [], inner: number[] = []
  if (style < 0) return rows
  for (let at = row + 1; at <= sheet.rows.length && typeof cellAt(sheet, at, column) === 'number' && !isTotalLabel(sheet, at, column); at++) {
    const own = styleOf(sheet, at, column)
    if (own >= 0 && own <= style) break
    rows.push(at)
    if (own >= 0) inner.push(at)
  }
  return inner.length > 0 ? inner : rows
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

/** The rows over a total whose codes belong under no other (201 over 20103), where some do. */
function rootsAbove(sheet: SheetSnapshot, row: number, column: number): number[] {
  const codes: string[] = [], rows: number[] = []
  for (let at = row - 1; at >= 1 && at >= row - MOST_ROWS && typeof cellAt(sheet, at, column) === 'number'; at--) {
    const code = codeOf(sheet, at, column)
    if (code === null) return []
    codes.push(code)
    rows.push(at)
  }
  const known = new Set(codes)
  const roots = rows.filter((_row, i) => {
    const code = codes[i] ?? ''
    for (let end = 1; end < code.length; end++) if (known.has(code.slice(0, end))) return false
    return true
  })
  return roots.length < rows.length ? roots.reverse() : []
}

/** The rows over a total that are totals themselves, where the last of them stands right above it. */
function subtotalsAbove(sheet: SheetSnapshot, row: number, column: number): number[] {
  const found: number[] = []
  for (let at = row - 1; at >= 1 && at >= row - MOST_ROWS && typeof cellAt(sheet, at, column) === 'number'; at--) {
    if (isTotalLabel(sheet, at, column)) found.unshift(at)
    else if (at === row - 1) return []
  }
  return found
}

/** A code of an expenditure line, in a column of its own. */
function codeOf(sheet: SheetSnapshot, row: number, column: number): string | null {
  for (let at = 1; at < column; at++) {
    const value = cellAt(sheet, row, at), text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
    if (/^\d{3,9}$/.test(text)) return text
  }
  return null
}

function sameRows(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i])
}

function isSpacer(sheet: SheetSnapshot, from: number, to: number): boolean {
  for (let row = from; row <= to; row++) if (sheet.rows[row - 1]?.some(value => typeof value === 'number') === true) return false
  return true
}
