import { isBlank } from '../../core/cell'
import type { CellValue } from '../../core/cell'
import type { Box } from '../../core/place'
import type { ColumnReading, Reading, TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot, Snapshot } from '../../core/snapshot'
import { understand } from '../../vocabulary/budget-words'
import type { Measure } from '../../vocabulary/budget-words'
import { columnNumbers, statedIn } from './column-numbers'
import { withWholeHeader } from './header-end'
import { forms, isPartOf } from './forms'
import { headerLevels } from './headers'
import { sides } from './label-columns'
import type { OwnColumn, OwnTable, Side } from './own-table'
import { kindOf, linesOf } from './lines'
import { byNeighbours } from './neighbours'
import { isBlankIn } from './place'
import { OTHER_MONEY } from './header-signs'
import { columnMeaning } from './meaning'
import type { TableMeaning } from './meaning'
import { ownPlaces } from './places'
import type { OwnPlaces } from './places'
import { monthsIn } from './spans'
import { tableMeaning } from './table-meaning'
import { turned } from './turned'
import { unitRows } from './unit-rows'

/** Columns that only a programme of building has, beside areas. */
const PROGRAMME = /投资|造价|缺口|需建|拟建|新建|实施年度|建设年度|计划年度|所需资金/
const MOST_LINES = 3000

/** The budget tables of a workbook that a person keeps, without the sheets of this program. */
export function ownTables(
  snapshot: Snapshot,
  reading: Reading,
  ours: ReadonlySet<string>,
  settled: (text: string) => string = text => text,
): OwnTable[] {
  const communities = new Map(reading.communities.map(community => [community.name, community.index]))
  const sheets = new Map(snapshot.sheets.map(sheet => [sheet.name, sheet]))
  // What the person said of a word is read in its place, wherever a place's name is.
  const own = ownPlaces(snapshot, reading, ours), places: OwnPlaces = { ...own, without: text => settled(own.without(text)) }
  const asForms = forms(snapshot, reading, ours, places)
  const tables = reading.tables.flatMap((found, index) => {
    const sheet = sheets.get(found.sheet)
    if (asForms.some(form => isPartOf(form, found))) return []
    if (found.hidden || sheet === undefined || ours.has(found.sheet) || !isBudget(found, sheet)) return []
    if (isContinuation(reading.tables[index - 1], found, sheet)) return []
    const table = withWholeHeader(found, sheet)
    const { body: whole, repeats } = withContinuations([table, ...reading.tables.slice(index + 1)], sheet)
    if (whole === null) return []
    const body = { ...whole, bottom: Math.min(whole.bottom, whole.top + MOST_LINES) }
    return sides(table, sheet, body)
      .map(side => ownTable(table, sheet, body, side, communities, places, reading.tables[index - 1], repeats))
      .map(own => unitRows(own, places))
      .map(own => (own.isTurned ? own : turned(own, communities, places)))
      .filter(isFillable)
  })
  return [...tables, ...asForms]
}

/** The header of the table above once more, as on a new page: the same words in the same columns. */
function isContinuation(above: TableReading | undefined, table: TableReading, sheet: SheetSnapshot): boolean {
  if (above === undefined || above.sheet !== table.sheet || above.header.top >= table.header.top) return false
  const a = above.header, b = table.header
  if (a.left !== b.left || a.right !== b.right || a.bottom - a.top !== b.bottom - b.top) return false
  for (let down = 0; down <= table.header.bottom - table.header.top; down++)
    for (let column = table.header.left; column <= table.header.right; column++)
      if (cellAt(sheet, above.header.top + down, column) !== cellAt(sheet, table.header.top + down, column)) return false
  return true
}

/** The body of a table with the parts that go on under a repeated header, and the rows of these headers. */
function withContinuations(
  tables: readonly TableReading[],
  sheet: SheetSnapshot,
): { readonly body: Box | null; readonly repeats: ReadonlySet<number> } {
  const [first] = tables, repeats = new Set<number>()
  let body = first?.body ?? null
  for (let at = 1; at < tables.length; at++) {
    const next = tables[at]
    if (first === undefined || next === undefined || next.body === null || !isContinuation(tables[at - 1], next, sheet)) break
    for (let row = next.header.top; row <= next.header.bottom; row++) repeats.add(row)
    body = { left: first.header.left, right: first.header.right, top: body?.top ?? first.header.bottom + 1, bottom: next.body.bottom }
  }
  return { body, repeats }
}

