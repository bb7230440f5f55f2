import { auditReport } from '../../src/audit'
import type { Finding } from '../../src/core/finding'
import { acceptanceOf } from '../../src/core/waiver'
import { readSnapshot } from '../../src/read'
import { book } from './books'
import type { Sheets, Written } from './books'

/** A priced list `down` rows further down and `right` columns further right, with one amount as written. */
function list(amount: (row: number, column: (at: number) => string) => Written, down = 0, right = 0, more = 0): Sheets {
  const column = (at: number): string => String.fromCharCode(65 + at + right)
  const items = [['电脑', 12, 4500], ['打印机', 5, 1800], ['空调', 6, 3200], ['桌椅', 20, 450], ['投影仪', 2, 5200], ['文件柜', 8, 760]] as const
  const rows: Written[][] = [
    ['项目', '数量', '单价', '金额'],
    ...items.map(([name, count, price], i): Written[] => {
      const row = i + 2 + down, own = `=${column(1)}${row}*${column(2)}${row}`
      return [name, count, price + (i === 2 ? more : 0), i === 2 ? amount(row, column) : own]
    }),
  ]
  return { 采购: [...Array.from({ length: down }, (): Written[] => []),
    ...rows.map(row => [...Array.from({ length: right }, (): Written => null), ...row])] }
}

function findings(sheets: Sheets, accepted: Parameters<typeof auditReport>[2] = {}): readonly Finding[] {
  const snapshot = book(sheets)
  return auditReport(snapshot, readSnapshot(snapshot), accepted).findings
}

const faults: readonly (readonly [string, Parameters<typeof list>[0]])[] = [
  ['a typed amount that differs', () => 20_000],
  ['another operator', (row, column) => `=${column(1)}${row}+${column(2)}${row}`],
  ['the row above', (row, column) => `=${column(1)}${row}*${column(2)}${row - 1}`],
  ['an error value', (row, column) => [`=#REF!*${column(2)}${row}`, { error: '#REF!' }]],
  ['a stale value', (row, column) => [`=${column(1)}${row}*${column(2)}${row}`, 17_000]],
]

describe.each(faults)('%s, accepted', (_name, amount) => {
  const before = findings(list(amount)).filter(({ rule }) => rule !== 'nothing-recognised'), accepted = before.map(finding => acceptanceOf(finding, '已核实'))

  test('is found at all', () => {
    expect(before.length).toBeGreaterThan(0)
  })

  test.each([[3, 0], [0, 2], [5, 1]])('stays accepted %i rows further down and %i columns further right, in a file of another name', (down, right) => {
    const after = findings(list(amount, down, right), { accepted, file: '改名.xlsx' })
    expect(after.filter(finding => finding.accepted === undefined).map(({ rule }) => rule)).toEqual([])
  })

  test('lapses when the price changes, and says so', () => {
    const after = findings(list(amount, 0, 0, 75), { accepted })
    expect(after.some(({ rule, accepted: still }) => rule === 'acceptance-lapsed' && still === undefined)).toBe(true)
  })

  test('is reported where the fault is mended', () => {
    const after = findings(list((row, column) => `=${column(1)}${row}*${column(2)}${row}`), { accepted })
    expect(after.map(({ rule, subject }) => [rule, subject])).toEqual([['acceptance-lapsed', 'gone']])
  })
})
