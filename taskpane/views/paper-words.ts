import { use } from 'react'
import type { MessageParams } from '../../src/core/message'
import type { LocalText } from '../../src/core/plan'
import { LanguageContext, fillIn } from '../strings'

/** The words of pictures and documents on the screen, both languages side by side. */
export const paperWords = {
  'picture.copy': { 'zh-CN': '复制为图片', en: 'Copy as picture' },
  'picture.copied': { 'zh-CN': '已复制', en: 'Copied' },
  'picture.saved': { 'zh-CN': '已另存为图片文件', en: 'Saved as a picture file' },
  'picture.table': { 'zh-CN': '数据表', en: 'The numbers' },
} as const satisfies Readonly<Record<string, LocalText>>

export type PaperWord = keyof typeof paperWords

/** Says a word of these screens in the person's language. */
export function usePaperWords(): (key: PaperWord, params?: MessageParams) => string {
  const language = use(LanguageContext)
  return (key, params = {}) => fillIn(paperWords[key], language, params)
}
