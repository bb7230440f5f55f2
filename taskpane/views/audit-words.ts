import { useContext } from 'react'
import type { LocalText } from '../../src/core/plan'
import { LanguageContext, fillIn } from '../strings'

/** The words of the audit screen, both languages side by side. */
export const auditWords = {
  'none': { 'zh-CN': '这份工作簿没有公式、合计或表间关系可以审核。', en: 'This workbook has no formulas, totals or relations between sheets to audit.' },
  'clean': { 'zh-CN': '没有发现公式、合计或表间的问题。', en: 'Nothing was found in formulas, totals or between sheets.' },
  'part.formulas': { 'zh-CN': '公式', en: 'Formulas' },
  'part.totals': { 'zh-CN': '合计', en: 'Totals' },
  'part.across': { 'zh-CN': '表间', en: 'Between sheets' },
  'held': { 'zh-CN': '核对情况', en: 'What was checked' },
  'held.formulas': { 'zh-CN': '公式', en: 'formulas' },
  'held.totals': { 'zh-CN': '合计等关系', en: 'totals' },
  'held.pairs': { 'zh-CN': '表间关系', en: 'between sheets' },
  'held.item': { 'zh-CN': '项目', en: 'Item' },
  'held.count': { 'zh-CN': '核对', en: 'Checked' },
  'held.holds': { 'zh-CN': '成立', en: 'Holds' },
  'held.fails': { 'zh-CN': '不成立', en: 'Fails' },
  'totals': { 'zh-CN': '重新计算的合计', en: 'Totals that were recalculated' },
  'totals.sheet': { 'zh-CN': '{count:count} 处，成立 {held:count} 处', en: '{count:count}, {held:count} hold' },
  'totals.of': { 'zh-CN': '{parts:text} 的{relation:text}', en: '{relation:text} of {parts:text}' },
  'pairs': { 'zh-CN': '对照过的表间关系', en: 'Relations between sheets' },
  'against': { 'zh-CN': '对照“{against:text}”', en: 'against “{against:text}”' },
  'holds': { 'zh-CN': '成立', en: 'holds' },
  'fails': { 'zh-CN': '不成立', en: 'does not hold' },
  'agrees': { 'zh-CN': '一致', en: 'agree' },
  'differs': { 'zh-CN': '不一致', en: 'differ' },
  'not': { 'zh-CN': '未能核对', en: 'Not checked' },
  'not.others': { 'zh-CN': '缺少表或列，因而未做的内容核查', en: 'Checks of the content that lack a list or a column' },
  'not.rules': { 'zh-CN': '未核查：{rules:text}', en: 'not checked: {rules:text}' },
  'more': { 'zh-CN': '另有 {count:count} 处，见核查报告（.xlsx）的“核对情况”。', en: '{count:count} more stand in the report (.xlsx).' },
  'paper': { 'zh-CN': '保存为问题清单（.xlsx，附核对情况）', en: 'Save as a list of findings (.xlsx), with what was checked' },
} as const satisfies Readonly<Record<string, LocalText>>

export type AuditKey = keyof typeof auditWords

export function useAuditWords(): (key: AuditKey, params?: Parameters<typeof fillIn>[2]) => string {
  const language = useContext(LanguageContext)
  return (key, params) => fillIn(auditWords[key], language, params)
}
