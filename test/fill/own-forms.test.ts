import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

const FORM: Layout['rows'] = [
  ['2023年云浦镇社区人员经费申报表'], ['填报单位：云浦镇'], ['社区数（个）', null, '现有人员（人）'], ['正式人员数（人）', null, '聘用人员数（人）'],
  ['正式人员经费（元）', null, '聘用人员经费（元）'], ['人员经费合计（元）'], ['联系人', null, '联系电话'],
]
test.each<readonly [what: string, layout: Layout]>([
  ['a label before each figure, two in a row', { pay: PAY, rows: FORM, expect: { B3: 2, D3: 6, B4: 4, D4: 2, B5: 200_000, D5: 50_000, B6: 250_000 } }],
  ['one label in a row', { pay: PAY, rows: [['2023年社区人员情况'], ['正式人员（人）'], ['聘用人员（人）'], ['正式人员经费（万元）'], ['聘用人员经费（万元）']], expect: { B2: 4, B3: 2, B4: 20, B5: 5 } }],
  ['a word that is not known stops its own figure only', { pay: PAY, rows: [['2023年社区人员情况'], ['正式人员（人）', null, '聘用人员（人）'], ['环卫所人员（人）', null, '正式人员经费（元）']], expect: { B2: 4, D2: 2, D3: 200_000 } }],
  ['last year\'s form', { pay: PAY, rows: [['2022年社区人员经费申报表'], ...FORM.slice(1)], expect: { D3: null, B4: null, B5: null, B6: null }, word: '2022' }],
  ['a form with its header is a table', {
    pay: PAY, rows: [['2023年人员经费预算表'], ['项目', '人数', '项目', '金额（元）'], ['正式人员', null, '正式人员经费'], ['聘用人员', null, '聘用人员经费'], ['合计', null, '合计']],
    expect: { B3: 4, B4: 2, B5: 6, D3: 200_000, D4: 50_000, D5: 250_000 },
  }],
])('forms: %s', (_what, layout) => {
  expectLayout(layout)
})

const BY_SOURCE = (...sources: readonly string[]): Layout['rows'] => [
  ['2023年社区支出预算表（单位：元）'], ['项目', '合计', ...sources], ['一、基本支出'], ['  办公费', null, 1000, 200, 30], ['  水电费', null, 500, 0, 5], ['二、项目支出'], ['  活动费', null, 4000, 0, 100], ['合计'],
]
test.each<readonly [what: string, layout: Layout]>([
  ['three sources, none of which says that it is an amount', { rows: BY_SOURCE('上级补助', '本级财政', '自有资金'), expect: { C3: 1500, B4: 1230, B3: 1735, E6: 100, B7: 4100, B8: 5835, D8: 200 } }],
  ['a subsidy, an account and the rest', { rows: BY_SOURCE('一般公共预算拨款', '专户资金', '其他收入'), expect: { B4: 1230, B3: 1735, B8: 5835 } }],
  ['a cost beside a fund without a payer: nobody knows what makes up the sum', { rows: BY_SOURCE('预算数', '其他资金', '自有资金'), expect: { B4: null, B8: null } }],
  ['nothing of the roster goes into a fund', { pay: PAY, rows: [['2023年社区支出预算表（单位：元）'], ['项目', '合计', '上级补助', '其他资金'], ['正式人员经费', null, 1000, null], ['聘用人员经费', null, 500, 20], ['合计']], expect: { D3: null } }],
])('money by its sources: %s', (_what, layout) => {
  expectLayout(layout)
})

const SIDE_BY_SIDE = (title: string, last: number | null = null): Layout['rows'] => [[title], ['项目', '2023年决算（元）', '2024年预算（元）', '2025年预算（元）', '增减额（元）'], ['正式人员经费', 190_000, 195_000, last], ['聘用人员经费', 40_000, 45_000, last], ['合计']]
test.each<readonly [what: string, layout: Layout]>([
  ['the last column is blank: it is the year to fill', { pay: PAY, rows: SIDE_BY_SIDE('社区人员经费预算对比表'), expect: { D3: 200_000, E3: 5000, E4: 5000, D5: 250_000, C5: 240_000 } }],
  ['another year is stated: nobody says which two are compared', { pay: PAY, rows: SIDE_BY_SIDE('社区人员经费预算对比表', 1), more: [{ name: '总表', rows: [['2024年社区人员经费预算表（单位：元）'], ['项目', '金额'], ['正式人员'], ['聘用人员'], ['合计']] }], expect: { E3: null, E4: null } }],
  ['a plan by quarters alone states the year', { rows: [['2025年社区经费分季度用款计划表（单位：元）'], ['项目', '一季度', '二季度', '三季度', '四季度', '全年'], ['办公费', 1, 2, 3, 4], ['水电费', 5, 6, 7, 8], ['合计']], expect: { F3: 10, F4: 26, B5: 6, F5: 36 } }],
])('years side by side: %s', (_what, layout) => {
  expectLayout(layout)
})

test('tables under one another: the last pays for the one above, whose sum is a 小计', () => {
  expectLayout({
    pay: PAY,
    rows: [
      ['2023年社区人员经费测算'], ['一、人员情况'], ['人员类别', '核定人数', '实有人数', '缺编人数'], ['正式人员', 8], ['聘用人员', 6], ['合计'], [],
      ['二、经费测算', null, null, '单位：元'], ['项目', '人数', '金额', '备注'], ['正式人员经费'], ['聘用人员经费'], ['小计'], [],
      ['三、资金来源', null, null, '单位：元'], ['来源', '金额'], ['市财政补助', 60_000], ['镇财政承担'], ['合计'],
    ],
    expect: { C4: 4, D4: 4, D5: 4, C6: 6, B10: 4, C10: 200_000, C12: 250_000, B17: 190_000, B18: 250_000 },
  })
})
