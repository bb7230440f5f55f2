import { isFormula } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import { check } from '../../src/check'
import { cellItems, fill } from '../../src/fill'
import { defaultPolicy } from '../../src/policies'
import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'
import { bookOf, sheetOf } from './own-truth'

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'the narrow header tells the payer\'s kind, not the wide one': {
    pay: PAY, rows: [['人员经费测算表'], ['项目', '人数', '人员经费'], [null, null, '正式（万元）', '聘用（万元）', '合计（万元）'], ['东湾社区'], ['西亭社区'], ['合计']], merges: ['A2:A3', 'B2:B3', 'C2:E2'],
    expect: { B4: 3, C4: 10, D4: 2.5, E4: 12.5, C6: 20, D6: 5, E6: 25 },
  },
  'kinds that the table tells apart are counted apart': {
    kinds: { 正式: 2, 聘用: 1, 劳务派遣: 2 }, pay: PAY, rows: [['2023年人员经费预算表'], ['单位：元'], ['人员类别', '人数', '年经费'], ['正式人员'], ['聘用人员'], ['劳务派遣人员'], ['合计']],
    expect: { B4: 4, C4: 200_000, B5: 2, C5: 50_000, B6: 4, C6: 80_000, B7: 10, C7: 330_000 },
  },
  'a kind that the roster cannot tell leaves its class blank': {
    pay: PAY, rows: [['2023年人员经费预算表'], ['单位：元'], ['人员类别', '人数', '年经费'], ['正式人员'], ['聘用人员'], ['劳务派遣人员'], ['合计']],
    expect: { B4: 4, B5: null, B6: null, B7: null, C7: null }, word: '劳务派遣',
  },
  'staff whom the plan counts nowhere are counted where the table has a line for them': {
    kinds: { 正式: 2, 聘用: 1, 公益性岗位: 1 }, pay: PAY, rows: [['2023年人员经费预算表'], ['单位：元'], ['人员类别', '人数', '年经费'], ['正式人员'], ['聘用人员'], ['公益性岗位'], ['合计']],
    expect: { B6: 2, C6: 24_000, B7: 8 },
  },
  'a formula over column numbers is followed, units and all': {
    rows: [['2023年人员经费测算表'], ['项目', '人数', '年工资标准（元）', '年社保标准（元）', '合计（万元）'], ['栏次', '1', '2', '3', '4=1×(2+3)'], ['正式人员', null, 40_000, 10_000], ['聘用人员', null, 20_000, 5000], ['合计']],
    expect: { B4: 4, E4: 20, E5: 5, E6: 25 },
  },
  'standards on a sheet of their own': {
    more: [{ name: '经费标准', rows: [['经费标准表'], ['人员类别', '标准（元/人年）'], ['正式人员', 12_279], ['聘用人员', 3431]] }],
    rows: [['2023年人员经费预算表'], ['单位：百元'], ['项目', '人数', '标准', '金额'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { C4: 122.79, D4: 491.16, D5: 68.62, D6: 559.78 },
  },
  'a standard by the month, twelve months of it': {
    more: [{ name: '经费标准', rows: [['社区人员经费标准'], ['单位：元'], ['人员类别', '月标准'], ['正式人员', 1000], ['聘用人员', 300]] }],
    rows: [['2023年人员经费预算表'], ['单位：千元'], ['项目', '年经费'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B4: 48, B5: 7.2, B6: 55.2 },
  },
  'a pay sheet tells what the roster does not': {
    more: [{ name: '工资表', rows: [['云浦镇社区人员年工资表'], ['序号', '社区', '姓名', '人员类别', '年工资（元）'], ...[1, 2, 3, 4, 5, 6].map((at): CellValue[] => [at, at < 4 ? '东湾社区' : '西亭社区', `王${String.fromCharCode(0x4e00 + at)}`, at % 3 === 0 ? '聘用' : '正式', at % 3 === 0 ? 20_000 : 40_000])] }],
    rows: [['2023年人员经费预算表'], ['单位：元'], ['项目', '金额'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B4: 160_000, B5: 40_000, B6: 200_000 },
  },
  'the months of the row itself': {
    rows: [['2023年人员经费预算表'], ['项目', '人数', '月人均（元）', '月数', '年经费（万元）'], ['正式人员', null, 3000, 13], ['聘用人员', null, 1500, 12], ['合计']],
    expect: { E3: 15.6, E4: 3.6, E5: 19.2 },
  },
  'villages beside communities get nothing of the communities\'': {
    pay: PAY, rows: [['2023年人员经费预算表'], ['单位：万元'], ['项目', '社区', null, '行政村', null], [null, '人数', '金额', '人数', '金额'], ['正式人员'], ['聘用人员'], ['合计']], merges: ['A3:A4', 'B3:C3', 'D3:E3'],
    expect: { B5: 4, C5: 20, D5: null, E5: null, D7: null }, word: '村',
  },
  'a line of another unit leaves itself and the total blank': {
    pay: PAY, rows: [['社区人员经费表'], ['单位：万元'], ['单位名称', '人数', '金额'], ['东湾社区'], ['环卫所'], ['西亭社区'], ['合计']],
    expect: { B4: 3, C4: 12.5, B5: null, B6: 3, B7: null, C7: null }, word: '环卫所',
  },
  'who pays, row by row': {
    pay: PAY, rows: [['2023年各社区人员经费预算表'], ['单位：万元'], ['社区', '经费合计', '市财政承担', '镇财政承担'], ['东湾社区', null, 3], ['西亭社区', null, 4], ['合计']],
    expect: { B4: 12.5, D4: 9.5, D5: 8.5, C6: 7, D6: 18 },
  },
  '其中 lines make up their parent where they are all of it': {
    pay: PAY, rows: [['2023年社区经费支出预算表'], ['单位：万元'], ['项目', '金额'], ['人员经费'], ['其中：正式人员'], ['      聘用人员'], ['公用经费', 3], ['合计']],
    expect: { B4: 25, B5: 20, B6: 5, B8: 28 },
  },
  'what is due, what is received, and both added up': {
    rows: [['社区建设基金测算表'], ['年度', '开发面积（万㎡）', '标准（元/㎡）', '应收（万元）', '收缴率（%）', '实收（万元）', '累计（万元）'], ['2024年', 3, 10, null, 90], ['2025年', 4, 10, null, 90], ['合计']],
    expect: { D3: 30, F3: 27, G3: 27, D4: 40, F4: 36, G4: 63, D5: 70, F5: 63 },
  },
  'a fund table without a rate takes the plan\'s': {
    rows: [['社区建设基金收入测算'], ['年度', '新批建筑面积（㎡）', '预计收缴率', '基金收入（万元）'], [2024, 30_000, 0.9], [2025, 40_000, 0.9], ['合计']],
    expect: { D3: 27, D4: 36, D5: 63 },
  },
  'lacking beside too many: neither goes below nought': {
    rows: [['2023年社区人员经费预算表'], ['单位：人'], ['人员类别', '现有', '应配', '缺额', '超编'], ['正式'], ['聘用'], ['合计']],
    expect: { B4: 4, C4: 8, D4: 4, E4: 0, E6: 0 },
  },
  'a total whose group holds a column that is not understood is left': {
    pay: PAY, rows: [['社区人员经费测算表'], ['单位：万元'], ['社区', '书记津补', '正式人员', '聘用人员', '合计'], ['东湾社区'], ['西亭社区'], ['合计']],
    expect: { C4: 10, D4: 2.5, E4: null }, word: '书记',
  },
  'who pays, below the total of heads by standard': {
    rows: [['社区人员经费预算表'], ['单位：百元'], ['项目', '人数', '年人均', '金额'], ['正式人员', 8, 122.79], ['聘用人员', 6, 34.31], ['合计', 14], ['市财政补贴', null, null, 250], ['镇承担']],
    expect: { D4: 982.32, D5: 205.86, D6: 1188.18, D8: 938.18 },
  },
  'heads by standard by days': {
    rows: [['培训经费预算'], ['培训项目', '人数', '天数', '标准（元/人·天）', '金额（元）'], ['业务培训', 50, 2, 100], ['党员培训', 30, 3, 80], ['合计']],
    expect: { E3: 10_000, E4: 7200, E5: 17_200 },
  },
  'a table of one community, by its sheet': {
    pay: PAY, rows: [['2023年东湾社区人员经费预算表'], ['单位：元'], ['项目', '人数', '金额'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B4: 2, C4: 100_000, B5: 1, B6: 3 },
  },
}

test.each(Object.entries(LAYOUTS))('%s', (_name, layout) => { expectLayout(layout) })

test('without a roster a table fills by itself', () => {
  const snapshot = bookOf([sheetOf({ name: '支出预算', rows: [['社区人员经费预算表'], ['单位：万元'], ['项目', '人数', '金额', '年人均（元）'], ['正式人员', 68, 83.5], ['聘用人员', 58, 19.9], ['合计']] })])
  const plan = fill(snapshot, check(snapshot, { policy: defaultPolicy }))
  expect(Object.fromEntries(cellItems(plan).map(({ change }) => [change.cell, isFormula(change.after) ? change.after.formula : change.after]))).toEqual({ D4: '=C4*10000/B4', D5: '=C5*10000/B5', B6: '=SUM(B4:B5)', C6: '=SUM(C4:C5)' })
  expect([plan.created, plan.missing.map(({ input }) => input)]).toEqual([[], ['roster']])
})
