import type { DocumentSource } from '../../core/document-source'
import type { Language } from '../../core/message'
import { rowsSkipped } from '../../core/reading'
import type { Report } from '../../core/report'
import { agePyramid, budgetByKind, element, fundAndNeed, fundingBar, staffShares, targetDistance, usableArea, usableAreaPages } from '../../pictures'
import type { Element } from '../../pictures'
import type { Child } from '../../pictures/element'
import { message } from '../../messages'
import { MOST_LINES, hireLines, turnLines } from '../outlook'
import { foundNothing } from '../summary'
import { worstFirst } from '../order'
import { MARKS, countsWord, kindWord, recognised, shownValue } from '../words'
import { communityPage } from './community-page'
import { findingsTable } from './findings-table'
import { officialParagraph } from './paragraph'
import { premisesTable } from './premises-table'
import { titleFacts } from './title-facts'
import { basis, explained, facts, heading, section, sentences, table, verdictMark } from './parts'
import { speechIn } from './words'
import type { Speech } from './words'
import { PICTURE_WIDTH, pictureRow, placed } from './picture-row'

/** Rows of a table that stays together on one page. */
const ONE_PAGE = 24

export interface DocumentOptions {
  readonly language: Language
  /** A page for each community after the report; or those of these communities alone, without the report. */
  readonly communities?: 'none' | 'all' | readonly number[]
}

/** 核查报告, or pages of communities: articles for a page with `documentStyle`. */
export function reportDocument(report: Report, source: DocumentSource, { language, communities = 'none' }: DocumentOptions): Element[] {
  const speech = speechIn(language), chosen = typeof communities === 'string' ? null : new Set(communities)
  const pages = communities === 'none' ? [] : report.communities.filter(({ community }) => chosen?.has(community) ?? true)
  const main = chosen === null ? [mainArticle(report, source, speech)] : []
  return [...main, ...pages.map(unit => communityPage(report, unit, source, speech))]
}

function mainArticle(report: Report, source: DocumentSource, speech: Speech): Element {
  const { word, say, language } = speech, { overall } = report, isEmpty = foundNothing(report)
  const rows = overall.judgements.map(judgement => [
    { look: 'v', content: judgement.target.title[language] }, { look: 'v', content: verdictMark(judgement.verdict, speech) }, explained(judgement, speech), basis(judgement, speech),
  ])
  const hires = hireLines(report, language, MOST_LINES), questions = report.questions.map(question => say(question.message))
  const open = [...turnLines(report, language, MOST_LINES), ...questions]
  return element(
    'article', {},
    element('h1', {}, word('title')), facts(titleFacts(report, source, speech)),
    heading(word('conclusion')), element('p', { class: 'paragraph' }, officialParagraph(report, source, language)),
    section(word('overall'), isEmpty || rows.length === 0 ? [] : [table([word('target'), word('verdict'), word('explained'), { look: 'w30', content: word('basis') }], rows)]),
    section(word('pictures'), isEmpty ? [] : [pictures(report, source, language)]),
    section(word('communities'), [...matrix(report, speech), ...premisesTable(report, speech)]),
    heading(word('findings')), element('p', { class: 'quiet' }, say(countsWord(report.counts))), findingsTable(report.findings, speech),
    section(word('hires'), hires.length === 0 ? [] : [sentences(hires)]),
    section(word('open'), open.length === 0 ? [] : [sentences(open)]),
    section(word('reading'), readingTable(report, speech)),
    element('p', { class: 'sign' }, word('sign')), element('p', { class: 'quiet' }, word('local')),
  )
}

/** The pictures in three columns, as many rows of them as the communities need. */
function pictures(report: Report, { figures }: DocumentSource, language: Language): Child {
  const options = { language, width: PICTURE_WIDTH, id: 'paper' }, { overall, communities } = report
  const pages = overall.premises === null ? 0 : usableAreaPages(communities), people = overall.headcount.counted > 0
  const areas = Array.from({ length: pages }, (_, index) => [usableArea(communities, { ...options, page: index + 1 })])
  const money = figures === null ? [] : [
    ...(figures.kinds.length > 0 ? [budgetByKind(figures.kinds, options)] : []),
    ...(figures.sources === null ? [] : [fundingBar(figures.sources, options)]),
    ...(figures.years.length > 0 ? [fundAndNeed(figures, options)] : []),
  ]
  const first = [
    ...(overall.judgements.length > 0 ? [[targetDistance(overall, options)]] : []),
    ...(people ? [[agePyramid(overall, options), staffShares(overall, options)]] : []), ...areas.slice(0, 1),
  ]
  return placed([first, areas.slice(1)], money).map(row => pictureRow(row))
}

function matrix(report: Report, { word, language }: Speech): readonly Child[] {
  const units = worstFirst(report.communities), [first] = units
  if (first === undefined || first.judgements.length === 0) return []
  const rows = units.map(unit => [
    unit.label, ...unit.judgements.map(judgement => [element('span', { class: `verdict-${judgement.verdict}` }, MARKS[judgement.verdict]), ` ${shownValue(judgement, language)}`]),
  ])
  return [
    table([word('community'), ...first.judgements.map(({ target }) => target.title[language])], rows, rows.length <= ONE_PAGE ? 'units-table one-page' : 'units-table'),
    element('p', { class: 'quiet' }, word('legend')),
  ]
}

function readingTable(report: Report, { say }: Speech): readonly Child[] {
  const heads = (['report.sheet', 'report.taken-for', 'report.rows', 'report.skipped'] as const).map(key => say(message(key)))
  const rows = report.reading.tables.map(each => [
    each.sheet + (each.hidden ? say(message('kind.hidden')) : ''), say(kindWord(each)) + (each.reason === null ? '' : ` — ${say(each.reason)}`),
    { look: 'n', content: each.rowsRead }, { look: 'n', content: rowsSkipped(each) },
  ])
  return [element('p', { class: 'quiet' }, say(recognised(report))), ...(rows.length === 0 ? [] : [table(heads, rows)])]
}
