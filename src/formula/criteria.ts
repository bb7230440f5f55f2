import type { CellValue } from '../core/cell'
import { isCellError } from '../core/cell'
import { compare, numberInText, sameNumber } from './values'

/** One condition of COUNTIFS and its kin, ready to test. */
export interface Criterion {
  /** Two criteria with equal keys test the same. */
  readonly key: string
  /** The class of value that alone can match (`classOf`), where the condition is a plain equality. */
  readonly equals: string | null
  test(value: CellValue): boolean
}

/** Values of one class are equal to every condition: texts without regard to case, numbers and texts that read as one. */
export function classOf(value: CellValue): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `n${String(Number(value.toPrecision(15)))}`
  if (typeof value === 'boolean') return value ? 'bTRUE' : 'bFALSE'
  if (isCellError(value)) return `e${value.error}`
  const number = numberInText(value)
  return number === null ? `s${value.toLowerCase()}` : `n${String(Number(number.toPrecision(15)))}`
}

const known = new Map<string, Criterion>()

/** Reads a condition: a value to equal, or a text with an operator in front; `*`, `?` and `~` as Excel has them. */
export function criterionOf(value: CellValue): Criterion {
  // A blank cell as a condition means the number 0.
  if (value === null) return criterionOf(0)
  const key = typeof value === 'string' ? `s${value}` : classOf(value)
  let found = known.get(key)
  if (found === undefined) {
    found = read(value, key)
    if (known.size > 10_000) known.clear()
    known.set(key, found)
  }
  return found
}

function read(value: string | number | boolean | { readonly error: string }, key: string): Criterion {
  if (typeof value !== 'string') {
    const equals = classOf(value)
    return { key, equals, test: cell => classOf(cell) === equals }
  }
  const match = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(value)
  const operator = match?.[1] ?? '', operand = match?.[2] ?? ''
  if (operator === '' || operator === '=') {
    if (operand === '') {
      // "" meets blank cells and empty texts, "=" blank cells alone; the two look the same in a snapshot of values.
      return operator === '' ? { key, equals: '', test: cell => classOf(cell) === '' } : { key, equals: null, test: cell => cell === null }
    }
    const pattern = wildcard(operand)
    if (pattern !== null) return { key, equals: null, test: cell => typeof cell === 'string' && pattern.test(cell) }
    const equals = classOf(typed(unescaped(operand)))
    return { key, equals, test: cell => classOf(cell) === equals }
  }
  if (operator === '<>') {
    if (operand === '') return { key, equals: null, test: cell => cell !== null }
    const pattern = wildcard(operand)
    if (pattern !== null) return { key, equals: null, test: cell => !(typeof cell === 'string' && pattern.test(cell)) }
    const equals = classOf(typed(unescaped(operand)))
    return { key, equals: null, test: cell => classOf(cell) !== equals }
  }
  const limit = typed(operand)
  return {
    key,
    equals: null,
    test: cell => {
      if (cell === null || isCellError(cell) || typeof cell !== typeof limit) return false
      if (typeof cell === 'number' && typeof limit === 'number' && sameNumber(cell, limit)) return operator.includes('=')
      const order = compare(cell, limit)
      if (typeof order !== 'number') return false
      return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0
    },
  }
}

function typed(text: string): string | number | boolean {
  const number = numberInText(text)
  if (number !== null) return number
  const word = text.toUpperCase()
  return word === 'TRUE' ? true : word === 'FALSE' ? false : text
}

function wildcard(text: string): RegExp | null {
  if (!/(?:^|[^~])(?:~~)*[*?]/.test(text)) return null
  const source = text.replace(/~([*?~])|([*?])|([\s\S])/g, (_all, escaped: string | undefined, wild: string | undefined, plain: string | undefined) =>
    wild === '*' ? '[\\s\\S]*' : wild === '?' ? '[\\s\\S]' : literal(escaped ?? plain ?? ''))
  return new RegExp(`^${source}$`, 'iu')
}

function literal(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter
}

function unescaped(text: string): string {
  return text.replace(/~([*?~])/g, '$1')
}

/** A text as a condition that equals exactly it: operators and wildcards in it lose their meaning. */
export function exactly(text: string): string {
  const escaped = text.replace(/[*?~]/g, '~$&')
  return /^[<>=]/.test(text) ? `=${escaped}` : escaped
}
