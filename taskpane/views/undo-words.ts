import type { Language } from '../../src/core/message'
import type { LocalText } from '../../src/core/plan'
import type { LastWrite } from '../written'
import { fillIn } from '../strings'

/** What an undo takes back, by the word that the write was kept under. */
const undoWords: Readonly<Record<'fill' | 'results' | 'edit' | 'fix' | 'other', LocalText>> = {
  fill: { 'zh-CN': '撤销“填报 {cells:count} 个单元格”', en: 'Undo: {cells:count} {cells#cell#cells} filled' },
  results: { 'zh-CN': '撤销“写入问题清单”', en: 'Undo: findings sheet written' },
  edit: { 'zh-CN': '撤销“修改单元格”', en: 'Undo: cell edited' },
  fix: { 'zh-CN': '撤销“修正 {cells:count} 个单元格”', en: 'Undo: {cells:count} {cells#cell#cells} fixed' },
  other: { 'zh-CN': '撤销“写入 {cells:count} 个单元格”', en: 'Undo: {cells:count} {cells#cell#cells} written' },
}

/** The words on an undo button: it never takes back anything that it does not name. */
export function undoLabel({ what, cells }: LastWrite, language: Language): string {
  return fillIn(undoWords[what === 'fill' || what === 'results' || what === 'edit' || what === 'fix' ? what : 'other'], language, { cells })
}
