import { cellName } from '../core/place'
import { divide, number, written } from '../formula/expression'
import { COLOURS, FORMATS, MIDDLE, NUMBERS, TABS } from './look'
import { box, SheetDraft } from './draft'
import type { DraftContent } from './draft'
import { frame, header } from './frame'
import type { ParameterId } from './parameter-id'

/** Every number that the sheets assume or are given, in one visible block. The id is the cell's defined name. */
export interface Parameter {
  readonly id: ParameterId
  readonly title: string
  readonly unit: string
  readonly format: string
  /** `assumption`: nobody gave it; it is labelled 假设 wherever it stands. `choice`: one of a list. */
  readonly kind: 'standard' | 'input' | 'assumption' | 'choice' | 'result'
  readonly comparison: string
  readonly scope: string
  readonly basis: string
  readonly choices?: readonly string[]
}

/** The three ways of paying the principals, as the list in the parameter sheet has them. */
export const SCENARIOS = { none: '维持现行补贴', 'principals-instead': '方案A 统筹替代补贴', 'principals-plus': '方案B 补贴加统筹' } as const
export type Scenario = keyof typeof SCENARIOS

const each = '每社区', all = '总体'

export const PARAMETERS: readonly Parameter[] = [
  { id: 'AsOf', title: '截至日期', unit: '日期', format: 'yyyy-mm-dd_)', kind: 'standard', comparison: '', scope: all, basis: '年龄按周岁计算到该日' },
  { id: 'NCommunity', title: '社区数', unit: '个', format: FORMATS.count, kind: 'standard', comparison: '=', scope: all, basis: '' },
  { id: 'StdFormal', title: '正式人数', unit: '人', format: FORMATS.count, kind: 'standard', comparison: '=', scope: each, basis: '少于为缺，多于为超配，不与聘用互抵' },
  { id: 'StdContract', title: '聘用人数', unit: '人', format: FORMATS.count, kind: 'standard', comparison: '=', scope: each, basis: '含临时、合同制、编外、劳务派遣' },
  { id: 'StdCollege', title: '大专以上比例', unit: '%', format: '0%_);-0%_);0%_);@_)', kind: 'standard', comparison: '≥', scope: '每社区、总体', basis: '正式与聘用合并；含在职学历；学历空白按未达计' },
  { id: 'StdAge', title: '平均年龄', unit: '岁', format: FORMATS.count, kind: 'standard', comparison: '≤', scope: '每社区、总体', basis: '正式与聘用合并；不四舍五入' },
  { id: 'StdParty', title: '党团员比例', unit: '%', format: '0%_);-0%_);0%_);@_)', kind: 'standard', comparison: '≥', scope: '每社区、总体', basis: '中共党员、预备党员、共青团员' },
  { id: 'StdArea', title: '办公活动用房使用面积', unit: '㎡', format: FORMATS.count, kind: 'standard', comparison: '≥', scope: each, basis: '按使用面积，不按建筑面积' },
  { id: 'StdRooms', title: '功能室', unit: '室', format: FORMATS.count, kind: 'standard', comparison: '≥', scope: each, basis: '社区办公室、警务室、民主议事室、文化活动室；可合用' },
  { id: 'StdModel', title: '示范社区数', unit: '个', format: FORMATS.count, kind: 'standard', comparison: '≥', scope: all, basis: '' },
  { id: 'PayFormal', title: '正式人员年经费', unit: '万元', format: FORMATS.wan, kind: 'input', comparison: '', scope: all, basis: '工资和单位社保；花名册填有年工资时以花名册为准' },
  { id: 'HeadFormal', title: '上项对应人数', unit: '人', format: FORMATS.count, kind: 'input', comparison: '', scope: all, basis: '' },
  { id: 'PayContract', title: '聘用人员年经费', unit: '万元', format: FORMATS.wan, kind: 'input', comparison: '', scope: all, basis: '同上' },
  { id: 'HeadContract', title: '上项对应人数（聘用）', unit: '人', format: FORMATS.count, kind: 'input', comparison: '', scope: all, basis: '' },
  { id: 'StatedTotal', title: '原文所列两项合计', unit: '万元', format: FORMATS.wan, kind: 'input', comparison: '', scope: all, basis: '只用于核对；预算按分项计算' },
  { id: 'Subsidy', title: '财政补贴', unit: '万元', format: FORMATS.wan, kind: 'input', comparison: '', scope: all, basis: '现行年补贴' },
  { id: 'Principals', title: '财政统筹的主要负责人数', unit: '人', format: FORMATS.count, kind: 'input', comparison: '', scope: all, basis: '方案A、方案B使用' },
  { id: 'TaskMoney', title: '费随事转等部门拨款', unit: '万元', format: FORMATS.wan, kind: 'input', comparison: '', scope: all, basis: '没有的请填 0' },
  { id: 'PaidService', title: '有偿服务等收入', unit: '万元', format: FORMATS.wan, kind: 'input', comparison: '', scope: all, basis: '没有的请填 0' },
  { id: 'PublicQuota', title: '公用经费定额', unit: '元/人·年', format: FORMATS.yuan, kind: 'input', comparison: '', scope: all, basis: '未逐项填列公用经费时使用' },
  { id: 'BuildCost', title: '用房单位造价', unit: '元/㎡', format: FORMATS.yuan, kind: 'assumption', comparison: '', scope: all, basis: '每平方米建筑面积' },
  { id: 'FundRate', title: '社区建设基金标准', unit: '元/㎡', format: FORMATS.yuan, kind: 'input', comparison: '', scope: all, basis: '新审批房地产开发的建筑面积，一次性收取' },
  { id: 'Scenario', title: '资金方案', unit: '', format: 'General', kind: 'choice', comparison: '', scope: all, basis: '决定预算汇总所用的资金来源', choices: Object.values(SCENARIOS) },
  { id: 'UseCoef', title: '使用系数', unit: '使用/建筑', format: FORMATS.coefficient, kind: 'assumption', comparison: '', scope: all, basis: '使用面积 ÷ 建筑面积，只用于折算' },
  { id: 'CollectRate', title: '基金收缴率', unit: '%', format: '0%_);-0%_);0%_);@_)', kind: 'assumption', comparison: '', scope: all, basis: '' },
  { id: 'FundShare', title: '基金用于社区用房的比例', unit: '%', format: '0%_);-0%_);0%_);@_)', kind: 'assumption', comparison: '', scope: all, basis: '其余用于物业办公用房' },
  { id: 'FirstYear', title: '起始年度', unit: '年', format: '0_)', kind: 'assumption', comparison: '', scope: all, basis: '没有另填时为截至日期的下一年；填有基金测算表的，取其首年' },
  { id: 'ProgrammeYears', title: '用房建设年数', unit: '年', format: FORMATS.count, kind: 'input', comparison: '', scope: all, basis: '分期解决，每期社区数大致相等' },
  { id: 'UnitFormal', title: '正式人员年人均经费', unit: '万元/人', format: FORMATS.unitWan, kind: 'result', comparison: '', scope: all, basis: '年经费 ÷ 对应人数；未填时取花名册平均' },
  { id: 'UnitContract', title: '聘用人员年人均经费', unit: '万元/人', format: FORMATS.unitWan, kind: 'result', comparison: '', scope: all, basis: '同上' },
]

