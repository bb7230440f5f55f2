import type { CheckedPair } from '../../core/checked'
import type { Finding } from '../../core/finding'
import { cellName, sheetReference } from '../../core/place'
import { hash } from '../../core/waiver'
import { message } from '../../messages'
import { rosterMeasures } from '../../totals/measures'
import { quantities, subjectOfQuantity } from '../../totals/statements'
import { auditFinding } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { isOfAnotherTime } from './other-time'
import { sentencesOf } from './sentences'

/**
 * A sentence of the workbook states the present number of communities or of staff, and the tables have another: 全镇共有20个社区, 目前68名正式人员.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const statedFigureDiffers: AuditRule = {
  id: 'stated-figure-differs', about: 'across',
  run(book) {
    const findings: Finding[] = [], pairs: CheckedPair[] = [], { reading } = book
    const [formal, contracted, both] = rosterMeasures(reading)
    const sum = (values: ReadonlyMap<string, number> | undefined): number | null =>
      values === undefined ? null : [...values.values()].reduce((whole, value) => whole + value, 0)
    const figures = {
      communities: reading.communities.length >= 2 ? reading.communities.length : null,
      formal: sum(formal?.values),
      contracted: sum(contracted?.values),
      staff: sum(both?.values),
    }
    if (figures.communities === null && figures.staff === null) return { findings }
    const open = reading.people.filter(person => person.employment === 'unknown' || person.employment === 'undecided').length
    for (const sheet of book.sheets) {
      if (isOfAnotherTime(book, sheet.name, null)) continue
      for (const { row, column, text } of sentencesOf(sheet)) {
        for (const quantity of quantities(text)) {
          const subject = subjectOfQuantity(quantity), figure = subject === null ? null : figures[subject]
          if (subject === null || figure === null) continue
          // People of no known kind are staff all the same: the roster counts them in.
          const expected = subject === 'staff' && quantity.value > figure ? figure + open : figure
          const holds = quantity.value === figure, against = subject === 'communities' ? (reading.communities[0]?.places[0]?.sheet ?? '') : (formal?.sheet ?? '')
          pairs.push({ from: `${sheetReference(sheet.name)}!${cellName(row, column)}`, against, what: subject === 'communities' ? 'communities' : 'headcount', holds })
          if (holds || quantity.value === expected || (subject !== 'communities' && Math.abs(quantity.value - figure) <= open)) continue
          findings.push(auditFinding({
            rule: 'stated-figure-differs', severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(row, column)] }, related: [{ sheet: against, boxes: [] }], subject: `${sheet.name}/${hash(text)}/${subject}`,
            message: message(`across.stated-${subject}`, { stated: quantity.value, expected, against, difference: quantity.value - expected }), actual: quantity.value, expected,
          }))
        }
      }
    }
    return { findings, pairs }
  },
}
