import type { CellValue } from '../core/cell'
import { isBlank } from '../core/cell'
import { cellKey } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import { cellAt } from '../core/snapshot'
import { isAddedTogether } from './added-together'
import { isCounter, isLink, isPerpendicular, isSumLike } from './class-kinds'
import type { FormulaIndex, FormulaLine } from './formula-index'
import { resolve } from './normal-form'
import { goesOn } from './same-table'
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
  /** A sum takes it together with its siblings, or a dash says that it is none of them: a blank that nothing takes may be meant. */
  readonly isMissed: boolean
}

/** With fewer siblings in its line a gap is no gap in a run. */
const FEWEST = 4
const DASH = /^\s*[-–—―－/／]{1,3}\s*$/

/** Gaps of one cell in the runs of a sheet, and at the ends of its columns, each once, where all that the formula would take is there. */
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
  const isBeside = (i: number): boolean => i > 0 && classes[i - 1] === classes[i] && (at[i] ?? 0) - (at[i - 1] ?? 0) === 1
  for (let i = 0; i < at.length; i++) {
    const here = at[i] ?? 0, gap = { index, sheet, direction, line, at, classes, id: classes[i] ?? 0, found }
    // Every other cell is left out: that is how the line is made.
    if (isGap(i) && !isGap(i - 1) && !isGap(i + 1)) leave(gap, here - 1, { before: 1, after: 1 })
    if (direction === 'row' && at.length < FEWEST) continue
    // Before the first of a run, and after its last.
    if (isBeside(i + 1) && here > 1 && at[i - 1] !== here - 1 && !isGap(i)) leave(gap, here - 1, { before: 0, after: 1 })
    if (isBeside(i) && at[i + 1] !== here + 1 && !isGap(i + 1)) leave(gap, here + 1, { before: 1, after: 0 })
  }
}

interface Gap {
  readonly index: FormulaIndex
  readonly sheet: SheetSnapshot
  readonly direction: 'row' | 'column'
  readonly line: number
  readonly at: readonly number[]
  readonly classes: readonly number[]
  readonly id: number
  readonly found: Map<number, LeftOut>
}

function leave(
  { index, sheet, direction, line, at, classes, id, found }: Gap, place: number, near: { readonly before: number; readonly after: number },
): void {
  const row = direction === 'column' ? place : line, column = direction === 'column' ? line : place, shown = cellAt(sheet, row, column)
  if (found.has(cellKey(row, column)) || !(isBlank(shown) || (typeof shown === 'string' && DASH.test(shown)))) return
  const norm = index.classById(id), isEnd = near.before + near.after < 2
  // In a row of totals a column without one is left out on purpose.
  if (direction === 'row' && norm.references.some(({ to }) => to !== null)) return
  if (isEnd && isBlank(shown) && isRowOfSums(index, sheet, row)) return
  if (!isPerpendicular(norm, direction) || isCounter(norm) || isLink(norm) || !isAllThere(index, norm, sheet, row, column)) return
  // A blank that no total takes may be meant, and the end of a run is where the total takes it; a dash stands there by itself.
  const step = near.before === 0 ? 1 : -1
  const isMissed = !(isBlank(shown) || isEnd) || isAddedTogether(index, sheet, place, near, direction, line, norm)
  if (isEnd && (direction === 'row' || (!isMissed && isBlank(shown)))
    && !(goesOn(index, sheet, row, column, direction, step) && isAlone(sheet, row, column, direction, step))) return
  if (!isMissed && direction === 'row' && !isEnd) return
  const siblings: number[] = []
  for (let j = 0; j < at.length; j++) if (classes[j] === id) siblings.push(direction === 'column' ? cellKey(at[j] ?? 0, line) : cellKey(line, at[j] ?? 0))
  if (siblings.length < FEWEST) return
  const moved = index.moved(norm, sheet, row, column)
  if (moved === null || typeof moved.value !== 'number' || moved.value === 0) return
  found.set(cellKey(row, column), { sheet, row, column, shown, formula: moved.formula, expected: moved.value, siblings, isMissed })
}

/** On both sides across the run something stands beside the blank, or nothing beside its neighbour in the run either: it is one cell. */
function isAlone(sheet: SheetSnapshot, row: number, column: number, direction: 'row' | 'column', step: 1 | -1): boolean {
  return [1, -1].every(side => direction === 'column'
    ? !isBlank(cellAt(sheet, row, column + side)) || isBlank(cellAt(sheet, row + step, column + side))
    : !isBlank(cellAt(sheet, row + side, column)) || isBlank(cellAt(sheet, row + side, column + step)))
}

/** Another cell of the row adds up cells above or below it: the run of the rows ends there. */
function isRowOfSums(index: FormulaIndex, sheet: SheetSnapshot, row: number): boolean {
  const classes = index.of(sheet).rows.get(row)?.classes ?? []
  return classes.some(id => isSumLike(index.classById(id)) && !isPerpendicular(index.classById(id), 'column'))
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
