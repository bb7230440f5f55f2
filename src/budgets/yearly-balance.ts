import type { BudgetSheet } from './budget-sheet'
import { LAST_TOTAL_ROW, MISSING, cellOf } from './context'
import { box, SheetDraft } from './draft'
import { FUND_FIRST_ROW } from './construction-fund'
import { frame, header } from './frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { FORECAST_YEARS } from './parameters'
import { verdictColours } from './staffing-check'

export const BALANCE_FIRST_ROW = 5
const LAST = BALANCE_FIRST_ROW + FORECAST_YEARS - 1
const BALANCE_TOTAL_ROW = LAST + 1
export const BRIDGING_ROW = LAST + 3

const COLUMNS = [['年度', 20], ['用房投资', 18], ['基金收入', 18], ['当年差额', 18], ['累计差额', 18], ['需先行筹资', 18], ['备注', 34]] as const

/** 资金平衡: spending on premises against receipts of the fund, year by year, and what must be advanced meanwhile. */
export const yearlyBalance: BudgetSheet = {
  id: 'yearly-balance',
  title: '资金平衡',
  synonyms: ['资金平衡表', '年度资金平衡', '用房资金平衡表'],
  draft(context) {
    const draft = new SheetDraft(context.sheets['yearly-balance'])
    frame(draft, context, {
      title: '用房建设资金平衡表', columns: COLUMNS.length, unit: '万元', tab: TABS.budget,
      note: '用房投资取自“用房建设计划”各年度投资（已核实部分），基金收入取自“建设基金测算”。需先行筹资 = 累计差额为负时的绝对值，即有关单位须先行垫付的数额，由以后年度基金归还。',
    })
    header(draft, 4, COLUMNS)
    const plan = (column: string) => cellOf(context, 'premises-programme', `$${column}$7:$${column}$${String(LAST_TOTAL_ROW)}`)
    for (let index = 0; index < FORECAST_YEARS; index++) {
      const row = BALANCE_FIRST_ROW + index, at = (column: string) => column + String(row), first = String(BALANCE_FIRST_ROW)
      const put = (column: number, expression: string) => draft.put(row, column, { formula: `=${expression}` })
      put(1, cellOf(context, 'construction-fund', `A${String(FUND_FIRST_ROW + index)}`))
      put(2, `IF(COUNT(${plan('H')})=0,"${MISSING}",SUMIFS(${plan('H')},${plan('I')},${at('A')}))`)
      put(3, cellOf(context, 'construction-fund', `G${String(FUND_FIRST_ROW + index)}`))
      put(4, `IF(COUNT(${at('B')},${at('C')})=2,${at('C')}-${at('B')},"${MISSING}")`)
      put(5, `IF(COUNT(D$${first}:${at('D')})=${String(index + 1)},SUM(D$${first}:${at('D')}),"${MISSING}")`)
      put(6, `IF(ISNUMBER(${at('E')}),MAX(0,-${at('E')}),"${MISSING}")`)
    }
    const span = (column: string) => `${column}${String(BALANCE_FIRST_ROW)}:${column}${String(LAST)}`
    draft.put(BALANCE_TOTAL_ROW, 1, '合计')
    for (const [column, letter] of [[2, 'B'], [3, 'C'], [4, 'D']] as const) draft.put(BALANCE_TOTAL_ROW, column, { formula: `=IF(COUNT(${span(letter)})=${String(FORECAST_YEARS)},SUM(${span(letter)}),"${MISSING}")` })
    draft.put(BRIDGING_ROW, 1, '最大先行筹资').put(BRIDGING_ROW, 2, { formula: `=IF(COUNT(${span('F')})=${String(FORECAST_YEARS)},MAX(${span('F')}),"${MISSING}")` })
    draft.put(BRIDGING_ROW, 3, '占投资比例').put(BRIDGING_ROW, 4, { formula: `=IF(COUNT(B${String(BRIDGING_ROW)},B${String(BALANCE_TOTAL_ROW)})=2,IF(B${String(BALANCE_TOTAL_ROW)}=0,"",B${String(BRIDGING_ROW)}/B${String(BALANCE_TOTAL_ROW)}),"${MISSING}")` })
    draft.put(BRIDGING_ROW, 5, '五年后结余').put(BRIDGING_ROW, 6, { formula: `=E${String(LAST)}` })

    draft.look(box(BALANCE_FIRST_ROW, 1, LAST, 6), 'formula', { ...NUMBERS, format: FORMATS.wan }).touch(box(BALANCE_FIRST_ROW, 1, LAST, 1), { ...MIDDLE, format: FORMATS.year })
    for (const column of [4, 5]) draft.touch(box(BALANCE_FIRST_ROW, column, LAST, column), { format: FORMATS.wanChange })
    draft.look(box(BALANCE_FIRST_ROW, 7, LAST, 7), 'input', { wrap: true, size: 9 })
    draft.look(box(BALANCE_TOTAL_ROW, 1, BALANCE_TOTAL_ROW, 7), 'total', { ...NUMBERS, format: FORMATS.wan }).touch(box(BALANCE_TOTAL_ROW, 1), MIDDLE).touch(box(BALANCE_TOTAL_ROW, 4), { format: FORMATS.wanChange })
    for (const column of [1, 3, 5]) draft.look(box(BRIDGING_ROW, column), 'header', MIDDLE)
    for (const column of [2, 4, 6]) draft.look(box(BRIDGING_ROW, column), 'formula', { ...NUMBERS, bold: true, format: column === 4 ? '0.0%' : FORMATS.wan })
    draft.look(box(BRIDGING_ROW, 7), 'plain')
    for (let row = BALANCE_FIRST_ROW; row <= BRIDGING_ROW; row++) draft.height(row, 24)
    verdictColours(draft, box(BALANCE_FIRST_ROW, 2, BRIDGING_ROW, 6), 'B5')
    return draft
  },
}
