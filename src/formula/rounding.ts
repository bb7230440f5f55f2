import type { SheetSnapshot } from '../core/snapshot'
import { decimalsOf } from './agrees'
import type { FormulaIndex } from './formula-index'
import { resolve } from './normal-form'
import type { FormulaClass } from './normal-form'

/** The typed number differs from a plain sum of whole or equally rounded parts by no more than the rounding of the parts explains. */
export function isRounding(
  index: FormulaIndex,
  what: FormulaClass,
  sheet: SheetSnapshot,
  row: number,
  column: number,
  typed: number,
  computed: number,
): boolean {
  if (!/^=(?:SUM\((?:\u0001,?)+\)|\u0001(?:[+-]\u0001)+)$/.test(what.skeleton)) return false
  const digits = decimalsOf(typed),
    unit = 10 ** -digits
  if (digits > 6 || Math.abs(typed) < 20 * unit || Math.abs(typed - computed) > 8 * unit) return false
  let parts = 0
  for (const reference of what.references) {
    const area = resolve(reference, sheet.name, row, column),
      other = area === null || area.external ? undefined : index.sheetNamed(area.sheet)
    if (area === null || other === undefined) return false
    const bottom = Math.min(area.bottom, other.rows.length, area.top + 199)
    for (let at = area.top; at <= bottom; at++) {
      const cells = other.rows[at - 1] ?? [],
        right = Math.min(area.right, cells.length)
      for (let to = area.left; to <= right; to++) {
        const part = cells[to - 1]
        if (typeof part !== 'number' || part === 0) continue
        if (decimalsOf(part) > digits) return false
        parts++
      }
    }
  }
  return parts >= 2 && Math.abs(typed - computed) <= unit * Math.min(0.5 * parts, 0.5 + 2 * Math.sqrt(parts / 12)) + 1e-9
}
