import { parse, parseA1Ref, tokenize } from '@borgar/fx'
import type { AstExpression } from '@borgar/fx'
import type { CellValue } from '../core/cell'
import { cellError } from '../core/cell'
import { resolve, split } from './normal-form'
import type { FormulaClass, FormulaReference } from './normal-form'
import { area } from './values'
import type { Area, Grid } from './values'

/** A formula's tree with its references read. Cells stand as they are written: the formula belongs to one cell. */
export type Expression =
  | { readonly type: 'value'; readonly value: CellValue }
  | { readonly type: 'grid'; readonly grid: Grid }
  /** `sheet` of the area is empty where the formula names none: its own sheet is meant. */
  | { readonly type: 'area'; readonly area: Area }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'unary'; readonly operator: string; readonly of: Expression }
  | { readonly type: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly (Expression | null)[] }
  /** Something that this program does not calculate; `what` says what. */
  | { readonly type: 'unsupported'; readonly what: string; /** It stands in another file. */ readonly elsewhere?: true }

const MOST = 20_000
const known = new Map<string, Expression>()

/** Reads a formula, with or without its leading `=`. Never throws: what cannot be read is `unsupported`. */
export function parseFormula(formula: string): Expression {
  let found = known.get(formula)
  if (found === undefined) {
    found = read(formula)
    if (known.size >= MOST) known.clear()
    known.set(formula, found)
  }
  return found
}

function read(formula: string): Expression {
  const text = formula.startsWith('=') ? formula : `=${formula}`, { shape, areas } = shapeOf(text)
  const template = shapes.get(shape)
  if (template === undefined) {
    const tree = readWhole(text, formula)
    if (shapes.size >= MOST) shapes.clear()
    shapes.set(shape, isShapeOf(tree, areas) ? tree : null)
    return tree
  }
  return template === null ? readWhole(text, formula) : filled(template, areas.values())
}

function readWhole(text: string, formula: string): Expression {
  try {
    return convert(parse(tokenize(text)))
  } catch {
    return { type: 'unsupported', what: formula }
  }
}

/**
 * Trees by the formula without its cells: a column of copies is read once, and each copy is that tree with its own cells. `null`: the
 * cells were found elsewhere than the parser finds them, so such formulas are read one by one.
 */
const shapes = new Map<string, Expression | null>()

function shapeOf(text: string): { readonly shape: string; readonly areas: readonly Area[] } {
  const { texts, references } = split(text, 0, 0)
  let shape = texts[0] ?? ''
  for (let i = 0; i < references.length; i++) {
    const { external, prefix, from, to } = references[i] as FormulaReference
    // What is read in another way is another shape: one cell, an area, whole rows or columns, another file.
    shape += `\u0001${to === null ? 'c' : from.row === null ? 'k' : from.column === null ? 'r' : 'a'}${external ? prefix : ''}\u0001${texts[i + 1] ?? ''}`
  }
  return { shape, areas: areasAt(references, 0, 0) ?? [] }
}

/** The cells that references point to from a cell; `null` where one would leave the sheet. */
function areasAt(references: readonly FormulaReference[], row: number, column: number): Area[] | null {
  const areas: Area[] = []
  for (const reference of references) {
    const place = resolve(reference, '', row, column)
    if (place === null) return null
    areas.push(area(place.sheet, place.top, place.left, place.bottom, place.right))
  }
  return areas
}

/** The tree of a class's formula as it stands in a cell, without its text; `null` where only the text tells. */
export function parseCopy(what: FormulaClass, row: number, column: number): Expression | null {
  let template = ofClass.get(what)
  if (template === undefined) {
    const { sample } = what, tree = parseFormula(sample.formula), areas = areasAt(what.references, sample.row, sample.column)
    ofClass.set(what, (template = areas !== null && isShapeOf(tree, areas) ? tree : null))
  }
  if (template === null) return null
  const areas = areasAt(what.references, row, column)
  return areas === null ? null : filled(template, areas.values())
}

const ofClass = new WeakMap<FormulaClass, Expression | null>()

function isShapeOf(tree: Expression, areas: readonly Area[]): boolean {
  const found = areasOf(tree)
  return found.length === areas.length && found.every((own, i) => areas[i] !== undefined && isSame(own, areas[i]))
}

function isSame(a: Area, b: Area): boolean {
  return a.sheet === b.sheet && a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right
}

