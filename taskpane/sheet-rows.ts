import { isCellError } from '../src/core/cell'
import type { CellValue } from '../src/core/cell'
import { EMPTY_ROW, cellAt, formulaAt, styleAt } from '../src/core/snapshot'
import type { SheetSnapshot } from '../src/core/snapshot'
import { cellText } from './cell-text'
import type { CellInFull, SheetOutline, ShownRow } from './shown'

/** What the grid must know of a sheet before it draws a cell. */
export function outline(sheet: SheetSnapshot): SheetOutline {
  let columns = 0
  for (const row of sheet.rows) if (row.length > columns) columns = row.length
  for (const merge of sheet.merges ?? []) columns = Math.max(columns, merge.right)
  const { looks } = sheet
  return {
    name: sheet.name, kind: sheet.kind, visibility: sheet.visibility, rows: sheet.rows.length, columns, isProtected: sheet.isProtected,
    merges: sheet.merges ?? [], hiddenRows: sheet.hiddenRows ?? new Set(), hiddenColumns: sheet.hiddenColumns ?? new Set(),
    columnWidths: looks?.columnWidths ?? new Map(), rowHeights: looks?.rowHeights ?? new Map(), styles: looks?.styles ?? [{ format: 'General' }],
    frozenRows: looks?.frozenRows ?? 0, frozenColumns: looks?.frozenColumns ?? 0,
  }
}

/** One cell: what is in it and how it is shown. */
export function shownCell(sheet: SheetSnapshot, row: number, column: number, dateSystem: 1900 | 1904): CellInFull {
  const value = cellAt(sheet, row, column), formula = formulaAt(sheet, row, column)
  return {
    content: formula === undefined ? value : { formula, value },
    shown: cellText(value, styleAt(sheet, row, column)?.format ?? 'General', dateSystem),
  }
}

/** A row as the grid draws it. */
export function shownRow(sheet: SheetSnapshot, row: number, dateSystem: 1900 | 1904): ShownRow {
  const values = sheet.rows[row - 1] ?? EMPTY_ROW
  const styles = sheet.looks?.styleRows[row - 1] ?? []
  const texts: string[] = []
  let kinds = ''
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null
    texts.push(cellText(value, sheet.looks?.styles[styles[i] ?? 0]?.format ?? 'General', dateSystem))
    kinds += kindOf(value)
  }
  return { texts, kinds, styles }
}

function kindOf(value: CellValue): string {
  if (value === null || value === '') return ' '
  if (typeof value === 'number') return 'n'
  if (typeof value === 'string') return 't'
  return isCellError(value) ? 'e' : 'b'
}
