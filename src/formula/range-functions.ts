import type { CellError, CellValue } from '../core/cell'
import { isCellError } from '../core/cell'
import type { Calculation, Standing } from './standing'
import { subtotal } from './subtotal'
import { DIV0, NA, NUM, REF, VALUE, compare, isArea, isGrid, toNumber, toTruth } from './values'
import type { Operand } from './values'

/** Functions that take whole ranges. In a range only numbers count; a value given by itself is converted. */
export type RangeFunction = (args: readonly Operand[], evaluator: Calculation, at: Standing) => Operand

export const RANGE_FUNCTIONS: Readonly<Record<string, RangeFunction>> = {
  SUM: overNumbers(numbers => numbers.reduce((sum, number) => sum + number, 0)),
  AVERAGE: overNumbers(numbers => (numbers.length === 0 ? DIV0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length)),
  MAX: overNumbers(numbers => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0)),
  MIN: overNumbers(numbers => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)),
  MEDIAN: overNumbers(median),
  PRODUCT: overNumbers(numbers => (numbers.length === 0 ? 0 : numbers.reduce((product, number) => product * number, 1))),
  RANK: rankOf,
  'RANK.EQ': rankOf,
  COUNT: (args, evaluator) => values(args, evaluator).filter(({ value, inRange }) => typeof value === 'number' || (!inRange && value !== null && typeof toNumber(value) === 'number')).length,
  COUNTA: (args, evaluator) => values(args, evaluator).filter(({ value, inRange }) => value !== null || !inRange).length,
  COUNTBLANK: ([where = null], evaluator) => {
    if (!isArea(where)) return VALUE
    const grid = evaluator.grid(where)
    return (where.bottom - where.top + 1) * (where.right - where.left + 1) - grid.values.filter(value => value !== null && value !== '').length
  },
  AND: (args, evaluator) => overTruths(args, evaluator, truths => truths.every(truth => truth)),
  OR: (args, evaluator) => overTruths(args, evaluator, truths => truths.some(truth => truth)),
  NOT: ([value = null], evaluator, at) => {
    const truth = toTruth(evaluator.single(value, at))
    return typeof truth === 'boolean' ? !truth : truth
  },
  ROWS: ([where = null]) => (isArea(where) ? where.bottom - where.top + 1 : isGrid(where) ? where.height : 1),
  SUMPRODUCT: sumProduct,
  SUBTOTAL: ([kind = null, ...areas], evaluator, at) => subtotal(evaluator.single(kind, at), areas, evaluator.source),
  INDEX: indexOf,
  MATCH: matchOf,
  VLOOKUP: lookUp('down'),
  HLOOKUP: lookUp('along'),
}

/** The number in the middle, or the mean of the two in the middle. */
function median(numbers: readonly number[]): number | CellError {
  const sorted = [...numbers].sort((a, b) => a - b), middle = sorted.length >> 1
  const upper = sorted[middle], lower = sorted[sorted.length - 1 - middle]
  return upper === undefined || lower === undefined ? NUM : (upper + lower) / 2
}

/** The place of a number among others, the greatest first; with a third argument other than 0 the smallest. */
function rankOf([number = null, where = null, order = null]: readonly Operand[], evaluator: Calculation, at: Standing): Operand {
  const own = toNumber(evaluator.single(number, at)), turned = toNumber(evaluator.single(order, at))
  if (typeof own !== 'number') return own
  if (typeof turned !== 'number') return turned
  const others = values([where], evaluator).flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  return others.includes(own) ? 1 + others.filter(other => (turned === 0 ? other > own : other < own)).length : NA
}

function values(args: readonly Operand[], evaluator: Calculation): { readonly value: CellValue; readonly inRange: boolean }[] {
  const all: { value: CellValue; inRange: boolean }[] = []
  for (const argument of args) {
    if (isArea(argument) || isGrid(argument)) for (const value of evaluator.grid(argument).values) all.push({ value, inRange: true })
    else all.push({ value: argument, inRange: false })
  }
  return all
}

function overNumbers(compute: (numbers: readonly number[]) => number | CellError): RangeFunction {
  return (args, evaluator) => {
    const numbers: number[] = []
    let wrong: CellError | undefined
    // Without a list of what stands in a range: sums run over sums that run over thousands of rows.
    const take = (value: CellValue): void => {
      if (typeof value === 'number') numbers.push(value)
      else if (value !== null && isCellError(value)) wrong ??= value
    }
    for (const argument of args) {
      if (isArea(argument)) evaluator.walk(argument, take)
      else if (isGrid(argument)) for (const value of argument.values) take(value)
      else {
        const number = toNumber(argument)
        if (typeof number === 'number') numbers.push(number)
        else wrong ??= number
      }
    }
    return wrong ?? compute(numbers)
  }
}

