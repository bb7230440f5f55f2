import type { CellValue } from '../../src/core/cell'
import { check } from '../../src/check'
import { cellItems, fill } from '../../src/fill'
import { defaultPolicy } from '../../src/policies'
import { expectLayout, PAY, roster } from './own-layout'
import type { Layout } from './own-layout'
import { bookOf, sheetOf } from './own-truth'

/** The cells filled of two kinds and their sum under 人数 | 金额（元）. */
function filled(title: string, money = '金额（元）'): string {
  const rows: (readonly CellValue[])[] = [[title], ['项目', '人数', money], ['正式人员'], ['聘用人员'], ['合计']]
  const book = bookOf([sheetOf({ name: '花名册', rows: roster({ 正式: 2, 聘用: 1 }, PAY) }), sheetOf({ name: '测算', rows })])
  return cellItems(fill(book, check(book, { policy: defaultPolicy }))).flatMap(({ change }) => (change.sheet === '测算' ? [change.cell] : [])).sort().join(' ')
}

const HEADS_ONLY = 'B3 B4 B5', ALL = 'B3 B4 B5 C3 C4 C5'
const NARROWED = '社保费用表 公积金测算表 绩效工资预算表 年终奖测算表 津补贴发放表 个人缴纳社保表 代扣代缴表 缴费基数表 月工资表 每月经费表 经费月支出表 经费季度预算表 经费结余表 经费余额情况表 经费增减变动表 经费拨付情况表 经费执行情况表 经费收入预算表 经费补助资金分配表 经费市级补助资金表 经费镇级配套表 经费缺口表 培训费用表 体检费测算表 意外保险费预算表 服装费预算 人均经费表 经费标准表 经费定额表 经费累计支出表 经费占比表 经费批复表 未到位经费表 应补经费表'.split(' ')
test.each(NARROWED)('2023年社区人员%s: its amounts are not what people cost', title => {
  expect(filled(`2023年社区人员${title}`)).toBe(HEADS_ONLY)
})

const YEARS = '近3年 近三年 2021-2023年 2022年至2023年'.split(' ')
test.each(YEARS)('%s in a title: of which year an amount is, nobody says', years => {
  expect(filled(`${years}社区人员经费表`)).toBe(HEADS_ONLY)
})

const OTHERS = '2023年镇级人员经费表 2023年街道级人员经费预算表 机关干部经费测算表 2023年县直人员经费表 2023年党团员人员经费表 2023年大专以上人员经费表 2023年社区主要负责人经费表 2023年超编社区人员经费表 2023年减少社区人员经费表 2023年社区人员招聘经费表 2023年社区书记主任工资预算表'.split(' ')
test.each(OTHERS)('%s: some of the staff, whom no list tells apart', title => {
  expect(filled(title)).toBe('')
})

const OWN = '工资预算表 工资总额测算表 工资社保测算表 经费申报表 经费预算审核表 经费收支预算表 经费及资金来源表 经费分担表'.split(' ')
test.each(OWN)('2023年社区人员%s: what people cost', title => {
  expect(filled(`2023年社区人员${title}`)).toBe(ALL)
})

const HEADERS = '全国文明城市 人员变动 人员增减 拟建 月 其中 所属社区 全称 人员结构 保障水平 总投资 建设投资 年租赁费 月租金 实收额 征收额 补贴金额 补助总额 课时费 每件价格 户均补助 每社区补助 人均补助'.split(' ')
test.each(HEADERS)('nothing is brought in under %s（元）', header => {
  expect(filled('2023年社区人员经费预算表', `${header}（元）`)).toBe(HEADS_ONLY)
})

test.each<readonly [what: string, title: string, wanted: Layout['expect']]>([
  ['the insurance', '社保测算表', { C3: 20_000, C5: 24_000 }],
  ['the pay', '工资预算表', { C3: 200_000, C5: 250_000 }],
  ['both', '工资社保测算表', { C3: 220_000, C5: 274_000 }],
])('a title of a part of the pay: %s', (_what, title, wanted) => {
  const rows = [[`2023年社区人员${title}`], ['项目', '人数', '金额（元）'], ['正式人员'], ['聘用人员'], ['合计']]
  expectLayout({ pay: PAY, insurance: { 正式: 5000, 聘用: 2000 }, rows, expect: wanted })
})

test('a column that says itself what it is goes before the title', () => {
  expectLayout({
    pay: PAY, rows: [['2023年社区人员经费补助资金分配表'], ['项目', '人数', '人员经费（元）', '补助金额（元）'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B3: 4, C3: 200_000, C5: 250_000, D3: null, D5: null },
  })
})

test('lines of a part of the pay have no heads of their own, and a month or a mean is no amount of a year', () => {
  expectLayout({
    pay: PAY, rows: [['2023年社区人员经费预算表'], ['项目', '人数', '金额（元）'], ['人员工资'], ['社保'], ['公积金'], ['月工资总额'], ['年人均工资'], ['合计']],
    expect: { B3: 6, B4: null, B5: null, C4: null, C5: null, C6: null, C7: null, C8: null },
  })
})
