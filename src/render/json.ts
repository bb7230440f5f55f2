import { wholeGap } from '../core/gap'
import { seenOf } from '../core/plan'
import type { Policy } from '../core/plan'
import { areaCells, areaName } from '../core/area'
import type { Change } from '../core/change'
import type { AuditReport, Checked } from '../core/checked'
import type { Finding, Fix } from '../core/finding'
import type { Language, Message } from '../core/message'
import { boxName, cellName, columnName, placeName } from '../core/place'
import type { Question, TableReading } from '../core/reading'
import type { Headcount, Judgement, PremisesFigures, Report, UnitReport, Verdict } from '../core/report'
import type { ReadNotice } from '../core/snapshot'
import { fingerprintOf } from '../core/waiver'
import { message, say } from '../messages'
import type { MessageKey } from '../messages'
import { LazyList, jsonParts } from './json-pieces'
import { planJson, sensitivityJson } from './outlook'
import { summaryText } from './summary'

/** The report as plain data for other programs. Names and shapes are a published contract: add, never rename. */
export interface ReportJson {
  readonly plancheck: 1
  readonly file: string
  readonly asOf: string
  readonly asOfFrom: Report['asOfFrom']
  readonly policy: string
  /** Values of the standard that a person set otherwise. */
  readonly ownNumbers: object
  readonly summary: string
  readonly tables: readonly object[]
  readonly communities: readonly object[]
  readonly overall: object
  readonly findings: readonly object[]
  readonly questions: readonly object[]
  readonly notices: readonly object[]
  readonly checked: object
  readonly sensitivity: object
  readonly plan: object
  readonly counts: Report['counts']
}

export function reportJson(report: Report, language: Language): ReportJson {
  const { tables, communities, findings, questions, notices, ...rest } = parts(report, language)
  return {
    ...rest,
    tables: [...tables],
    communities: [...communities],
    findings: [...findings],
    questions: [...questions],
    notices: [...notices],
  }
}

type Lazy<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends readonly object[] ? Iterable<object> : Shape[Key] }

/** The parts of the report; the lists are made item by item. */
function parts(report: Report, language: Language): Lazy<ReportJson> {
  return {
    plancheck: 1,
    file: report.file,
    asOf: report.asOf,
    asOfFrom: report.asOfFrom,
    policy: report.policy.id,
    ownNumbers: ownNumbersJson(report.policy),
    summary: summaryText(report, language),
    tables: each(report.reading.tables, table => tableJson(table, language)),
    communities: each(report.communities, unit => ({ name: unit.name, label: unit.label, ...unitJson(unit, report, language) })),
    overall: { communities: report.communities.length, ...unitJson(report.overall, report, language) },
    findings: each(report.findings, finding => findingJson(finding, language)),
    questions: each(report.questions, question => questionJson(question, language)),
    notices: each(report.notices, notice => noticeJson(notice, language)),
    checked: checkedJson(report.checked, language),
    sensitivity: sensitivityJson(report),
    plan: planJson(report),
    counts: report.counts,
  }
}

function ownNumbersJson({ targets }: Policy): object {
  return Object.fromEntries(targets.flatMap(({ id, history: [entry], was }) => {
    if (was === undefined || entry === undefined) return []
    return [[id, { value: entry.value, reason: entry.citation.clause, was: was.at(-1)?.value ?? null }]]
  }))
}

function each<Item>(items: readonly Item[], shape: (item: Item) => object): Iterable<object> {
  return new LazyList(items, shape)
}

/** So much text is gathered before it is handed on. */
const PIECE = 16_384

/**
 * The JSON text of one report in pieces, so that a report over a million rows never stands in memory as one string.
 * One table, community or finding a line; `oneLine` leaves every line break out. Ids of people are masked at the last door (outgoing.ts).
 */
