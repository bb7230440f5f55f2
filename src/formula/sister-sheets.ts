import type { CellValue } from '../core/cell'
import { cellKey, sheetReference } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import type { FormulaIndex } from './formula-index'
import { formulaIn, referenceKey } from './normal-form'
import type { FormulaClass, FormulaReference } from './normal-form'

/** Fewer sheets of one form have no say, and fewer words make no form. */
const LEAST_SHEETS = 3
const LEAST_WORDS = 4
/** Words are compared in this part of a sheet, and in so many cells. */
const MOST_ROWS = 300
const MOST_COLUMNS = 60
const MOST_WORDS = 600
/** So much of the words stands in the same cells of sheets of one form; titles and names differ. */
const SHARE = 0.8

/** Sheets of one form, in the order of the workbook: the twelve months, each community. */
export type SisterSheets = readonly SheetSnapshot[]

/** The sheets with formulas whose words stand in the same cells, in groups of three and more. */
export function sisterSheets(sheets: readonly SheetSnapshot[]): SisterSheets[] {
  const groups: { readonly words: ReadonlyMap<number, string>; readonly members: SheetSnapshot[] }[] = [],
    candidates = sheets.filter(sheet => sheet.formulas.size >= 2)
  if (candidates.length < LEAST_SHEETS) return []
  for (const sheet of candidates) {
    const words = wordsOf(sheet)
    if (words.size < LEAST_WORDS) continue
    const known = groups.find(group => isSameForm(group.words, words))
    if (known === undefined) groups.push({ words, members: [sheet] })
    else known.members.push(sheet)
  }
  return groups.flatMap(({ members }) => (members.length >= LEAST_SHEETS ? [members] : []))
}

function wordsOf(sheet: SheetSnapshot): Map<number, string> {
  const words = new Map<number, string>()
  for (let r = 0; r < Math.min(sheet.rows.length, MOST_ROWS) && words.size < MOST_WORDS; r++) {
    const row = sheet.rows[r] ?? []
    for (let c = 0; c < Math.min(row.length, MOST_COLUMNS); c++) {
      const value = row[c]
      if (typeof value === 'string' && value !== '' && !sheet.formulas.has(cellKey(r + 1, c + 1))) words.set(cellKey(r + 1, c + 1), value)
    }
  }
  return words
}

function isSameForm(a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean {
  const least = SHARE * Math.max(a.size, b.size)
  if (Math.min(a.size, b.size) < least) return false
  let same = 0
  for (const [key, word] of a) if (b.get(key) === word) same++
  return same >= least
}

/** Formulas that do the same on each of their sheets, those included that take from the sheet before or behind. */
export function formKey(what: FormulaClass, own: number, places: ReadonlyMap<string, number>): string {
  const keys = what.references.map(reference => {
    const other = reference.external ? undefined : places.get(reference.sheet.toLowerCase())
    return referenceKey(other === undefined ? reference : { ...reference, prefix: `@${String(other - own)}!` })
  })
  return [what.skeleton, ...keys].join('\u0002')
}

/** A sister's formula as it would stand in the same cell of another sheet, and its value there; `null` where it would leave the sheets. */
export function movedToSheet(
  index: FormulaIndex, what: FormulaClass, from: number, to: number, sheets: SisterSheets, places: ReadonlyMap<string, number>,
  row: number, column: number,
): { readonly formula: string; readonly value: CellValue } | null {
  const references: FormulaReference[] = []
  for (const reference of what.references) {
    const place = reference.external ? undefined : places.get(reference.sheet.toLowerCase()),
      other = place === undefined ? undefined : sheets[place - from + to]
    if (place !== undefined && other === undefined) return null
    references.push(other === undefined ? reference : { ...reference, sheet: other.name, prefix: `${sheetReference(other.name)}!` })
  }
  const sheet = sheets[to], formula = formulaIn({ texts: what.texts, references }, row, column)
  const value = sheet === undefined || formula === null ? undefined : index.calculate(formula, sheet, row, column)
  return formula === null || value === undefined ? null : { formula, value }
}
