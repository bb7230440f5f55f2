import { seenWord } from './citations'
import type { Finding } from '../core/finding'
import type { Language, Message } from '../core/message'
import { rowsSkipped } from '../core/reading'
import type { Report } from '../core/report'
import { say, saying } from '../messages'
import { MOST_LINES, hireLines, turnLines } from './outlook'
import { foundNothing, summaryText } from './summary'
import { worstFirst } from './order'
import { MARKS, acceptedWord, asOfWord, countsWord, kindWord, partedFindings, recognised, relatedCells, severityWord, shownValue, verdictWord, whereabouts } from './words'

/** The report as Markdown, to paste into a message or keep beside the workbook. */
export function markdownReport(report: Report, language: Language): string {
  const t = (what: Message): string => say(what, language),
    m = saying(language)
  const { policy } = report, lines: string[] = []
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): void => {
    lines.push(`| ${head.map(cell).join(' | ')} |`, `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(row => `| ${row.map(cell).join(' | ')} |`), '')
  }
  lines.push(`# ${m('report.title')}`, '', `**${escapeMarkdown(summaryText(report, language))}**`, '')
  lines.push(`- ${m('report.file')}: ${escapeMarkdown(report.file)}`, `- ${m('report.policy')}: ${escapeMarkdown(policy.title[language])} (\`${policy.id}\`)`, `- ${m('report.as-of')}: ${report.asOf} (${t(asOfWord(report))})`, `- ${t(recognised(report))}`, '')
  if (report.overall.judgements.length > 0 && !foundNothing(report)) {
    lines.push(`## ${m('report.overall')}`, '')
    table([m('report.target'), m('report.verdict'), m('report.arithmetic'), m('report.sources')], report.overall.judgements.map(judgement => [
      judgement.target.title[language], `${MARKS[judgement.verdict]} ${t(verdictWord(judgement.verdict))}`, [t(judgement.arithmetic), ...judgement.remarks.map(t)].join(language === 'en' ? '; ' : '；'),
      judgement.citation === null ? '' : `${judgement.citation.clause}${seenWord(judgement.citation, language) === '' ? '' : `（${seenWord(judgement.citation, language)}）`}`,
    ]))
  }
  const units = worstFirst(report.communities), [first] = units
  if (first !== undefined && first.judgements.length > 0) {
    lines.push(`## ${m('report.communities')}`, '')
    table([m('report.community'), ...first.judgements.map(judgement => judgement.target.title[language])], units.map(unit => [unit.label, ...unit.judgements.map(judgement => `${MARKS[judgement.verdict]} ${shownValue(judgement, language)}`)]))
  }
  lines.push(`## ${m('report.findings')}`, '', t(countsWord(report.counts)), '')
  const { open, accepted } = partedFindings(report.findings)
  const line = (finding: Finding): string => {
    const where = [whereabouts(finding), relatedCells(finding)].filter(part => part !== '').join(' → '), reason = finding.accepted === undefined ? '' : ` ${escapeMarkdown(t(acceptedWord(finding.accepted)))}`
    return `- **${t(severityWord(finding.severity))}** ${escapeMarkdown(t(finding.message))}${reason}${where === '' ? '' : ` \`${where.replaceAll('`', "'")}\``}`
  }
  lines.push(...open.map(line))
  if (open.length === 0) lines.push(m('report.none'))
  if (accepted.length > 0) lines.push('', `## ${m('report.accepted')}`, '', ...accepted.map(line))
  lines.push('')
  for (const [title, list] of [['hire.title', hireLines(report, language, MOST_LINES)], ['outlook.title', turnLines(report, language, MOST_LINES)]] as const) {
    if (list.length > 0) lines.push(`## ${m(title)}`, '', ...list.map(each => `- ${escapeMarkdown(each)}`), '')
  }
  if (report.questions.length > 0) lines.push(`## ${m('report.questions')}`, '', ...report.questions.map(question => `- ${escapeMarkdown(t(question.message))}`), '')
  lines.push(`## ${m('report.tables')}`, '')
  table([m('report.sheet'), m('report.taken-for'), m('report.rows'), m('report.skipped')], report.reading.tables.map(each => [
    each.sheet + (each.hidden ? m('kind.hidden') : ''), t(kindWord(each)) + (each.reason === null ? '' : ` — ${t(each.reason)}`), String(each.rowsRead), String(rowsSkipped(each)),
  ]))
  return `${lines.join('\n').trimEnd()}\n`
}

function cell(text: string): string {
  return escapeMarkdown(text).replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** Takes Markdown's own signs out of a person's words */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_<>#[\]`]/g, sign => `\\${sign}`)
}
