import type { CellContent } from '../core/cell'
import type { CellChange, Change, LayoutStyle, SheetLayout } from '../core/change'
import type { Checked, CheckedTotal } from '../core/checked'
import type { Finding } from '../core/finding'
import { SEVERITY_RANK } from '../core/severity'
import type { Language, Message } from '../core/message'
import type { TargetUnit } from '../core/plan'
import { boxName, cellName, sheetReference } from '../core/place'
import type { Box } from '../core/place'
import { message, say, saying } from '../messages'
import { checkTitle } from '../messages/check-title'
import { maskText } from '../core/mask'
import { textWidth } from '../pictures/text-size'
import { PAPER_LEVELS, relatedCells } from './words'

/** One audited file. */
export interface PaperSource {
  readonly file: string
  /** Name without its folder, as links name it. */
  readonly name: string
  /** The unit of each target, by its id. Left out: no finding is about a target. */
  readonly units?: ReadonlyMap<string, TargetUnit>
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly checksum: string
  readonly findings: readonly Finding[]
  readonly checked: Checked
}

export interface PaperFacts {
  /** `yyyy-mm-dd`. */
  readonly day: string
  readonly version: string
  readonly language: Language
  /** What a rule's findings are about, in a word. */
  readonly categoryOf: (rule: string) => Message
}

/** 万元 for each unit of money. */
const MONEY = new Map([['元', 0.0001], ['百元', 0.01], ['千元', 0.1], ['万元', 1], ['亿元', 10_000]])
/** Findings and totals that are written out; the rest is counted in the last row. */
const MOST = 5000

/**
 * The working paper (审计工作底稿) as changes to an empty workbook: a cover, the list of findings with room for the handling of each, and
 * what was checked and held or could not be. A4 landscape, header rows repeated. Ids of people are masked.
 */
export function workingPaper(
  sources: readonly PaperSource[],
  facts: PaperFacts,
  parts: { readonly cover: boolean } = { cover: true },
): Change[] {
  return [...(parts.cover ? cover(sources, facts) : []), ...findingsSheet(sources, facts), ...checkedSheet(sources, facts)]
}

export const FONT = '宋体'
export const HEAD: LayoutStyle = { bold: true, fill: '#e8eef4', border: true, align: 'center', vertical: 'center', wrap: true, font: FONT, size: 10 }
export const BODY: LayoutStyle = { border: true, vertical: 'top', wrap: true, font: FONT, size: 10 }

function words({ language }: PaperFacts): ReturnType<typeof saying> {
  return saying(language)
}

function cover(sources: readonly PaperSource[], facts: PaperFacts): Change[] {
  const m = words(facts), counts = { error: 0, warning: 0, info: 0 }
  for (const { findings } of sources) for (const finding of findings) if (finding.accepted === undefined) counts[finding.severity]++
  const held = sources.flatMap(source => source.checked.totals).filter(total => total.holds).length
  const rows: CellContent[][] = [
    [m('paper.title')], [],
    [m('paper.day'), facts.day], [m('paper.version'), `plancheck ${facts.version}`],
    [m('paper.counts'), m('paper.counts-value', counts)],
    [m('paper.held'), m('paper.held-value', { formulas: sum(sources, source => source.checked.formulas), totals: sum(sources, source => source.checked.totals.length), held, pairs: sum(sources, source => source.checked.pairs.length), not: sum(sources, source => source.checked.not.length) })],
    [], [m('paper.file'), m('paper.checksum')],
    ...sources.map((source): CellContent[] => [source.name, source.checksum]),
    [], [m('paper.levels')], [m('paper.level-error')], [m('paper.level-warning')], [m('paper.level-info')],
    [], [m('paper.signed'), ''],
  ]
  const head = 8, levels = head + sources.length + 2
  return paperSheet(m('paper.cover'), rows, {
    columnWidths: { 1: 34, 2: 78 },
    landscape: true,
    fitToWidth: true,
    gridLines: false,
    // The sentences on the levels run over both columns: a narrow one would wrap them into each other.
    merges: [1, levels, levels + 1, levels + 2, levels + 3].map(row => ({ top: row, left: 1, bottom: row, right: 2 })),
    styles: [
      { box: { top: 1, left: 1, bottom: 1, right: 2 }, style: { bold: true, size: 18, align: 'center', font: FONT } },
      { box: { top: 2, left: 1, bottom: rows.length, right: 2 }, style: { font: FONT, size: 11, vertical: 'center', wrap: true } },
      { box: { top: head, left: 1, bottom: head, right: 2 }, style: HEAD },
      { box: { top: head + 1, left: 1, bottom: head + sources.length, right: 2 }, style: BODY },
    ],
  })
}

