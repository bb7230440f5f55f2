import type { CellContent } from '../../core/cell'
import type { Change, LayoutStyle, SheetLayout } from '../../core/change'
import type { Language } from '../../core/message'
import { sheetReference } from '../../core/place'
import type { PremisesFigures, Report, UnitReport } from '../../core/report'
import { message } from '../../messages'
import { maskText } from '../../core/mask'
import { worstFirst } from '../order'
import { PAPER_LEVELS, partedFindings, whereabouts } from '../words'
import { BODY, FONT, HEAD, LINE, linesOf, paperSheet } from '../working-paper'
import type { PaperFacts } from '../working-paper'
import { namesBehind, ownFindings, ownHires } from './community-page'
import type { ReportPaperSource } from './report-source'
import { targetLines } from './target-lines'
import { factLines, titleFacts } from './title-facts'
import { speechIn } from './words'
import type { Speech } from './words'

/** Communities with a sheet of their own, the worst first: a workbook of more tabs is not walked any more. */
const MOST_SHEETS = 60
/** Findings that a sheet lists; the list of findings has all. */
const MOST_FINDINGS = 60
/** Text within a formula may be no longer. */
const LONGEST_LITERAL = 255
/** Excel keeps this name for itself, in every language. */
const RESERVED = 'history'
/** The first half of a sign that was cut in two. */
const HALF = /[\uD800-\uDBFF]$/

/** Which community has which sheet. */
export interface CommunityLinks {
  readonly sheets: readonly { readonly name: string; readonly unit: UnitReport; readonly of: ReportPaperSource }[]
  /** Communities without a sheet, as there are too many. */
  readonly left: number
  /** The community's name, as a link where it has a sheet. */
  readonly to: (unit: UnitReport) => CellContent
}

/** Gives every community a sheet with a name that a workbook may have, as far as there is room. */
export function communityLinks(sources: readonly ReportPaperSource[], language: Language): CommunityLinks {
  const { word, say } = speechIn(language)
  const fixed = [word('title.sheet'), overviewName(language), word('premises-sheet'), ...OTHERS.map(key => say(message(key)))]
  const taken = new Set([RESERVED, ...fixed.map(name => name.toLowerCase())])
  const isJudged = ({ judgements }: UnitReport): boolean => judgements.length > 0
  const all = sources.flatMap(of => worstFirst(of.report.communities).filter(isJudged).map(unit => ({ unit, of })))
  const sheets = all.slice(0, MOST_SHEETS).map(({ unit, of }) => ({ unit, of, name: nameFor(unit.label, taken) }))
  const names = new Map(sheets.map(({ unit, name }) => [unit, name]))
  return {
    sheets, left: all.length - sheets.length,
    to: unit => {
      const name = names.get(unit)
      return name === undefined ? unit.label : linkTo(name, unit.label)
    },
  }
}

/** Name of the sheet with a row for each community. */
export function overviewName(language: Language): string {
  return speechIn(language).word('communities').replace(/^.*?[、.]\s?/, '')
}

const OTHERS = ['paper.findings', 'paper.checked', 'paper.cover'] as const