/** A parameter's value, where it comes from, and whether somebody compared it with the source. */
export interface ParameterValue {
  readonly value: DraftContent
  readonly source?: string
  readonly verified?: boolean | null
  readonly remark?: string
  /** The policy's own comparison, where it has one. */
  readonly comparison?: string
  /** The value is assumed, whatever the parameter's kind. */
  readonly assumed?: boolean
}

export type ParameterValues = Readonly<Partial<Record<ParameterId, ParameterValue>>>

const SECTIONS: readonly { readonly title: string; readonly kinds: readonly Parameter['kind'][] }[] = [
  { title: '一、核查标准', kinds: ['standard'] },
  { title: '二、测算依据（按实际填写）', kinds: ['input', 'choice'] },
  { title: '三、假设（没有依据时使用，请按实际修改）', kinds: ['assumption'] },
  { title: '四、由上列各项算出', kinds: ['result'] },
]

const HEADER_ROW = 4
const VALUE_COLUMN = 3
const COLUMNS = [['项目', 26], ['单位', 11], ['标准值', 20], ['比较', 6], ['适用范围', 12], ['口径', 44], ['依据', 42], ['已核实', 9], ['备注', 26], ['项目键', 14]] as const
/** The keys are for formulas and programs: they stand beside the printed page. */
const PRINTED = COLUMNS.length - 1

