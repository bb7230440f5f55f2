import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

const KINDS = (title: string): Layout['rows'] => [[title], ['项目', '人数', '金额（元）'], ['正式人员'], ['聘用人员'], ['合计']]
const BLANK = { B3: null, B4: null, B5: null, C3: null, C4: null, C5: null }

test.each<readonly [what: string, layout: Layout]>([
  ['of a property firm', { pay: PAY, rows: KINDS('2023年小区物业人员经费测算表'), expect: BLANK, word: '物业人员' }],
  ['who serve', { pay: PAY, rows: KINDS('2023年社区服务人员经费预算表'), expect: BLANK, word: '服务人员' }],
  ['who are trained', { pay: PAY, rows: KINDS('2023年培训人员经费预算表'), expect: BLANK, word: '培训人员' }],
  ['of another kind in a line', { pay: PAY, rows: [['2023年人员经费预算表'], ['项目', '人数', '金额（元）'], ['正式人员'], ['其他人员'], ['合计']], expect: { B3: 4, B4: null, C4: null, B5: null }, word: '其他人员' }],
  ['of the community, in the words of every office', { pay: PAY, rows: KINDS('2023年社区工作人员经费预算表'), expect: { B3: 4, B4: 2, C5: 250_000 } }],
])('people %s', (_what, layout) => {
  expectLayout(layout)
})

test.each<readonly [what: string, layout: Layout]>([
  ['last year, its title numbered as an annex', { pay: PAY, rows: KINDS('附件1：2022年社区人员经费预算表'), expect: BLANK, word: '2022' }],
  ['this year, its title numbered as an annex', { pay: PAY, rows: KINDS('附表2：2023年社区人员经费预算表'), expect: { B3: 4, C3: 200_000, C5: 250_000 } }],
  ['another unit, its title numbered as an annex', { pay: PAY, rows: KINDS('附件3：2023年环卫所人员经费预算表'), expect: BLANK, word: '环卫' }],
  ['a later year in a table of which a word is not known', { pay: PAY, rows: KINDS('2023年人员经费预算表'), more: [{ name: '其他', rows: [['2024年环卫所经费表（单位：元）'], ['项目', '金额'], ['甲项', 1], ['乙项', 2]] }], expect: BLANK, word: '2023' }],
])('titles of %s', (_what, layout) => {
  expectLayout(layout)
})

const RATES = (share: string, ...rates: readonly number[]): Layout['rows'] => [['2023年社会保险费测算表（单位：元）'], ['险种', '缴费人数', '月缴费基数（元）', share, '年缴费额'], ['养老保险', 10, 4000, rates[0] ?? null], ['失业保险', 10, 4000, rates[1] ?? null], ['合计']]
const RENTS = (months: string): Layout['rows'] => [['2023年社区办公用房租金测算表（单位：元）'], ['社区名称', '租赁面积（㎡）', '租金标准（元/㎡·月）', months, '年租金'], ['东湾社区', 100, 10, 12], ['西亭社区', 100, 10, 6], ['合计']]
test.each<readonly [what: string, layout: Layout]>([
  ['half a percent under （%）', { rows: RATES('单位缴费比例（%）', 16, 0.5), expect: { E3: 76_800, E4: 2400, E5: 79_200 } }],
  ['half a percent beside sixteen', { rows: RATES('单位缴费比例', 16, 0.5), expect: { E3: 76_800, E4: 2400 } }],
  ['shares of one', { rows: RATES('单位缴费比例', 0.16, 0.005), expect: { E3: 76_800, E4: 2400 } }],
  ['the months of a lease', { rows: RENTS('租期（月）'), expect: { B5: 200, E3: 12_000, E4: 6000, E5: 18_000 } }],
  ['a column in the row that nobody reads may be a factor', { rows: RENTS('系数甲'), expect: { E3: null, E4: null } }],
  ['a sign of multiplication in the form\'s own formula', { rows: [['2023年人员经费测算表'], ['人员类别', '人数（人）', '人均工资（元/年）', '人均社保（元/年）', '年经费（万元）'], ['栏次', '1', '2', '3', '4=1*(2+3)'], ['正式人员', null, 50_000, 10_000], ['聘用人员', null, 30_000, 8000], ['合计']], expect: { B4: 4, E4: 24, E5: 7.6, E6: 31.6 } }],
  ['wages alone are not what a person costs', { rows: [['2023年工资测算表（单位：元）'], ['人员类别', '人数', '月人均工资（元）', '工资总额'], ['正式人员', null, 4000], ['聘用人员', null, 3000]], more: [{ name: '分社区', rows: [['2023年各社区人员经费预算表（单位：元）'], ['社区', '经费'], ['东湾社区'], ['西亭社区']] }], expect: { B3: 4, D3: 192_000, D4: 72_000 } }],
])('what is multiplied: %s', (_what, layout) => {
  expectLayout(layout)
})

test.each<readonly [what: string, layout: Layout]>([
  ['income over expenditure, the town pays what is left', {
    pay: PAY, rows: [['2023年云浦镇社区经费收支预算表'], ['项目', '金额（元）'], ['一、收入'], ['1.市财政补助', 60_000], ['2.镇财政承担'], ['二、支出'], ['1.正式人员经费'], ['2.聘用人员经费'], ['3.办公费', 10_000]],
    expect: { B5: 200_000, B3: 260_000, B6: 260_000, B7: 200_000, B8: 50_000 },
  }],
  ['shares that headers state, in the unit of the whole', {
    pay: PAY, rows: [['2023年社区人员经费分担测算表'], ['社区', '经费总额（元）', '市级承担（60%）', '镇级承担（40%）'], ['东湾社区'], ['西亭社区'], ['合计']],
    expect: { B3: 125_000, C3: 75_000, D3: 50_000, B5: 250_000, C5: 150_000, D5: 100_000 },
  }],
  ['the same people insured four times are no sum of people', { rows: RATES('单位缴费比例（%）', 16, 0.5), expect: { B5: null } }],
  ['the same communities for several funds are no sum of communities', { rows: [['2023年专项经费测算表（单位：元）'], ['项目', '社区个数', '补助标准（元/个）', '金额'], ['党建活动经费', 2, 10_000], ['网格化经费', 2, 5000], ['合计']], expect: { B5: null, D3: 20_000, D4: 10_000, D5: 30_000 } }],
])('sums and sides: %s', (_what, layout) => {
  expectLayout(layout)
})

const COVER = (unit: string, money: string, ...before: readonly string[]): Layout['rows'] => [[`2023年各社区人员及经费一览表${unit}`], ['社区', ...before, '人员合计', money], ['东湾社区'], ['西亭社区'], ['合计']]
test.each<readonly [what: string, layout: Layout]>([
  ['behind both kinds, in a table of money', { pay: PAY, rows: COVER('（单位：万元）', '人员经费', '正式人员数', '聘用人员数'), expect: { B3: 2, C3: 1, D3: 3, E3: 12.5, D5: 6, E5: 25 } }],
  ['behind both kinds, the unit in another header', { pay: PAY, rows: COVER('', '人员经费（元）', '正式人员数', '聘用人员数'), expect: { D3: 3, E3: 125_000, D5: 6 } }],
  ['beside 人员经费 alone', { pay: PAY, rows: COVER('（单位：万元）', '人员经费'), expect: { B3: 3, B5: 6, C3: 12.5 } }],
  ['alone in a table of money: heads or money, nobody knows', { pay: PAY, rows: COVER('（单位：万元）', '备注'), expect: { B3: null, B5: null }, word: '人员合计' }],
])('人员合计 %s', (_what, layout) => {
  expectLayout(layout)
})
