import { isBlank } from '../core/cell'
import type { SheetSnapshot } from '../core/snapshot'
import type { FormulaIndex } from './formula-index'
import { resolve } from './normal-form'
import type { FormulaClass } from './normal-form'

/** How many numbers other than zero (of functions that look up or count: filled cells) a moved formula would take; counting ends at 3. */
export function inputsOf(index: FormulaIndex, what: FormulaClass, sheet: SheetSnapshot, row: number, column: number): number {
  let count = 0
  const anything = /(?:COUNT|LOOKUP|MATCH|IF|INDEX)/.test(what.skeleton)
  for (const reference of what.references) {
    const area = resolve(reference, sheet.name, row, column),
      other = area === null || area.external ? undefined : index.sheetNamed(area.sheet)
    if (area === null || other === undefined) continue
    const bottom = Math.min(area.bottom, other.rows.length, area.top + 999)
    for (let at = area.top; at <= bottom && count < 3; at++) {
      const cells = other.rows[at - 1] ?? [], right = Math.min(area.right, cells.length)
      for (let to = area.left; to <= right && count < 3; to++) {
        if (anything ? !isBlank(cells[to - 1]) : typeof cells[to - 1] === 'number' && cells[to - 1] !== 0) count++
      }
    }
  }
  return count
}
