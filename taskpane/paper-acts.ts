import type { RefObject } from 'react'
import type { Language } from '../src/core/message'
import type { Checker } from './checker'
import { download } from './download'
import type { View } from './state'
import { today } from './today'
import type { PaperActs } from './views/screen'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Documents from the far side; their files are named after the workbook. */
export function paperActs(checker: Checker, live: RefObject<{ readonly view: View }>, language: Language): PaperActs {
  return {
    source: () => checker.call('documentSource', []),
    async saveBook(kind) {
      const bytes = await checker.call('documentBook', [kind, language, today()]), { view } = live.current
      download(documentName(view.at === 'results' ? view.opened.name : '', kind, language, 'xlsx'), bytes, XLSX)
    },
  }
}

const NAMES = { report: { 'zh-CN': '核查报告', en: 'report' }, findings: { 'zh-CN': '问题清单', en: 'findings' } } as const

/** `花名册-核查报告.html`. */
export function documentName(workbook: string, kind: keyof typeof NAMES, language: Language, extension: string): string {
  const stem = workbook.replace(/\.[^.]*$/, '')
  return `${stem === '' ? '' : `${stem}-`}${NAMES[kind][language]}.${extension}`
}
