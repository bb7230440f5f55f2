import { cellAt } from '../core/snapshot'
import type { SheetSnapshot } from '../core/snapshot'

/** Formulas further apart than so many cells belong to different tables. */
const GAP = 4

/** Whether two formulas of a line stand in one stretch of it: close together, and no heading of another table between them. */
export function isNear(sheet: SheetSnapshot, direction: 'row' | 'column', line: number, from: number, to: number): boolean {
  if (to - from > GAP + 1) return false
  if (direction === 'row' || to - from < 3) return true
  for (let at = from + 1; at < to; at++) {
    const value = cellAt(sheet, at, line)
    if (typeof value === 'string' && /[A-Za-z\u4e00-\u9fff]{2}/.test(value)) return false
  }
  return true
}
