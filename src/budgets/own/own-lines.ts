import type { CellValue } from '../../core/cell'
import { isBlank } from '../../core/cell'
import type { ColumnReading, Reading, TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot, Snapshot } from '../../core/snapshot'
import { communityName, isCommunityLabel } from '../../vocabulary/communities'
import { rowLabel } from '../../vocabulary/labels'
import { moneyUnit, unitLine } from '../../vocabulary/money'
import type { MoneyUnit } from '../../vocabulary/money'
import { depthOf, headerWords, subjectOf } from './words'
import type { HeaderWords, Subject } from './words'

/** A table in which a person budgets, side by side tables taken apart. */
export interface OwnTable {
  readonly table: TableReading
  readonly sheet: SheetSnapshot
  /** Column with the lines' labels. */
  readonly labelColumn: number
  readonly columns: readonly OwnColumn[]
  readonly lines: readonly OwnLine[]
  readonly kind: 'lines' | 'communities' | 'years'
}

export interface OwnColumn {
  readonly column: number
  readonly header: string
  readonly words: HeaderWords
  /** Unit of money that holds for the column; `null` when none is stated. */
  readonly unit: MoneyUnit | null
}

export interface OwnLine {
  readonly row: number
  readonly label: string
  readonly role: 'leaf' | 'parent' | 'total' | 'subtotal' | 'other'
  readonly subject: Subject | null
  /** Index into the reading's communities; -1 for none. */
  readonly community: number
  readonly year: number | null
}

const KINDS = new Set(['budget', 'fund', 'funding-sources', 'staffing-summary'])
const LABEL_HEADER = /项目|科目|款项|来源|类别|内容|名称|年度|年份|摘要|用途|社区|居委会|支出|收入/

/** The budget tables of a workbook that a person keeps, without the sheets of this program. */
export function ownTables(snapshot: Snapshot, reading: Reading, ours: ReadonlySet<string>): OwnTable[] {
  const communities = new Map(reading.communities.map(community => [community.name, community.index]))
  const sheets = new Map(snapshot.sheets.map(sheet => [sheet.name, sheet]))
  return reading.tables.flatMap(table => {
    const sheet = sheets.get(table.sheet)
    if (!(KINDS.has(table.kind) || table.kind === 'other') || table.hidden || table.body === null || sheet === undefined || ours.has(table.sheet)) return []
    return sides(table, sheet).map(side => ownTable(table, sheet, side, communities)).filter(own => own.columns.length > 0 && own.lines.length > 0 && (table.kind !== 'other' || own.lines.filter(line => line.subject !== null).length > 1))
  })
}

interface Side {
  readonly labelColumn: number
  readonly columns: readonly ColumnReading[]
}

/** Income at the left and expenditure at the right are two tables: each label column takes the columns up to the next one. */
function sides(table: TableReading, sheet: SheetSnapshot): Side[] {
  const { body } = table
  if (body === null) return []
  const found: { labelColumn: number; columns: ColumnReading[] }[] = []
  for (const column of [...table.columns].sort((a, b) => a.column - b.column)) {
    if (column.key === 'seq') continue
    if (isLabelColumn(column, body, sheet)) {
      const last = found.at(-1)
      // 类别 and 款项 beside each other: the inner one tells the line.
      if (last !== undefined && last.columns.length === 0) last.labelColumn = column.column
      else found.push({ labelColumn: column.column, columns: [] })
    } else found.at(-1)?.columns.push(column)
  }
  return found
}

function isLabelColumn(column: ColumnReading, body: { readonly top: number; readonly bottom: number }, sheet: SheetSnapshot): boolean {
  if (column.key === 'remark') return false
  const named = column.key === 'item' || column.key === 'source' || column.key === 'community' || column.key === 'year' || LABEL_HEADER.test(column.header)
  if (!named) return false
  let texts = 0, numbers = 0, known = 0
  for (let row = body.top; row <= body.bottom; row++) {
    const value = cellAt(sheet, row, column.column)
    if (isBlank(value)) continue
    if (yearIn(value) !== null) known++
    else if (typeof value === 'number') numbers++
    else if (typeof value === 'string') {
      texts++
      if (subjectOf(value) !== null || rowLabel(value) === 'total' || isCommunityLabel(value)) known++
    }
  }
  // 负担单位 beside 资金来源 holds words, but no lines.
  return known > 0 && texts + known > numbers
}

