import { audited, line } from './books'
import type { Sheets, Written } from './books'

const shares = (formula: (row: number) => string): Sheets => ({ 占比: [['社区', '金额', '占比'], ...[2, 3, 4, 5, 6].map((row): Written[] => [`社区${row}`, row * 13, formula(row)]), ['合计', '=SUM(B2:B6)', null]] })

describe('what formulas take', () => {
  test.each<[string, Sheets, string[]]>([
    ['a subtraction from a heading', { 收支: [['项目', '金额'], ['收入', null], ['拨款', 90], ['补助', 30], ['收入合计', '=SUM(B3:B4)'], ['支出', null], ['人员', 50], ['办公', 20], ['支出合计', '=SUM(B7:B8)'], ['结余', '=B6-B9']] }, ['reference-lands-wrong error 收支!B10 =50']],
    ['a blank that may still be filled is no heading', { 收支: [['项目', '金额'], ['拨款', 90], ['补助', null], ['合计', '=B2+B3']] }, []],
    ['subtotals and their parts in one sum', { 经费: [['项目', '金额'], ['人员', 10], ['办公', 20], ['东片小计', '=SUM(B2:B3)'], ['人员', 30], ['办公', 40], ['西片小计', '=SUM(B5:B6)'], ['总计', '=SUM(B2:B7)']] }, ['counted-twice error 经费!B8 =100']],
    ['subtotals alone are right', { 经费: [['项目', '金额'], ['人员', 10], ['办公', 20], ['东片小计', '=SUM(B2:B3)'], ['人员', 30], ['办公', 40], ['西片小计', '=SUM(B5:B6)'], ['总计', '=B4+B7']] }, []],
    ['其中 rows in the sum', { 经费: [['项目', '金额'], ['人员经费', 80], ['其中：补贴', 30], ['办公经费', 20], ['合计', '=SUM(B2:B4)']] }, ['counted-twice error 经费!B5 =100']],
    ['a divisor that wanders off', shares(row => `=B${row}/B${row + 5}`), ['anchor-lost error 占比!C3:C6 =0.15']],
    ['a lone sum that begins a row late', { 经费: [['项目', '金额'], ['人员', 10], ['办公', 20], ['会议', 30], ['合计', '=SUM(B3:B4)']] }, ['range-leaves-cells-out warning 经费!B5 =60']],
    ['a lone sum that ends a row early', { 经费: [['项目', '金额'], ['人员', 10], ['办公', 20], ['会议', 35], ['合计', '=SUM(B2:B3)']] }, ['range-leaves-cells-out warning 经费!B5 =65']],
    ['a year above a sum is no amount', { 经费: [['项目', '金额'], ['年度', 2023], ['办公', 20], ['会议', 30], ['合计', '=SUM(B3:B4)']] }, []],
    ['an anchored divisor', shares(row => `=B${row}/B$7`), []],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.map(line)).toEqual(expected)
  })
})
