import type { CellValue } from '../core/cell'
import { isCellError } from '../core/cell'
import { NotCalculated } from './source'
import type { CellSource } from './source'
import { DIV0, VALUE, isArea } from './values'
import type { Operand } from './values'

/** SUBTOTAL's functions by number; 100 more means without the rows that are hidden. */
const FUNCTIONS: Readonly<Record<number, (numbers: readonly number[], filled: number) => CellValue>> = {
  1: numbers => (numbers.length === 0 ? DIV0 : sum(numbers) / numbers.length),
  2: numbers => numbers.length,
  3: (_numbers, filled) => filled,
  4: numbers => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0),
  5: numbers => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0),
  6: numbers => (numbers.length === 0 ? 0 : numbers.reduce((product, number) => product * number, 1)),
  9: numbers => sum(numbers),
}

/**
 * SUBTOTAL over areas: cells that hold a SUBTOTAL themselves are passed over, so that a grand total counts nothing twice. Where rows are
 * hidden the value hangs on whether a filter or a hand hid them: then it is left to the spreadsheet program.
 */
export function subtotal(kind: CellValue, operands: readonly Operand[], source: CellSource): CellValue {
  const compute = typeof kind === 'number' ? FUNCTIONS[kind > 100 ? kind - 100 : kind] : undefined
  if (compute === undefined) throw NotCalculated.of('SUBTOTAL')
  const numbers: number[] = []
  let filled = 0
  for (const operand of operands) {
    if (!isArea(operand)) return VALUE
    const { sheet, top, left } = operand
    const bottom = Math.min(operand.bottom, source.lastRow(sheet)), right = Math.min(operand.right, source.lastColumn(sheet))
    for (let row = top; row <= bottom; row++) {
      if (source.isHidden?.(sheet, row) === true) throw NotCalculated.of('SUBTOTAL over hidden rows')
      for (let column = left; column <= right; column++) {
        const formula = source.formulaAt?.(sheet, row, column)
        if (formula !== undefined && /\bSUBTOTAL\(/i.test(formula)) continue
        const value = source.value(sheet, row, column)
        if (value !== null && isCellError(value)) return value
        if (value !== null && value !== '') filled++
        if (typeof value === 'number') numbers.push(value)
      }
    }
  }
  return compute(numbers, filled)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, number) => whole + number, 0)
}
