import type { CellContent } from './cell'

/** A sheet in short: rows of cells; a cell with a formula is `{ formula, value }`. */
export type ExampleSheet = readonly (readonly CellContent[])[]

/** A workbook in short: one sheet as rows, or sheets by name. */
export type ExampleBook = ExampleSheet | Readonly<Record<string, ExampleSheet>>

/** The smallest workbook with a fault, and the smallest one without. */
export interface Example {
  readonly bad: ExampleBook
  readonly good: ExampleBook
}
