import type { CellValue } from '../core/cell'
import type { SheetSnapshot } from '../core/snapshot'
import { isSumLike } from './class-kinds'
import type { FormulaIndex, FormulaLine } from './formula-index'
import type { FormulaClass } from './normal-form'

/** The formula that the cells beside a cell hold, moved onto it. */
export interface SiblingFormula {
  readonly norm: FormulaClass
  readonly formula: string
  readonly value: CellValue
  /** How many siblings stand beside it without a break. */
  readonly count: number
}

/** Formulas further away than this are no siblings. */
const REACH = 3

/**
 * What a cell would hold if it were like those beside it in its row or column: the nearest formulas before and after it are equal, or
 * two on one side are. The direction with more siblings speaks, and before it one that does what the cell's own formula still says it
 * did (a lost reference aside); of those a single one is enough. `null` where nobody speaks or the value is not a number.
 */
export function siblingFormula(index: FormulaIndex, sheet: SheetSnapshot, row: number, column: number): SiblingFormula | null {
  const { rows, columns } = index.of(sheet)
  const own = index.classIn(sheet, row, column), work = own === undefined ? null : workOf(own)
  // A quotient alone beside another may be one of other cells.
  const fewest = own?.skeleton !== work || (own !== undefined && isSumLike(own)) ? 1 : 2
  let best: SiblingFormula | null = null, bestDoesIt = false
  for (const [line, place] of [[rows.get(row), column], [columns.get(column), row]] as const) {
    if (line === undefined) continue
    for (const { id, count } of beside(line, place)) {
      const norm = index.classById(id)
      const doesIt = norm.id !== own?.id && norm.skeleton === work
      if (norm.references.length === 0 || count < (doesIt ? fewest : 2)) continue
      if (best !== null && (doesIt === bestDoesIt ? best.count >= count : bestDoesIt)) continue
      const moved = index.moved(norm, sheet, row, column)
      if (moved === null || typeof moved.value !== 'number') continue
      best = { norm, formula: moved.formula, value: moved.value, count }
      bestDoesIt = doesIt
    }
  }
  return best
}

/** What a formula does, with any reference for one that is lost. */
function workOf({ skeleton }: FormulaClass): string {
  return skeleton.includes('#REF!') ? skeleton.replace(/#REF!:\u0001|\u0001:#REF!|#REF!/g, '\u0001') : skeleton
}

/** The classes that stand beside a place, and how many of each without a break. */
function beside({ at, classes }: FormulaLine, place: number): { id: number; count: number }[] {
  let next = 0
  while (next < at.length && (at[next] ?? 0) < place) next++
  const after = at[next] === place ? next + 1 : next, counts = new Map<number, number>()
  for (const [start, step] of [[next - 1, -1], [after, 1]] as const) {
    const id = classes[start]
    if (id === undefined || Math.abs((at[start] ?? 0) - place) > REACH) continue
    let count = 0
    for (let i = start; classes[i] === id && count < 50; i += step) count++
    counts.set(id, (counts.get(id) ?? 0) + count)
  }
  return [...counts].map(([id, count]) => ({ id, count }))
}
