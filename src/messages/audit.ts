import type { LocalText } from '../core/plan'

/** The audit of formulas: findings, what was checked, explanations. */
export const audit = {
  'audit.error-value': { 'zh-CN': '{count} 个单元格的公式得出错误值 {error}，另有 {passed} 个单元格因引用它们而出错。', en: 'The formulas of {count} {count#cell#cells} give {error}; {passed} more {passed#cell shows#cells show} it because {passed#it points#they point} there.' },
  'audit.not-failed': { 'zh-CN': '核查项 {check} 没有完成（{cause}），其余各项照常。', en: 'The check {check} did not finish ({cause}); all others did.' },

  'audit.title': { 'zh-CN': '工作簿审核', en: 'Workbook audit' },
  'audit.checked': { 'zh-CN': '核对了 {formulas} 个公式、{totals} 个合计（其中 {held} 个成立）、{pairs} 处表间关系；{not} 处未能核对。', en: 'Checked: {formulas} {formulas#formula#formulas}, {totals} {totals#total#totals} ({held} of them {held#holds#hold}), {pairs} {pairs#pair#pairs} of places; {not} could not be checked.' },
  'audit.checked-not': { 'zh-CN': '未能核对', en: 'Not checked' },

  'explain.formula-error-value': { 'zh-CN': '公式得出错误值（引用失效、名称不存在、类型不符等），按原因归并：自身出错的列为一条，只因引用而出错的列为相关单元格。分母还是空白的表样为提示。', en: 'Formulas that give an error value (a lost reference, an unknown name, a wrong type), by cause: cells whose own formula makes the error are one finding, those that pass it on are related. A form whose divisor is still blank is a note only.' },
} as const satisfies Readonly<Record<string, LocalText>>