/** The tree with other cells, in the order in which they are written. */
function filled(tree: Expression, areas: Iterator<Area>): Expression {
  switch (tree.type) {
    case 'area': {
      const next = areas.next()
      return next.done === true ? tree : { type: 'area', area: next.value }
    }
    case 'unary':
      return { type: 'unary', operator: tree.operator, of: filled(tree.of, areas) }
    case 'binary': {
      const left = filled(tree.left, areas)
      return { type: 'binary', operator: tree.operator, left, right: filled(tree.right, areas) }
    }
    case 'call':
      return { type: 'call', name: tree.name, args: tree.args.map(argument => (argument === null ? null : filled(argument, areas))) }
    default:
      return tree
  }
}

function convert(node: AstExpression): Expression {
  switch (node.type) {
    case 'Literal':
      return { type: 'value', value: node.value }
    case 'ErrorLiteral':
      return { type: 'value', value: cellError(node.value) }
    case 'UnaryExpression':
      return node.operator === '+' || node.operator === '-' || node.operator === '%'
        ? { type: 'unary', operator: node.operator, of: convert(operand(node.arguments[0])) }
        : { type: 'unsupported', what: node.operator }
    case 'BinaryExpression':
      return { type: 'binary', operator: node.operator, left: convert(operand(node.arguments[0])), right: convert(operand(node.arguments[1])) }
    case 'CallExpression':
      return { type: 'call', name: node.callee.name.toUpperCase().replace(/^_XLFN\./, ''), args: node.arguments.map(argument => (isMissing(argument) ? null : convert(argument))) }
    case 'ArrayExpression': {
      const width = node.elements[0]?.length ?? 0
      const values = node.elements.flat().map((element): CellValue => (element.type === 'Literal' ? element.value : element.type === 'ErrorLiteral' ? cellError(element.value) : null))
      return { type: 'grid', grid: { kind: 'grid', height: node.elements.length, width, values } }
    }
    case 'ReferenceIdentifier':
      return node.kind === 'table' ? { type: 'unsupported', what: node.value } : reference(node.value)
    default:
      return { type: 'unsupported', what: node.type }
  }
}

/** `IF(A1,,2)` has a hole that the parser's types do not tell of. */
function isMissing(argument: unknown): boolean {
  return argument === null || argument === undefined
}

function reference(text: string): Expression {
  const found = parseA1Ref(text)
  if (found === undefined) return { type: 'unsupported', what: text }
  const context = found.context ?? []
  // A workbook in front of the sheet: another file, which is not here.
  if (context.length > 1) return { type: 'unsupported', what: text, elsewhere: true }
  if ('name' in found) return { type: 'name', name: found.name }
  const { top, left, bottom, right } = found.range
  const upOne = (index: number | null | undefined): number | null => (index === null || index === undefined ? null : index + 1)
  return { type: 'area', area: area(context[0] ?? '', upOne(top), upOne(left), upOne(bottom), upOne(right)) }
}

/** Every area that a formula points to, names not followed. */
export function areasOf(expression: Expression): Area[] {
  switch (expression.type) {
    case 'area':
      return [expression.area]
    case 'unary':
      return areasOf(expression.of)
    case 'binary':
      return [...areasOf(expression.left), ...areasOf(expression.right)]
    case 'call':
      return expression.args.flatMap(argument => (argument === null ? [] : areasOf(argument)))
    default:
      return []
  }
}

/** Functions that point to cells which their arguments only describe. */
const POINTING: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET'])

/** Whether a formula may take any cell of the workbook, as nothing here tells which: INDIRECT, OFFSET, a table's name, what cannot be read. */
export function pointsAnywhere(expression: Expression): boolean {
  switch (expression.type) {
    case 'unary':
      return pointsAnywhere(expression.of)
    case 'binary':
      return pointsAnywhere(expression.left) || pointsAnywhere(expression.right)
    case 'call':
      return POINTING.has(expression.name) || expression.args.some(argument => argument !== null && pointsAnywhere(argument))
    case 'unsupported':
      return expression.elsewhere !== true
    default:
      return false
  }
}

/** Every name that a formula uses. */
export function namesOf(expression: Expression): string[] {
  switch (expression.type) {
    case 'name':
      return [expression.name]
    case 'unary':
      return namesOf(expression.of)
    case 'binary':
      return [...namesOf(expression.left), ...namesOf(expression.right)]
    case 'call':
      return expression.args.flatMap(argument => (argument === null ? [] : namesOf(argument)))
    default:
      return []
  }
}

function operand(node: AstExpression | undefined): AstExpression {
  if (node === undefined) throw new TypeError('an operator without its operand')
  return node
}
