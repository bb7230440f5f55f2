import type { Finding } from '../../core/finding'
import type { CheckedPair } from '../../core/checked'
import { cellName, sheetReference } from '../../core/place'
import { message } from '../../messages'
import { brokenDownSums, roundingOf, statedSums } from '../../totals/statements'
import { auditFinding } from '../audit-finding'
import { hash } from '../../core/waiver'
import type { AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { sentencesOf } from './sentences'

/**
 * A sentence names its parts and a total that they do not add up to: 83.5万元, 19.9万元, 两项共101.7万元. A warning: any of the three may be wrong.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const statedSumDiffers: AuditRule = {
  id: 'stated-sum-differs', about: 'across',
  run(book) {
    const findings: Finding[] = [], pairs: CheckedPair[] = []
    for (const sheet of book.sheets) {
      for (const { row, column, text } of sentencesOf(sheet)) {
        for (const sum of [...statedSums(text), ...brokenDownSums(text)]) {
          const holds = Math.abs(sum.sum - sum.stated.value) <= roundingOf(sum) + 1e-9, place = `${sheetReference(sheet.name)}!${cellName(row, column)}`
          pairs.push({ from: place, against: place, what: 'stated-sum', holds })
          if (holds) continue
          findings.push(auditFinding({
            rule: 'stated-sum-differs', severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, subject: `${sheet.name}/${hash(text)}/${String(sum.stated.value)}`,
            message: message('across.stated-sum', { stated: sum.stated.value, expected: sum.sum, parts: sum.parts.map(part => String(part.value)).join(' + '), difference: Number((sum.stated.value - sum.sum).toPrecision(12)), unit: sum.stated.unit }),
            actual: sum.stated.value, expected: sum.sum,
          }))
        }
      }
    }
    return { findings, pairs }
  },
}
