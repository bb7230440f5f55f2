import type { Box } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import { rowLabel } from '../vocabulary/labels'
import { readEducation } from '../vocabulary/education'
import { readEmployment } from '../vocabulary/employment'
import { normalise } from '../vocabulary/normalise'
import { readPolitics } from '../vocabulary/politics'
import { thingsOf } from './combined-cells'
import type { Band, FilledCell } from './grid'
import { filledCells, rowOf, textAt } from './grid'
import { headerCell, isHeaderWord } from './header-cells'
import { placeLine } from './place-lines'
import { hasDigits, UNIT_ALONE, isUnitAlone, isColumnMark } from './header-marks'

const LONGEST_WORD = 30
/** Header rows that one table may have. */
export const MOST_LEVELS = 3
/** Share of a row's cells that must be known words. */
const KNOWN_SHARE = 1 / 3

/**
 * A cheap first look: the first or second filled cell is text and a known header word. Numbers come first in most data rows and end the look at once.
 */
export function mayBeHeader(band: Band, row: number): boolean {
  const cells = band.sheet.rows[row - 1]
  if (cells === undefined) return false
  let seen = 0
  for (let at = band.left - 1; at < band.right && at < cells.length; at++) {
    const value = cells[at]
    if (value === null || value === undefined || value === '') continue
    if (typeof value !== 'string') return false
    if (isHeaderWord(value)) return true
    if (++seen === 2) return false
  }
  return false
}

/** A row of header words: text only, at least two different known words, and enough of the row known. */
export function isHeaderRow(band: Band, row: number): boolean {
  const cells = filledCells(band, row)
  const known = new Set<string>()
  let count = 0
  for (const { value } of cells) {
    if (typeof value === 'number' && isYear(value)) continue
    if (typeof value !== 'string') return false
    const plain = normalise(value)
    if (plain.length > LONGEST_WORD || (plain.includes(':') && isLine(plain))) return false
    const cell = headerCell(value)
    if (cell.keys.length > 0) { known.add(cell.word); count++ }
  }
  if (isCounted(cells)) return false
  // 合计 | 总计 closes a table of two sides.
  if ([...known].every(word => rowLabel(word) === 'total')) return false
  return known.size >= 2 && count >= cells.length * KNOWN_SHARE && !isPlaceLine(band, row)
}

/** 小计 | 7人 | 正式4/聘用3: a sum told in words, and no header. */
function isCounted(cells: readonly FilledCell[]): boolean {
  const label = rowLabel(normalise(String(cells[0]?.value ?? '')))
  return (label === 'total' || label === 'subtotal') && cells.some(({ value }) => typeof value === 'string' && /\d+(?:人|名|$)|\d+[,，、/]/.test(normalise(value)))
}

/**
 * Below a first header a row of words is a new header only when at least two of them are no values: 博士 | 党员 | 正式 is a row of a list of options.
 */
export function isNewHeader(band: Band, row: number): boolean {
  return headWords(band, row).size >= 2
}

/** Header words of a row that are not also values of some column. */
function headWords(band: Band, row: number): Set<string> {
  const words = new Set<string>()
  for (const { value } of filledCells(band, row)) {
    if (typeof value !== 'string' || !isHeaderWord(value)) continue
    const isValue = readPolitics(value, '').note === null || readEmployment(value, '').employment !== 'unknown' || (readEducation(value).note === null && readEducation(value).level !== 'blank')
    if (!isValue) words.add(normalise(value))
  }
  return words
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= 2050
}

/**
 * The rows of a header whose words were found in `row`: group rows above it and lower levels below it belong to it.
 * @param afterData another table stands above: its last row must not be taken for a row of group words
 */
export function headerExtent(band: Band, row: number, afterData: boolean): { top: number; bottom: number } {
  let top = row, bottom = row
  while (bottom - top + 1 < MOST_LEVELS && isLowerLevel(band, top, bottom, bottom + 1)) bottom++
  while (bottom - top + 1 < MOST_LEVELS && top > 1 && isUpperLevel(band, top - 1, top) && !(afterData && isData(band, top - 1))) top--
  return { top, bottom }
}

/** 姓名 above 联系电话 in one cell are two things; 人员 above 类别 is one word that was broken. */
function headerText(sheet: SheetSnapshot, row: number, column: number): string {
  const plain = textAt(sheet, row, column), value = rowOf(sheet, row)[column - 1]
  if (typeof value !== 'string' || !/[\n\r]/.test(value) || isHeaderWord(plain)) return plain
  const parts = value.split(/[\n\r]+/).map(part => normalise(part)).filter(part => part !== '')
  const [first] = parts
  if (first === undefined || parts.length < 2 || !parts.every(isHeaderWord)) return plain
  return thingsOf(parts.join('/')) === null ? first : parts.join('/')
}

