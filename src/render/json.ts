import type { Policy } from '../core/plan'
import type { AuditReport, Checked } from '../core/checked'
import type { Language } from '../core/message'
import { boxName, cellName, columnName } from '../core/place'
import type { TableReading } from '../core/reading'
import type { Report } from '../core/report'
import { say } from '../messages'
import { findingJson, noticeJson, questionJson } from './json-finding'
import { LazyList, jsonParts } from './json-pieces'
import { communityJson, overallJson } from './json-unit'
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
    communities: each(report.communities, unit => communityJson(unit, language)),
    overall: overallJson(report, language),
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
