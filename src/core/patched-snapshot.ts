import { isFormula } from './cell'
import type { CellValue } from './cell'
import type { CellChange } from './change'
import { cellKey, parseBox } from './place'
import type { SheetSnapshot, Snapshot } from './snapshot'

/**
 * A workbook with some cells changed, as plain data: what a reading of the written file would give. Only the rows that change are made anew,
 * so that one cell of a large workbook costs next to nothing. Cells of sheets that are not there are passed over.
 */
export function withCells(snapshot: Snapshot, changes: readonly CellChange[]): Snapshot {
  const bySheet = new Map<string, CellChange[]>()
  for (const change of changes) {
    const own = bySheet.get(change.sheet)
    if (own === undefined) bySheet.set(change.sheet, [change])
    else own.push(change)
  }
  if (bySheet.size === 0) return snapshot
  return { ...snapshot, sheets: snapshot.sheets.map(sheet => {
    const own = bySheet.get(sheet.name)
    return own === undefined ? sheet : sheetWith(sheet, own)
  }) }
}

function sheetWith(sheet: SheetSnapshot, changes: readonly CellChange[]): SheetSnapshot {
  const rows = [...sheet.rows], made = new Map<number, CellValue[]>()
  let formulas: Map<number, string> | null = null
  for (const { cell, after } of changes) {
    const box = parseBox(cell)
    if (box === null) continue
    const { top: row, left: column } = box, key = cellKey(row, column)
    if (isFormula(after) ? sheet.formulas.get(key) !== after.formula || formulas !== null : (formulas ?? sheet.formulas).has(key)) {
      formulas ??= new Map(sheet.formulas)
      if (isFormula(after)) formulas.set(key, after.formula)
      else formulas.delete(key)
    }
    let cells = made.get(row)
    if (cells === undefined) {
      while (rows.length < row) rows.push([])
      made.set(row, (cells = [...(rows[row - 1] ?? [])]))
      rows[row - 1] = cells
    }
    while (cells.length < column) cells.push(null)
    cells[column - 1] = isFormula(after) ? after.value : after
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
  }
  while (rows.length > 0 && (rows.at(-1)?.length ?? 0) === 0) rows.pop()
  return { ...sheet, rows, ...(formulas === null ? {} : { formulas }) }
}
