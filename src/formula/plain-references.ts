import { columnName, isInBox, keyColumn, keyRow, sheetReference } from '../core/place'
import type { NamedTable, SheetSnapshot, Snapshot } from '../core/snapshot'

/** More sheets than this behind one another are left to the spreadsheet program. */
const MOST_SHEETS = 40
/** A longer formula is left as it is written. */
const LONGEST = 8000

/**
 * The workbook with references to tables (`表1[金额]`, `[@数量]`) and over several sheets (`SUM(一月:四月!B5)`) written out as plain
 * cells, so that they are moved, compared and calculated like any other. What is not understood stays as it is written. A workbook
 * without such references comes back as it is.
 */
export function withPlainReferences(snapshot: Snapshot): Snapshot {
  const known = plain.get(snapshot)
  if (known !== undefined) return known
  const tables = new Map<string, Place>()
  for (const sheet of snapshot.sheets) for (const table of sheet.tables) tables.set(table.name.toLowerCase(), { sheet, table })
  let changed = false
  const sheets = snapshot.sheets.map((sheet): SheetSnapshot => {
    let formulas: Map<number, string> | null = null
    for (const [key, formula] of sheet.formulas) {
      const written = plainFormula(formula, snapshot, tables, sheet, keyRow(key), keyColumn(key))
      if (written !== formula) (formulas ??= new Map(sheet.formulas)).set(key, written)
    }
    if (formulas === null) return sheet
    changed = true
    return { ...sheet, formulas }
  })
  const result = changed ? { ...snapshot, sheets } : snapshot
  plain.set(snapshot, result)
  plain.set(result, result)
  return result
}

const plain = new WeakMap<Snapshot, Snapshot>()

interface Place {
  readonly sheet: SheetSnapshot
  readonly table: NamedTable
}

function plainFormula(
  formula: string, snapshot: Snapshot, tables: ReadonlyMap<string, Place>, sheet: SheetSnapshot, row: number, column: number,
): string {
  const overSheets = formula.includes('!') && formula.includes(':'), ofTables = tables.size > 0 && formula.includes('['),
    wholeTables = tables.size > 0 && [...tables.keys()].some(name => formula.toLowerCase().includes(name))
  if ((!overSheets && !ofTables && !wholeTables) || formula.length > LONGEST) return formula
  const bare = wholeTables ? withoutTableNames(formula, tables, sheet, row) : formula
  const written = ofTables ? withoutTables(bare, tables, sheet, row, column) : bare
  return overSheets ? withoutSpans(written, snapshot) : written
}

const WORD = /[\p{L}\p{N}_.\\?]/u

/** A word that stands by itself; texts, sheets in quotes and what stands in brackets are passed over. */
const ALONE = /"[^"]*"|'[^']*'|\[[^\]]*\]|(?<![\p{L}\p{N}_.\\!])[\p{L}_\\][\p{L}\p{N}_.\\]*(?![\p{L}\p{N}_.\\[(!:])/gu

/** Each table that is named without brackets (`SUM(表1)`) as its body. */
function withoutTableNames(formula: string, tables: ReadonlyMap<string, Place>, sheet: SheetSnapshot, row: number): string {
  return formula.replace(ALONE, word => {
    const place = tables.get(word.toLowerCase())
    return place === undefined ? word : (cellsOf('#Data', place, sheet, row) ?? word)
  })
}

/** Each `Name[…]` or `[@…]` as its cells. */
function withoutTables(formula: string, tables: ReadonlyMap<string, Place>, sheet: SheetSnapshot, row: number, column: number): string {
  let text = '', at = 0
  while (at < formula.length) {
    const sign = formula[at] ?? ''
    if (sign === '"' || sign === "'") {
      const end = closing(formula, at, sign)
      text += formula.slice(at, end)
      at = end
      continue
    }
    if (sign !== '[') {
      text += sign
      at++
      continue
    }
    const end = closingBracket(formula, at)
    let from = text.length
    while (from > 0 && WORD.test(text[from - 1] ?? '')) from--
    const name = text.slice(from), place = name === '' ? tableAround(sheet, row, column) : tables.get(name.toLowerCase())
    const cells = place === undefined ? null : cellsOf(formula.slice(at + 1, end - 1), place, sheet, row)
    text = cells === null ? text + formula.slice(at, end) : text.slice(0, from) + cells
    at = end
  }
  return text
}

