import type { CellValue } from '../../core/cell'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'

const TOTAL = /合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|总\s*额|总\s*数|总和|合共|^计$|\b(?:sub-?)?totals?\b|\bsum\b|\bnet\b/i
const PART = /其中|^\s*(?:of which|including|memo)/i

/** The word of a row: the nearest text to the left, else the first text of the row. */
export function rowLabel(sheet: SheetSnapshot, row: number, column: number): string {
  for (let at = column - 1; at >= 1; at--) {
    const value = cellAt(sheet, row, at)
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 200)
  }
  return ''
}

/** 合计, 小计, total, … anywhere left in the row. */
export function isTotalLabel(sheet: SheetSnapshot, row: number, column: number): boolean {
  for (let at = column - 1; at >= 1; at--) {
    const value = cellAt(sheet, row, at)
    if (typeof value === 'string' && TOTAL.test(value.slice(0, 60))) return true
  }
  return false
}

/** 其中：a part of what stands above. */
export function isPartLabel(sheet: SheetSnapshot, row: number, column: number): boolean {
  return PART.test(rowLabel(sheet, row, column).slice(0, 60))
}

/** A year, which is no amount. */
export function looksLikeOrder(value: CellValue): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2100
}
