import type { BudgetSheet } from './budget-sheet'
import { FIRST_ROW, LAST_TOTAL_ROW, OPEN, TOTAL_ROW, inRow, labelCell, putSourced, sumBelow } from './context'
import { box, SheetDraft } from './draft'
import { frame, header } from './frame'
import { COLOURS, FORMATS, MIDDLE, TABS } from './look'

const COLUMNS = [
  ['社区', 17], ['应配正式', 7.5], ['实有正式', 7.5], ['正式差额', 7.5], ['应配聘用', 7.5], ['实有聘用', 7.5], ['聘用差额', 7.5], ['计入人数', 7.5],
  ['大专以上人数', 9.5], ['大专以上比例', 9.5], ['大专达标', 8], ['平均年龄', 7.5], ['年龄达标', 8], ['党团员人数', 9], ['党团员比例', 9], ['党团员达标', 9], ['结论', 9], ['待核实项', 24],
] as const

/** 配备检查: staff of each community against the establishment and the three ratios. Shares of the whole are taken from summed counts. */
export const staffingCheck: BudgetSheet = {
  id: 'staffing-check',
  title: '配备检查',
  synonyms: ['人员配备检查', '配备情况检查'],
  draft(context) {
    const draft = new SheetDraft(context.sheets['staffing-check'])
    const p = context.parameter
    frame(draft, context, {
      title: '社区人员配备检查表', columns: COLUMNS.length, unit: '人', tab: TABS.check,
      note: '全部为公式，请勿改动。正式、聘用两类人员不能互相顶替；比例按正式与聘用合并计算，学历、政治面貌空白的计入分母；总体比例按合计人数计算，不取各社区平均。',
    })
    header(draft, 4, COLUMNS)
    const verdict = (test: string, whole: string, share: string) => `IF(N(${whole})=0,"无数据",IF(${share}${test},"达标","未达标"))`
    const last = FIRST_ROW + context.sources.communities.length - 1

    draft.put(TOTAL_ROW, 1, '合计')
    for (const column of ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'N']) draft.put(TOTAL_ROW, columnOf(column), sumBelow(column))
    draft.put(TOTAL_ROW, 10, { formula: '=IF(H5=0,"",I5/H5)' })
    draft.put(TOTAL_ROW, 11, { formula: `=${verdict(`>=${p('StdCollege')}`, 'H5', 'J5')}` })
    const { overallAge } = context.sources
    if (overallAge !== null && 'value' in overallAge) draft.put(TOTAL_ROW, 12, overallAge.value).because(TOTAL_ROW, 12, overallAge.why, [])
    else if (overallAge !== null) draft.put(TOTAL_ROW, 12, { formula: `=${overallAge.formula}` })
    draft.put(TOTAL_ROW, 13, { formula: `=IF(ISNUMBER(L5),IF(L5<=${p('StdAge')},"达标","未达标"),"无数据")` })
    draft.put(TOTAL_ROW, 15, { formula: '=IF(H5=0,"",N5/H5)' })
    draft.put(TOTAL_ROW, 16, { formula: `=${verdict(`>=${p('StdParty')}`, 'H5', 'O5')}` })
    draft.put(TOTAL_ROW, 17, { formula: `=COUNTIF(Q${String(FIRST_ROW)}:Q${String(LAST_TOTAL_ROW)},"达标")&"/"&COUNTIF(Q${String(FIRST_ROW)}:Q${String(LAST_TOTAL_ROW)},"?*")` })
    const sumIf = (column: string, test: string) => `SUMIF(${column}${String(FIRST_ROW)}:${column}${String(LAST_TOTAL_ROW)},"${test}")`
    draft.put(TOTAL_ROW, 18, { formula: `="缺正式 "&-${sumIf('D', '<0')}&" 人、聘用 "&-${sumIf('G', '<0')}&" 人"&IF(${sumIf('D', '>0')}+${sumIf('G', '>0')}>0,"；超配 "&${sumIf('D', '>0')}+${sumIf('G', '>0')}&" 人","")` })

    for (const [index, community] of context.sources.communities.entries()) {
      const row = FIRST_ROW + index, label = labelCell(row), at = (column: string) => column + String(row)
      const figure = (column: string, name: Parameters<typeof community.figure>[0], otherwise: string = OPEN) => putSourced(draft, context, row, columnOf(column), community.figure(name, label), otherwise)
      const put = (column: string, expression: string) => draft.put(row, columnOf(column), inRow(context, row, expression))
      draft.put(row, 1, community.label)
      put('B', p('StdFormal'))
      figure('C', 'formal')
      put('D', `IF(ISNUMBER(${at('C')}),${at('C')}-${at('B')},"${OPEN}")`)
      put('E', p('StdContract'))
      figure('F', 'contracted')
      put('G', `IF(ISNUMBER(${at('F')}),${at('F')}-${at('E')},"${OPEN}")`)
      put('H', `N(${at('C')})+N(${at('F')})`)
      figure('I', 'college')
      put('J', `IF(AND(N(${at('H')})>0,ISNUMBER(${at('I')})),${at('I')}/${at('H')},"")`)
      put('K', `IF(ISNUMBER(${at('J')}),IF(${at('J')}>=${p('StdCollege')},"达标","未达标"),"无数据")`)
      figure('L', 'age', '')
      put('M', `IF(ISNUMBER(${at('L')}),IF(${at('L')}<=${p('StdAge')},"达标","未达标"),"无数据")`)
      figure('N', 'party')
      put('O', `IF(AND(N(${at('H')})>0,ISNUMBER(${at('N')})),${at('N')}/${at('H')},"")`)
      put('P', `IF(ISNUMBER(${at('O')}),IF(${at('O')}>=${p('StdParty')},"达标","未达标"),"无数据")`)
      put('Q', `IF(N(${at('H')})=0,"无数据",IF(AND(${at('D')}>=0,${at('G')}>=0,${at('K')}="达标",${at('M')}="达标",${at('P')}="达标"),"达标","未达标"))`)
      figure('R', 'open', '')
    }

    const all = box(TOTAL_ROW, 1, last, COLUMNS.length)
    draft.look(all, 'formula', MIDDLE).look(box(FIRST_ROW, 1, last, 1), 'label')
    draft.look(box(TOTAL_ROW, 1, TOTAL_ROW, COLUMNS.length), 'total', MIDDLE)
    for (const column of [4, 7]) draft.touch(box(TOTAL_ROW, column, last, column), { format: FORMATS.countChange })
    for (const column of [10, 15]) draft.touch(box(TOTAL_ROW, column, last, column), { format: FORMATS.share })
    draft.touch(box(TOTAL_ROW, 12, last, 12), { format: FORMATS.age })
    draft.touch(box(TOTAL_ROW, 18, last, 18), { align: 'left', indent: 1, wrap: true, size: 9 })
    for (let row = TOTAL_ROW; row <= last; row++) draft.height(row, 20)
    verdictColours(draft, box(TOTAL_ROW, 4, last, 17), 'D5')
    return draft
  },
}

/** Words of a verdict in colour, shortages in red: the word stays, so that black and white says the same. */
export function verdictColours(draft: SheetDraft, where: ReturnType<typeof box>, first: string): void {
  draft.condition({ box: where, formula: `OR(${first}="未达标",${first}="未解决",${first}="不平衡",${first}="不一致")`, style: { fill: COLOURS.badFill, color: COLOURS.bad, bold: true } })
  draft.condition({ box: where, formula: `OR(${first}="达标",${first}="平衡",${first}="一致",${first}="齐全")`, style: { color: COLOURS.good } })
  draft.condition({ box: where, formula: `OR(${first}="待填",${first}="待核实",${first}="待填单价",${first}="无数据")`, style: { fill: COLOURS.openFill, color: COLOURS.open } })
}

function columnOf(letter: string): number {
  return letter.charCodeAt(0) - 64
}
