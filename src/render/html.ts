import { quotedWords, seenWord } from './citations'
import type { Finding } from '../core/finding'
import type { Language, Message } from '../core/message'
import { rowsSkipped } from '../core/reading'
import type { Report, Verdict } from '../core/report'
import { message, say } from '../messages'
import type { MessageKey } from '../messages'
import { maskText } from '../core/mask'
import { MOST_LINES, hireLines, turnLines } from './outlook'
import { foundNothing, summaryText } from './summary'
import { worstFirst } from './order'
import { MARKS, acceptedWord, asOfWord, countsWord, kindWord, partedFindings, recognised, relatedCells, severityWord, shownValue, verdictWord, whereabouts } from './words'

/** One page for A4 landscape, everything in it, no script. Shapes and words carry the verdicts, so that it reads in black and white. */
const STYLE = `
@page { size: A4 landscape; margin: 12mm; }
:root { color-scheme: light; }
body { font: 12px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Segoe UI", sans-serif; color: #1b1a19; margin: 16px auto; max-width: 1100px; padding: 0 16px; }
article { break-after: page; } article:last-of-type { break-after: auto; }
h1 { font-size: 18px; margin: 0 0 4px; text-align: center; } h2 { font-size: 14px; margin: 18px 0 6px; }
.lead { font-size: 14px; font-weight: 600; margin: 8px 0; } .facts { color: #484644; margin: 0 0 8px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; } thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 1px solid #8a8886; padding: 2px 6px; text-align: left; vertical-align: top; } th { background: #f3f2f1; } td.n { text-align: right; white-space: nowrap; } td.v { white-space: nowrap; }
.missed { color: #a4262c; } .surplus { color: #8a5300; } .unknown { color: #005a9e; } .met { color: #0b6a0b; }
ul { margin: 4px 0; padding-left: 18px; } code { font-family: inherit; color: #484644; } .sign { margin-top: 28px; } .small { color: #605e5c; font-size: 11px; }
`

export function htmlBefore(language: Language): string {
  const title = say(message('report.title'), language)
  return `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>\n`
}

export const HTML_AFTER = '\n</body></html>\n'

/** One workbook's board and findings. */
export function htmlArticle(report: Report, language: Language): string {
  const t = (what: Message): string => escapeHtml(say(what, language)),
    m = (key: MessageKey, params = {}): string => escapeHtml(say(message(key, params), language))
  const mark = (verdict: Verdict): string => `<span class="${verdict}">${MARKS[verdict]} ${t(verdictWord(verdict))}</span>`
  const { policy } = report, units = worstFirst(report.communities), [first] = units
  const parts = [
    `<article><h1>${m('report.title')}</h1>`, `<p class="lead">${escapeHtml(summaryText(report, language))}</p>`,
    `<p class="facts">${m('report.file')}：${escapeHtml(report.file)} · ${m('report.policy')}：${escapeHtml(policy.title[language])} · ${m('report.as-of')}：${report.asOf}（${t(asOfWord(report))}）<br>${t(recognised(report))}</p>`,
  ]
  if (report.overall.judgements.length > 0 && !foundNothing(report)) {
    const rows = report.overall.judgements.map(judgement => {
      const remarks = judgement.remarks.length === 0 ? '' : `<br><span class="small">${judgement.remarks.map(t).join(language === 'en' ? '; ' : '；')}</span>`
      const { citation } = judgement, source = citation === null ? '' : `${escapeHtml(citation.clause)}<br><span class="small">${escapeHtml(quotedWords(citation))}${seenWord(citation, language) === '' ? '' : ` [${seenWord(citation, language)}]`}</span>`
      return `<tr><td class="v">${escapeHtml(judgement.target.title[language])}</td><td class="v">${mark(judgement.verdict)}</td><td>${t(judgement.arithmetic)}${remarks}</td><td>${source}</td></tr>`
    })
    parts.push(`<h2>${m('report.overall')}</h2><table><thead><tr><th>${m('report.target')}</th><th>${m('report.verdict')}</th><th>${m('report.arithmetic')}</th><th>${m('report.sources')}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`)
  }
  if (first !== undefined && first.judgements.length > 0) {
    const rows = units.map(unit => `<tr><td>${escapeHtml(unit.label)}</td>${unit.judgements.map(judgement => `<td class="n"><span class="${judgement.verdict}">${MARKS[judgement.verdict]}</span> ${escapeHtml(shownValue(judgement, language))}</td>`).join('')}</tr>`)
    parts.push(`<h2>${m('report.communities')}</h2><table><thead><tr><th>${m('report.community')}</th>${first.judgements.map(judgement => `<th>${escapeHtml(judgement.target.title[language])}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`)
    parts.push(`<p class="small">${(['met', 'missed', 'surplus', 'unknown'] as const).map(mark).join(' · ')}</p>`)
  }
  const item = (finding: Finding): string => {
    const where = [whereabouts(finding), relatedCells(finding)].filter(part => part !== '').join(' → '), reason = finding.accepted === undefined ? '' : ` <span class="small">${t(acceptedWord(finding.accepted))}</span>`
    return `<li><strong>${t(severityWord(finding.severity))}</strong> ${t(finding.message)}${reason}${where === '' ? '' : ` <code>${escapeHtml(where)}</code>`}</li>`
  }
  const { open, accepted } = partedFindings(report.findings)
  parts.push(`<h2>${m('report.findings')} <span class="small">${t(countsWord(report.counts))}</span></h2>`, open.length === 0 ? `<p>${m('report.none')}</p>` : `<ul>${open.map(item).join('\n')}</ul>`)
  if (accepted.length > 0) parts.push(`<h2>${m('report.accepted')}</h2><ul>${accepted.map(item).join('\n')}</ul>`)
  for (const [title, list] of [['hire.title', hireLines(report, language, MOST_LINES)], ['outlook.title', turnLines(report, language, MOST_LINES)]] as const) {
    if (list.length > 0) parts.push(`<h2>${m(title)}</h2><ul>${list.map(each => `<li>${escapeHtml(each)}</li>`).join('\n')}</ul>`)
  }
  if (report.questions.length > 0) parts.push(`<h2>${m('report.questions')}</h2><ul>${report.questions.map(question => `<li>${t(question.message)}</li>`).join('\n')}</ul>`)
  const tables = report.reading.tables.map(table => `<tr><td>${escapeHtml(table.sheet)}${table.hidden ? m('kind.hidden') : ''}</td><td>${t(kindWord(table))}${table.reason === null ? '' : ` — ${t(table.reason)}`}</td><td class="n">${table.rowsRead}</td><td class="n">${rowsSkipped(table)}</td></tr>`)
  if (tables.length > 0) parts.push(`<h2>${m('report.tables')}</h2><table><thead><tr><th>${m('report.sheet')}</th><th>${m('report.taken-for')}</th><th>${m('report.rows')}</th><th>${m('report.skipped')}</th></tr></thead><tbody>${tables.join('\n')}</tbody></table>`)
  parts.push(`<p class="sign">${m('report.signature')}</p><p class="small">${m('report.local')}</p></article>`)
  return parts.join('\n')
}

/** The entry of a file that could not be read. */
export function htmlFailure(file: string, sentence: string): string {
  return `<article><h1>${escapeHtml(file)}</h1><p class="lead">${escapeHtml(sentence)}</p></article>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text for the page: masked first, because the signs of HTML would part a number. */
export function escapeHtml(text: string): string {
  return maskText(text).replace(/[&<>"']/g, sign => SIGNS[sign] ?? sign)
}
