import { useContext } from 'react'
import type { MessageParams } from '../../src/core/message'
import type { LocalText } from '../../src/core/plan'
import { LanguageContext, fillIn } from '../strings'

/** The words of pictures and documents on the screen, both languages side by side. */
const paperWords = {
  'picture.copy': { 'zh-CN': '复制为图片', en: 'Copy as picture' },
  'picture.copied': { 'zh-CN': '已复制', en: 'Copied' },
  'picture.saved': { 'zh-CN': '已另存为图片文件', en: 'Saved as a picture file' },
  'picture.table': { 'zh-CN': '数据表', en: 'The numbers' },
  'conclusion': { 'zh-CN': '结论段落', en: 'The conclusion as a paragraph' },
  'conclusion.copy': { 'zh-CN': '复制段落', en: 'Copy the paragraph' },
  'conclusion.copied': { 'zh-CN': '已复制，可粘贴到文稿中。', en: 'Copied: paste it into your text.' },
  'conclusion.failed': { 'zh-CN': '无法写入剪贴板，请选中文字后复制。', en: 'The clipboard cannot be written: select the text and copy it.' },
  'print': { 'zh-CN': '打印', en: 'Print' },
  'print.about': { 'zh-CN': 'A4 横向，印的是报告，不是屏幕。也可按 Ctrl+P。', en: 'A4 landscape: the document is printed, not the screen. Ctrl+P does the same.' },
  'print.report': { 'zh-CN': '打印核查报告', en: 'Print the report' },
  'print.pages': { 'zh-CN': '各社区另附一页', en: 'With a page for each community' },
  'print.community': { 'zh-CN': '一社区一页', en: 'One community' },
  'print.one': { 'zh-CN': '打印该社区', en: 'Print this community' },
  'save': { 'zh-CN': '另存', en: 'Save' },
  'save.html': { 'zh-CN': '核查报告（.html）', en: 'Report (.html)' },
  'save.xlsx': { 'zh-CN': '核查报告（.xlsx）', en: 'Report (.xlsx)' },
  'save.findings': { 'zh-CN': '问题清单（.xlsx）', en: 'Findings (.xlsx)' },
  'save.about': { 'zh-CN': '另存为新文件，当前工作簿不变。', en: 'Saved as new files; the workbook stays as it is.' },

  'pictures': { 'zh-CN': '图示', en: 'Pictures' },
  'nothing': { 'zh-CN': '有了数据，这里可以打印和另存核查报告。', en: 'With data, the report is printed and saved here.' },
  'preparing': { 'zh-CN': '正在准备…', en: 'Preparing…' },
} as const satisfies Readonly<Record<string, LocalText>>

export type PaperWord = keyof typeof paperWords

/** Says a word of these screens in the person's language. */
export function usePaperWords(): (key: PaperWord, params?: MessageParams) => string {
  const language = useContext(LanguageContext)
  return (key, params = {}) => fillIn(paperWords[key], language, params)
}