/** Text of every level above each column, group words filled to the right over their members. Merges are used where there are any, and never needed. */
export function headerLevels(band: Band, top: number, bottom: number): string[][] {
  const levels: string[][] = []
  const rows: string[][] = []
  for (let row = top; row <= bottom; row++) {
    const words: string[] = []
    for (let column = band.left; column <= band.right; column++)
      words.push(headerText(band.sheet, row, column) || yearText(band, row, column))
    rows.push(words)
  }
  const filled = rows.map(words => [...words])
  for (let level = 0; level < rows.length - 1; level++) {
    const words = rows[level] ?? [], out = filled[level] ?? []
    let group = '', groupAt = -1
    for (let at = 0; at < words.length; at++) {
      if (words[at] !== '') { group = words[at] ?? ''; groupAt = at; continue }
      if (group === '') continue
      const merge = mergeAt(band, top + level, band.left + groupAt)
      const within =
        merge !== undefined
          ? band.left + at <= merge.right
          : hasChild(rows, level, groupAt) && hasChild(rows, level, at) && sameParent(filled, level, groupAt, at)
      if (within) out[at] = group
      else group = ''
    }
  }
  for (let at = 0; at <= band.right - band.left; at++) {
    const column: string[] = []
    for (const words of filled) {
      const word = words[at] ?? ''
      if (word === '' || column.at(-1) === word) continue
      if (UNIT_ALONE.test(word) && column.length > 0) column.push((column.pop() ?? '') + word)
      else column.push(word)
    }
    levels.push(column)
  }
  return levels
}

function yearText(band: Band, row: number, column: number): string {
  const value = band.sheet.rows[row - 1]?.[column - 1]
  return typeof value === 'number' && isYear(value) ? String(value) : ''
}

function hasChild(rows: readonly (readonly string[])[], level: number, at: number): boolean {
  for (let below = level + 1; below < rows.length; below++) if ((rows[below]?.[at] ?? '') !== '') return true
  return false
}

function sameParent(filled: readonly (readonly string[])[], level: number, a: number, b: number): boolean {
  for (let above = 0; above < level; above++) if (filled[above]?.[a] !== filled[above]?.[b]) return false
  return true
}

function mergeAt(band: Band, row: number, column: number): Box | undefined {
  return band.sheet.merges?.find(box => box.top === row && box.left === column)
}

/**
 * Is `next` one more level under a header that ends at `bottom`? Its cells must all stand where the level above leaves room for them:
 * under a group word, under a blank, or be header words themselves.
 */
function isLowerLevel(band: Band, top: number, bottom: number, next: number): boolean {
  const cells = filledCells(band, next)
  // 2022 | 2023 below a group that is merged over them are its years.
  const areYears = cells.every(cell => typeof cell.value === 'number' && isYear(cell.value)) && mergedDown(band, top, next)
  if (areYears && cells.length > 0) return true
  if (cells.length === 0 || cells.some(cell => typeof cell.value !== 'string')) return false
  const texts = cells.map(cell => normalise(String(cell.value)))
  if (texts.some(text => (text.length > LONGEST_WORD || hasDigits(text)) && !isHeaderWord(text))) return false
  const first = texts[0] ?? ''
  if (!mayHead(first, cells[0]?.column ?? band.left, band) || isColumnMark(texts)) return false
  if (mergedDown(band, top, next) || texts.every(isUnitAlone)) return true
  // A header printed twice, one under the other, is a repeated header and no second level.
  if (cells.every((cell, index) => textAt(band.sheet, bottom, cell.column) === texts[index])) return false
  let known = 0, room = 0
  for (const [index, cell] of cells.entries()) {
    if (isHeaderWord(texts[index] ?? '')) known++
    if (leavesRoom(band, top, bottom, next, cell.column)) room++
    else if (!isHeaderWord(texts[index] ?? '')) return joinsBetter(band, bottom, next)
  }
  if (room === cells.length) return known > 0 || room >= 2
  return known >= 2 && known >= cells.length / 2 && room > 0 || joinsBetter(band, bottom, next)
}

/** Room for a child: nothing above it but a group word that spans it. */
function leavesRoom(band: Band, top: number, bottom: number, next: number, column: number): boolean {
  const { sheet } = band
  const above = textAt(sheet, bottom, column)
  if (above !== '') {
    return column < band.right && textAt(sheet, bottom, column + 1) === '' && textAt(sheet, next, column + 1) !== '' && blankAbove(band, top, bottom, column + 1)
      || column < band.right && textAt(sheet, bottom, column + 1) === above && textAt(sheet, next, column + 1) !== ''
      || column > band.left && textAt(sheet, bottom, column - 1) === above && textAt(sheet, next, column - 1) !== ''
  }
  return blankAbove(band, top, bottom, column) || groupAbove(band, top, bottom, column)
}

