import type { BudgetSheet } from './budget-sheet'
import { MISSING, TOTAL_ROW, cellOf } from './context'
import type { BudgetContext } from './context'
import { box, SheetDraft } from './draft'
import type { DraftContent } from './draft'
import { frame, header } from './frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { FORECAST_YEARS } from './parameters'
import { PROGRAMME_UPPER_ROW } from './premises-programme'
import { verdictColours } from './staffing-check'

export const FUND_FIRST_ROW = 5
export const FUND_LAST_ROW = FUND_FIRST_ROW + FORECAST_YEARS - 1
const FUND_TOTAL_ROW = FUND_LAST_ROW + 1
/** Rows of the block that says how much development would pay for the premises. */
const NEED_HEADER = FUND_TOTAL_ROW + 2
export const NEED_ROWS = { proven: NEED_HEADER + 1, upper: NEED_HEADER + 2, office: NEED_HEADER + 3 } as const

const COLUMNS = [['年度', 24], ['新审批开发面积（㎡）', 18], ['标准（元/㎡）', 14], ['收缴率', 12], ['应收（万元）', 15], ['社区用房占比', 14], ['可用于社区（万元）', 17], ['累计（万元）', 15], ['备注', 34]] as const

/** 建设基金测算: five years of receipts, m2 newly approved x rate x collected share x share for community premises. */
export const constructionFund: BudgetSheet = {
  id: 'construction-fund',
  title: '建设基金测算',
  synonyms: ['社区建设基金测算表', '社区建设基金测算', '建设基金', '基金测算表'],
  draft(context) {
    return fundDraft(context, [])
  },
}

