/**
 * What one cell holds, as plain data that survives JSON.
 * Dates stay serial numbers: the workbook's date system stands beside them in the snapshot.
 */

/** An error value such as `#REF!`. The text "#REF!" typed by a person is a string, never this. */
export interface CellError {
  /** The error's English code with its marks, e.g. `#DIV/0!`. */
  readonly error: string
}

/** `null` is a cell with nothing in it; `''` is the empty text that a formula returned. */
export type CellValue = string | number | boolean | CellError | null

/** A cell as it is written: a plain value, or a formula with the value it shows. */
export type CellContent = CellValue | FormulaCell

/** A formula in the neutral form: English function names, commas, a leading `=`. */
export interface FormulaCell {
  readonly formula: string
  /** The value that the formula shows (computed by this program when it writes one). */
  readonly value: CellValue
}

const known = new Map<string, CellError>()

/** The one object for an error code: a million error cells share a handful of objects. */
export function cellError(code: string): CellError {
  let found = known.get(code)
  if (found === undefined) {
    found = Object.freeze({ error: code })
    known.set(code, found)
  }
  return found
}

export function isCellError(value: CellContent): value is CellError {
  return typeof value === 'object' && value !== null && 'error' in value
}

export function isFormula(content: CellContent): content is FormulaCell {
  return typeof content === 'object' && content !== null && 'formula' in content
}

/** Nothing to read: absent, empty text, or white space alone (the ideographic space included). */
export function isBlank(value: CellValue | undefined): value is null | undefined | string {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

/** Same content: equal values, or equal formulas (a formula's shown value is not compared). */
export function sameContent(a: CellContent, b: CellContent): boolean {
  if (isFormula(a) || isFormula(b)) return isFormula(a) && isFormula(b) && a.formula === b.formula
  if (isCellError(a) || isCellError(b)) return isCellError(a) && isCellError(b) && a.error === b.error
  // A blank and an empty text look the same to the person, and hosts report them differently.
  return a === b || ((a === null || a === '') && (b === null || b === ''))
}