/** Row of each parameter on the sheet, in the order of the sections. */
function rows(): {
  readonly sections: readonly { readonly row: number; readonly title: string }[]
  readonly at: ReadonlyMap<ParameterId, number>
} {
  const at = new Map<ParameterId, number>(),
    sections: { row: number; title: string }[] = []
  let row = HEADER_ROW + 1
  for (const section of SECTIONS) {
    sections.push({ row: row++, title: section.title })
    for (const parameter of PARAMETERS) if (section.kinds.includes(parameter.kind)) at.set(parameter.id, row++)
  }
  return { sections, at }
}

const PLACES = rows()

/** `$C$6`: the cell of a parameter on its sheet. */
export function parameterCell(id: ParameterId): string {
  return `$C$${String(PLACES.at.get(id) ?? 0)}`
}

/** The sheet 参数标准: every standard, input and assumption, one row each. */
export function parametersSheet(
  name: string,
  values: ParameterValues,
  context: { parameter(id: ParameterId): string; readonly reportingUnit: string },
): SheetDraft {
  const draft = new SheetDraft(name)
  frame(draft, context, {
    title: '参数标准',
    columns: PRINTED,
    unit: null,
    tab: TABS.input,
    frozenColumns: 1,
    note: '黄色单元格由填报单位填写，灰色单元格为公式。标为“假设”的各项没有文件依据，请按实际修改；各测算表随之重算。未填的项目在测算表中显示“待填”，不按 0 计算。',
  })
  header(draft, HEADER_ROW, COLUMNS, 24)
  const last = Math.max(...PLACES.at.values())
  for (const { row, title } of PLACES.sections)
    draft
      .put(row, 1, title)
      .merge(box(row, 1, row, PRINTED))
      .look(box(row, 1, row, PRINTED), 'section')
      .height(row, 21)
  for (const parameter of PARAMETERS) {
    const row = PLACES.at.get(parameter.id) ?? 0
    const given: ParameterValue = values[parameter.id] ?? { value: null }
    const assumed = given.assumed === true || parameter.kind === 'assumption'
    const verified = given.verified === true ? '是' : given.verified === false ? '未核实' : assumed ? '假设' : ''
    draft.row(row, 1, [
      parameter.title,
      parameter.unit,
      given.value,
      given.comparison ?? parameter.comparison,
      parameter.scope,
      parameter.basis,
      given.source ?? '',
      verified,
      given.remark ?? '',
      parameter.id,
    ])
    draft
      .look(box(row, 1, row, COLUMNS.length), 'text')
      .touch(box(row, COLUMNS.length), { format: FORMATS.text, color: COLOURS.quiet, size: 9 })
    draft.look(box(row, VALUE_COLUMN), parameter.kind === 'result' ? 'formula' : 'input', {
      format: parameter.format,
      ...NUMBERS,
      bold: true,
    })
    draft
      .touch(box(row, 2), { format: 'General', ...MIDDLE })
      .touch(box(row, 4, row, 5), { format: 'General', ...MIDDLE })
      .touch(box(row, 6, row, 7), { format: 'General', size: 9 })
      .touch(box(row, 8), { format: 'General', ...MIDDLE })
      .touch(box(row, 9), { format: 'General', size: 9 })
    draft.height(row, 21)
    if (parameter.choices !== undefined)
      draft.list(box(row, VALUE_COLUMN), parameter.choices).touch(box(row, VALUE_COLUMN), { format: 'General', ...MIDDLE, size: 9 })
    const limits = LIMITS[parameter.id]
    if (limits !== undefined) draft.validate({ box: box(row, VALUE_COLUMN), ...limits })
  }
  draft.condition({
    box: box(HEADER_ROW + 1, 8, last, 8),
    formula: `OR($H${String(HEADER_ROW + 1)}="假设",$H${String(HEADER_ROW + 1)}="未核实")`,
    style: { color: COLOURS.open, bold: true },
  })
  draft.print({ printArea: box(1, 1, last, PRINTED) })
  draft.condition({
    box: box(HEADER_ROW + 1, VALUE_COLUMN, last, VALUE_COLUMN),
    formula: `$C${String(HEADER_ROW + 1)}="待填"`,
    style: { fill: COLOURS.openFill, color: COLOURS.open },
  })
  return draft
}

