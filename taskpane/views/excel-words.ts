import { useContext } from 'react'
import type { LocalText } from '../../src/core/plan'
import type { Language } from '../../src/core/message'
import { LanguageContext, fillIn } from '../strings'
import type { Params } from '../strings'

/** What the pane says about Excel alone; fetched with the tools. */
export const excelWords = {
  'tools': { 'zh-CN': '写入工作簿', en: 'Write to the workbook' },
  'mark': { 'zh-CN': '标记问题单元格', en: 'Mark cells' },
  'unmark': { 'zh-CN': '去掉全部标记', en: 'Remove marks' },
  'marked': { 'zh-CN': '已标记 {areas:count} 处。标记是条件格式，去掉后原有底色不变。', en: '{areas:count} {areas#place#places} marked. Marks are conditional formats; the cells’ own fills are untouched.' },
  'unmarked': { 'zh-CN': '标记已去掉。', en: 'Marks removed.' },
  'sheets.protected': { 'zh-CN': '下列工作表受保护，没有改动：{sheets:text}', en: 'These sheets are protected and were left alone: {sheets:text}' },
  'results': { 'zh-CN': '写入问题清单', en: 'Write findings sheet' },
  'undo.gone': { 'zh-CN': '没有撤销：后来又有写入，请再看一次按钮上写的是哪一次。', en: 'Nothing was undone: something else was written since. Look again at what the button names.' },
  'skipped': { 'zh-CN': '{count:count} 处没有改动（{cells:text}）：{why:text}', en: '{count:count} {count#place was#places were} left alone ({cells:text}): {why:text}' },
  'undone': { 'zh-CN': '已撤销，恢复到写入之前。', en: 'Undone: everything is as it was before.' },
  'refused': { 'zh-CN': '没有改动：{cells:text} 已经被改过。', en: 'Nothing was changed: {cells:text} changed in the meantime.' },
  'undo.kind.own': { 'zh-CN': '这个版本的 Excel 写入后不能用 Ctrl+Z 撤销，请用这里的撤销。', en: 'In this version of Excel, Ctrl+Z does not undo what the add-in wrote: use this button.' },
  'undo.kind.excel': { 'zh-CN': '也可以用 Ctrl+Z 撤销。', en: 'Ctrl+Z works too.' },
  'hidden.sheet': { 'zh-CN': '工作表“{sheet:text}”是隐藏的。', en: 'The sheet “{sheet:text}” is hidden.' },
  'hidden.rows': { 'zh-CN': '“{sheet:text}”的这些行或列是隐藏的。', en: 'These rows or columns of “{sheet:text}” are hidden.' },
  'hidden.show': { 'zh-CN': '显示并定位', en: 'Show and go there' },
  'recovered': { 'zh-CN': '上次写入没有完成，已恢复 {restored:count} 个单元格。', en: 'The last write was cut short; {restored:count} {restored#cell was#cells were} put back.' },
  'recovered.left': { 'zh-CN': '另有 {left:count} 个单元格后来被改过，保持现状：{cells:text}', en: '{left:count} {left#cell was changed since and was#cells were changed since and were} left alone: {cells:text}' },
  'explain.none': { 'zh-CN': '{cell:text} 没有涉及任何问题。', en: '{cell:text} is part of no finding.' },
  'waiting': { 'zh-CN': '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，写入会自动继续。', en: 'A cell is being edited. Press Enter or Esc to leave it; writing then goes on by itself.' },
  'busy': { 'zh-CN': '正在写入…', en: 'Writing…' },
} as const satisfies Readonly<Record<string, LocalText>>

export type ExcelWord = keyof typeof excelWords
export type SayExcel = (key: ExcelWord, params?: Params) => string

function excelSpeech(language: Language): SayExcel {
  return (key, params) => fillIn(excelWords[key], language, params)
}

export function useExcelWords(): { language: Language; say: SayExcel } {
  const language = useContext(LanguageContext)
  return { language, say: excelSpeech(language) }
}
