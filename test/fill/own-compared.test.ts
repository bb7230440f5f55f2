import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

type Rows = Layout['rows']
type Told = readonly [what: string, layout: Layout]

const FEES = (...columns: readonly string[]): Rows => [['2023年社区用房维修工程预算表'], ['工程名称', '工程量', '综合单价（元）', ...columns], ['屋面维修', 200, 100], ['门窗更换', 100, 300], ['合计']]
const TAKEN = (title: string, ...columns: readonly string[]): Rows => [[`2023年社区人员${title}（单位：元）`], ['人员类别', '全年工资总额', ...columns], ['正式人员', 100_000], ['聘用人员', 50_000], ['合计']]
test.each<Told>([
  ['a share that the header states, of the amount before it', { rows: FEES('工程费（万元）', '其他费用（5%）（万元）', '总投资（万元）'), expect: { D3: 2, E3: 0.1, F3: 2.1, D4: 3, F4: 3.15, D5: 5, E5: 0.25, F5: 5.25 } }],
  ['without brackets', { rows: FEES('工程费（万元）', '管理费5%（万元）', '合计（万元）'), expect: { D3: 2, E3: 0.1, F3: 2.1 } }],
  ['beside the share of a payer nobody says of what', { rows: FEES('工程费（万元）', '市财政承担（60%）', '其他（40%）'), expect: { D3: 2, F3: null } }],
  ['what is taken of wages, and the sum of it', { rows: TAKEN('工会经费和福利费计提表', '工会经费（2%）', '福利费（8%）', '计提合计'), expect: { C3: 2000, D3: 8000, E3: 10_000, B5: 150_000, C5: 3000, D5: 12_000, E5: 15_000 } }],
  ['what is left for communities', { rows: [['社区建设基金收取测算表'], ['年度', '开发面积（㎡）', '收取标准（元/㎡）', '应收基金（万元）', '收缴率（%）', '实收基金（万元）', '用于社区用房（60%）（万元）'], ['2023年', 10_000, 10, null, 90], ['2024年', 20_000, 10, null, 80], ['合计']], expect: { D3: 10, F3: 9, G3: 5.4, F4: 16, G4: 9.6, G5: 15 } }],
  ['a twelfth of the year', { rows: [['2023年社区用工成本测算表'], ['用工类型', '用工人数', '年人均成本（元）', '全年成本（元）', '每月成本（元）'], ['正式人员', 10, 60_000], ['聘用人员', 5, 36_000], ['合计']], expect: { D3: 600_000, E3: 50_000, D4: 180_000, E4: 15_000, D5: 780_000, E5: 65_000 } }],
  ['so many times of so many people', { rows: [['2023年社区活动经费测算表'], ['活动名称', '场次', '每场人数', '人均标准（元）', '金额（元）'], ['健康讲座', 4, 30, 20], ['技能培训', 2, 50, 30], ['合计']], expect: { E3: 2400, E4: 3000, E5: 5400 } }],
  ['so many times at the price of one time', { rows: [['2023年社区活动经费测算表'], ['活动名称', '场次', '每场人数', '每场标准（元）', '金额（元）'], ['健康讲座', 4, 30, 2000], ['技能培训', 2, 50, 3000]], expect: { E3: null, E4: null } }],
  ['wages by grade', { rows: [['2023年社区工作者薪酬测算表（单位：元）'], ['岗位等级', '人数', '月岗位工资', '全年岗位工资', '年终奖标准（元/人）', '年终奖', '合计'], ['一级', 2, 4000, null, 3000], ['二级', 3, 3000, null, 2000], ['合计']], expect: { D3: 96_000, F3: 6000, G3: 102_000, D4: 108_000, F4: 6000, B5: 5, D5: 204_000, F5: 12_000 } }],
])('shares: %s', (_what, layout) => {
  expectLayout(layout)
})

