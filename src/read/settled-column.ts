import type { ColumnKey, ColumnReading } from '../core/reading'

export interface SettledColumn extends ColumnReading {
  /** The word that value readers are given. */
  readonly word: string
  readonly yesNo: boolean
  /** All meanings of the header; what was not chosen may still say what the column is about. */
  readonly candidates: readonly ColumnKey[]
  /** Share of sampled rows that hold something. */
  readonly filled: number
}
