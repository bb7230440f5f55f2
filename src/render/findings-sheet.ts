import { areaName } from '../core/area'
import { isFormula } from '../core/cell'
import type { CellContent } from '../core/cell'
import type { Change, DressLayout } from '../core/change'
import type { Finding } from '../core/finding'
import { FINDINGS_MARK, OLD_FINDINGS_MARK, markedSheet } from '../core/marks'
import { maskText } from '../core/mask'
import type { Language, Message, MessageParams } from '../core/message'
import { cellKey, cellName, keyColumn, keyRow, sheetReference } from '../core/place'
import { itemOf } from '../core/proposal'
import type { Proposal, ProposalItem } from '../core/proposal'
import type { Report } from '../core/report'
import { formatAt, sheetNamed, styleAt } from '../core/snapshot'
import type { SheetSnapshot, Snapshot } from '../core/snapshot'
import { message, messageNamed, say, sayText } from '../messages'
import { findingsList } from '../messages/findings-list'
import { LANGUAGES, LIST_COLUMNS as COLUMNS, findingKey, ownWork } from './findings-sheet-own'
import type { OwnCell } from './findings-sheet-own'
import { partedFindings } from './words'

/** What the findings sheet would be: nothing of the workbook changes but this one sheet of the program's own. */
export interface FindingsSheet extends Proposal {
  readonly kind: 'results'
  readonly sheet: string
  /** How many findings it lists. */
  readonly findings: number
}

export type SheetSource = Pick<Report, 'file' | 'asOf' | 'counts' | 'findings'> & { readonly policy: Pick<Report['policy'], 'title'> }

/** Findings that are listed; the rest is counted. Accepted ones all come along. */
const MOST = 20_000

const WIDTHS = [6, 8, 24, 60, 30, 16]
const PLACE = 3, TEXT = 4, REMARK = 6

/**
 * The findings as a sheet of the workbook (问题清单): values only, one row each, most serious first, with the place, the sentence and the clause;
 * accepted ones last, with their reason. It takes the place of the one of before, whatever that is called by now, or is added at the end: a sheet
 * of the person's own with its name is left alone. What the person wrote about a finding goes along with it, and what stands beside the list stays.
 * Ids are masked.
 */
export function findingsSheet(report: SheetSource, snapshot: Snapshot, language: Language): FindingsSheet {
  const old = standingSheet(snapshot), sheet = old?.name ?? freeName(sayWord('name', language), snapshot)
  const rows = listed(report, language), table = tableOf(report, rows, language)
  const why = message('results.why'), refersTo = `${sheetReference(sheet)}!$A$1`, mark = markOf(snapshot, FINDINGS_MARK)
  return {
    kind: 'results', sheet, findings: rows.length,
    items: [
      ...(old === null ? [item({ kind: 'add-sheet', sheet }, why)] : []),
      ...(mark === refersTo ? [] : [item({ kind: 'name', name: FINDINGS_MARK, before: mark, after: refersTo, hidden: true }, why, { quiet: true })]),
      item({ kind: 'dress-sheet', sheet, mark: FINDINGS_MARK, layout: table.layout }, why, { quiet: true }),
      ...cellItems(sheet, old, { rows, table, keys: old === null ? [] : LANGUAGES.map(each => keysOf(listed(report, each))) }, language),
    ],
  }
}

/** All of it is written, or nothing. */
function item(change: Change, why: Message, more: Partial<ProposalItem> = {}): ProposalItem {
  return itemOf(change, why, { together: 'results', ...more })
}

interface List {
  readonly rows: readonly Row[]
  readonly table: Table
  /** How each row is known again, in each language. */
  readonly keys: readonly (readonly string[])[]
}

function keysOf(rows: readonly Row[]): readonly string[] {
  return rows.map(row => findingKey(row[PLACE - 1] ?? undefined, row[TEXT - 1] ?? undefined))
}

