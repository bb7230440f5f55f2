import type { CellValue } from '../core/cell'
import type { CellSource } from './source'
import type { Area, Grid, Operand } from './values'

/** The cell that a formula stands in, and whether values are taken element by element (inside SUMPRODUCT). */
export interface Standing {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly array: boolean
}

/** What a function over ranges asks of the calculation that it is part of. */
export interface Calculation {
  readonly source: CellSource
  /** One value out of an operand: a single cell's, or the one in the formula's own row or column. */
  single(operand: Operand, at: Standing): CellValue
  /** The used cells of an operand as values in rows. */
  grid(operand: Operand): Grid
  /** Hands out the used cells of an area in rows; nothing is kept of them. */
  walk(area: Area, take: (value: CellValue) => void): void
}
