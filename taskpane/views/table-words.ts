import type { LocalText } from '../../src/core/plan'
import type { ColumnKey, TableKind } from '../../src/core/reading'

/** What a table is taken for, in the person's words. */
export const KIND_WORDS: Readonly<Record<TableKind, LocalText>> = {
  staff: { 'zh-CN': '人员花名册', en: 'Roster' },
  premises: { 'zh-CN': '用房情况表', en: 'Premises' },
  community: { 'zh-CN': '社区基本情况表', en: 'Communities' },
  'staffing-summary': { 'zh-CN': '人员配备汇总表', en: 'Staffing summary' },
  pay: { 'zh-CN': '工资表', en: 'Pay sheet' },
  budget: { 'zh-CN': '经费预算表', en: 'Budget' },
  fund: { 'zh-CN': '社区建设基金表', en: 'Construction fund' },
  'funding-sources': { 'zh-CN': '资金来源表', en: 'Sources of funds' },
  other: { 'zh-CN': '未用于核查', en: 'Not used' },
}

/** Columns that a person may have to correct, by what the table is; any other key stays as it was read. */
export const KEYS_OF_KIND: Readonly<Partial<Record<TableKind, readonly ColumnKey[]>>> = {
  staff: ['community', 'township', 'name', 'sex', 'birth', 'age', 'id', 'education', 'educationFullTime', 'educationInService', 'politics', 'employment', 'status', 'position', 'hired', 'pay', 'insurance', 'seq', 'remark'],
  premises: ['community', 'township', 'usableArea', 'builtArea', 'area', 'activityArea', 'officeArea', 'tenure', 'lease', 'demolition', 'roomOffice', 'roomPolice', 'roomMeeting', 'roomCulture', 'rooms', 'households', 'population', 'address', 'seq', 'remark'],
  community: ['community', 'township', 'households', 'population', 'compounds', 'managed', 'model', 'principal', 'address', 'phone', 'seq', 'remark'],
}
