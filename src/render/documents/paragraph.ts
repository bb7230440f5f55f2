import type { DocumentSource } from '../../core/document-source'
import type { Language } from '../../core/message'
import type { Report } from '../../core/report'
import { hireLines } from '../outlook'
import { foundNothing, summarySentence } from '../summary'
import { speechIn } from './words'

/** What the sentence of the board says already: these figures are not said a second time. */
const IN_SUMMARY: ReadonlySet<string> = new Set(['formal', 'contracted', 'staff-count', 'usable-area', 'not-recorded'])
/** Parts of it that only list targets, whose own sentences follow here. */
const LISTS: ReadonlySet<string> = new Set(['summary.missed', 'summary.open'])

/**
 * The result as one paragraph of official prose, to be put into a report of one's own. Every number is the board's: the sentence of the
 * board, the arithmetic of the other overall figures, the plan of hires, the budget sheets.
 */
export function officialParagraph(report: Report, source: DocumentSource, language: Language): string {
  const { word, say } = speechIn(language), { overall: { headcount: heads, judgements } } = report
  const sentence = (text: string): string => word('paragraph.sentence', { sentence: text.replace(/[。.]$/, '') })
  if (foundNothing(report)) return sentence(summarySentence(report).map(say).join('')).trim()
  const [year = '', month = '', day = ''] = report.asOf.split('-'), plain = (part: string): string => (language === 'en' ? part : String(Number(part)))
  const date = word('paragraph.date', { year, month: plain(month), day: plain(day) }), unit = source.unit === '' ? word('paragraph.unit') : source.unit
  const { counted, formal, contracted } = heads
  const opening = { date, unit, communities: report.communities.length, counted, formal, contracted }
  const parts = summarySentence(report).filter(({ key }) => !LISTS.has(key)).map(say)
  const others = judgements.filter(({ target, actual }) => !IN_SUMMARY.has(target.figure) && actual !== null)
  const whole = report.plan.overall === null ? [] : hireLines({ ...report, plan: { hires: [], overall: report.plan.overall } }, language, 1)
  return [
    word(counted === 0 ? 'paragraph.no-roster' : 'paragraph.opening', opening),
    word('paragraph.checked', { policy: report.policy.title, summary: parts.join(language === 'en' ? '; ' : '；') }),
    ...others.map(({ arithmetic }) => sentence(say(arithmetic))), ...whole.map(sentence), ...money(source, language),
  ].join('').trim()
}

function money({ figures }: DocumentSource, language: Language): string[] {
  if (figures === null) return []
  const { word } = speechIn(language), { staff: { now, goal }, bridging } = figures, said: string[] = []
  if (now !== null && goal !== null) said.push(goal >= now ? word('paragraph.staff', { now, goal, more: goal - now }) : word('paragraph.staff-less', { now, goal, less: now - goal }))
  if (bridging !== null && bridging > 0) said.push(word('paragraph.bridging', { value: bridging }))
  return said
}