const share = { kind: 'decimal', comparison: 'between', formula: '0', formula2: '1', errorTitle: '比例', error: '请填 0 到 100% 之间的比例。' } as const
const notNegative = { kind: 'decimal', comparison: 'at-least', formula: '0', errorTitle: '数值', error: '请填不小于 0 的数。' } as const
const LIMITS: Readonly<Partial<Record<ParameterId, Omit<Parameters<SheetDraft['validate']>[0], 'box'>>>> = {
  AsOf: { kind: 'date', comparison: 'at-least', formula: '36526', errorTitle: '日期', error: '请填日期，例如 2023-12-31。' },
  StdCollege: share,
  StdParty: share,
  CollectRate: share,
  FundShare: share,
  UseCoef: {
    kind: 'decimal',
    comparison: 'between',
    formula: '0.1',
    formula2: '1',
    errorTitle: '使用系数',
    error: '请填 0.1 到 1 之间的数。',
  },
  StdFormal: notNegative,
  StdContract: notNegative,
  StdArea: notNegative,
  PayFormal: notNegative,
  HeadFormal: notNegative,
  PayContract: notNegative,
  HeadContract: notNegative,
  Subsidy: notNegative,
  Principals: notNegative,
  TaskMoney: notNegative,
  PaidService: notNegative,
  PublicQuota: notNegative,
  BuildCost: notNegative,
  FundRate: notNegative,
}

/** The formula of a mean cost: the total that is given over its persons, else the roster's mean, else 待填. Without `=`. */
export function unitCost(pay: string, heads: string, roster: { readonly sum: string; readonly count: string } | null): string {
  const fallback = roster === null ? '"待填"' : `IF(${roster.count}>0,${divide(divide(written(roster.sum), written(roster.count)), number(10_000)).text},"待填")`
  return `IF(AND(ISNUMBER(${pay}),N(${heads})>0),${pay}/${heads},${fallback})`
}

/** All defined names of the block: `AsOf` -> `参数标准!$C$6`. */
export function parameterNames(sheetPrefix: string): { readonly name: ParameterId; readonly refersTo: string }[] {
  return PARAMETERS.map(({ id }) => ({ name: id, refersTo: `${sheetPrefix}!${parameterCell(id)}` }))
}

/** The cell of a parameter as a person finds it. */
export function parameterPlace(id: ParameterId): string {
  return cellName(PLACES.at.get(id) ?? 0, VALUE_COLUMN)
}

/** Years of the forecast: five, as the plan has it. */
export const FORECAST_YEARS = 5
