import type { CheckedTotal } from '../../core/checked'
import type { Finding } from '../../core/finding'
import { cellKey } from '../../core/place'
import { message } from '../../messages'
import { partsOfBalance, runningBalances } from '../../totals/running'
import type { RunningBalance } from '../../totals/running'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { boxesOf, oneCell } from '../boxes'
import { hasOverrideNote } from '../override-note'
import { labelOf } from './total-wrong'

/** A longer list carries no balance that a person reads. */
const MOST_ROWS = 20_000

/**
 * A running balance that is typed: each row must be the one above with what came in and less what went out. One row that breaks it and
 * goes on rightly after it is an error of that row, one that mends itself in the next is a wrong balance.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const balanceBreaks: AuditRule = {
  id: 'balance-breaks', about: 'totals',
  run(book) {
    const findings: Finding[] = [], totals: CheckedTotal[] = []
    for (const sheet of book.sheets) {
      if (sheet.rows.length > MOST_ROWS) continue
      for (const balance of runningBalances(sheet)) {
        const of = balance.holds.length + balance.fails.length
        const tell = (row: number, holds: boolean): void => {
          totals.push({ sheet: sheet.name, row, column: balance.column, parts: boxesOf(partsOfBalance(balance, row).map(cell => cellKey(cell.row, cell.column))), relation: 'sum', holds, agree: balance.holds.length, of })
        }
        for (const row of balance.holds) tell(row, true)
        for (const { row } of balance.fails) tell(row, false)
        for (const { row, value, expected } of culprits(balance)) {
          if (sheet.formulas.has(cellKey(row, balance.column))) continue
          findings.push(auditFinding({
            rule: 'balance-breaks', severity: hasOverrideNote(sheet, row, balance.column) ? 'info' : 'warning',
            at: { sheet: sheet.name, boxes: [oneCell(row, balance.column)] },
            related: [{ sheet: sheet.name, boxes: boxesOf(partsOfBalance(balance, row).map(cell => cellKey(cell.row, cell.column))) }],
            subject: subjectOf(sheet, row, balance.column),
            message: message('totals.balance-breaks', { label: labelOf(sheet, row, balance.column), value, expected, difference: Number((value - expected).toPrecision(12)), agree: balance.holds.length, of }),
            actual: value, expected,
            fix: [{ sheet: sheet.name, row, column: balance.column, before: value, after: expected }],
          }))
        }
      }
    }
    return { findings, totals }
  },
}

/** A wrong balance breaks its own row and, the other way round, the next: that is one. */
function culprits({ fails }: RunningBalance): RunningBalance['fails'] {
  return fails.filter((each, i) => {
    const before = fails[i - 1]
    return before?.row !== each.row - 1 || Math.abs(before.value - before.expected + (each.value - each.expected)) > 0.0051
  })
}
