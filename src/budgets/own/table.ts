import type { CellValue } from '../../core/cell'
import { isBlank } from '../../core/cell'
import type { Box } from '../../core/place'
import type { ColumnReading, Reading, TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot, Snapshot } from '../../core/snapshot'
import { communityName } from '../../vocabulary/communities'
import { understand } from '../../vocabulary/budget-words'
import { rowLabel } from '../../vocabulary/labels'
import { normalise } from '../../vocabulary/normalise'
import { headerLevels } from './headers'
import { columnMeaning, lineMeaning, tableMeaning } from './meaning'
import type { ColumnMeaning, LineMeaning, TableMeaning } from './meaning'
import { ownPlaces } from './places'
import type { OwnPlaces } from './places'
import { depthOf, numberingOf } from './tree'

/** A table in which a person budgets; tables side by side are taken apart. */
export interface OwnTable {
  readonly table: TableReading
  readonly sheet: SheetSnapshot
  readonly body: Box
  /** Column with the lines' labels. */
  readonly labelColumn: number
  readonly columns: readonly OwnColumn[]
  readonly lines: readonly OwnLine[]
  readonly meaning: TableMeaning
  readonly kind: 'lines' | 'communities' | 'years'
}

export interface OwnColumn {
  readonly column: number
  readonly header: string
  /** Header texts, outermost first. */
  readonly levels: readonly string[]
  readonly meaning: ColumnMeaning
  /** Number in a row of column numbers (栏次), and the formula over such numbers that stands there: `4=1*(2+3)`. */
  readonly number: number | null
  readonly stated: string | null
}

export interface OwnLine {
  readonly row: number
  readonly label: string
  readonly role: 'leaf' | 'total' | 'subtotal'
  /** Position of the parent in the table's lines; -1 at the top. */
  readonly parent: number
  /** The line is one of 其中: its siblings need not make up the parent. */
  readonly isOfWhich: boolean
  readonly children: readonly number[]
  readonly meaning: LineMeaning
  /** Index into the reading's communities; -1 for none. */
  readonly community: number
  readonly year: number | null
}

const LABEL_HEADER = /项目|科目|款项|来源|类别|类型|内容|名称|年度|年份|摘要|用途|社区|居委会|事项|人员性质|用工性质|人员|单位|对象|种类|支出|收入|栏目|指标/
const CODE_HEADER = /编码|代码|科目编号/
/** Columns that only a programme of building has, beside areas. */
const PROGRAMME = /投资|造价|缺口|需建|拟建|新建|实施年度|建设年度|计划年度|所需资金/
const MOST_LINES = 3000

/** The budget tables of a workbook that a person keeps, without the sheets of this program. */
export function ownTables(snapshot: Snapshot, reading: Reading, ours: ReadonlySet<string>): OwnTable[] {
  const communities = new Map(reading.communities.map(community => [community.name, community.index]))
  const sheets = new Map(snapshot.sheets.map(sheet => [sheet.name, sheet]))
  const places = ownPlaces(snapshot, reading, ours)
  return reading.tables.flatMap((table, index) => {
    const sheet = sheets.get(table.sheet)
    if (table.hidden || table.body === null || sheet === undefined || ours.has(table.sheet) || !isBudget(table)) return []
    const body = { ...table.body, bottom: Math.min(table.body.bottom, table.body.top + MOST_LINES) }
    return sides(table, sheet, body)
      .map(side => ownTable(table, sheet, body, side, communities, places, reading.tables[index - 1]))
      .filter(isFillable)
  })
}

/** Lists of people, premises and communities are read, not filled; a programme of building is a budget. */
function isBudget(table: TableReading): boolean {
  const headers = table.columns.map(column => column.header)
  if (table.kind === 'budget' || table.kind === 'fund' || table.kind === 'funding-sources' || table.kind === 'staffing-summary' || table.kind === 'other') return true
  return (table.kind === 'premises' || table.kind === 'community') && headers.filter(header => PROGRAMME.test(header)).length >= 2
}

