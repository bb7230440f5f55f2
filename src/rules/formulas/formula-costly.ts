import type { Finding } from '../../core/finding'
import { cellName, keyColumn, keyRow } from '../../core/place'
import { message } from '../../messages'
import { auditFinding } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf } from '../boxes'

/** Functions that are calculated anew at every change, wherever it is. */
const VOLATILE = /(?:^|[^A-Z0-9_.])(?:NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT)\(/i
/** Multiplying out whole columns touches a million rows; SUM, SUMIF and their kin stop where the sheet ends. */
const MULTIPLIES = /(?:^|[^A-Z0-9_.])SUMPRODUCT\(/i

/** Formulas that slow a workbook down without being wrong: volatile functions, whole columns multiplied out. One note a sheet and kind. */
export const formulaCostly: AuditRule = {
  id: 'formula-costly',
  run(book) {
    const findings: Finding[] = []
    for (const sheet of book.sheets) {
      const volatile: number[] = [], whole: number[] = []
      for (const [key, formula] of sheet.formulas) {
        const bare = formula.includes('"') ? formula.replace(/"[^"]*"/g, '""') : formula
        if (VOLATILE.test(bare)) volatile.push(key)
        if (MULTIPLIES.test(bare) && (book.formulas.classIn(sheet, keyRow(key),
          keyColumn(key))?.references.some(({ from, to }) => to !== null && from.row === null) ?? false)) whole.push(key)
      }
      for (const [keys, sentence, kind] of [[volatile, 'audit.volatile', 'volatile'], [whole, 'audit.whole-columns', 'whole-columns']] as const) {
        const [first] = keys
        if (first === undefined) continue
        findings.push(auditFinding({
          rule: 'formula-costly', severity: 'info', at: { sheet: sheet.name, boxes: [] }, related: [{ sheet: sheet.name, boxes: boxesOf(keys.slice(0, 200)) }],
          subject: `${sheet.name}/${kind}`, message: message(sentence, { count: keys.length, cell: cellName(keyRow(first), keyColumn(first)) }),
        }))
      }
    }
    return { findings }
  },
}
