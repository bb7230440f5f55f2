import type { BudgetSheet } from './budget-sheet'
import { cellName } from '../core/place'
import { message } from '../messages'
import { furtherTargets, targetTitle, verdictAt, VERDICT_WORDS } from './checked-standard'
import type { CheckedTarget } from './checked-standard'
import { FIRST_ROW, LAST_TOTAL_ROW, NOT_ASKED, OPEN, TOTAL_ROW, inRow, labelCell, putSourced, sumBelow } from './context'
import type { BudgetContext } from './context'
import { box, SheetDraft } from './draft'
import { frame, header } from './frame'
import { COLOURS, FORMATS, MIDDLE, TABS } from './look'
import type { ParameterId } from './parameter-id'

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
      title: '社区人员配备检查表', columns: COLUMNS.length + furtherTargets(context.standard, 'people').length, unit: '人', tab: TABS.check,
      note: '全部为公式，请勿改动。正式、聘用两类人员不能互相顶替；比例按正式与聘用合并计算，学历、政治面貌空白的计入分母；总体比例按合计人数计算，不取各社区平均。',
    })
    const further = furtherTargets(context.standard, 'people'), extra = further.map((target, index) => ({ target, column: COLUMNS.length + 1 + index }))
    const columns = [...COLUMNS, ...extra.map(({ target }): readonly [string, number] => [targetTitle(target), 12])]
    header(draft, 4, columns)
    // Each comparison is the standard's own; what it does not ask is said, and a blank is never 0.
    const compared = (id: ParameterId, share: string, sign: '>=' | '<=') => `IF(ISNUMBER(${p(id)}),IF(ISNUMBER(${share}),IF(${share}${sign}${p(id)},"达标","未达标"),"无数据"),"${NOT_ASKED}")`
    /** The formula's word where blanks and doubts cannot turn it, else the report's. */
    const verdict = (row: number, column: number, target: string, formula: { formula: string }) => {
      if (verdictAt(context.standard, target, row - FIRST_ROW) === 'unknown' && row !== TOTAL_ROW || verdictAt(context.standard, target, -1) === 'unknown' && row === TOTAL_ROW) draft.put(row, column, isNobody(context, row) ? '无数据' : OPEN).because(row, column, message('fill.value.verdict'), [])
      else draft.put(row, column, formula)
    }
    const last = FIRST_ROW + context.sources.communities.length - 1

    draft.put(TOTAL_ROW, 1, '合计')
    for (const column of ['C', 'F', 'H', 'I', 'N']) draft.put(TOTAL_ROW, columnOf(column), sumBelow(column))
    for (const [id, columns] of [['StdFormal', ['B', 'D']], ['StdContract', ['E', 'G']]] as const) for (const column of columns) draft.put(TOTAL_ROW, columnOf(column), { formula: `=IF(ISNUMBER(${p(id)}),${sumBelow(column).formula.slice(1)},"${NOT_ASKED}")` })
    draft.put(TOTAL_ROW, 10, { formula: '=IF(H5=0,"",I5/H5)' })
    verdict(TOTAL_ROW, 11, 'college-share', { formula: `=${compared('StdCollege', 'J5', '>=')}` })
    const { overallAge } = context.sources
    if (overallAge !== null && 'value' in overallAge) draft.put(TOTAL_ROW, 12, overallAge.value).because(TOTAL_ROW, 12, overallAge.why, [])
    else if (overallAge !== null) draft.put(TOTAL_ROW, 12, { formula: `=${overallAge.formula}` })
    verdict(TOTAL_ROW, 13, 'average-age', { formula: `=${compared('StdAge', 'L5', '<=')}` })
    draft.put(TOTAL_ROW, 15, { formula: '=IF(H5=0,"",N5/H5)' })
    verdict(TOTAL_ROW, 16, 'party-league-share', { formula: `=${compared('StdParty', 'O5', '>=')}` })
    draft.put(TOTAL_ROW, 17, { formula: `=COUNTIF(Q${String(FIRST_ROW)}:Q${String(LAST_TOTAL_ROW)},"达标")&"/"&COUNTIF(Q${String(FIRST_ROW)}:Q${String(LAST_TOTAL_ROW)},"?*")` })
    const sumIf = (column: string, test: string) => `SUMIF(${column}${String(FIRST_ROW)}:${column}${String(LAST_TOTAL_ROW)},"${test}")`
    draft.put(TOTAL_ROW, 18, { formula: `=IF(COUNT(${p('StdFormal')},${p('StdContract')})<2,"","缺正式 "&-${sumIf('D', '<0')}&" 人、聘用 "&-${sumIf('G', '<0')}&" 人"&IF(${sumIf('D', '>0')}+${sumIf('G', '>0')}>0,"；超配 "&${sumIf('D', '>0')}+${sumIf('G', '>0')}&" 人",""))` })

    for (const [index, community] of context.sources.communities.entries()) {
      const row = FIRST_ROW + index, label = labelCell(row), at = (column: string) => column + String(row)
      const figure = (column: string, name: Parameters<typeof community.figure>[0], otherwise: string = OPEN) =>
        putSourced(draft, context, row, columnOf(column), community.figure(name, label), otherwise)
      const put = (column: string, expression: string) => draft.put(row, columnOf(column), inRow(context, row, expression))
      draft.put(row, 1, community.label)
      put('B', p('StdFormal'))
      figure('C', 'formal')
      const short = (column: string, target: string, present: string, wanted: string) => {
        // Somebody's kind is open, and with it whether a post is filled.
        if (verdictAt(context.standard, target, index) === 'unknown') draft.put(row, columnOf(column), isNobody(context, row) ? { formula: `=IF(COUNT(${present},${wanted})=2,${present}-${wanted},"${OPEN}")` } : OPEN)
        else put(column, `IF(COUNT(${present},${wanted})=2,${present}-${wanted},IF(ISNUMBER(${wanted}),"${OPEN}",${wanted}))`)
      }
      short('D', 'formal-count', at('C'), at('B'))
      put('E', p('StdContract'))
      figure('F', 'contracted')
      short('G', 'contracted-count', at('F'), at('E'))
      put('H', `N(${at('C')})+N(${at('F')})`)
      figure('I', 'college')
      put('J', `IF(AND(N(${at('H')})>0,ISNUMBER(${at('I')})),${at('I')}/${at('H')},"")`)
      verdict(row, 11, 'college-share', inRow(context, row, compared('StdCollege', at('J'), '>=')))
      figure('L', 'age', '')
      verdict(row, 13, 'average-age', inRow(context, row, compared('StdAge', at('L'), '<=')))
      figure('N', 'party')
      put('O', `IF(AND(N(${at('H')})>0,ISNUMBER(${at('N')})),${at('N')}/${at('H')},"")`)
      verdict(row, 16, 'party-league-share', inRow(context, row, compared('StdParty', at('O'), '>=')))
      for (const { target, column } of extra) {
        const found = target.verdicts[index] ?? 'unknown', formula = furtherFormula(target, index, row)
        if (found === 'unknown' || formula === null) draft.put(row, column, VERDICT_WORDS[found]).because(row, column, message('fill.value.verdict'), [])
        else draft.put(row, column, { formula })
      }
      const words = [at('K'), at('M'), at('P'), ...extra.map(({ column }) => cellName(row, column))]
      const any = (word: string) => words.map(cell => `${cell}="${word}"`).join(',')
      put('Q', `IF(N(${at('H')})=0,"无数据",IF(OR(N(${at('D')})<0,N(${at('G')})<0,${any('未达标')}),"未达标",IF(OR(${at('D')}="${OPEN}",${at('G')}="${OPEN}",${any(OPEN)},${any('无数据')}),"${OPEN}",IF(AND(NOT(ISNUMBER(${at('D')})),NOT(ISNUMBER(${at('G')})),${words.map(cell => `${cell}="${NOT_ASKED}"`).join(',')}),"${NOT_ASKED}","达标"))))`)
      figure('R', 'open', '')
    }

    const all = box(TOTAL_ROW, 1, last, columns.length)
    draft.look(all, 'formula', MIDDLE).look(box(FIRST_ROW, 1, last, 1), 'label')
    draft.look(box(TOTAL_ROW, 1, TOTAL_ROW, columns.length), 'total', MIDDLE)
    for (const column of [4, 7]) draft.touch(box(TOTAL_ROW, column, last, column), { format: FORMATS.countChange })
    for (const column of [10, 15]) draft.touch(box(TOTAL_ROW, column, last, column), { format: FORMATS.share })
    draft.touch(box(TOTAL_ROW, 12, last, 12), { format: FORMATS.age })
    draft.touch(box(TOTAL_ROW, 18, last, 18), { align: 'left', indent: 1, wrap: true, size: 9 })
    for (let row = TOTAL_ROW; row <= last; row++) draft.height(row, 20)
    verdictColours(draft, box(TOTAL_ROW, 4, last, 17), 'D5')
    if (extra.length > 0)
      verdictColours(draft, box(TOTAL_ROW, COLUMNS.length + 1, last, columns.length), cellName(TOTAL_ROW, COLUMNS.length + 1))
    return draft
  },
}

/** Nobody is counted in the row: then nothing is open, there is nothing. */
function isNobody(context: BudgetContext, row: number): boolean {
  return row !== TOTAL_ROW && context.sources.communities[row - FIRST_ROW]?.counted === 0
}

/** Targets on a count are compared in the sheet; those by households or inhabitants take the report's word. */
function furtherFormula({ target, expected }: CheckedTarget, index: number, row: number): string | null {
  const wanted = expected[index] ?? null, column = ({ 'staff-count': 'H', formal: 'C', contracted: 'F' } as Readonly<Record<string, string>>)[target.figure]
  if (wanted === null || column === undefined || target.comparison === 'exactly') return null
  return `=IF(ISNUMBER(${column}${String(row)}),IF(${column}${String(row)}${target.comparison === 'at-least' ? '>=' : '<='}${String(wanted)},"达标","未达标"),"${OPEN}")`
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
