import type { CellValue } from '../../core/cell'
import { cellKey, parseBox } from '../../core/place'
import type { Box } from '../../core/place'
import { BOUNDS, tooMuch } from './bounds'
import type { Room } from './bounds'
import { shownFormula } from './file-formula'
import { cutFormula, shiftFormula } from './formula-shift'
import type { CutFormula } from './formula-shift'
import type { FormulaSink } from './scan-settings'
import type { Attributes } from './xml'

interface SharedFormula {
  readonly row: number
  readonly column: number
  readonly cut: CutFormula
}

/** Gathers a sheet's formulas: shared groups are expanded, an array formula stands in every cell that it fills. */
export class SheetFormulas implements FormulaSink {
  private readonly shared = new Map<string, SharedFormula>()
  /** Cells of a group whose master has not come yet. */
  private readonly waiting: { readonly group: string; readonly row: number; readonly column: number }[] = []
  private readonly arrays: { readonly box: Box; readonly formula: string }[] = []

  constructor(private readonly formulas: Map<number, string>, private readonly room: Room, private readonly sheet: string) {}

  add(row: number, column: number, text: string, attributes: Attributes): void {
    const key = cellKey(row, column)
    const group = attributes['si']
    switch (attributes['t']) {
      case 'shared': {
        if (group === undefined) break
        if (text !== '') {
          this.shared.set(group, { row, column, cut: cutFormula(shownFormula(text)) })
          break
        }
        const master = this.shared.get(group)
        if (master === undefined) this.waiting.push({ group, row, column })
        else this.copy(master, row, column)
        return
      }
      case 'array': {
        const box = parseBox(attributes['ref'] ?? '')
        if (box !== null && (box.top < box.bottom || box.left < box.right)) this.arrays.push({ box, formula: shownFormula(text) })
        break
      }
      case 'dataTable':
        this.formulas.set(key, tableFormula(attributes))
        return
    }
    if (text !== '') this.formulas.set(key, shownFormula(text))
  }

  /** After the last row: groups whose master came late, and the cells that array formulas fill. */
  finish(rows: readonly (readonly CellValue[])[]): void {
    for (const { group, row, column } of this.waiting) {
      const master = this.shared.get(group)
      if (master !== undefined) this.copy(master, row, column)
    }
    for (const { box, formula } of this.arrays) fillArray(this.formulas, rows, box, formula, this.room, this.sheet)
  }

  private copy(master: SharedFormula, row: number, column: number): void {
    this.room.sharedFormulas -= master.cut.length
    if (this.room.sharedFormulas < 0) throw tooMuch(this.sheet, 'work.formulas', BOUNDS.sharedFormulas)
    this.formulas.set(cellKey(row, column), shiftFormula(master.cut, row - master.row, column - master.column))
  }
}

/** An array formula stands in every cell that it fills, as Excel shows it. Bounded by what the rows hold, not by its range. */
export function fillArray(
  formulas: Map<number, string>,
  rows: readonly (readonly CellValue[])[],
  box: Box,
  formula: string,
  room: Room,
  sheet: string,
): void {
  for (let row = box.top; row <= Math.min(box.bottom, rows.length); row++) {
    const values = rows[row - 1]
    room.arrayCells -= 1 + Math.max(0, Math.min(box.right, values?.length ?? 0) - box.left)
    if (room.arrayCells < 0) throw tooMuch(sheet, 'work.formulas', BOUNDS.arrayCells)
    for (let column = box.left; column <= Math.min(box.right, values?.length ?? 0); column++) {
      const key = cellKey(row, column)
      if (values?.[column - 1] !== null && !formulas.has(key)) formulas.set(key, formula)
    }
  }
}

/** What Excel shows for a what-if table, which has no formula of its own. */
export function tableFormula(attributes: Attributes): string {
  return `=TABLE(${attributes['r1'] ?? ''},${attributes['r2'] ?? ''})`
}
