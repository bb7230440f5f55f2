import type { BudgetSheet } from './budget-sheet'
import { message } from '../messages'
import { furtherTargets, targetTitle, verdictAt, VERDICT_WORDS } from './checked-standard'
import { FIRST_ROW, LAST_TOTAL_ROW, NOT_ASKED, OPEN, TOTAL_ROW, inRow, labelCell, putSourced, sumBelow } from './context'
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
      title: '社区办公用房检查表', columns: COLUMNS.length + furtherTargets(context.standard, 'premises').length, unit: '㎡', tab: TABS.check,
      note: '全部为公式，请勿改动。面积缺口按现有使用面积计算；计划缺口不计租赁、借用和列入拆迁的面积。没有填报使用面积的列为“待核实”，不按 0 计算，也不用建筑面积代替。',
    })
    const rooms = context.parameter('StdRooms')
    const extra = furtherTargets(context.standard, 'premises').map((target, index) => ({ target, column: COLUMNS.length + 1 + index }))
    const columns = [...COLUMNS, ...extra.map(({ target }): readonly [string, number] => [targetTitle(target), 13])]
    header(draft, 4, columns)
    const last = FIRST_ROW + context.sources.communities.length - 1
    const range = (column: string) => `${column}${String(FIRST_ROW)}:${column}${String(LAST_TOTAL_ROW)}`
    draft.put(TOTAL_ROW, 1, '合计（已核实）')
    for (const column of ['B', 'C']) draft.put(TOTAL_ROW, column.charCodeAt(0) - 64, sumBelow(column))
    for (const column of ['G', 'H']) draft.put(TOTAL_ROW, column.charCodeAt(0) - 64, { formula: `=IF(ISNUMBER(${area}),${sumBelow(column).formula.slice(1)},"${NOT_ASKED}")` })
    draft.put(TOTAL_ROW, 4, { formula: `=COUNTIF(${range('D')},"是")` })
    draft.put(TOTAL_ROW, 5, { formula: `=COUNTIF(${range('E')},"齐全")&"/"&COUNTIF(${range('E')},"?*")` })
    draft.put(TOTAL_ROW, 6, { formula: `="待核实 "&COUNTIF(${range('H')},"${OPEN}")&" 个"` })
    draft.put(TOTAL_ROW, 9, { formula: `=COUNTIF(${range('I')},"达标")&"/"&COUNTIF(${range('I')},"?*")` })

    for (const [index, community] of context.sources.communities.entries()) {
      const row = FIRST_ROW + index, label = labelCell(row), at = (column: string) => column + String(row)
      const figure = (column: number, name: Parameters<typeof community.figure>[0], otherwise: string = OPEN) =>
        putSourced(draft, context, row, column, community.figure(name, label), otherwise)
      const put = (column: number, expression: string) => draft.put(row, column, inRow(context, row, expression))
      draft.put(row, 1, community.label)
      figure(2, 'usable')
      figure(3, 'own')
      figure(4, 'builtOnly', '否')
      const roomsVerdict = verdictAt(context.standard, 'required-rooms', index)
      if (context.standard !== undefined && !context.standard.targets.some(({ target }) => target.id === 'required-rooms')) draft.put(row, 5, NOT_ASKED)
      else if (roomsVerdict === 'unknown') draft.put(row, 5, OPEN).because(row, 5, message('fill.value.verdict'), [])
      else figure(5, 'rooms')
      figure(6, 'state')
      const gap = (column: number, of: string) => put(column, `IF(ISNUMBER(${area}),IF(ISNUMBER(${of}),MAX(0,${area}-${of}),"${OPEN}"),"${NOT_ASKED}")`)
      if (verdictAt(context.standard, 'usable-area', index) === 'unknown') draft.put(row, 7, OPEN).because(row, 7, message('fill.value.verdict'), [])
      else gap(7, at('B'))
      gap(8, at('C'))
      const roomsMet = `OR(${at('E')}="齐全",NOT(ISNUMBER(${rooms})))`, roomsMissed = `AND(ISNUMBER(${rooms}),LEFT(${at('E')},1)="缺")`
      put(9, `IF(NOT(OR(ISNUMBER(${area}),ISNUMBER(${rooms}))),"${NOT_ASKED}",IF(N(${at('H')})>0,IF(N(${at('G')})>0,"未达标",IF(ISNUMBER(${at('G')}),"未解决","未达标")),IF(AND(OR(ISNUMBER(${at('H')}),NOT(ISNUMBER(${area}))),${roomsMet}),"达标",IF(${roomsMissed},"未达标","${OPEN}"))))`)
      for (const { target, column } of extra) draft.put(row, column, VERDICT_WORDS[target.verdicts[index] ?? 'unknown']).because(row, column, message('fill.value.verdict'), [])
    }

    draft.look(box(TOTAL_ROW, 1, last, columns.length), 'formula', MIDDLE).look(box(FIRST_ROW, 1, last, 1), 'label')
    draft.look(box(TOTAL_ROW, 1, TOTAL_ROW, columns.length), 'total', MIDDLE)
    for (const column of [2, 3, 7, 8]) draft.touch(box(TOTAL_ROW, column, last, column), { format: FORMATS.area, ...NUMBERS })
    for (let row = TOTAL_ROW; row <= last; row++) draft.height(row, 20)
    verdictColours(draft, box(FIRST_ROW, 2, last, columns.length), 'B6')
    return draft
  },
}
