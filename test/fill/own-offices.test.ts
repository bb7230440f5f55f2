import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

const CODED = (first: readonly (string | null)[], second: readonly (string | null)[], third: readonly (string | null)[]): Layout['rows'] => [
  ['2023年支出预算表（单位：元）'], ['序号', '科目编码', null, null, '科目名称', '合计', '基本支出', '项目支出'], [null, '类', '款', '项'],
  [1, ...first, '社会保障支出'], [2, ...second, '民政管理事务'], [3, ...third, '基层治理', null, 1000, 200], [4, '208', '02', '99', '其他民政事务', null, 500, 30], [null, null, null, null, '合计'],
]
const CODE_MERGES = ['A2:A3', 'B2:D2', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3']
const BY_CODE = { G4: 1500, H4: 230, G5: 1500, H5: 230, F6: 1200, F4: 1730, G8: 1500, F8: 1730 }
test.each<readonly [what: string, layout: Layout]>([
  ['a code in three columns', { rows: CODED(['208', null, null], ['208', '02', null], ['208', '02', '08']), merges: CODE_MERGES, expect: BY_CODE }],
  ['each part of a code where it is new', { rows: CODED(['208', null, null], [null, '02', null], [null, null, '08']), merges: CODE_MERGES, expect: BY_CODE }],
  ['a number of its own in each line groups nothing', {
    rows: [['2023年社区项目支出表（单位：元）'], ['项目编号', '项目名称', '金额'], ['XM01', '宣传栏', 1000], ['XM02', '图书', 500], [null, '合计']], expect: { C5: 1500 },
  }],
  ['a word of its own in each line groups nothing', {
    rows: [['2023年社区项目支出表（单位：元）'], ['项目类别', '项目名称', '金额'], ['宣传', '宣传栏', 1000], ['文化', '图书', 500], [null, '合计']], expect: { C5: 1500 },
  }],
])('lines: %s', (_what, layout) => {
  expectLayout(layout)
})

test.each<readonly [what: string, layout: Layout]>([
  ['what is due and what is expected of it', {
    rows: [['2023年社区建设基金测算表'], ['开发项目', '审批面积（㎡）', '标准（元/㎡）', '应收基金（元）', '收缴率（%）', '预计收入（元）'], ['甲苑', 1000, 10, null, 90], ['乙苑', 2000, 10, null, 80], ['合计']],
    expect: { D3: 10_000, F3: 9000, D4: 20_000, F4: 16_000, D5: 30_000, F5: 25_000 },
  }],
  ['what another office decides', {
    rows: [['2023年社区项目支出表（单位：元）'], ['项目', '数量', '单价', '申报金额', '其中：市级补助', '镇级配套', '批复数'], ['宣传栏', 2, 500, null, 400], ['图书', 10, 30, null, 100], ['合计']],
    expect: { D3: 1000, F3: 600, D4: 300, F4: 200, D5: 1300, E5: 500, F5: 800, G3: null, G4: null, G5: null },
  }],
  ['the last source of each line', {
    pay: PAY, rows: [['2023年各社区人员经费来源表（单位：元）'], ['社区', '人员经费', '资金来源', null, null], [null, null, '区财政', '社区自筹', '镇财政'], ['东湾社区', null, 50_000, 1000], ['西亭社区', null, 60_000, 2000], ['合计']],
    merges: ['A2:A3', 'B2:B3', 'C2:E2'], expect: { B4: 125_000, E4: 74_000, E5: 63_000, E6: 137_000 },
  }],
  ['a source before it that is missing', {
    pay: PAY, rows: [['2023年各社区人员经费来源表（单位：元）'], ['社区', '人员经费', '资金来源', null, null], [null, null, '区财政', '社区自筹', '镇财政'], ['东湾社区', null, 50_000], ['西亭社区', null, 60_000, 2000], ['合计']],
    merges: ['A2:A3', 'B2:B3', 'C2:E2'], expect: { B4: 125_000, E4: null, E5: 63_000, E6: null },
  }],
  ['sources among which others may be', {
    pay: PAY, rows: [['2023年各社区人员经费来源表（单位：元）'], ['社区', '人员经费', '其中', null], [null, null, '区财政', '镇财政'], ['东湾社区', null, 50_000], ['西亭社区', null, 60_000], ['合计']],
    merges: ['A2:A3', 'B2:B3', 'C2:D2'], expect: { B4: 125_000, D4: null, D5: null, D6: null },
  }],
  ['quarters in a plan that says no unit', {
    rows: [['2023年社区经费分季度用款计划'], ['项目', '一季度', '二季度', '三季度', '四季度', '全年合计'], ['办公费', 1, 2, 3, 4], ['活动费', 2, 2, 2, 2], ['合计']], expect: { F3: 10, F4: 8, B5: 3, F5: 18 },
  }],
  ['what one costs in each community', {
    pay: PAY, rows: [['2023年各社区人均人员经费情况表'], ['社区', '在职人数', '年人员经费（万元）', '年人均（元/人）'], ['东湾社区'], ['西亭社区'], ['合计']], expect: { B3: 3, C3: 12.5, D3: 41_666.666_667 },
  }],
  ['a column of what was reckoned', { pay: PAY, rows: [['2023年社区人员经费测算表（单位：元）'], ['项目', '测算数'], ['正式人员'], ['聘用人员'], ['合计']], expect: { B3: 200_000, B4: 50_000, B5: 250_000 } }],
])('money: %s', (_what, layout) => {
  expectLayout(layout)
})

test('a form that names its community above its figures', () => {
  expectLayout({
    pay: PAY,
    rows: [['2023年社区基本情况及经费需求表'], ['社区', '东湾社区', '填报日期', '2023年12月31日'], ['正式人员（人）', null, '聘用人员（人）'], ['人员合计（人）', null, '年人员经费（元）'], ['联系人', null, '联系电话'], ['书记签字', null, '盖章']],
    expect: { B3: 2, D3: 1, B4: 3, D4: 125_000 },
  })
})
