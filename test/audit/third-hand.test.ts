import { auditReport } from '../../src/audit'
import { readSnapshot } from '../../src/read'
import { audited, book, line } from './books'
import type { Sheets, Written } from './books'

const told = (sheets: Sheets): string[] => audited(sheets).findings.filter(({ severity }) => severity !== 'info').map(line)

describe('a balance in two columns', () => {
  /** A village's accounts: what is left over, given and taken, in a quarter and in the year. */
  const accounts = (changed: Readonly<Record<string, Written>> = {}): Sheets => ({
    公开: [['项目', '本季度', '本年累计'], ['一、上期结余', 52_000.5, 48_000], ['二、本期收入', '=SUM(B4:B5)', '=SUM(C4:C5)'], ['1.发包', 3200.5, 11_800], ['2.补助', 8100, 21_000.25],
      ['三、本期支出', '=SUM(B7:B8)', '=SUM(C7:C8)'], ['1.管理费', 2100.5, 9300], ['2.公益', 4300, 12_000.5], [changed['label'] ?? '四、期末结余', changed['quarter'] ?? '=B2+B3-B6', changed['year'] ?? '=C2+C3-C6']],
  })
  test.each<[string, Sheets, string[]]>([
    ['both alike', accounts(), []],
    ['expenditure added', accounts({ quarter: '=B2+B3+B6' }), ['balance-formula-differs warning 公开!B9 =56900.5']],
    ['income taken off', accounts({ year: '=C2-C3-C6' }), ['balance-formula-differs warning 公开!C9 =59499.75']],
    ['what was left over forgotten', accounts({ year: '=C3-C6' }), ['balance-formula-differs warning 公开!C9 =59499.75']],
    ['one line of the income', accounts({ quarter: '=B2+B4-B6' }), ['balance-formula-differs warning 公开!B9 =56900.5']],
    ['typed', accounts({ year: 60_000 }), ['balance-formula-differs warning 公开!C9 =59499.75']],
    ['typed, and right', accounts({ year: 59_499.75 }), []],
    ['other words: which is meant is not told', accounts({ label: '合计', quarter: '=B2+B3+B6' }), []],
  ])('%s', (_name, sheets, expected) => {
    expect(told(sheets)).toEqual(expected)
  })

  test('two sides beside each other', () => {
    const sides = (month: string, year = '=C5-G5'): Sheets => ({ 月报: [['收入', '本月', '累计', null, '支出', '本月', '累计'], ['增值税', 31.5, 220.4, null, '教育', 25.5, 280.25], ['非税', 20.25, 110, null, '农业', 11.5, 95],
      ['土地', 18.5, 75.5, null, '行政', 14, 60.5], ['收入合计', '=SUM(B2:B4)', '=SUM(C2:C4)', null, '支出合计', '=SUM(F2:F4)', '=SUM(G2:G4)'], ['收支差额', month, year]] })
    expect(told(sides('=B5-F5'))).toEqual([])
    expect(told(sides('=B5-F4'))).toEqual(['balance-formula-differs warning 月报!B6 =19.25'])
    expect(told(sides('=B5-F5', '=G5-C5'))).toEqual(['balance-formula-differs warning 月报!C6 =-29.850000000000023'])
  })
})

test('formulas of a table are held against those of their table, not of the one above it', () => {
  const sheets = (odd: string): Sheets => ({ 月报: [['项目', '本月', '累计', '占比'], ...[1, 2, 3, 4, 5].map((n, i): Written[] => [`项${n}`, 20 + n, 210 + 13 * n, `=C${i + 2}/C$7`]), ['合计', '=SUM(B2:B6)', '=SUM(C2:C6)', '=SUM(D2:D6)'],
    [], ['单位', '编制', '实有', '超编'], ['甲', 5, 7, '=C10-B10'], ['乙', 6, 4, odd], ['丙', 8, 8, '=C12-B12'], ['丁', 4, 7, '=C13-B13']] })
  expect(told(sheets('=C11-B11'))).toEqual([])
  expect(told(sheets('=C11+B11'))).toEqual(['formula-operator-differs error 月报!D11 =-2'])
})

test('a total of which both its row and its column say another value', () => {
  const sheets = (total: Written): Sheets => ({ 汇总: [['项目', '甲村', '乙村', '丙村', '合计'], ...[3, 4, 5].map((n, i): Written[] => [`项${n}`, 100.5 * n, 80 + n, 3.25 * n, `=SUM(B${i + 2}:D${i + 2})`]), ['合计', '=SUM(B2:B4)', '=SUM(C2:C4)', '=SUM(D2:D4)', total]] })
  expect(told(sheets('=SUM(E2:E4)'))).toEqual([])
  expect(told(sheets(400))).toEqual(['typed-in-differs error 汇总!E5 =1497'])
})

