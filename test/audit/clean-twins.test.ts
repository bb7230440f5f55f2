import { audited, line } from './books'
import type { Sheets } from './books'
import { put, wholeBook } from './across-books'

/** What is unusual and right: no error and no warning. */
const twins: readonly (readonly [string, Sheets])[] = [
  ['parts rounded to 万元 that miss their total by a rounding', { 经费: [['项目', '金额（元）', '金额（万元）'], ['办公费', 33_333, 3.33], ['水电费', 33_333, 3.33], ['会议费', 33_334, 3.33], ['培训费', 25_500, 2.55], ['合计', 125_500, 12.55]] }],
  ['shares that add up to 99.9', { 构成: [['类别', '人数', '占比%'], ['大专', 17, 33.3], ['本科', 17, 33.3], ['高中', 17, 33.3], ['合计', 51, 100]] }],
  ['means and shares under a total', { 汇总: [['社区', '人数', '平均年龄', '大专比例'], ['河南', 6, 41.5, 0.83], ['河东', 5, 44.2, 0.6], ['荷叶', 7, 39.9, 0.71], ['合计', 18, 41.6, 0.72]] }],
  ['其中 rows beside a full break-down', { 支出: [['项目', '2022年', '2023年'], ['人员经费', 95.2, 103.4], ['其中：正式人员', 78.1, 83.5], ['临时人员', 17.1, 19.9], ['公用经费', 14.4, 16.2], ['合计', 109.6, 119.6]] }],
  ['a blank separator row before the total', { 支出: [['项目', '上年', '本年'], ['办公费', 12.1, 13.5], ['水电费', 8.4, 8.9], ['会议费', 3.3, 2.8], [null, null, null], ['合计', 23.8, 25.2]] }],
  ['a growth line under the total', { 支出: [['项目', '2021年', '2022年', '2023年'], ['办公费', 12.1, 13.5, 15], ['水电费', 8.4, 8.9, 9.1], ['会议费', 3.3, 2.8, 3.1], ['合计', 23.8, 25.2, 27.2], ['比上年增长%', null, 5.9, 7.9]] }],
  ['an override with a note', { 采购: [['项目', '数量', '单价', '金额', '备注'], ['电脑', 12, 4500, 54_000, null], ['打印机', 5, 1800, 9000, null], ['空调', 6, 3200, 19_000, '按合同价，手工填列'], ['桌椅', 20, 450, 9000, null], ['投影仪', 2, 5200, 10_400, null]] }],
  ['last year\'s sheet beside this year\'s', { '2022年预算': [['2022年预算'], ['项目', '金额'], ['办公费', 10.2], ['水电费', 8.1], ['会议费', 3.9], ['合计', 22.2]], '2023年预算': [['2023年预算'], ['项目', '金额'], ['办公费', 12.4], ['水电费', 8.8], ['会议费', 4.1], ['合计', 25.3]] }],
  ['a running balance', { 往来: [['月份', '收入', '支出', '余额'], ['1月', 20, 12, 8], ['2月', 18, 15, 11], ['3月', 25, 14, 22], ['4月', 12, 19, 15], ['5月', 21, 16, 20]] }],
  ['total first, then its parts', { 支出: [['项目', '上年', '本年'], ['总计', 109.6, 119.6], ['人员经费', 95.2, 103.4], ['公用经费', 14.4, 16.2]] }],
  ['targets beside the present', put(wholeBook(), '说明', { A3: '到2023年，全镇设20个社区，每个社区正式人员4名、聘用制人员3名，应配正式人员80名。' })],
  ['a single pay sheet of one kind', { ...wholeBook(), 工资表: (wholeBook()['工资表'] ?? []).filter((row, i) => i < 2 || Number(row[3]) < 40_000 && typeof row[0] === 'number') }],
]

test.each(twins)('%s is silent', (_name, sheets) => {
  expect(audited(sheets).findings.filter(({ severity }) => severity !== 'info').map(line)).toEqual([])
})
