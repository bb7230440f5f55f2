import type { Language, Message } from '../core/message'
import type { DatedValue, Target } from '../core/plan'
import { areaName } from '../core/area'
import type { Finding } from '../core/finding'
import type { Verdict } from '../core/verdict'
import type { Judgement, Report } from '../core/report'
import { message, say } from '../messages'
import { formatParam } from '../messages/format'
import type { TableReading } from '../core/reading'

/** A shape for each verdict, beside the word: told apart without colour. */
export const MARKS: Readonly<Record<Verdict, string>> = { met: '✓', missed: '✕', surplus: '▲', unknown: '?' }

const VERDICTS = { met: 'verdict.met', missed: 'verdict.missed', surplus: 'verdict.surplus', unknown: 'verdict.unknown' } as const
const SEVERITIES = { error: 'severity.error', warning: 'severity.warning', info: 'severity.info' } as const
/** 错误, 待核实, 提示: the levels as papers that are handed in say them. */
export const PAPER_LEVELS = { error: 'paper.error', warning: 'paper.warning', info: 'paper.info' } as const
const AS_OF = { argument: 'report.as-of-argument', stated: 'report.as-of-stated', 'policy-year': 'report.as-of-policy-year' } as const
const KINDS = {
  staff: 'kind.staff', premises: 'kind.premises', community: 'kind.community', 'staffing-summary': 'kind.staffing-summary', pay: 'kind.pay', budget: 'kind.budget', fund: 'kind.fund',
  'funding-sources': 'kind.funding-sources', other: 'kind.other',
} as const
const SCOPES = { community: 'report.scope-community', overall: 'report.scope-overall', both: 'report.scope-both', region: 'report.scope-region' } as const

export function verdictWord(verdict: Verdict): Message {
  return message(VERDICTS[verdict])
}

export function severityWord(severity: Finding['severity']): Message {
  return message(SEVERITIES[severity])
}

export function asOfWord(report: Report): Message {
  return message(AS_OF[report.asOfFrom])
}

export function kindWord(table: TableReading): Message {
  return message(KINDS[table.kind])
}

export function scopeWord(scope: Target['scope']): Message {
  return message(SCOPES[scope])
}

/** What was recognised, as one line. */
export function recognised(report: Report): Message {
  const { reading, counts, overall } = report
  return message('report.recognised', { tables: reading.tables.filter(table => table.kind !== 'other').length, communities: report.communities.length, people: overall.headcount.counted, rows: counts.rowsRead, skipped: counts.rowsSkipped })
}

/** Where a finding is, e.g. `花名册!H5:H11`; empty when it is about no cell. */
export function whereabouts(finding: Finding): string {
  return finding.at === null ? '' : areaName(finding.at)
}

/** `错误 2 · 警告 1 · 提示 0`, with the accepted ones where there are any. */
export function countsWord({ error, warning, info, accepted }: Report['counts']): Message {
  const counts = message('report.counts', { error, warning, info })
  return accepted === 0 ? counts : message('report.counts-accepted', { counts, accepted })
}

/** Findings that nobody accepted, and those that somebody did. */
export function partedFindings(findings: readonly Finding[]): { readonly open: readonly Finding[]; readonly accepted: readonly Finding[] } {
  const isAccepted = (finding: Finding): boolean => finding.accepted !== undefined
  return findings.some(isAccepted)
    ? { open: findings.filter(finding => !isAccepted(finding)), accepted: findings.filter(isAccepted) }
    : { open: findings, accepted: [] }
}

/** Why a finding was accepted, and when where that is known. */
export function acceptedWord({ reason, acceptedOn }: NonNullable<Finding['accepted']>): Message {
  return acceptedOn === undefined ? message('report.accepted-reason', { reason }) : message('report.accepted-reason-day', { reason, day: acceptedOn })
}

/** Cells that a finding points at besides its own, the first few. */
export function relatedCells(finding: Finding, most = 12): string {
  const more = finding.related.length - most
  return finding.related.slice(0, most).map(areaName).join(' ') + (more > 0 ? ` … +${more}` : '')
}

/** A figure in the dense matrix: never rounded onto the line. */
export function shownValue(judgement: Judgement, language: Language): string {
  const { actual, expected, target } = judgement
  if (actual === null) return '—'
  const format = target.unit === 'share' ? 'share' : target.unit === 'year' ? 'age' : target.unit === 'm2' ? 'area' : 'number'
  return formatParam(format === 'number' ? Math.round(actual * 100) / 100 : actual, format, language, expected ?? undefined)
}

const SIGNS = { 'at-least': '≥', 'at-most': '≤', exactly: '=' } as const

/** `≥ 80.0%`, `= 4`: what a target asks for on a day. */
export function requirementSign(target: Target, value: DatedValue['value'], language: Language): string {
  if (typeof value !== 'number') return say(message('report.brackets'), language)
  return `${SIGNS[target.comparison]} ${formatParam(value, target.unit === 'share' ? 'share' : 'number', language)}`
}

/** Width on a terminal: Chinese characters and full-width signs take two columns. */
export function width(text: string): number {
  let columns = 0
  for (const char of text) columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(char) ? 2 : 1
  return columns
}

/** Pads to a width on the terminal. */
export function pad(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)))
  return side === 'left' ? space + text : text + space
}
