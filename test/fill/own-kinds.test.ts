import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

const INSURANCE = { 正式: 10_000, 聘用: 5000 }

/** Two communities with two 正式 and one 聘用 each, where nothing else is said. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  'measures in the rows, kinds in the columns': {
    rows: [['2023年社区人员经费预算'], ['项目', '正式人员', '聘用人员', '合计'], ['人数（人）'], ['年人均标准（元）', 52_000, 31_000], ['年经费（万元）']],
    expect: { B3: 4, C3: 2, D3: 6, B5: 20.8, C5: 6.2, D5: 27 },
  },
  'measures in the rows, communities in the columns': {
    pay: PAY, rows: [['分社区统计'], ['项目', '东湾社区', '西亭社区', '合计'], ['正式人员人数'], ['聘用人员人数'], ['人员经费（元）']],
    expect: { B3: 2, C3: 2, D3: 4, B4: 1, D4: 2, B5: 125_000, D5: 250_000 },
  },
  'measures in the rows, years in the columns': {
    rows: [['社区建设基金测算'], ['项目', '2024年', '2025年', '合计'], ['新批建筑面积（万㎡）', 3, 4], ['收取标准（元/㎡）', 10, 10], ['收缴率', 0.8, 0.9], ['基金收入（万元）'], ['累计（万元）']],
    expect: { D3: 7, B6: 24, C6: 36, D6: 60, B7: 24, C7: 60 },
  },
  'a row for each kind within each community': {
    pay: PAY, merges: ['A3:A5', 'A6:A8'],
    rows: [['2023年社区人员经费明细表'], ['社区', '人员类别', '人数', '年经费（元）'], ['东湾社区', '正式'], [null, '聘用'], [null, '小计'], ['西亭社区', '正式'], [null, '聘用'], [null, '小计'], ['合计']],
    expect: { C3: 2, D3: 100_000, C4: 1, D4: 25_000, C5: 3, D5: 125_000, C6: 2, C8: 3, C9: 6, D9: 250_000 },
  },
  'a community that is none of ours takes nothing, whatever stands beside it': {
    pay: PAY, rows: [['2023年社区人员经费明细表'], ['社区', '人员类别', '人数', '年经费（元）'], ['环卫所', '正式'], [null, '聘用'], ['东湾社区', '正式'], [null, '聘用'], ['西亭社区', '正式'], [null, '聘用'], ['合计']],
    expect: { C3: null, D3: null, C5: 2, D6: 25_000, C9: null, D9: null }, word: '环卫',
  },
  'pay and insurance are told by the columns of the list that say so': {
    pay: PAY, insurance: INSURANCE, rows: [['工资测算表'], ['社区名称', '人数', '工资（元）', '单位社保（元）', '合计（元）'], ['东湾社区'], ['西亭社区'], ['合计']],
    expect: { B3: 3, C3: 125_000, D3: 25_000, E3: 150_000, C5: 250_000, D5: 50_000, E5: 300_000 },
  },
  'a part of the pay that the list lacks is left, and so is what the person pays': {
    pay: PAY, insurance: INSURANCE, rows: [['社保测算表（单位：元）'], ['项目', '金额'], ['工资'], ['单位缴纳社保'], ['个人缴纳社保'], ['住房公积金'], ['合计']],
    expect: { B3: 250_000, B4: 50_000, B5: null, B6: null, B7: null },
  },
  'a label that takes insurance in is filled only where the list has it': {
    pay: PAY, rows: [['2023年人员经费预算表（单位：元）'], ['项目', '人数', '金额'], ['正式人员（含单位社保）'], ['聘用人员']],
    expect: { B3: 4, C3: null, C4: 50_000 },
  },
  'quarters that are typed make up the year; quarters that are blank are left': {
    rows: [['公用经费用款计划（单位：元）'], ['项目', '一季度', '二季度', '三季度', '四季度', '全年'], ['办公费', 1, 2, 3, 4], ['水电费', 5, 6, 7, 8], ['合计']],
    expect: { F3: 10, F4: 26, B5: 6, F5: 36 },
  },
  'the whole year is filled beside quarters that nobody gave': {
    pay: PAY, rows: [['2023年人员经费用款计划（单位：万元）'], ['项目', '全年预算', '上半年', '下半年'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B3: 20, B4: 5, B5: 25, C3: null, D4: null },
  },
  'years side by side are added along the row and down the column': {
    rows: [['社区建设年度资金安排表（单位：万元）'], ['项目', '2023年', '2024年', '2025年', '合计'], ['办公用房建设', 60, 80, 40], ['设备购置', 8, 6, 4], ['合计']],
    expect: { E3: 180, E4: 18, B5: 68, C5: 86, E5: 198 },
  },
  'another year that nobody gave stays blank': {
    pay: PAY, rows: [['社区人员经费（单位：万元）'], ['项目', '2022年', '2023年', '2024年'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B3: null, C3: 20, C5: 25, D3: null, D5: null },
  },
  'the amount goes into the column of the year in which it is done': {
    rows: [['办公用房两年规划表'], ['社区', '需建面积（㎡）', '造价（元/㎡）', '投资（万元）', '实施年度', '2024年投资（万元）', '2025年投资（万元）'], ['东湾社区', 100, 1500, null, 2024], ['西亭社区', 200, 1500, null, 2025]],
    expect: { D3: 15, F3: 15, G3: 0, F4: 0, G4: 30 },
  },
  'so many months of the pay of a month': {
    rows: [['工资测算'], ['项目', '月工资总额（元）', '发放月数', '全年工资（万元）'], ['正式人员', 20_000, 13], ['聘用人员', 5000, 12], ['合计']],
    expect: { B5: 25_000, D3: 26, D4: 6, D5: 32 },
  },
  'months of persons': {
    rows: [['人月测算表'], ['类别', '人数', '月数', '人月数', '标准（元/人月）', '金额（元）'], ['正式人员', null, 12, null, 4000], ['聘用人员', null, 10, null, 2000], ['合计']],
    expect: { B3: 4, D3: 48, F3: 192_000, D4: 20, F4: 40_000, D5: 68, F5: 232_000 },
  },
  'three factors under a standard by person and course': {
    rows: [['培训经费计划表'], ['培训内容', '期数', '每期人数', '标准（元/人·期）', '经费（元）'], ['业务培训', 3, 140, 120], ['党务培训', 2, 80, 150], ['合计']],
    expect: { E3: 50_400, E4: 24_000, E5: 74_400 },
  },
  'a share of the whole, and the rest': {
    rows: [['社区经费分担表（单位：万元）'], ['项目', '总额', '市财政承担比例', '市财政承担', '镇财政承担'], ['人员经费', 100, 0.4], ['公用经费', 20, 0.3], ['合计']],
    expect: { D3: 40, E3: 60, D4: 6, E4: 14, B5: 120, D5: 46, E5: 74 },
  },
  'what is left over: received less spent, and carried on': {
    rows: [['基金结余表（单位：万元）'], ['年度', '年初结余', '当年收入', '当年支出', '年末结余'], [2024, 20, 30, 25], [2025, null, 42, 30], [2026, null, 26, 40]],
    expect: { E3: 25, B4: 25, E4: 37, B5: 37, E5: 23 },
  },
  'income and expenditure under one another come out even': {
    pay: PAY, rows: [['2023年社区收支平衡表'], [null, '单位：元'], ['项目', '金额'], ['一、收入'], ['1.市财政补贴', 100_000], ['2.有偿服务收入', 20_000], ['3.镇财政承担'], ['收入合计'], ['二、支出'], ['1.正式人员经费'], ['2.聘用人员经费'], ['3.公用经费', 60_000], ['支出合计']],
    expect: { B7: 190_000, B8: 310_000, B10: 200_000, B11: 50_000, B13: 310_000 },
  },
  'an example row is in no sum': {
    pay: PAY, rows: [['2023年预算申报表（单位：元）'], ['序号', '项目', '人数', '金额', '备注'], ['例', '正式人员', 3, 36_000, '填写示例'], [1, '正式人员'], [2, '聘用人员'], [null, '合计']],
    expect: { C4: 4, D4: 200_000, C6: 6, D6: 250_000 },
  },
  'a header that comes once more on the next page': {
    pay: PAY, rows: [['2023年各社区人员经费表'], ['社区', '人数', '金额（元）'], ['东湾社区'], ['社区', '人数', '金额（元）'], ['西亭社区'], ['合计']],
    expect: { B3: 3, C5: 125_000, B6: 6, C6: 250_000 },
  },
  'the unit in the note below': {
    pay: PAY, rows: [['2023年社区人员经费表'], ['人员类别', '人数', '年经费'], ['正式人员'], ['聘用人员'], ['合计'], ['注：本表金额单位为万元。']],
    expect: { C3: 20, C4: 5, C5: 25 },
  },
  'a line with its own 其中 has its own figure': {
    pay: PAY, rows: [['2023年人员经费表（单位：万元）'], ['项目', '人数', '金额'], ['正式人员'], ['其中：由民政专项列支的'], ['聘用人员'], ['合计']],
    expect: { B3: 4, C3: 20, B4: null, C4: null, B6: 6, C6: 25 },
  },
  'a plan that is not the present is left, the present beside it is filled': {
    pay: PAY, rows: [['人员经费方案比较表（单位：万元）'], ['项目', '现状', '方案A', '方案B'], ['正式人员经费'], ['聘用人员经费'], ['合计']],
    expect: { B3: 20, B5: 25, C3: null, D4: null, C5: null }, word: '方案',
  },
  'what a title is about says nothing of a line with its own words': {
    pay: PAY, rows: [['2023年社区人员经费预算表（单位：万元）'], ['项目', '金额'], ['正式人员'], ['聘用人员'], ['工作经费'], ['合计']],
    expect: { B3: 20, B5: null, B6: null },
  },
  'each price by the name of its amount': {
    rows: [['体检及慰问经费预算表（单位：元）'], ['人员类别', '人数', '体检费标准', '体检费', '慰问费标准', '慰问费', '小计'], ['正式人员', null, 300, null, 500], ['聘用人员', null, 200, null, 400], ['合计']],
    expect: { B3: 4, D3: 1200, F3: 2000, G3: 3200, D4: 400, F4: 800, D5: 1600, G5: 4400 },
  },
  'sums in a list of premises are its own arithmetic, and nothing is brought into it': {
    rows: [['社区用房面积情况表'], ['社区', '办公用房面积（㎡）', '活动用房面积（㎡）', '合计面积（㎡）'], ['东湾社区', 60, 40], ['西亭社区', 90, null], ['合计']],
    expect: { D3: 100, D4: null, B5: 150, C5: null },
  },
  'two standards that disagree: neither is taken': {
    more: [{ name: '经费标准', rows: [['社区人员经费标准'], ['人员类别', '标准（元/人年）'], ['正式人员', 12_279], ['聘用人员', 8400]] }, { name: '支出标准表', rows: [['社区人员支出标准表'], ['人员类别', '年人均标准（元）'], ['正式人员', 15_000], ['聘用人员', 8400]] }],
    rows: [['2023年人员经费预算表（单位：元）'], ['项目', '人数', '金额'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B3: 4, C3: null, C4: 16_800, C5: null }, word: '支出标准表',
  },
  'an amount that does not go with its heads is left: pay in 万元 under a header that says 元': {
    pay: { 正式: 5.2, 聘用: 3.1 }, rows: [['2023年人员经费预算表（单位：元）'], ['项目', '人数', '金额'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B3: 4, C3: null, C4: null, C5: null }, word: '万元/人年',
  },
}

test.each(Object.entries(LAYOUTS))('%s', (_name, layout) => { expectLayout(layout) })
