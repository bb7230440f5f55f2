import { HostError } from '../../core/workbook'

/**
 * What one workbook may ask for: far above any real one, and small enough that an answer comes. Each is listed in docs/limits.md with the test
 * that holds it.
 */
export const BOUNDS = {
  /** Places for cells over all sheets, blank ones before the last filled one of a row included: half a gigabyte of memory. */
  cells: 60_000_000,
  /** Places beyond column 2,048: real sheets have none, or a stray cell here and there. */
  farCells: 2_000_000,
  /** Sheets of a workbook. */
  sheets: 2_000,
  /** Characters of one cell; Excel allows 32,767. */
  text: 100_000,
  /** Pieces of shared formulas that are copied to their cells. */
  sharedFormulas: 30_000_000,
  /** Cells that array formulas are laid over. */
  arrayCells: 20_000_000,
  /** Elements within elements of a small part. */
  nesting: 1_000,
} as const
export const FAR_COLUMN = 2_048

/** What is left of the bounds that hold for a workbook as a whole; counted down. */
export class Room {
  cells: number = BOUNDS.cells
  far: number = BOUNDS.farCells
  sharedFormulas: number = BOUNDS.sharedFormulas
  arrayCells: number = BOUNDS.arrayCells

  /** A row of so many places. @throws HostError `too-much-work` */
  takeRow(length: number, sheet: string): void {
    this.cells -= length
    if (this.cells < 0) throw tooMuch(sheet, 'work.cells', BOUNDS.cells)
    if (length <= FAR_COLUMN) return
    this.far -= length - FAR_COLUMN
    if (this.far < 0) throw tooMuch(sheet, 'work.far-cells', BOUNDS.farCells)
  }
}

/** @param where the sheet or part; @param what `work.…` */
export function tooMuch(where: string, what: string, limit: number): HostError {
  return new HostError('too-much-work', { where, what: { key: what, params: {} }, limit })
}

/** @throws HostError `too-much-work` for a text that no cell of Excel can hold */
export function checkText(length: number, where: string): void {
  if (length > BOUNDS.text) throw tooMuch(where, 'work.text', BOUNDS.text)
}
