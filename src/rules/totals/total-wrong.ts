import type { CheckedTotal, NotChecked } from '../../core/checked'
import type { Finding } from '../../core/finding'
import { cellKey } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import type { Culprit } from '../../totals/settle'
import type { HeldRelation } from '../../totals/held-relation'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf, wordAbove, wordLeft } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'

/** A difference of less than this share of the value changes nothing. */
const MINOR = 0.0005

/**
 * A typed number that breaks what its sisters hold: the total of a column whose other totals add up, the amount of a row whose other
 * rows multiply. The cell that mends most relations and breaks fewest is named, once. Cells that hold formulas, and totals whose
 * sisters are formulas, are the business of the formula rules. Of 385 published tables, 95 % raise no alarm (the rest differ in
 * themselves), and of totals shifted by 1 to 8 % with three or more sisters 79 % are found with the right value.
 * On the labelled workbooks it makes one finding, which neither set of labels has.
 */
export const totalWrong: AuditRule = {
  id: 'total-wrong', about: 'totals',
  run(book) {
    const findings: Finding[] = [], totals: CheckedTotal[] = [], not: NotChecked[] = []
    for (const sheet of book.sheets) {
      const { culprits, held, tooLarge } = arithmeticOf(sheet)
      if (tooLarge) not.push({ sheet: sheet.name, cell: null, check: 'total-wrong', why: message('totals.not-large') })
      const told = culprits.filter(culprit => !isFormulaBusiness(sheet, held, culprit))
      totals.push(...checkedTotals(sheet, held, told))
      for (const culprit of told) findings.push(wrong(sheet, culprit))
    }
    return { findings, totals, not }
  },
}

function isFormulaBusiness(sheet: SheetSnapshot, held: readonly HeldRelation[], culprit: Culprit): boolean {
  if (sheet.formulas.size === 0) return false
  if (
    sheet.formulas.has(cellKey(culprit.row, culprit.column)) ||
    culprit.results.some(({ row, column }) => sheet.formulas.has(cellKey(row, column)))
  )
    return true
  // The result is typed among computed ones: a rule of formulas says so, with the formula.
  return culprit.results.some(({ row, column }) =>
    held.some(
      each =>
        each.kind === culprit.kind && (each.row === row) !== (each.column === column) && sheet.formulas.has(cellKey(each.row, each.column)),
    ),
  )
}

function wrong(sheet: SheetSnapshot, culprit: Culprit): Finding {
  const { row, column, value, expected, agree, of, mends, is, holds } = culprit
  const noted = hasOverrideNote(sheet, row, column), minor = Math.abs(expected - value) < MINOR * Math.abs(value)
  const proved = mends >= 2 || (is === 'result' && agree >= 2 && holds === 0)
  return auditFinding({
    rule: 'total-wrong', severity: noted || minor ? 'info' : proved ? 'error' : 'warning',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
    related: [{ sheet: sheet.name, boxes: boxesOf(culprit.beside.map(cell => cellKey(cell.row, cell.column))) }],
    subject: subjectOf(sheet, row, column),
    message: message(mends >= 2 ? 'totals.wrong-twice' : `totals.wrong-${culprit.kind === 'sum' || culprit.kind === 'average' || culprit.kind === 'difference' ? 'sum' : culprit.kind}`, {
      label: labelOf(sheet, row, column), value, expected, difference: tidy(value - expected), agree, of, mends,
    }),
    actual: value, expected,
    fix: [{ sheet: sheet.name, row, column, before: value, after: expected }],
  })
}

/** The words of the row and the column of a cell: 合计 / 金额. */
export function labelOf(sheet: SheetSnapshot, row: number, column: number): string {
  return [...new Set([wordLeft(sheet, row, column), wordAbove(sheet, row, column)])].filter(word => word !== '' && word.length <= 40).join(' / ')
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

/** One entry a cell and relation; a cell named as wrong does not hold. */
function checkedTotals(sheet: SheetSnapshot, held: readonly HeldRelation[], culprits: readonly Culprit[]): CheckedTotal[] {
  const bad = new Set(culprits.map(culprit => cellKey(culprit.row, culprit.column)))
  return held.map(({ row, column, parts, kind, holds, agree, of }) => ({
    sheet: sheet.name,
    row,
    column,
    parts: boxesOf(parts.map(part => cellKey(part.row, part.column))),
    relation: kind,
    holds: holds && !bad.has(cellKey(row, column)),
    agree,
    of,
  }))
}