function blankAbove(band: Band, top: number, bottom: number, column: number): boolean {
  for (let row = top; row <= bottom; row++) if (textAt(band.sheet, row, column) !== '') return groupAbove(band, top, bottom, column)
  return true
}

/** The nearest word above is a group word with children in the header already. */
function groupAbove(band: Band, top: number, bottom: number, column: number): boolean {
  for (let row = bottom - 1; row >= top; row--) {
    if (textAt(band.sheet, row, column) === '') continue
    // A word over a blank is a leaf merged downwards, unless its own group goes on to the right with children.
    return column < band.right && textAt(band.sheet, row, column + 1) === '' && textAt(band.sheet, row + 1, column + 1) !== ''
  }
  return true
}

/** Merges that start in the header and reach the next row say that the row belongs to it. */
function mergedDown(band: Band, top: number, next: number): boolean {
  return (
    band.sheet.merges?.some(
      box => box.top >= top && box.top < next && box.bottom >= next && box.left >= band.left && box.right <= band.right,
    ) === true
  )
}

/** Words broken over two rows: 出生 over 年月. Two rows belong together when joining them makes more known words than either alone. */
function joinsBetter(band: Band, upper: number, lower: number): boolean {
  let alone = 0, joined = 0, cells = 0
  for (let column = band.left; column <= band.right; column++) {
    const a = textAt(band.sheet, upper, column), b = textAt(band.sheet, lower, column)
    if (b === '') continue
    cells++
    if (isHeaderWord(a)) alone++
    if (isHeaderWord(a + b)) joined++
  }
  return cells >= 2 && joined > alone && joined >= cells / 2
}

/** A row of group words above the row where words were recognised. */
function isUpperLevel(band: Band, row: number, below: number): boolean {
  const cells = filledCells(band, row)
  if (cells.length === 0 || cells.some(cell => typeof cell.value !== 'string')) return false
  const texts = cells.map(cell => normalise(String(cell.value)))
  if (texts.some(text => text.length > LONGEST_WORD || (/[:：]/.test(text) && rowLabel(text) !== 'of-which') || hasDigits(text) || isLine(text) || HEADCOUNT.test(text) || (/\d/.test(text) && rowLabel(text) === 'total'))) return false
  if (isPlaceLine(band, row)) return false
  if (cells.length === 1) return isLoneGroup(band, cells[0], below)
  return cells.every(cell => spansChildren(band, cell, below)) && cells.some(cell => textAt(band.sheet, below, cell.column) !== '' || mergeAt(band, cell.row, cell.column) !== undefined)
}

/** 7人, 共7人 beside a place is no group of columns. */
const HEADCOUNT = /^[(]?共?\d+[人名户处][)]?$/

/** Without a header word that is no value, and without a word merged over several columns, a row above a header is data. */
function isData(band: Band, row: number): boolean {
  if (
    filledCells(band, row).some(cell => {
      const merge = mergeAt(band, row, cell.column)
      return merge !== undefined && merge.right > merge.left
    })
  )
    return false
  return headWords(band, row).size === 0
}

/** 单位名称 | 清泉社区 | 联系人 | 王某: labels beside their values head no columns. */
export function isPlaceLine(band: Band, row: number): boolean {
  return placeLine(rowOf(band.sheet, row), band.left, band.right) !== null
}

function spansChildren(band: Band, cell: FilledCell, below: number): boolean {
  const merge = mergeAt(band, cell.row, cell.column)
  if (merge !== undefined) return merge.right - merge.left + 1 < (band.right - band.left + 1) * 0.9
  return textAt(band.sheet, below, cell.column) !== '' || isHeaderWord(String(cell.value))
}

/** One word alone above the header is a group only when it plainly stands over a part of it; otherwise it is the title. */
function isLoneGroup(band: Band, cell: FilledCell | undefined, below: number): boolean {
  if (cell === undefined || typeof cell.value !== 'string') return false
  const merge = mergeAt(band, cell.row, cell.column)
  const first = filledCells(band, below)[0]?.column ?? band.left
  if (cell.column <= first) return false
  if (merge !== undefined) return merge.right > merge.left && merge.right - merge.left + 1 < (band.right - band.left + 1) * 0.6
  return isHeaderWord(cell.value) && textAt(band.sheet, below, cell.column) !== ''
}

/** A line of the heading: unit, date, reporting unit. 其中：使用面积 is a header word. */
function isLine(text: string): boolean {
  const label = rowLabel(text)
  return label === 'unit-line' || label === 'as-of' || label === 'reporting-unit' || label === 'note' || label === 'signature'
}

/** Header words that are labels of rows too: 其中 anywhere, 合计 and 小计 where a first column stands before them. */
function mayHead(text: string, column: number, band: Band): boolean {
  const label = rowLabel(text)
  return label === null || label === 'of-which' || ((label === 'total' || label === 'subtotal') && column > band.left)
}