export function* reportPieces(report: Report, language: Language, oneLine = false): Generator<string> {
  const end = oneLine ? '' : '\n', { tables, communities, findings, questions, notices, ...rest } = parts(report, language)
  let piece = '{' + end
  for (const [name, value] of Object.entries(rest)) {
    if (name === 'counts') continue
    piece += `${JSON.stringify(name)}: `
    for (const part of typeof value === 'object' ? jsonParts(value) : [JSON.stringify(value)]) {
      piece += part
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
    piece += `,${end}`
  }
  for (const [name, items] of Object.entries({ tables, communities, findings, questions, notices })) {
    let first = true
    piece += `${JSON.stringify(name)}: [`
    for (const item of items) {
      piece += (first ? '' : ',') + end + JSON.stringify(item)
      first = false
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
    piece += `${first ? '' : end}],${end}`
  }
  yield `${piece}"counts": ${JSON.stringify(rest.counts)}${end}}`
}

/** The audit alone, in the same shapes as `check` has them. */
export function auditPieces(report: AuditReport, language: Language, oneLine = false): string {
  const end = oneLine ? '' : '\n', list = (items: Iterable<object>): string => {
    const lines = [...items].map(item => end + JSON.stringify(item))
    return `[${lines.join(',')}${lines.length === 0 ? '' : end}]`
  }
  const parts = [
    '"plancheck": 1', `"file": ${JSON.stringify(report.file)}`,
    `"findings": ${list(each(report.findings, finding => findingJson(finding, language)))}`,
    `"checked": ${JSON.stringify(checkedJson(report.checked, language))}`,
    `"notices": ${list(each(report.notices, notice => noticeJson(notice, language)))}`,
    `"counts": ${JSON.stringify(report.counts)}`,
  ]
  return `{${end}${parts.join(`,${end}`)}${end}}`
}

function checkedJson({ formulas, totals, pairs, not }: Checked, language: Language): object {
  return {
    formulas,
    totals: each(totals, ({ sheet, row, column, parts: boxes, relation, holds, agree, of }) => ({
      sheet,
      cell: cellName(row, column),
      parts: boxes.map(boxName),
      relation,
      holds,
      agree,
      of,
    })),
    pairs,
    not: not.map(({ sheet, cell, check, why }) => ({ sheet, cell, check, why: why.key, text: say(why, language) })),
  }
}

function tableJson(table: TableReading, language: Language): object {
  const columns: Record<string, string> = {}
  if (table.turned !== true)
    for (const column of table.columns)
      if (column.key !== null && columns[column.key] === undefined) columns[column.key] = columnName(column.column)
  return {
    kind: table.kind,
    sheet: table.sheet,
    header: boxName(table.header),
    body: table.body === null ? null : boxName(table.body),
    columns,
    rows: table.rowsRead,
    skipped: table.skipped.map(({ row, why, to }) => ({ row, why, ...(to === undefined ? {} : { to }) })),
    unit: table.unit,
    ...(table.hidden ? { hidden: true } : {}),
    counted: table.counted,
    title: table.title,
    reason: table.reason === null ? null : say(table.reason, language),
    ...(table.turned === true ? { turned: true } : {}),
    headers:
      table.turned === true
        ? []
        : table.columns.map(column => ({ column: columnName(column.column), header: column.header, key: column.key, by: column.by })),
  }
}

function unitJson(unit: UnitReport, report: Report, language: Language): object {
  const verdicts: Record<string, Verdict> = {}
  for (const judgement of unit.judgements) verdicts[judgement.target.id] = judgement.verdict
  const figures = { ...staffJson(unit.headcount), ...premisesJson(unit.premises), verdicts }
  // The whole tells every judgement in full; a community's misses are among the findings, so here stands only what they do not say.
  return unit.community < 0
    ? { ...figures, judgements: unit.judgements.map(each => ({ ...judgementJson(each, language), gap: wholeGap(report, each) })) }
    : { ...figures, ...openJson(unit, language) }
}

/** What is assumed and what blanks could still change, by target; left out where nothing is. */
function openJson(unit: UnitReport, language: Language): object {
  const assumptions: Record<string, string[]> = {}, ranges: Record<string, object> = {}
  for (const { target, remarks, range } of unit.judgements) {
    if (remarks.length > 0) assumptions[target.id] = remarks.map(remark => say(remark, language))
    if (range !== null) ranges[target.id] = range
  }
  return { assumptions, ranges }
}

function staffJson(heads: Headcount): object {
  const share = (part: number): number | null => (heads.counted === 0 ? null : part / heads.counted)
  return {
    formal: heads.formal,
    contracted: heads.contracted,
    undecided: heads.undecided,
    unknownKind: heads.unknown,
    counted: heads.counted,
    vacant: heads.vacant,
    left: heads.left,
    college: heads.college,
    collegeShare: share(heads.college),
    collegeBlank: heads.collegeBlank,
    averageAge: heads.averageAge,
    ageBlank: heads.ageBlank,
    partyLeague: heads.partyLeague,
    partyLeagueShare: share(heads.partyLeague),
    partyLeagueBlank: heads.partyLeagueBlank,
  }
}

function premisesJson(premises: PremisesFigures | null): object {
  if (premises === null)
    return {
      usableArea: null,
      builtArea: null,
      ownArea: null,
      rooms: null,
      roomStates: null,
      tenure: null,
      demolition: null,
      gapNow: null,
      gapPlanned: null,
      sites: 0,
    }
  const { usableArea, builtArea, ownArea, rooms, roomStates, tenure, demolition, gapNow, gapPlanned, sites } = premises
  return { usableArea, builtArea, ownArea, rooms, roomStates, tenure, demolition, gapNow, gapPlanned, sites }
}

function judgementJson(judgement: Judgement, language: Language): object {
  const { target, verdict, actual, expected, difference, range, parts: fraction, citation, cells } = judgement
  return {
    target: target.id,
    verdict,
    actual,
    expected,
    difference,
    range,
    parts: fraction,
    text: say(judgement.arithmetic, language),
    assumptions: judgement.remarks.map(remark => say(remark, language)),
    cells: cells.map(area => ({ sheet: area.sheet, cells: areaCells(area) })),
    lacking: judgement.lacking.length,
    verified: citation?.verified ?? null,
    seen: citation === null ? null : seenOf(citation),
  }
}

function findingJson(finding: Finding, language: Language): object {
  const { rule: check, severity, at, subject, evidence, fix, accepted } = finding
  const sheet = at?.sheet ?? null, cell = at === null ? null : areaCells(at), related = finding.related.map(areaName)
  return {
    check,
    severity,
    sheet,
    cell,
    related,
    subject,
    message: finding.message.key,
    params: spokenParams(finding.message, language),
    text: say(finding.message, language),
    evidence,
    fix: fix === null ? null : fixJson(fix),
    // What an acceptance in a mapping file names it by.
    fingerprint: fingerprintOf(finding),
    ...(accepted === undefined ? {} : { accepted }),
  }
}

/** Parameters as plain values: a sentence within the sentence is given as it is said. */
function spokenParams({ params }: Message, language: Language): Record<string, string | number | boolean | null | string[]> {
  const spoken: Record<string, string | number | boolean | null | string[]> = {}
  for (const [name, value] of Object.entries(params)) {
    if (typeof value !== 'object' || value === null) spoken[name] = value
    else if ('key' in value) spoken[name] = say(value, language)
    else if ('zh-CN' in value) spoken[name] = value[language]
    else spoken[name] = value.map(item => (typeof item === 'string' ? item : 'key' in item ? say(item, language) : item[language]))
  }
  return spoken
}

function fixJson(fix: Fix): object {
  return { safe: fix.safe, changes: fix.changes.map(changeJson) }
}

function changeJson(change: Change): object {
  return change.kind === 'cell' ? { sheet: change.sheet, cell: change.cell, before: change.before, after: change.after } : change
}

function questionJson(question: Question, language: Language): object {
  const { id, kind, places, choices, assumed } = question
  return {
    id,
    kind,
    text: say(question.message, language),
    places: places.map(placeName),
    choices: choices.map(choice => ({ id: choice.id, text: say(choice.message, language) })),
    assumed,
  }
}

function noticeJson(notice: ReadNotice, language: Language): object {
  const { key, sheet, cell, params } = notice
  return {
    message: key,
    params: spokenParams({ key, params }, language),
    sheet: sheet ?? null,
    cell: cell ?? null,
    text: say(message(key as MessageKey, params), language),
  }
}
