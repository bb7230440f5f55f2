import type { CellContent } from '../../src/core/cell'
import { cellName } from '../../src/core/place'
import { cellAt, sheetNamed } from '../../src/core/snapshot'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'

/** The sheet that the contract calls 表. */
export function only(snapshot: Snapshot): SheetSnapshot {
  const sheet = sheetNamed(snapshot, '表')
  if (sheet === undefined) throw new Error('the sheet is missing')
  return sheet
}

/** Every cell that holds something, as `sheet!A1`. */
export function shown(snapshot: Snapshot): Record<string, CellContent> {
  const cells: Record<string, CellContent> = {}
  for (const sheet of snapshot.sheets) {
    for (const [row, values] of sheet.rows.entries()) for (const [column, value] of values.entries()) if (value !== null) cells[`${sheet.name}!${cellName(row + 1, column + 1)}`] = value
    for (const [key, formula] of sheet.formulas) {
      const row = Math.floor(key / 16_384), column = (key % 16_384) + 1
      cells[`${sheet.name}!${cellName(row, column)}`] = { formula, value: cellAt(sheet, row, column) }
    }
  }
  return cells
}

export function prefixed(cells: Readonly<Record<string, CellContent>>): Record<string, CellContent> {
  return Object.fromEntries(Object.entries(cells).map(([cell, content]) => [`表!${cell}`, content]))
}

/** A snapshot without what a host may legitimately report otherwise after writing. */
export function comparable(snapshot: Snapshot): unknown {
  return {
    sheets: snapshot.sheets.map(sheet => [sheet.name, sheet.kind, sheet.visibility, sheet.isProtected]),
    cells: shown(snapshot),
    names: snapshot.names.map(name => [name.name, name.refersTo]),
  }
}