/** Heights of the rows from a first one on, for the text that wraps in them. */
function heightsOf(rows: readonly (readonly CellContent[])[], widths: readonly number[], from: number): Record<number, number> {
  const lines = (row: readonly CellContent[]): number =>
    Math.max(1, ...row.map((cell, index) => (typeof cell === 'string' ? linesOf(cell, widths[index] ?? 10) : 1)))
  return Object.fromEntries(rows.map((row, index) => [index + 1, lines(row) * LINE + 3] as const).slice(from - 1))
}

interface Line {
  readonly source: PaperSource
  readonly finding: Finding
  readonly amount: number | null
}

function findingsSheet(sources: readonly PaperSource[], facts: PaperFacts): Change[] {
  const m = words(facts), several = sources.length > 1
  const lines = sources
    .flatMap(source =>
      source.findings
        .filter(finding => finding.accepted === undefined)
        .map((finding): Line => ({ source, finding, amount: inTenThousands(finding) })),
    )
    .sort((a, b) => {
      const byLevel = SEVERITY_RANK[a.finding.severity] - SEVERITY_RANK[b.finding.severity]
      return byLevel === 0 ? Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0) : byLevel
    })
  const file = several ? ['file' as const] : []
  const head = ['number', 'level', 'category', ...file, 'sheet', 'cell', 'actual', 'expected', 'difference', 'unit', 'amount', 'basis', 'advice', 'opinion', 'checker', 'date'] as const
  const title = m('paper.findings'), rows: CellContent[][] = [[title], head.map(name => m(`paper.column-${name}`))]
  const amountColumn = head.indexOf('amount') + 1, subtotals: number[] = [], shares: number[] = [], broken: number[] = []
  let from = 3
  for (const [i, line] of lines.slice(0, MOST).entries()) {
    rows.push(findingRow(line, i + 1, several, facts))
    if (targetUnit(line) === 'share') shares.push(rows.length)
    else if (Object.values(line.finding.evidence ?? {}).some(value => typeof value === 'number' && !Number.isInteger(value))) broken.push(rows.length)
    const next = lines[i + 1]
    if (line.finding.severity === 'error' && next?.finding.severity !== 'error') {
      const letters = cellName(1, amountColumn).replace('1', ''), total = lines.slice(0, i + 1).reduce((all, each) => all + Math.abs(each.amount ?? 0), 0)
      const without = lines.slice(0, i + 1).filter(each => each.amount === null && targetUnit(each) === undefined && typeof each.finding.evidence?.difference === 'number').length
      const converted = lines.slice(0, i + 1).some(each => each.amount !== null)
      rows.push(head.map((name): CellContent => {
        if (name === 'level') return m('paper.subtotal')
        if (name === 'basis') return without === 0 ? null : m('paper.subtotal-without', { count: without })
        // Where no difference has a unit of money there is nothing to add up: no 0 that could be read as one.
        if (name !== 'amount' || !converted) return null
        return { formula: `=SUMPRODUCT(ABS(${letters}${String(from)}:${letters}${String(rows.length)}))`, value: rounded(total) }
      }))
      subtotals.push(rows.length)
      from = rows.length + 1
    }
  }
  if (lines.length === 0) rows.push([null, m('report.none')])
  if (lines.length > MOST) rows.push([null, m('report.more', { count: lines.length - MOST })])
  const level = facts.language === 'en' ? 10 : 7
  const widths = [5, level, level, ...(several ? [14] : []), 11, 11, 9, 9, 10, 6, 9, 40, 20, 13, 10, 9]
  return paperSheet(title, rows, {
    columnWidths: Object.fromEntries(widths.map((width, i) => [i + 1, width])), rowHeights: heightsOf(rows, widths, 2), landscape: true, fitToWidth: true, frozenRows: 2, printTitleRows: [1, 2], footer: m('paper.footer'),
    autoFilter: { top: 2, left: 1, bottom: Math.max(3, rows.length), right: head.length },
    merges: [{ top: 1, left: 1, bottom: 1, right: head.length }],
    styles: [
      { box: { top: 1, left: 1, bottom: 1, right: head.length }, style: { bold: true, size: 14, align: 'center', font: FONT } },
      { box: { top: 2, left: 1, bottom: 2, right: head.length }, style: HEAD },
      { box: { top: 3, left: 1, bottom: Math.max(3, rows.length), right: head.length }, style: BODY },
      { box: { top: 3, left: amountColumn - 4, bottom: Math.max(3, rows.length), right: amountColumn }, style: { align: 'right' } },
      { box: { top: 3, left: amountColumn - 1, bottom: Math.max(3, rows.length), right: amountColumn - 1 }, style: { align: 'center' } },
      ...broken.map(row => ({ box: { top: row, left: amountColumn - 4, bottom: row, right: amountColumn } satisfies Box, style: { format: '#,##0.00' } })),
      ...shares.map(row => ({ box: { top: row, left: amountColumn - 4, bottom: row, right: amountColumn - 2 } satisfies Box, style: { format: '0.0%' } })),
      ...subtotals.map(row => ({ box: { top: row, left: amountColumn, bottom: row, right: amountColumn } satisfies Box, style: { format: '#,##0.00' } })),
      ...subtotals.map(row => ({ box: { top: row, left: 1, bottom: row, right: head.length } satisfies Box, style: { bold: true, fill: '#f7f3e8' } satisfies LayoutStyle })),
    ],
  })
}

