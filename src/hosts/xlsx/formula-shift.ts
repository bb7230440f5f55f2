import { LAST_COLUMN, LAST_ROW, columnName, columnNumber } from '../../core/place'

/** A formula cut where its relative references stand, so that a group of a hundred thousand cells is cut once. */
export type CutFormula = readonly (string | Reference)[]

interface Reference {
  /** 0 when the reference names whole rows. */
  readonly column: number
  readonly columnFixed: boolean
  /** 0 when the reference names whole columns. */
  readonly row: number
  readonly rowFixed: boolean
}

/**
 * Finds the references of a formula, leaving alone texts, quoted sheet names, names, functions and structured references.
 * @param formula without its leading `=`
 */
export function cutFormula(formula: string): CutFormula {
  const parts: (string | Reference)[] = []
  let plain = 0
  let at = 0
  const length = formula.length
  while (at < length) {
    const character = formula[at] as string
    if (character === '"' || character === "'") at = behindQuotes(formula, at, character)
    else if (character === '[') at = behindBrackets(formula, at)
    else if (isWord(character)) {
      let end = at + 1
      while (end < length && isWord(formula[end] as string)) end++
      const word = formula.slice(at, end)
      const next = formula[end]
      const references = next === '(' || next === '!' || next === '[' ? undefined : readReference(word, formula, at, end)
      if (references !== undefined) {
        if (at > plain) parts.push(formula.slice(plain, at))
        parts.push(references)
        plain = end
      }
      at = end
    } else at++
  }
  if (plain < length) parts.push(formula.slice(plain))
  return parts
}

/** The formula as it reads when moved; a reference pushed off the sheet becomes `#REF!`. */
export function shiftFormula(cut: CutFormula, rows: number, columns: number): string {
  // Joined and not added up: added texts stay chains of their pieces in memory, and there may be a million of them.
  const pieces = new Array<string>(cut.length)
  for (let i = 0; i < cut.length; i++) {
    const part = cut[i] as string | Reference
    pieces[i] = typeof part === 'string' ? part : shifted(part, rows, columns)
  }
  return pieces.join('')
}

function shifted(reference: Reference, rows: number, columns: number): string {
  const row = reference.rowFixed ? reference.row : reference.row + rows
  const column = reference.columnFixed ? reference.column : reference.column + columns
  // Excel wraps around the edge of the sheet in shared formulas; a wrapped reference is never meant.
  if ((reference.row > 0 && (row < 1 || row > LAST_ROW)) || (reference.column > 0 && (column < 1 || column > LAST_COLUMN))) return '#REF!'
  const letters = reference.column > 0 ? (reference.columnFixed ? '$' : '') + columnName(column) : ''
  const digits = reference.row > 0 ? (reference.rowFixed ? '$' : '') + String(row) : ''
  return letters + digits
}

function behindQuotes(formula: string, from: number, mark: string): number {
  let at = from + 1
  for (;;) {
    const end = formula.indexOf(mark, at)
    if (end < 0) return formula.length
    if (formula[end + 1] !== mark) return end + 1
    at = end + 2
  }
}

/** Structured references and the names of other workbooks: nothing in brackets moves. */
function behindBrackets(formula: string, from: number): number {
  let depth = 0
  for (let at = from; at < formula.length; at++) {
    const character = formula[at]
    if (character === "'") at++
    else if (character === '[') depth++
    else if (character === ']' && --depth === 0) return at + 1
  }
  return formula.length
}

function isWord(character: string): boolean {
  const code = character.charCodeAt(0)
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 36 ||
    code === 95 ||
    code === 46 ||
    code === 92 ||
    code === 63 ||
    code > 127
  )
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/
const ROW = /^(\$?)([1-9]\d{0,6})$/

function readReference(word: string, formula: string, start: number, end: number): Reference | undefined {
  const cell = CELL.exec(word)
  if (cell !== null) {
    const column = columnNumber(cell[2] ?? ''), row = Number(cell[4])
    return column === null || row > LAST_ROW ? undefined : { column, columnFixed: cell[1] === '$', row, rowFixed: cell[3] === '$' }
  }
  // `A:C` and `3:5` move too, but a lone `A` is a name and a lone `3` a number: both ends must be of the same kind.
  const before = formula[start - 1] === ':' ? wordBefore(formula, start - 1) : undefined
  const after = formula[end] === ':' ? wordAfter(formula, end + 1) : undefined
  const columns = COLUMN.exec(word)
  if (columns !== null && (isKind(COLUMN, before) || isKind(COLUMN, after))) {
    const column = columnNumber(columns[2] ?? '')
    return column === null ? undefined : { column, columnFixed: columns[1] === '$', row: 0, rowFixed: true }
  }
  const rows = ROW.exec(word)
  if (rows !== null && (isKind(ROW, before) || isKind(ROW, after))) {
    const row = Number(rows[2])
    return row > LAST_ROW ? undefined : { column: 0, columnFixed: true, row, rowFixed: rows[1] === '$' }
  }
  return undefined
}

function isKind(pattern: RegExp, word: string | undefined): boolean {
  return word !== undefined && pattern.test(word)
}

function wordBefore(formula: string, end: number): string {
  let start = end
  while (start > 0 && isWord(formula[start - 1] as string)) start--
  return formula.slice(start, end)
}

function wordAfter(formula: string, start: number): string {
  let end = start
  while (end < formula.length && isWord(formula[end] as string)) end++
  return formula.slice(start, end)
}