/** Every cell that stands there or comes; those that stay as they are are named too, and are nothing to look at. */
function cellItems(sheet: string, old: SheetSnapshot | null, list: List, language: Language): ProposalItem[] {
  const before = old === null ? new Map<number, CellContent>() : contentsOf(old)
  const { after, from, lost } = withOwnWork(before, list)
  return [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b).map(key => {
    const was = before.get(key) ?? null, is = after.get(key) ?? null, column = keyColumn(key), why = lost.get(key) ?? 'results.why'
    const head = sayWord(COLUMNS[column - 1] ?? 'remark', language), format = old === null || typeof is !== 'number' ? null : formatOf(old, from.get(key))
    const change = { kind: 'cell' as const, sheet, cell: cellName(keyRow(key), column), before: was, after: is, ...(format === null ? {} : { format }) }
    return item(change, messageNamed(why, { line: '', column: head }), { safe: !lost.has(key), quiet: was === is })
  })
}

/** The table with what the person did: remarks and own columns beside their findings, and all that stands right of the list. */
function withOwnWork(before: ReadonlyMap<number, CellContent>, { rows, table, keys }: List): {
  readonly after: ReadonlyMap<number, CellContent>
  /** Where a cell that is kept stood. */
  readonly from: ReadonlyMap<number, number>
  /** Cells of the person's that go, and why. */
  readonly lost: ReadonlyMap<number, 'results.why-remark' | 'results.why-own'>
} {
  const own = ownWork(before), after = new Map<number, CellContent>(table.cells), from = new Map<number, number>()
  const lost = new Map<number, 'results.why-remark' | 'results.why-own'>()
  const keep = (key: number, { key: was, value }: OwnCell, moves = false): void => {
    const content = moves && key !== was && isFormula(value) ? value.value : value
    if (content === null) return
    after.set(key, content)
    from.set(key, was)
  }
  const beside = (cells: ReadonlyMap<string, OwnCell[]>, column: number): void => {
    for (const index of rows.keys()) {
      const key = cellKey(table.head + 1 + index, column), waiting = keys.map(each => cells.get(each[index] ?? '')).find(each => each !== undefined && each.length > 0)
      if (waiting === undefined || after.has(key)) continue
      for (const cell of waiting.splice(0, 1)) keep(key, cell, true)
    }
    for (const { key } of [...cells.values()].flat()) lost.set(key, 'results.why-remark')
  }
  for (const cell of own.beside) keep(cell.key, cell)
  beside(own.remarks, REMARK)
  let right = own.beside.reduce((most: number, { key }) => Math.max(most, keyColumn(key)), COLUMNS.length)
  for (const { column } of own.columns) right = Math.max(right, column ?? 0)
  for (const { column, head, cells } of own.columns) {
    const at = column ?? ++right
    if (head !== null) keep(cellKey(table.head, at), head, true)
    beside(cells, at)
  }
  for (const { key } of own.rows) lost.set(key, 'results.why-own')
  return { after, from, lost }
}

type Word = keyof typeof findingsList
type Row = readonly (string | number | null)[]

function sayWord(word: Word, language: Language, params: MessageParams = {}): string {
  return sayText(findingsList[word], params, language)
}

function markOf({ names }: Snapshot, mark: string): string | null {
  return names.find(({ name, sheet }) => name === mark && sheet === undefined)?.refersTo ?? null
}

/** The findings sheet of before. */
function standingSheet(snapshot: Snapshot): SheetSnapshot | null {
  for (const mark of [FINDINGS_MARK, OLD_FINDINGS_MARK]) {
    const name = markedSheet(markOf(snapshot, mark) ?? ''), sheet = name === null ? undefined : sheetNamed(snapshot, name)
    if (sheet?.kind === 'worksheet') return sheet
  }
  return null
}

function freeName(wanted: string, { sheets }: Snapshot): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()))
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} ${String(n)}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

