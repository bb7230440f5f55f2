import { cellError } from '../../core/cell'
import type { CellContent, CellValue } from '../../core/cell'

/** One cell of `Range.values` as Office.js gives it. */
export type WireValue = string | number | boolean | null

/**
 * What a cell shows, from its entries in `values` and `valueTypes`. An error comes as its string; only the type tells it
 * from a text that reads the same. `''` with the type Empty is a cell with nothing in it; with any other type a formula returned it.
 */
export function valueOf(value: WireValue, type: string): CellValue {
  if (type === 'Error') return cellError(typeof value === 'string' ? value : '#VALUE!')
  if (type === 'Empty') return null
  return value
}

/**
 * The formula of a cell, or `null`. A text that begins with `=` is in `formulas` too, as itself: then formula and shown value are the same text.
 */
export function formulaOf(formula: WireValue, value: WireValue, type: string): string | null {
  if (typeof formula !== 'string' || !formula.startsWith('=') || formula.length < 2) return null
  return type === 'String' && formula === value ? null : formula
}

/** Value or formula of a cell, as changes carry it. */
export function contentOf(formula: WireValue, value: WireValue, type: string): CellContent {
  const shown = valueOf(value, type), written = formulaOf(formula, value, type)
  return written === null ? shown : { formula: written, value: shown }
}
