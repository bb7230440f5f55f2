import type { CellError, CellValue } from '../core/cell'
import { cellError, isCellError } from '../core/cell'
import { LAST_COLUMN, LAST_ROW } from '../core/place'
import type { Box } from '../core/place'

/** A rectangle of cells that a formula points to. Whole columns and rows run to the sheet's end. */
export interface Area extends Box {
  readonly kind: 'area'
  readonly sheet: string
}

/** Values in rows, e.g. `{"正式","聘用"}` or what `SUMPRODUCT` multiplies. */
export interface Grid {
  readonly kind: 'grid'
  readonly height: number
  readonly width: number
  /** Row by row. */
  readonly values: readonly CellValue[]
}

/** What an expression gives: a value, cells, or several values. */
export type Operand = CellValue | Area | Grid

export const VALUE = cellError('#VALUE!')
export const DIV0 = cellError('#DIV/0!')
export const NUM = cellError('#NUM!')
export const NA = cellError('#N/A')
export const REF = cellError('#REF!')
export const NAME = cellError('#NAME?')

export function isArea(operand: Operand): operand is Area {
  return typeof operand === 'object' && operand !== null && 'kind' in operand && operand.kind === 'area'
}

export function isGrid(operand: Operand): operand is Grid {
  return typeof operand === 'object' && operand !== null && 'kind' in operand && operand.kind === 'grid'
}

export function isOneCell(area: Area): boolean {
  return area.top === area.bottom && area.left === area.right
}

/** A box on a sheet, ends left open by `$B:$B` or `5:7` closed at the sheet's edge. */
export function area(sheet: string, top: number | null, left: number | null, bottom: number | null, right: number | null): Area {
  return { kind: 'area', sheet, top: top ?? 1, left: left ?? 1, bottom: bottom ?? LAST_ROW, right: right ?? LAST_COLUMN }
}

/** The number that an operator takes from a value: blank is 0, TRUE is 1, text counts when it reads as a number. */
export function toNumber(value: CellValue): number | CellError {
  if (typeof value === 'number') return value
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  if (isCellError(value)) return value
  return numberInText(value) ?? VALUE
}

/** A number written as text, as Excel converts it: `12`, ` 1,200.5 `, `80%`, `1e3`. Dates in text are not taken: no formula of ours has them. */
export function numberInText(text: string): number | null {
  const match = /^\s*([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?([eE][+-]?\d+)?(%?)\s*$/.exec(text)
  if (match === null) return null
  const [, sign = '', whole = '', fraction = '', exponent = '', percent = ''] = match
  if (whole === '' && (fraction === '' || fraction === '.')) return null
  const number = Number(`${sign}${whole.replaceAll(',', '')}${fraction === '.' ? '' : fraction}${exponent}`)
  return Number.isFinite(number) ? (percent === '' ? number : number / 100) : null
}

/** The text that `&` and the text functions take: numbers with up to 15 digits. */
export function toText(value: CellValue): string | CellError {
  if (typeof value === 'string') return value
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (isCellError(value)) return value
  return numberText(value)
}

function numberText(value: number): string {
  const short = Number(value.toPrecision(15))
  if (short === 0) return '0'
  const size = Math.abs(short)
  if (size >= 1e-9 && size < 1e20) {
    const plain = String(short)
    return plain.includes('e') ? short.toFixed(20).replace(/\.?0+$/, '') : plain
  }
  const [digits = '0', power = '+0'] = short.toExponential().split('e')
  const sign = power.startsWith('-') ? '-' : '+'
  return `${digits}E${sign}${power.slice(1).padStart(2, '0')}`
}

/** The truth that IF, AND and OR take. Text is no truth, except the words TRUE and FALSE. */
export function toTruth(value: CellValue): boolean | CellError {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (value === null) return false
  if (isCellError(value)) return value
  const word = value.toUpperCase()
  return word === 'TRUE' ? true : word === 'FALSE' ? false : VALUE
}

/** Same number at the precision that spreadsheets show (15 digits). */
export function sameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) < Math.min(Math.abs(a), Math.abs(b)) * 2 ** -48
}

/**
 * Excel's order: numbers before texts before truths; texts without regard to case; a blank equals 0, the empty text and FALSE.
 * @returns below 0, 0 or above 0; an error value of either side goes first
 */
export function compare(a: CellValue, b: CellValue): number | CellError {
  if (isCellError(a)) return a
  if (isCellError(b)) return b
  const left = a ?? blankLike(b), right = b ?? blankLike(a)
  const rank = rankOf(left) - rankOf(right)
  if (rank !== 0) return rank
  if (typeof left === 'number' && typeof right === 'number') return sameNumber(left, right) ? 0 : left - right
  if (typeof left === 'string' && typeof right === 'string') {
    const x = left.toLowerCase(), y = right.toLowerCase()
    return x === y ? 0 : x < y ? -1 : 1
  }
  return Number(left) - Number(right)
}

function blankLike(other: CellValue): string | number | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0
}

function rankOf(value: string | number | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2
}
