import { at } from '../core/at'
import type { BudgetSheet } from './budget-sheet'
import { MISSING, TOTAL_ROW, cellOf } from './context'
import type { BudgetContext } from './context'
import { BALANCE_FIRST_ROW, BRIDGING_ROW } from './yearly-balance'
import { box, SheetDraft } from './draft'
import { frame, header } from './frame'
import { FUNDING_ROWS } from './funding-sources'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { verdictColours } from './staffing-check'

const COLUMNS = [['类', 14], ['款项', 30], ['上年', 14], ['本年现状', 15], ['目标方案', 15], ['增减额', 14], ['增减%', 11], ['依据', 44]] as const

export const SUMMARY_ROWS = {
  formal: 5, contracted: 6, staff: 7, running: 8, premises: 9, training: 10, property: 11, total: 12,
  sourcesHeader: 14, treasury: 15, otherIncome: 16, town: 17,
  checksHeader: 19, staffAgrees: 20, balanced: 21, fundNotForStaff: 22, stated: 23, open: 24, bridging: 25,
} as const

/** 预算汇总: staff, running costs and projects, who pays under the chosen scenario, and the lines that check the other sheets. */
export const budgetSummary: BudgetSheet = {
  id: 'budget-summary',
  title: '预算汇总',
  synonyms: ['预算汇总表', '社区预算汇总表', '经费预算表', '经费测算表', '预算总表'],
  draft(context) {
    const draft = new SheetDraft(context.sheets['budget-summary'])
    frame(draft, context, {
      title: '社区建设预算汇总表', columns: COLUMNS.length, unit: '万元', tab: TABS.budget, frozenColumns: 2,
      note: '本年现状按现有人员，目标方案按应配人数。“待填”项没有计入合计，项数列在校验部分。“上年”由填报单位填写。',
    })
    header(draft, 4, COLUMNS)
    lines(draft, context)
    sources(draft, context)
    checks(draft, context)
    return draft
  },
}

function lines(draft: SheetDraft, context: BudgetContext): void {
  const r = SUMMARY_ROWS
  const staff = (column: string) => ({ formula: `=${cellOf(context, 'personnel', `${column}${String(TOTAL_ROW)}`)}` })
  draft.row(r.formal, 1, ['人员经费', '正式人员', null, staff('D'), staff('I')]).put(r.formal, 8, '人员经费预算')
  draft.row(r.contracted, 1, [null, '聘用人员', null, staff('E'), staff('J')]).put(r.contracted, 8, '人员经费预算')
  draft.put(r.staff, 2, '小计')
  for (const [column, letter] of [[3, 'C'], [4, 'D'], [5, 'E']] as const) draft.put(r.staff, column, { formula: `=IF(COUNT(${letter}${String(r.formal)}:${letter}${String(r.contracted)})=2,SUM(${letter}${String(r.formal)}:${letter}${String(r.contracted)}),"${column === 3 ? '' : MISSING}")` })
  const running = { formula: `=${cellOf(context, 'running-costs', `H${String(TOTAL_ROW)}`)}` }
  draft.row(r.running, 1, ['公用经费', '日常公用经费', null, running, running]).put(r.running, 8, '公用经费预算')
  draft.row(r.premises, 1, ['项目经费', '办公用房建设（起始年度）', null, null, { formula: `=${cellOf(context, 'yearly-balance', `B${String(BALANCE_FIRST_ROW)}`)}` }]).put(r.premises, 8, '资金平衡；由社区建设基金列支，不足部分先行筹资')
  draft.row(r.training, 2, ['队伍培训']).put(r.training, 8, '按年度培训计划填写')
  draft.row(r.property, 2, ['小区物业管理启动']).put(r.property, 8, '按物业管理推进计划填写')
  const missing = `COUNTIF(E${String(r.formal)}:E${String(r.contracted)},"${MISSING}")+COUNTIF(E${String(r.running)}:E${String(r.property)},"${MISSING}")+COUNTBLANK(E${String(r.training)}:E${String(r.property)})`
  draft.put(r.total, 1, { formula: `=IF(AND(ISNUMBER(E${String(r.total)}),${missing}>0),"合计（不含待填 "&${missing}&" 项）","合计")` })
  for (const [column, letter] of [[3, 'C'], [4, 'D'], [5, 'E']] as const) {
    // The subtotal is in, its parts are not.
    const parts = `${letter}${String(r.staff)}:${letter}${String(r.property)}`
    draft.put(r.total, column, { formula: `=IF(COUNT(${parts})=0,"${column === 3 ? '' : MISSING}",SUM(${parts}))` })
  }
  for (let row = r.formal; row <= r.total; row++) {
    const d = `D${String(row)}`, e = `E${String(row)}`, f = `F${String(row)}`
    draft.put(row, 6, { formula: `=IF(COUNT(${d},${e})=2,${e}-${d},"")` }).put(row, 7, { formula: `=IF(AND(ISNUMBER(${f}),N(${d})<>0),${f}/${d},"")` }).height(row, 24)
  }
  draft.look(box(r.formal, 1, r.total, 8), 'formula', { ...NUMBERS, format: FORMATS.wan }).look(box(r.formal, 1, r.property, 2), 'label').look(box(r.formal, 8, r.total, 8), 'text', { size: 9 })
  draft.look(box(r.formal, 3, r.contracted, 3), 'input', { ...NUMBERS, format: FORMATS.wan }).look(box(r.running, 3, r.property, 3), 'input', { ...NUMBERS, format: FORMATS.wan })
  draft.look(box(r.premises, 4), 'input', { ...NUMBERS, format: FORMATS.wan }).look(box(r.training, 4, r.property, 5), 'input', { ...NUMBERS, format: FORMATS.wan })
  for (const row of [r.staff, r.total]) draft.look(box(row, 1, row, 7), 'total', { ...NUMBERS, format: FORMATS.wan })
  draft.merge(box(r.formal, 1, r.staff, 1)).merge(box(r.premises, 1, r.property, 1)).merge(box(r.total, 1, r.total, 2))
  draft.look(box(r.formal, 1, r.property, 1), 'label', { ...MIDDLE, bold: true }).touch(box(r.staff, 2), MIDDLE).touch(box(r.total, 1), MIDDLE)
  draft
    .touch(box(r.formal, 6, r.total, 6), { format: FORMATS.wanChange })
    .touch(box(r.formal, 7, r.total, 7), { format: FORMATS.shareChange })
  verdictColours(draft, box(r.formal, 3, r.total, 5), 'C5')
}

