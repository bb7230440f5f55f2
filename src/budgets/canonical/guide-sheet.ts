import { box, SheetDraft } from '../draft'
import { MIDDLE, TABS } from '../look'
import { INPUT_SHEETS } from './ranges'

const STEPS: readonly (readonly [sheet: string, what: string])[] = [
  ['参数标准', '核对标准和截至日期；填写经费总额、补贴等依据；改写标为“假设”的各项。'],
  ['社区信息', '逐行列出社区，名称不得重复。其余各表的社区按此次序排列。'],
  ['人员花名册', '每人一行。年龄、最高学历、计入、大专以上、党团员自动计算；身份证号和出生日期自动互相校验。'],
  ['办公用房', '一处一行。使用面积和建筑面积分开填写，不知道的留空。'],
  ['配备检查', '自动得出：应配、实有、差额，大专以上比例、平均年龄、党团员比例是否达标。'],
  ['用房检查', '自动得出：使用面积、四室、状态、面积缺口和计划缺口。'],
  ['人员经费预算', '自动得出：现有经费、目标经费、增量。'],
  ['公用经费预算', '按社区填写各项公用经费，或在参数标准填写定额。'],
  ['资金来源', '自动得出：三个方案下财政与镇（街道）各负担多少。'],
  ['建设基金测算', '填写今后五年新审批开发面积，得出可收取的社区建设基金。'],
  ['用房建设计划', '自动得出：各社区缺口、需建面积、投资和实施年度，可改写年度。'],
  ['资金平衡', '自动得出：逐年收支和需先行筹资的数额。'],
  ['预算汇总', '自动得出：各类经费汇总、资金来源和校验结果。'],
]

/** 填表说明: what to do in which order, what the colours mean. */
export function guideSheet(sample: boolean): SheetDraft {
  const draft = new SheetDraft(INPUT_SHEETS.guide)
  draft.width(1, 7).width(2, 22).width(3, 84)
  draft.put(1, 1, '社区规划核查与预算测算工作簿').merge(box(1, 1, 1, 3)).look(box(1, 1, 1, 3), 'title').height(1, 40)
  const opening = sample
    ? '本工作簿为示例：经费、人数和用房数字取自源方案，人员姓名、身份证号和各社区的具体分布均为虚构，仅供了解用法。'
    : '本工作簿供社区人员、用房和经费的登记、核查与测算使用。填写黄色单元格，其余自动得出。'
  draft.put(2, 1, opening).merge(box(2, 1, 2, 3)).look(box(2, 1, 2, 3), 'note', { size: 10, ...MIDDLE }).height(2, 28)
  draft.row(4, 1, ['次序', '工作表', '内容']).look(box(4, 1, 4, 3), 'header').height(4, 26)
  for (const [index, [sheet, what]] of STEPS.entries()) {
    const row = 5 + index
    draft.row(row, 1, [index + 1, sheet, what]).height(row, 22)
  }
  const last = 4 + STEPS.length
  draft.look(box(5, 1, last, 3), 'text').touch(box(5, 1, last, 1), MIDDLE).touch(box(5, 2, last, 2), { bold: true })
  draft.put(last + 2, 1, '图例').merge(box(last + 2, 1, last + 2, 3)).look(box(last + 2, 1, last + 2, 3), 'section').height(last + 2, 22)
  const legend: readonly (readonly ['input' | 'formula' | 'total', string, string])[] = [
    ['input', '填写', '由填报单位填写。下拉列表中的项目请从列表选择。'],
    ['formula', '公式', '自动计算，请勿改动。单元格内不作四舍五入，只控制显示位数。'],
    ['total', '合计', '合计在各社区之上：在最后一行之下增加社区，合计自动包含。'],
  ]
  for (const [index, [look, word, what]] of legend.entries()) {
    const row = last + 3 + index
    draft.put(row, 2, word).put(row, 3, what).look(box(row, 2), look, MIDDLE).look(box(row, 1), 'text').look(box(row, 3), 'text').height(row, 22)
  }
  const words = last + 3 + legend.length
  const rules: readonly string[] = [
    '“待填”：缺少依据，没有计算，也没有按 0 计入。“待核实”：资料不全，不能判定。',
    '“假设”：没有文件依据的数，集中列在“参数标准”第三部分，改写后各表随之重算。',
    '正式、聘用两类人员分别对照标准，不能互相顶替；空缺、离职人员不计入。',
    '身份证号等个人信息只保存在本工作簿中，请按保密要求保管和传递。',
  ]
  for (const [index, text] of rules.entries()) draft.put(words + index, 1, text).merge(box(words + index, 1, words + index, 3)).look(box(words + index, 1, words + index, 3), 'text').height(words + index, 21)
  draft.print({ landscape: false, tabColor: TABS.guide, footer: '&C&"微软雅黑,Regular"&9第 &P 页 共 &N 页', margins: { left: 0.6, right: 0.6, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } })
  return draft
}
