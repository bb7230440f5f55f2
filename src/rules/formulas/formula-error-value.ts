import { isCellError } from '../../core/cell'
import { cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { Finding } from '../../core/finding'
import type { SheetSnapshot } from '../../core/snapshot'
import { cellAt } from '../../core/snapshot'
import { deviationsOf } from '../../formula/deviations'
import { siblingFormula } from '../../formula/sibling'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditBook, AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'
import { usesBrokenName } from './name-broken'
import { numberWritten } from '../../formula/number-written'
import { shownText } from './deviation-finding'

/** Where one cause stands in more cells, the first speaks for all and the others are related. */
const FEW = 3

/** 无, 待定, —: words in the place of a number are short. */
const LONGEST = 3

/** An error value with the same cause. */
interface Cause {
  readonly sheet: SheetSnapshot
  readonly error: string
  readonly keys: number[]
}

/**
 * Error values by cause and not by cell: a cell whose own formula makes the error is a cause; cells that only pass it on are related.
 * Causes of one error on one sheet with the same formula are one finding. A division by a cell that is still blank is a template
 * that waits, and no fault.
 * Of its findings on the labelled workbooks (`npm run audit:score`) one set of labels confirms 0 of 6, the other 0 of 6.
 */
export const formulaErrorValue: AuditRule = {
  id: 'formula-error-value',
  run(book) {
    const missed = new Map<string, string>()
    const causes = new Map<string, Cause>(), texts = new Map<string, Cause>(), passed = new Map<string, Map<SheetSnapshot, number[]>>()
    for (const sheet of book.sheets) {
      for (const [key, formula] of sheet.formulas) {
        const value = cellAt(sheet, keyRow(key), keyColumn(key))
        if (value === null || typeof value !== 'object' || !isCellError(value)) continue
        const row = keyRow(key), column = keyColumn(key), own = ownCause(book, sheet, row, column, formula, value.error)
        const text = own && value.error === '#VALUE!' ? textTaken(book, sheet, row, column) : null
        if (text !== null) {
          const place = `${text.sheet.name}\u0000${String(text.key)}`
          const known = texts.get(place) ?? { sheet: text.sheet, error: value.error, keys: [text.key] }
          if (text.sheet === sheet) known.keys.push(key)
          texts.set(place, known)
        } else if (own) {
          const steps = formula.includes('#REF!') ? '#REF!' : String(book.formulas.classIn(sheet, row, column)?.skeleton)
          const way = `${sheet.name}\u0000${value.error}\u0000${steps}`
          // What no list has, every look-up of its row misses: one cause.
          const line = `${sheet.name}\u0000${String(row)}`, name = (value.error === '#N/A' ? missed.get(line) : undefined) ?? way
          if (value.error === '#N/A') missed.set(line, name)
          const known = causes.get(name)
          if (known === undefined) causes.set(name, { sheet, error: value.error, keys: [key] })
          else known.keys.push(key)
        } else {
          let bySheet = passed.get(value.error)
          if (bySheet === undefined) passed.set(value.error, (bySheet = new Map()))
          const known = bySheet.get(sheet)
          if (known === undefined) bySheet.set(sheet, [key])
          else known.push(key)
        }
      }
    }
    const findings: Finding[] = [...texts.values()].flatMap(cause => textFinding(book, cause))
    for (const { sheet, error, keys } of causes.values()) {
      const first = keys[0] ?? 0, dependants = passed.get(error)
      passed.delete(error)
      const row = keyRow(first),
        column = keyColumn(first),
        sibling = keys.length === 1 ? siblingFormula(book.formulas, sheet, row, column) : null
      const passing = dependants === undefined ? 0 : [...dependants.values()].reduce((sum, cells) => sum + cells.length, 0)
      const few = keys.length <= FEW, template = sibling === null && (error === '#DIV/0!' || (error === '#N/A' && !isFoundBeside(book, sheet, row, column)))
      findings.push(auditFinding({
        rule: 'formula-error-value', severity: template ? 'info' : sibling === null ? 'warning' : 'error', at: { sheet: sheet.name, boxes: boxesOf(few ? keys : keys.slice(0, 1)) },
        related: [...(few ? [] : [{ sheet: sheet.name, boxes: boxesOf(keys.slice(1)) }]),
          ...(dependants === undefined ? [] : [...dependants].map(([other, cells]) => ({ sheet: other.name, boxes: boxesOf(cells) })))],
        subject: `${subjectOf(sheet, row, column)}/${error}`,
        message: sibling === null ? message('audit.error-value', { error, count: keys.length, passed: passing }) : message('audit.error-value-known', { cell: cellName(row, column), error, right: sibling.formula, value: shownText(sibling.value), passed: passing }),
        actual: { error }, ...(sibling === null ? {} : { expected: sibling.value, fix: [{ sheet: sheet.name, row, column, before: { formula: sheet.formulas.get(first) ?? '', value: { error } }, after: { formula: sibling.formula, value: sibling.value } }] }),
      }))
    }
    return { findings }
  },
}

/** A word or a dash that a formula takes for a number, where the cells beside the word compute. */
function textTaken(
  book: AuditBook, sheet: SheetSnapshot, row: number, column: number,
): { readonly sheet: SheetSnapshot; readonly key: number } | null {
  for (const area of book.formulas.referencesOf(sheet, row, column)) {
    const other = area.external || area.top !== area.bottom || area.left !== area.right ? undefined : book.formulas.sheetNamed(area.sheet)
    const value = other === undefined ? null : cellAt(other, area.top, area.left)
    if (other === undefined || typeof value !== 'string' || value === '' || other.formulas.has(cellKey(area.top, area.left))) continue
    // A longer word is a label that the reference has slipped onto.
    const right = value.trim().length > LONGEST ? 0 : (siblingFormula(book.formulas, other, area.top, area.left)?.value ?? 0)
    if (typeof right === 'number' && right !== 0) return { sheet: other, key: cellKey(area.top, area.left) }
  }
  return null
}

function textFinding(book: AuditBook, { sheet, keys: [key = 0, ...failing] }: Cause): Finding[] {
  const row = keyRow(key), column = keyColumn(key), shown = cellAt(sheet, row, column)
  const sibling = siblingFormula(book.formulas, sheet, row, column)
  if (sibling === null || typeof sibling.value !== 'number') return []
  return [auditFinding({
    rule: 'formula-error-value', severity: 'warning', at: { sheet: sheet.name, boxes: boxesOf([key]) },
    related: [{ sheet: sheet.name, boxes: boxesOf(failing) }], subject: subjectOf(sheet, row, column),
    message: message('audit.text-makes-error', { cell: cellName(row, column), shown: shownText(shown), right: sibling.formula, value: shownText(sibling.value) }),
    actual: shown, expected: sibling.value,
    fix: [{ sheet: sheet.name, row, column, before: shown, after: { formula: sibling.formula, value: sibling.value } }],
  })]
}

/** Whether the error is made here: no cell that the formula points to shows one. */
function ownCause(book: AuditBook, sheet: SheetSnapshot, row: number, column: number, formula: string, error: string): boolean {
  if (formula.includes('#REF!')) return true
  // Told under the name.
  if (usesBrokenName(book, formula)) return false
  for (const area of book.formulas.referencesOf(sheet, row, column)) {
    const other = area.external ? undefined : book.formulas.sheetNamed(area.sheet)
    if (other === undefined) continue
    const bottom = Math.min(area.bottom, other.rows.length, area.top + 5000)
    for (let at = area.top; at <= bottom; at++) {
      const cells = other.rows[at - 1] ?? [], right = Math.min(area.right, cells.length)
      for (let to = area.left; to <= right; to++) {
        const value = cells[to - 1]
        // A number written as text is told by its own rule.
        if (error === '#VALUE!' && typeof value === 'string' && value.length <= 30 && numberWritten(other, at, to, value) !== null) return false
        // So is a word that a formula unlike its siblings took over.
        if (error === '#VALUE!' && typeof value === 'string' && isToldDeviation(book, other, at, to)) return false
        if (typeof value === 'object' && value !== null && cellKey(at, to) !== cellKey(row, column)) return false
      }
    }
  }
  return true
}

function isToldDeviation(book: AuditBook, sheet: SheetSnapshot, row: number, column: number): boolean {
  return sheet.formulas.has(cellKey(row, column)) && deviationsOf(book.formulas, sheet).some(each =>
    each.row === row && each.column === column && typeof each.expected === 'number')
}

/** The same formula finds something in the rows right above and below: this one asks for what the list lacks. */
function isFoundBeside(book: AuditBook, sheet: SheetSnapshot, row: number, column: number): boolean {
  const own = book.formulas.classIn(sheet, row, column)
  return [row - 1, row + 1].every(at => at >= 1 && own !== undefined && book.formulas.classIn(sheet, at, column) === own
    && !isCellError(cellAt(sheet, at, column)))
}
