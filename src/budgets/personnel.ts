import type { BudgetSheet } from './budget-sheet'
import { FIRST_ROW, MISSING, NOT_ASKED, TOTAL_ROW, cellOf, inRow, labelCell } from './context'
import type { BudgetContext } from './context'
import { box, SheetDraft } from './draft'
import { frame, header } from './frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { divide, number, written } from '../formula/expression'
import { expressionOf } from './sources/source'
import type { CommunitySource } from './sources/source'
import { verdictColours } from './staffing-check'
import { totalLabel, totalOf } from './totals'

const COLUMNS = [
  ['社区', 18], ['现有正式人数（人）', 9], ['现有聘用人数（人）', 9], ['现有正式经费（万元）', 12], ['现有聘用经费（万元）', 12], ['现有经费（万元）', 12],
  ['目标正式人数（人）', 9], ['目标聘用人数（人）', 9], ['目标正式经费（万元）', 12], ['目标聘用经费（万元）', 12], ['目标经费（万元）', 12], ['增量（万元）', 11], ['备注', 16],
] as const

/**
 * 人员经费预算: cost of staff by community and kind, now and at the establishment. Pay comes from the roster where it is there for every
 * counted person of the kind, else from the mean cost. Nothing is rounded in a cell; the format shows two decimals.
 */
export const personnel: BudgetSheet = {
  id: 'personnel',
  title: '人员经费预算',
  synonyms: ['人员经费', '人员经费预算表', '人员经费测算表', '人员支出预算', '社区工作人员经费预算'],
  draft(context) {
    const draft = new SheetDraft(context.sheets.personnel)
    frame(draft, context, {
      title: '社区人员经费预算表', columns: COLUMNS.length, unit: '人、万元', tab: TABS.budget,
      note: '经费按人数乘以“参数标准”中的年人均经费计算；花名册为该类人员逐人填有年工资和单位社保的，以花名册为准。单元格内不作四舍五入，显示保留两位小数。',
    })
    header(draft, 4, COLUMNS)
    const p = context.parameter
    const last = FIRST_ROW + context.sources.communities.length - 1
    draft.put(TOTAL_ROW, 1, totalLabel('F'))
    for (const column of ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L']) draft.put(TOTAL_ROW, column.charCodeAt(0) - 64, totalOf(column))

    for (const [index, community] of context.sources.communities.entries()) {
      const row = FIRST_ROW + index, label = labelCell(row), at = (column: string) => column + String(row)
      const put = (column: number, expression: string) => draft.put(row, column, inRow(context, row, expression))
      // Row by row the same communities in the same order as in the staffing check.
      draft.put(row, 1, { formula: `=${cellOf(context, 'staffing-check', `A${String(row)}`)}` })
      put(2, cellOf(context, 'staffing-check', at('C')))
      put(3, cellOf(context, 'staffing-check', at('F')))
      put(4, cost(community, label, 'formal', at('B'), p('UnitFormal')))
      put(5, cost(community, label, 'contracted', at('C'), p('UnitContract')))
      put(6, sumOrMissing(at('D'), at('E')))
      put(7, p('StdFormal'))
      put(8, p('StdContract'))
      const atTarget = (heads: string, unit: string) => `IF(COUNT(${heads},${unit})=2,${heads}*${unit},IF(ISNUMBER(${heads}),"${MISSING}",${heads}))`
      put(9, atTarget(at('G'), p('UnitFormal')))
      put(10, atTarget(at('H'), p('UnitContract')))
      put(11, sumOrMissing(at('I'), at('J')))
      put(12, `IF(COUNT(${at('F')},${at('K')})=2,${at('K')}-${at('F')},IF(${at('K')}="${NOT_ASKED}",${at('K')},"${MISSING}"))`)
    }

    draft.look(box(TOTAL_ROW, 1, last, COLUMNS.length), 'formula', { ...NUMBERS, format: FORMATS.wan }).look(box(FIRST_ROW, 1, last, 1), 'label')
    draft.look(box(TOTAL_ROW, 1, TOTAL_ROW, COLUMNS.length), 'total', { ...NUMBERS, format: FORMATS.wan }).touch(box(TOTAL_ROW, 1), MIDDLE)
    for (const column of [2, 3, 7, 8]) draft.touch(box(TOTAL_ROW, column, last, column), { format: FORMATS.count, ...MIDDLE })
    draft.touch(box(TOTAL_ROW, 12, last, 12), { format: FORMATS.wanChange })
    draft.look(box(FIRST_ROW, 13, last, 13), 'input', { wrap: true, size: 9 })
    for (let row = TOTAL_ROW; row <= last; row++) draft.height(row, 20)
    verdictColours(draft, box(TOTAL_ROW, 2, last, 12), 'B5')
    return draft
  },
}

/** Cost of one kind in one community, in 万元: the roster's pay where it is complete, else persons x mean cost. */
function cost(community: CommunitySource, label: string, kind: 'formal' | 'contracted', persons: string, unit: string): string {
  const byUnit = `IF(AND(ISNUMBER(${persons}),ISNUMBER(${unit})),${persons}*${unit},"${MISSING}")`
  const sum = community.figure(kind === 'formal' ? 'formalPay' : 'contractedPay', label), paid = community.figure(kind === 'formal' ? 'formalPaid' : 'contractedPaid', label)
  if (sum === null || paid === null) return byUnit
  // The sum may be pay plus insurance: taken in as one part, so that all of it is brought to 万元.
  return `IF(AND(N(${persons})>0,${expressionOf(paid, '0')}=${persons}),${divide(written(expressionOf(sum, '0')), number(10_000)).text},${byUnit})`
}

function sumOrMissing(a: string, b: string): string {
  return `IF(COUNT(${a},${b})=2,${a}+${b},IF(OR(${a}="${NOT_ASKED}",${b}="${NOT_ASKED}"),"${NOT_ASKED}","${MISSING}"))`
}

/** Names of the communities in the other sheets follow this one. */
export function communityLabel(context: BudgetContext, row: number): { formula: string } {
  return { formula: `=${cellOf(context, 'staffing-check', `A${String(row)}`)}` }
}
