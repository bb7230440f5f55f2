import type { BudgetSheet } from './budget-sheet'
import { FIRST_ROW, LAST_TOTAL_ROW, OPEN, TOTAL_ROW, inRow, labelCell, putSourced, sumBelow } from './context'
import { box, SheetDraft } from './draft'
import { frame, header } from './frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { verdictColours } from './staffing-check'

const COLUMNS = [['社区', 20], ['使用面积合计', 13], ['其中自有', 13], ['是否仅有建筑面积', 12], ['四室齐全', 12], ['状态', 16], ['面积缺口', 13], ['计划缺口', 13], ['结论', 13]] as const

/**
 * 用房检查: area, rooms and tenure of each community. 面积缺口 is measured on what is in use today; 计划缺口 leaves out what is rented,
 * borrowed or to be demolished. An area that nobody gave is 待核实, never 0.
 */
export const premisesCheck: BudgetSheet = {
  id: 'premises-check',
  title: '用房检查',
  synonyms: ['办公用房检查', '用房情况检查'],
  draft(context) {
    const draft = new SheetDraft(context.sheets['premises-check'])
    const area = context.parameter('StdArea')
    frame(draft, context, {
      title: '社区办公用房检查表', columns: COLUMNS.length, unit: '㎡', tab: TABS.check,
      note: '全部为公式，请勿改动。面积缺口按现有使用面积计算；计划缺口不计租赁、借用和列入拆迁的面积。没有填报使用面积的列为“待核实”，不按 0 计算，也不用建筑面积代替。',
    })
    header(draft, 4, COLUMNS)
    const last = FIRST_ROW + context.sources.communities.length - 1
    const range = (column: string) => `${column}${String(FIRST_ROW)}:${column}${String(LAST_TOTAL_ROW)}`
    draft.put(TOTAL_ROW, 1, '合计（已核实）')
    for (const column of ['B', 'C', 'G', 'H']) draft.put(TOTAL_ROW, column.charCodeAt(0) - 64, sumBelow(column))
    draft.put(TOTAL_ROW, 4, { formula: `=COUNTIF(${range('D')},"是")` })
    draft.put(TOTAL_ROW, 5, { formula: `=COUNTIF(${range('E')},"齐全")&"/"&COUNTIF(${range('E')},"?*")` })
    draft.put(TOTAL_ROW, 6, { formula: `="待核实 "&COUNTIF(${range('H')},"${OPEN}")&" 个"` })
    draft.put(TOTAL_ROW, 9, { formula: `=COUNTIF(${range('I')},"达标")&"/"&COUNTIF(${range('I')},"?*")` })

    for (const [index, community] of context.sources.communities.entries()) {
      const row = FIRST_ROW + index, label = labelCell(row), at = (column: string) => column + String(row)
      const figure = (column: number, name: Parameters<typeof community.figure>[0], otherwise: string = OPEN) => putSourced(draft, context, row, column, community.figure(name, label), otherwise)
      const put = (column: number, expression: string) => draft.put(row, column, inRow(context, row, expression))
      draft.put(row, 1, community.label)
      figure(2, 'usable')
      figure(3, 'own')
      figure(4, 'builtOnly', '否')
      figure(5, 'rooms')
      figure(6, 'state')
      put(7, `IF(ISNUMBER(${at('B')}),MAX(0,${area}-${at('B')}),"${OPEN}")`)
      put(8, `IF(ISNUMBER(${at('C')}),MAX(0,${area}-${at('C')}),"${OPEN}")`)
      put(9, `IF(N(${at('H')})>0,IF(N(${at('G')})>0,"未达标",IF(ISNUMBER(${at('G')}),"未解决","未达标")),IF(AND(ISNUMBER(${at('H')}),${at('E')}="齐全"),"达标",IF(LEFT(${at('E')},1)="缺","未达标","${OPEN}")))`)
    }

    draft.look(box(TOTAL_ROW, 1, last, COLUMNS.length), 'formula', MIDDLE).look(box(FIRST_ROW, 1, last, 1), 'label')
    draft.look(box(TOTAL_ROW, 1, TOTAL_ROW, COLUMNS.length), 'total', MIDDLE)
    for (const column of [2, 3, 7, 8]) draft.touch(box(TOTAL_ROW, column, last, column), { format: FORMATS.area, ...NUMBERS })
    for (let row = TOTAL_ROW; row <= last; row++) draft.height(row, 20)
    verdictColours(draft, box(FIRST_ROW, 2, last, 9), 'B6')
    return draft
  },
}