/** Something that a figure could go into, and lines to put it in. */
function isFillable(own: OwnTable): boolean {
  const measured = own.columns.filter(({ meaning }) => (meaning.measure !== null && meaning.measure !== 'text') || meaning.blocks.some(block => block.why === 'scope')).length
  if (measured === 0 || own.lines.length === 0) return false
  const measures = new Set(own.columns.map(column => column.meaning.measure))
  if (own.table.kind !== 'other' || (measures.has('amount') && measures.has('unit-cost') && (measures.has('quantity') || measures.has('persons')))) return true
  return own.lines.filter(line => line.role !== 'leaf' || line.community >= 0 || line.year !== null || line.meaning.staff !== null || line.meaning.subject !== null).length > 1
}

interface Side {
  readonly labelColumn: number
  readonly codeColumn: number | null
  readonly columns: readonly ColumnReading[]
}

/** Income at the left and expenditure at the right are two tables: each label column takes the columns up to the next one. */
function sides(table: TableReading, sheet: SheetSnapshot, body: Box): Side[] {
  const found: { labelColumn: number; codeColumn: number | null; columns: ColumnReading[] }[] = []
  let code: number | null = null
  for (const column of [...table.columns].sort((a, b) => a.column - b.column)) {
    const last = found.at(-1)
    if (CODE_HEADER.test(column.header)) code = column.column
    else if (column.key === 'seq') continue
    else if (isLabelColumn(column, body, sheet)) {
      // 类别 and 款项 beside each other: the inner one tells the line.
      if (last !== undefined && last.columns.length === 0) last.labelColumn = column.column
      else found.push({ labelColumn: column.column, codeColumn: code, columns: [] })
      code = null
    } else last?.columns.push(column)
  }
  return found
}

function isLabelColumn(column: ColumnReading, body: Box, sheet: SheetSnapshot): boolean {
  if (column.key === 'remark') return false
  const inner = column.header.split(' / ').at(-1) ?? '', words = understand(inner)
  const named = column.key === 'item' || column.key === 'source' || column.key === 'community' || column.key === 'year' || LABEL_HEADER.test(inner)
  if (!named || (column.key !== 'community' && words.said.some(said => said.measure === 'text' && said.word !== '序'))) return false
  let texts = 0, numbers = 0, years = 0
  for (let row = body.top; row <= body.bottom; row++) {
    const value = cellAt(sheet, row, column.column)
    if (isBlank(value)) continue
    if (yearIn(value) !== null && (column.key === 'year' || /年/.test(inner))) years++
    else if (typeof value === 'number') numbers++
    else if (typeof value === 'string') texts++
  }
  return texts + years > numbers && (years > 0 || column.key === 'community' || !words.said.some(said => said.measure !== undefined && said.measure !== 'amount') || texts > 1)
}

function ownTable(
  table: TableReading,
  sheet: SheetSnapshot,
  body: Box,
  side: Side,
  communities: ReadonlyMap<string, number>,
  places: OwnPlaces,
  above: TableReading | undefined,
): OwnTable {
  const meaning = tableMeaning(
    table,
    sheet,
    above !== undefined && above.sheet === table.sheet && (above.body?.bottom ?? 0) < table.header.top ? (above.body?.bottom ?? 0) : 0,
    places,
    communities,
  )
  const headers = headerLevels(sheet, table.header),
    labels = headers.get(side.labelColumn) ?? []
  const lines = linesOf(sheet, body, side, table, communities, places)
  const named = lines.filter(line => line.community >= 0).length,
    years = lines.filter(line => line.year !== null).length,
    leaves = lines.filter(line => line.role === 'leaf').length
  const numbers = columnNumbers(sheet, body, table)
  const sideOf = labels
    .map(level =>
      /^(?:本年)?收入/.test(level) ? ('income' as const) : /^(?:本年)?支出/.test(level) ? ('expenditure' as const) : undefined,
    )
    .find(found => found !== undefined)
  return {
    table,
    sheet,
    body,
    labelColumn: side.labelColumn,
    lines: lines.filter(line => !numbers.rows.has(line.row)),
    meaning: sideOf === undefined ? meaning : { ...meaning, side: sideOf },
    kind: named > leaves / 2 ? 'communities' : years > leaves / 2 ? 'years' : 'lines',
    columns: withAreas(
      side.columns.map(column => {
        const full = headers.get(column.column) ?? column.header.split(' / '),
          inner = full.at(-1) ?? ''
        const stated = numbers.of.get(column.column)?.stated ?? statedIn(inner),
          said = columnMeaning(full, meaning, places)
        // A column that is calculated from others and says no measure holds what the table holds.
        const settled =
          stated !== null && said.measure === null ? { ...said, measure: 'amount' as const, unit: said.unit ?? meaning.unit } : said
        return {
          column: column.column,
          header: column.header,
          levels: full,
          meaning: settled,
          number: numbers.of.get(column.column)?.number ?? null,
          stated,
        }
      }),
    ),
  }
}

