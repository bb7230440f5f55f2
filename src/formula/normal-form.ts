import { LAST_COLUMN, LAST_ROW, columnName } from '../core/place'

/** One end of a reference: an index of a row or column, or an offset from the cell that the formula stands in. `null`: open (`A:A`). */
export interface ReferenceEnd {
  readonly row: number | null
  readonly column: number | null
  readonly rowFixed: boolean
  readonly columnFixed: boolean
}

/** A reference of a formula, free of the place that the formula stands in. */
export interface FormulaReference {
  /** Sheet as named in the formula, unquoted; empty: the formula's own. */
  readonly sheet: string
  /** Points into another file. */
  readonly external: boolean
  /** What stands in front as written, with its `!`. */
  readonly prefix: string
  readonly from: ReferenceEnd
  /** `null` for a single cell. */
  readonly to: ReferenceEnd | null
}

/** A formula as it is the same in every cell that it was copied to. */
export interface FormulaClass {
  readonly id: number
  /** Equal for formulas that are copies of one another (R1C1 form). */
  readonly key: string
  /** Texts and references in turn; begins and ends with a text that may be empty. */
  readonly texts: readonly string[]
  readonly references: readonly FormulaReference[]
  /** The formula without its references: equal for formulas that do the same with other cells. */
  readonly skeleton: string
  /** Where it was first met. */
  readonly sample: { readonly row: number; readonly column: number; readonly formula: string }
}

/** A cell range in numbers; open ends run to the sheet's edge. */
export interface ResolvedReference {
  readonly sheet: string
  readonly external: boolean
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * Sorts formulas into classes of copies. A formula is read letter by letter, once and without backtracking, so that a million
 * formulas cost little more than reading them; each class is kept once.
 */
export class NormalForms {
  readonly classes: FormulaClass[] = []
  private readonly byKey = new Map<string, FormulaClass>()