/** The unit of the target that a finding is about. */
function targetUnit({ source, finding }: Line): TargetUnit | undefined {
  return finding.rule === 'target-missed' ? source.units?.get(finding.subject.replace(/^.*\//, '')) : undefined
}

function findingRow(line: Line, number: number, several: boolean, facts: PaperFacts): CellContent[] {
  const { source, finding, amount } = line, { evidence, fix, at } = finding
  const m = words(facts), related = relatedCells(finding), unit = targetUnit(line)
  const cells = at === null ? '' : at.boxes.slice(0, 8).map(boxName).join(',') + (at.boxes.length > 8 ? '…' : '')
  const basis = say(finding.message, facts.language) + (related === '' ? '' : `\n${m('paper.related', { cells: related })}`)
  return [
    number,
    m(PAPER_LEVELS[finding.severity]),
    say(facts.categoryOf(finding.rule), facts.language),
    ...(several ? [source.name] : []),
    at?.sheet ?? '',
    at === null || at.boxes.length === 0 ? cells : link(source.name, at.sheet, at.boxes[0] as Box, cells),
    figure(evidence?.actual ?? null),
    figure(evidence?.expected ?? null),
    evidence === null || evidence.difference === null ? null : rounded(evidence.difference),
    evidence?.unit ?? (unit === undefined || unit === 'share' ? null : say(message(`unit.${unit}`), facts.language).trim()),
    amount === null ? null : rounded(amount),
    basis,
    unit === undefined ? advice(fix, m) : m('paper.advice-target'),
    null,
    null,
    null,
  ]
}

/** A cell that opens the audited file at the place, as long as it lies beside the paper. */
function link(file: string, sheet: string, box: Box, shown: string): CellContent {
  const target = `[${file}]${sheetReference(sheet)}!${cellName(box.top, box.left)}`.replaceAll('"', '""')
  return target.length > 250 ? shown : { formula: `=HYPERLINK("${target}","${shown.replaceAll('"', '""')}")`, value: shown }
}

function advice(fix: Finding['fix'], m: ReturnType<typeof words>): string {
  const change = fix?.changes.find((each): each is CellChange => each.kind === 'cell')
  if (fix === null || change === undefined) return m('paper.advice-look')
  const after = typeof change.after === 'object' && change.after !== null && 'formula' in change.after ? change.after.formula : String(change.after ?? '')
  return fix.changes.length > 1 ? m('paper.advice-many', { cell: change.cell, after, count: fix.changes.length }) : m('paper.advice', { cell: change.cell, after })
}

function checkedSheet(sources: readonly PaperSource[], facts: PaperFacts): Change[] {
  const m = words(facts), several = sources.length > 1, rows: CellContent[][] = [[m('paper.checked')], [...(several ? [m('paper.column-file')] : []), m('paper.column-kind'), m('paper.column-place'), m('paper.column-against'), m('paper.column-result')]]
  const push = (source: PaperSource, ...cells: CellContent[]): void => void rows.push([...(several ? [source.name] : []), ...cells])
  for (const source of sources) {
    const { formulas, totals, pairs, not } = source.checked
    push(source, m('paper.kind-formulas'), m('paper.formulas-count', { count: formulas }), null, m('paper.formulas-findings', { count: source.findings.length }))
    const listed = eachOnce(source, totals)
    for (const total of listed.slice(0, MOST)) {
      push(source, m(`paper.relation-${total.relation}`), `${sheetReference(total.sheet)}!${cellName(total.row, total.column)}`, total.parts.slice(0, 12).map(boxName).join(','),
        `${m(total.holds ? 'paper.holds' : 'paper.fails')}${total.of > 1 ? m('paper.votes', { agree: total.agree, of: total.of }) : ''}`)
    }
    if (listed.length > MOST) push(source, null, m('report.more', { count: listed.length - MOST }))
    for (const pair of pairs.slice(0, MOST)) push(source, m('paper.kind-pair'), pair.from, pair.against, m(pair.holds ? 'paper.holds' : 'paper.fails'))
    for (const each of not.slice(0, MOST)) push(source, m('paper.kind-not'), [each.sheet, each.cell].filter(part => part !== null).join('!'), checkTitle(each.check, facts.language), say(each.why, facts.language))
  }
  const width = several ? 5 : 4, columns = [...(several ? [18] : []), 12, 30, 36, 52]
  return paperSheet(m('paper.checked'), rows, {
    columnWidths: Object.fromEntries(columns.map((each, i) => [i + 1, each])), rowHeights: heightsOf(rows, columns, 3), landscape: true, fitToWidth: true, frozenRows: 2, printTitleRows: [1, 2], footer: m('paper.footer'),
    merges: [{ top: 1, left: 1, bottom: 1, right: width }],
    styles: [
      { box: { top: 1, left: 1, bottom: 1, right: width }, style: { bold: true, size: 14, align: 'center', font: FONT } }, { box: { top: 2, left: 1, bottom: 2, right: width }, style: HEAD },
      { box: { top: 3, left: 1, bottom: Math.max(3, rows.length), right: width }, style: BODY },
    ],
  })
}

/**
 * A cell may be held against several relations (the sum of its column, a difference of its row). One that fails beside one that holds
 * stands for the cell where a finding names it; elsewhere the one that holds explains it.
 */
function eachOnce({ findings }: PaperSource, totals: readonly CheckedTotal[]): readonly CheckedTotal[] {
  const placeOf = (sheet: string, row: number, column: number): string => `${sheet}!${cellName(row, column)}`
  const results = new Map<string, Set<boolean>>(), told = new Set<string>()
  for (const { sheet, row, column, holds } of totals) {
    const place = placeOf(sheet, row, column)
    results.set(place, (results.get(place) ?? new Set<boolean>()).add(holds))
  }
  for (const { at } of findings) for (const { top, left } of at?.boxes ?? []) told.add(placeOf(at?.sheet ?? '', top, left))
  return totals.filter(({ sheet, row, column, holds }) => {
    const place = placeOf(sheet, row, column)
    return results.get(place)?.size !== 2 || holds !== told.has(place)
  })
}

/** A finding's difference in 万元, where it is money. */
function inTenThousands({ evidence }: Finding): number | null {
  const factor = evidence?.unit === undefined ? undefined : MONEY.get(evidence.unit)
  return evidence === null || evidence.difference === null || factor === undefined ? null : evidence.difference * factor
}

function figure(value: number | string | null): CellContent {
  return typeof value === 'number' ? rounded(value) : value
}

function rounded(value: number): number {
  return Number(value.toFixed(6))
}

function sum(sources: readonly PaperSource[], of: (source: PaperSource) => number): number {
  return sources.reduce((all, source) => all + of(source), 0)
}

/** Points of height that a line of 10-point text takes. */
export const LINE = 14
/** Pixels of a column's character, and of 10-point text. */
const COLUMN = 7.2, TEXT = 13

/** How many lines a wrapped text takes in so many columns, rather one more than one less: nothing fits heights where the file is not opened by Excel. */
export function linesOf(text: string, columns: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, TEXT) / (columns * COLUMN))), 0)
}

/** A sheet with its cells as changes; blank cells are left out. The one door of every report that is a workbook: ids of people are masked here. */
export function paperSheet(name: string, rows: readonly (readonly CellContent[])[], layout: SheetLayout): Change[] {
  const changes: Change[] = [{ kind: 'add-sheet', sheet: name, layout }]
  for (const [r, cells] of rows.entries()) {
    for (const [c, content] of cells.entries()) {
      const after = masked(content)
      if (after !== null && after !== '') changes.push({ kind: 'cell', sheet: name, cell: cellName(r + 1, c + 1), before: null, after })
    }
  }
  return changes
}

/** A formula that would have to name what is masked, a file called after a person's id, leaves its value alone. */
function masked(content: CellContent): CellContent {
  if (typeof content === 'string') return maskText(content)
  if (typeof content !== 'object' || content === null || !('formula' in content)) return content
  return maskText(content.formula) === content.formula ? content : masked(content.value)
}

