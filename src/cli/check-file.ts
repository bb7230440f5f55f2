import { basename } from 'node:path'
import { auditReport } from '../audit'
import { read, report } from '../check'
import type { AuditReport } from '../core/checked'
import { NO_SOURCE } from '../core/document-source'
import type { DocumentSource } from '../core/document-source'
import type { Language, MessageParams } from '../core/message'
import type { Report } from '../core/report'
import type { BoardFile } from '../render/board'
import { HostError } from '../core/workbook'
import type { ReadProgress } from '../core/workbook'
import { readWorkbookFile } from '../hosts/xlsx/node'
import { say } from '../messages'
import { auditPieces, reportPieces } from '../render/json'
import { causeOf, isDirectory } from './files'
import { collectGarbage, isLarge, isWide } from './memory'
import { settingsFor } from './settings'
import type { JudgingSettings } from './settings'
import { cliSay } from './words'

export type CheckFormat = 'text' | 'json' | 'ndjson' | 'markdown' | 'html' | 'sarif'

/** Everything that a worker needs to check files: plain data. */
export interface FileTask {
  /** `audit`: formulas, totals and sheets against each other alone. */
  readonly verb: 'check' | 'audit'
  readonly settings: JudgingSettings
  readonly format: CheckFormat
  readonly language: Language
  readonly colour: boolean
  /** Several files: the parts are joined by the caller. */
  readonly several: boolean
  /** A file that takes longer is given up; `null`: none is. */
  readonly seconds: number | null
  /** The page gets a page for each community. */
  readonly communityPages: boolean
  /** Only the findings of this rule; `null`: of all. */
  readonly rule: string | null
}

/** One file's part of the output, and how it counts for the exit code. */
export interface FileResult {
  /** The text in pieces: a large report is never one string. */
  readonly pieces: Iterable<string>
  readonly exit: 0 | 1 | 2
  /** What was wrong, for standard error; `null` when the file was read. */
  readonly problem: string | null
  /** The file's lines on the board of many; left out where none is drawn. */
  readonly board?: BoardFile
}

/** Checks one file. Never throws: what goes wrong is the entry of this file. */
export async function checkFile(path: string, task: FileTask, onProgress?: (progress: ReadProgress) => void): Promise<FileResult> {
  try {
    if (task.verb === 'audit') {
      const audited = await readAndAudit(path, task, onProgress)
      return { pieces: [await renderedAudit(audited, task)], exit: audited.counts.error > 0 ? 1 : 0, problem: null }
    }
    const { judged, source } = await readAndCheck(path, task, onProgress)
    // Cells and people are let go by now.
    if (isWide(judged.reading)) collectGarbage()
    return { pieces: await rendered(judged, source, task), exit: judged.counts.error > 0 ? 1 : 0, problem: null, ...(task.several && hasBoard(task.format) ? { board: (await import('../render/board')).boardOf(judged, task.language) } : {}) }
  } catch (error) {
    if (await isDirectory(path)) return failed(path, 'no-workbooks', cliSay('error-no-workbooks', task.language, { file: path }), task)
    if (error instanceof HostError) return failed(path, error.code, say({ key: `error.${error.code}`, params: { ...namedFile(path), ...error.params } }, task.language), task)
    return failed(path, 'defect', cliSay('error-defect', task.language, { cause: causeOf(error) }), task)
  }
}

/** The report alone: cells and people of a large workbook are free to go before it is written out, and no format prints them. */
async function readAndCheck(path: string, task: FileTask, onProgress?: (progress: ReadProgress) => void): Promise<Checked> {
  const snapshot = await readWorkbookFile(path, onProgress === undefined ? {} : { onProgress })
  const { settings, kept } = await settingsFor(snapshot, task.settings)
  const large = isLarge(snapshot), options = { ...settings, file: path }
  if (large) collectGarbage()
  const reading = read(snapshot, options)
  if (large) collectGarbage()
  const judged = report(snapshot, reading, isWide(reading) ? { ...options, rest: collectGarbage } : options)
  const notices = kept === 0 ? judged.notices : [{ key: 'notice.decisions-kept', params: { count: kept } }, ...judged.notices]
  const source = task.format === 'html' ? (await import('../document')).documentSource(snapshot, judged) : NO_SOURCE
  const whole = { ...judged, notices, reading: { ...reading, people: [], premises: [] } }
  return { judged: task.rule === null ? whole : withRule(whole, task.rule), source }
}

