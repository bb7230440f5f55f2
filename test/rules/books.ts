import { isFormula } from '../../src/core/cell'
import { cellKey } from '../../src/core/place'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import type { ExampleBook, ExampleSheet } from '../../src/core/example'

/** A rule's example as a workbook: rows alone are one sheet. */
export function bookOf(book: ExampleBook): Snapshot {
  const sheets = isOneSheet(book) ? { 表: book } : book
  return { name: '示例.xlsx', dateSystem: 1900, names: [], notices: [], sheets: Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)) }
}

function isOneSheet(book: ExampleBook): book is ExampleSheet {
  return Array.isArray(book)
}

function sheetOf(name: string, rows: ExampleSheet): SheetSnapshot {
  const formulas = new Map<number, string>()
  const values = rows.map((row, i) => row.map((cell, j) => {
    if (!isFormula(cell)) return cell
    formulas.set(cellKey(i + 1, j + 1), cell.formula)
    return cell.value
  }))
  return { name, kind: 'worksheet', visibility: 'visible', rows: values, formulas, merges: [], isProtected: false, tables: [] }
}
