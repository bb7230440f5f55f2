import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { EDUCATION_KEYS } from '../core/columns'
import { cellKey, LAST_ROW } from '../core/place'
import type { Box, Place } from '../core/place'
import type { ColumnKey } from '../core/reading'
import type { SheetRow, SheetSnapshot } from '../core/snapshot'
import type { FoundTable } from './found-table'
import { rowOf } from './grid'
import { headerCell } from './header-cells'
import { fitOf } from './settle'
import type { SettleContext } from './settle'
import { TurnedCells } from './turned-cells'
import type { TurnedTable } from './turned-list'

/** Columns with two words that are each proved by the values of its own row: fewer may be a group and its member. */
const FEWEST_PAIRED = 2
const ENOUGH = 0.6
const ROWS_SAMPLED = 60, MOST_ROWS = 40_000
/** Keys whose values look like nothing else. */
const PROVED: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'name', 'sex', 'birth', 'age', 'id', ...EDUCATION_KEYS, 'politics', 'employment', 'status',
])

/** A column that heads two things, one above the other, as its two rows of each record hold them. */
interface Pair { readonly column: number; readonly upper: ColumnKey | null; readonly lower: ColumnKey | null }

/**
 * A list in which each person fills two rows (姓名 over 身份证号码, 张三 over his number), read as one row each.
 * `null` for any other list: the two words must both be known, and the values of every second row must answer them.
 */
export function pairedRows(table: FoundTable, context: SettleContext, number: number): TurnedTable | null {
  const { header, levels } = table
  if (header.bottom !== header.top + 1 || table.turned !== undefined || table.guessed) return null
  const pairs: Pair[] = []
  for (const [at, words] of levels.entries()) {
    const [upper, lower] = words
    if (upper === undefined || lower === undefined || words.length !== 2) continue
    // A word over several columns is a group and heads none of them.
    if (levels[at + 1]?.[0] === upper || levels[at - 1]?.[0] === upper) continue
    pairs.push({ column: header.left + at, upper: proved(upper), lower: proved(lower) })
  }
  const tested = pairs.filter(pair => pair.upper !== null || pair.lower !== null)
  if (tested.length < FEWEST_PAIRED || !alternates(table, tested, context)) return null
  return joined(table, pairs, tested, context, number)
}

function proved(word: string): ColumnKey | null {
  return headerCell(word).keys.find(key => PROVED.has(key)) ?? null
}

/** How many of the proved columns a row answers by their upper, or by their lower word. */
function answers(sheet: SheetSnapshot, row: number, pairs: readonly Pair[], which: 'upper' | 'lower', context: SettleContext): number {
  return pairs.filter(pair => pair[which] !== null && fitOf(pair[which], [rowOf(sheet, row)[pair.column - 1] ?? null], '', context) === 1).length
}

/** The row answers the upper words and the next the lower ones, better than the other way about. */
function isRecord(sheet: SheetSnapshot, row: number, next: number, pairs: readonly Pair[], context: SettleContext): boolean {
  const count = (at: number, which: 'upper' | 'lower'): number => answers(sheet, at, pairs, which, context)
  const upper = count(row, 'upper'), lower = count(next, 'lower')
  // 社区工作者 is a post and a kind, 无 answers nothing: no single row need be plain where both together are.
  return upper > count(row, 'lower') && lower > 0 && upper + lower > count(row, 'lower') + count(next, 'upper')
}

/** Do most rows of data make records of two? */
function alternates(table: FoundTable, pairs: readonly Pair[], context: SettleContext): boolean {
  const rows = dataRows(table)
  let paired = 0
  for (let at = 0; at + 1 < rows.length; at++) {
    const row = rows[at] ?? 0,
      next = rows[at + 1] ?? 0
    if (next !== row + 1 || !isRecord(table.sheet, row, next, pairs, context)) continue
    paired += 2
    at++
  }
  return paired >= 4 && paired >= rows.length * ENOUGH
}

/** Rows below the header with more than one cell, repeated headers and page titles left out. */
function dataRows(table: FoundTable): number[] {
  const rows: number[] = []
  for (let row = table.first; row <= table.last && rows.length < ROWS_SAMPLED; row++) {
    if (table.repeats.has(row) || table.pageTitles.has(row)) continue
    let filled = 0
    for (const value of rowOf(table.sheet, row)) if (!isBlank(value)) filled++
    if (filled >= 2) rows.push(row)
  }
  return rows
}

function joined(
  table: FoundTable,
  pairs: readonly Pair[],
  tested: readonly Pair[],
  context: SettleContext,
  number: number,
): TurnedTable | null {
  const { sheet, header } = table
  if (table.last - table.first > MOST_ROWS) return null
  const width = header.right - header.left + 1,
    base = LAST_ROW * (number + 1) + 1
  const rows: SheetRow[] = [],
    cells = new Map<number, Place>()
  const source = new TurnedCells(sheet, 'down'), made = new Map<number, readonly (Place | null)[]>()
  let next = base
  const put = (values: readonly CellValue[], places: readonly (Place | null)[]): void => {
    rows[next - 1] = values
    made.set(next, places)
    for (const [at, place] of places.entries()) if (place !== null) cells.set(cellKey(next, at + 1), place)
    next++
  }
  const placesOf = (row: number): Place[] =>
    Array.from({ length: width }, (_each, at) => ({ sheet: sheet.name, row, column: header.left + at }))
  const valuesOf = (row: number): CellValue[] => placesOf(row).map(place => source.value(place))
  const lowerOf = <Each>(all: readonly Each[]): Each[] =>
    pairs.flatMap(({ column }) => all.slice(column - header.left, column - header.left + 1))
  const heads = placesOf(header.top), below = lowerOf(placesOf(header.bottom))
  const upperWords = table.levels.map((words, at) => (pairs.some(pair => pair.column === header.left + at) ? words.slice(0, 1) : words))
  const lowerWords = pairs.map(({ column }) => (table.levels[column - header.left] ?? []).slice(1, 2))
  put([...upperWords, ...lowerWords].map(words => words.at(-1) ?? null), [...heads, ...below])
  for (let row = table.first; row <= table.last; row++) {
    if (table.repeats.has(row) || table.pageTitles.has(row)) continue
    const values = valuesOf(row)
    // The second row of a record answers the lower words better, and the first one does not.
    const isPair = row < table.last && isRecord(sheet, row, row + 1, tested, context)
    put(
      [...values, ...(isPair ? lowerOf(valuesOf(row + 1)) : pairs.map(() => null))],
      [...placesOf(row), ...(isPair ? lowerOf(placesOf(row + 1)) : pairs.map(() => null))],
    )
    if (isPair) row++
  }
  const { merges: _merges, hiddenRows: _hidden, struckRows: _struck, formats: _formats, ...plain } = sheet
  const list: SheetSnapshot = { ...plain, ...source.carried(made), rows, formulas: new Map() }
  const all = [...upperWords, ...lowerWords]
  const box: Box = { top: header.top, left: header.left, bottom: table.last, right: header.right }
  return {
    turned: { sheet: sheet.name, cells },
    found: {
      ...table,
      sheet: list,
      band: { sheet: list, left: 1, right: all.length },
      header: { top: base, left: 1, bottom: base, right: all.length },
      levels: all,
      first: base + 1,
      last: next - 1,
      repeats: new Set(),
      pageTitles: new Set(),
      turned: box,
    },
  }
}
