import { audited, line } from './books'
import type { Sheets, Written } from './books'

const OWN = new Set(['total-wrong', 'total-in-doubt', 'total-counts-twice'])

/** The findings of the rules on totals, in one line each. */
function totals(sheets: Sheets): string[] {
  return audited(sheets).findings.filter(finding => OWN.has(finding.rule)).map(line)
}

/** Writes values over a sheet's cells. */
function put(sheets: Sheets, sheet: string, cells: Readonly<Record<string, Written>>): Sheets {
  const rows = (sheets[sheet] ?? []).map(row => [...row])
  for (const [cell, written] of Object.entries(cells)) (rows[Number(cell.slice(1)) - 1] ?? [])[cell.charCodeAt(0) - 65] = written
  return { ...sheets, [sheet]: rows }
}

const byCommunity: Sheets = { 汇总: [
  ['2023年社区人员及经费汇总表'], ['社区', '正式人数', '聘用人数', '合计人数', '人员经费（万元）', '公用经费（万元）', '经费合计（万元）'],
  ['河南社区', 4, 3, 7, 5.94, 2.1, 8.04], ['河东社区', 3, 3, 6, 4.71, 1.85, 6.56], ['荷叶社区', 4, 2, 6, 5.6, 1.9, 7.5],
  ['南苑社区', 2, 4, 6, 3.83, 2.05, 5.88], ['叶舍社区', 3, 2, 5, 4.37, 1.6, 5.97], ['合计', 16, 14, 30, 24.45, 9.5, 33.95],
] }

const coded: Sheets = { 支出表: [
  ['科目编码', '科目名称', '2022年', '2023年', '增减额'],
  [201, '一般公共服务支出', 1615.3, 1702.8, 87.5], [20103, '政府办公厅事务', 1015.3, 1080.5, 65.2], [2010301, '行政运行', 815.3, 870.5, 55.2], [2010302, '一般行政管理事务', 200, 210, 10],
  [20132, '组织事务', 600, 622.3, 22.3], [2013201, '行政运行', 450, 462.3, 12.3], [2013202, '其他组织事务', 150, 160, 10],
] }

const twoSided: Sheets = { 收支总表: [
  ['收支总表'], ['单位：万元'], ['收入', null, '支出', null], ['项目', '金额', '项目', '金额'],
  ['财政拨款', 62.5, '人员经费', 103.4], ['镇级承担', 78.4, '公用经费', 25.6], ['其他收入', 8.1, '项目支出', 20], ['收入总计', 149, '支出总计', 149],
] }

const funds: Sheets = { 社区建设基金: [
  ['年度', '新批开发面积（㎡）', '征收标准（元/㎡）', '收缴率', '应收基金（万元）'],
  ['2023年', 32000, 10, 0.95, 30.4], ['2024年', 41000, 10, 0.9, 36.9], ['2025年', 28000, 10, 0.85, 23.8], ['2026年', 36500, 10, 1, 36.5], ['2027年', 30000, 10, 0.8, 24], ['合计', 167500, null, null, 151.6],
] }

const lonely: Sheets = { 经费: [['项目', '金额（万元）'], ['正式人员', 83.5], ['临时人员', 19.9], ['两项共', 103.4]] }

describe('totals over plain values', () => {
  test.each<[string, Sheets, string[]]>([
    ['a clean summary by communities', byCommunity, []],
    ['a total of one column', put(byCommunity, '汇总', { E8: 24.95 }), ['total-wrong error 汇总!E8 =24.45']],
    ['a head total of one row', put(byCommunity, '汇总', { D5: 8 }), ['total-wrong error 汇总!D5 =6']],
    ['a part that both its row and its column contradict', put(byCommunity, '汇总', { F6: 2.5 }), ['total-wrong error 汇总!F6 =2.05']],
    ['a codes tree', coded, []],
    ['a parent of a codes tree', put(coded, '支出表', { C2: 900.3 }), ['total-wrong error 支出表!C2 =1615.3']],
    ['a child\'s change', put(coded, '支出表', { E7: 13.3 }), ['total-wrong error 支出表!E7 =12.3']],
    ['two sides', twoSided, []],
    ['the total of one side', put(twoSided, '收支总表', { B8: 146 }), ['total-in-doubt warning 收支总表!B8 =149']],
    ['a fund', funds, []],
    ['a year of the fund that is ten times too much', put(funds, '社区建设基金', { E3: 369 }), ['total-wrong error 社区建设基金!E3 =36.9']],
    ['a lone total', lonely, []],
    ['a lone total that its parts contradict', put(lonely, '经费', { B4: 101.7 }), ['total-in-doubt warning 经费!B4 =103.4']],
  ])('%s', (_name, sheets, expected) => {
    expect(totals(sheets)).toEqual(expected)
  })
})

test.each([
  ['the decimal point moved', 339.5, 33.95],
  ['two digits turned', 39.35, 33.95],
  ['a digit left out', 3.95, 33.95],
])('a grand total that is far off by one slip of the hand: %s', (_name, typed, right) => {
  expect(totals(put(byCommunity, '汇总', { G8: typed }))).toEqual([`total-wrong error 汇总!G8 =${String(right)}`])
})

test.each([
  ['the decimal point moved', 4955, 495.5],
  ['two digits turned', 945.5, 495.5],
  ['another number', 812.7, null],
])('a lone total that is far off: %s', (_name, typed, right) => {
  const parts = [312.5, 87.4, 45.6, 23.8, 18.9, 7.3].map((amount, i) => [`用途${String(i + 1)}`, amount])
  expect(totals({ 资金: [['用途', '金额（万元）'], ...parts, ['合计', typed]] })).toEqual(right === null ? [] : [`total-in-doubt warning 资金!B8 =${String(right)}`])
})
