import type { Finding } from '../../core/finding'
import { cellKey } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import { message } from '../../messages'
import { keyedTables, numberOf } from '../../totals/keyed-tables'
import type { KeyedTable } from '../../totals/keyed-tables'
import { arithmeticOf } from '../../totals/sheet-arithmetic'
import { auditFinding, subjectOf } from '../audit-finding'
import type { AuditRule } from '../audit-rule'
import { oneCell } from '../boxes'
import { labelOf } from '../totals/total-wrong'

/** The others of a column must lie this near each other before one is called too large. */
const SPREAD = 60
const FAR = 800

/**
 * One typed amount of a column is about 10,000 times its sisters, which lie near each other: 元 written among 万元, or the reverse. What a
 * formula gives is the business of the rules on formulas.
 * It makes none on the labelled workbooks (`npm run audit:score`).
 */
export const amountInOtherUnit: AuditRule = {
  id: 'amount-in-other-unit', about: 'across',
  run(book) {
    const findings: Finding[] = [], seen = new Set<string>()
    for (const keyed of keyedTables(book.snapshot, book.reading)) {
      const { sheet, table } = keyed
      if (!book.sheets.includes(sheet) || table.kind === 'staff' || table.kind === 'premises') continue
      const culprits = new Set(arithmeticOf(sheet).culprits.map(({ row, column }) => cellKey(row, column)))
      for (const { column, header } of keyed.columns) {
        const odd = oddOne(keyed, column)
        if (odd === null || !/额|费|经费|资金|工资|补贴|支出|收入|预算|元|投资/.test(header) || culprits.has(cellKey(odd.row, column)) || sheet.formulas.has(cellKey(odd.row, column)) || seen.has(`${sheet.name}!${odd.row},${column}`)) continue
        seen.add(`${sheet.name}!${odd.row},${column}`)
        const expected = Number((odd.value > odd.middle ? odd.value / 1e4 : odd.value * 1e4).toPrecision(10))
        findings.push(auditFinding({
          rule: 'amount-in-other-unit', severity: 'warning', at: { sheet: sheet.name, boxes: [oneCell(odd.row, column)] }, subject: subjectOf(sheet, odd.row, column),
          message: message('across.unit-cell', { label: labelOf(sheet, odd.row, column), value: odd.value, expected }), actual: odd.value, expected,
          fix: [{ sheet: sheet.name, row: odd.row, column, before: cellAt(sheet, odd.row, column), after: expected }],
        }))
      }
    }
    return { findings }
  },
}

function oddOne({ sheet, rows }: KeyedTable, column: number): { row: number; value: number; middle: number } | null {
  const values = rows
    .map(({ row }) => ({ row, value: Math.abs(numberOf(cellAt(sheet, row, column))) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => a.value - b.value)
  const middle = values[values.length >> 1]?.value ?? 0, low = values[0], high = values.at(-1)
  if (values.length < 4 || low === undefined || high === undefined || middle === 0) return null
  const rest = (others: typeof values): boolean => (others.at(-1)?.value ?? 0) <= SPREAD * (others[0]?.value ?? 1)
  if (high.value > FAR * (values.at(-2)?.value ?? 0) && rest(values.slice(0, -1))) return { ...high, middle }
  return (values[1]?.value ?? 0) > FAR * low.value && rest(values.slice(1)) ? { ...low, middle } : null
}