function contentsOf({ rows, formulas }: SheetSnapshot): Map<number, CellContent> {
  const cells = new Map<number, CellContent>()
  for (const [r, row] of rows.entries())
    for (const [c, value] of row.entries()) if (value !== null && value !== '') cells.set(cellKey(r + 1, c + 1), value)
  for (const [key, formula] of formulas) cells.set(key, { formula, value: rows[keyRow(key) - 1]?.[keyColumn(key) - 1] ?? null })
  return cells
}

/** A number that moves along is shown as it was, where the host tells how: a day in the remarks stays a day. */
function formatOf(sheet: SheetSnapshot, key: number | undefined): string | null {
  return key === undefined ? null : (styleAt(sheet, keyRow(key), keyColumn(key))?.format ?? formatAt(sheet, keyRow(key), keyColumn(key)))
}

function listed({ findings }: SheetSource, language: Language): Row[] {
  const { open, accepted } = partedFindings(findings)
  return [...open.slice(0, MOST), ...accepted].map((finding, index) => rowOf(finding, index + 1, language))
}

function rowOf({ severity, at, message: what, evidence, accepted }: Finding, number: number, language: Language): Row {
  const source = evidence?.source ?? null
  const texts = [
    sayWord(severity, language),
    at === null ? '' : areaName(at),
    say(what, language),
    source === null ? '' : source.clause + (source.verified ? '' : sayWord('unverified', language)),
    accepted === undefined ? '' : sayWord('accepted', language, { reason: accepted.reason }),
  ]
  return [number, ...texts.map(maskText)]
}

interface Table {
  /** Row of the column heads. */
  readonly head: number
  readonly cells: ReadonlyMap<number, CellContent>
  readonly layout: DressLayout
}

function tableOf({ file, policy, asOf, counts, findings }: SheetSource, rows: readonly Row[], language: Language): Table {
  const { error, warning, info, accepted } = counts, more = Math.max(0, findings.length - rows.length)
  const lines = [
    sayWord('file', language, { file }),
    sayWord('basis', language, { policy: policy.title, asOf }),
    sayWord(accepted > 0 ? 'counts-accepted' : 'counts', language, { error, warning, info, accepted }),
  ].map(maskText)
  const head = lines.length + 3, bottom = head + rows.length, right = COLUMNS.length
  const legend = [...(more > 0 ? [sayWord('more', language, { count: more })] : []), sayWord('legend', language), sayWord('sign', language)]
  const cells = new Map<number, CellContent>()
  const put = (row: number, texts: Row): void => {
    for (const [index, text] of texts.entries()) if (text !== null && text !== '') cells.set(cellKey(row, index + 1), text)
  }
  for (const [index, line] of [sayWord('title', language), ...lines].entries()) put(index + 1, [line])
  put(head, COLUMNS.map(word => sayWord(word, language)))
  for (const [index, row] of rows.entries()) put(head + 1 + index, row)
  for (const [index, line] of legend.entries()) put(bottom + 2 + index, [line])
  return { head, cells, layout: layoutOf(head, bottom, right, sayWord('footer', language)) }
}

function layoutOf(head: number, bottom: number, right: number, footer: string): DressLayout {
  return {
    columnWidths: Object.fromEntries(WIDTHS.map((width, index) => [index + 1, width])),
    styles: [
      { box: { top: 1, left: 1, bottom: 1, right: 1 }, style: { bold: true, size: 16 } },
      {
        box: { top: head, left: 1, bottom: head, right },
        style: { bold: true, fill: '#e7e6e6', border: true, wrap: true, align: 'center', vertical: 'center' },
      },
      // Text format for all of it: nothing that comes from a cell may turn into a formula.
      ...(bottom > head
        ? [{ box: { top: head + 1, left: 1, bottom, right }, style: { format: '@', border: true, wrap: true, vertical: 'top' as const } }]
        : []),
    ],
    frozenRows: head, landscape: true, fitToWidth: true, printTitleRows: [head, head], footer,
  }
}