const SETTLED = (title: string, difference: string, rate: string): Rows => [[title], ['项目', '预算数', '决算数', difference, rate], ['办公费', 100, 120], ['培训费', 200, 150], ['合计']]
const METER = (count: string, price: string): Rows => [['2023年社区用房费用分摊表'], ['社区', '上期读数', '本期读数', count, price, '金额（元）'], ['东湾社区', 1000, 1200, null, 0.5], ['西亭社区', 500, 800, null, 0.5], ['合计']]
test.each<Told>([
  ['what was spent and what was planned', { rows: SETTLED('2023年社区公用经费决算表（单位：元）', '决算与预算差额', '差异率（%）'), expect: { D3: 20, E3: 20, D4: -50, E4: -25, B5: 300, C5: 270, D5: -30, E5: -10 } }],
  ['what was spent against what was planned', { rows: SETTLED('2023年社区公用经费决算表（单位：元）', '决算比预算增减', '增减率（%）'), expect: { D3: 20, D4: -50, E4: -25, D5: -30 } }],
  ['of last year', { rows: SETTLED('2022年社区公用经费决算表（单位：元）', '决算与预算差额', '差异率（%）'), expect: { D3: null, B5: null } }],
  ['without a year', { rows: SETTLED('社区公用经费决算表（单位：元）', '决算与预算差额', '差异率（%）'), expect: { D3: null, B5: null } }],
  ['nothing of the staff is brought in', { pay: PAY, rows: [['2023年社区人员经费决算表（单位：元）'], ['项目', '人数', '金额'], ['正式人员'], ['聘用人员'], ['合计']], expect: { C3: null, C4: null, C5: null }, word: '决算' }],
  ['what was cut of what was asked for', { rows: [['2023年社区项目预算审核表（单位：万元）'], ['项目名称', '申报金额', '审定金额', '核减金额', '核减率（%）'], ['用房修缮', 80, 60], ['设备购置', 50, 50], ['合计']], expect: { D3: 20, E3: 25, D4: 0, E4: 0, B5: 130, C5: 110, D5: 20 } }],
  ['what is granted is another office\'s', { rows: [['2023年社区项目预算审核表（单位：万元）'], ['项目名称', '申报金额', '审定金额', '核减金额'], ['用房修缮', 80], ['设备购置', 50, 50], ['合计']], expect: { C3: null, D3: null, D4: 0, D5: null } }],
  ['what things are worth', { rows: [['社区固定资产情况表（单位：元）'], ['资产名称', '数量', '原值', '累计折旧', '净值'], ['电脑', 2, 9000, 3000], ['空调', 3, 6000, 1000], ['合计']], expect: { E3: 6000, E4: 5000, C5: 15_000, D5: 4000, E5: 11_000 } }],
  ['what a meter shows', { rows: METER('用电量（度）', '单价（元/度）'), expect: { D3: 200, F3: 100, D4: 300, F4: 150, D5: 500, F5: 250 } }],
  ['water in tons', { rows: METER('用水量（吨）', '单价（元/吨）'), expect: { D3: 200, F3: 100, D5: 500 } }],
  ['paid in parts', { rows: [['2023年社区经费拨付情况表（单位：元）'], ['社区', '应拨金额', '第一次拨付', '第二次拨付', '累计拨付', '未拨金额', '拨付率（%）'], ['东湾社区', 1000, 300, 200], ['西亭社区', 2000, 1000, 500], ['合计']], expect: { E3: 500, F3: 500, G3: 50, E4: 1500, F4: 500, B5: 3000, C5: 1300, D5: 700, E5: 2000, F5: 1000 } }],
  ['the share of this year beside last year', { rows: [['2023年社区收入预算表（单位：万元）'], ['收入项目', '上年完成数', '本年预算数', '增减额', '占比（%）'], ['拨款', 40, 60], ['其他', 10, 40], ['合计']], expect: { D3: 20, E3: 60, E4: 40, B5: 50, C5: 100, D5: 50 } }],
])('compared: %s', (_what, layout) => {
  expectLayout(layout)
})

test.each<Told>([
  ['of months', { rows: [['2023年各社区支出统计表（单位：元）'], ['社区', '1月', '2月', '3月', '合计', '月均支出'], ['东湾社区', 10, 20, 30], ['西亭社区', 20, 20, 50], ['合计']], expect: { E3: 60, F3: 20, E4: 90, F4: 30, B5: 30, E5: 150 } }],
  ['a month that is missing', { rows: [['2023年各社区支出统计表（单位：元）'], ['社区', '1月', '2月', '3月', '合计', '月均支出'], ['东湾社区', 10, null, 30], ['西亭社区', 20, 20, 50]], expect: { E3: null, F3: null, F4: 30 } }],
  ['of households', { rows: [['2023年社区服务群众经费户均情况表'], ['社区', '户数', '服务群众经费（元）', '户均经费（元/户）'], ['东湾社区', 1000, 50_000], ['西亭社区', 800, 60_000], ['合计']], expect: { D3: 50, D4: 75, B5: 1800, C5: 110_000 } }],
  ['rooms and their sum', { rows: [['社区办公用房面积统计表（单位：平方米）'], ['社区', '社区办公室', '警务室', '文化活动室', '合计'], ['东湾社区', 60, 20, 50], ['西亭社区', 40, 20, 70], ['合计']], expect: { E3: 130, E4: 130, B5: 100, C5: 40, D5: 120, E5: 260 } }],
  ['so much for each hundred households', { rows: [['社区服务用房面积测算表'], ['社区', '居民户数', '每百户标准（㎡）', '应达面积（㎡）', '现有面积（㎡）', '缺口面积（㎡）'], ['东湾社区', 1000, 30, null, 200], ['西亭社区', 500, 30, null, 200], ['合计']], expect: { D3: 300, F3: 100, D4: 150, F4: 0, B5: 1500, D5: 450, E5: 400, F5: 100 } }],
  ['so much for each hundred that nobody counted', { rows: [['社区服务用房面积测算表'], ['社区', '每百户标准（㎡）', '应达面积（㎡）', '现有面积（㎡）', '缺口面积（㎡）'], ['东湾社区', 30, null, 200], ['西亭社区', 30, null, 200]], expect: { C3: null, E3: null } }],
])('means: %s', (_what, layout) => {
  expectLayout(layout)
})
