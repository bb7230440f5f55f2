import type { CellChange } from '../../core/change'
import type { Fix } from '../../core/finding'
import { cellKey, cellName } from '../../core/place'
import { sheetNamed } from '../../core/snapshot'
import type { Snapshot } from '../../core/snapshot'

/** More cells than this are no list that anybody looks through before it is written. */
const MOST = 20_000

/**
 * One word into the cells of a column, in runs of rows (from, to, from, to, …). Whether it is right is the person's to say: no such fix is
 * a safe one. Formulas are left as they are.
 */
export function columnFix(snapshot: Snapshot, sheet: string, column: number, runs: readonly number[], after: string): Fix | null {
  const found = sheetNamed(snapshot, sheet), changes: CellChange[] = []
  if (found === undefined || after === '') return null
  for (let i = 0; i + 1 < runs.length; i += 2)
    for (let row = runs[i] ?? 1; row <= (runs[i + 1] ?? 0) && changes.length < MOST; row++) {
      const before = found.rows[row - 1]?.[column - 1] ?? null
      if (before !== after && !found.formulas.has(cellKey(row, column))) changes.push({ kind: 'cell', sheet, cell: cellName(row, column), before, after })
    }
  return changes.length === 0 ? null : { safe: false, changes }
}
