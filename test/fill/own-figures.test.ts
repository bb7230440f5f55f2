import { factorsIn } from '../../src/budgets/own/basis-text'
import { notePrices } from '../../src/budgets/own/note-prices'
import { normalise } from '../../src/vocabulary/normalise'
import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

type Rows = Layout['rows']
type Told = readonly [what: string, layout: Layout]

const TAXES = (columns: readonly string[], ...lines: Rows): Rows => [['2023年社区采购项目预算表（单位：元）'], ['项目名称', ...columns], ...lines, ['合计']]
const NET = ['不含税金额', '税率（%）', '税额', '含税金额']
test.each<Told>([
  ['tax and gross from the net', { rows: TAXES(NET, ['电脑', 1000, 13], ['标牌', 2000, 6]), expect: { D3: 130, E3: 1130, D4: 120, E4: 2120, B5: 3000, D5: 250, E5: 3250 } }],
  ['net and tax from the gross', { rows: TAXES(NET, ['电脑', null, 13, null, 1130], ['标牌', null, 6, null, 2120]), expect: { B3: 1000, D3: 130, B4: 2000, D4: 120, B5: 3000 } }],
  ['rates as shares of one', { rows: TAXES(['不含税金额', '税率', '税额', '价税合计'], ['电脑', 1000, 0.13], ['标牌', 2000, 0.06]), expect: { D3: 130, E3: 1130, E4: 2120 } }],
  ['an invoice: what no word says to hold the tax is without it', { rows: TAXES(['金额', '税额', '价税合计'], ['电脑', 1000, 130], ['标牌', 2000, 120]), expect: { D3: 1130, D5: 3250 } }],
  ['a rate that is missing', { rows: TAXES(NET, ['电脑', 1000], ['标牌', 2000, 6]), expect: { D3: null, E3: null, D4: 120, D5: null } }],
  ['a price with the tax', { rows: TAXES(['数量', '含税单价', '含税金额', '税率（%）', '不含税金额'], ['电脑', 2, 1130, null, 13], ['标牌', 1, 2120, null, 6]), expect: { D3: 2260, F3: 2000, F4: 2000 } }],
  ['a price that does not say', { rows: TAXES(['数量', '单价', '不含税金额', '税率（%）', '含税金额'], ['电脑', 2, 1000, null, 13], ['标牌', 1, 2000, null, 6]), expect: { D3: null, F3: null } }],
])('taxes: %s', (_what, layout) => {
  expectLayout(layout)
})

const BASIS = (...of: readonly string[]): Rows => [['2023年社区公用经费明细表（单位：元）'], ['项目', '测算依据', '金额'], ...of.map((text, at) => [`${['电话', '办公', '培训'][at] ?? ''}费`, text]), ['合计']]
test.each<Told>([
  ['products of figures', { rows: BASIS('300元/月×12个月', '6个社区*0.5万元', '4次×2000元/次+500元×2人=9000元'), expect: { C3: 3600, C4: 30_000, C5: 9000, C6: 42_600 } }],
  ['a basis in words', { rows: BASIS('300元/月×12个月', '据实列支'), expect: { C3: 3600, C4: null, C5: null } }],
  ['a table with two amounts', { rows: [['2023年社区公用经费明细表（单位：元）'], ['项目', '测算依据', '申请金额', '补助金额'], ['电话费', '300元/月×12个月']], expect: { C3: null, D3: null } }],
])('basis: %s', (_what, layout) => {
  expectLayout(layout)
})

test.each<readonly [text: string, sums: readonly (readonly number[])[] | null]>([
  ['300元/月×12个月', [[300, 12]]], ['20个社区×5000元', [[20, 5000]]], ['每月300元×12', [[300, 12]]], ['1.2万元×3', [[12_000, 3]]],
  ['300×12', null], ['300元×2元', null], ['约300元×12个月', null], ['300元/月', null], ['300元×12个月-100元', null],
])('%s is %j', (text, sums) => {
  expect(factorsIn(text)).toEqual(sums)
})

const NOTED = (note: string): Rows => [['2023年社区人员经费预算表（单位：元）'], ['人员类别', '人数', '年经费'], ['正式人员'], ['聘用人员'], ['合计'], [note]]
test.each<Told>([
  ['a price for each kind', { rows: NOTED('注：正式人员按每人每月5000元、聘用人员按每人每月3000元测算，全年按12个月计算。'), expect: { B3: 4, C3: 240_000, C4: 72_000, C5: 312_000 } }],
  ['thirteen months', { rows: NOTED('注：正式人员每人每月5000元，聘用人员每人每月3000元，全年按13个月。'), expect: { C3: 260_000, C4: 78_000 } }],
  ['by the unit', { rows: NOTED('说明：正式人员6万元/人·年，聘用人员3万元/人·年。'), expect: { C3: 240_000, C4: 60_000 } }],
  ['a part of it', { rows: NOTED('注：正式人员社保按每人每月1000元、聘用人员按每人每月3000元。'), expect: { C3: null, C4: null } }],
  ['one kind alone', { rows: NOTED('注：正式人员按每人每月5000元测算。'), expect: { C3: 240_000, C4: null, C5: null } }],
])('note: %s', (_what, layout) => {
  expectLayout(layout)
})
test('a kind with two prices has none', () => {
  expect([...notePrices([normalise('注：正式人员每人每月5000元，正式人员每人每年2000元')])]).toEqual([])
})

