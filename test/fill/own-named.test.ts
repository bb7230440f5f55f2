import { isFormula } from '../../src/core/cell'
import { check } from '../../src/check'
import { cellItems, fill } from '../../src/fill'
import { defaultPolicy } from '../../src/policies'
import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'
import { bookOf, sheetOf } from './own-truth'

type Rows = Layout['rows']
type Told = readonly [what: string, layout: Layout]

const RAISED = (old: string, later: string, ...columns: readonly string[]): Rows => [['2023年社区工作者调资测算表（单位：元）'], ['人员类别', '人数', old, later, ...columns], ['正式人员', null, 4000, 4300], ['聘用人员', null, 2500, 2600], ['合计']]
test.each<Told>([
  ['by month and by year', { rows: RAISED('原月工资标准', '新月工资标准', '月人均增资额', '月增资总额', '年增资总额'), expect: { B3: 4, E3: 300, F3: 1200, G3: 14_400, B4: 2, E4: 100, F4: 200, G4: 2400, B5: 6, F5: 1400, G5: 16_800 } }],
  ['before and after', { rows: RAISED('调整前月标准', '调整后月标准', '人均月增资', '年增资额'), expect: { E3: 300, F3: 14_400, F5: 16_800 } }],
  ['of a time that nobody says', { rows: RAISED('原月工资标准', '新月工资标准', '增资额'), expect: { E3: null, E5: null } }],
  ['from standards that say no month', { rows: RAISED('原工资标准', '新工资标准', '年增资额'), expect: { E3: null, E4: null } }],
  ['for some months only', { rows: RAISED('原月工资标准', '新月工资标准', '年增资额', '发放月数'), expect: { E3: null } }],
])('a raise: %s', (_what, layout) => {
  expectLayout(layout)
})

const PAID = (...columns: readonly string[]): Rows => [['2023年12月社区人员工资发放汇总表（单位：元）'], ['社区', '应发工资', ...columns], ['东湾社区', 20_000, 1500, 100], ['西亭社区', 10_000, 800, 50], ['合计']]
test.each<Told>([
  ['what is taken off', { rows: PAID('代扣社保', '代扣个税', '实发工资'), expect: { E3: 18_400, E4: 9150, B5: 30_000, C5: 2300, D5: 150, E5: 27_550 } }],
  ['said of the person', { rows: PAID('个人社保', '个人所得税', '实发金额'), expect: { E3: 18_400, E5: 27_550 } }],
  ['something that is added', { rows: PAID('代扣社保', '高温补贴', '实发工资'), expect: { E3: null, E4: null, E5: null } }],
  ['a column that nobody explains', { rows: PAID('代扣社保', '互助', '实发工资'), expect: { E3: null, E5: null } }],
  ['the roster tells nothing of it', { pay: PAY, rows: [['2023年社区人员工资发放汇总表（单位：元）'], ['社区', '应发工资', '代扣社保', '实发工资'], ['东湾社区', 20_000, null], ['西亭社区', 10_000, 800], ['合计']], expect: { D3: null, D4: 9200, D5: null } }],
])('net of: %s', (_what, layout) => {
  expectLayout(layout)
})

const LENT = (rate: string, term: string, ...columns: readonly string[]): Rows => [['社区用房建设贷款利息测算表（单位：元）'], ['贷款银行', '贷款本金', rate, term, ...columns], ['工商银行', 100_000, 4, 18], ['农商行', 200_000, 5, 24], ['合计']]
test.each<Told>([
  ['interest of months', { rows: LENT('年利率（%）', '期限（月）', '应付利息', '本息合计'), expect: { B5: 300_000, E3: 6000, E4: 20_000, E5: 26_000, F3: 106_000, F5: 326_000 } }],
  ['interest of years', { rows: LENT('年利率（%）', '贷款期限（年）', '应付利息'), expect: { E3: 72_000, E4: 240_000 } }],
  ['a term that says neither', { rows: LENT('年利率（%）', '期限', '应付利息'), expect: { E3: null } }],
  ['a rate of the month', { rows: LENT('月利率（%）', '期限（月）', '应付利息'), expect: { E3: null } }],
])('lent and worn: %s', (_what, layout) => {
  expectLayout(layout)
})

