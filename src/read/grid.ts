import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { SheetRow, SheetSnapshot } from '../core/snapshot'
import { EMPTY_ROW } from '../core/snapshot'
import { normalise } from '../vocabulary/normalise'

/** A band of columns of one sheet. Side-by-side tables live in bands of their own. */
export interface Band {
  readonly sheet: SheetSnapshot
  readonly left: number
  readonly right: number
}

/** A cell that holds something, with where it stands. */
export interface FilledCell {
  readonly row: number
  readonly column: number
  readonly value: Exclude<CellValue, null>
}

export function rowOf(sheet: SheetSnapshot, row: number): SheetRow {
  return sheet.rows[row - 1] ?? EMPTY_ROW
}

/** Filled cells of one row inside a band, left to right. */
export function filledCells(band: Band, row: number): FilledCell[] {
  const cells = rowOf(band.sheet, row), found: FilledCell[] = []
  for (let column = band.left; column <= band.right && column <= cells.length; column++) {
    const value = cells[column - 1]
    if (value !== undefined && !isBlank(value)) found.push({ row, column, value })
  }
  return found
}

/** The text of a cell without white space, `''` for blanks and for anything that is no text. */
export function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  const value = rowOf(sheet, row)[column - 1]
  return typeof value === 'string' ? normalise(value) : ''
}

/** The widest row, as a column number; 0 for an empty sheet. */
export function lastColumn(sheet: SheetSnapshot): number {
  let widest = 0
  for (let at = 0; at < sheet.rows.length; at++) {
    const length = (sheet.rows[at] ?? EMPTY_ROW).length
    if (length > widest) widest = length
  }
  return widest
}
