import type { MutableRefObject } from 'react'
import type { Language } from '../src/core/message'
import type { Checker } from './checker'
import { download } from './download'
import { problemOf } from './problem'
import type { Event, View } from './state'
import { today } from './today'
import type { LocalText } from '../src/core/plan'
import type { TemplateKind } from './template-book'
import type { PaperActs } from './views/screen'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface PaperHost {
  readonly checker: Checker
  readonly live: MutableRefObject<{ readonly view: View }>
  readonly language: Language
  readonly send: (event: Event) => void
}

/** Documents from the far side; their files are named after the workbook. */
export function paperActs({ checker, live, language, send }: PaperHost): PaperActs {
  return {
    source: () => checker.call('documentSource', []),
    saveTemplate(kind) {
      checker.call('templateBook', [kind]).then(
        bytes => { download(`${TEMPLATES[kind][language]}.xlsx`, bytes, XLSX) },
        (reason: unknown) => { send({ type: 'noticed', notice: problemOf(reason) }) },
      )
    },
    async saveBook(kind) {
      const bytes = await checker.call('documentBook', [kind, language, today()]), { view } = live.current
      download(documentName(view.at === 'results' ? view.opened.name : '', kind, language, 'xlsx'), bytes, XLSX)
    },
  }
}

const NAMES = { report: { 'zh-CN': '核查报告', en: 'report' }, findings: { 'zh-CN': '问题清单', en: 'findings' } } as const

const TEMPLATES = {
  plan: { 'zh-CN': '填报模板', en: 'template' },
  collect: { 'zh-CN': '社区填报表', en: 'collection' },
} as const satisfies Readonly<Record<TemplateKind, LocalText>>

/** `花名册-核查报告.html`. */
export function documentName(workbook: string, kind: keyof typeof NAMES, language: Language, extension: string): string {
  const stem = workbook.replace(/\.[^.]*$/, '')
  return `${stem === '' ? '' : `${stem}-`}${NAMES[kind][language]}.${extension}`
}
