import { isCellError, isFormula } from '../core/cell'
import type { CellContent } from '../core/cell'
import type { Example, ExampleBook, ExampleSheet } from '../core/example'
import type { Language } from '../core/message'
import { message, say } from '../messages'

/** The examples of a rule as lines: the smallest workbook with the fault, and the smallest one without. */
export function exampleLines(example: Example, language: Language): string[] {
  return [say(message('explain.bad'), language), ...bookLines(example.bad), '', say(message('explain.good'), language), ...bookLines(example.good), '']
}

function bookLines(book: ExampleBook): string[] {
  return isSheet(book) ? sheetLines(book) : Object.entries(book).flatMap(([name, rows]) => [`  [${name}]`, ...sheetLines(rows)])
}

function isSheet(book: ExampleBook): book is ExampleSheet {
  return Array.isArray(book)
}

function sheetLines(rows: ExampleSheet): string[] {
  return rows.map(row => `  ${row.map(cellText).join(' | ')}`)
}

function cellText(cell: CellContent): string {
  if (cell === null) return ''
  if (isFormula(cell)) return cell.formula
  return isCellError(cell) ? cell.error : String(cell)
}
