import { seenWord } from './citations'
import type { Language, Message } from '../core/message'
import { boxName, placeName, sheetReference } from '../core/place'
import type { SkipReason, TableReading } from '../core/reading'
import type { Judgement, Report } from '../core/report'
import { message, say, saying } from '../messages'
import { worstFirst } from './order'
import { hireLines, turnLines } from './outlook'
import { foundNothing, summaryText } from './summary'
import { MARKS, acceptedWord, asOfWord, countsWord, kindWord, pad, partedFindings, recognised, relatedCells, severityWord, shownValue, verdictWord, whereabouts, width } from './words'

export interface TextOptions {
  /** Colour codes for a terminal. */
  readonly colour?: boolean
  /** Rows of the matrix and findings to write out; the rest is counted. */
  readonly most?: number
}

const COLOURS = { met: '32', missed: '31', surplus: '33', unknown: '36', error: '31', warning: '33', info: '36' } as const

/** The report for a terminal: the sentence first, then the whole, the communities worst first, then the findings. */
export function textReport(report: Report, language: Language, options: TextOptions = {}): string {
  const t = (what: Message): string => say(what, language),
    m = saying(language)
  const paint = (text: string, colour: keyof typeof COLOURS): string => (options.colour === true ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text)
  const most = options.most ?? 200, { policy } = report, lines: string[] = []

  lines.push(summaryText(report, language), '')
  lines.push(`${m('report.file')}  ${report.file}`)
  lines.push(`${m('report.policy')}  ${policy.title[language]} (${policy.id})`)
  lines.push(`${m('report.as-of')}  ${report.asOf}  ${t(asOfWord(report))}`)
  lines.push(t(recognised(report)), '')

  if (report.overall.judgements.length > 0 && !foundNothing(report)) {
    lines.push(m('report.overall'))
    for (const judgement of report.overall.judgements) lines.push(`  ${paint(`${MARKS[judgement.verdict]} ${t(verdictWord(judgement.verdict))}`, judgement.verdict)}  ${t(judgement.arithmetic)}${unverified(judgement, language)}`, ...remarks(judgement, t, language))
    lines.push('')
  }
  const [first] = report.communities
  if (first !== undefined && first.judgements.length > 0) {
    lines.push(m('report.communities'), ...matrix(report, language, paint, most), '')
    const rest = report.communities.length - most
    if (rest > 0) lines.push(m('report.more-communities', { count: rest }), '')
  }
  lines.push(`${m('report.findings')}  ${t(countsWord(report.counts))}`)
  const findings = partedFindings(report.findings)
  if (findings.open.length === 0) lines.push(`  ${m('report.none')}`)
  // The whole stands above, figure by figure.
  const listed = findings.open.filter(finding => !(finding.rule === 'target-missed' && finding.subject.startsWith('overall/') && finding.at === null && report.overall.judgements.some(judgement => `overall/${judgement.target.id}` === finding.subject)))
  for (const finding of listed.slice(0, most)) {
    const where = whereabouts(finding), related = relatedCells(finding)
    lines.push(`  ${paint(t(severityWord(finding.severity)), finding.severity)}  ${t(finding.message)}`)
    if (where !== '' || related !== '') lines.push(`        ${[where, related].filter(part => part !== '').join('  → ')}`)
  }
  if (listed.length > most) lines.push(`  ${m('report.more', { count: listed.length - most })}`)
  if (findings.accepted.length > 0) {
    lines.push('', m('report.accepted'))
    for (const finding of findings.accepted.slice(0, most)) {
      const where = whereabouts(finding)
      lines.push(`  ${t(severityWord(finding.severity))}  ${t(finding.message)}`, `        ${[...(finding.accepted === undefined ? [] : [t(acceptedWord(finding.accepted))]), ...(where === '' ? [] : [where])].join('  ')}`)
    }
    if (findings.accepted.length > most) lines.push(`  ${m('report.more', { count: findings.accepted.length - most })}`)
  }
  const turns = turnLines(report, language, most), hires = hireLines(report, language, most)
  if (hires.length > 0) lines.push('', m('hire.title'), ...hires.map(line => `  ${line}`))
  if (turns.length > 0) lines.push('', m('outlook.title'), ...turns.map(line => `  ${line}`))
  if (report.questions.length > 0) {
    lines.push('', m('report.questions'))
    for (const question of report.questions.slice(0, most)) lines.push(`  ? ${t(question.message)}${question.places.length > 0 ? `  ${question.places.slice(0, 6).map(placeName).join(' ')}${question.places.length > 6 ? ` … +${question.places.length - 6}` : ''}` : ''}`)
  }
  if (report.notices.length > 0) {
    lines.push('', m('report.notices'))
    for (const notice of report.notices.slice(0, most)) lines.push(`  · ${say({ key: notice.key, params: notice.params }, language)}${notice.sheet === undefined ? '' : `  ${notice.sheet}${notice.cell === undefined ? '' : `!${notice.cell}`}`}`)
  }
  if (report.reading.tables.length > 0) {
    lines.push('', m('report.tables'))
    for (const table of report.reading.tables) lines.push(...tableLines(table, t))
  }
  return `${lines.join('\n')}\n`
}