/** Lists of people, premises and communities are read, not filled; a programme of building is a budget. */
function isBudget(table: TableReading, sheet: SheetSnapshot): boolean {
  if (
    table.kind === 'budget' ||
    table.kind === 'fund' ||
    table.kind === 'funding-sources' ||
    table.kind === 'staffing-summary' ||
    table.kind === 'other'
  )
    return true
  return isProgramme(table) || isListWithSums(table, sheet) || isPriceList(table, sheet) || isStated(table, sheet)
}

/** A premises list that a person wants to build from: investments, lacks, years. */
export function isProgramme(table: TableReading): boolean {
  return (table.kind === 'premises' || table.kind === 'community') && table.columns.filter(column => PROGRAMME.test(column.header)).length >= 2
}

/** A list of premises, of communities or of their wages with a column of sums, shares or lacks that nobody filled in: its own arithmetic is done, and nothing is brought into it. */
function isListWithSums(table: TableReading, sheet: SheetSnapshot): boolean {
  const { body } = table
  // Wages by community, without names, are added up like premises.
  const isOfGroups = table.kind === 'pay' && table.columns.every(({ key }) => key !== 'name')
  if ((table.kind !== 'premises' && table.kind !== 'community' && !isOfGroups) || body === null) return false
  return table.columns.some(({ header, column }) => {
    if (!/合计|小计|总面积|差额|缺口|增减|户均|户数占|实发/.test(header)) return false
    for (let row = body.top; row <= body.bottom; row++) if (!isBlank(cellAt(sheet, row, column))) return false
    return true
  })
}

/** A list of communities or of rented rooms with prices that nobody multiplied out yet: 户数 | 标准（元/户） | 金额. */
function isPriceList(table: TableReading, sheet: SheetSnapshot): boolean {
  const { body } = table
  if ((table.kind !== 'premises' && table.kind !== 'community') || body === null) return false
  const isOf = (header: string, measures: readonly Measure[]): boolean => {
    const { said } = understand(header), priced = said.some(word => word.unit?.of === 'money' && word.per !== undefined && word.per !== 'year' && word.per !== 'month')
    if (!priced && measures.includes('amount') && OTHER_MONEY.test(header.split(' / ').at(-1) ?? header)) return true
    return (priced && measures.includes('rate')) || (!priced && said.some(word => word.measure !== undefined && measures.includes(word.measure)))
  }
  const holds = (column: number, fits: (value: CellValue) => boolean): boolean => {
    for (let row = body.top; row <= body.bottom; row++) if (fits(cellAt(sheet, row, column))) return true
    return false
  }
  const prices = table.columns.filter(({ header, column }) => isOf(header, ['rate', 'unit-cost']) && holds(column, value => typeof value === 'number'))
  return prices.length > 0 && table.columns.some(({ header, column }) => isOf(header, ['amount']) && !holds(column, value => !isBlank(value)))
}

/** 5=1+4 over a column: the form says itself that it is reckoned. */
function isStated(table: TableReading, sheet: SheetSnapshot): boolean {
  if ((table.kind !== 'premises' && table.kind !== 'community') || table.body === null) return false
  return [...columnNumbers(sheet, table.body, table).of.values()].some(({ stated }) => stated !== null)
}

/** Something that a figure could go into, and lines to put it in. */
function isFillable(own: OwnTable): boolean {
  const measured = own.columns.filter(
    ({ meaning }) => (meaning.measure !== null && meaning.measure !== 'text') || meaning.blocks.some(block => block.why === 'scope'),
  ).length
  // Figures that nothing names stand in a budget too: they are listed as left.
  const isNameless =
    own.table.kind !== 'other' &&
    own.columns.some(column => column.meaning.measure === null && own.lines.every(line => isBlankIn(own, line, column)))
  if ((measured === 0 && !isNameless) || own.lines.length === 0) return false
  // 指标 | 数值 with a unit in each line says what it wants, whatever stands in it.
  if (own.isTurned && own.columns.filter(column => column.meaning.isSaid && column.meaning.subject !== 'item').length > 1) return true
  if (own.table.kind !== 'other') return true
  if (isReckoned(own)) return true
  const known = own.lines.filter(
    line => line.role !== 'leaf' || line.community >= 0 || line.year !== null || monthsIn(line.label) !== null || line.meaning.staff !== null || line.meaning.subject !== null,
  )
  return known.length > 1
}

