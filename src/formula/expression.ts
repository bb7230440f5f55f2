import { cellName, columnName, sheetReference } from '../core/place'
import { parseFormula } from './parse'

/** How tightly an operator binds, loosest first. A part that binds looser than its place asks for gets brackets. */
const BINDS = { comparison: 1, joined: 2, sum: 3, product: 4, power: 5, sign: 6, whole: 7 } as const
const OPERATORS: Readonly<Record<string, number>> = {
  '=': BINDS.comparison, '<>': BINDS.comparison, '<': BINDS.comparison, '>': BINDS.comparison, '<=': BINDS.comparison, '>=': BINDS.comparison,
  '&': BINDS.joined, '+': BINDS.sum, '-': BINDS.sum, '*': BINDS.product, '/': BINDS.product, '^': BINDS.power,
}

/** A part of a formula as it is built: its text is made once, with the brackets that its place needs. Never glued from strings. */
export interface Term {
  readonly text: string
  /** One of `BINDS`. */
  readonly binds: number
  /** The number itself, where the term is one: so that x 1 and / 1 fall away. */
  readonly constant?: number
}

/** A number; a negative one binds like a sign. */
export function number(value: number): Term {
  const text = String(Number(value.toPrecision(15)))
  return { text, binds: text.startsWith('-') ? BINDS.sign : BINDS.whole, constant: value }
}

/** A text between quotes. */
export function text(value: string): Term {
  return { text: `"${value.replaceAll('"', '""')}"`, binds: BINDS.whole }
}

/** A defined name, or anything else that stands for one value. */
export function name(value: string): Term {
  return { text: value, binds: BINDS.whole }
}

export interface CellTerm {
  /** Left out: the formula's own sheet. */
  readonly sheet?: string
  readonly row: number
  readonly column: number
  /** `$B$4` instead of `B4`. */
  readonly fixed?: boolean
}

export function cell({ sheet, row, column, fixed = false }: CellTerm): Term {
  const place = fixed ? `$${columnName(column)}$${String(row)}` : cellName(row, column)
  return { text: sheet === undefined ? place : `${sheetReference(sheet)}!${place}`, binds: BINDS.whole }
}

/** A range down or across; `fixedTop` writes its first row as `$4`, so that it grows when it is copied down. */
export function range(from: CellTerm, to: CellTerm, fixedTop = false): Term {
  const first = cell(from).text, head = fixedTop ? first.replace(/(\d+)$/, '$$$1') : first
  return { text: `${head}:${cell({ row: to.row, column: to.column, ...(from.fixed === true ? { fixed: true } : {}) }).text}`, binds: BINDS.whole }
}

export function call(name: string, ...of: readonly Term[]): Term {
  return { text: `${name}(${of.map(each => each.text).join(',')})`, binds: BINDS.whole }
}

/** A formula that was written elsewhere, with or without its `=`, taken in as one part. */
export function written(formula: string): Term {
  const bare = formula.startsWith('=') ? formula.slice(1) : formula, tree = parseFormula(bare)
  if (isBracketed(bare)) return { text: bare, binds: BINDS.whole }
  const binds = tree.type === 'binary' ? OPERATORS[tree.operator] ?? BINDS.comparison : tree.type === 'unary' ? BINDS.sign : tree.type === 'unsupported' ? BINDS.comparison : BINDS.whole
  return { text: bare, binds }
}

/** One pair of brackets holds it all. */
function isBracketed(formula: string): boolean {
  if (!formula.startsWith('(')) return false
  let depth = 0, quoted = false
  for (let at = 0; at < formula.length; at++) {
    const sign = formula[at]
    if (sign === '"') quoted = !quoted
    if (quoted) continue
    if (sign === '(') depth++
    if (sign === ')' && --depth === 0) return at === formula.length - 1
  }
  return false
}

function joined(operator: string, left: Term, right: Term, rightNeeds: number): Term {
  const binds = OPERATORS[operator] ?? BINDS.comparison
  return { text: `${within(left, binds)}${operator}${within(right, rightNeeds)}`, binds }
}

function within(term: Term, needs: number): string {
  return term.binds < needs ? `(${term.text})` : term.text
}

export function add(...parts: readonly Term[]): Term {
  const [first, ...rest] = parts.filter(part => part.constant !== 0)
  return first === undefined ? number(0) : rest.reduce((sum, part) => joined('+', sum, part, BINDS.sum), first)
}

export function subtract(from: Term, ...parts: readonly Term[]): Term {
  return parts.filter(part => part.constant !== 0).reduce((rest, part) => joined('-', rest, part, BINDS.product), from)
}

export function multiply(...parts: readonly Term[]): Term {
  const [first, ...rest] = parts.filter(part => part.constant !== 1)
  return first === undefined ? number(1) : rest.reduce((product, part) => joined('*', product, part, BINDS.power), first)
}

export function divide(by: Term, divisor: Term): Term {
  return divisor.constant === 1 ? by : joined('/', by, divisor, BINDS.power)
}

/** Times a factor, written as the person would: x 10 and / 10000 rather than x 0.0001. */
export function scaled(term: Term, factor: number): Term {
  if (factor === 1) return term
  const whole = Math.round(1 / factor)
  return factor < 1 && Math.abs(whole * factor - 1) < 1e-9 ? divide(term, number(whole)) : multiply(term, number(factor))
}

export function negative(term: Term): Term {
  return { text: `-${within(term, BINDS.sign)}`, binds: BINDS.sign }
}

/** The formula with its `=`. */
export function formulaOf(term: Term): string {
  return `=${term.text}`
}
