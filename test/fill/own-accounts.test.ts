import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

const YEARS: Layout['rows'] = [
  ['社区人员经费两年对比表（单位：元）'], ['项目', '2022年', null, '2023年', null, '增减情况', null], [null, '人数', '金额', '人数', '金额', '人数', '金额'],
  ['正式人员', 3, 150_000], ['聘用人员', 2, 40_000], ['合计'],
]
const ACCOUNT = (...more: Layout['rows']): Layout['rows'] => [
  ['2023年社区经费收支测算表（单位：元）'], ['项目', '金额'], ['一、收入合计'], ['1.区级补助', 900], ['2.其他收入', 100], ['二、支出合计'], ['1.办公费', 300], ['2.活动费', 200], ...more, ['三、收支结余'],
]
const NEED = (own: string): Layout['rows'] => [
  ['2023年社区用房建设资金平衡测算表（单位：万元）'], ['年度', '建设投资', '基金收入', own, '资金缺口'], ['2023年', 90, 20, 15], ['2024年', 80, 30, 25], ['合计'],
]
test.each<readonly [what: string, layout: Layout]>([
  ['heads and money of two years under what changed', {
    pay: PAY, rows: YEARS, merges: ['A2:A3', 'B2:C2', 'D2:E2', 'F2:G2'],
    expect: { D4: 4, E4: 200_000, F4: 1, G4: 50_000, D5: 2, E5: 50_000, F5: 0, G5: 10_000, F6: 1, G6: 60_000 },
  }],
  ['sums that stand above their parts, and what is left', { rows: ACCOUNT(), expect: { B3: 1000, B6: 500, B9: 500 } }],
  ['what is left where another line stands at the top', { rows: ACCOUNT(['上年结转', 70]), expect: { B3: 1000, B6: 500, B10: null } }],
  ['everything that covers a need', { rows: NEED('财政安排'), expect: { E3: 55, E4: 25, E5: 80 } }],
  ['a need beside money that no word calls money', { rows: NEED('各项'), expect: { E3: null, E4: null, E5: null }, word: '各项' }],
  ['a base of contributions in the unit of the title', {
    rows: [['2023年社保缴费测算表（单位：万元）'], ['险种', '缴费基数总额', '单位缴费比例（%）', '单位缴费金额'], ['基本养老保险', 100, 16], ['工伤保险', 100, 0.2], ['合计']], expect: { D3: 16, D4: 0.2, D5: 16.2 },
  }],
  ['months whose sum tells the unit', { rows: [['2023年社区水电费支出计划'], ['社区', '1月', '2月', '3月', '合计（元）'], ['东湾社区', 1, 2, 3], ['西亭社区', 4, 5, 6], ['合计']], expect: { B5: 5, E3: 6, E4: 15, E5: 21 } }],
  ['what was paid out so far', { rows: [['2023年社区经费拨付进度表（单位：元）'], ['社区', '预算数', '累计拨付', '未拨付', '拨付率（%）'], ['东湾社区', 100, 40], ['西亭社区', 200, 60], ['合计']], expect: { C5: 100, D3: 60, E3: 40, D5: 200 } }],
])('accounts: %s', (_what, layout) => {
  expectLayout(layout)
})

const ROOMS = (of: string): Layout['rows'] => [
  ['社区办公服务用房面积情况表（单位：平方米）'], ['社区名称', '办公用房', '活动用房', '面积合计', '应达面积', of], ['东湾社区', 60, 40, null, 200], ['西亭社区', 90, 40, null, 200], ['合计'],
]
test.each<readonly [what: string, layout: Layout]>([
  ['two kinds of rooms, their sum and what is missing', { rows: ROOMS('缺口面积'), expect: { D3: 100, F3: 100, D4: 130, F4: 70, B5: 150, D5: 230, F5: 170 } }],
  ['what is missing is called a difference', { rows: ROOMS('差额'), expect: { D3: 100, F3: 100, F4: 70, F5: 170 } }],
  ['heads that are missing are called a difference', { rows: [['社区人员配备情况表（单位：人）'], ['人员类别', '应配', '实有', '差额'], ['正式人员', 6], ['聘用人员', 3], ['合计']], expect: { C3: 4, D3: 2, C4: 2, D4: 1, D5: 3 } }],
  ['heads of a team by kind', { rows: [['社区工作者队伍结构统计表'], ['社区', '正式人员', '聘用人员', '合计'], ['东湾社区'], ['西亭社区'], ['合计']], expect: { B3: 2, C3: 1, D3: 3, D5: 6 } }],
  ['a subsidy by households, by the formula that the form states', {
    rows: [['2023年社区运转经费测算表'], ['社区', '基础补助（元）', '户数', '每户补助（元）', '户数补助（元）', '补助合计（元）'], ['栏次', '1', '2', '3', '4=2×3', '5=1+4'], ['东湾社区', 100, 20, 5], ['西亭社区', 100, 30, 5], ['合计']],
    expect: { E4: 100, F4: 200, E5: 150, F5: 250, E6: 250, F6: 450 },
  }],
])('parts: %s', (_what, layout) => {
  expectLayout(layout)
})