/** So many skipped rows are named for each reason. */
const MOST_RUNS = 8

/** What a table was taken for, how many rows were read, and which others were left out and why. */
function tableLines(table: TableReading, t: (what: Message) => string): string[] {
  const rowsByReason = new Map<SkipReason, [number, number][]>()
  for (const { row, why, to = row } of table.skipped) {
    const rows = rowsByReason.get(why)
    if (rows === undefined) rowsByReason.set(why, [[row, to]])
    else rows.push([row, to])
  }
  const skipped = [...rowsByReason].map(([why, rows]) => t(message('report.skipped-rows', { why: message(`skipped.${why}`), count: rows.reduce((sum, [first, last]) => sum + last - first + 1, 0), rows: rowRuns(rows) })))
  const hidden = table.hidden ? t(message('kind.hidden')) : ''
  return [
    `  ${sheetReference(table.sheet)}!${boxName(table.body ?? table.header)}${hidden}  ${t(kindWord(table))}  ${t(message('report.rows-read', { rows: table.rowsRead }))}`,
    ...(table.reason === null ? [] : [`      ${t(table.reason)}`]),
    ...(skipped.length === 0 ? [] : [`      ${skipped.join('  ')}`]),
  ]
}

/** `5, 8-11, …`. */
function rowRuns(rows: readonly (readonly [number, number])[]): string {
  const joined: [number, number][] = []
  for (const [first, last] of rows) {
    const before = joined.at(-1)
    if (before !== undefined && before[1] === first - 1) before[1] = last
    else joined.push([first, last])
  }
  const runs = joined.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`))
  return runs.slice(0, MOST_RUNS).join(', ') + (runs.length > MOST_RUNS ? ', …' : '')
}

function unverified(judgement: Judgement, language: Language): string {
  const seen = seenWord(judgement.citation, language)
  return seen === '' ? '' : `  [${seen}]`
}

/** What is assumed and what is left open, on a line of its own under the figure. */
function remarks(judgement: Judgement, t: (what: Message) => string, language: Language): string[] {
  return judgement.remarks.length === 0 ? [] : [`      ${judgement.remarks.map(t).join(language === 'en' ? '; ' : '；')}`]
}

/** A row a community, a column a target, worst first. */
function matrix(report: Report, language: Language, paint: (text: string, colour: Judgement['verdict']) => string, most: number): string[] {
  const units = worstFirst(report.communities).slice(0, most),
    titles = units[0]?.judgements.map(judgement => judgement.target.title[language]) ?? []
  const cells = units.map(unit => unit.judgements.map(judgement => `${MARKS[judgement.verdict]} ${shownValue(judgement, language)}`))
  const name = Math.max(width(say(message('report.community'), language)), ...units.map(unit => width(unit.label)))
  const widths = titles.map((title, column) => Math.max(width(title), ...cells.map(row => width(row[column] ?? ''))))
  const head = `  ${pad(say(message('report.community'), language), name)}  ${titles.map((title, column) => pad(title, widths[column] ?? 0)).join('  ')}`
  return [
    head.trimEnd(),
    ...units.map((unit, row) => `  ${pad(unit.label, name)}  ${unit.judgements.map((judgement, column) => paint(pad(cells[row]?.[column] ?? '', widths[column] ?? 0), judgement.verdict)).join('  ')}`.trimEnd()),
  ]
}
