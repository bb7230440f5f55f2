import { audited, line } from './books'
import type { Sheets, Written } from './books'

const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024']
const columns = ['B', 'C', 'D', 'E', 'F', 'G']

/** A statement by years: income, expenditure, an item that is blank, and the result of each year as written. */
function statement(result: (column: string, at: number) => Written): Sheets {
  return {
    收支: [
      ['项目', ...YEARS.map(year => `${year}年`)], ['收入', 120, 131, 128, 140, 152, 149], ['支出', 96, 99, 104, 112, 120, 118], ['其他', null, null, null, null, null, null],
      ['结余', ...columns.map(result)],
    ],
  }
}

/** A cash book: what is left is carried on from row to row, and a row of totals closes the month. */
function cashBook(balance: (row: number) => Written, close: Written = '=D9'): Sheets {
  const moves = [[0, 35], [200, 0], [0, 61.5], [0, 18], [90, 0], [0, 44]] as const
  return {
    日记账: [
      ['摘要', '收入', '支出', '余额'], ['上年结转', null, null, 500],
      ...moves.map(([income, spent], i): Written[] => [`第${i + 1}笔`, income, spent, balance(i + 3)]),
      ['本月合计', '=SUM(B3:B8)', '=SUM(C3:C8)', close === '=D9' ? '=D8' : close],
    ],
  }
}

test.each<[string, Sheets, string[]]>([
  ['one year adds what the others take off', statement(column => (column === 'D' ? '=SUM(D2:D3)' : `=${column}2-${column}3`)), ['formula-sign-differs warning 收支!D5 =24']],
  ['half of the years add it: which is meant is not told', statement((column, at) => (at < 3 ? `=SUM(${column}2:${column}4)` : `=${column}2-${column}3`)), ['formula-sign-differs info 收支!B5:G5 =252']],
  ['sums and differences over other lines', statement(column => `=${column}2-${column}3`), []],
  ['a balance that is carried on begins and ends otherwise', cashBook(row => `=D${row - 1}+B${row}-C${row}`), []],
  ['a balance that skips a row', cashBook(row => (row === 6 ? '=D4+B6-C6' : `=D${row - 1}+B${row}-C${row}`)), ['formula-reference-differs error 日记账!D6 =585.5']],
  ['a typed amount is told once, and its unit price is not blamed', { 清单: [['项目', '数量', '单价', '金额'], ...[[12, 4680], [3, 1899], [60, 168.5], [8, 720], [2, 3200]].map(([count = 0, price = 0], i): Written[] => [`第${i + 1}项`, count, price, i === 1 ? 5000 : `=B${i + 2}*C${i + 2}`])] },
    ['typed-in-differs error 清单!D3 =5697']],
  ['few terms, each of another line', { 汇总: [['项目', '甲', '乙'], ['一', 3, 4], ['二', 5, 6], ['合', '=B2+C3', null]] }, []],
  ['totals of one row over ranges of two lengths, the rest blank', { 汇总: [['项目', '甲', '乙', '丙', '丁'], ['一', 3, 4, 5, 6], ['二', 7, 8, 9, 10], ['三', 2, 2, 2, 2], [null, null, null, null, null], ['合计', '=SUM(B2:B5)', '=SUM(C2:C5)', '=SUM(D2:D4)', '=SUM(E2:E4)']] },
    ['formula-range-differs info 汇总!B6:E6 =12']],
])('%s', (_name, sheets, expected) => {
  expect(audited(sheets).findings.map(line)).toEqual(expected)
})

test('errors of one cause in many cells are one finding at the first, the others beside it', () => {
  const rows: Written[][] = [['项目', '本年', '上年', '增幅'], ...[2, 3, 4, 5, 6].map((row): Written[] => [`第${row}项`, row * 3, null, `=B${row}/C${row}`])]
  const [finding] = audited({ 增幅: rows }).findings
  expect(finding === undefined ? '' : line(finding)).toBe('formula-error-value info 增幅!D2')
  expect(finding?.related.flatMap(({ boxes }) => boxes)).toEqual([{ top: 3, bottom: 6, left: 4, right: 4 }])
})