interface Checked {
  readonly judged: Report
  /** What a document says beside it. */
  readonly source: DocumentSource
}

/** The report with the findings of one rule alone. */
function withRule(judged: Report, rule: string): Report {
  const findings = judged.findings.filter(finding => finding.rule === rule),
    counts = { ...judged.counts, error: 0, warning: 0, info: 0, accepted: 0 }
  for (const finding of findings) counts[finding.accepted === undefined ? finding.severity : 'accepted']++
  return { ...judged, findings, counts }
}

async function readAndAudit(path: string, task: FileTask, onProgress?: (progress: ReadProgress) => void): Promise<AuditReport> {
  const snapshot = await readWorkbookFile(path, onProgress === undefined ? {} : { onProgress })
  const { settings } = await settingsFor(snapshot, task.settings)
  return auditReport(snapshot, read(snapshot, settings), { file: path, accepted: settings.accepted ?? [] })
}

async function renderedAudit(audited: AuditReport, task: FileTask): Promise<string> {
  const { language, format } = task
  if (format === 'json') return auditPieces(audited, language)
  if (format === 'ndjson') return `${auditPieces(audited, language, true)}\n`
  if (format === 'sarif') return (await import('../render/sarif')).sarifRun(audited, language)
  const { auditHtml, auditMarkdown, auditText } = await import('../render/audit')
  return format === 'text' ? auditText(audited, language) : format === 'markdown' ? auditMarkdown(audited, language) : auditHtml(audited, language)
}

function namedFile(path: string): MessageParams {
  return { file: basename(path) }
}

async function rendered(judged: Report, source: DocumentSource, task: FileTask): Promise<Iterable<string>> {
  const { language } = task
  switch (task.format) {
    case 'json':
      return reportPieces(judged, language)
    case 'ndjson':
      return (await import('../render/ndjson')).ndjsonPieces(judged, language)
    case 'text':
      return [(await import('../render/text')).textReport(judged, language, { colour: task.colour })]
    case 'markdown':
      return [(await import('../render/markdown')).markdownReport(judged, language)]
    case 'html':
      return [(await import('../render/html')).htmlArticle(judged, language, source, task.communityPages ? 'all' : 'none')]
    case 'sarif':
      return [(await import('../render/sarif')).sarifRun(judged, language)]
  }
}

/** Formats that a person reads begin or end with the board of all workbooks. */
function hasBoard(format: CheckFormat): boolean {
  return format === 'text' || format === 'markdown' || format === 'html'
}

/** The entry of a file that could not be read, in the shape of the format. */
export async function failed(path: string, code: string, sentence: string, task: FileTask): Promise<FileResult> {
  const entry = { file: path, error: { code, message: sentence } }, problem = `${path}: ${sentence}`
  const result = (text: string): FileResult => ({ pieces: text === '' ? [] : [text], exit: 2, problem, ...(task.several && task.verb === 'check' && hasBoard(task.format) ? { board: { file: path, lines: null, targets: [] } } : {}) })
  switch (task.format) {
    case 'json':
      return result(JSON.stringify(entry, null, 2))
    case 'ndjson':
      return result(`${JSON.stringify(entry)}\n`)
    case 'text':
      return result(task.several ? `${problem}\n` : '')
    case 'markdown':
      return result(task.several ? `- ${problem}\n` : '')
    case 'html':
      return result((await import('../render/html')).htmlFailure(path, sentence))
    case 'sarif':
      return result((await import('../render/sarif')).sarifFailure(path, sentence))
  }
}
