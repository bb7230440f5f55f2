import type { SheetSnapshot } from '../core/snapshot'
import { isSumLike } from './class-kinds'
import type { FormulaIndex } from './formula-index'
import { resolve } from './normal-form'
import type { FormulaClass } from './normal-form'

/**
 * A sum in the same line takes a cell together with the siblings beside it: it is one of them, however far off its value. `place` counts
 * along the line, `near` how many siblings stand before and after it.
 */
export function isAddedTogether(
  index: FormulaIndex, sheet: SheetSnapshot, place: number, near: { readonly before: number; readonly after: number },
  along: 'row' | 'column', line: number, norm: FormulaClass,
): boolean {
  const { rows, columns } = index.of(sheet), formulas = along === 'column' ? columns.get(line) : rows.get(line)
  if (formulas === undefined) return false
  const first = Math.max(1, place - near.before), last = place + near.after
  return formulas.at.some((at, i) => {
    const what = index.classById(formulas.classes[i] ?? 0), [reference] = what.references
    if (what === norm || (at >= first && at <= last) || reference === undefined || !isSumLike(what)) return false
    const area = along === 'column' ? resolve(reference, sheet.name, at, line) : resolve(reference, sheet.name, line, at)
    return area?.sheet === sheet.name && (along === 'column'
      ? area.left === line && area.right === line && area.top <= first && area.bottom >= last
      : area.top === line && area.bottom === line && area.left <= first && area.right >= last)
  })
}
