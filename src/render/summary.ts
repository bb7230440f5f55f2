import { areaGap, gapOf, judgementsOn } from '../core/gap'
import { isOverallOnly } from '../core/plan'
import type { Language, Message } from '../core/message'
import type { LocalText, Target } from '../core/plan'
import type { Verdict } from '../core/verdict'
import type { Report, UnitReport } from '../core/report'
import { message, say } from '../messages'

/** The sentence of the board, part by part: who complies, who is short of what, how much area is missing, what else is missed. */
export function summarySentence(report: Report): Message[] {
  if (foundNothing(report)) return [message('summary.nothing')]
  const parts = [complying(report), ...staffParts(report), ...areaParts(report)]
  const said = new Set(['formal', 'contracted', 'staff-count', 'usable-area', 'community-count', 'not-recorded'])
  const missed = overallTargets(report, 'missed').filter(target => !said.has(target.figure))
  if (missed.length > 0) parts.push(message('summary.missed', { targets: missed.map(target => target.title) }))
  const open = overallTargets(report, 'unknown').filter(target => target.figure !== 'not-recorded' && !(target.figure === 'usable-area' && report.overall.premises !== null))
  if (open.length > 0) parts.push(message('summary.open', { targets: open.map(target => target.title) }))
  return parts
}

/** No community and nobody: there is nothing to judge, and a list of open targets would only hide that. */
export function foundNothing(report: Pick<Report, 'communities' | 'overall'>): boolean {
  return report.communities.length === 0 && report.overall.headcount.counted === 0
}

/** The same as one line. */
export function summaryText(report: Report, language: Language): string {
  const parts = summarySentence(report).map(part => say(part, language))
  return language === 'en' ? `${capital(parts.join('; '))}.` : `${parts.join('；')}。`
}

/** A community complies in full when nothing that could be judged anywhere is missed or open in it; targets that are open everywhere are named apart. */
export function complies(unit: UnitReport, openEverywhere: ReadonlySet<string>): boolean {
  return unit.judgements.length > 0 && unit.judgements.every(({ verdict, target }) => verdict === 'met' || (verdict === 'unknown' && openEverywhere.has(target.id)))
}

/** Ids of the targets that are open in every community. */
export function openTargets(report: Pick<Report, 'communities'>): ReadonlySet<string> {
  const [first] = report.communities
  const ids = first === undefined ? [] : first.judgements.filter((_judgement, index) => report.communities.every(unit => unit.judgements[index]?.verdict === 'unknown')).map(judgement => judgement.target.id)
  return new Set(ids)
}

/** Nobody complies "in full" where a target is open in every community: the sentence then speaks of what could be judged. */
function complying(report: Report): Message {
  const openEverywhere = openTargets(report), count = report.communities.length
  const judged = report.communities.some(unit => unit.judgements.some(judgement => !openEverywhere.has(judgement.target.id)))
  if (!judged) return message('summary.communities', { count, met: 0 })
  const met = report.communities.filter(unit => complies(unit, openEverywhere)).length, inPart = openEverywhere.size > 0
  if (met === count) return message(inPart ? 'summary.all-met-judged' : 'summary.all-met', { count })
  return message(inPart ? 'summary.communities-judged' : met === 0 && count > 1 ? 'summary.none-met' : 'summary.communities', { count, met })
}

/** Shortages and surpluses of heads, each kind summed community by community. */
function staffParts(report: Report): Message[] {
  const short: Message[] = [], over: Message[] = []
  for (const target of report.policy.targets) {
    if (target.unit !== 'person' || isOverallOnly(target) || target.figure === 'not-recorded') continue
    const gap = gapOf(judgementsOn(report, target))
    if (gap.short > 0) short.push(message('summary.part', { target: within(target.title), count: gap.short }))
    if (gap.over > 0) over.push(message('summary.part', { target: within(target.title), count: gap.over }))
  }
  return [...(short.length > 0 ? [message('summary.short', { parts: short })] : []), ...(over.length > 0 ? [message('summary.over', { parts: over })] : [])]
}

/** The gap of the plan period: rented, borrowed and doomed area counts 0 in it. */
function areaParts(report: Report): Message[] {
  if (report.overall.premises === null || !report.policy.targets.some(target => target.figure === 'usable-area')) return []
  const { short: gap, open } = areaGap(report) ?? { short: 0, open: report.communities.length }
  if (gap > 0) return [open > 0 ? message('summary.gap-open', { gap, open }) : message('summary.gap', { gap })]
  return open > 0 ? [message('summary.area-open', { open })] : []
}

/** A title within an English sentence. */
function within(title: LocalText): LocalText {
  return { ...title, en: title.en.slice(0, 1).toLowerCase() + title.en.slice(1) }
}

function overallTargets(report: Report, verdict: Verdict): Target[] {
  return report.overall.judgements.filter(judgement => judgement.verdict === verdict).map(judgement => judgement.target)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
