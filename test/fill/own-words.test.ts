import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

const TABLE = (title: string): Layout['rows'] => [[title], ['项目', '人数', '金额（元）'], ['正式人员经费'], ['聘用人员经费'], ['合计']]
const FILLED = { B3: 4, C3: 200_000, B4: 2, C4: 50_000, B5: 6, C5: 250_000 }
const BLANK = { B3: null, C3: null, B4: null, C4: null, B5: null, C5: null }
const OTHER = (name: string, title: string): NonNullable<Layout['more']> => [{ name, rows: TABLE(title) }]
const FORECAST: NonNullable<Layout['more']> = [{ name: '基金', rows: [['今后五年社区建设基金测算表'], ['年份', '新批建筑面积（㎡）', '收取标准（元/㎡）', '基金收入（元）'], ['2025年', 3000, 10], ['2026年', 3000, 10]] }]

// Nothing in these workbooks says a day: the standard's year is 2023.
test.each<readonly [what: string, layout: Layout]>([
  ['no year said', { pay: PAY, rows: TABLE('社区人员经费预算表'), expect: FILLED }],
  ['the standard\'s year', { pay: PAY, rows: TABLE('2023年社区人员经费预算表'), expect: FILLED }],
  ['a later year alone', { pay: PAY, rows: TABLE('2024年社区人员经费预算表'), expect: FILLED }],
  ['a later year beside a sheet of the standard\'s', { pay: PAY, rows: TABLE('2024年社区人员经费预算表'), more: OTHER('汇总', '2023年社区人员经费预算表'), expect: FILLED }],
  ['the standard\'s year beside a later sheet: last year', { pay: PAY, rows: TABLE('2023年社区人员经费预算表'), more: OTHER('总表', '2024年社区人员经费预算表'), expect: BLANK, word: '2023' }],
  ['the standard\'s year beside a forecast from 2025 on: last year', { pay: PAY, rows: TABLE('2023年社区人员经费预算表'), more: FORECAST, expect: BLANK, word: '2023' }],
  ['the standard\'s year beside a plan for the next: this year', { pay: PAY, rows: TABLE('2023年社区人员经费预算表'), more: OTHER('下年', '2024年社区人员经费计划表'), expect: FILLED }],
  ['the standard\'s year beside a later budget that is full: last year', { pay: PAY, rows: TABLE('2023年社区人员经费预算表'), more: [{ name: '社保', rows: [['2024年社会保险费测算表（单位：元）'], ['险种', '金额'], ['养老保险', 1], ['医疗保险', 2], ['合计', 3]] }], expect: BLANK, word: '2023' }],
  ['an earlier year', { pay: PAY, rows: TABLE('2022年社区人员经费预算表'), expect: BLANK, word: '2022' }],
])('the year of the budget: %s', (_what, layout) => {
  expectLayout(layout)
})

const SIDES = (first: string, second: string, third: string, typed: number | null): Layout['rows'] => [
  ['2023年社区人员经费来源表（单位：元）'], ['经费来源', '金额'], [first, 100_000], [second], [third, typed], ['合计'],
]
test.each<readonly [what: string, layout: Layout]>([
  ['beside what the communities raise themselves, typed', { pay: PAY, rows: SIDES('市财政补贴', '镇财政承担', '社区自筹', 20_000), expect: { B4: 130_000, B6: 250_000 } }],
  ['beside what they raise themselves, blank: neither', { pay: PAY, rows: SIDES('市财政补贴', '镇财政承担', '社区自筹', null), expect: { B4: null, B6: null }, word: '镇财政承担' }],
  ['a subsidy of the town\'s own is not the one from above', { pay: PAY, rows: SIDES('市财政补贴', '镇财政补助', '其他收入', 20_000), expect: { B4: null, B6: null }, word: '镇财政补助' }],
])('what the town bears: %s', (_what, layout) => {
  expectLayout(layout)
})

test.each<readonly [what: string, layout: Layout]>([
  ['费用 behind a cost', { rows: [['办公费用和培训费用预算'], ['支出项目', '数量', '单价（元）', '金额（元）'], ['培训费用', 3, 200], ['维修费用', 2, 1000], ['合计']], expect: { D3: 600, D4: 2000, D5: 2600 } }],
  ['年需经费 as an input', { rows: TABLE('2023年社区人员经费预算表'), more: [{ name: '现状', rows: [['社区人员经费现状表（单位：元）'], ['项目', '人数', '年需经费'], ['正式人员', 4, 200_000], ['聘用人员', 2, 50_000]] }], expect: FILLED }],
  ['a standard in m2 is an area, 现使用面积 what is there', {
    rows: [['社区用房建设计划'], ['社区', '现使用面积（㎡）', '标准（㎡）', '缺口（㎡）'], ['东湾社区', null, 200], ['西亭社区', null, 200]],
    more: [{ name: '用房', rows: [['社区办公用房情况表'], ['社区名称', '使用面积（㎡）', '产权'], ['东湾社区', 150, '自有'], ['西亭社区', 90, '自有']] }],
    expect: { B3: 150, B4: 90, D3: 50, D4: 110 },
  }],
])('words: %s', (_what, layout) => {
  expectLayout(layout)
})

