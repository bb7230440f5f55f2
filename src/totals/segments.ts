import type { CellValue } from '../core/cell'
import type { SheetSnapshot } from '../core/snapshot'
import { decimalMark, isPlaceholder, numberInText } from './numerals'

/** A sheet's cells sorted into numbers, words and nothing. Rows and columns count from 0 here. */
export interface Grid {
  readonly rows: number
  readonly columns: number
  /** `NaN` where the cell holds no number. */
  readonly values: Float64Array
  /** 1 where the cell holds a word that is no placeholder. */
  readonly words: Uint8Array
  readonly raw: (row: number, column: number) => CellValue
}

/** Rows of one table on a sheet: from its heading rows to the row before the next heading. */
export interface Segment {
  /** Heading rows, may be none. */
  readonly header: readonly number[]
  /** First and last row of the body, both included. */
  readonly top: number
  readonly bottom: number
  /** Columns with numbers to add, in runs between columns of words. */
  readonly groups: readonly (readonly number[])[]
}

export function gridOf(sheet: SheetSnapshot): Grid {
  const rows = sheet.rows.length
  let columns = 0
  const texts: string[] = []
  for (const row of sheet.rows) {
    if (row.length > columns) columns = row.length
    for (const value of row) if (typeof value === 'string' && texts.length < 5000 && /\d[.,]\d/.test(value)) texts.push(value)
  }
  const mark = decimalMark(texts)
  const values = new Float64Array(rows * columns).fill(Number.NaN), words = new Uint8Array(rows * columns)
  for (let r = 0; r < rows; r++) {
    const row = sheet.rows[r] ?? []
    for (let c = 0; c < row.length; c++) {
      const value = row[c] ?? null
      if (typeof value === 'number') values[r * columns + c] = value
      else if (typeof value === 'string' && value !== '') {
        const number = numberInText(value, mark)
        if (!Number.isNaN(number)) values[r * columns + c] = number
        else if (!isPlaceholder(value) && value.trim() !== '') words[r * columns + c] = 1
      }
    }
  }
  return { rows, columns, values, words, raw: (r, c) => sheet.rows[r]?.[c] ?? null }
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100
}

/** 2021 2022 2023, or 1 2 3 4: numbers across a row that name columns. */
function namesColumns(grid: Grid, row: number): boolean {
  let count = 0, years = 0, steps = 0, before = Number.NaN, first = Number.NaN, words = 0
  for (let c = 0; c < grid.columns; c++) {
    const at = row * grid.columns + c
    if (grid.words[at] === 1) words++
    const value = grid.values[at] ?? Number.NaN
    if (Number.isNaN(value)) continue
    if (count === 0) first = value
    count++
    if (isYear(value)) years++
    if (value === before + 1) steps++
    before = value
  }
  if (count >= 2 && years === count) return true
  return count >= 3 && steps === count - 1 && first <= 1 && words <= 1
}

export function segmentsOf(grid: Grid): Segment[] {
  const { rows, columns, values, words } = grid
  const numbersIn = new Int32Array(columns), wordsIn = new Int32Array(columns)
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) {
    if (!Number.isNaN(values[r * columns + c] ?? Number.NaN)) numbersIn[c] = (numbersIn[c] ?? 0) + 1
    else if (words[r * columns + c] === 1) wordsIn[c] = (wordsIn[c] ?? 0) + 1
  }
  const heading = new Uint8Array(rows)
  for (let r = 0; r < rows; r++) {
    let over = 0, numbers = 0
    for (let c = 0; c < columns; c++) {
      const at = r * columns + c
      if (!Number.isNaN(values[at] ?? Number.NaN)) numbers++
      else if (words[at] === 1 && (numbersIn[c] ?? 0) >= Math.max(2, wordsIn[c] ?? 0)) over++
    }
    if (
      (over >= 2 && over > numbers) ||
      (over >= 1 && numbers === 0 && over >= 1 && isHeadingOfOne(grid, r, numbersIn, wordsIn)) ||
      namesColumns(grid, r)
    )
      heading[r] = 1
  }
  const segments: Segment[] = []
  let header: number[] = [], top = 0
  const close = (bottom: number): void => {
    if (bottom < top) return
    const groups = groupsOf(grid, top, bottom, header)
    if (groups.length > 0) segments.push({ header, top, bottom, groups })
  }
  for (let r = 0; r < rows; r++) {
    if (heading[r] !== 1) continue
    if (r > top || header.length === 0) { close(r - 1); header = [r] } else header = [...header, r]
    top = r + 1
  }
  close(rows - 1)
  return segments
}

/** A narrow table has one column of numbers, so one word over it must do: 项目 | 金额. */
function isHeadingOfOne(grid: Grid, row: number, numbersIn: Int32Array, wordsIn: Int32Array): boolean {
  let numeric = 0, label = false
  for (let c = 0; c < grid.columns; c++) {
    if ((numbersIn[c] ?? 0) >= Math.max(2, wordsIn[c] ?? 0)) numeric++
    else if (grid.words[row * grid.columns + c] === 1) label = true
  }
  return numeric <= 1 && label
}

/** Columns of numbers that can be added, in runs that a column of words ends. Years, running numbers and codes are names, not amounts. */
function groupsOf(grid: Grid, top: number, bottom: number, header: readonly number[]): number[][] {
  const groups: number[][] = []
  let group: number[] = []
  for (let c = 0; c < grid.columns; c++) {
    let numbers = 0, words = 0
    for (let r = top; r <= bottom; r++) {
      const at = r * grid.columns + c
      if (!Number.isNaN(grid.values[at] ?? Number.NaN)) numbers++
      else if (grid.words[at] === 1) words++
    }
    if (numbers >= 1 && numbers >= words) {
      if (!isNaming(grid, c, top, bottom, header)) group.push(c)
      else if (group.length > 0) { groups.push(group); group = [] }
    } else if (words >= 2 && group.length > 0) { groups.push(group); group = [] }
  }
  if (group.length > 0) groups.push(group)
  return groups
}

const NAMING_HEADER = /^(?:序号?|编号|编码|代码|科目编码|科目代码|项次|行次|年度?|年份|no\.?|code|id|year|#)$/i

/** Days, telephones and identity numbers of persons, written as numbers or not: nobody adds them. 出生人数 and 工作时间 are amounts. */
const PERSONS_HEADER = /(?:出生|参加工作|任职|入党|入团|入职|聘用|到岗)(?:年月日?|日期|时间)$|^(?:出生)?年月日?$|^日期$|电话|手机|身份证|身份号|证件号/

/** A column that names its rows by numbers. */
function isNaming(grid: Grid, column: number, top: number, bottom: number, header: readonly number[]): boolean {
  let count = 0, years = 0, steps = 0, before = Number.NaN, small = Number.NaN
  for (let r = top; r <= bottom; r++) {
    const value = grid.values[r * grid.columns + column] ?? Number.NaN
    if (Number.isNaN(value)) continue
    if (count === 0) small = value
    count++
    if (isYear(value)) years++
    if (value === before + 1) steps++
    before = value
  }
  for (const r of header) {
    const title = grid.raw(r, column)
    const word = typeof title === 'string' ? title.replace(/\s+/g, '') : ''
    if (word !== '' && (NAMING_HEADER.test(word) || PERSONS_HEADER.test(word))) return true
  }
  if (count >= 3 && years >= count * 0.9) return true
  return count >= 3 && steps >= (count - 1) * 0.8 && small >= 0 && small <= 1
}