test('text in the column of a list that another sheet adds', () => {
  const sheets = (odd: Written): Sheets => ({ 汇总: [['项目', '金额'], ['台账合计', '=SUM(台账!B2:B7)']], 台账: [['村', '拨付金额（万元）'], ...[12.5, 30.25, 18, odd, 22.75, 9.5].map((amount, i): Written[] => [`村${i}`, amount])] })
  expect(told(sheets(35.5))).toEqual([])
  expect(told(sheets('35.5万'))).toEqual(['number-stored-as-text error 台账!B5 =35.5'])
})

test('a grade of pay with its point elsewhere, in a list that is added by community', () => {
  const sheets = (odd: number): Sheets => ({ 统计: [['社区', '补贴'], ...['甲', '乙', '丙'].map((name, i): Written[] => [name, `=SUMIF(名单!$A$2:$A$10,A${i + 2},名单!$B$2:$B$10)`])],
    名单: [['社区', '月补贴'], ...[2200, 2000, 1800, 2200, odd, 1800, 2200, 2000, 1800].map((pay, i): Written[] => [['甲', '乙', '丙'][i % 3] ?? '', pay])] })
  expect(told(sheets(2000))).toEqual([])
  expect(told(sheets(20_000))).toEqual(['input-off-scale warning 名单!B6 =2000'])
})

test('rows that nobody sees are one finding, for all formulas that take them', () => {
  const clean = book({ 补贴: [['食堂', '人次', '金额'], ...[1, 2, 3, 4].map((n): Written[] => [`食堂${n}`, 800 + n, 2400.5 + n]), ['合计', '=SUM(B2:B5)', '=SUM(C2:C5)']] })
  const found = (rows: readonly number[]): string[] => {
    const hidden = { ...clean, sheets: clean.sheets.map(sheet => ({ ...sheet, hiddenRows: new Set(rows) })) }
    return auditReport(hidden, readSnapshot(hidden)).findings.map(line)
  }
  expect(found([])).toEqual([])
  expect(found([3])).toEqual(['hidden-adds-in info 补贴!B6:C6'])
  expect(found([1, 6])).toEqual([])
})

describe('a sum of a list on another sheet', () => {
  const ledger = (below: readonly (readonly Written[])[] = []): Written[][] => [['序号', '村', '拨付金额'], ...[12.5, 30.25, 18, 41.5, 22.75, 9.5].map((amount, i): Written[] => [i + 1, `村${i}`, amount]), ...below.map(row => [...row])]
  const sheets = (formula: string, below: readonly (readonly Written[])[] = []): Sheets => ({ 汇总: [['项目', '金额'], ['台账合计', formula]], 台账: ledger(below) })
  test.each<[string, Sheets, string[]]>([
    ['the whole list', sheets('=SUM(台账!C2:C7)'), []],
    ['all but its last two rows', sheets('=SUM(台账!C2:C5)'), ['range-leaves-cells-out warning 汇总!B2 =134.5']],
    ['the list without its total', sheets('=SUM(台账!C2:C7)', [[null, '合计', '=SUM(C2:C7)']]), []],
    ['the list without a typed total', sheets('=SUM(台账!C2:C7)', [[null, '合计', 134.5]]), []],
    ['the first quarter of a year', sheets('=SUM(台账!C2:C4)', [[7, '村6', 11], [8, '村7', 13]]), []],
  ])('%s', (_name, given, expected) => {
    expect(told(given)).toEqual(expected)
  })
})

test('a typed share is that of its amount, as all others are', () => {
  const now = [620, 145.5, 34.5, 50, 96.25], before = [580, 120, 40, 60, 44]
  const share = (amount: number, whole: number): number => Math.round(amount / whole * 1000) / 10
  const sheets = (third: number, amount = 34.5): Sheets => ({ 构成: [['来源', '上年', '占比%', '本年', '占比%'],
    ...now.map((each, i): Written[] => [`来源${i}`, before[i] ?? 0, share(before[i] ?? 0, 844), i === 2 ? amount : each, i === 2 ? third : share(each, 946.25)]), ['合计', 844, 100, 946.25, 100]] })
  expect(told(sheets(3.6))).toEqual([])
  expect(told(sheets(6.3))).toEqual(['share-differs error 构成!E4 =3.6'])
  expect(told(sheets(3.6, 43.5)).filter(each => each.startsWith('share'))).toEqual([])
})
