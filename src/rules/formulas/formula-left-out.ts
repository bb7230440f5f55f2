import { cellName } from '../../core/place'
import type { LeftOut } from '../../formula/left-out'
import { leftOutOf } from '../../formula/left-out'
import { message } from '../../messages'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { shownText } from './deviation-finding'

/**
 * A cell is blank, or holds a dash, between cells that compute or at the end of their column, and everything that their formula would take there is filled in: a
 * blank that a total takes with its siblings; one that nothing takes, and a dash, which someone put there, are a note.
 * It makes one on the labelled workbooks, which neither label set confirms (`npm run audit:score`).
 */
export const formulaLeftOut: AuditRule = {
  id: 'formula-left-out',
  run(book) {
    return { findings: book.sheets.flatMap(sheet => leftOutOf(book.formulas, sheet).map(told)) }
  },
}

function told({ sheet, row, column, shown, formula, expected, siblings, isMissed }: LeftOut): ReturnType<typeof auditFinding> {
  return auditFinding({
    rule: 'formula-left-out', severity: shown !== null || !isMissed || hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
    at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: sheet.name, boxes: boxesOf(siblings) }],
    subject: subjectOf(sheet, row, column),
    message: message('audit.formula-left-out', { cell: cellName(row, column), siblings: siblings.length, right: formula, value: shownText(expected) }),
    actual: shown, expected,
    fix: [{ sheet: sheet.name, row, column, before: shown, after: { formula, value: expected } }],
  })
}