/** 缺口 beside columns of areas, and of nothing but areas, is an area. */
function withAreas(columns: readonly OwnColumn[]): OwnColumn[] {
  const area = columns.find(column => column.meaning.measure === 'area'), persons = columns.some(column => column.meaning.measure === 'persons' && !column.meaning.isHinted)
  return columns.map(column => (area !== undefined && !persons && column.meaning.isHinted && column.meaning.measure === 'persons' ? { ...column, meaning: { ...column.meaning, measure: 'area' as const, unit: area.meaning.unit } } : column))
}

const MARK = /^\(?(\d{1,2})\)?(?:=(.+))?$/

/** 栏次: a row of column numbers, in the body or as the last row of the header. */
function columnNumbers(
  sheet: SheetSnapshot,
  body: Box,
  table: TableReading,
): { readonly of: ReadonlyMap<number, { number: number; stated: string | null }>; readonly rows: ReadonlySet<number> } {
  const of = new Map<number, { number: number; stated: string | null }>(),
    rows = new Set<number>()
  for (const row of [table.header.bottom, body.top, body.top + 1]) {
    const found = new Map<number, { number: number; stated: string | null }>()
    let others = 0,
      formulas = 0
    for (const column of table.columns) {
      const value = cellAt(sheet, row, column.column)
      if (isBlank(value)) continue
      const match = typeof value === 'number' ? MARK.exec(String(value)) : typeof value === 'string' ? MARK.exec(normalise(value)) : null
      if (match === null) {
        if (!(typeof value === 'string' && /^(?:栏次|行次|[甲乙丙丁])$/.test(normalise(value)))) others++
      } else {
        found.set(column.column, { number: Number(match[1]), stated: match[2] ?? null })
        if (match[2] !== undefined) formulas++
      }
    }
    const numbers = [...found.values()].map(each => each.number)
    const isRun =
      numbers.length >= 2 &&
      numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1) &&
      (numbers[0] ?? 9) <= 2
    if (others > 0 || !isRun || (formulas === 0 && row !== table.header.bottom && !hasWord(sheet, row, table))) continue
    for (const [column, mark] of found) of.set(column, mark)
    rows.add(row)
    break
  }
  return { of, rows }
}

function hasWord(sheet: SheetSnapshot, row: number, table: TableReading): boolean {
  for (let column = table.header.left; column <= table.header.right; column++) {
    const value = cellAt(sheet, row, column)
    if (typeof value === 'string' && /^(?:栏次|[甲乙])$/.test(normalise(value))) return true
  }
  return false
}

/** 金额(4=1×(2+3)) in the header itself. */
function statedIn(header: string): string | null {
  return /\((?:\d{1,2})=([\d+\-*/×÷()（）x.%]+)\)$/.exec(normalise(header))?.[1] ?? null
}

interface RawLine {
  readonly row: number
  readonly text: string
  readonly value: CellValue
  readonly total: 'total' | 'subtotal' | null
  readonly depth: number
  readonly isOfWhich: boolean
}

