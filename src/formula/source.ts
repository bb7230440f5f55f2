import type { CellValue } from '../core/cell'
import type { SheetRow } from '../core/snapshot'

/** Where formulas find cells: a workbook, with or without changes that are not written yet. */
export interface CellSource {
  has(sheet: string): boolean
  /** The value that the cell shows. */
  value(sheet: string, row: number, column: number): CellValue
  /** The last row that holds anything; 0 for an empty sheet. */
  lastRow(sheet: string): number
  lastColumn(sheet: string): number
  /** The sheet's rows where they can be read as they stand; `null` where some cell must be asked for one by one. */
  plainRows(sheet: string): readonly SheetRow[] | null
  /** What a defined name refers to, without `=`. */
  nameOf(name: string, sheet: string): string | undefined
  /** The formula of a cell; left out by sources that hold values alone. */
  formulaAt?(sheet: string, row: number, column: number): string | undefined
  /** The row is hidden by hand or by a filter. */
  isHidden?(sheet: string, row: number): boolean
}

/** A formula holds something that this program does not calculate, so its value is not known here. */
export class NotCalculated extends Error {
  override readonly name: string = 'NotCalculated'
  constructor(readonly what: string) {
    super(`not calculated: ${what}`)
  }

  /** The error for a word; a workbook may hold thousands of the same, and it is where the formula stands that counts, not the stack. */
  static of(what: string): NotCalculated {
    let error = known.get(what)
    if (error === undefined) {
      if (known.size >= MOST) known.clear()
      known.set(what, (error = new NotCalculated(what)))
    }
    return error
  }
}

/** A formula that depends on itself: Excel warns of it and keeps what it showed. */
export class Circular extends NotCalculated {
  override readonly name = 'Circular'
}

const MOST = 1000
const known = new Map<string, NotCalculated>()