const GROUPS = (people: string, second: string): Layout['rows'] => [
  ['2023年各社区人员经费预算表（单位：元）'], ['社区', '2023年预算'], [null, people, null, null, '经费'], [null, '正式', second, '小计', '正式', second, '合计'], ['东湾社区'], ['西亭社区'],
]
const MERGES = ['A2:A4', 'B2:G2', 'B3:D3', 'E3:G3']
const STAFFING = (...[now, gap]: readonly string[]): Layout['rows'] => [['云浦镇人员配备情况统计表'], ['人员类别', '应到岗', now ?? '', gap ?? ''], ['正式人员', 6], ['聘用人员', 5]]
test.each<readonly [what: string, layout: Layout]>([
  ['heads under 人数', { pay: PAY, rows: GROUPS('人数', '聘用'), merges: MERGES, expect: { B5: 2, C5: 1, D5: 3, E5: 100_000, F5: 25_000, G5: 125_000 } }],
  ['people and no measure beside 经费 over the same kinds are heads', { pay: PAY, rows: GROUPS('现有工作人员', '聘用'), merges: MERGES, expect: { B5: 2, C5: 1, D5: 3, E5: 100_000, F5: 25_000 } }],
  ['the kinds below such people are headers', { pay: PAY, rows: GROUPS('在岗人员', '聘用'), merges: MERGES, expect: { B5: 2, C5: 1, D5: 3, E5: 100_000, F5: 25_000 } }],
  ['a header of three rows whose label is not merged down', { pay: PAY, rows: GROUPS('在岗人员', '临时'), merges: ['B2:G2', 'B3:D3', 'E3:G3'], expect: { B5: 2, C5: 1, D5: 3, E5: 100_000 } }],
  ['people alone in a table of money', { pay: PAY, rows: [['2023年各社区人员经费预算表（单位：元）'], ['社区', '在岗人员'], [null, '正式', '聘用'], ['东湾社区'], ['西亭社区']], merges: ['A2:A3', 'B2:C2'], expect: { B4: null, C4: null }, word: '在岗人员' }],
  ['到位数 over people counts them', { rows: [['云浦镇人员配备情况统计表'], ['社区', '正式人员', null], [null, '计划数', '到位数'], ['东湾社区'], ['西亭社区'], ['合计']], merges: ['A2:A3', 'B2:C2'], expect: { B4: 4, C4: 2, C6: 4 } }],
  ['到岗 is there, 差缺 is missing', { rows: STAFFING('到岗', '差缺'), expect: { C3: 4, D3: 2, C4: 2, D4: 3 } }],
  ['实配 is there, 还差 is missing', { rows: STAFFING('实配', '还差'), expect: { C3: 4, D3: 2, C4: 2, D4: 3 } }],
  ['本年计划数 is what this year costs', { pay: PAY, rows: [['2023年社区人员经费增减情况表（单位：元）'], ['项目', '上年完成数', '本年计划数', '增减额'], ['正式人员经费', 180_000], ['聘用人员经费', 40_000], ['合计']], expect: { C3: 200_000, D3: 20_000, C4: 50_000, D4: 10_000, B5: 220_000, C5: 250_000, D5: 30_000 } }],
  ['an office that reports', { pay: PAY, rows: [['2023年社区人员经费预算表'], ['填报单位：财政和资产管理局'], ['项目', '人数', '金额（元）'], ['正式人员经费'], ['聘用人员经费'], ['合计']], expect: { B4: 4, C4: 200_000, B5: 2, C5: 50_000, B6: 6, C6: 250_000 } }],
])('people, years and what is missing: %s', (_what, layout) => {
  expectLayout(layout)
})

test.each<readonly [what: string, layout: Layout]>([
  ['of another kind than the line above is a line of its own', {
    pay: PAY, rows: [['2023年社区支出预算表（单位：元）'], ['科目编码', '科目名称', '金额'], ['301', '人员经费'], ['30101', '正式人员经费'], ['30102', '聘用人员经费小计'], ['302', '公用经费'], ['30201', '办公费', 15_000], [null, '合计']],
    expect: { C3: 250_000, C4: 200_000, C5: 50_000, C6: 15_000, C8: 265_000 },
  }],
  ['of the kind of the lines above takes them in', {
    kinds: { 正式: 2, 聘用: 1, 劳务派遣: 1 }, pay: PAY, rows: [['2023年社区人员经费预算表（单位：元）'], ['项目', '金额'], ['正式人员'], ['聘用人员'], ['劳务派遣人员'], ['编外人员小计']],
    expect: { B3: 200_000, B4: 50_000, B5: 40_000 },
  }],
])('a subtotal %s', (_what, layout) => {
  expectLayout(layout)
})

