import { audited, line } from './books'
import type { Sheets, Written } from './books'

const told = (sheets: Sheets): string[] => audited(sheets).findings.map(line)
const ROWS = [3, 4, 5, 6, 7]

/** Five projects: invested, done, the rate of it, and their total. */
const projects = (rate: (row: number) => string, total: string, label = '合计', sums = 'SUM'): Sheets => ({
  项目: [['项目进度'], ['项目', '总投资', '已完成', '完成率'], ...ROWS.map((row, i): Written[] => [`项目${i + 1}`, 120.5 + 31 * i, 60.5 + 9 * i * i, rate(row)]),
    [label, `=${sums}(B3:B7)`, `=${sums}(C3:C7)`, total]],
})
const plain = (row: number): string => `=C${row}/B${row}`
const rounded = (row: number): string => `=IF(B${row}=0,0,ROUND(C${row}/B${row}*100,1))`

describe('the total of a column of rates', () => {
  test.each<[string, Sheets, string[]]>([
    ['is their rate', projects(plain, '=C8/B8'), []],
    ['is no mean of them', projects(plain, '=AVERAGE(D3:D7)'), ['rates-summed warning 项目!D8 =0.6273972602739726']],
    ['is no sum of them', projects(plain, '=SUM(D3:D7)'), ['rates-summed warning 项目!D8 =0.6273972602739726']],
    ['is no mean of percentages rounded and guarded', projects(rounded, '=ROUND(AVERAGE(D3:D7),1)'), ['rates-summed warning 项目!D8 =62.7']],
    ['may be a mean in a row of means', projects(plain, '=AVERAGE(D3:D7)', '平均', 'AVERAGE'), []],
    ['may be a mean where the row says so', projects(plain, '=AVERAGE(D3:D7)', '合计（完成率为平均）'), []],
    ['may be a mean where nothing is added beside it', { 项目: [['项目', '甲', '乙', '率'], ...ROWS.map((row, i): Written[] => [`项${i}`, 12.5 + i, 4.5 + i * i, `=C${row - 1}/B${row - 1}`]), ['合计', null, null, '=AVERAGE(D2:D6)']] }, []],
  ])('%s', (_name, sheets, expected) => {
    expect(told(sheets)).toEqual(expected)
  })

  test('shares of one whole are added', () => {
    expect(told(projects(row => `=C${row}/C$8`, '=SUM(D3:D7)'))).toEqual([])
  })
})

describe('what the sums beside it are not meant for', () => {
  const premises = (last: string): Sheets => ({ 用房: [['社区', '面积', '标准', '是否达标'], ...[310, 480, 520, 610].map((area, i): Written[] => [`社区${i + 1}`, area, 500, `=IF(B${i + 2}>=C${i + 2},"达标","未达标")`]), ['合计', '=SUM(B2:B5)', '=SUM(C2:C5)', last]] })
  test.each(['=COUNTIF(D2:D5,"达标")', '=COUNTA(D2:D5)'])('%s over words', formula => {
    expect(told(premises(formula))).toEqual([])
  })

  test('the number that another column holds against the sum', () => {
    const sheets = (odd: string): Sheets => ({ 项目: [['项目', '总投资', '中央', '省级', '自筹', '已完成', '完成率'], ...[2, 3, 4, 5, 6, 7].map((row, i): Written[] => [`项目${row}`, row === 5 ? odd : `=SUM(C${row}:E${row})`, 80 + i, 20.5 + i, 7, 50 + 3 * i, `=F${row}/B${row}`])] })
    expect(told(sheets('=SUM(C5:E5)'))).toEqual([])
    expect(told(sheets('=SUM(C5:F5)'))).toEqual(['formula-range-differs error 项目!B5 =113.5'])
  })
})

describe('a number typed at the end of a run', () => {
  const years = ['B', 'C', 'D', 'E', 'F'], plan = (last: Written, share = true): Sheets => ({
    规划: [['项目', ...years.map((_year, i) => `${2021 + i}年`), '合计'], ...[1, 2, 3].map((n, r): Written[] => [`项${n}`, ...years.map((_year, i) => 100.5 + n + 110 * i), `=SUM(B${r + 2}:F${r + 2})`]),
      ['合计', ...[...years, 'G'].map(year => `=SUM(${year}2:${year}4)`)], ['滚动投入', '=B5', ...years.slice(1, -1).map((year, i) => `=${years[i] ?? ''}6+${year}5`), last],
      ...(share ? [['占比', ...years.map(year => `=${year}6/$G$5`)]] : [])],
  })
  test.each<[string, Sheets, string[]]>([
    ['computed', plan('=E6+F5'), []],
    ['typed, and taken as the others are', plan(2900), ['typed-in-differs error 规划!F6 =4837.5']],
    ['typed, and nobody takes it', plan(2900, false), []],
  ])('%s', (_name, sheets, expected) => {
    expect(told(sheets)).toEqual(expected)
  })
})

describe('inputs that formulas take alike', () => {
  const list = (third: Written, note: Written = null): Sheets => ({ 补助: [['户', '人数', '标准', '金额', '备注'], ...[4, 3, 5, 2, 6, 1].map((heads, i): Written[] => [`户${i + 1}`, heads, i === 2 ? third : 450, `=B${i + 2}*C${i + 2}`, i === 2 ? note : null])] })
  test.each<[string, Sheets, string[]]>([
    ['one standard', list(450), []],
    ['the decimal point elsewhere', list(45), ['input-off-scale warning 补助!C4 =450']],
    ['with a note', list(4500, '按文件另行核定'), ['input-off-scale info 补助!C4 =450']],
    ['another standard', list(520), []],
    ['one in 元 among 万元', { 资金: [['项目', '中央', '县级', '合计'], ...[120, 85.5, 860_000, 64, 142, 97].map((amount, i): Written[] => [`项${i + 1}`, amount, 20.5 + i, `=B${i + 2}+C${i + 2}`])] }, ['input-off-scale warning 资金!B4 =86']],
    ['one large project', { 资金: [['项目', '中央', '县级', '合计'], ...[120, 85.5, 8600, 64, 142, 97].map((amount, i): Written[] => [`项${i + 1}`, amount, 20.5 + i, `=B${i + 2}+C${i + 2}`])] }, []],
  ])('%s', (_name, sheets, expected) => {
    expect(told(sheets)).toEqual(expected)
  })
})

describe('a statement of two sides in plain numbers', () => {
  const sides = (changed: Readonly<Record<string, number>> = {}): Sheets => ({ 总表: [['收支总表'], ['项目', '预算数', '项目', '预算数'], ['拨款', 812.4, '工资福利', 534.6], ['基金', 96.5, '商品服务', 187.3], ['其他收入', 27.9, '资本性支出', 241.5],
    ['本年收入合计', 936.8, '本年支出合计', 963.4], ['上年结转', 64.3, '年末结转', changed['line'] ?? 37.7], ['收入总计', changed['left'] ?? 1001.1, '支出总计', changed['right'] ?? 1001.1]] })
  test.each<[string, Sheets, string[]]>([
    ['even', sides(), []],
    ['the total of the left', sides({ left: 1010.1 }), ['balance-differs warning 总表!B8 =1001.1']],
    ['the total of the right', sides({ right: 1101.1 }), ['balance-differs warning 总表!D8 =1001.1']],
    ['the line that closes', sides({ line: 73.7 }), ['balance-differs warning 总表!D7 =37.7']],
  ])('%s', (_name, sheets, expected) => {
    expect(told(sheets)).toEqual(expected)
  })
})
