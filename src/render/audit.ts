import type { AuditReport } from '../core/checked'
import type { Finding } from '../core/finding'
import type { Language, Message } from '../core/message'
import { message, say, saying } from '../messages'
import { element, markup } from '../pictures'
import { findingsTable } from './documents/findings-table'
import { facts, heading, section, sentences } from './documents/parts'
import { speechIn } from './documents/words'
import { escapeMarkdown } from './markdown'
import { acceptedWord, partedFindings, relatedCells, severityWord, whereabouts } from './words'

/** The head of an audit in words: what was held, and how many findings there are. */
export function auditSummary(report: AuditReport): Message {
  const { formulas, totals, pairs, not } = report.checked
  return message('audit.checked', { formulas, totals: totals.length, held: totals.filter(total => total.holds).length, pairs: pairs.length, not: not.length })
}

/** So many findings and places are written out; the rest is counted. */
const MOST = 400

/** The audit for a terminal. */
export function auditText(report: AuditReport, language: Language): string {
  const t = (what: Message): string => say(what, language),
    m = saying(language)
  const { open, accepted } = partedFindings(report.findings), lines = [`${m('audit.title')}  ${report.file}`, t(auditSummary(report)), '', `${m('report.findings')}  ${m('report.counts', report.counts)}`]
  if (open.length === 0) lines.push(`  ${m('report.none')}`)
  for (const finding of open.slice(0, MOST)) {
    const where = [whereabouts(finding), relatedCells(finding)].filter(part => part !== '').join('  → ')
    lines.push(`  ${t(severityWord(finding.severity))}  ${t(finding.message)}`, ...(where === '' ? [] : [`        ${where}`]))
  }
  if (open.length > MOST) lines.push(`  ${m('report.more', { count: open.length - MOST })}`)
  if (accepted.length > 0) lines.push('', m('report.accepted'), ...accepted.map(finding => `  ${t(finding.message)}  ${reason(finding, t)}  ${whereabouts(finding)}`))
  const { not } = report.checked
  if (not.length > 0) lines.push('', m('audit.checked-not'), ...not.slice(0, MOST).map(each => `  · ${t(each.why)}  ${[each.sheet, each.cell].filter(part => part !== null).join('!')}`.trimEnd()))
  return `${lines.join('\n')}\n`
}

/** The audit as Markdown. */
export function auditMarkdown(report: AuditReport, language: Language): string {
  const t = (what: Message): string => escapeMarkdown(say(what, language)),
    m = saying(language)
  const { open, accepted } = partedFindings(report.findings)
  const item = (finding: Finding): string => {
    const where = [whereabouts(finding), relatedCells(finding)].filter(part => part !== '').join(' → ')
    return `- **${t(severityWord(finding.severity))}** ${t(finding.message)}${reason(finding, t)}${where === '' ? '' : ` \`${where.replaceAll('`', "'")}\``}`
  }
  const lines = [`# ${m('audit.title')}`, '', `- ${m('report.file')}: ${escapeMarkdown(report.file)}`, `- ${t(auditSummary(report))}`, '', `## ${m('report.findings')}`, '', m('report.counts', report.counts), '']
  lines.push(...(open.length === 0 ? [m('report.none')] : open.map(item)))
  if (accepted.length > 0) lines.push('', `## ${m('report.accepted')}`, '', ...accepted.map(item))
  const { not } = report.checked
  if (not.length > 0) lines.push('', `## ${m('audit.checked-not')}`, '', ...not.map(each => `- ${t(each.why)} ${escapeMarkdown([each.sheet, each.cell].filter(part => part !== null).join('!'))}`.trimEnd()))
  return `${lines.join('\n').trimEnd()}\n`
}

/** The audit as an article of a page (see `htmlBefore`). */
export function auditHtml(report: AuditReport, language: Language): string {
  const speech = speechIn(language), { not } = report.checked
  const m = saying(language)
  const places = not.map(each => `${say(each.why, language)} ${[each.sheet, each.cell].filter(part => part !== null).join('!')}`)
  return markup(
    element(
      'article', {},
      element('h1', {}, m('audit.title')), facts([[m('report.file'), report.file.replace(/^.*[/\\]/, '')]]), element('p', { class: 'paragraph' }, say(auditSummary(report), language)),
      heading(m('report.findings')), element('p', { class: 'quiet' }, m('report.counts', report.counts)), findingsTable(report.findings, speech),
      section(m('audit.checked-not'), not.length === 0 ? [] : [sentences(places)]),
      element('p', { class: 'sign' }, speech.word('sign')),
    ),
  )
}

function reason(finding: Finding, t: (what: Message) => string): string {
  return finding.accepted === undefined ? '' : ` ${t(acceptedWord(finding.accepted))}`
}
