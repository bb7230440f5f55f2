import type { CellValue } from '../core/cell'
import { isCellError } from '../core/cell'
import { ownValue } from '../core/own-value'
import { ConditionIndex } from './conditions'
import { criterionOf } from './criteria'
import { PLAIN_FUNCTIONS } from './functions'
import { RANGE_FUNCTIONS } from './range-functions'
import { parseFormula } from './parse'
import type { Expression } from './parse'
import { NotCalculated } from './source'
import type { CellSource } from './source'
import { DIV0, NAME, REF, VALUE, isArea, isGrid, isOneCell, toTruth } from './values'
import type { Area, Grid, Operand } from './values'
import type { Standing } from './standing'
import { BINARY, isOperandError, elementAt, unary, binary } from './operators'

/** More cells than any formula of a budget sheet multiplies out; beyond it the value is left to the spreadsheet program. */
const MOST_CELLS = 4_000_000
/** Cells that all formulas of a workbook together walk through: a running sum down 7,000 rows takes 25 million. */
const MOST_WALKED = 30_000_000

/**
 * Calculates formulas over a source of cells: the functions that this program writes and those that plain budget sheets use.
 * Anything else throws `NotCalculated`; error values such as `#DIV/0!` are results.
 */
export class Evaluator {
  readonly conditions: ConditionIndex
  /** How often one cell was taken out of a range for its row or column: an array formula would have taken them all. */
  intersections = 0
  private walked = 0

  constructor(
    readonly source: CellSource,
    readonly dateSystem: 1900 | 1904 = 1900,
  ) {
    this.conditions = new ConditionIndex(source)
  }

  /** The value that a cell with this formula shows. */
  value(formula: string | Expression, sheet: string, row: number, column: number): CellValue {
    const at: Standing = { sheet, row, column, array: false }
    const result = this.single(this.evaluate(typeof formula === 'string' ? parseFormula(formula) : formula, at), at)
    // A formula that points to a blank cell shows 0.
    return result ?? 0
  }

  evaluate(node: Expression, at: Standing): Operand {
    switch (node.type) {
      case 'value':
        return node.value
      case 'grid':
        return node.grid
      case 'area':
        return this.areaAt(node.area, at)
      case 'name':
        return this.name(node.name, at)
      case 'unary':
        return this.each([this.evaluate(node.of, at)], at, ([value = null]) => unary(node.operator, value))
      case 'binary':
        if (node.operator === ':') return this.span(node.left, node.right, at)
        if (!BINARY.has(node.operator)) throw NotCalculated.of(node.operator)
        return this.binaryOf(node.operator, this.evaluate(node.left, at), this.evaluate(node.right, at), at)
      case 'call':
        return this.call(node.name, node.args, at)
      case 'unsupported':
        // One error for all: thousands of formulas may each hold a text of their own.
        throw UNREAD
    }
  }

  /** One value out of an operand: a single cell's, or the one in the formula's own row or column. */
  single(operand: Operand, at: Standing): CellValue {
    if (isGrid(operand)) return operand.values[0] ?? null
    if (!isArea(operand)) return operand
    if (isOneCell(operand)) return this.source.value(operand.sheet, operand.top, operand.left)
    this.intersections++
    if (operand.left === operand.right && at.row >= operand.top && at.row <= operand.bottom)
      return this.source.value(operand.sheet, at.row, operand.left)
    if (operand.top === operand.bottom && at.column >= operand.left && at.column <= operand.right)
      return this.source.value(operand.sheet, operand.top, at.column)
    return VALUE
  }

  /** The used cells of an operand as values in rows. */
  grid(operand: Operand): Grid {
    if (isGrid(operand)) return operand
    if (!isArea(operand)) return { kind: 'grid', height: 1, width: 1, values: [operand] }
    const { top, left, bottom, right } = this.used(operand), values: CellValue[] = []
    this.walk(operand, value => void values.push(value))
    return { kind: 'grid', height: bottom - top + 1, width: right - left + 1, values }
  }

