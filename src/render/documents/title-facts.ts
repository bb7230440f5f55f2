import type { DocumentSource } from '../../core/document-source'
import type { Language } from '../../core/message'
import type { Report } from '../../core/report'
import { asOfWord } from '../words'
import type { Speech } from './words'

/** Unit, standard, day, file: what every page that may lie alone must say. */
export function titleFacts(report: Report, { unit }: DocumentSource, { word, say, language }: Speech): (readonly [string, string])[] {
  return [
    [word('unit'), unit === '' ? word('to-fill') : unit], [word('as-of'), language === 'en' ? `${report.asOf} (${say(asOfWord(report))})` : `${report.asOf}（${say(asOfWord(report))}）`], [word('standard'), report.policy.title[language]],
    [word('file'), report.file.replace(/^.*[/\\]/, '')], [word('compiled'), word('date-to-fill')],
  ]
}

/** The same as lines of a sheet, two facts each. */
export function factLines(facts: readonly (readonly [string, string])[], language: Language): readonly string[] {
  const said = facts.map(([name, value]) => `${name}${language === 'en' ? ': ' : '：'}${value}`)
  return said.flatMap((_fact, index) => (index % 2 === 0 ? [said.slice(index, index + 2).join('　　')] : []))
}