/** A name of at most 31 signs without those that no sheet may have, and unlike all others. */
function nameFor(label: string, taken: Set<string>): string {
  const plain = maskText(label).replace(/[\\/?*[\]:']/g, ' ').trim().slice(0, 27).replace(HALF, '').trim(), base = plain === '' ? '-' : plain
  let name = base
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}${String(number)}`
  taken.add(name.toLowerCase())
  return name
}

function linkTo(sheet: string, shown: string): CellContent {
  if (shown.length > LONGEST_LITERAL) return shown
  const quoted = (text: string): string => text.replaceAll('"', '""')
  return { formula: `=HYPERLINK("#${quoted(sheetReference(sheet))}!A1","${quoted(shown)}")`, value: shown }
}

/** A sheet for each community: its targets with the people behind each miss, its premises, whom to take on, its findings with room for handling and signature. */
export function communitySheets({ sheets }: CommunityLinks, facts: PaperFacts): Change[] {
  return sheets.flatMap(({ name, unit, of: { report, source } }) => communitySheet(name, unit, report, source, facts))
}

const WIDTHS = [17, 11, 11, 12, 50, 22, 16, 10] as const, LAST = WIDTHS.length
/** The last columns hold 依据 of a target, and 位置, 处理意见, 签字 of a finding. */
const TEXT = 5
/** Points of height of a page at the width of the columns, and how much smaller it may be printed to stay one page. */
const PAGE_POINTS = 620, SMALLEST = 1.5

function communitySheet(name: string, unit: UnitReport, report: Report, source: ReportPaperSource['source'], facts: PaperFacts): Change[] {
  const speech = speechIn(facts.language), { word, say, language } = speech
  const rows: CellContent[][] = [], heights: Record<number, number> = {}, merges: NonNullable<SheetLayout['merges']>[number][] = []
  const styles: { box: NonNullable<SheetLayout['merges']>[number]; style: LayoutStyle }[] = []
  const box = (row: number, left: number, right: number, bottom = row) => ({ top: row, left, bottom, right })
  const wide = (from: number, to: number): number => WIDTHS.slice(from - 1, to).reduce((sum, width) => sum + width, 0)
  /** A row whose parts span columns: text, first column, last column. */
  const row = (cells: readonly (readonly [CellContent, number, number])[], style: LayoutStyle): number => {
    const line: CellContent[] = Array.from({ length: LAST }, () => null), at = rows.length + 1
    let lines = 1
    for (const [content, left, right] of cells) {
      line[left - 1] = content
      if (right > left) merges.push(box(at, left, right))
      if (typeof content === 'string') lines = Math.max(lines, linesOf(content, wide(left, right)))
    }
    rows.push(line)
    heights[at] = lines * LINE + 4
    styles.push({ box: box(at, 1, LAST), style: { font: FONT, size: 10, vertical: 'center', wrap: true, ...style } })
    return at
  }
  const heading = (text: string): number => row([[text, 1, LAST]], { bold: true, size: 12, wrap: false })

  const first = row([[word('title.community', { label: unit.label }), 1, LAST]], { bold: true, size: 16, align: 'center' })
  heights[first] = 28
  for (const line of factLines(titleFacts(report, source, speech), language)) row([[line, 1, LAST]], {})
  const heads = ['target', 'actual', 'required', 'verdict', 'explained'] as const
  row([...heads.map((key, index) => [word(key), index + 1, index + 1] as const), [word('basis'), 6, LAST]], HEAD)
  const from = rows.length + 1, lines = targetLines(unit.judgements, from, speech, judgement => namesBehind(judgement, source, speech))
  for (const line of lines.rows) row(line.map((cell, index) => [cell, index + 1, index === TEXT ? LAST : index + 1] as const), BODY)
  styles.push({ box: box(from, 1, LAST, rows.length), style: { vertical: 'center' } })
  styles.push({ box: box(from, 2, 3, rows.length), style: { align: 'right' } }, { box: box(from, 4, 4, rows.length), style: { align: 'center' } })
  styles.push(...lines.formats)

  for (const line of premisesLines(unit.premises, word)) {
    const at = row(line.cells.map((cell, index) => [cell, index + 1, index + 1] as const), {})
    styles.push({ box: box(at, 1, 4), style: line.isHead ? HEAD : { ...BODY, vertical: 'center' } })
    const isWhole = line.cells.every(cell => typeof cell !== 'number' || Number.isInteger(cell))
    if (!line.isHead) styles.push({ box: box(at, 2, 4), style: { align: 'right', format: isWhole ? '#,##0' : '#,##0.00' } })
  }
  for (const line of ownHires(report, unit, language)) row([[line, 1, LAST]], {})

  const own = partedFindings(ownFindings(report, unit, source)).open
  heading(word('own-findings'))
  if (own.length === 0) row([[word('none'), 1, LAST]], {})
  else {
    const ends = ['place', 'handling', 'signed'] as const
    row([[word('number'), 1, 1], [word('level'), 2, 2], [word('finding'), 3, TEXT], ...ends.map((key, index) => [word(key), 6 + index, 6 + index] as const)], HEAD)
    for (const [index, finding] of own.slice(0, MOST_FINDINGS).entries()) {
      const level = say(message(PAPER_LEVELS[finding.severity]))
      const at = row([[index + 1, 1, 1], [level, 2, 2], [say(finding.message), 3, TEXT], [whereabouts(finding), 6, 6]], BODY)
      heights[at] = Math.max(heights[at] ?? 0, 24)
      styles.push({ box: box(at, 1, LAST), style: { vertical: 'center' } }, { box: box(at, 1, 2), style: { align: 'center' } })
    }
    if (own.length > MOST_FINDINGS) row([[say(message('report.more', { count: own.length - MOST_FINDINGS })), 1, LAST]], {})
  }
  const sign = row([[word('sign'), 1, LAST]], { wrap: false })
  heights[sign] = 32
  const overview = overviewName(language)
  row([[linkTo(overview, word('back', { sheet: overview })), 1, LAST]], { color: '#0b5cad', wrap: false })
  const total = Object.values(heights).reduce((sum, height) => sum + height, 0)
  return paperSheet(name, rows, {
    columnWidths: Object.fromEntries(WIDTHS.map((width, index) => [index + 1, width])), rowHeights: heights, merges, styles,
    landscape: true, fitToWidth: true, onePage: total <= PAGE_POINTS * SMALLEST, gridLines: false, centered: true,
    printArea: box(1, 1, LAST, sign), footer: say(message('paper.footer')),
  })
}

interface PremisesLine {
  readonly cells: readonly CellContent[]
  readonly isHead: boolean
}

/** Area and gap today, in the plan period, and with what is in building; nothing where the community has no premises. */
function premisesLines(premises: PremisesFigures | null, word: Speech['word']): readonly PremisesLine[] {
  if (premises === null) return []
  const { usableArea, ownArea, plannedArea, gapNow, gapPlanned, gapWhenBuilt } = premises
  const told = (value: number | null): CellContent => value ?? word('not-known')
  return [
    { cells: [word('premises-item'), word('now'), word('planned'), word('with-building')], isHead: true },
    { cells: [word('area'), told(usableArea), told(ownArea), told(plannedArea)], isHead: false },
    { cells: [word('gap'), told(gapNow), told(gapPlanned), told(gapWhenBuilt)], isHead: false },
  ]
}
