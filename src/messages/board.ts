import type { LocalText } from '../core/plan'

/** The board of many workbooks. */
export const board = {
  'board.title': { 'zh-CN': '全部工作簿', en: 'All workbooks' },
  'board.summary': { 'zh-CN': '{files} 个文件 · {communities} 个社区，其中 {met} 个全部达标 · 未能读取 {unread} 个文件', en: '{files} {files#file#files} · {communities} {communities#community#communities}, {met} of them fully compliant · {unread} {unread#file#files} could not be read' },
  'board.unread': { 'zh-CN': '（文件未能读取）', en: '(could not be read)' },
  'board.no-communities': { 'zh-CN': '（没有识别出社区）', en: '(no community recognised)' },
} as const satisfies Readonly<Record<string, LocalText>>
