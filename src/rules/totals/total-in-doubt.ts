import { cellKey } from '../../core/place'
import { message } from '../../messages'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { labelOf } from './total-wrong'

/**
 * A typed total beside a total label (合计 总计 小计) that no sister speaks for, and whose parts do not add up to it: a warning with the
 * parts and the difference, never an error, since a part may as well be wrong or missing. Silent where any block of numbers beside
 * it gives its value, or where rounding explains it.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const totalInDoubt: AuditRule = {
  id: 'total-in-doubt', about: 'totals',
  run(book) {
    // Areas have rules of their own, which know what is usable and what is built.
    const premises = new Set(book.reading.tables.filter(table => table.kind === 'premises').map(table => table.sheet))
    return {
      findings: book.sheets
        .filter(sheet => !premises.has(sheet.name))
        .flatMap(sheet =>
          arithmeticOf(sheet)
            .lone.filter(each => !each.holds && !sheet.formulas.has(cellKey(each.row, each.column)))
            .map(({ row, column, value, expected, parts }) =>
              auditFinding({
                rule: 'total-in-doubt',
                severity: hasOverrideNote(sheet, row, column) ? 'info' : 'warning',
                at: { sheet: sheet.name, boxes: [oneCell(row, column)] },
                related: [{ sheet: sheet.name, boxes: boxesOf(parts.map(part => cellKey(part.row, part.column))) }],
                subject: subjectOf(sheet, row, column),
                message: message('totals.in-doubt', {
                  label: labelOf(sheet, row, column),
                  value,
                  expected,
                  difference: Number((value - expected).toPrecision(12)),
                  parts: parts.length,
                }),
                actual: value,
                expected,
              }),
            ),
        ),
    }
  },
}