  classOf(formula: string, row: number, column: number): FormulaClass {
    const { texts, references } = split(formula, row, column)
    let key = texts[0] ?? ''
    for (let i = 0; i < references.length; i++) key += referenceKey(references[i] as FormulaReference) + (texts[i + 1] ?? '')
    let found = this.byKey.get(key)
    if (found === undefined) {
      found = { id: this.classes.length, key, texts, references, skeleton: skeletonOf(texts), sample: { row, column, formula } }
      this.classes.push(found)
      this.byKey.set(key, found)
    }
    return found
  }
}

/** The texts without spaces and a leading plus sign, in capitals: what only looks different is the same. */
function skeletonOf(texts: readonly string[]): string {
  const joined = texts.join('\u0001')
  return (joined.includes('"') ? joined : joined.replace(/[ \t\r\n]+/g, '').toUpperCase()).replace(/^=\+/, '=')
}

/** The formula of a class as it is written in a cell; `null` where a reference would leave the sheet. */
export function formulaIn(what: Pick<FormulaClass, 'texts' | 'references'>, row: number, column: number): string | null {
  let text = what.texts[0] ?? ''
  for (let i = 0; i < what.references.length; i++) {
    const reference = what.references[i] as FormulaReference
    const from = endText(reference.from, row, column), to = reference.to === null ? '' : endText(reference.to, row, column)
    if (from === null || to === null) return null
    text += reference.prefix + from + (reference.to === null ? '' : `:${to}`) + (what.texts[i + 1] ?? '')
  }
  return text
}

/** Where a reference points from a cell; `null` where it would leave the sheet. */
export function resolve(reference: FormulaReference, sheet: string, row: number, column: number): ResolvedReference | null {
  const { from } = reference, to = reference.to ?? from
  const r1 = place(from.row, from.rowFixed, row, 1), r2 = place(to.row, to.rowFixed, row, LAST_ROW)
  const c1 = place(from.column, from.columnFixed, column, 1), c2 = place(to.column, to.columnFixed, column, LAST_COLUMN)
  if (r1 < 1 || r2 < 1 || c1 < 1 || c2 < 1 || r1 > LAST_ROW || r2 > LAST_ROW || c1 > LAST_COLUMN || c2 > LAST_COLUMN) return null
  return {
    sheet: reference.sheet === '' ? sheet : reference.sheet, external: reference.external,
    top: Math.min(r1, r2), bottom: Math.max(r1, r2), left: Math.min(c1, c2), right: Math.max(c1, c2),
  }
}

function place(index: number | null, fixed: boolean, own: number, open: number): number {
  return index === null ? open : fixed ? index : own + index
}

function endText(end: ReferenceEnd, row: number, column: number): string | null {
  let text = ''
  if (end.column !== null) {
    const at = end.columnFixed ? end.column : column + end.column
    if (at < 1 || at > LAST_COLUMN) return null
    text += (end.columnFixed ? '$' : '') + columnName(at)
  }
  if (end.row !== null) {
    const at = end.rowFixed ? end.row : row + end.row
    if (at < 1 || at > LAST_ROW) return null
    text += (end.rowFixed ? '$' : '') + String(at)
  }
  return text
}

/** A reference in R1C1 form. */
export function referenceKey(reference: FormulaReference): string {
  return reference.prefix.toLowerCase() + endKey(reference.from) + (reference.to === null ? '' : `:${endKey(reference.to)}`)
}

function endKey({ row, column, rowFixed, columnFixed }: ReferenceEnd): string {
  return (row === null ? '' : rowFixed ? `R${String(row)}` : `R[${String(row)}]`) + (column === null ? '' : columnFixed ? `C${String(column)}` : `C[${String(column)}]`)
}

/** Reads references out of a formula: everything else stays text, upper case outside strings is kept as written. */
export function split(formula: string, row: number, column: number): { texts: string[]; references: FormulaReference[] } {
  const texts: string[] = [], references: FormulaReference[] = [], length = formula.length
  let start = 0, at = 0
  while (at < length) {
    const code = formula.charCodeAt(at)
    if (code === QUOTE) {
      at = closing(formula, at, QUOTE)
      continue
    }
    if (code === BRACKET) {
      // `[1]Sheet!A1` begins a reference; anything else in brackets is a column of a table.
      const end = closingBracket(formula, at)
      if (isWordCode(formula.charCodeAt(at - 1)) || !startsSheet(formula, end)) {
        at = end
        continue
      }
    }
    if (code !== APOSTROPHE && code !== DOLLAR && code !== BRACKET && !isWordCode(code)) {
      at++
      continue
    }
    const prefixEnd =
      code === APOSTROPHE || code === BRACKET || code > 127 || code === DOLLAR || isLetterOrDigit(code) || code === UNDERSCORE
        ? sheetPrefix(formula, at)
        : at
    const found = range(formula, prefixEnd, row, column)
    if (found === null) {
      // A word that is no reference: passed over whole, so that its tail is not taken for one.
      at = Math.max(prefixEnd, at + 1)
      while (at < length && isWordCode(formula.charCodeAt(at))) at++
      continue
    }
    texts.push(formula.slice(start, at))
    const prefix = formula.slice(at, prefixEnd), sheet = sheetOf(prefix)
    references.push({ sheet: sheet.name, external: sheet.external, prefix, from: found.from, to: found.to })
    at = start = found.end
  }
  texts.push(formula.slice(start))
  return { texts, references }
}

const QUOTE = 34, APOSTROPHE = 39, DOLLAR = 36, BRACKET = 91, UNDERSCORE = 95

function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

/** A letter of a name, of a number or of a reference; full-width signs and letters outside ASCII belong to names. */
function isWordCode(code: number): boolean {
  return isLetterOrDigit(code) || code === UNDERSCORE || code === 46 || code === DOLLAR || code === 92 || code === 63 || code > 127
}

function closing(text: string, at: number, quote: number): number {
  let end = at + 1
  while (end < text.length) {
    if (text.charCodeAt(end) === quote) {
      if (text.charCodeAt(end + 1) !== quote) return end + 1
      end++
    }
    end++
  }
  return end
}

function closingBracket(text: string, at: number): number {
  let depth = 0, end = at
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === BRACKET) depth++
    else if (code === 93 && --depth === 0) return end + 1
    end++
  }
  return end
}

