import type { CellContent } from '../../core/cell'
import type { Change, LayoutStyle } from '../../core/change'
import type { Judgement } from '../../core/report'
import { message } from '../../messages'
import { worstFirst } from '../order'
import { MARKS } from '../words'
import { communityLinks, communitySheets, overviewName } from './community-sheets'
import type { CommunityLinks } from './community-sheets'
import { BODY, FONT, HEAD, LINE, linesOf, paperSheet, workingPaper } from '../working-paper'
import type { PaperFacts } from '../working-paper'
import { officialParagraph } from './paragraph'
import { premisesSheet } from './premises-sheet'
import type { ReportPaperSource } from './report-source'
import { DECIMALS, headOf, targetLines, unitWord } from './target-lines'
import { factLines, titleFacts } from './title-facts'
import { speechIn } from './words'

/**
 * 核查报告 as changes to an empty workbook: conclusion and overall figures, the communities, their premises today and in the plan period, 问题清单, 核对情况, a sheet
 * for each community with links to and from the overview; A4 landscape, heads repeated.
 */
export function reportWorkbook(sources: readonly ReportPaperSource[], facts: PaperFacts): Change[] {
  const several = sources.length > 1, [first] = sources
  const front = first === undefined || several ? [] : frontSheet(first, facts)
  const links = communityLinks(sources, facts.language)
  const communities = [...communitiesSheet(sources, several, facts, links), ...premisesSheet(sources, facts)]
  return [...front, ...communities, ...workingPaper(sources, facts, { cover: several }), ...communitySheets(links, facts)]
}

/** Points of height of a line of 11-point text. */
const PARAGRAPH_LINE = 16
const WIDTHS = [16, 11, 11, 12, 58, 26] as const

function frontSheet({ report, source }: ReportPaperSource, facts: PaperFacts): Change[] {
  const speech = speechIn(facts.language), { word, say, language } = speech, last = WIDTHS.length
  const paragraph = officialParagraph(report, source, language), titles = factLines(titleFacts(report, source, speech), language)
  const rows: CellContent[][] = [
    [word('title')], ...titles.map((line): CellContent[] => [line]),
    [word('conclusion')], [paragraph], [word('overall')],
    [word('target'), word('actual'), word('required'), word('verdict'), word('explained'), word('basis')],
  ]
  const top = rows.length, lines = targetLines(report.overall.judgements, top + 1, speech)
  rows.push(...lines.rows)
  const bottom = rows.length
  rows.push([], [word('sign')])
  const wide = WIDTHS.reduce((sum, width) => sum + width, 0), at = 2 + titles.length
  const heights: Record<number, number> = { 1: 30, [at + 1]: linesOf(paragraph, wide) * PARAGRAPH_LINE + 6 }
  for (let row = top + 1; row <= bottom; row++) heights[row] = Math.max(...[1, 5, 6].map(column => linesOf(String(rows[row - 1]?.[column - 1] ?? ''), WIDTHS[column - 1] ?? 10))) * LINE + 4
  const across = [1, ...titles.map((_, index) => index + 2), at, at + 1, at + 2, bottom + 2].map(row => ({
    top: row,
    left: 1,
    bottom: row,
    right: last,
  }))
  return paperSheet(word('title.sheet'), rows, {
    columnWidths: Object.fromEntries(WIDTHS.map((width, index) => [index + 1, width])),
    rowHeights: heights,
    landscape: true,
    fitToWidth: true,
    onePage: true,
    gridLines: false,
    merges: across,
    footer: say(message('paper.footer')),
    centered: true,
    styles: [
      {
        box: { top: 1, left: 1, bottom: 1, right: last },
        style: { bold: true, size: 18, align: 'center', vertical: 'center', font: FONT },
      },
      { box: { top: 2, left: 1, bottom: bottom + 2, right: last }, style: { font: FONT, size: 10, vertical: 'center', wrap: true } },
      ...[at, at + 2].map(row => ({ box: { top: row, left: 1, bottom: row, right: last }, style: { bold: true, size: 12, font: FONT } })),
      { box: { top: at + 1, left: 1, bottom: at + 1, right: last }, style: { size: 11, vertical: 'top', wrap: true, font: FONT } },
      { box: { top, left: 1, bottom: top, right: last }, style: HEAD },
      ...(bottom > top
        ? [
            { box: { top: top + 1, left: 1, bottom, right: last }, style: { ...BODY, vertical: 'center' } satisfies LayoutStyle },
            { box: { top: top + 1, left: 2, bottom, right: 3 }, style: { align: 'right' } satisfies LayoutStyle },
            { box: { top: top + 1, left: 4, bottom, right: 4 }, style: { align: 'center' } satisfies LayoutStyle },
          ]
        : []),
      ...lines.formats,
    ],
  })
}

