import type { CellValue } from '../core/cell'
import type { ColumnKey, ValueNote } from '../core/reading'
import { normalise, textOf } from '../vocabulary/normalise'
import { isShareable } from './words'

/** The word of a cell, where it may be told without telling of a person. */
export function shareable(value: CellValue): [string] | [] {
  const word = normalise(textOf(value))
  return isShareable(word) && word !== '' ? [word] : []
}

/** A note of a column with its cell's word, where that may be told. */
export function noteWith(
  note: (column: ColumnKey, key: string, word?: string) => ValueNote,
  column: ColumnKey,
  key: string,
  value: CellValue,
): ValueNote {
  const word = normalise(textOf(value))
  return isShareable(word) ? note(column, key, word) : note(column, key)
}
