import type { DocumentSource } from '../../core/document-source'
import type { Report } from '../../core/report'
import { asOfWord } from '../words'
import type { Speech } from './words'

/** Unit, standard, day, file: what every page that may lie alone must say. */
export function titleFacts(report: Report, { unit }: DocumentSource, { word, say, language }: Speech): (readonly [string, string])[] {
  return [
    [word('unit'), unit === '' ? word('to-fill') : unit], [word('as-of'), `${report.asOf}（${say(asOfWord(report))}）`], [word('standard'), report.policy.title[language]],
    [word('file'), report.file.replace(/^.*[/\\]/, '')], [word('compiled'), word('date-to-fill')],
  ]
}