function tableAround(sheet: SheetSnapshot, row: number, column: number): Place | undefined {
  const table = sheet.tables.find(({ box }) => isInBox(box, row, column))
  return table === undefined ? undefined : { sheet, table }
}

/** What stands between the brackets, as a plain reference; `null` where it is not understood. */
function cellsOf(inside: string, { sheet, table }: Place, own: SheetSnapshot, row: number): string | null {
  const { top, bottom, left } = table.box, first = top + table.headerRows, last = bottom - table.totalsRows
  let rows: readonly [number, number] | null = [first, last], thisRow = false, from: number | null = null, to: number | null = null
  const columnAt = (name: string): number | null => {
    const wanted = name.replace(/'(.)/g, '$1').trim().toLowerCase(), index = table.columns.findIndex(each => each.trim().toLowerCase() === wanted)
    return index < 0 ? null : left + index
  }
  for (const part of inside.startsWith('[') ? partsOf(inside) : [inside]) {
    const word = part.trim(), here = word.startsWith('@')
    if (here || /^#this row$/i.test(word)) thisRow = true
    else if (word.startsWith('#')) {
      rows = /^#all$/i.test(word) ? [top, bottom] : /^#data$/i.test(word) ? [first, last] : /^#headers$/i.test(word) && table.headerRows > 0 ? [top, first - 1]
        : /^#totals$/i.test(word) && table.totalsRows > 0 ? [last + 1, bottom] : null
      continue
    }
    const name = here ? word.slice(1).replace(/^\[(.*)\]$/, '$1') : word.startsWith('#') ? '' : word
    if (name === '') continue
    const at = columnAt(name)
    if (at === null) return null
    if (from === null) from = at
    to = at
  }
  if (rows === null || (thisRow && (row < first || row > last))) return null
  const prefix = sheet === own ? '' : `${sheetReference(sheet.name)}!`, a = columnName(from ?? left), b = columnName(to ?? table.box.right)
  // Of its own row a formula takes the same column wherever it is copied along the rows.
  if (thisRow) return `${prefix}$${a}${String(row)}${a === b ? '' : `:$${b}${String(row)}`}`
  return `${prefix}$${a}$${String(rows[0])}${a === b && rows[0] === rows[1] ? '' : `:$${b}$${String(rows[1])}`}`
}

/** `[#This Row],[数量]` and `[一月]:[三月]` in their parts. */
function partsOf(inside: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] !== '[') continue
    const end = closingBracket(inside, at)
    parts.push(inside.slice(at + 1, end - 1))
    at = end - 1
  }
  return parts
}

function closing(text: string, at: number, quote: string): number {
  let end = at + 1
  while (end < text.length && text[end] !== quote) end++
  return Math.min(end + 1, text.length)
}

/** Behind the bracket that closes; an apostrophe takes the sign behind it as it is. */
function closingBracket(text: string, at: number): number {
  let depth = 0
  for (let end = at; end < text.length; end++) {
    if (text[end] === "'") end++
    else if (text[end] === '[') depth++
    else if (text[end] === ']' && --depth === 0) return end + 1
  }
  return text.length
}

/** `一月:四月!B5` or `'1月:4月'!B5:C5`. */
const SPAN = /(?:'([^'[\]:!]{1,31}):([^'[\]:!]{1,31})'|(?<![\p{L}\p{N}_.'!])([\p{L}_][\p{L}\p{N}_.]{0,30}):([\p{L}_][\p{L}\p{N}_.]{0,30}))!(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(])/gu

/** A place on several sheets as a list of places, one a sheet. */
function withoutSpans(formula: string, snapshot: Snapshot): string {
  if (formula.includes('"')) return formula
  return formula.replace(SPAN, (all, quotedFrom?: string, quotedTo?: string, plainFrom?: string, plainTo?: string, cells = '') => {
    const index = (name: string | undefined): number => snapshot.sheets.findIndex(each => each.name.toLowerCase() === name?.toLowerCase())
    const a = index(quotedFrom ?? plainFrom), b = index(quotedTo ?? plainTo)
    if (a < 0 || b < 0 || Math.abs(a - b) >= MOST_SHEETS) return all
    return snapshot.sheets.slice(Math.min(a, b), Math.max(a, b) + 1).filter(each => each.kind === 'worksheet')
      .map(each => `${sheetReference(each.name)}!${String(cells)}`).join(',')
  })
}
