import { NO_SOURCE } from '../core/document-source'
import type { DocumentSource } from '../core/document-source'
import type { Language } from '../core/message'
import type { Report } from '../core/report'
import { element, markup } from '../pictures'
import { documentStyle } from './documents/page-style'
import { reportDocument } from './documents/report-document'
import type { DocumentOptions } from './documents/report-document'
import { speechIn } from './documents/words'

/** One page for A4 landscape, everything in it, no script. */
export function htmlBefore(language: Language): string {
  const head = [
    element('meta', { charset: 'utf-8' }), element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('title', {}, speechIn(language).word('title')),
  ]
  // The style is this program's own text: the signs of it must not be escaped.
  return `<!doctype html>\n<html lang="${language}"><head>${head.map(markup).join('')}<style>${documentStyle(language)}</style></head><body><main class="paper" lang="${language}">\n`
}

export const HTML_AFTER = '\n</main></body></html>\n'

/** One workbook's 核查报告, as articles of the page. */
export function htmlArticle(report: Report, language: Language, source: DocumentSource = NO_SOURCE, communities: DocumentOptions['communities'] = 'none'): string {
  return reportDocument(report, source, { language, communities }).map(markup).join('\n')
}

/** The entry of a file that could not be read. */
export function htmlFailure(file: string, sentence: string): string {
  return markup(element('article', {}, element('h1', {}, file), element('p', { class: 'paragraph' }, sentence)))
}