function overTruths(args: readonly Operand[], evaluator: Calculation, compute: (truths: readonly boolean[]) => boolean): CellValue {
  const truths: boolean[] = []
  for (const { value, inRange } of values(args, evaluator)) {
    if (value !== null && isCellError(value)) return value
    if (inRange && (value === null || typeof value === 'string')) continue
    const truth = toTruth(value)
    if (typeof truth !== 'boolean') return truth
    truths.push(truth)
  }
  return truths.length === 0 ? VALUE : compute(truths)
}

function sumProduct(args: readonly Operand[], evaluator: Calculation): CellValue {
  const grids = args.map(argument => evaluator.grid(argument))
  const first = grids[0]
  if (first === undefined) return VALUE
  // Shapes are compared as the ranges are declared; used cells alone are multiplied.
  const shapes = args.map((argument, index) =>
    isArea(argument)
      ? [argument.bottom - argument.top + 1, argument.right - argument.left + 1]
      : [grids[index]?.height ?? 1, grids[index]?.width ?? 1],
  )
  if (shapes.some(shape => shape[0] !== shapes[0]?.[0] || shape[1] !== shapes[0]?.[1])) return VALUE
  const height = Math.min(...grids.map(grid => grid.height)), width = Math.min(...grids.map(grid => grid.width))
  for (const grid of grids) for (const value of grid.values) if (value !== null && isCellError(value)) return value
  let sum = 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let product = 1
      for (const grid of grids) {
        const value = grid.values[row * grid.width + column] ?? null
        product *= typeof value === 'number' ? value : 0
      }
      sum += product
    }
  }
  return sum
}

function indexOf([where = null, row = null, column = null]: readonly Operand[], evaluator: Calculation, at: Standing): Operand {
  const r = toNumber(evaluator.single(row, at)), c = toNumber(evaluator.single(column, at))
  if (typeof r !== 'number') return r
  if (typeof c !== 'number') return c
  if (!isArea(where)) {
    const grid = evaluator.grid(where)
    return grid.values[(Math.max(1, r) - 1) * grid.width + Math.max(1, c) - 1] ?? REF
  }
  const oneRow = where.top === where.bottom
  // A single row takes its one number as the column.
  const down = oneRow && c === 0 ? 0 : r, right = oneRow && c === 0 ? r : c
  if (down > where.bottom - where.top + 1 || right > where.right - where.left + 1 || down < 0 || right < 0) return REF
  return {
    ...where,
    top: down === 0 ? where.top : where.top + down - 1,
    bottom: down === 0 ? where.bottom : where.top + down - 1,
    left: right === 0 ? where.left : where.left + right - 1,
    right: right === 0 ? where.right : where.left + right - 1,
  }
}

/** VLOOKUP and HLOOKUP: the cell beside the one that is found in the first column (or row) of a table. */
function lookUp(direction: 'down' | 'along'): RangeFunction {
  return ([wanted = null, table = null, index = null, kind = 1], evaluator, at) => {
    const step = toNumber(evaluator.single(index, at)), sorted = toTruth(evaluator.single(kind, at))
    if (typeof step !== 'number') return step
    if (typeof sorted !== 'boolean') return sorted
    const grid = evaluator.grid(table), size = direction === 'down' ? grid.width : grid.height
    if (step < 1 || step > size) return step < 1 ? VALUE : REF
    const keys = direction === 'down'
      ? { kind: 'grid' as const, height: grid.height, width: 1, values: Array.from({ length: grid.height }, (_all, row) => grid.values[row * grid.width] ?? null) }
      : { kind: 'grid' as const, height: 1, width: grid.width, values: grid.values.slice(0, grid.width) }
    const found = matchOf([wanted, keys, sorted ? 1 : 0], evaluator, at)
    if (typeof found !== 'number') return found
    return (direction === 'down' ? grid.values[(found - 1) * grid.width + Math.trunc(step) - 1] : grid.values[(Math.trunc(step) - 1) * grid.width + found - 1]) ?? 0
  }
}

/** MATCH: exact (0), or the last that is not larger (1) over sorted values. */
function matchOf([wanted = null, where = null, kind = 1]: readonly Operand[], evaluator: Calculation, at: Standing): CellValue {
  const value = evaluator.single(wanted, at), how = toNumber(evaluator.single(kind, at))
  if (value !== null && isCellError(value)) return value
  if (typeof how !== 'number') return how
  const cells = evaluator.grid(where).values
  let last = -1
  for (const [index, cell] of cells.entries()) {
    if (cell === null || typeof cell !== typeof value) continue
    const order = compare(cell, value)
    if (order === 0) return index + 1
    if (how > 0 && typeof order === 'number' && order < 0) last = index
    if (how < 0 && typeof order === 'number' && order > 0) last = index
  }
  return how !== 0 && last >= 0 ? last + 1 : NA
}
