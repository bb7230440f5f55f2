import type { BudgetSheet } from './budget-sheet'
import { FIRST_ROW, MISSING, TOTAL_ROW, cellOf, inRow } from './context'
import { box, SheetDraft } from './draft'
import { frame, header } from './frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { communityLabel } from './personnel'
import { verdictColours } from './staffing-check'
import { totalLabel, totalOf } from './totals'

const COLUMNS = [['社区', 20], ['办公费', 12], ['水电费', 12], ['邮电费', 12], ['培训费', 12], ['维修费', 12], ['其他', 12], ['合计', 13], ['备注', 22]] as const

/** 公用经费预算: left to the office to fill; or heads x quota where a quota is given. */
export const runningCosts: BudgetSheet = {
  id: 'running-costs',
  title: '公用经费预算',
  synonyms: ['公用经费', '公用经费预算表', '日常公用经费', '工作经费预算', '社区工作经费预算表'],
  draft(context) {
    const draft = new SheetDraft(context.sheets['running-costs'])
    const quota = context.parameter('PublicQuota')
    frame(draft, context, {
      title: '社区公用经费预算表', columns: COLUMNS.length, unit: '万元', tab: TABS.budget,
      note: '黄色单元格由各社区填写。逐项填写的按各项合计；没有逐项填写而“参数标准”填有公用经费定额的，按定额乘以计入人数；两者都没有的显示“待填”，不按 0 计算。',
    })
    header(draft, 4, COLUMNS)
    const last = FIRST_ROW + context.sources.communities.length - 1
    draft.put(TOTAL_ROW, 1, totalLabel('H'))
    for (const column of ['B', 'C', 'D', 'E', 'F', 'G', 'H']) draft.put(TOTAL_ROW, column.charCodeAt(0) - 64, totalOf(column))
    for (let row = FIRST_ROW; row <= last; row++) {
      const items = `B${String(row)}:G${String(row)}`, heads = cellOf(context, 'staffing-check', `H${String(row)}`)
      draft.put(row, 1, communityLabel(context, row))
      draft.put(row, 8, inRow(context, row, `IF(COUNT(${items})>0,SUM(${items}),IF(AND(ISNUMBER(${quota}),ISNUMBER(${heads})),${quota}*${heads}/10000,"${MISSING}"))`))
    }
    draft.look(box(FIRST_ROW, 1, last, 1), 'label').look(box(FIRST_ROW, 2, last, 7), 'input', { ...NUMBERS, format: FORMATS.wan })
    draft.look(box(FIRST_ROW, 8, last, 8), 'formula', { ...NUMBERS, format: FORMATS.wan }).look(box(FIRST_ROW, 9, last, 9), 'input', { wrap: true, size: 9 })
    draft.look(box(TOTAL_ROW, 1, TOTAL_ROW, COLUMNS.length), 'total', { ...NUMBERS, format: FORMATS.wan }).touch(box(TOTAL_ROW, 1), MIDDLE)
    draft.validate({ box: box(FIRST_ROW, 2, last, 7), kind: 'decimal', comparison: 'at-least', formula: '0', errorTitle: '公用经费', error: '请填不小于 0 的金额，单位万元。' })
    for (let row = TOTAL_ROW; row <= last; row++) draft.height(row, 20)
    verdictColours(draft, box(TOTAL_ROW, 2, last, 8), 'B5')
    return draft
  },
}