/** A column of money or heads that nobody filled in yet, beside one that somebody did: the table's own arithmetic may tell it. */
function isReckoned(own: OwnTable): boolean {
  const columns = own.columns.filter(({ meaning }) => meaning.measure !== null && meaning.measure !== 'text')
  const isOpen = (column: OwnColumn) => own.lines.every(line => line.role !== 'leaf' || isBlankIn(own, line, column))
  const open = columns.filter(column => OPEN.has(column.meaning.measure) && isOpen(column))
  // 土建 | 安装 | 小计 | 总计 with figures for all but the sums.
  const isSumOpen = (column: OwnColumn): boolean => column.meaning.measure === 'amount' && column.meaning.isSaid && own.lines.some(line => line.role !== 'leaf' && isBlankIn(own, line, column)) && own.lines.filter(line => line.role === 'leaf' && !isBlankIn(own, line, column)).length > 1
  if (columns.some(isSumOpen)) return true
  return own.lines.length > 1 && open.length > 0 && columns.some(column => !isOpen(column))
}

const OPEN: ReadonlySet<Measure | null> = new Set<Measure | null>(['amount', 'persons', 'area', 'change', 'growth', 'cumulative', 'done', 'share'])

function ownTable(
  table: TableReading,
  sheet: SheetSnapshot,
  body: Box,
  side: Side,
  communities: ReadonlyMap<string, number>,
  places: OwnPlaces,
  above: TableReading | undefined,
  repeats: ReadonlySet<number>,
): OwnTable {
  const isBelow = above !== undefined && above.sheet === table.sheet && (above.body?.bottom ?? 0) < table.header.top
  const meaning = tableMeaning(table, sheet, isBelow ? (above.body?.bottom ?? 0) : 0, places, communities)
  const headers = headerLevels(sheet, table.header),
    labels = headers.get(side.labelColumn) ?? []
  const numbers = columnNumbers(sheet, body, table)
  const lines = linesOf(sheet, body, side, table, communities, places, new Set([...numbers.rows, ...repeats]))
  const columns = side.columns.map(column => ownColumn(column, headers, numbers.of, meaning, places))
  const sideOf = labels.map(sideIn).find(found => found !== undefined)
  return {
    table,
    sheet,
    body,
    labelColumn: side.labelColumn,
    lines,
    meaning: sideOf === undefined ? meaning : { ...meaning, side: sideOf },
    kind: kindOf(lines),
    isTurned: false,
    columns: byNeighbours(columns, column => holdsFigures(sheet, body, column.column), meaning.unit),
  }
}

/** The side of a table that a word above its labels names. */
function sideIn(level: string): 'income' | 'expenditure' | undefined {
  if (/^(?:本年)?收入|^(?:经费|资金)?来源(?:项目)?$/.test(level)) return 'income'
  return /^(?:本年)?支出|^(?:经费|资金)(?:支出|使用|运用|用途)(?:项目)?$/.test(level) ? 'expenditure' : undefined
}

/** Numbers, and nothing else. */
function holdsFigures(sheet: SheetSnapshot, body: Box, column: number): boolean {
  const all = Array.from({ length: body.bottom - body.top + 1 }, (_all, at) => cellAt(sheet, body.top + at, column))
  const values = all.filter(value => !isBlank(value))
  return values.length > 0 && values.every(value => typeof value === 'number')
}

function ownColumn(
  column: ColumnReading,
  headers: ReadonlyMap<number, readonly string[]>,
  numbers: ReadonlyMap<number, { number: number; stated: string | null }>,
  table: TableMeaning,
  places: OwnPlaces,
): OwnColumn {
  const levels = headers.get(column.column) ?? column.header.split(' / ')
  const stated = numbers.get(column.column)?.stated ?? statedIn(levels.at(-1) ?? ''),
    said = columnMeaning(levels, table, places)
  return {
    column: column.column,
    header: column.header,
    levels,
    // A column that is calculated from others and says no measure holds what the table holds.
    meaning: stated !== null && said.measure === null ? { ...said, measure: 'amount', unit: said.unit ?? table.unit } : said,
    number: numbers.get(column.column)?.number ?? null,
    stated,
  }
}