const HOUSES = (...columns: readonly string[]): Rows => [['2023年社区运转经费测算表'], ['社区名称', ...columns], ['东湾社区', 3000, 1000, 50_000, 20], ['西亭社区', 2000, 800, 50_000, 20], ['合计']]
test.each<Told>([
  ['households and not residents', { rows: HOUSES('人口数', '户数', '基本经费（元）', '户均标准（元/户）', '按户经费（元）', '合计（元）'), expect: { F3: 20_000, G3: 70_000, F4: 16_000, B5: 5000, C5: 1800, F5: 36_000, G5: 136_000 } }],
  ['a price for nothing that is counted', { rows: HOUSES('人口数', '户数', '基本经费（元）', '标准（元/亩）', '按户经费（元）', '合计（元）'), expect: { F3: null, G3: null } }],
  ['heads and not communities', { rows: [['社区人员配备经费测算表'], ['人员类别', '社区个数', '每社区配备（人）', '应配人数', '年人均经费（万元）', '所需经费（万元）'], ['正式人员', null, 4, null, 6], ['聘用人员', null, 3, null, 3]], expect: { B3: 2, D3: 8, F3: 48, D4: 6, F4: 18 } }],
  ['a share of the best', { rows: [['2023年考核奖测算表'], ['考核等次', '人数', '发放系数', '奖励标准（元/人）', '奖金总额（元）'], ['优秀', 2, 1.2, 1000], ['合格', 5, 0.8, 1000], ['合计']], expect: { E3: 2400, E4: 4000, B5: 7, E5: 6400 } }],
  ['a share that is missing', { rows: [['2023年考核奖测算表'], ['考核等次', '人数', '发放系数', '奖励标准（元/人）', '奖金总额（元）'], ['优秀', 2, null, 1000], ['合格', 5, 0.8, 1000], ['合计']], expect: { E3: null, E5: null } }],
  ['a share beside a base', { rows: [['2023年考核奖测算表'], ['考核等次', '人数', '基数（元）', '发放系数', '奖励标准（元/人）', '奖金总额（元）'], ['优秀', 2, 1000, 1.2, 1200], ['合格', 5, 1000, 0.8, 800], ['合计']], expect: { F3: null } }],
  ['a month of what one of them is paid', { rows: [['2023年社区干部报酬测算表（单位：元）'], ['岗位', '人数', '月基本报酬标准', '全年基本报酬', '绩效比例（%）', '绩效报酬', '报酬合计'], ['正职', 2, 2000, null, 30], ['委员', 3, 1000, null, 20], ['合计']], expect: { D3: 48_000, F3: 14_400, G3: 62_400, D4: 36_000, F4: 7200, D5: 84_000, G5: 105_600 } }],
  ['the person\'s own part of insurance', { rows: [['2023年社会保险费测算表（单位：元）'], ['险种', '参保人数', '月缴费基数', '单位缴费比例（%）', '单位月缴费额', '个人缴费比例（%）', '个人月缴费额'], ['养老保险', 10, 5000, 16, null, 8], ['工伤保险', 10, 5000, 0.4]], expect: { E3: 8000, G3: 4000, E4: 200, G4: null } }],
  ['a subsidy by heads beside what the town adds', { rows: [['2023年社区工作者补助资金分配表（单位：元）'], ['社区', '现有人数', '人均补助标准', '上级补助', '镇级配套', '资金合计'], ['东湾社区', null, 1000, null, 500], ['西亭社区', null, 1000, null, 700], ['合计']], expect: { B3: 3, D3: 3000, F3: 3500, F4: 3700, D5: 6000, F5: 7200 } }],
  ['a subsidy by heads of which somebody pays a part', { rows: [['2023年社区工作者补助资金分配表（单位：元）'], ['社区', '现有人数', '人均补助标准', '市级补助', '区级补助', '资金合计'], ['东湾社区', null, 1000], ['西亭社区', null, 1000]], expect: { D3: null, E3: null, F3: null } }],
  ['in another unit', { rows: [['2023年社区采购表'], ['名称', '金额（元）', '折合万元'], ['宣传栏', 5000], ['桌椅', 20_000], ['合计']], expect: { C3: 0.5, C4: 2, B5: 25_000, C5: 2.5 } }],
])('factors: %s', (_what, layout) => {
  expectLayout(layout)
})

