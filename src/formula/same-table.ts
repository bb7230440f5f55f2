import { cellKey } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import { isPerpendicular } from './class-kinds'
import type { FormulaIndex } from './formula-index'

/** So many columns of a row that compute as the row beside it does make it one of the same table. */
const SAME = 2

/**
 * Whether a line goes on as the one right after (1) or before (-1) it: at least two other cells hold the same formula as those beside
 * them, taken from their own line. `direction` is that of the run which ends at the cell: `column` compares its row with the next.
 */
export function goesOn(
  index: FormulaIndex, sheet: SheetSnapshot, row: number, column: number, direction: 'row' | 'column', step: 1 | -1,
): boolean {
  const { rows, columns, classAt } = index.of(sheet), line = direction === 'column' ? rows.get(row) : columns.get(column)
  let count = 0
  for (let i = 0; line !== undefined && i < line.at.length && count < SAME; i++) {
    const at = line.at[i] ?? 0, id = line.classes[i] ?? 0
    if (at === (direction === 'column' ? column : row) || !isPerpendicular(index.classById(id), direction)) continue
    if (classAt.get(direction === 'column' ? cellKey(row + step, at) : cellKey(at, column + step)) === id) count++
  }
  return count >= SAME
}