/** What opens another sheet. */
const LINK: LayoutStyle = { color: '#0b5cad' }

/** Each community a row: for every target the figure as a number, and the verdict's sign beside it. */
function communitiesSheet(
  sources: readonly ReportPaperSource[],
  several: boolean,
  facts: PaperFacts,
  links: CommunityLinks,
): Change[] {
  const { word, say, language } = speechIn(facts.language), lead = several ? [word('file'), word('community')] : [word('community')]
  const targets = new Map(
    sources.flatMap(({ report }) =>
      report.communities.flatMap(({ judgements }) => judgements.map(({ target }) => [target.id, target] as const)),
    ),
  )
  if (targets.size === 0) return []
  const all = [...targets.values()], name = overviewName(language), last = lead.length + all.length * 2
  const rows: CellContent[][] = [
    [name],
    [...lead, ...all.flatMap(target => [headOf(target.title[language], unitWord(target.unit, say)), null])],
  ]
  for (const { report, name: file } of sources) {
    for (const unit of worstFirst(report.communities)) {
      const found = new Map<string, Judgement>(unit.judgements.map(judgement => [judgement.target.id, judgement]))
      rows.push([...(several ? [file] : []), links.to(unit), ...all.flatMap(({ id }): CellContent[] => {
        const judgement = found.get(id)
        return judgement === undefined ? [null, null] : [judgement.actual ?? '—', MARKS[judgement.verdict]]
      })])
    }
  }
  const bottom = rows.length,
    merged = all.map((_, index) => ({ top: 2, left: lead.length + 1 + index * 2, bottom: 2, right: lead.length + 2 + index * 2 }))
  rows.push([[word('legend'), ...(links.left === 0 ? [] : [word('sheets-left', { count: links.left, most: links.sheets.length })])].join('　')])
  const body = { top: 3, left: 1, bottom: Math.max(3, bottom), right: last }
  return paperSheet(name, rows, {
    columnWidths: Object.fromEntries([
      ...lead.map((_, index) => [index + 1, 18]),
      ...all.flatMap((_, index) => [
        [lead.length + 1 + index * 2, 11],
        [lead.length + 2 + index * 2, 4],
      ]),
    ]),
    landscape: true,
    fitToWidth: true,
    frozenRows: 2,
    frozenColumns: lead.length,
    printTitleRows: [1, 2],
    footer: facts.language === 'en' ? '&CPage &P of &N' : '&C第 &P 页 共 &N 页',
    rowHeights: { 1: 26, 2: 32 },
    merges: [{ top: 1, left: 1, bottom: 1, right: last }, ...merged, { top: bottom + 1, left: 1, bottom: bottom + 1, right: last }],
    styles: [
      {
        box: { top: 1, left: 1, bottom: 1, right: last },
        style: { bold: true, size: 14, align: 'center', vertical: 'center', font: FONT },
      },
      { box: { top: 2, left: 1, bottom: 2, right: last }, style: HEAD },
      { box: body, style: BODY },
      ...(links.sheets.length === 0 ? [] : [{ box: { ...body, left: lead.length, right: lead.length }, style: LINK }]),
      ...all.flatMap((target, index) => {
        const value = { ...body, left: lead.length + 1 + index * 2, right: lead.length + 1 + index * 2 },
          mark = { ...body, left: value.left + 1, right: value.left + 1 }
        return [
          { box: value, style: { align: 'right', format: DECIMALS[target.unit] ?? 'General' } satisfies LayoutStyle },
          { box: mark, style: { align: 'center' } satisfies LayoutStyle },
        ]
      }),
      { box: { top: bottom + 1, left: 1, bottom: bottom + 1, right: last }, style: { size: 9, font: FONT } },
    ],
  })
}
