import { audited, line } from './books'
import type { Sheets, Written } from './books'

const told = (sheets: Sheets): string[] => audited(sheets).findings.map(line)

/** Five purchases with their amounts, and the cells below them. */
const purchases = (below: readonly (readonly Written[])[]): Sheets => ({
  采购: [['品名', '数量', '单价', '金额'], ...[4, 7, 3, 12, 5].map((count, i): Written[] => [`货${i + 1}`, count, 120.5 + 35 * i, `=B${i + 2}*C${i + 2}`]),
    ...below.map(row => [...row])],
})

describe('a formula that cannot be meant by itself', () => {
  test.each<[string, Written[][], string[]]>([
    ['COUNTA over words', [['合计', null, null, '=SUM(D2:D6)'], ['品种', '=COUNTA(A2:A6)']], []],
    ['COUNT over words', [['合计', null, null, '=SUM(D2:D6)'], ['品种', '=COUNT(A2:A6)']], ['function-misused warning 采购!B8 =5']],
    ['the mean', [['平均', null, null, '=AVERAGE(D2:D6)']], []],
    ['a sum where the row says mean', [['平均', null, null, '=SUM(D2:D6)']], ['function-misused warning 采购!D7 =1230.1']],
    ['the least where the row says most', [['最高', null, null, '=MIN(D2:D6)']], ['function-misused warning 采购!D7 =2706']],
    ['a sum beside the sum, where the row counts', [['合计', null, null, '=SUM(D2:D6)'], ['项数', null, null, '=SUM(D2:D6)']],
      ['function-misused warning 采购!D8 =5']],
    ['a sum of counts', [['户数', '=SUM(B2:B6)']], []],
    ['the products of two columns', [['校核', null, null, '=SUMPRODUCT(B2:B6,C2:C6)']], []],
    ['two columns added that the rows multiply', [['校核', null, null, '=SUM(B2:B6,C2:C6)']], ['function-misused warning 采购!D7 =6150.5']],
  ])('%s', (_name, below, expected) => {
    expect(told(purchases(below))).toEqual(expected)
  })
})

describe('a value that was not calculated', () => {
  test('cells that are right by its right value follow from it', () => {
    const sheets: Sheets = { 台账: [['月', '期初', '收', '支', '期末'], [1, 100, 20, 5, '=B2+C2-D2'], [2, '=E2', 30, 10, ['=B3+C3-D3', 99]], [3, ['=E3', 135], 8, 4, ['=B4+C4-D4', 139]]] }
    const { findings } = audited(sheets)
    expect(findings.map(line)).toEqual(['value-stale error 台账!E3 =135'])
    expect(findings[0]?.related.flatMap(({ boxes }) => boxes)).toEqual([{ top: 4, bottom: 4, left: 2, right: 2 }])
  })
})

describe('a total of two columns', () => {
  const costs = (b: Written, c: Written, label: Written = '办公类小计'): Sheets => ({
    经费: [['内容', '上年', '本年'], ...[4200, 3150, 2890, 1760, 2310].map((n, i): Written[] => [`项${i + 1}`, n, n + 130 * i]), [label, b, c]],
  })
  test.each<[string, Sheets, string[]]>([
    ['both add up', costs('=SUM(B2:B6)', '=SUM(C2:C6)'), []],
    ['whole numbers of money: one is their mean', costs('=SUM(B2:B6)', '=AVERAGE(C2:C6)'), ['total-row-differs warning 经费!C7 =15610']],
    ['one is typed, tenfold', costs(143100, '=SUM(C2:C6)'), ['total-row-differs warning 经费!B7 =14310']],
    ['one is worked out in its cell', costs('=SUM(B2:B6)', '=8000+7000'), ['total-row-differs warning 经费!C7 =15610']],
    ['no word in their row', costs('=SUM(B2:B6)', '=SUM(C3:C6)', null), ['total-row-differs warning 经费!C7 =15610']],
    ['no word, and both right', costs('=SUM(B2:B6)', '=SUM(C2:C6)', null), []],
    ['one has lost the end of its range', costs('=SUM(B2:B6)', ['=SUM(#REF!:C6)', { error: '#REF!' }]), ['formula-error-value error 经费!C7 =15610']],
    ['one takes itself in', costs('=SUM(B2:B6)', ['=SUM(C2:C7)', 0]), ['circular-reference error 经费!C7 =15610']],
  ])('%s', (_name, sheets, expected) => {
    expect(told(sheets)).toEqual(expected)
  })

  test.each<[string, Written, Written, string[]]>([
    ['subtotals added', '=B4+B7', '=C4+C7', []],
    ['one takes a part for a subtotal', '=B4+B7', '=C4+C6', ['total-row-differs warning 经费!C8 =10770']],
    ['one subtotal taken off', '=B4+B7', '=C4-C7', ['total-row-differs warning 经费!C8 =10770']],
  ])('%s', (_name, b, c, expected) => {
    expect(told({ 经费: [['内容', '上年', '本年'], ['甲', 1200, 1850], ['乙', 3300, 2740], ['办公小计', '=SUM(B2:B3)', '=SUM(C2:C3)'], ['丙', 2100, 2980],
      ['丁', 4150, 3200], ['活动小计', '=SUM(B5:B6)', '=SUM(C5:C6)'], ['总计', b, c]] })).toEqual(expected)
  })
})

test('what is carried over from the year before is carried over in every year', () => {
  const years = ['B', 'C', 'D', 'E', 'F', 'G'], sheets = (second: Written): Sheets => ({
    滚存: [['项目', ...years.map((_year, i) => `${2018 + i}年`)], ['上年结转', 120.5, ...years.slice(1).map((_year, i): Written => (i === 0 ? second : `=${years[i] ?? ''}5`))],
      ['本年收入', ...years.map((_year, i) => 40.25 + 7 * i)], ['本年支出', ...years.map((_year, i) => 30.5 + 9 * i)],
      ['年末结余', ...years.map(year => `=${year}2+${year}3-${year}4`)]],
  })
  expect(told(sheets('=B5'))).toEqual([])
  expect(told(sheets(133))).toEqual(['typed-in-differs error 滚存!C2 =130.25'])
})

test('a growth rate at the end of its column, far off, in a row that goes on', () => {
  const rows = (first: Written): Sheets => ({ 对比: [['项目', '上年', '本年', '增减', '增减率', '增长'], ...[80, 120, 95.5, 140, 66].map((value, i): Written[] =>
    [`项${i + 1}`, value, value + 11 + i, `=C${i + 2}-B${i + 2}`, `=D${i + 2}/B${i + 2}`, i === 0 ? first : `=C${i + 2}/B${i + 2}-1`])] })
  expect(told(rows('=C2/B2-1'))).toEqual([])
  expect(told(rows(0.9))).toEqual([expect.stringMatching(/^typed-in-differs error 对比!F2 =0\.137/)])
})
