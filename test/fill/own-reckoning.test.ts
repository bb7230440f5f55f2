import { expectLayout, PAY } from './own-layout'
import type { Layout } from './own-layout'

const MONTHLY = { 正式: 5000, 聘用: 3000 }

/** Tables whose own columns tell most of it: two communities with two 正式 and one 聘用 each. */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  'a unit in each row': {
    pay: PAY, rows: [['2023年社区人员经费测算'], ['指标', '单位', '数值'], ['社区数', '个'], ['正式人员', '人'], ['聘用人员', '人'], ['人员合计', '人'], ['正式人员经费', '万元'], ['聘用人员经费', '元'], ['物业管理数', '个']],
    expect: { C3: 2, C4: 4, C5: 2, C6: 6, C7: 20, C8: 50_000, C9: null },
  },
  'a unit in each row, under numbered lines and 数量': {
    pay: PAY, rows: [['2023年社区人员经费测算'], ['序号', '项目', '计量单位', '数量'], [1, '正式人员人数', '人'], [2, '正式人员年经费', '千元']], expect: { D3: 4, D4: 200 },
  },
  'one line for the whole town': {
    pay: PAY, rows: [['2023年云浦镇社区人员经费汇总表（单位：万元）'], ['镇街', '社区数', '正式人员人数', '聘用人员人数', '人员经费'], ['云浦镇']], expect: { B3: 2, C3: 4, D3: 2, E3: 25 },
  },
  'another town beside ours takes nothing': {
    pay: PAY, rows: [['2023年社区人员经费汇总表（单位：万元）'], ['镇街', '正式人员人数', '人员经费'], ['云浦镇'], ['白塔镇'], ['合计']], expect: { B3: 4, C3: 25, B4: null, C4: null, B5: null, C5: null },
  },
  'communities among other units': {
    pay: PAY, rows: [['2023年各单位人员经费（元）'], ['单位', '人数', '人员经费'], ['东湾社区'], ['西亭社区'], ['环卫所'], ['文化站'], ['前进村'], ['合计']],
    expect: { B3: 3, C3: 125_000, C4: 125_000, B5: null, C5: null, C6: null, C7: null, C8: null },
  },
  'months of what is paid each month': {
    pay: MONTHLY, payHeader: '月工资（元）', rows: [['2023年工资分月预算（元）'], ['月份', '正式人员工资', '聘用人员工资', '合计'], ['1月'], ['2月'], ['合计']],
    expect: { B3: 20_000, C3: 6000, D3: 26_000, B4: 20_000, B5: 40_000, D5: 52_000 },
  },
  'quarters of what is paid each month': {
    pay: MONTHLY, payHeader: '月工资（元）', rows: [['2023年工资分季预算（元）'], ['人员类别', '一季度', '二季度', '三季度', '四季度', '全年合计'], ['正式人员'], ['合计']],
    expect: { B3: 60_000, E3: 60_000, F3: 240_000 },
  },
  'quarters of what is paid by the year are told by nobody': {
    pay: PAY, rows: [['2023年工资分季预算（元）'], ['人员类别', '一季度', '二季度'], ['正式人员'], ['聘用人员'], ['合计']], expect: { B3: null, C3: null, B4: null, B5: null },
  },
  'each payer by its share of the cost': {
    pay: PAY, rows: [['2023年社区人员经费资金来源（单位：万元）'], ['资金来源', '分担比例', '金额'], ['市财政', 0.4], ['区财政', 0.3], ['镇财政', 0.3], ['合计']], expect: { C3: 10, C4: 7.5, C5: 7.5, C6: 25 },
  },
  'shares that do not make up the whole': {
    pay: PAY, rows: [['2023年社区人员经费资金来源（单位：万元）'], ['资金来源', '分担比例', '金额'], ['市财政', 0.4], ['镇财政', 0.3], ['合计']], expect: { C3: null, C4: null, C5: null },
  },
  'a base by a rate by heads, and twelve months of it': {
    rows: [['社会保险费测算'], ['险种', '月缴费基数（元）', '单位缴费比例', '人数', '月缴费额（元）', '年缴费额（元）'], ['养老保险', 4000, 0.16, 6], ['工伤保险', 4000, 0.002, 6], ['合计']],
    expect: { E3: 3840, F3: 46_080, E4: 48, E5: 3888, F5: 46_656, D5: null },
  },
  'a contribution is no pay': {
    pay: MONTHLY, payHeader: '月工资（元）', rows: [['住房公积金测算'], ['人员类别', '人数', '月工资总额（元）', '缴存比例', '月缴存额（元）', '年缴存额（元）'], ['正式人员', null, null, 0.12], ['聘用人员']],
    expect: { B3: 4, C3: 20_000, E3: 2400, F3: 28_800, C4: 6000, E4: null, F4: null },
  },
  'what is due, paid and owed': {
    rows: [['住宅专项维修资金'], ['小区名称', '建筑面积（㎡）', '缴存标准（元/㎡）', '应缴存额（万元）', '已缴存额（万元）', '欠缴额（万元）'], ['一号院', 20_000, 30, null, 40], ['二号院', 10_000, 40], ['合计']],
    expect: { D3: 60, F3: 20, D4: 40, F4: null, D5: 100, B5: 30_000, F5: null },
  },
  'what is let off': {
    rows: [['城市基础设施配套费（万元）'], ['项目名称', '报建面积（万㎡）', '征收标准（元/㎡）', '应征金额', '减免金额', '实征金额'], ['一号院', 2, 100, null, 20], ['二号院', 1, 100, null, 0], ['合计']], expect: { D3: 200, F3: 180, F4: 100, D5: 300, F5: 280 },
  },
  'a plan, what was spent of it, the share and the rest': {
    rows: [['2023年预算执行情况表（万元）'], ['项目', '预算数', '执行数', '执行率（%）', '结余'], ['办公费', 12, 9], ['培训费', 8, 8], ['合计']], expect: { D3: 75, E3: 3, D4: 100, E4: 0, B5: 20, C5: 17, D5: 85, E5: 3 },
  },
  'each line of the total': {
    pay: PAY, rows: [['2023年支出结构表'], ['项目', '金额（万元）', '占比（%）'], ['正式人员经费'], ['公用经费', 5], ['合计']], expect: { B3: 20, C3: 80, C4: 20, B5: 25 },
  },
  'who has a diploma, who is of the party, and the shares': {
    rows: [['人员结构情况表'], ['社区', '人数', '大专以上人数', '大专以上比例（%）', '党团员人数', '党团员比例（%）'], ['东湾社区'], ['西亭社区'], ['合计']],
    expect: { B3: 3, C3: 3, D3: 100, E3: 0, F3: 0, B5: 6, C5: 6, D5: 100 },
  },
  'communities with prices that nobody multiplied out': {
    rows: [['服务群众经费'], ['社区名称', '户数', '标准（元/户）', '专项经费（万元）'], ['东湾社区', 1000, 20], ['西亭社区', 500, 20], ['合计']], expect: { B5: 1500, D3: 2, D4: 1, D5: 3 },
  },
  'rent by the month': {
    rows: [['办公用房租赁费用表'], ['社区', '租用面积（㎡）', '月租金（元/㎡）', '年租金（元）'], ['东湾社区', 100, 10], ['西亭社区', 80, 12], ['合计']], expect: { D3: 12_000, D4: 11_520, D5: 23_520, B5: 180 },
  },
  'a subsidy by heads, and what the town adds': {
    rows: [['补助资金表（元）'], ['社区', '人数', '补助标准（元/人·年）', '补助总额', '市财政补助', '镇配套'], ['东湾社区', null, 1000, null, 2000], ['西亭社区', null, 1000, null, 1000], ['合计']],
    expect: { B3: 3, D3: 3000, F3: 1000, F4: 2000, D5: 6000, F5: 3000 },
  },
  'what is missing of money': {
    rows: [['用房建设资金平衡表（单位：万元）'], ['年度', '建设投资', '基金安排', '财政补助', '缺口资金'], [2024, 180, 90, 40], [2025, 220, 120, 40], ['合计']], expect: { E3: 50, E4: 60, B5: 400, E5: 110 },
  },
  'heads at the end of the year': {
    rows: [['2023年人员变动情况表'], ['单位', '年初人数', '本年增加', '本年减少', '年末人数'], ['机关', 20, 2, 1], ['事业', 9, 0, 3], ['合计']], expect: { E3: 21, E4: 6, E5: 27 },
  },
  'a signature below a column makes it no column of labels': {
    pay: PAY, rows: [['2023年社区人员经费预算表'], ['人员性质', '在岗人数', '年支出（元）', '备注'], ['正式人员'], ['聘用人员'], ['合计'], ['填表人：', null, '审核人：']], expect: { B3: 4, C3: 200_000, C5: 250_000 },
  },
  'a price of building in yuan, and years in the title that stand below': {
    rows: [['2024-2028年社区用房建设计划表（单位：万元）'], ['社区', '建设规模（㎡）', '每平方米造价（元）', '投资额'], ['东湾社区', 100, 2000], ['西亭社区', 200, 1500], ['合计']], expect: { D3: 20, D4: 30, B5: 300, D5: 50 },
  },
  'the share of a payer in its header': {
    pay: PAY, rows: [['2023年社区人员经费分担表（单位：元）'], ['社区', '经费总额', '市财政承担（60%）', '镇财政承担（40%）'], ['东湾社区'], ['西亭社区'], ['合计']], expect: { B3: 125_000, C3: 75_000, D3: 50_000, C5: 150_000, D5: 100_000 },
  },
  'fewer or more heads are no number of heads': {
    rows: [['社区人员情况表（人）'], ['人员类别', '上年末人数', '本年末人数', '增减人数'], ['正式人员', 5], ['聘用人员', 1], ['合计']], expect: { C3: 4, C4: 2, D3: -1, D4: 1, B5: 6, D5: 0 },
  },
  'what the missing would cost goes with the missing': {
    rows: [['缺编人员经费测算表'], ['人员类别', '编制数', '实有数', '缺编数', '年人均经费（元）', '缺编所需经费（万元）'], ['正式人员', 6, null, null, 50_000], ['聘用人员', 3, null, null, 30_000], ['合计']],
    expect: { C3: 4, D3: 2, F3: 10, D4: 1, F4: 3, B5: 9, D5: 3, F5: 13 },
  },
  'what is there at the start and the end of each year is no sum': {
    rows: [['社区建设基金收支结余表（单位：万元）'], ['年度', '年初结余', '基金收入', '建设支出', '年末结余'], [2024, 25, 60, 50], [2025, null, 75, 80], ['合计']], expect: { E3: 35, B4: 35, E4: 30, B5: null, C5: 135, D5: 130, E5: null },
  },
  'a stated formula that brings the units together itself': {
    rows: [['测算表'], ['项目', '人数（人）', '人均标准（元/年）', '金额（万元）', '市补助（万元）', '镇负担（万元）'], ['甲', '1', '2', '3=1×2÷10000', '4', '5=3-4'], ['正式人员', null, 50_000, null, 8], ['聘用人员', null, 30_000, null, 2], ['合计']],
    expect: { B4: 4, D4: 20, F4: 12, D5: 6, F5: 4, D6: 26, F6: 16 },
  },
  'a unit behind each label': {
    pay: PAY, rows: [['2023年社区经费基本情况'], ['项目', '数值'], ['社区数（个）'], ['正式人员（人）'], ['正式人员经费（万元）']], expect: { B3: 2, B4: 4, B5: 20 },
  },
  'kinds of staff under a title that counts them': {
    rows: [['社区工作人员分类统计表'], ['社区', '正式人员', '聘用人员', '合计'], ['东湾社区'], ['西亭社区'], ['合计']], expect: { B3: 2, C3: 1, D3: 3, B5: 4, D5: 6 },
  },
  'money paid out so far': {
    rows: [['2023年社区经费拨付进度表（单位：元）'], ['社区', '年度预算', '已拨付', '未拨付', '拨付进度（%）'], ['东湾社区', 50_000, 30_000], ['西亭社区', 60_000, 45_000], ['合计']], expect: { D3: 20_000, E3: 60, D4: 15_000, D5: 35_000 },
  },
  'heads that the person typed, by days': {
    rows: [['培训经费测算表'], ['培训班名称', '培训人数', '天数', '标准（元/人·天）', '经费（元）'], ['业务培训班', 30, 3, 150], ['党务培训班', 60, 2, 120], ['合计']], expect: { B5: 90, E3: 13_500, E4: 14_400, E5: 27_900 },
  },
  'what the community raises itself is typed, and the town takes the rest': {
    pay: PAY, rows: [['2023年社区人员经费来源表（单位：元）'], ['社区', '人员经费', '市级补助', '社区自筹', '镇级承担'], ['东湾社区', null, 30_000, 5000], ['西亭社区', null, 40_000, 0], ['合计']], expect: { B3: 125_000, E3: 90_000, E4: 85_000, E5: 175_000 },
  },
  'parts of a sheet: heads above, cost below, and who pays': {
    pay: PAY,
    rows: [['2023年社区人员及经费情况'], ['一、人员配备情况'], ['社区', '正式人员', '聘用人员', '合计'], ['东湾社区'], ['西亭社区'], ['合计'], [], ['二、人员经费情况（单位：万元）'], ['项目', '人数', '金额'], ['正式人员经费'], ['聘用人员经费'], ['合计'], [], ['三、资金来源（单位：万元）'], ['来源', '金额'], ['市财政补贴', 12], ['镇财政承担'], ['合计']],
    expect: { B4: 2, C5: 1, D6: 6, B10: 4, C10: 20, C12: 25, B17: 13, B18: 25 },
  },
}

test.each(Object.entries(LAYOUTS))('%s', (_name, layout) => { expectLayout(layout) })
