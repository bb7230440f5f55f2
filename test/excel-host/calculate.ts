import { Evaluator } from '../../src/formula/evaluate'
import { NotCalculated } from '../../src/formula/source'
import type { CellSource } from '../../src/formula/source'
import type { CellValue } from '../../src/core/cell'
import type { Book, Value } from './book'

/**
 * Gives every formula of the book its value, with the project's own evaluator: enough for a host that shows results.
 * It is no proof of the formulas; that is made with an independent spreadsheet program.
 * A formula that the evaluator does not know shows `#NAME?`, as an unknown function does in Excel.
 */
export function recalculate(book: Book): void {
  const done = new Set<string>(), busy = new Set<string>()
  const source: CellSource = {
    has: name => book.find(name) !== undefined,
    value(name, row, column) {
      const sheet = book.find(name)
      if (sheet === undefined) return { error: '#REF!' }
      const formula = sheet.formula(row - 1, column - 1),
        key = `${sheet.id}!${row},${column}`
      if (formula !== undefined && !done.has(key)) {
        if (busy.has(key)) return 0
        busy.add(key)
        sheet.put(
          row - 1,
          column - 1,
          shown(() => evaluator.value(formula, sheet.name, row, column)),
          formula,
        )
        busy.delete(key)
        done.add(key)
      }
      return sheet.value(row - 1, column - 1) ?? null
    },
    lastRow: name => {
      const used = book.find(name)?.used()
      return used === null || used === undefined ? 0 : used.row + used.rows
    },
    lastColumn: name => {
      const used = book.find(name)?.used()
      return used === null || used === undefined ? 0 : used.column + used.columns
    },
    plainRows: () => null,
    nameOf: name => book.names.find(each => each.name.toLowerCase() === name.toLowerCase())?.formula.replace(/^=/, ''),
  }
  const evaluator = new Evaluator(source, book.dateSystem)
  for (const sheet of book.sheets)
    for (const key of [...sheet.formulas.keys()]) source.value(sheet.name, Math.floor(key / 16_384) + 1, (key % 16_384) + 1)
}

function shown(evaluate: () => CellValue): Value {
  try {
    return evaluate() ?? 0
  } catch (error) {
    if (error instanceof NotCalculated) return { error: '#NAME?' }
    throw error
  }
}