/** @param areas what stands in the yearly input cells; empty for a sheet that is to be filled in */
export function fundDraft(
  context: BudgetContext,
  areas: readonly { readonly content: DraftContent; readonly remark: string }[],
): SheetDraft {
  const draft = new SheetDraft(context.sheets['construction-fund'])
  const p = context.parameter
  frame(draft, context, {
    title: '社区建设基金测算表',
    columns: COLUMNS.length,
    unit: null,
    tab: TABS.budget,
    note: '新审批开发面积按今后五年房地产开发规划填写（建筑面积，按审批年度）。收缴率和社区用房占比为假设，在“参数标准”中修改。基金专用于社区和物业办公用房建设，不得用于人员经费。',
  })
  header(draft, 4, COLUMNS)
  for (let index = 0; index < FORECAST_YEARS; index++) {
    const row = FUND_FIRST_ROW + index,
      at = (column: string) => column + String(row)
    const put = (column: number, expression: string) => draft.put(row, column, { formula: `=${expression}` })
    put(1, index === 0 ? p('FirstYear') : `A${String(row - 1)}+1`)
    draft.put(row, 2, areas[index]?.content ?? null).put(row, 9, areas[index]?.remark ?? null)
    put(3, p('FundRate'))
    put(4, p('CollectRate'))
    put(5, `IF(COUNT(${at('B')}:${at('D')})=3,${at('B')}*${at('C')}*${at('D')}/10000,"${MISSING}")`)
    put(6, p('FundShare'))
    put(7, `IF(ISNUMBER(${at('E')}),${at('E')}*${at('F')},"${MISSING}")`)
    put(
      8,
      `IF(COUNT(G$${String(FUND_FIRST_ROW)}:${at('G')})=${String(index + 1)},SUM(G$${String(FUND_FIRST_ROW)}:${at('G')}),"${MISSING}")`,
    )
  }
  const span = (column: string) => `${column}${String(FUND_FIRST_ROW)}:${column}${String(FUND_LAST_ROW)}`
  draft.put(FUND_TOTAL_ROW, 1, '合计')
  for (const [column, letter] of [
    [2, 'B'],
    [5, 'E'],
    [7, 'G'],
  ] as const)
    draft.put(FUND_TOTAL_ROW, column, { formula: `=IF(COUNT(${span(letter)})=0,"${MISSING}",SUM(${span(letter)}))` })

  draft.row(NEED_HEADER, 1, [
    '用房投资所需开发面积',
    '投资（万元）',
    '所需新审批面积（㎡）',
    null,
    '五年年均（㎡）',
    null,
    '五年收入减投资（万元）',
    null,
    '说明',
  ])
  for (const left of [3, 5, 7]) draft.merge(box(NEED_HEADER, left, NEED_HEADER, left + 1))
  const needs: readonly (readonly [row: number, label: string, cost: string, note: string])[] = [
    [NEED_ROWS.proven, '已核实缺口', cellOf(context, 'premises-programme', `H${String(TOTAL_ROW)}`), '用房建设计划合计'],
    [
      NEED_ROWS.upper,
      '上限（待核实社区按全缺计）',
      cellOf(context, 'premises-programme', `H${String(PROGRAMME_UPPER_ROW)}`),
      '用房建设计划上限',
    ],
    [
      NEED_ROWS.office,
      '每个社区按标准新建',
      `IF(COUNT(${p('StdArea')},${p('UseCoef')},${p('BuildCost')})=3,${p('StdArea')}/${p('UseCoef')}*${p('BuildCost')}/10000,"待填单价")`,
      '标准使用面积 ÷ 使用系数 × 单位造价',
    ],
  ]
  for (const [row, label, cost, note] of needs) {
    draft
      .put(row, 1, label)
      .put(row, 2, { formula: `=${cost}` })
      .put(row, 9, note)
    draft
      .put(row, 3, {
        formula: `=IF(ISNUMBER(B${String(row)}),B${String(row)}*10000/(${p('FundRate')}*${p('CollectRate')}*${p('FundShare')}),"${MISSING}")`,
      })
      .merge(box(row, 3, row, 4))
    draft
      .put(row, 5, { formula: `=IF(ISNUMBER(C${String(row)}),C${String(row)}/${String(FORECAST_YEARS)},"${MISSING}")` })
      .merge(box(row, 5, row, 6))
    draft
      .put(row, 7, {
        formula: `=IF(COUNT(G$${String(FUND_TOTAL_ROW)},B${String(row)})=2,G$${String(FUND_TOTAL_ROW)}-B${String(row)},"${MISSING}")`,
      })
      .merge(box(row, 7, row, 8))
  }

  const last = NEED_ROWS.office
  draft
    .look(box(FUND_FIRST_ROW, 1, FUND_LAST_ROW, 8), 'formula', { ...NUMBERS, format: FORMATS.wan })
    .touch(box(FUND_FIRST_ROW, 1, FUND_LAST_ROW, 1), { format: FORMATS.year, ...MIDDLE })
  draft
    .look(box(FUND_FIRST_ROW, 2, FUND_LAST_ROW, 2), 'input', { ...NUMBERS, format: FORMATS.count })
    .look(box(FUND_FIRST_ROW, 9, FUND_LAST_ROW, 9), 'input', { wrap: true, size: 9 })
  draft.touch(box(FUND_FIRST_ROW, 3, FUND_LAST_ROW, 3), { format: FORMATS.yuan })
  for (const column of [4, 6]) draft.touch(box(FUND_FIRST_ROW, column, FUND_LAST_ROW, column), { format: '0%', ...MIDDLE })
  draft
    .look(box(FUND_TOTAL_ROW, 1, FUND_TOTAL_ROW, 9), 'total', { ...NUMBERS, format: FORMATS.wan })
    .touch(box(FUND_TOTAL_ROW, 2), { format: FORMATS.count })
    .touch(box(FUND_TOTAL_ROW, 1), MIDDLE)
  draft.look(box(NEED_HEADER, 1, NEED_HEADER, 9), 'header').height(NEED_HEADER, 30)
  draft
    .look(box(NEED_ROWS.proven, 1, last, 8), 'formula', { ...NUMBERS, format: FORMATS.wan })
    .look(box(NEED_ROWS.proven, 1, last, 1), 'label', { wrap: true })
    .look(box(NEED_ROWS.proven, 9, last, 9), 'text', { size: 9 })
  draft
    .touch(box(NEED_ROWS.proven, 3, last, 6), { format: FORMATS.count })
    .touch(box(NEED_ROWS.proven, 7, last, 8), { format: FORMATS.wanChange })
  draft.validate({
    box: box(FUND_FIRST_ROW, 2, FUND_LAST_ROW, 2),
    kind: 'decimal',
    comparison: 'at-least',
    formula: '0',
    errorTitle: '面积',
    error: '请填不小于 0 的建筑面积，单位㎡。',
    promptTitle: '新审批开发面积',
    prompt: '该年度新审批房地产开发工程的建筑面积（㎡）。',
  })
  for (let row = FUND_FIRST_ROW; row <= FUND_TOTAL_ROW; row++) draft.height(row, 24)
  for (let row = NEED_ROWS.proven; row <= last; row++) draft.height(row, 24)
  verdictColours(draft, box(FUND_FIRST_ROW, 2, last, 8), 'B5')
  draft.print({ printTitleRows: [1, 3] })
  return draft
}
