import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { CellChange, Change } from '../core/change'
import { cellName, keyColumn, keyRow } from '../core/place'
import { cellAt } from '../core/snapshot'
import type { Snapshot } from '../core/snapshot'
import { withValues } from './calculated'
import { Workspace } from './workspace'

/**
 * The formulas of a workbook that show another value once the changes are made, each with that value; the formula stays as it is. For files,
 * which nobody calculates before they are read. Formulas that are not calculated here lose the value that they show where they take a changed
 * cell, or where nobody knows which cells they take (INDIRECT).
 */
export function recalculated(snapshot: Snapshot, changes: readonly Change[]): CellChange[] {
  const written = new Set(changes.flatMap(change => (change.kind === 'cell' ? [`${change.sheet}!${change.cell}`] : [])))
  if (changes.length === 0 || snapshot.sheets.every(sheet => sheet.formulas.size === 0)) return []
  // Formulas that a program stored without a value have one here, or a sum of them would be a sum of blanks.
  const known = withValues(snapshot).snapshot, workspace = new Workspace(known), fresh: CellChange[] = []
  workspace.apply(changes)
  for (const [at, sheet] of snapshot.sheets.entries()) {
    if (sheet.isProtected) continue
    const calculated = known.sheets[at] ?? sheet
    for (const [key, formula] of sheet.formulas) {
      const row = keyRow(key), column = keyColumn(key), cell = cellName(row, column), before = cellAt(sheet, row, column)
      if (written.has(`${sheet.name}!${cell}`)) continue
      const followed = workspace.followed(sheet.name, row, column)
      if (followed === 'kept') continue
      // A stored value that nobody vouches for any more is taken away: without one, every reader knows that the formula is not calculated.
      const value = followed === 'unknown' || (followed.value !== null && isCellError(followed.value) && !isCellError(before)) ? null : followed.value
      if (sameValue(value, before) || sameValue(value, cellAt(calculated, row, column)) || (value !== null && isCellError(value))) continue
      fresh.push({ kind: 'cell', sheet: sheet.name, cell, before: { formula, value: before }, after: { formula, value } })
    }
  }
  return fresh
}

function sameValue(value: CellValue, before: CellValue): boolean {
  return value === before || (typeof value === 'number' && typeof before === 'number' && Math.abs(value - before) <= 1e-9 * Math.max(1, Math.abs(value)))
}