/** The sources under the chosen scenario, today and at the target. */
function sources(draft: SheetDraft, context: BudgetContext): void {
  const r = SUMMARY_ROWS, f = FUNDING_ROWS, scenario = context.parameter('Scenario')
  draft.put(r.sourcesHeader, 1, '人员经费来源').put(r.sourcesHeader, 3, { formula: `="方案："&${scenario}` }).put(r.sourcesHeader, 4, '本年现状').put(r.sourcesHeader, 5, '目标方案').put(r.sourcesHeader, 6, '增减额').put(r.sourcesHeader, 7, '增减%').put(r.sourcesHeader, 8, '依据')
  const chosen = (row: number, first: string) => {
    const last = String.fromCharCode(first.charCodeAt(0) + 2)
    const range = (from: number) => cellOf(context, 'funding-sources', `$${first}$${String(from)}:$${last}$${String(from)}`)
    return `INDEX(${range(row)},1,MATCH(${scenario},${cellOf(context, 'funding-sources', '$B$5:$D$5')},0))`
  }
  const put = (row: number, label: string, rows: readonly number[], note: string) => {
    draft.put(row, 1, label).put(row, 8, note).merge(box(row, 1, row, 3)).height(row, 24)
    for (const [column, first] of [[4, 'B'], [5, 'E']] as const) draft.put(row, column, { formula: `=${rows.length === 1 ? chosen(at(rows, 0), first) : `IF(COUNT(${rows.map(each => chosen(each, first)).join(',')})=0,"${MISSING}",${rows.map(each => `N(${chosen(each, first)})`).join('+')})`}` })
    draft.put(row, 6, { formula: `=IF(COUNT(D${String(row)},E${String(row)})=2,E${String(row)}-D${String(row)},"")` }).put(row, 7, { formula: `=IF(AND(ISNUMBER(F${String(row)}),N(D${String(row)})<>0),F${String(row)}/D${String(row)},"")` })
  }
  put(r.treasury, '财政负担（补贴、统筹）', [f.subsidy, f.principals], '资金来源')
  put(r.otherIncome, '部门拨款和其他收入', [f.taskMoney, f.paidService], '资金来源；未填的不计')
  put(r.town, '镇（街道）承担', [f.town], '资金来源')
  draft.merge(box(r.sourcesHeader, 1, r.sourcesHeader, 2)).look(box(r.sourcesHeader, 1, r.sourcesHeader, 8), 'header').touch(box(r.sourcesHeader, 3), { size: 9 }).height(r.sourcesHeader, 30)
  draft.look(box(r.treasury, 1, r.town, 7), 'formula', { ...NUMBERS, format: FORMATS.wan }).look(box(r.treasury, 1, r.town, 3), 'label').look(box(r.treasury, 8, r.town, 8), 'text', { size: 9 })
  draft
    .touch(box(r.treasury, 6, r.town, 6), { format: FORMATS.wanChange })
    .touch(box(r.treasury, 7, r.town, 7), { format: FORMATS.shareChange })
    .touch(box(r.town, 1, r.town, 7), { bold: true })
  verdictColours(draft, box(r.treasury, 4, r.town, 5), 'D15')
}

