import type { BudgetSheet } from './budget-sheet'
import { MISSING, TOTAL_ROW, cellOf } from './context'
import { box, SheetDraft } from './draft'
import { frame } from './frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { SCENARIOS } from './parameters'
import { verdictColours } from './staffing-check'

/** Rows of the sheet; the summary points to them. */
export const FUNDING_ROWS = { cost: 6, subsidy: 7, principals: 8, taskMoney: 9, paidService: 10, town: 11, total: 12, check: 13 } as const

const WIDTHS = [26, 15, 17, 17, 15, 17, 17, 46] as const

/**
 * 资金来源: who pays for the staff, in three ways and for two states: today's staff and the establishment.
 * The town pays what the others leave. A blank source counts as not given and is named below; the construction fund is no source here.
 */
export const fundingSources: BudgetSheet = {
  id: 'funding-sources',
  title: '资金来源',
  synonyms: ['资金来源表', '经费来源', '收支总表', '收支平衡表', '资金来源测算'],
  draft(context) {
    const draft = new SheetDraft(context.sheets['funding-sources'])
    const p = context.parameter
    frame(draft, context, {
      title: '社区人员经费资金来源测算表', columns: WIDTHS.length, unit: '万元', tab: TABS.budget, headerRow: 5,
      note: '镇（街道）承担 = 人员经费总额 − 其他各项来源。方案A：财政统筹主要负责人经费，取消现行补贴；方案B：统筹之外补贴保留。主要负责人按正式人员年人均经费计算，实际高于此数，为下限。',
    })
    for (const [index, width] of WIDTHS.entries()) draft.width(index + 1, width)
    draft.put(4, 1, '来源').put(4, 2, '按现有人员').put(4, 5, '按目标配备').put(4, 8, '说明')
    draft.merge(box(4, 1, 5, 1)).merge(box(4, 2, 4, 4)).merge(box(4, 5, 4, 7)).merge(box(4, 8, 5, 8))
    draft.row(5, 2, [...Object.values(SCENARIOS), ...Object.values(SCENARIOS)]).look(box(4, 1, 5, 8), 'header').height(4, 22).height(5, 34)

    const rows = FUNDING_ROWS
    const texts: readonly (readonly [row: number, label: string, note: string])[] = [
      [rows.cost, '人员经费总额', '取自人员经费预算合计'],
      [rows.subsidy, '财政补贴', '现行年补贴；方案A 由统筹替代'],
      [rows.principals, '财政统筹主要负责人经费', '统筹人数 × 正式人员年人均经费（工资和保险）'],
      [rows.taskMoney, '费随事转等部门拨款', '参数标准中填写；空白为未填，不计'],
      [rows.paidService, '有偿服务等收入', '参数标准中填写；空白为未填，不计'],
      [rows.town, '镇（街道）承担', '总额减其他各项来源'],
      [rows.total, '来源合计', ''],
      [rows.check, '校验', '来源合计应等于人员经费总额，镇（街道）承担不应为负；社区建设基金不得用于人员经费'],
    ]
    for (const [row, label, note] of texts) draft.put(row, 1, label).put(row, 8, note).height(row, 24)
    for (const [index, column] of ['B', 'C', 'D', 'E', 'F', 'G'].entries()) {
      const at = (row: number) => column + String(row), scenario = index % 3
      const put = (row: number, expression: string) => draft.put(row, index + 2, { formula: `=${expression}` })
      put(rows.cost, cellOf(context, 'personnel', `${index < 3 ? 'F' : 'K'}${String(TOTAL_ROW)}`))
      const given = (id: 'Subsidy' | 'TaskMoney' | 'PaidService') => `IF(ISNUMBER(${p(id)}),${p(id)},"${MISSING}")`
      if (scenario === 1) draft.put(rows.subsidy, index + 2, '—')
      else put(rows.subsidy, given('Subsidy'))
      if (scenario === 0) draft.put(rows.principals, index + 2, '—')
      else put(rows.principals, `IF(COUNT(${p('Principals')},${p('UnitFormal')})=2,${p('Principals')}*${p('UnitFormal')},"${MISSING}")`)
      put(rows.taskMoney, given('TaskMoney'))
      put(rows.paidService, given('PaidService'))
      const needed = scenario === 0 ? [at(rows.subsidy)] : scenario === 1 ? [at(rows.principals)] : [at(rows.subsidy), at(rows.principals)]
      // Without the cost or the main source a remainder would be a guess.
      put(rows.town, `IF(COUNT(${[at(rows.cost), ...needed].join(',')})=${String(needed.length + 1)},${at(rows.cost)}-SUM(${at(rows.subsidy)}:${at(rows.paidService)}),"${MISSING}")`)
      put(rows.total, `IF(ISNUMBER(${at(rows.town)}),SUM(${at(rows.subsidy)}:${at(rows.town)}),"${MISSING}")`)
      put(rows.check, `IF(ISNUMBER(${at(rows.total)}),IF(${at(rows.town)}<0,"镇承担为负",IF(ABS(${at(rows.total)}-${at(rows.cost)})<0.005,"平衡","不平衡")),"${MISSING}")`)
    }
    draft.look(box(rows.cost, 1, rows.check, 8), 'formula', { format: FORMATS.wan, ...NUMBERS }).look(box(rows.cost, 1, rows.check, 1), 'label')
    draft.look(box(rows.cost, 8, rows.check, 8), 'text', { size: 9 })
    for (const row of [rows.cost, rows.town, rows.total]) draft.look(box(row, 1, row, 7), 'total', { format: FORMATS.wan, ...NUMBERS }).touch(box(row, 1), { align: 'left', indent: 1 })
    draft.touch(box(rows.check, 2, rows.check, 7), { ...MIDDLE, bold: true }).height(rows.check, 34)
    verdictColours(draft, box(rows.cost, 2, rows.check, 7), 'B6')
    draft.condition({ box: box(rows.check, 2, rows.check, 7), formula: `B${String(rows.check)}="镇承担为负"`, style: { fill: '#fde7e5', color: '#b3261e', bold: true } })
    return draft
  },
}
