import type { CellError, CellValue } from '../core/cell'
import { DIV0, NUM, compare, toNumber, toText } from './values'
import type { Grid, Operand } from './values'

export const BINARY: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '&', '=', '<>', '<', '>', '<=', '>='])

export function isOperandError(operand: Operand): CellError | null {
  return typeof operand === 'object' && operand !== null && 'error' in operand ? operand : null
}

/** An element of a grid that is stretched over a larger one: single rows and columns repeat, the rest is `#N/A` as in Excel. */
export function elementAt(grid: Grid, row: number, column: number): CellValue {
  const r = grid.height === 1 ? 0 : row, c = grid.width === 1 ? 0 : column
  if (r >= grid.height || c >= grid.width) return { error: '#N/A' }
  return grid.values[r * grid.width + c] ?? null
}

export function unary(operator: string, value: CellValue): CellValue {
  if (operator === '+') return value
  const number = toNumber(value)
  return typeof number !== 'number' ? number : operator === '-' ? -number : number / 100
}

export function binary(operator: string, left: CellValue, right: CellValue): CellValue {
  if (operator === '&') {
    const a = toText(left), b = toText(right)
    return typeof a !== 'string' ? a : typeof b !== 'string' ? b : a + b
  }
  if (operator === '=' || operator === '<>' || operator.startsWith('<') || operator.startsWith('>')) {
    const order = compare(left, right)
    if (typeof order !== 'number') return order
    switch (operator) {
      case '=':
        return order === 0
      case '<>':
        return order !== 0
      case '<':
        return order < 0
      case '>':
        return order > 0
      case '<=':
        return order <= 0
      default:
        return order >= 0
    }
  }
  const a = toNumber(left), b = toNumber(right)
  if (typeof a !== 'number') return a
  if (typeof b !== 'number') return b
  const result = operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : operator === '/' ? (b === 0 ? DIV0 : a / b) : a ** b
  return typeof result === 'number' && !Number.isFinite(result) ? NUM : result
}
