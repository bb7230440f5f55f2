import type { Change } from '../core/change'
import type { Finding, Fix } from '../core/finding'
import type { Language } from '../core/message'
import { boxName, columnName, placeName } from '../core/place'
import type { Question, TableReading } from '../core/reading'
import type { Headcount, Judgement, PremisesFigures, Report, UnitReport, Verdict } from '../core/report'
import type { ReadNotice } from '../core/snapshot'
import { message, say } from '../messages'
import type { MessageKey } from '../messages'
import { maskIds } from './mask'
import { summaryText } from './summary'

/** The report as plain data for other programs. Names and shapes are a published contract: add, never rename. */
export interface ReportJson {
  readonly plancheck: 1
  readonly file: string
  readonly asOf: string
  readonly asOfFrom: Report['asOfFrom']
  readonly policy: string
  readonly summary: string
  readonly tables: readonly object[]
  readonly communities: readonly object[]
  readonly overall: object
  readonly findings: readonly object[]
  readonly questions: readonly object[]
  readonly notices: readonly object[]
  readonly counts: Report['counts']
}

export function reportJson(report: Report, language: Language): ReportJson {
  return {
    plancheck: 1, file: report.file, asOf: report.asOf, asOfFrom: report.asOfFrom, policy: report.policy.id, summary: summaryText(report, language),
    tables: report.reading.tables.map(table => tableJson(table, language)),
    communities: report.communities.map(unit => ({ name: unit.name, label: unit.label, ...unitJson(unit, language) })),
    overall: { communities: report.communities.length, ...unitJson(report.overall, language) },
    findings: report.findings.map(finding => findingJson(finding, language)),
    questions: report.questions.map(question => questionJson(question, language)),
    notices: report.notices.map(notice => noticeJson(notice, language)),
    counts: report.counts,
  }
}

/** The JSON text of one report, ids of people masked wherever they might stand. */
export function reportText(report: Report, language: Language, indent = 2): string {
  return maskIds(JSON.stringify(reportJson(report, language), null, indent))
}

function tableJson(table: TableReading, language: Language): object {
  const columns: Record<string, string> = {}
  for (const column of table.columns) if (column.key !== null && columns[column.key] === undefined) columns[column.key] = columnName(column.column)
  return {
    kind: table.kind, sheet: table.sheet, header: boxName(table.header), body: table.body === null ? null : boxName(table.body), columns, rows: table.rowsRead,
    skipped: table.skipped.map(({ row, why }) => ({ row, why })), unit: table.unit, ...(table.hidden ? { hidden: true } : {}), counted: table.counted, title: table.title,
    reason: table.reason === null ? null : say(table.reason, language),
    headers: table.columns.map(column => ({ column: columnName(column.column), header: column.header, key: column.key, by: column.by })),
  }
}

function unitJson(unit: UnitReport, language: Language): object {
  const verdicts: Record<string, Verdict> = {}
  for (const judgement of unit.judgements) verdicts[judgement.target.id] = judgement.verdict
  return { ...staffJson(unit.headcount), ...premisesJson(unit.premises), verdicts, judgements: unit.judgements.map(judgement => judgementJson(judgement, language)) }
}

function staffJson(heads: Headcount): object {
  const share = (part: number): number | null => (heads.counted === 0 ? null : part / heads.counted)
  return {
    formal: heads.formal, contracted: heads.contracted, undecided: heads.undecided, unknownKind: heads.unknown, counted: heads.counted, vacant: heads.vacant, left: heads.left,
    college: heads.college, collegeShare: share(heads.college), collegeBlank: heads.collegeBlank, averageAge: heads.averageAge, ageBlank: heads.ageBlank,
    partyLeague: heads.partyLeague, partyLeagueShare: share(heads.partyLeague), partyLeagueBlank: heads.partyLeagueBlank,
  }
}

function premisesJson(premises: PremisesFigures | null): object {
  if (premises === null) return { usableArea: null, builtArea: null, ownArea: null, rooms: null, roomStates: null, tenure: null, demolition: null, gapNow: null, gapPlanned: null, sites: 0 }
  const { usableArea, builtArea, ownArea, rooms, roomStates, tenure, demolition, gapNow, gapPlanned, sites } = premises
  return { usableArea, builtArea, ownArea, rooms, roomStates, tenure, demolition, gapNow, gapPlanned, sites }
}

function judgementJson(judgement: Judgement, language: Language): object {
  const { target, verdict, actual, expected, difference, range, parts, citation, cells, lacking } = judgement
  return {
    target: target.id, verdict, actual, expected, difference, range, parts, text: say(judgement.arithmetic, language), assumptions: judgement.remarks.map(remark => say(remark, language)),
    cells, lacking: lacking.map(placeName), verified: citation?.verified ?? null,
  }
}

function findingJson(finding: Finding, language: Language): object {
  const { check, severity, sheet, cell, related, subject, evidence, fix } = finding
  return { check, severity, sheet, cell, related, subject, message: finding.message.key, params: finding.message.params, text: say(finding.message, language), evidence, fix: fix === null ? null : fixJson(fix) }
}

function fixJson(fix: Fix): object {
  return { safe: fix.safe, changes: fix.changes.map(changeJson) }
}

function changeJson(change: Change): object {
  return change.kind === 'cell' ? { sheet: change.sheet, cell: change.cell, before: change.before, after: change.after } : change
}

function questionJson(question: Question, language: Language): object {
  const { id, kind, places, choices, assumed } = question
  return { id, kind, text: say(question.message, language), places: places.map(placeName), choices: choices.map(choice => ({ id: choice.id, text: say(choice.message, language) })), assumed }
}

function noticeJson(notice: ReadNotice, language: Language): object {
  const { key, sheet, cell, params } = notice
  return { message: key, params, sheet: sheet ?? null, cell: cell ?? null, text: say(message(key as MessageKey, params), language) }
}