function checks(draft: SheetDraft, context: BudgetContext): void {
  const r = SUMMARY_ROWS, f = FUNDING_ROWS
  const stated = context.parameter('StatedTotal')
  draft.put(r.checksHeader, 1, '校验').put(r.checksHeader, 4, '结果').put(r.checksHeader, 5, '数值').put(r.checksHeader, 6, '说明').merge(box(r.checksHeader, 1, r.checksHeader, 3)).merge(box(r.checksHeader, 6, r.checksHeader, 8)).look(box(r.checksHeader, 1, r.checksHeader, 8), 'header').height(r.checksHeader, 24)
  const staff = cellOf(context, 'personnel', `F${String(TOTAL_ROW)}`), checkRow = cellOf(context, 'funding-sources', `$B$${String(f.check)}:$G$${String(f.check)}`)
  const put = (row: number, label: string, result: string, number: string | null, note: string) => {
    draft.put(row, 1, label).put(row, 4, { formula: `=${result}` }).put(row, 6, note).merge(box(row, 1, row, 3)).merge(box(row, 6, row, 8)).height(row, 24)
    if (number !== null) draft.put(row, 5, { formula: `=${number}` })
  }
  put(r.staffAgrees, '人员经费与人员经费预算表一致', `IF(COUNT(D${String(r.staff)},${staff})=2,IF(ABS(D${String(r.staff)}-${staff})<0.005,"一致","不一致"),"${MISSING}")`, `IF(COUNT(D${String(r.staff)},${staff})=2,D${String(r.staff)}-${staff},"")`, '正式、聘用之和与预算表合计之差')
  put(r.balanced, '资金来源与支出平衡', `IF(COUNTIF(${checkRow},"平衡")=6,"平衡",IF(COUNTIF(${checkRow},"${MISSING}")>0,"${MISSING}","不平衡"))`, null, '三个方案、现状与目标逐一校验，镇（街道）承担不为负')
  put(r.fundNotForStaff, '社区建设基金未用于人员经费', `IF(COUNTIF(${cellOf(context, 'funding-sources', `$A$${String(f.subsidy)}:$A$${String(f.paidService)}`)},"*基金*")=0,"一致","不一致")`, null, '基金专款专用，不得列为人员经费来源')
  put(r.stated, '原文合计与分项之和', `IF(ISNUMBER(${stated}),IF(COUNT(${context.parameter('PayFormal')},${context.parameter('PayContract')})=2,IF(ABS(E${String(r.stated)})<0.005,"一致","不一致"),"${MISSING}"),"无数据")`, `IF(COUNT(${stated},${context.parameter('PayFormal')},${context.parameter('PayContract')})=3,${stated}-(${context.parameter('PayFormal')}+${context.parameter('PayContract')}),"")`, '原文所列合计减两项之和；预算按分项计算')
  put(r.open, '没有计入合计的待填项', `COUNTIF(D${String(r.formal)}:E${String(r.property)},"${MISSING}")+COUNTBLANK(E${String(r.training)}:E${String(r.property)})&" 项"`, null, '填写后自动计入')
  put(r.bridging, '用房建设最大先行筹资', `IF(ISNUMBER(E${String(r.bridging)}),"见资金平衡","${MISSING}")`, cellOf(context, 'yearly-balance', `B${String(BRIDGING_ROW)}`), '由有关单位先行筹资，以后年度基金归还')
  draft.look(box(r.staffAgrees, 1, r.bridging, 8), 'formula').look(box(r.staffAgrees, 1, r.bridging, 3), 'label').look(box(r.staffAgrees, 4, r.bridging, 4), 'formula', { ...MIDDLE, bold: true }).look(box(r.staffAgrees, 5, r.bridging, 5), 'formula', { ...NUMBERS, format: FORMATS.wanChange }).look(box(r.staffAgrees, 6, r.bridging, 8), 'text', { size: 9 })
  draft.touch(box(r.bridging, 5), { format: FORMATS.wan })
  verdictColours(draft, box(r.staffAgrees, 4, r.bridging, 4), `D${String(r.staffAgrees)}`)
}

