import type { LocalText } from '../core/plan'

/** What could not be checked, and why. */
export const checked = {
  'checked.needs': { 'zh-CN': '“{rule:text}”未核查：{need:text}', en: '“{rule:text}” was not checked: {need:text}' },
  'checked.failed': { 'zh-CN': '“{rule:text}”未能核查：程序内部出错（{detail:text}）。其他核查不受影响；请把这一条反馈给维护人员。', en: '“{rule:text}” could not be checked: a fault of this program ({detail:text}). The other checks stand; please report this line.' },
  'explain.bad': { 'zh-CN': '有此问题的例子：', en: 'An example with the fault:' },
  'explain.good': { 'zh-CN': '没有此问题的例子：', en: 'An example without it:' },
  'finding.many-alike': { 'zh-CN': '共 {count} 处同类问题，第一处：{first:text}', en: '{count} of one kind; the first: {first:text}' },
  'need.roster': { 'zh-CN': '工作簿中没有花名册。', en: 'the workbook has no roster.' },
  'need.premises': { 'zh-CN': '工作簿中没有用房情况表。', en: 'the workbook has no list of premises.' },
  'need.formulas': { 'zh-CN': '工作簿中没有公式。', en: 'the workbook has no formulas.' },
  'need.roster-column': { 'zh-CN': '花名册中没有“{columns:text}”列。', en: 'the roster has no column “{columns:text}”.' },
  'need.premises-column': { 'zh-CN': '用房情况表中没有“{columns:text}”列。', en: 'the list of premises has no column “{columns:text}”.' },
} as const satisfies Readonly<Record<string, LocalText>>
