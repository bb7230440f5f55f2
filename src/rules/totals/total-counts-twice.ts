import type { Finding } from '../../core/finding'
import { cellKey } from '../../core/place'
import { message } from '../../messages'
import { countedTwice } from '../../totals/counted-twice'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { labelOf } from './total-wrong'

/**
 * A total that counts something twice: the parent with its children, a subtotal with its parts, 其中 with its whole; or that adds up
 * shares and means. Known from the relations that the sheet itself holds: the total equals the sum of all its lines, and not the sum
 * of those that are no parts of others.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const totalCountsTwice: AuditRule = {
  id: 'total-counts-twice', about: 'totals',
  reports: ['mean-summed', 'hidden-adds-in'],
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      const arithmetic = arithmeticOf(sheet)
      if (arithmetic.tooLarge) continue
      const blamed = new Set(arithmetic.culprits.map(({ row, column }) => cellKey(row, column)))
      for (const { row, column, value, expected, parts, why } of countedTwice(arithmetic.sums)) {
        // What a formula takes is the business of the formula rules.
        if (blamed.has(cellKey(row, column)) || sheet.formulas.has(cellKey(row, column))) continue
        findings.push(
          auditFinding({
            rule: why === 'twice' ? 'total-counts-twice' : 'mean-summed',
            severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
            at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
            related: [{ sheet: sheet.name, boxes: boxesOf(parts.map(part => cellKey(part.row, part.column))) }],
            subject: subjectOf(sheet, row, column),
            message: message(why === 'twice' ? 'across.counts-twice' : 'across.mean-summed', {
              label: labelOf(sheet, row, column),
              value,
              expected,
              difference: Number((value - expected).toPrecision(12)),
            }),
            actual: value,
            expected,
          }),
        )
      }
      if (sheet.hiddenRows === undefined || sheet.hiddenRows.size === 0) continue
      for (const { row, column, parts, holds, kind } of arithmetic.held) {
        const hidden = parts.filter(part => sheet.hiddenRows?.has(part.row) === true && part.row !== row)
        if (!holds || kind !== 'sum' || hidden.length === 0 || hidden.length === parts.length || sheet.hiddenRows.has(row)) continue
        const amount = hidden.reduce((whole, part) => whole + Number(sheet.rows[part.row - 1]?.[part.column - 1] ?? 0), 0)
        if (amount === 0 || !Number.isFinite(amount)) continue
        const value = Number(sheet.rows[row - 1]?.[column - 1])
        findings.push(auditFinding({
          rule: 'hidden-adds-in', severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: sheet.name, boxes: boxesOf(hidden.map(part => cellKey(part.row, part.column))) }], subject: subjectOf(sheet, row, column),
          message: message('across.hidden', { label: labelOf(sheet, row, column), rows: hidden.length, amount }), actual: value, expected: Number((value - amount).toPrecision(12)),
        }))
      }
    }
    return { findings }
  },
}