function ownTable(table: TableReading, sheet: SheetSnapshot, side: Side, communities: ReadonlyMap<string, number>): OwnTable {
  const body = table.body ?? table.header
  const unit = unitAround(table, sheet)
  const lines = linesOf(sheet, body, side.labelColumn, table, communities)
  const named = lines.filter(line => line.community >= 0).length, years = lines.filter(line => line.year !== null).length
  return {
    table, sheet, labelColumn: side.labelColumn, lines,
    kind: named > lines.length / 2 ? 'communities' : years > lines.length / 2 ? 'years' : 'lines',
    columns: side.columns.map(column => {
      const own = (column.unit === null ? null : moneyUnit(column.unit)) ?? moneyUnit(column.header) ?? unit
      const words = headerWords(column.unit === null ? column.header : `${column.header}(${column.unit})`)
      // 2023年 alone over a column of money.
      return { column: column.column, header: column.header, words: words.measure === null && words.year !== null && own !== null ? { ...words, measure: 'amount' } : words, unit: own }
    }),
  }
}

/** The unit of the table: as the reading has it, else a line 单位：… in or just above its header, else above it on the sheet. */
function unitAround(table: TableReading, sheet: SheetSnapshot): MoneyUnit | null {
  const stated = table.unit === null ? null : moneyUnit(table.unit)
  if (stated !== null) return stated
  for (let row = table.header.bottom; row >= 1; row--) {
    for (const value of sheet.rows[row - 1] ?? []) {
      if (typeof value !== 'string') continue
      const line = unitLine(value)
      const unit = line === null ? null : moneyUnit(line)
      if (unit !== null) return unit
    }
  }
  return null
}

function linesOf(sheet: SheetSnapshot, body: { readonly top: number; readonly bottom: number }, labelColumn: number, table: TableReading, communities: ReadonlyMap<string, number>): OwnLine[] {
  const raw: { row: number; text: string; value: CellValue; total: 'total' | 'subtotal' | null }[] = []
  for (let row = body.top; row <= body.bottom; row++) {
    // 合计 often stands in the first column, merged over the label's.
    const value = cellAt(sheet, row, labelColumn)
    const first = isBlank(value) ? firstText(sheet, row, table.header.left, labelColumn) : null
    const shown = first ?? value
    if (isBlank(shown)) continue
    const text = typeof shown === 'string' ? shown : typeof shown === 'number' ? String(shown) : ''
    const label = rowLabel(text)
    if (label === 'note' || label === 'signature' || label === 'unit-line' || label === 'reporting-unit' || label === 'as-of') continue
    raw.push({ row, text, value: shown, total: label === 'total' || label === 'subtotal' ? label : null })
  }
  return raw.map((line, index): OwnLine => {
    const depth = depthOf(line.text), next = raw[index + 1]
    const year = yearIn(line.value), subject = year === null ? subjectOf(line.text) : null
    const community = subject === null && year === null ? (communities.get(communityName(line.text).name) ?? -1) : -1
    // 其中 after a line, or a deeper line, makes it a parent.
    const isParent = line.total === null && next !== undefined && next.total === null && depthOf(next.text) > depth && (depthOf(next.text) >= 1 || depth < 1)
    const role = line.total ?? (isParent ? 'parent' : subject !== null || community >= 0 || year !== null ? 'leaf' : 'other')
    return { row: line.row, label: line.text.trim(), role, subject, community, year }
  })
}

function firstText(sheet: SheetSnapshot, row: number, from: number, to: number): string | null {
  for (let column = from; column < to; column++) {
    const value = cellAt(sheet, row, column)
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return null
}

function yearIn(value: CellValue): number | null {
  const year = typeof value === 'number' ? value : typeof value === 'string' ? Number(/^\s*(20\d\d)\s*年?度?\s*$/.exec(value)?.[1]) : Number.NaN
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null
}
