import { isBlank } from '../../core/cell'
import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { sameValue } from '../../formula/deviations'
import { formKey, movedToSheet, sisterSheets } from '../../formula/sister-sheets'
import type { SisterSheets } from '../../formula/sister-sheets'
import { agrees } from '../../formula/agrees'
import { isWorkedOut } from '../../formula/class-kinds'
import { inputsOf } from '../../formula/inputs'
import type { FormulaClass } from '../../formula/normal-form'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { shownText } from './deviation-finding'

/** Of so many sheets of one form one at most may differ. */
const MANY = 4

/** More cells of one sheet that differ are its way of working. */
const MOST_CELLS = 3

/** A cell of a sheet that holds something else than its sisters. */
interface Differing {
  readonly at: number
  readonly norm: Vote
  readonly row: number
  readonly column: number
}

interface Vote {
  readonly what: FormulaClass
  readonly from: number
  readonly sheets: number[]
}

/**
 * Sheets of one form (the months, the communities) hold the same formula in the same cell. A cell that holds another one on one of
 * them, a typed number or nothing, is told with what its sisters' formula gives there.
 */
export const sheetDiffers: AuditRule = {
  id: 'sheet-differs',
  run(book) {
    return { findings: sisterSheets(book.sheets).flatMap(sheets => inGroup(book, sheets)) }
  },
}

function inGroup(book: AuditBook, sheets: SisterSheets): Finding[] {
  const places = new Map(sheets.map((sheet, at) => [sheet.name.toLowerCase(), at])), asked = new Set<number>(), differing: Differing[] = []
  for (const sheet of sheets) {
    for (const key of sheet.formulas.keys()) {
      if (asked.has(key)) continue
      asked.add(key)
      differing.push(...atCell(book, sheets, places, key))
    }
  }
  const counts = new Map<number, number>()
  for (const { at } of differing) counts.set(at, (counts.get(at) ?? 0) + 1)
  // A sheet that differs in many cells is made in its own way.
  return differing.flatMap(each => ((counts.get(each.at) ?? 0) > MOST_CELLS ? [] : (told(book, sheets, places, each) ?? [])))
}

function atCell(book: AuditBook, sheets: SisterSheets, places: ReadonlyMap<string, number>, key: number): Differing[] {
  const row = keyRow(key), column = keyColumn(key), votes = new Map<string, Vote>(), words = new Map<string, number>()
  for (const sheet of sheets) words.set(wordOf(sheet, row), (words.get(wordOf(sheet, row)) ?? 0) + 1)
  const [word = ''] = [...words].reduce((best, each) => (each[1] > best[1] ? each : best))
  const asked = [...sheets.keys()].filter(at => wordOf(sheets[at] as SheetSnapshot, row) === word)
  for (const at of asked) {
    const what = book.formulas.classIn(sheets[at] as SheetSnapshot, row, column)
    if (what === undefined || what.references.length === 0) continue
    const name = formKey(what, at, places), vote = votes.get(name)
    if (vote === undefined) votes.set(name, { what, from: at, sheets: [at] })
    else vote.sheets.push(at)
  }
  const [norm] = [...votes.values()].sort((a, b) => b.sheets.length - a.sheets.length)
  if (norm === undefined || norm.sheets.length < 3 || asked.length === norm.sheets.length) return []
  const others = asked.filter(at => !norm.sheets.includes(at)
    && movedToSheet(book.formulas, norm.what, norm.from, at, sheets, places, row, column) !== null)
  return others.length > Math.max(1, Math.floor(asked.length / MANY)) ? [] : others.map(at => ({ at, norm, row, column }))
}

/** The first words of a row. */
function wordOf(sheet: SheetSnapshot, row: number): string {
  return (sheet.rows[row - 1] ?? []).find(value => typeof value === 'string' && value !== '')?.toString() ?? ''
}

function told(
  book: AuditBook, sheets: SisterSheets, places: ReadonlyMap<string, number>, { at, norm, row, column }: Differing,
): Finding | null {
  const sheet = sheets[at], moved = movedToSheet(book.formulas, norm.what, norm.from, at, sheets, places, row, column)
  if (sheet === undefined || moved === null || typeof moved.value !== 'number') return null
  const shown = cellAt(sheet, row, column), own = book.formulas.classIn(sheet, row, column)
  const formula = sheet.formulas.get(cellKey(row, column))
  const typed = own === undefined || isWorkedOut(own), blank = typed && isBlank(shown)
  if (typeof shown === 'string' || (blank && (moved.value === 0 || inputsOf(book.formulas, norm.what, sheet, row, column) === 0))) return null
  const same = sameValue(shown, moved.value) || (typed && typeof shown === 'number' && agrees(shown, moved.value))
  // Another formula that gives the same is another way of writing; one that adds up the sisters makes a summary of its sheet.
  if (!typed && (same || (takesSisters(own, places) && !takesSisters(norm.what, places)))) return null
  const noted = hasOverrideNote(sheet, row, column)
  const unsure = blank || shown === 0 || norm.sheets.length < MANY
  return auditFinding({
    rule: 'sheet-differs', severity: same || noted ? 'info' : unsure ? 'warning' : 'error',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
    related: norm.sheets.map(each => ({ sheet: sheets[each]?.name ?? '', boxes: [oneCell(row, column)] })),
    subject: subjectOf(sheet, row, column),
    message: message(blank ? 'audit.sheet-blank' : typed ? 'audit.sheet-typed' : 'audit.sheet-differs', {
      cell: cellName(row, column), siblings: norm.sheets.length, right: moved.formula, value: shownText(moved.value),
      shown: shownText(shown),
    }),
    actual: shown, expected: moved.value, safe: same,
    fix: [{ sheet: sheet.name, row, column, before: formula === undefined ? shown : { formula, value: shown }, after: moved }],
  })
}

function takesSisters(what: FormulaClass, places: ReadonlyMap<string, number>): boolean {
  return what.references.some(({ sheet, external }) => !external && places.has(sheet.toLowerCase()))
    || [...places.keys()].some(name => what.skeleton.toLowerCase().includes(`${name}:`))
}
