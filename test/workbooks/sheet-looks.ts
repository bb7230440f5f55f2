import { columnName } from './workbook'
import type { Cell, Plain, RowWithLooks } from './workbook'
import type { Style } from './styles'

/** The looks of the sheets of a county office, shared by the samples. */
export const TITLE: Style = { font: '黑体', size: 18, bold: true, align: 'center' }
export const LINE: Style = { font: '宋体', size: 11, align: 'left' }
export const LINE_RIGHT: Style = { font: '宋体', size: 11, align: 'right' }
export const HEADER: Style = { font: '宋体', size: 11, bold: true, fill: 'DDE6F0', align: 'center', wrap: true, border: true }
export const BODY: Style = { font: '宋体', size: 11, align: 'center', border: true }
export const BODY_LEFT: Style = { font: '宋体', size: 11, align: 'left', wrap: true, border: true }
export const TOTAL: Style = { font: '宋体', size: 11, bold: true, fill: 'F2F2F2', align: 'center', border: true }
export const SECTION: Style = { font: '宋体', size: 11, bold: true, align: 'left', border: true }
export const DAY: Style = { ...BODY, format: 'yyyy-mm-dd' }
export const MONEY: Style = { ...BODY, format: '#,##0.00' }
export const MONEY_TOTAL: Style = { ...TOTAL, format: '#,##0.00' }
export const COUNT: Style = { ...BODY, format: '#,##0' }
export const TEXT: Style = { ...BODY, format: '@' }

/** Cells of one style each; the last style goes on to the right. */
export function cells(
  values: readonly (Plain | { readonly formula: string; readonly value: Plain })[],
  ...styles: readonly Style[]
): readonly Cell[] {
  return values.map((value, at) => {
    const style = styles[at] ?? styles.at(-1)
    const looks = style === undefined ? {} : { style }
    return value !== null && typeof value === 'object' ? { ...value, ...looks } : { value, ...looks }
  })
}

/** A title over `width` columns; merge it with `across`. */
export function title(text: string, width: number): RowWithLooks {
  return { height: 34, cells: cells([text, ...blanks(width - 1)], TITLE) }
}

/** A line with something at the left and something in column `at`. */
export function line(left: string, at: number, right: string, width: number): RowWithLooks {
  return {
    height: 20,
    cells: cells([left, ...blanks(at - 2), right, ...blanks(width - at)], ...Array.from({ length: at - 1 }, () => LINE), LINE_RIGHT),
  }
}

export function header(values: readonly (string | null)[], height = 32): RowWithLooks {
  return { height, cells: cells(values, HEADER) }
}

export function blanks(count: number): null[] {
  return Array.from({ length: Math.max(0, count) }, () => null)
}

/** `A3:F3` */
export function across(row: number, from: number, to: number): string {
  return `${columnName(from)}${String(row)}:${columnName(to)}${String(row)}`
}

/** `A3:A5` */
export function down(column: number, from: number, to: number): string {
  return `${columnName(column)}${String(from)}:${columnName(column)}${String(to)}`
}