const SHARED = (total: number | null, ...columns: readonly string[]): Rows => [['2023年服务群众经费分配表'], ['社区', '户数', ...columns], ['东湾社区', 300], ['西亭社区', 100], ['合计', null, null, total]]
test.each<Told>([
  ['by households', { rows: SHARED(8000, '户数占比（%）', '分配金额（元）'), expect: { C3: 75, D3: 6000, C4: 25, D4: 2000, B5: 400 } }],
  ['of a sum that nobody gave', { rows: SHARED(null, '户数占比（%）', '分配金额（元）'), expect: { C3: 75, D3: null, D4: null } }],
  ['one of them is given', { rows: [['2023年服务群众经费分配表'], ['社区', '户数', '户数占比（%）', '分配金额（元）'], ['东湾社区', 300, null, 5000], ['西亭社区', 100], ['合计', null, null, 8000]], expect: { D4: null } }],
  ['whom they will take on', { rows: [['云浦镇社区人员补充计划表（单位：人）'], ['社区', '应配人数', '实有人数', '缺额', '拟补充人数', '补充后缺额'], ['东湾社区', 7, 4, null, 2], ['西亭社区', 7, 5, null, 0], ['合计']], expect: { D3: 3, F3: 1, D4: 2, F4: 2, E5: 2, F5: 3 } }],
  ['whom nobody planned yet', { rows: [['云浦镇社区人员补充计划表（单位：人）'], ['社区', '应配人数', '实有人数', '缺额', '拟招聘人数', '招聘后缺额'], ['东湾社区', 7, 4], ['西亭社区', 7, 5, null, 0]], expect: { D3: 3, F3: null, F4: 2 } }],
])('shared out: %s', (_what, layout) => {
  expectLayout(layout)
})

const ENTRIES: Rows = [['1月1日', '上年结转', null, null, 5000], ['1月9日', '拨入工作经费', 3000], ['2月2日', '购办公用品', null, 700], ['3月1日', '电费', null, 300], ['合计']]
/** A workbook of this one sheet. */
const alone = (rows: Rows, more: readonly Rows[] = []): Record<string, number | undefined> => {
  const snapshot = bookOf([...more.map((each, at) => sheetOf({ name: `名册${String(at + 1)}`, rows: each })), sheetOf({ name: '台账', rows })]), plan = fill(snapshot, check(snapshot, { policy: defaultPolicy }))
  return Object.fromEntries(cellItems(plan).flatMap(({ change: { sheet, cell, after } }) => (sheet === '台账' && isFormula(after) ? [[cell, Number(after.value)]] : [])))
}
const HEAD = ['日期', '摘要', '收入', '支出', '余额'], LEDGER = (title: string, entries: Rows = ENTRIES): Rows => [[title], ['单位：元'], HEAD, ...entries]

test.each<readonly [what: string, rows: Rows, filled: Record<string, number>]>([
  ['of the one community', LEDGER('2023年景安社区居委会经费收支台账'), { E5: 8000, E6: 7300, E7: 7000, C8: 3000, D8: 1000, E8: 7000 }],
  ['without a name', LEDGER('2023年社区经费收支台账'), { E5: 8000, E6: 7300, E7: 7000, C8: 3000, D8: 1000, E8: 7000 }],
  ['an entry without an amount', LEDGER('2023年社区经费收支台账', [...ENTRIES.slice(0, 2), ['2月2日', '购办公用品'], ...ENTRIES.slice(3)]), { E5: 8000 }],
  ['an entry on both sides', LEDGER('2023年社区经费收支台账', [...ENTRIES.slice(0, 2), ['2月2日', '冲账', 200, 200], ...ENTRIES.slice(3)]), { E5: 8000 }],
  ['nothing to open with', LEDGER('2023年社区经费收支台账', ENTRIES.slice(1)), { C7: 3000, D7: 1000 }],
])('a ledger: %s', (_what, rows, filled) => {
  expect(alone(rows)).toEqual(filled)
})

test('the ledger of a community that the lists do not know stays as it is', () => {
  const roster: Rows = [['云浦镇社区工作人员花名册'], ['序号', '社区', '姓名', '出生年月', '学历', '人员性质'], [1, '东湾社区', '王小一', '1985.03', '大专', '正式'], [2, '东湾社区', '王小二', '1986.03', '大专', '聘用']]
  expect(alone(LEDGER('2023年景安社区居委会经费收支台账'), [roster])).toEqual({})
})

test('interest of a loan that is paid back in between stays blank', () => {
  const rows: Rows = [['社区用房建设贷款利息测算表（单位：元）'], ['贷款银行', '贷款本金', '年利率（%）', '期限（月）', '偿付法', '应付利息'], ['工商银行', 100_000, 4, 18, '按季等额'], ['农商行', 200_000, 5, 24, '按季等额']]
  expect(alone(rows)).toEqual({})
})