const QUARTERS = (sum: string): Rows => [['2023年社区经费预算执行情况表（单位：元）'], ['项目', '全年预算', '一季度', '二季度', '三季度', '四季度', sum, '结余', '执行率（%）'], ['办公费', 100, 10, 20, 30, 20], ['活动费', 50, 10, 10, 10, 10], ['合计']]
const DONE = { G3: 80, H3: 20, I3: 80, G4: 40, H4: 10, B5: 150, C5: 20, G5: 120, H5: 30 }
const SUMS = (...more: Rows): Rows => [['2023年社区支出表（单位：元）'], ['项目', '金额'], ['办公费', 100], ['水电费', 50], ['合计'], ...more]
const SIDES = (left: string): Rows => [
  ['2023年社区经费收支情况表（单位：元）'], ['收入', null, '支出'], ['项目', '金额', '项目', '金额'], ['上年结转', 100, '办公费', 300], ['上级补助', 500, '活动费', 200],
  ['收入合计', null, '支出合计'], [null, null, left], ['总计', null, '总计'],
]
const TWO = ['A2:B2', 'C2:D2']
test.each<Told>([
  ['quarters so far', { rows: QUARTERS('累计支出'), expect: DONE }],
  ['quarters under a sum', { rows: QUARTERS('支出合计'), expect: DONE }],
  ['months one below the other', { rows: [['2023年社区支出台账（单位：元）'], ['月份', '本月支出', '累计支出'], ['1月', 10], ['2月', 20], ['3月', 30], ['合计']], expect: { C3: 10, C4: 30, C5: 60, B6: 60 } }],
  ['lines that do not follow in time', { rows: [['2023年社区支出台账（单位：元）'], ['项目', '本月支出', '累计支出'], ['办公费', 10], ['水电费', 20]], expect: { C3: null, C4: null } }],
  ['what was done in two years', { rows: [['社区用房投资进度表（单位：万元）'], ['项目', '计划总投资', '2022年完成', '2023年完成', '累计完成投资', '剩余投资', '完成率（%）'], ['东湾社区', 100, 20, 30], ['西亭社区', 200, 40, 60], ['合计']], expect: { E3: 50, F3: 50, G3: 50, E4: 100, F4: 100, B5: 300, C5: 60, D5: 90, E5: 150, F5: 150 } }],
  ['a grand total below a total', { rows: SUMS(['不可预见费', 10], ['总计']), expect: { B5: 150, B7: 160 } }],
  ['two totals and the grand total', { rows: SUMS(['会议费', 30], ['印刷费', 20], ['合计'], ['总计']), expect: { B5: 150, B8: 50, B9: 200 } }],
  ['what is left at the end of the year, and both sides come out even', { merges: TWO, rows: SIDES('年末结余'), expect: { B6: 600, D6: 500, D7: 100, B8: 600, D8: 600 } }],
  ['what goes on into the next year', { merges: TWO, rows: SIDES('结转下年'), expect: { D7: 100, D8: 600 } }],
  ['heads after those who come', { rows: [['2023年社区增员经费测算表'], ['人员类别', '现有人数', '拟新增人数', '增员后人数', '人均年经费（万元）', '新增经费（万元）'], ['正式人员', null, 2, null, 7], ['聘用人员', null, 3, null, 4], ['合计']], expect: { B3: 4, D3: 6, F3: 14, D4: 5, F4: 12, B5: 6, C5: 5, D5: 11, F5: 26 } }],
  ['a header that names what it compares', { rows: [['2023年社区项目支出预算申报表（单位：万元）'], ['项目', '一上申报数', '一下控制数', '二上申报数', '二上比一上增减'], ['办公费', 10, 8, 9], ['宣传费', 5, 5, 7], ['合计']], expect: { E3: -1, E4: 2, B5: 15, C5: 13, D5: 16, E5: 1 } }],
  ['communities by size', { rows: [['2023年社区运转经费分档补助表'], ['社区规模', '社区个数', '补助标准（万元/个）', '补助金额（万元）'], ['3000户以上', 2, 12], ['1000-3000户', 5, 10], ['合计']], expect: { D3: 24, D4: 50, B5: 7, D5: 74 } }],
  ['debts from year to year', { rows: [['社区用房筹资还款计划表（单位：万元）'], ['年度', '年初余额', '本年筹资', '本年偿还', '年末余额'], ['2023年', 100, 50, 30], ['2024年', null, 20, 60], ['合计']], expect: { E3: 120, B4: 120, E4: 80, C5: 70, D5: 90 } }],
  ['a form with everybody and the mean', { pay: PAY, rows: [['东湾社区2023年人员及经费情况登记表'], ['社区名称', '东湾社区', '负责人', null], ['正式人员数', null, '聘用人员数', null], ['人员合计', null, '联系电话', null], ['人员经费（元）', null, '人均经费（元）', null], ['审核意见', null, '填表日期', null]], expect: { B3: 2, D3: 1, B4: 3, B5: 125_000, D5: 41_666.666667 } }],
])('sums: %s', (_what, layout) => {
  expectLayout(layout)
})
