import type { Language } from '../../src/core/message'
import { areaCells, areaName } from '../../src/core/area'
import { maskText } from '../../src/core/mask'
import type { Mark, ResultsTable } from '../../src/hosts/office'
import { say as sayMessage } from '../../src/messages'
import type { ShownReport } from '../shown'
import { excelSpeech } from './excel-words'

/** The findings as a sheet: one row each, most serious first as the report has them, with the place, the sentence and the clause; accepted ones last, with their reason. Ids are masked. */
export function resultsTable(report: ShownReport, language: Language): ResultsTable {
  const say = excelSpeech(language)
  const { error, warning, info, accepted } = report.counts
  return {
    name: say('results.name'),
    title: say('sheet.title'),
    lines: [say('sheet.file', { file: report.file }), say('sheet.basis', { policy: report.policy.title[language], asOf: report.asOf }), say(accepted > 0 ? 'sheet.counts-accepted' : 'sheet.counts', { error, warning, info, accepted })].map(maskText),
    header: [say('sheet.number'), say('sheet.severity'), say('sheet.place'), say('sheet.text'), say('sheet.source'), say('sheet.remark')],
    widths: [6, 8, 24, 60, 30, 16],
    rows: report.findings.map(({ severity, at, message, evidence, accepted: waived }, index) => [
      index + 1,
      say(`sheet.${severity}`),
      at === null ? '' : areaName(at),
      sayMessage(message, language),
      evidence?.source === null || evidence?.source === undefined ? '' : evidence.source.clause + (evidence.source.verified ? '' : say('sheet.unverified')),
      waived === undefined ? '' : say('sheet.accepted', { reason: waived.reason }),
    ].map(content => (typeof content === 'string' ? maskText(content) : content))),
    legend: [say('sheet.legend'), say('sheet.sign')],
    footer: say('sheet.footer'),
  }
}

/** A mark for every finding that is about cells and that nobody accepted. */
export function marksOf(report: ShownReport): Mark[] {
  return report.findings.flatMap(({ severity, at, accepted }) => {
    const cells = at === null ? null : areaCells(at)
    return at === null || cells === null || accepted !== undefined ? [] : [{ sheet: at.sheet, cells, kind: severity }]
  })
}
