import type { BudgetSheet } from './budget-sheet'
import { FIRST_ROW, LAST_TOTAL_ROW, MISSING, NOT_ASKED, OPEN, TOTAL_ROW, cellOf, inRow } from './context'
import { box, SheetDraft } from './draft'
import { frame, header } from './frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { communityLabel } from './personnel'
import { verdictColours } from './staffing-check'
import { totalOf } from './totals'

/** The upper bound stands below the header, above the communities, beside the total. */
export const PROGRAMME_UPPER_ROW = 6
/** On this sheet the communities begin one row lower than elsewhere. */
export const PROGRAMME_SHIFT = 1

const COLUMNS = [['社区', 22], ['现有使用面积', 12], ['状态', 15], ['标准面积', 10], ['面积缺口（使用）', 14], ['需建建筑面积', 12], ['单位造价（元/㎡）', 15], ['投资（万元）', 13], ['实施年度', 10], ['资金来源', 16], ['备注', 18]] as const

/**
 * 用房建设计划: gap to the standard by community, built area, cost and year. Where nothing is known the row says 待核实, and the second line
 * gives the bound: what it comes to if none of those communities had anything.
 */
export const premisesProgramme: BudgetSheet = {
  id: 'premises-programme',
  title: '用房建设计划',
  synonyms: ['办公用房建设计划', '办公用房建设计划表', '用房建设项目表', '办公用房建设项目'],
  draft(context) {
    const draft = new SheetDraft(context.sheets['premises-programme'])
    const p = context.parameter
    frame(draft, context, {
      title: '社区办公用房建设计划表', columns: COLUMNS.length, unit: '㎡、万元', tab: TABS.budget, headerRow: 4,
      note: '缺口取自“用房检查”的计划缺口（不计租赁、借用和列入拆迁的面积）。需建建筑面积 = 缺口 ÷ 使用系数（假设）；单位造价为假设或按实际填写。实施年度按社区次序分期，可直接改写。',
    })
    header(draft, 4, COLUMNS)
    const count = context.sources.communities.length
    const first = FIRST_ROW + PROGRAMME_SHIFT, last = first + count - 1
    const gaps = `E$${String(first)}:E$${String(LAST_TOTAL_ROW)}`
    const cost = (gap: string) => `IF(COUNT(${gap},${p('UseCoef')},${p('BuildCost')})=3,${gap}/${p('UseCoef')}*${p('BuildCost')}/10000,IF(ISNUMBER(${gap}),"待填单价","${OPEN}"))`

    draft.put(TOTAL_ROW, 1, '合计（已核实）')
    for (const column of ['E', 'F']) draft.put(TOTAL_ROW, column.charCodeAt(0) - 64, { formula: totalOf(column).formula.replaceAll(`${column}${String(FIRST_ROW)}:`, `${column}${String(first)}:`) })
    draft.put(TOTAL_ROW, 8, { formula: `=IF(COUNT(H${String(first)}:H${String(LAST_TOTAL_ROW)})=0,"${MISSING}",SUM(H${String(first)}:H${String(LAST_TOTAL_ROW)}))` })
    draft.put(TOTAL_ROW, 9, { formula: `=COUNTIF(${gaps},">0")&" 个"` }).put(TOTAL_ROW, 11, { formula: `="待核实 "&COUNTIF(${gaps},"${OPEN}")&" 个"` })
    draft.put(PROGRAMME_UPPER_ROW, 1, '上限（待核实按全缺计）')
    draft.put(PROGRAMME_UPPER_ROW, 5, { formula: `=IF(ISNUMBER(${p('StdArea')}),N(E${String(TOTAL_ROW)})+COUNTIF(${gaps},"${OPEN}")*${p('StdArea')},"${NOT_ASKED}")` })
    draft.put(PROGRAMME_UPPER_ROW, 6, { formula: `=IF(COUNT(${p('UseCoef')},E${String(PROGRAMME_UPPER_ROW)})=2,E${String(PROGRAMME_UPPER_ROW)}/${p('UseCoef')},IF(ISNUMBER(E${String(PROGRAMME_UPPER_ROW)}),"${MISSING}","${NOT_ASKED}"))` })
    draft.put(PROGRAMME_UPPER_ROW, 8, { formula: `=${cost(`E${String(PROGRAMME_UPPER_ROW)}`)}` })

    for (let row = first; row <= last; row++) {
      const source = row - PROGRAMME_SHIFT, at = (column: string) => column + String(row)
      const put = (column: number, expression: string) => draft.put(row, column, inRow(context, row, expression))
      draft.put(row, 1, communityLabel(context, source))
      put(2, cellOf(context, 'premises-check', `B${String(source)}`))
      put(3, cellOf(context, 'premises-check', `F${String(source)}`))
      put(4, p('StdArea'))
      put(5, cellOf(context, 'premises-check', `H${String(source)}`))
      put(6, `IF(COUNT(${at('E')},${p('UseCoef')})=2,${at('E')}/${p('UseCoef')},IF(${at('E')}="${NOT_ASKED}",${at('E')},"${OPEN}"))`)
      put(7, `IF(ISNUMBER(${p('BuildCost')}),${p('BuildCost')},"待填单价")`)
      put(8, `IF(COUNT(${at('F')},${at('G')})=2,${at('F')}*${at('G')}/10000,IF(ISNUMBER(${at('F')}),"待填单价","${OPEN}"))`)
      put(9, `IF(N(${at('E')})>0,${p('FirstYear')}+INT((COUNTIF(E$${String(first)}:${at('E')},">0")-1)*${p('ProgrammeYears')}/COUNTIF(${gaps},">0")),"")`)
      put(10, `IF(N(${at('E')})>0,"社区建设基金","")`)
    }

    draft.look(box(TOTAL_ROW, 1, last, COLUMNS.length), 'formula', { ...NUMBERS, format: FORMATS.area }).look(box(first, 1, last, 1), 'label')
    draft.look(box(TOTAL_ROW, 1, PROGRAMME_UPPER_ROW, COLUMNS.length), 'total', { ...NUMBERS, format: FORMATS.area }).touch(box(TOTAL_ROW, 1, PROGRAMME_UPPER_ROW, 1), { align: 'left', indent: 1 })
    draft
      .touch(box(TOTAL_ROW, 6, last, 6), { format: FORMATS.count })
      .touch(box(TOTAL_ROW, 7, last, 7), { format: FORMATS.yuan })
      .touch(box(TOTAL_ROW, 8, last, 8), { format: FORMATS.wan })
    draft.touch(box(first, 3, last, 3), MIDDLE)
    draft.look(box(first, 9, last, 10), 'input', { ...MIDDLE, format: FORMATS.year }).look(box(first, 11, last, 11), 'input', { wrap: true, size: 9 })
    draft.touch(box(TOTAL_ROW, 9, PROGRAMME_UPPER_ROW, 11), MIDDLE)
    for (let row = TOTAL_ROW; row <= last; row++) draft.height(row, 20)
    verdictColours(draft, box(TOTAL_ROW, 2, last, 8), 'B5')
    return draft
  },
}
