import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { CellChange, Change } from '../core/change'
import { cellName, keyColumn, keyRow } from '../core/place'
import { cellAt } from '../core/snapshot'
import type { Snapshot } from '../core/snapshot'
import { Workspace } from './workspace'

/** Formulas looked at for new values; more are left to the reader's own calculation. */
const MOST = 100_000

/**
 * The formulas of a workbook that show another value once the changes are made, each with that value; the formula stays as it is. For files,
 * which nobody calculates before they are read. Formulas that are not calculated here keep the value that they show.
 */
export function recalculated(snapshot: Snapshot, changes: readonly Change[]): CellChange[] {
  const written = new Set(changes.flatMap(change => (change.kind === 'cell' ? [`${change.sheet}!${change.cell}`] : [])))
  if (changes.length === 0 || snapshot.sheets.every(sheet => sheet.formulas.size === 0)) return []
  const workspace = new Workspace(snapshot), fresh: CellChange[] = []
  workspace.apply(changes)
  let seen = 0
  for (const sheet of snapshot.sheets) {
    if (sheet.isProtected) continue
    for (const [key, formula] of sheet.formulas) {
      if (++seen > MOST) return fresh
      const row = keyRow(key), column = keyColumn(key), cell = cellName(row, column), before = cellAt(sheet, row, column)
      if (written.has(`${sheet.name}!${cell}`)) continue
      const value = valueOf(workspace, sheet.name, row, column)
      if (value === undefined || (value !== null && isCellError(value)) || sameValue(value, before)) continue
      fresh.push({ kind: 'cell', sheet: sheet.name, cell, before: { formula, value: before }, after: { formula, value } })
    }
  }
  return fresh
}

/** `undefined` for what is not calculated here, and for chains that are too long to follow. */
function valueOf(workspace: Workspace, sheet: string, row: number, column: number): CellValue | undefined {
  try {
    return workspace.shown(sheet, row, column)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function sameValue(value: CellValue, before: CellValue): boolean {
  return value === before || (typeof value === 'number' && typeof before === 'number' && Math.abs(value - before) <= 1e-9 * Math.max(1, Math.abs(value)))
}