function startsSheet(text: string, at: number): boolean {
  let end = at
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++
  return end > at && text.charCodeAt(end) === 33
}

/** The end of `Sheet!`, `'A sheet'!` or `[1]Sheet!`; the same place where none stands. */
function sheetPrefix(text: string, at: number): number {
  let end = at
  if (text.charCodeAt(end) === APOSTROPHE) end = closing(text, end, APOSTROPHE)
  else {
    if (text.charCodeAt(end) === BRACKET) end = closingBracket(text, end)
    while (end < text.length && isWordCode(text.charCodeAt(end))) end++
    // `Jan:Dec!A1` over several sheets stays as it is written.
  }
  return end > at && text.charCodeAt(end) === 33 ? end + 1 : at
}

function sheetOf(prefix: string): { name: string; external: boolean } {
  if (prefix === '') return { name: '', external: false }
  let name = prefix.slice(0, -1)
  if (name.startsWith("'")) name = name.slice(1, -1).replaceAll("''", "'")
  const bracket = name.lastIndexOf(']')
  return { name: bracket >= 0 ? name.slice(bracket + 1) : name, external: bracket >= 0 }
}

interface Found {
  readonly from: ReferenceEnd
  readonly to: ReferenceEnd | null
  readonly end: number
}

/** A cell, a range, or whole columns or rows that begin here and are no part of a longer word. */
function range(text: string, at: number, row: number, column: number): Found | null {
  const first = end(text, at, row, column)
  if (first === null) return null
  let stop = first.stop, to: ReferenceEnd | null = null
  if (text.charCodeAt(stop) === 58) {
    const second = end(text, stop + 1, row, column)
    if (
      second !== null &&
      (second.end.row === null) === (first.end.row === null) &&
      (second.end.column === null) === (first.end.column === null)
    ) {
      to = second.end
      stop = second.stop
    }
  }
  if (to === null && (first.end.row === null || first.end.column === null)) return null
  const next = text.charCodeAt(stop)
  // A bracket, a parenthesis or an exclamation mark behind it: a table, a function, a sheet.
  return isWordCode(next) || next === 40 || next === 33 || next === BRACKET ? null : { from: first.end, to, end: stop }
}

function end(text: string, start: number, ownRow: number, ownColumn: number): { end: ReferenceEnd; stop: number } | null {
  let at = start, columnFixed = false, rowFixed = false, column = 0, row = 0, letters = 0
  if (text.charCodeAt(at) === DOLLAR) {
    columnFixed = true
    at++
  }
  for (; letters < 4; letters++, at++) {
    const code = text.charCodeAt(at) & ~32
    if (code < 65 || code > 90 || text.charCodeAt(at) < 65) break
    column = column * 26 + code - 64
  }
  if (letters > 3 || column > LAST_COLUMN) return null
  if (letters === 0 && columnFixed) {
    rowFixed = true
    columnFixed = false
  } else if (text.charCodeAt(at) === DOLLAR) {
    rowFixed = true
    at++
  }
  const digits = at
  for (; at - digits < 8; at++) {
    const code = text.charCodeAt(at)
    if (!(code >= 48 && code <= 57)) break
    row = row * 10 + code - 48
  }
  const hasRow = at > digits
  if (at - digits > 7 || (hasRow && (row < 1 || row > LAST_ROW)) || (letters === 0 && !hasRow) || (rowFixed && !hasRow)) return null
  return {
    end: {
      row: hasRow ? (rowFixed ? row : row - ownRow) : null, column: letters > 0 ? (columnFixed ? column : column - ownColumn) : null,
      rowFixed, columnFixed,
    },
    stop: at,
  }
}
