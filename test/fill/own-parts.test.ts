import { expectLayout, PAY, saidOf } from './own-layout'
import type { Layout } from './own-layout'

const INSURANCE = { 正式: 10_000, 聘用: 5_000 }
const MONTHLY = { 正式: 4_000, 聘用: 2_000 }

/** Four people of the first kind and two of the second, in two communities. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  'parts of each kind below it, numbered in a column of their own': {
    pay: PAY, insurance: INSURANCE,
    rows: [['2023年社区人员经费明细表（单位：元）'], ['序号', '项目', '金额'], ['一', '正式人员经费'], [null, '其中：工资'], [null, '社会保险'], ['二', '聘用人员经费'], [null, '其中：工资'], [null, '社会保险'], [null, '合计']],
    expect: { C3: 240_000, C4: 200_000, C5: 40_000, C6: 60_000, C7: 50_000, C8: 10_000, C9: 300_000 },
  },
  'parts of each kind without a word between': {
    pay: PAY, insurance: INSURANCE, rows: [['2023年社区人员经费明细表（单位：元）'], ['项目', '人数', '金额'], ['1.正式人员'], ['工资'], ['单位社保'], ['2.聘用人员'], ['工资'], ['单位社保'], ['合计']],
    expect: { B3: 4, C3: 240_000, C4: 200_000, C5: 40_000, B6: 2, C6: 60_000, C7: 50_000, C8: 10_000, B9: 6, C9: 300_000 },
  },
  'one list of parts is of everybody': {
    pay: PAY, insurance: INSURANCE, rows: [['2023年社区人员经费明细表（单位：元）'], ['项目', '金额'], ['工资'], ['单位社保'], ['合计']], expect: { B3: 250_000, B4: 50_000, B5: 300_000 },
  },
  'dotted numbers in a column of their own': {
    pay: PAY, rows: [['2023年社区支出预算表（单位：万元）'], ['序号', '支出项目', '预算金额'], ['1', '人员经费'], ['1.1', '正式人员经费'], ['1.2', '聘用人员经费'], ['2', '公用经费'], ['2.1', '办公费', 2], ['2.2', '邮电费', 3], [null, '总计']],
    expect: { C3: 25, C4: 20, C5: 5, C6: 5, C9: 30 },
  },
  'a plain run of numbers makes no tree': {
    pay: PAY, rows: [['2023年社区人员经费表（单位：万元）'], ['序号', '项目', '金额'], [1, '正式人员经费'], [2, '聘用人员经费'], [3, '合计']], expect: { C3: 20, C4: 5, C5: 25 },
  },
  'the employer\'s part in brackets': {
    pay: PAY, insurance: INSURANCE, rows: [['2023年社区人员经费明细表（单位：元）'], ['人员类别', '工资', '社保（单位部分）', '合计'], ['正式人员'], ['聘用人员'], ['合计']], expect: { B3: 200_000, C3: 40_000, D3: 240_000, C5: 50_000, D5: 300_000 },
  },
  'a month and a year side by side, on a sheet that is called after the month': {
    pay: MONTHLY, payHeader: '月工资（元）', rows: [['2023年社区人员月经费测算表（单位：元）'], ['人员类别', '月经费', '全年经费'], ['正式人员'], ['聘用人员'], ['合计']],
    expect: { B3: 16_000, C3: 192_000, B4: 4_000, C4: 48_000, B5: 20_000, C5: 240_000 },
  },
  'last year\'s heads and this year\'s': {
    rows: [['2023年社区人员增减情况表'], ['人员类别', '上年人数', '本年人数', '增减'], ['正式人员', 5], ['聘用人员', 1], ['合计', 6]], expect: { C3: 4, D3: -1, C4: 2, D4: 1, C5: 6, D5: 0 },
  },
  'a share of the payer without brackets': {
    pay: PAY, rows: [['2023年社区人员经费分担表（单位：元）'], ['项目', '年经费', '市财政60%', '镇财政承担40%'], ['正式人员经费'], ['聘用人员经费'], ['合计']], expect: { B3: 200_000, C3: 120_000, D3: 80_000, C5: 150_000, D5: 100_000 },
  },
  'a budget that was changed': {
    rows: [['2023年社区经费预算调整表（单位：元）'], ['项目', '年初预算', '调增', '调减', '调整后预算'], ['人员经费', 1000, 200, 50], ['公用经费', 500, 0, 100], ['合计']], expect: { E3: 1150, E4: 400, B5: 1500, C5: 200, D5: 150, E5: 1550 },
  },
  'the change of a budget': {
    rows: [['2023年社区经费预算调整表（单位：元）'], ['项目', '原预算数', '调整数', '调整后'], ['人员经费', 1000, null, 1200], ['公用经费', 500, null, 400], ['合计']], expect: { C3: 200, C4: -100, B5: 1500, C5: 100, D5: 1600 },
  },
  'how many of those who ought to be are there': {
    rows: [['社区人员配备情况表'], ['社区', '应配人数', '实有人数', '缺额', '配备率（%）', '缺编率（%）'], ['东湾社区', 4], ['西亭社区', 6], ['合计']], expect: { C3: 3, D3: 1, E3: 75, F3: 25, C4: 3, D4: 3, E4: 50, F4: 50, B5: 10, E5: 60, F5: 40 },
  },
  'come of heads': { rows: [['社区人员配备情况表'], ['社区', '应配人数', '实有人数', '到位率（%）'], ['东湾社区', 4], ['西亭社区', 6]], expect: { C3: 3, D3: 75, D4: 50 } },
  'heads times the sum of what one costs a month': {
    rows: [['2023年社区人员经费测算表'], ['人员类别', '人数', '月人均标准（元）', null, null, '年经费（元）'], [null, null, '基本工资', '绩效', '小计'], ['正式人员', 3, 2000, 500], ['聘用人员', 2, 1500, 300], ['合计']],
    merges: ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3'], expect: { E4: 2500, F4: 90_000, E5: 1800, F5: 43_200, B6: 5, F6: 133_200 },
  },
  'the mean is of the sum and not of a part': {
    rows: [['2023年各社区人员经费明细表（单位：元）'], ['社区', '人数', '基本工资', '绩效考核奖', '合计', '人均经费'], ['东湾社区', 2, 90, 10], ['西亭社区', 4, 180, 20]], expect: { E3: 100, F3: 50, E4: 200, F4: 50 },
  },
  'three factors': {
    rows: [['2023年社区人员工资测算表'], ['人员类别', '人数', '月工资（元/人）', '年发放月数', '全年工资（元）'], ['正式人员', 2, 1000, 13], ['聘用人员', 3, 500, 12], ['合计']], expect: { E3: 26_000, E4: 18_000, B5: 5, E5: 44_000 },
  },
  'months in words that are not known keep the product back': {
    rows: [['2023年社区人员工资测算表'], ['人员类别', '人数', '月标准（元）', '月数甯甯', '金额（元）'], ['正式人员', 2, 1000, 13], ['聘用人员', 3, 500, 12]], expect: { E3: null, E4: null },
  },
  'sources and uses in other words': {
    pay: PAY, rows: [['2023年社区经费平衡表（单位：元）'], ['经费来源', null, '经费支出', null], ['项目', '本年预算数', '项目', '金额'], ['市级补助资金', 100_000, '正式人员支出'], ['镇级财政安排', null, '聘用人员支出'], [null, null, '公用支出', 30_000], ['合计', null, '合计']],
    merges: ['A2:B2', 'C2:D2'], expect: { D4: 200_000, D5: 50_000, D7: 280_000, B5: 180_000, B7: 280_000 },
  },
  'every other source is taken off': {
    pay: PAY, rows: [['2023年社区人员经费资金筹集表（单位：元）'], ['资金渠道', '筹集金额'], ['市级财政拨款', 100_000], ['社会捐赠', 20_000], ['其他', 10_000], ['镇财政兜底'], ['合计']], expect: { B6: 120_000, B7: 250_000 },
  },
  'the difference of two years': {
    pay: PAY, rows: [['2023年社区人员经费对比表（单位：万元）'], ['项目', '上年实际', '本年计划', '差额'], ['正式人员经费', 18], ['聘用人员经费', 6], ['合计', 24]], expect: { C3: 20, D3: 2, C4: 5, D4: -1, C5: 25, D5: 1 },
  },
  'an annex with what one costs, in parts': {
    more: [{ name: '经费标准', rows: [['社区人员经费标准构成表（单位：元/人年）'], ['人员类别', '工资', '社保', '合计'], ['正式人员', 40_000, 10_000, 50_000], ['聘用人员', 20_000, 5_000, 25_000]] }],
    rows: [['2023年社区人员经费测算表（单位：元）'], ['项目', '全年经费'], ['正式人员经费'], ['聘用人员经费'], ['合计']], expect: { B3: 200_000, B4: 50_000, B5: 250_000 },
  },
  'an annex with what one costs, each in its row with its unit': {
    more: [{ name: '标准', rows: [['社区人员经费标准'], ['项目', '标准', '单位'], ['正式人员', 5, '万元/人·年'], ['聘用人员', 25_000, '元/人·年']] }],
    rows: [['2023年社区人员经费测算表（单位：元）'], ['项目', '全年经费'], ['正式人员经费'], ['聘用人员经费'], ['合计']], expect: { B3: 200_000, B4: 50_000, B5: 250_000 },
  },
  'what one costs a month in other words': {
    rows: [['2023年社区人员经费测算表'], ['人员类型', '实有人数', '人均月支出（元）', '经费总额（元）'], ['正式人员', null, 5000], ['聘用人员', null, 3000], ['合计']], expect: { B3: 4, D3: 240_000, D4: 72_000, B5: 6, D5: 312_000 },
  },
  'something that is paid for and is called a subsidy': {
    rows: [['2023年社区公用经费测算表'], ['项目', '数量', '单价（元）', '金额（元）'], ['志愿者补贴', 10, 50], ['印刷费', 2, 100], ['合计']], expect: { D3: 500, D4: 200, D5: 700 },
  },
  'the share of each source': {
    pay: PAY, rows: [['2023年社区人员经费资金来源表'], ['资金来源', '金额（元）', '比例（%）'], ['市财政补贴', 100_000], ['镇承担'], ['合计']], expect: { B4: 150_000, B5: 250_000, C3: 40, C4: 60 },
  },
}
test.each(Object.entries(LAYOUTS))('%s', (_name, layout) => {
  expectLayout(layout)
})

test('what a stated formula multiplies by heads has no total', () => {
  const said = saidOf({ rows: [['2023年社区人员经费测算表（单位：元）'], ['人员类别', '人数', '月工资标准', '单位社保（元/月）', '年经费'], ['栏次', '1', '2', '3', '4=1×(2+3)×12'], ['正式人员', 2, 1000, 100], ['聘用人员', 3, 500, 50], ['合计']] })
  expect(said).toMatchObject({ E4: '=B4*(C4+D4)*12', E5: '=B5*(C5+D5)*12', B6: '=SUM(B4:B5)', E6: '=SUM(E4:E5)' })
  expect(said).not.toHaveProperty('D6')
})