  /** Hands out the used cells of an area in rows; nothing is kept of them. */
  walk(area: Area, take: (value: CellValue) => void): void {
    const { sheet, top, left, bottom, right } = this.used(area)
    const cells = (bottom - top + 1) * (right - left + 1)
    if (cells > MOST_CELLS) throw NotCalculated.of('range')
    this.walked += cells
    if (this.walked > MOST_WALKED) throw NotCalculated.of('work')
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) take(this.source.value(sheet, row, column))
  }

  /** The part of an area that lies within what its sheet holds: whole columns end where the sheet does. */
  private used(area: Area): Area {
    const { sheet, top, left } = area
    return {
      ...area,
      bottom: Math.max(top, Math.min(area.bottom, this.source.lastRow(sheet))),
      right: Math.max(left, Math.min(area.right, this.source.lastColumn(sheet))),
    }
  }

  /** A grid of an area's full shape, for element by element work over ranges that must match. */
  private full(operand: Operand): Grid {
    const grid = this.grid(operand)
    if (!isArea(operand)) return grid
    // Whole columns are cut where the sheet ends; all of them at the same row.
    const height = Math.min(operand.bottom - operand.top + 1, Math.max(grid.height, 20_000)), width = operand.right - operand.left + 1
    if (grid.height === height && grid.width === width) return grid
    const values: CellValue[] = new Array<CellValue>(height * width).fill(null)
    for (let row = 0; row < grid.height; row++)
      for (let column = 0; column < grid.width; column++) values[row * width + column] = grid.values[row * grid.width + column] ?? null
    return { kind: 'grid', height, width, values }
  }

  /** Applies a function of plain values, element by element where an operand has several and arrays are asked for. */
  each(operands: readonly Operand[], at: Standing, compute: (values: readonly CellValue[]) => CellValue): Operand {
    const several = operands.some(operand => isGrid(operand) || (at.array && isArea(operand) && !isOneCell(operand)))
    if (!several) return compute(operands.map(operand => this.single(operand, at)))
    const grids = operands.map(operand =>
      isGrid(operand) || (at.array && isArea(operand)) ? this.full(operand) : this.full(this.single(operand, at)),
    )
    const height = Math.max(...grids.map(grid => grid.height)), width = Math.max(...grids.map(grid => grid.width))
    const values: CellValue[] = []
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++)
        values.push(compute(grids.map(grid => elementAt(grid, row, column))))
    return { kind: 'grid', height, width, values }
  }

  private binaryOf(operator: string, left: Operand, right: Operand, at: Standing): Operand {
    // Nearly always two plain values: no lists are made for them.
    if (!at.array && !isGrid(left) && !isGrid(right)) return binary(operator, this.single(left, at), this.single(right, at))
    return this.each([left, right], at, ([a = null, b = null]) => binary(operator, a, b))
  }

  private areaAt(found: Area, at: Standing): Operand {
    const sheet = found.sheet === '' ? at.sheet : found.sheet
    // Over several sheets: written out before (see `plain-references.ts`), or not calculated here.
    if (!this.source.has(sheet) && sheet.includes(':')) throw NotCalculated.of(sheet)
    if (!this.source.has(sheet)) return REF
    return found.sheet === '' ? { ...found, sheet } : found
  }

  private name(name: string, at: Standing): Operand {
    const refersTo = this.source.nameOf(name, at.sheet)
    return refersTo === undefined ? NAME : this.evaluate(parseFormula(refersTo), at)
  }

  private span(left: Expression, right: Expression, at: Standing): Operand {
    const a = this.evaluate(left, at), b = this.evaluate(right, at)
    if (!isArea(a) || !isArea(b)) return isOperandError(a) ?? isOperandError(b) ?? VALUE
    return {
      ...a,
      top: Math.min(a.top, b.top),
      left: Math.min(a.left, b.left),
      bottom: Math.max(a.bottom, b.bottom),
      right: Math.max(a.right, b.right),
    }
  }

  private call(name: string, args: readonly (Expression | null)[], at: Standing): Operand {
    const argument = (index: number): Operand => {
      const node = args[index]
      return node === null || node === undefined ? null : this.evaluate(node, at)
    }
    switch (name) {
      case 'IF': {
        const condition = argument(0)
        if (isGrid(condition) || (at.array && isArea(condition) && !isOneCell(condition))) {
          return this.each(
            [condition, argument(1), args.length > 2 ? argument(2) : false],
            at,
            ([test = null, then = null, otherwise = null]) => {
              const truth = toTruth(test)
              return typeof truth === 'boolean' ? (truth ? then : otherwise) : truth
            },
          )
        }
        const truth = toTruth(this.single(condition, at))
        if (typeof truth !== 'boolean') return truth
        return truth ? (args[1] === null ? 0 : argument(1)) : args.length > 2 ? (args[2] === null ? 0 : argument(2)) : false
      }
      case 'IFERROR':
        return this.each([argument(0), argument(1)], at, ([value = null, otherwise = null]) => (isCellError(value) ? otherwise : value))
      case 'TRUE':
      case 'FALSE':
        return name === 'TRUE'
      case 'ROW':
      case 'COLUMN': {
        const where = args.length === 0 ? null : argument(0)
        if (where === null) return name === 'ROW' ? at.row : at.column
        if (!isArea(where)) return VALUE
        if (!at.array || isOneCell(where)) return name === 'ROW' ? where.top : where.left
        const count = name === 'ROW' ? where.bottom - where.top + 1 : where.right - where.left + 1
        const values = Array.from({ length: Math.min(count, 20_000) }, (_all, index) => (name === 'ROW' ? where.top : where.left) + index)
        return name === 'ROW' ? { kind: 'grid', height: values.length, width: 1, values } : { kind: 'grid', height: 1, width: values.length, values }
      }
      case 'COUNTIF':
      case 'COUNTIFS':
        return this.conditional(args.map((_all, index) => argument(index)), at, (conditions, index) => index.count(conditions))
      case 'SUMIFS':
      case 'AVERAGEIFS': {
        const [summed, ...rest] = args.map((_all, index) => argument(index))
        return this.conditional(rest, at, (conditions, index) => this.sumOf(name, summed ?? null, conditions, index))
      }
      case 'SUMIF':
      case 'AVERAGEIF': {
        const [tested = null, criterion = null, summed = tested] = args.map((_all, index) => argument(index))
        const shaped =
          isArea(summed) && isArea(tested)
            ? { ...summed, bottom: summed.top + tested.bottom - tested.top, right: summed.left + tested.right - tested.left }
            : summed
        return this.conditional([tested, criterion], at, (conditions, index) => this.sumOf(name, shaped, conditions, index))
      }
    }
    const inner: Standing = name === 'SUMPRODUCT' ? { ...at, array: true } : at
    const range = ownValue(RANGE_FUNCTIONS, name)
    if (range !== undefined) return range(args.map(node => (node === null ? null : this.evaluate(node, inner))), this, inner)
    const plain = ownValue(PLAIN_FUNCTIONS, name)
    if (plain === undefined) throw NotCalculated.of(name)
    return this.each(args.map((_all, index) => argument(index)), at, values => plain(values, this.dateSystem))
  }

  private sumOf(name: string, summed: Operand, conditions: Parameters<ConditionIndex['count']>[0], index: ConditionIndex): CellValue {
    if (!isArea(summed)) return VALUE
    const found = index.sum(summed, conditions)
    if ('error' in found && 'sum' in found) {
      if (found.error !== null) return found.error
      return name.startsWith('SUM') ? found.sum : found.numbers === 0 ? DIV0 : found.sum / found.numbers
    }
    return found
  }

  /** Ranges and criteria in turn; several criteria in one place give several results. */
  private conditional(args: readonly Operand[], at: Standing, compute: (conditions: Parameters<ConditionIndex['count']>[0], index: ConditionIndex) => CellValue): Operand {
    const areas: Area[] = [], criteria: Operand[] = []
    for (let index = 0; index < args.length; index += 2) {
      const tested = args[index] ?? null
      if (!isArea(tested)) return isOperandError(tested) ?? VALUE
      areas.push(tested)
      criteria.push(args[index + 1] ?? null)
    }
    return this.each(criteria, at, values =>
      compute(
        areas.map((tested, index) => ({ area: tested, criterion: criterionOf(values[index] ?? null) })),
        this.conditions,
      ),
    )
  }
}

const UNREAD = new NotCalculated('a formula that is not read')
