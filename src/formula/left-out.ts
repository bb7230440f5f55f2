import type { CellValue } from '../core/cell'
import { isBlank } from '../core/cell'
import { cellKey } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import { cellAt } from '../core/snapshot'
import { isAddedTogether } from './added-together'
import { isCounter, isLink, isPerpendicular } from './class-kinds'
import type { FormulaIndex, FormulaLine } from './formula-index'
import { resolve } from './normal-form'
import type { FormulaClass } from './normal-form'

/** A cell that is blank, or holds a dash, where the cells before and after it compute. */
export interface LeftOut {
  readonly sheet: SheetSnapshot
  readonly row: number
  readonly column: number
  /** What stands there: nothing, or a dash. */
  readonly shown: CellValue
  readonly formula: string
  readonly expected: number
  readonly siblings: readonly number[]
}

/** With fewer siblings in its line a gap is no gap in a run. */
const FEWEST = 4
const DASH = /^\s*[-–—―－/／]{1,3}\s*$/

/** Gaps of one cell in the runs of a sheet, each once, where all that the formula would take is there. */
export function leftOutOf(index: FormulaIndex, sheet: SheetSnapshot): LeftOut[] {
  if (sheet.formulas.size < FEWEST) return []
  const found = new Map<number, LeftOut>(), { rows, columns } = index.of(sheet)
  for (const [column, line] of columns) along(index, sheet, line, 'column', column, found)
  for (const [row, line] of rows) if (line.at.length >= FEWEST) along(index, sheet, line, 'row', row, found)
  return [...found.values()]
}

function along(
  index: FormulaIndex, sheet: SheetSnapshot, { at, classes }: FormulaLine, direction: 'row' | 'column', line: number, found: Map<number, LeftOut>,
): void {
  const isGap = (i: number): boolean => i > 0 && classes[i - 1] === classes[i] && (at[i] ?? 0) - (at[i - 1] ?? 0) === 2
  for (let i = 1; i < at.length; i++) {
    // Every other cell is left out: that is how the line is made.
    if (!isGap(i) || isGap(i - 1) || isGap(i + 1)) continue
    const place = (at[i] ?? 0) - 1, id = classes[i] ?? 0
    const row = direction === 'column' ? place : line, column = direction === 'column' ? line : place, shown = cellAt(sheet, row, column)
    if (found.has(cellKey(row, column)) || !(isBlank(shown) || (typeof shown === 'string' && DASH.test(shown)))) continue
    const norm = index.classById(id)
    // In a row of totals a column without one is left out on purpose.
    if (direction === 'row' && norm.references.some(({ to }) => to !== null)) continue
    if (!isPerpendicular(norm, direction) || isCounter(norm) || isLink(norm) || !isAllThere(index, norm, sheet, row, column)) continue
    // A blank that no total takes may be meant; a dash stands there by itself.
    if (isBlank(shown) && !isAddedTogether(index, sheet, place, { before: 1, after: 1 }, direction, line, norm)) continue
    const siblings: number[] = []
    for (let j = 0; j < at.length; j++) if (classes[j] === id) siblings.push(direction === 'column' ? cellKey(at[j] ?? 0, line) : cellKey(line, at[j] ?? 0))
    if (siblings.length < FEWEST) continue
    const moved = index.moved(norm, sheet, row, column)
    if (moved === null || typeof moved.value !== 'number' || moved.value === 0) continue
    found.set(cellKey(row, column), { sheet, row, column, shown, formula: moved.formula, expected: moved.value, siblings })
  }
}

/** Each cell that the formula would take holds a number other than 0 (or a word that a condition asks for), each range two numbers. */
function isAllThere(index: FormulaIndex, what: FormulaClass, sheet: SheetSnapshot, row: number, column: number): boolean {
  return what.references.length > 0 && what.references.every(reference => {
    const area = resolve(reference, sheet.name, row, column)
    const other = area === null || area.external ? undefined : index.sheetNamed(area.sheet)
    if (area === null || other === undefined) return false
    let filled = 0
    for (let at = area.top; at <= Math.min(area.bottom, other.rows.length, area.top + 99) && filled < 2; at++) {
      for (let to = area.left; to <= Math.min(area.right, area.left + 99) && filled < 2; to++) {
        const value = cellAt(other, at, to)
        if (typeof value === 'number' ? value !== 0 : typeof value === 'string' && value !== '' && !DASH.test(value)) filled++
      }
    }
    return filled >= (reference.to === null ? 1 : 2)
  })
}