function linesOf(
  sheet: SheetSnapshot,
  body: Box,
  side: Side,
  table: TableReading,
  communities: ReadonlyMap<string, number>,
  places: OwnPlaces,
): OwnLine[] {
  const raw: RawLine[] = []
  const numbering = numberingOf(
    Array.from({ length: body.bottom - body.top + 1 }, (_all, at) => cellAt(sheet, body.top + at, side.labelColumn)).filter(
      value => typeof value === 'string',
    ),
  )
  for (let row = body.top; row <= body.bottom; row++) {
    // 合计 often stands in the first column, merged over the label's.
    const value = cellAt(sheet, row, side.labelColumn)
    const first = isBlank(value) ? firstText(sheet, row, table.header.left, side.labelColumn) : null
    const shown = first ?? value
    if (isBlank(shown)) continue
    const text = typeof shown === 'string' ? shown : typeof shown === 'number' ? String(shown) : ''
    const label = rowLabel(text)
    if (label === 'note' || label === 'signature' || label === 'unit-line' || label === 'reporting-unit' || label === 'as-of') continue
    const code = side.codeColumn === null ? null : cellAt(sheet, row, side.codeColumn)
    raw.push({
      row,
      text,
      value: shown,
      total: label === 'total' || label === 'subtotal' ? label : null,
      depth: depthOf(text, code, numbering),
      isOfWhich: label === 'of-which' || /^[\s　]*其中/.test(text),
    })
  }
  const { parents, more } = parentsOf(raw)
  const meanings: LineMeaning[] = [],
    isYearColumn = table.columns.some(column => column.column === side.labelColumn && (column.key === 'year' || /年/.test(column.header)))
  const lines = raw.map((line, index): OwnLine => {
    const year = typeof line.value === 'string' || isYearColumn ? yearIn(line.value) : null,
      parent = parents[index] ?? -1
    const community = year === null && line.total === null ? (communities.get(communityName(line.text).name) ?? -1) : -1
    const meaning = lineMeaning(line.text, year !== null || community >= 0, meanings[parent] ?? null, places)
    meanings.push(meaning)
    return {
      row: line.row,
      label: line.text.trim(),
      role: line.total ?? 'leaf',
      parent,
      isOfWhich: line.isOfWhich || more.has(index),
      children: [],
      meaning,
      community,
      year,
    }
  })
  return lines.map((line, index) => ({ ...line, children: parents.flatMap((parent, child) => (parent === index ? [child] : [])) }))
}

/** The parent of each line: the nearest one above that is less deep, no total between. A line of 其中 hangs on the one before it. */
function parentsOf(raw: readonly RawLine[]): { readonly parents: readonly number[]; readonly more: ReadonlySet<number> } {
  const parents: number[] = [], more = new Set<number>()
  for (const [index, line] of raw.entries()) {
    let parent = -1
    if (line.total === null) {
      for (let at = index - 1; at >= 0; at--) {
        const above = raw[at]
        if (above === undefined || above.total !== null) break
        if (above.depth < line.depth || (line.isOfWhich && !above.isOfWhich)) {
          // What is indented under 其中：… is one more of them.
          const isAnother = above.isOfWhich && !line.isOfWhich && Math.floor(above.depth) === Math.floor(line.depth)
          parent = isAnother ? parents[at] ?? -1 : at
          if (isAnother) more.add(index)
          break
        }
      }
    }
    parents.push(parent)
  }
  return { parents, more }
}

function firstText(sheet: SheetSnapshot, row: number, from: number, to: number): string | null {
  for (let column = from; column < to; column++) {
    const value = cellAt(sheet, row, column)
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return null
}

export function yearIn(value: CellValue): number | null {
  const year = typeof value === 'number' ? value : typeof value === 'string' ? Number(/^\s*(20\d\d)\s*年?度?\s*$/.exec(value)?.[1]) : Number.NaN
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null
}
