import { box, SheetDraft } from '../draft'
import { MIDDLE, TABS } from '../look'
import { INPUT_SHEETS } from './ranges'

const STEPS: readonly (readonly [sheet: string, what: string])[] = [
  ['社区信息', '先填本社区的名称，再填户数、人口等。另外两张表的社区名称从这里选择。'],
  ['人员花名册', '每人一行，只填黄色单元格，带下拉箭头的从列表中选择；灰色单元格自动计算。'],
  ['办公用房', '一处一行。使用面积、建筑面积分开填写，只填数字；四室按“有、无、合用”选择。'],
]

const RULES: readonly string[] = [
  '不知道的留空，不要填 0、“无”或“/”；上报前补齐。空缺岗位的姓名填“空缺”，人员状态选“空缺”。',
  '出生日期填公历、到日（如 1985-03-12）；身份证号逐位填写，填好后看右侧“证号校验、出生校验”两列。',
  '学历填已经取得的最高学历，在读的不填；党员、团员按现状选择，不写“是、否”。',
  '不要合并单元格，不要插入小计、合计行，不要改动表头。表格不够时在最后一行下面接着填。',
  '填好后整个文件上报；汇总单位用 plancheck merge 合并，用 plancheck check 核查。',
  '身份证号等个人信息只保存在本工作簿中，请按保密要求保管和传递。',
]

/** 填表说明 of the collecting workbook: for whoever fills it in for one community. */
export function collectGuide(day: string): SheetDraft {
  const draft = new SheetDraft(INPUT_SHEETS.guide), last = 4 + STEPS.length
  draft.width(1, 7).width(2, 20).width(3, 84)
  draft.put(1, 1, '社区人员和办公用房情况采集表').merge(box(1, 1, 1, 3)).look(box(1, 1, 1, 3), 'title').height(1, 40)
  draft.put(2, 1, `由各社区填写。所有情况以 ${day} 为准。`).merge(box(2, 1, 2, 3)).look(box(2, 1, 2, 3), 'note', { size: 10, ...MIDDLE }).height(2, 28)
  draft.row(4, 1, ['次序', '工作表', '怎样填写']).look(box(4, 1, 4, 3), 'header').height(4, 26)
  for (const [index, [sheet, what]] of STEPS.entries()) draft.row(5 + index, 1, [index + 1, sheet, what]).height(5 + index, 24)
  draft.look(box(5, 1, last, 3), 'text').touch(box(5, 1, last, 1), MIDDLE).touch(box(5, 2, last, 2), { bold: true })
  draft.put(last + 2, 1, '请注意').merge(box(last + 2, 1, last + 2, 3)).look(box(last + 2, 1, last + 2, 3), 'section').height(last + 2, 22)
  for (const [index, text] of RULES.entries()) {
    const row = last + 3 + index
    draft.put(row, 1, text).merge(box(row, 1, row, 3)).look(box(row, 1, row, 3), 'text').height(row, 24)
  }
  draft.print({ landscape: false, tabColor: TABS.guide, footer: '&C&"微软雅黑,Regular"&9第 &P 页 共 &N 页', margins: { left: 0.6, right: 0.6, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } })
  return draft
}
