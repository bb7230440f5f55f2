import { cellKey } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import type { FormulaIndex } from './formula-index'

/** A line with more formulas than this is no summary that a person looks through. */
const MOST = 200

/**
 * Formulas of the cell's own column (of its own row, along a column) take it just as they take the cell beside it, `step` away: what is
 * done with the siblings is done with it.
 */
export function isTakenAlike(
  index: FormulaIndex, sheet: SheetSnapshot, row: number, column: number, along: 'row' | 'column', step: 1 | -1,
): boolean {
  const { rows, columns, classAt } = index.of(sheet), line = along === 'row' ? columns.get(column) : rows.get(row)
  if (line === undefined || line.at.length > MOST) return false
  return line.at.some((at, i) => {
    const beside = along === 'row' ? cellKey(at, column + step) : cellKey(row + step, at)
    if (at === (along === 'row' ? row : column) || classAt.get(beside) !== line.classes[i]) return false
    return index.referencesOf(sheet, along === 'row' ? at : row, along === 'row' ? column : at).some(area =>
      area.sheet === sheet.name && area.top <= row && area.bottom >= row && area.left <= column && area.right >= column
      && (along === 'row' ? area.left === area.right : area.top === area.bottom))
  })
}
