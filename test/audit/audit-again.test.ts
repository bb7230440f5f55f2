import { auditReport } from '../../src/audit'
import { allChanges } from '../../src/core/proposal'
import type { Snapshot } from '../../src/core/snapshot'
import { fixes } from '../../src/fix'
import { MemoryWorkbook } from '../../src/hosts/memory'
import { readSnapshot } from '../../src/read'
import { book } from './books'
import type { Sheets, Written } from './books'

/** Four offices, three kinds of cost, a sum a row and a row of sums; one cell is another. */
function table(row: number, column: number, written: Written): Sheets {
  const rows: Written[][] = [
    ['科室', '工资', '社保', '公用', '合计'],
    ...['党政办', '经发办', '综治办', '财政所'].map((office, i): Written[] => [office, 20.5 + i, 8.25 + i, 3.75, `=SUM(B${i + 2}:D${i + 2})`]),
    ['合计', ...['B', 'C', 'D', 'E'].map(letter => `=SUM(${letter}2:${letter}5)`)],
  ]
  return { 预算: rows.map((cells, r) => cells.map((cell, c) => (r === row - 1 && c === column - 1 ? written : cell))) }
}

const audit = (snapshot: Snapshot) => auditReport(snapshot, readSnapshot(snapshot)).findings

test.each<[string, Sheets, string]>([
  ['a range that leaves the last out', table(3, 5, '=SUM(B3:C3)'), 'formula-range-differs'],
  ['a mean for a sum', table(6, 3, '=AVERAGE(C2:C5)'), 'formula-operator-differs'],
  ['a typed number', table(4, 5, 40.5), 'typed-in-differs'],
  ['a number as text', table(3, 2, '21.5'), 'number-stored-as-text'],
])('after its fix the audit runs again and is silent: %s', async (_name, sheets, rule) => {
  const snapshot = book(sheets), before = audit(snapshot)
  expect(before.map(each => each.rule)).toEqual([rule])
  const proposal = fixes(before, before[0]?.fix?.safe === true ? 'safe' : [0]), host = new MemoryWorkbook(snapshot)
  expect(await host.apply(allChanges(proposal))).toMatchObject({ outcome: 'applied', skipped: [] })
  // The host in memory calculates nothing anew: what depends on the cell still shows its old value.
  expect(audit(await host.read()).map(each => each.rule).filter(each => each !== 'value-stale')).toEqual([])
})
