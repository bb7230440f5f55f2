import type { Finding } from '../../core/finding'
import { sheetReference } from '../../core/place'
import type { SheetSnapshot } from '../../core/snapshot'
import { message } from '../../messages'
import { auditFinding } from '../audit-finding'
import type { AuditRule } from '../audit-rule'

/**
 * A hidden sheet with numbers: a remark, since whoever reads the workbook cannot see it; it says whether formulas of visible sheets take from it.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const hiddenHoldsData: AuditRule = {
  id: 'hidden-holds-data', about: 'across',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      if (sheet.visibility === 'visible') continue
      const numbers = numbersOf(sheet)
      if (numbers === 0) continue
      const name = `${sheetReference(sheet.name)}!`, used = book.sheets.some(other => other.visibility === 'visible' && [...other.formulas.values()].some(formula => formula.includes(name)))
      findings.push(auditFinding({
        rule: 'hidden-holds-data', severity: 'info', at: { sheet: sheet.name, boxes: [] }, subject: `${sheet.name}/hidden`, message: message(used ? 'across.hidden-used' : 'across.hidden-data', { sheet: sheet.name, numbers }),
      }))
    }
    return { findings }
  },
}

function numbersOf(sheet: SheetSnapshot): number {
  let numbers = 0
  for (const row of sheet.rows) for (const value of row) if (typeof value === 'number') numbers++
  return numbers
}