const KINDS_TABLE: Layout['rows'] = [['2023年社区人员经费预算表（单位：元）'], ['项目', '人数', '金额'], ['正式人员'], ['聘用人员'], ['合计']]
test.each<readonly [what: string, layout: Layout]>([
  ['whose kind nobody has settled', { kinds: { 正式: 2, 政府购买服务: 1 }, pay: { ...PAY, 政府购买服务: 20_000 }, rows: KINDS_TABLE, expect: { B3: null, B4: null, B5: null, C3: null, C4: null, C5: null }, word: '政府购买服务' }],
  ['of other kinds, which may be either', { kinds: { 正式: 2, 聘用: 1, 其他: 1 }, pay: { ...PAY, 其他: 20_000 }, rows: KINDS_TABLE, expect: { B3: null, B4: null, C4: null }, word: '其他' }],
  ['whose kind is blank', { kinds: { 正式: 2, 聘用: 1, '': 1 }, pay: { ...PAY, '': 20_000 }, rows: KINDS_TABLE, expect: { B3: null, B4: null, C4: null }, word: '人员类别空白' }],
  ['of a kind that the plan counts nowhere', { kinds: { 正式: 2, 聘用: 1, 公益性岗位: 1 }, pay: PAY, rows: KINDS_TABLE, expect: { B3: 4, B4: 2, B5: 6, C3: 200_000, C4: 50_000 } }],
  ['of an open kind with a line of its own', {
    kinds: { 正式: 2, 聘用: 1, 政府购买服务: 1 }, pay: { ...PAY, 政府购买服务: 20_000 },
    rows: [['2023年社区人员经费预算表（单位：元）'], ['项目', '人数'], ['正式人员'], ['聘用人员'], ['政府购买服务人员'], ['合计']], expect: { B3: 4, B4: 2, B5: 2, B6: 8 },
  }],
])('people %s', (_what, layout) => {
  expectLayout(layout)
})

const TWO_SIDES = (town: string, more: Layout['rows'] = []): Layout['rows'] => [
  ['2023年社区经费收支总表（单位：元）'], ['收入', null, '支出'], ['项目', '金额', '项目', '金额'], ['市财政补贴', 60_000, '正式人员经费'], [town, null, '聘用人员经费'], [null, null, '办公费', 10_000], ['合计', null, '总计'], ...more,
]
test.each<readonly [what: string, layout: Layout]>([
  ['镇财政资金 as the only blank source', { pay: PAY, rows: TWO_SIDES('镇财政资金'), merges: ['A2:B2', 'C2:D2'], expect: { D4: 200_000, D5: 50_000, D7: 260_000, B5: 200_000, B7: 260_000 } }],
  ['本级财政承担 is the level that reports', { pay: PAY, rows: TWO_SIDES('本级财政承担'), merges: ['A2:B2', 'C2:D2'], expect: { B5: 200_000, B7: 260_000 } }],
  ['a remark with a star is no line', { pay: PAY, rows: TWO_SIDES('镇承担', [['* 本表数据须与花名册一致']]), merges: ['A2:B2', 'C2:D2'], expect: { B5: 200_000, B7: 260_000 } }],
  ['money for offices is no kind of staff', { pay: PAY, rows: [['2023年社区经费来源表（单位：元）'], ['来源', '金额'], ['事业收入'], ['财政拨款'], ['机关运行'], ['合计']], expect: { B3: null, B4: null, B5: null, B6: null } }],
  ['the first column whatever it is called', { pay: PAY, rows: [['2023年社区人员经费来源表'], ['负担单位', '预算数（元）'], ['市级以上补助', 60_000], ['镇财政承担'], ['合计']], expect: { B4: 190_000, B5: 250_000 } }],
  ['负担金额 over what each of them pays', { pay: PAY, rows: [['2023年社区人员经费来源表（单位：元）'], ['经费来源', '负担金额'], ['市财政补贴', 60_000], ['镇财政承担'], ['合计']], expect: { B4: 190_000, B5: 250_000 } }],
  ['a note that leaves out what is not there anyway', { pay: PAY, rows: [...KINDS_TABLE, ['注：以上经费不含办公经费。']], expect: { B3: 4, C3: 200_000, C5: 250_000 } }],
  ['a note that leaves out a part of the pay', { pay: PAY, rows: [...KINDS_TABLE, ['注：以上经费不含绩效工资。']], expect: { C3: null, C5: null }, word: '绩效' }],
  ['a draft of a budget is the budget', { pay: PAY, rows: [['2023年社区人员经费预算（草案）'], ['项目', '金额（元）'], ['①正式人员'], ['②聘用人员工资保险费'], ['合计']], expect: { B3: 200_000, B4: 50_000, B5: 250_000 } }],
  ['a first line that says subtotal of one kind', { pay: PAY, rows: [['2023年社区经费支出表（单位：元）'], ['项目', '金额'], ['正式人员经费小计'], ['聘用人员经费'], ['办公费', 10_000], ['合计']], expect: { B3: 200_000, B4: 50_000, B6: 260_000 } }],
])('lines and sides: %s', (_what, layout) => {
  expectLayout(layout)
})