const POSTS = (title: string): Layout['rows'] => [[title], ['职务', '人数', '月补贴标准（元）', '年补贴金额（元）'], ['书记', 2, 300], ['委员', null, 200], ['合计']]
test.each<readonly [what: string, layout: Layout]>([
  ['both committees', { pay: PAY, rows: POSTS('2023年社区“两委”干部补贴测算表'), expect: { D3: 7200, B4: null, D4: null, D5: null } }],
  ['the heads of both', { pay: PAY, rows: POSTS('2023年社区书记主任补贴测算表'), expect: { D3: 7200, B4: null, D4: null, D5: null } }],
  ['both committees, by kind', { pay: PAY, rows: [['2023年社区两委人员经费测算表'], ['项目', '人数', '金额（元）'], ['正式人员'], ['聘用人员'], ['合计']], expect: { B3: null, C3: null, B4: null, C4: null, B5: null, C5: null }, word: '两委' }],
  ['a column of some of them', { pay: PAY, rows: [['2023年社区人员经费测算表'], ['社区', '两委人数', '金额（元）'], ['东湾社区'], ['西亭社区'], ['合计']], expect: { B3: null, B4: null, B5: null }, word: '两委' }],
])('nobody is counted of %s', (_what, layout) => {
  expectLayout(layout)
})

const POST = (word: string): Layout['rows'] => [['社区人员配备情况表'], ['序号', '社区', '核定员额', '在岗人数', word], [1, '东湾社区', 5], [2, '西亭社区', 4], [null, '合计']]
test.each<readonly [what: string, layout: Layout]>([
  ['posts that are empty', { rows: POST('空缺员额'), expect: { D3: 3, E3: 2, D4: 3, E4: 1, C5: 9, E5: 3 } }],
  ['posts that are there or ought to be', { rows: POST('实有编制'), expect: { D3: 3, E3: null, E4: null, E5: null }, word: '实有编制' }],
  ['posts that come on top or ought to be', { rows: POST('新增编制'), expect: { D3: 3, E3: null, E4: null, E5: null }, word: '新增编制' }],
])('two states in one word: %s', (_what, layout) => {
  expectLayout(layout)
})

const PARTS: Layout['rows'] = [
  ['2023年社区人员薪酬构成测算表'], ['序号', '社区', '工资部分', null, null, '单位缴费部分', null, null, '合计'], [null, null, '基本工资', '绩效工资', '小计', '社会保险', '公积金', '小计'],
  [1, '东湾社区', 10, 5, null, 3, 2], [2, '西亭社区', 20, 5, null, 4, 1], [null, '合计'],
]
const PAGES: Layout['rows'] = [
  ['2023年社区走访慰问经费测算表'], ['社区', '慰问户数', '慰问标准（元/户）', '金额（元）'], ['东湾社区', 10, 300], ['社区', '慰问户数', '慰问标准（元/户）', '金额（元）'], ['西亭社区', 20, 300], ['合计'],
]
const STACK = (unit: string): Layout['rows'] => [
  ['2023年社区人员经费及资金来源预算表'], [`单位：${unit}`], ['序号', '项目', '人数', '金额'], [1, '正式人员'], [2, '聘用人员'], [null, '合计'], [], [], ['序号', '资金来源', null, '金额'], [1, '区财政补助', null, 2], [2, '镇财政承担'], [null, '合计'],
]
test.each<readonly [what: string, layout: Layout]>([
  ['parts of the pay in a table that says no unit', { rows: PARTS, merges: ['A2:A3', 'B2:B3', 'C2:E2', 'F2:H2', 'I2:I3'], expect: { E4: 15, H4: 5, I4: 20, E5: 25, H5: 5, I5: 30, C6: 30, I6: 50 } }],
  ['a header that is there once more', { rows: PAGES, expect: { D3: 3000, D5: 6000, B6: 30, D6: 9000 } }],
  ['costs above the sources of them, the unit said once', { pay: PAY, rows: STACK('万元'), expect: { C4: 4, D4: 20, D5: 5, D6: 25, D11: 23, D12: 25 } }],
])('sheets: %s', (_what, layout) => {
  expectLayout(layout)
})

test.each<readonly [what: string, layout: Layout]>([
  ['two works with a price each, and what they come to', {
    rows: [['党群服务中心建设投资估算表（单位：元）'], ['社区', '建筑面积（㎡）', '土建单价（元/㎡）', '土建投资', '装修单价（元/㎡）', '装修投资', '设备购置', '投资合计'], ['东湾社区', 100, 20, null, 5, null, 7], ['西亭社区', 200, 20, null, 5, null, 8], ['合计']],
    expect: { D3: 2000, F3: 500, H3: 2507, D4: 4000, F4: 1000, H4: 5008, B5: 300, D5: 6000, F5: 1500, G5: 15, H5: 7515 },
  }],
  ['areas of two years', { rows: [['社区用房面积变化表'], ['社区', '2022年面积（㎡）', '2023年面积（㎡）', '增减（㎡）'], ['东湾社区', 60, 90], ['西亭社区', 80, 75], ['合计']], expect: { D3: 30, D4: -5, B5: 140, C5: 165, D5: 25 } }],
  ['shares of each level', { rows: [['2023年社区经费分级负担测算表'], ['负担单位', '负担比例（%）', '负担金额（元）'], ['区财政', 60], ['镇财政', 40], ['合计', 100, 500]], expect: { C3: 300, C4: 200 } }],
])('works: %s', (_what, layout) => {
  expectLayout(layout)
})
