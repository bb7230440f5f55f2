import type { Finding } from '../../core/finding'
import { cellAt } from '../../core/snapshot'
import { message } from '../../messages'
import { numberOf } from '../../totals/keyed-tables'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'

const FUND = /建设基金/
const PAY = /人员经费|工资|社保|保险费|津贴|补助|绩效|奖金|薪酬|报酬/

/**
 * The construction fund is earmarked for premises: a row of pay whose source is the fund, or an amount of pay in the fund's column.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const fundPaysStaff: AuditRule = {
  id: 'fund-pays-staff', about: 'across',
  run(book) {
    const findings: Finding[] = []
    for (const table of book.reading.tables) {
      const sheet = book.sheets.find(each => each.name === table.sheet)
      if (sheet === undefined || table.body === null || table.kind === 'staff' || table.kind === 'pay' || table.body.bottom - table.body.top > 2000) continue
      const funded = table.columns.filter(({ header }) => FUND.test(header)).map(({ column }) => column)
      for (let row = table.body.top; row <= table.body.bottom; row++) {
        const cells = sheet.rows[row - 1] ?? [], item = cells.findIndex(value => typeof value === 'string' && value.length <= 40 && PAY.test(value) && !FUND.test(value))
        if (item < 0) continue
        const source = cells.findIndex((value, at) => at !== item && typeof value === 'string' && value.length <= 40 && FUND.test(value) && !/不得|不含|除/.test(value))
        for (const column of source >= 0 ? amounts(cells, item).slice(0, 1) : funded) {
          const value = numberOf(cellAt(sheet, row, column))
          if (Number.isNaN(value) || value === 0) continue
          findings.push(auditFinding({
            rule: 'fund-pays-staff', severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(row, source >= 0 ? source + 1 : column)] }, related: [{ sheet: sheet.name, boxes: [oneCell(row, item + 1), oneCell(row, column)] }],
            subject: subjectOf(sheet, row, column), message: message('across.fund', { value }), actual: source >= 0 ? (cells[source] ?? null) : value, expected: source >= 0 ? null : 0,
          }))
        }
      }
    }
    return { findings }
  },
}

/** Columns of the amounts of a row, right of its item. */
function amounts(cells: readonly unknown[], item: number): number[] {
  const found: number[] = []
  for (let at = item + 1; at < cells.length; at++) if (typeof cells[at] === 'number') found.push(at + 1)
  return found
}
