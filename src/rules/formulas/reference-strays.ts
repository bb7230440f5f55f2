import type { Finding } from '../../core/finding'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { sameValue } from '../../formula/deviations'
import { formulaIn, resolve } from '../../formula/normal-form'
import type { FormulaClass, FormulaReference } from '../../formula/normal-form'
import { signsOf } from '../../formula/signed-terms'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { shownText } from './deviation-finding'

/** So many terms at least must stand in one line, and for each that does not three that do. */
const LEAST = 4
const MANY = 3
/** A term further away than this was meant. */
const REACH = 2

interface Term { readonly row: number; readonly column: number }

/**
 * A sum of single cells that all stand in one row or one column, but for one or two that stand a line or two beside it: the hand slipped.
 * Where the line's own cell is in the sum already, the stray one is one too many.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const referenceStrays: AuditRule = {
  id: 'reference-strays',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      for (const { key, what } of book.formulas.cells(sheet, each => each.references.length > LEAST && signsOf(each) !== null)) {
        const found = strays(book, sheet, key, what)
        if (found !== null) findings.push(found)
      }
    }
    return { findings }
  },
}

function strays(book: AuditBook, sheet: SheetSnapshot, key: number, what: FormulaClass): Finding | null {
  const row = keyRow(key), column = keyColumn(key), terms: Term[] = []
  for (const reference of what.references) {
    const area = resolve(reference, sheet.name, row, column)
    if (area === null || reference.to !== null || area.external || area.sheet !== sheet.name) return null
    terms.push({ row: area.top, column: area.left })
  }
  for (const [along, across] of [['row', 'column'], ['column', 'row']] as const) {
    const line = usual(terms.map(term => term[along])), off = terms.filter(term => term[along] !== line)
    if (off.length === 0 || terms.length - off.length < Math.max(LEAST, MANY * off.length)
      || off.some(term => Math.abs(term[along] - line) > REACH)) continue
    // Numbers of the line: a stray is no heading and no blank, and neither is the cell that it should be.
    if (new Set(terms.map(term => term[across])).size < terms.length - off.length) continue
    const meant = terms.map(term => (term[along] === line ? term : { ...term, [along]: line })),
      taken = new Set(terms.map(term => cellKey(term.row, term.column)))
    if (off.some(term => typeof cellAt(sheet, term.row, term.column) !== 'number')) continue
    const right = mended(what, terms, meant, taken, row, column), formula = right === null ? null : formulaIn(right, row, column)
    const value = formula === null ? undefined : book.formulas.calculate(formula, sheet, row, column), shown = cellAt(sheet, row, column)
    if (formula === null || typeof value !== 'number') continue
    return auditFinding({
      rule: 'reference-strays', severity: sameValue(value, shown) ? 'info' : 'warning', at: { sheet: sheet.name, boxes: boxesOf([key]) },
      related: [{ sheet: sheet.name, boxes: boxesOf(off.map(term => cellKey(term.row, term.column))) }],
        subject: subjectOf(sheet, row, column),
      message: message('audit.reference-strays', { cell: cellName(row, column), strays: off.map(term => cellName(term.row, term.column)), terms: terms.length - off.length, right: formula, value: shownText(value) }),
      actual: shown, expected: value,
      fix: [{ sheet: sheet.name, row, column, before: { formula: sheet.formulas.get(key) ?? '', value: shown }, after: { formula, value } }],
    })
  }
  return null
}

/** The row or column that most terms stand in. */
function usual(lines: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]
}

/** The formula with its strays put into the line, or left out where the line's cell is there already; `null` where a bracket is in the way. */
function mended(
  what: FormulaClass, terms: readonly Term[], meant: readonly Term[], taken: ReadonlySet<number>, row: number, column: number,
): Pick<FormulaClass, 'texts' | 'references'> | null {
  const texts: string[] = [what.texts[0] ?? ''], references: FormulaReference[] = []
  for (const [i, reference] of what.references.entries()) {
    const term = terms[i], place = meant[i], after = what.texts[i + 1] ?? ''
    if (term === undefined || place === undefined) return null
    if (term === place || !taken.has(cellKey(place.row, place.column))) {
      const { from } = reference
      references.push(term === place ? reference
        : { ...reference, from: { ...from, row: from.rowFixed ? place.row : place.row - row, column: from.columnFixed ? place.column
          : place.column - column } })
      texts.push(after)
      continue
    }
    const before = texts[texts.length - 1] ?? ''
    if (/[+]$/.test(before)) texts[texts.length - 1] = before.slice(0, -1) + after
    else if (/^[+,]/.test(after)) texts[texts.length - 1] = before + after.slice(1)
    else return null
  }
  return { texts, references }
}
