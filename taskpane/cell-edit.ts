import { isFormula, sameContent } from '../src/core/cell'
import type { CellContent } from '../src/core/cell'
import type { CellChange } from '../src/core/change'
import { cellKey, cellName, isInBox } from '../src/core/place'
import { cellAt, styleAt } from '../src/core/snapshot'
import type { SheetSnapshot, Snapshot } from '../src/core/snapshot'
import { Workspace } from '../src/formula/workspace'
import { CheckerError } from './checker-error'
import { typedContent } from './typed-content'

/** A cell as a person typed it in the grid. */
export interface CellEdit {
  /** Position of the sheet. */
  readonly sheet: number
  readonly row: number
  readonly column: number
  readonly text: string
  /** The person was told that a formula stands there, and wants it gone. */
  readonly overFormula: boolean
}

/**
 * The change that a typed cell comes to; `null` where it changes nothing.
 * @throws CheckerError where the cell cannot be typed into, or a formula would go that nobody was asked about
 */
export function editOf(snapshot: Snapshot, { sheet: index, row, column, text, overFormula }: CellEdit): CellChange | null {
  const sheet = snapshot.sheets[index], cell = cellName(row, column)
  if (sheet?.kind !== 'worksheet') throw new CheckerError('edit-impossible', { cell })
  const merge = sheet.merges?.find(box => isInBox(box, row, column))
  if (merge !== undefined && (merge.top !== row || merge.left !== column)) throw new CheckerError('edit-impossible', { cell })
  if (sheet.isProtected && styleAt(sheet, row, column)?.locked !== false) throw new CheckerError('edit-protected', { sheet: sheet.name, cell })
  const before = contentOf(sheet, row, column)
  const after = withValue(typedContent(text, styleAt(sheet, row, column)?.format ?? 'General', snapshot.dateSystem), snapshot, sheet.name, row, column)
  if (sameContent(before, after)) return null
  if (isFormula(before) && !isFormula(after) && !overFormula) throw new CheckerError('edit-formula', { cell })
  return { kind: 'cell', sheet: sheet.name, cell, before, after }
}

function contentOf(sheet: SheetSnapshot, row: number, column: number): CellContent {
  const value = cellAt(sheet, row, column), formula = sheet.formulas.get(cellKey(row, column))
  return formula === undefined ? value : { formula, value }
}

/** A typed formula with the value that it shows; `null` for one that is not calculated here. */
function withValue(content: CellContent, snapshot: Snapshot, sheet: string, row: number, column: number): CellContent {
  if (!isFormula(content)) return content
  try {
    const workspace = new Workspace(snapshot)
    workspace.write(sheet, row, column, null)
    return { ...content, value: workspace.calculate(content.formula, sheet, row, column) ?? null }
  } catch (error) {
    if (error instanceof RangeError) return content
    throw error
  }
}
