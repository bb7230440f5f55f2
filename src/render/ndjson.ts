import type { Language } from '../core/message'
import type { Report } from '../core/report'
import { reportText } from './json'

/** The JSON of one report as one line. */
export function ndjsonLine(report: Report, language: Language): string {
  return `${reportText(report, language, 0)}\n`
}
