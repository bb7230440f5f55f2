import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { EDUCATION_KEYS } from '../core/columns'
import { cellKey, LAST_ROW } from '../core/place'
import type { Box, Place } from '../core/place'
import type { ColumnKey } from '../core/reading'
import type { SheetRow, SheetSnapshot } from '../core/snapshot'
import type { FoundTable } from './found-table'
import { rowOf, textAt } from './grid'
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

/** A column that heads several things, one below the other, as the rows of each record hold them; `null` for a word that proves nothing. */
interface Stack { readonly column: number; readonly keys: readonly (ColumnKey | null)[]; readonly words: readonly string[] }

/**
 * A list in which each person fills two or three rows (姓名 over 身份证号码, 张三 over his number), read as one row each.
 * `null` for any other list: the words must be known, and the values of the rows must answer them in their order.
 */
export function pairedRows(table: FoundTable, context: SettleContext, number: number): TurnedTable | null {
  const { header, levels } = table, depth = header.bottom - header.top + 1
  if (depth < 2 || depth > 3 || table.turned !== undefined || table.guessed) return null
  const stacks: Stack[] = []
  for (const [at, words] of levels.entries()) {
    if (words.length < 2) continue
    // A word over several columns is a group and heads none of them.
    if (levels[at + 1]?.[0] === words[0] || levels[at - 1]?.[0] === words[0]) continue
    const rows = Array.from({ length: depth }, (_each, level) => header.top + level)
    const own = depth === 2 ? words : rows.map(row => textAt(table.sheet, row, header.left + at))
    stacks.push({ column: header.left + at, words: own, keys: own.map(proved) })
  }
  const tested = stacks.filter(({ keys }) => keys.some(key => key !== null))
  if (tested.length < FEWEST_PAIRED || !alternates(table, tested, context, depth)) return null
  return joined(table, stacks, tested, context, number)
}

function proved(word: string): ColumnKey | null {
  return headerCell(word).keys.find(key => PROVED.has(key)) ?? null
}

/** How many of the proved columns a row answers by their words on one level. */
function answers(sheet: SheetSnapshot, row: number, stacks: readonly Stack[], level: number, context: SettleContext): number {
  return stacks.filter(({ column, keys }) => {
    const key = keys[level] ?? null
    return key !== null && fitOf(key, [rowOf(sheet, row)[column - 1] ?? null], '', context) === 1
  }).length
}

/** The rows from `row` on answer the words of their own levels, better than in any other order. */
function isRecord(sheet: SheetSnapshot, row: number, stacks: readonly Stack[], context: SettleContext, depth: number): boolean {
  const count = (at: number, level: number): number => answers(sheet, row + at, stacks, level, context)
  const levels = Array.from({ length: depth }, (_each, level) => level)
  const inOrder = (shift: number): number => levels.reduce((all, level) => all + count(level, (level + shift) % depth), 0)
  const first = count(0, 0)
  const isProved = (level: number): boolean => stacks.some(({ keys }) => (keys[level] ?? null) !== null)
  if (levels.some(level => level > 0 && (first <= count(0, level) || (isProved(level) && count(level, level) === 0)))) return false
  // 社区工作者 is a post and a kind, 无 answers nothing: no single row need be plain where all together are.
  return levels.every(shift => shift === 0 || inOrder(0) > inOrder(shift))
}

/** Do most rows of data make records? */
function alternates(table: FoundTable, stacks: readonly Stack[], context: SettleContext, depth: number): boolean {
  const rows = dataRows(table)
  let taken = 0
  for (let at = 0; at + depth - 1 < rows.length; at++) {
    const row = rows[at] ?? 0
    if (rows[at + depth - 1] !== row + depth - 1 || !isRecord(table.sheet, row, stacks, context, depth)) continue
    taken += depth
    at += depth - 1
  }
  return taken >= 2 * depth && taken >= rows.length * ENOUGH
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
  stacks: readonly Stack[],
  tested: readonly Stack[],
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
  const depth = header.bottom - header.top + 1,
    below = Array.from({ length: depth - 1 }, (_each, at) => at + 1)
  const ofStacks = <Each>(all: readonly Each[]): Each[] =>
    stacks.flatMap(({ column }) => all.slice(column - header.left, column - header.left + 1))
  const stacked = new Map(stacks.map(stack => [stack.column, stack]))
  const upperWords = table.levels.map((words, at) => stacked.get(header.left + at)?.words.slice(0, 1) ?? words)
  const lowerWords = below.flatMap(level => stacks.map(({ words }) => (words[level] ?? '') === '' ? [] : words.slice(level, level + 1)))
  const heads = [...placesOf(header.top), ...below.flatMap(level => ofStacks(placesOf(header.top + level)))]
  put([...upperWords, ...lowerWords].map(words => words.at(-1) ?? null), heads)
  for (let row = table.first; row <= table.last; row++) {
    if (table.repeats.has(row) || table.pageTitles.has(row)) continue
    const values = valuesOf(row)
    // The next rows answer the lower words better, and the first one does not.
    const isWhole = row + depth - 1 <= table.last && isRecord(sheet, row, tested, context, depth)
    put(
      [...values, ...below.flatMap(level => (isWhole ? ofStacks(valuesOf(row + level)) : stacks.map(() => null)))],
      [...placesOf(row), ...below.flatMap(level => (isWhole ? ofStacks(placesOf(row + level)) : stacks.map(() => null)))],
    )
    if (isWhole) row += depth - 1
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
