import { findingKey, rowKey } from '../../core/document-source'
import type { DocumentSource } from '../../core/document-source'
import type { Finding } from '../../core/finding'
import type { Language } from '../../core/message'
import type { Judgement, Report, UnitReport } from '../../core/report'
import { agePyramid, element, staffShares, targetDistance } from '../../pictures'
import type { Element } from '../../pictures'
import { actualText, expectedText } from '../../pictures/words'
import { hireLines } from '../outlook'
import { findingsTable } from './findings-table'
import { explained, facts, heading, table, verdictMark } from './parts'
import { PICTURE_WIDTH, pictureRow } from './picture-row'
import { titleFacts } from './title-facts'
import type { Speech } from './words'

/** Names in one line. */
const MOST_NAMES = 20

/** One community on a page of its own: its figures with the people behind each miss, its pictures, its findings. */
export function communityPage(report: Report, unit: UnitReport, source: DocumentSource, speech: Speech): Element {
  const { word, language } = speech, title = word('title.community', { label: unit.label })
  const rows = unit.judgements.map(judgement => [
    judgement.target.title[language], { look: 'n', content: actualText(judgement, language) }, { look: 'n', content: expectedText(judgement, language) },
    { look: 'v', content: verdictMark(judgement.verdict, speech) }, [explained(judgement, speech), behind(judgement, source, speech)], judgement.citation?.clause ?? '',
  ])
  const own = ownFindings(report, unit, source)
  const options = { language, width: PICTURE_WIDTH, id: 'paper' }
  const hires = ownHires(report, unit, language)
  return element(
    'article', { class: `community${fitting(unit, own.length, hires.length)}` },
    element('h1', {}, title), facts(titleFacts(report, source, speech)),
    table([word('target'), word('actual'), word('required'), word('verdict'), word('explained'), { look: 'w20', content: word('basis') }], rows),
    pictureRow([[targetDistance(unit, options)], [agePyramid(unit, options)], [staffShares(unit, options)]], hires.map(line => element('p', {}, line))),
    heading(word('own-findings')), findingsTable(own, speech),
    element('p', { class: 'sign' }, word('sign')),
  )
}

/** Height of A4 landscape between its margins, of a page with nothing but the seven targets and three pictures, and of what comes to it, in CSS pixels. */
const PAGE = 690, BARE = 560, REMARK = 20, FINDING = 34, HIRES = 16

/** How much smaller a page is printed so that it stays one page; beyond the smallest its list of findings goes on to the next. */
function fitting(unit: UnitReport, findings: number, hires: number): string {
  const remarked = unit.judgements.filter(({ remarks, lacking }) => remarks.length > 0 || lacking.length > 4).length
  const share = PAGE / (BARE + remarked * REMARK + (findings === 0 ? 0 : 30 + findings * FINDING) + Math.max(0, hires - 3) * HIRES)
  return share >= 1 ? '' : share >= 0.9 ? ' fit-9' : share >= 0.8 ? ' fit-8' : ' fit-7'
}

function behind(judgement: Judgement, source: DocumentSource, speech: Speech): Element | null {
  const names = namesBehind(judgement, source, speech)
  return names === '' ? null : element('span', {}, `　${names}`)
}

/** The people behind a miss by name; empty where there are none. */
export function namesBehind({ verdict, lacking }: Judgement, { names }: DocumentSource, { word, language }: Speech): string {
  if (verdict === 'met') return ''
  const found = [...new Set(lacking.flatMap(({ sheet, row }) => names.get(rowKey(sheet, row)) ?? []))]
  if (found.length === 0) return ''
  const listed = found.slice(0, MOST_NAMES).join(language === 'en' ? ', ' : '、')
  return word(found.length > MOST_NAMES ? 'behind-more' : 'behind', { names: listed, count: found.length })
}

/** The findings of a community; misses of its targets stand in its table, with their numbers. */
export function ownFindings(report: Report, unit: UnitReport, source: DocumentSource): readonly Finding[] {
  const targets = new Set(unit.judgements.map(({ target }) => `${unit.name}/${target.id}`))
  const isOwn = (finding: Finding) => finding.subject.split('/')[0] === unit.name || source.communityOf.get(findingKey(finding)) === unit.community
  return report.findings.filter(finding => isOwn(finding) && !targets.has(finding.subject))
}

/** Whom a community has to take on, as a sentence. */
export function ownHires(report: Report, unit: UnitReport, language: Language): readonly string[] {
  const hires = report.plan.hires.filter(({ community }) => community === unit.community)
  return hireLines({ ...report, plan: { hires, overall: null } }, language, 1)
}
