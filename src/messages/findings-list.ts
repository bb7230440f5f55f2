import type { LocalText } from '../core/plan'

/**
 * The words on the findings sheet (问题清单), said by its maker alone: they stand in no report. A sheet of an earlier run is known by its header
 * row, in either language.
 */
export const findingsList = {
  'name': { 'zh-CN': '问题清单', en: 'Findings' },
  'title': { 'zh-CN': '社区规划核查问题清单', en: 'Community plan check: findings' },
  'file': { 'zh-CN': '文件：{file}', en: 'File: {file}' },
  'basis': { 'zh-CN': '标准：{policy}　截至：{asOf}', en: 'Standard: {policy}   As of: {asOf}' },
  'counts': { 'zh-CN': '错误 {error:count} 条，警告 {warning:count} 条，提示 {info:count} 条', en: '{error:count} {error#error#errors}, {warning:count} {warning#warning#warnings}, {info:count} {info#note#notes}' },
  'counts-accepted': { 'zh-CN': '错误 {error:count} 条，警告 {warning:count} 条，提示 {info:count} 条，已接受 {accepted:count} 条', en: '{error:count} {error#error#errors}, {warning:count} {warning#warning#warnings}, {info:count} {info#note#notes}, {accepted:count} accepted' },
  'accepted': { 'zh-CN': '已接受：{reason}', en: 'Accepted: {reason}' },
  'number': { 'zh-CN': '序号', en: 'No.' },
  'severity': { 'zh-CN': '级别', en: 'Level' },
  'place': { 'zh-CN': '位置', en: 'Place' },
  'text': { 'zh-CN': '问题', en: 'Finding' },
  'source': { 'zh-CN': '依据', en: 'Source' },
  'remark': { 'zh-CN': '处理情况', en: 'Settled' },
  'error': { 'zh-CN': '错误', en: 'error' },
  'warning': { 'zh-CN': '警告', en: 'warning' },
  'info': { 'zh-CN': '提示', en: 'note' },
  'unverified': { 'zh-CN': '（未核实）', en: ' (unverified)' },
  'more': { 'zh-CN': '另有 {count:count} 条未列出。', en: '{count:count} more are not listed.' },
  'legend': { 'zh-CN': '错误：确有不符或未达标；警告：有风险、有结余或缺少数据；提示：供参考。', en: 'error: proved wrong or short of the plan; warning: a risk, a surplus or missing data; note: for information.' },
  'sign': { 'zh-CN': '核查人：　　　　　　复核人：　　　　　　日期：', en: 'Checked by:                    Reviewed by:                    Date:' },
  'footer': { 'zh-CN': '第 &P 页 共 &N 页', en: 'Page &P of &N' },
} as const satisfies Readonly<Record<string, LocalText>>
