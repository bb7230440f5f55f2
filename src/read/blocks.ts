import { ROOM_KEYS } from '../core/columns'
import { isCommunityLabel } from '../vocabulary/communities'
import type { Box } from '../core/place'
import type { CellValue } from '../core/cell'
import type { ColumnKey } from '../core/reading'
import { readEmployment } from '../vocabulary/employment'
import { normalise } from '../vocabulary/normalise'
import type { FoundTable } from './found-table'
import type { Band, FilledCell } from './grid'
import { filledCells, rowOf } from './grid'
import { headerCell } from './header-cells'
import { headerLevels } from './header-rows'
import { isCountCell } from './row-cells'
import { isPlaceLabel, sectionWords } from './section-words'
import type { SectionContext } from './section-words'

/** One header with what stands around it, before it is known whether it heads one list or several. */
export interface Headed {
  readonly band: Band
  readonly at: { readonly top: number; readonly bottom: number }
  readonly heading: readonly FilledCell[]
  /** The last row that may belong to the list. */
  readonly last: number
  readonly repeats: ReadonlySet<number>
  readonly pageTitles: ReadonlySet<number>
}

/** Columns of one list under a header that heads several, as offsets from the band's left; `shared`: columns left of all lists that belong to each. */
interface Block {
  readonly start: number
  readonly end: number
  readonly shared: number
}

/**
 * One table, or several when the header words are printed again to the right: two or three blocks of one list on a page, formal staff beside contracted,
 * people beside premises. Columns left of the blocks (序号, 社区) may hold for all of them.
 */
export function tablesOf(headed: Headed): FoundTable[] {
  const { band, at, last } = headed
  const levels = headerLevels(band, at.top, at.bottom)
  let from = 0
  while (from < levels.length && (levels[from]?.length ?? 0) === 0) from++
  let to = levels.length - 1
  while (to > from && (levels[to]?.length ?? 0) === 0 && isColumnEmpty(band, band.left + to, at.bottom + 1, last)) to--
  const blocks = blocksOf(levels, from, to)
  return blocks.map((block, index) => tableOf(headed, levels, blocks, block, index, from))
}

function tableOf(
  headed: Headed,
  levels: readonly (readonly string[])[],
  blocks: readonly Block[],
  block: Block,
  index: number,
  from: number,
): FoundTable {
  const { band, at, last } = headed,
    several = blocks.length > 1
  let { end } = block
  while (several && end > block.start && (levels[end]?.length ?? 0) === 0) end--
  const { start, shared } = block
  const first = shared > 0 ? from : start
  const left = first === from && (index === 0 || shared > 0) ? leftWithData(band, at, band.left + first, last) : band.left + first
  const header: Box = { top: at.top, left, bottom: at.bottom, right: band.left + end }
  const between = shared > 0 ? start - from - shared : 0
  const own: (readonly string[])[] = [
    ...Array<readonly string[]>(band.left + first - left).fill([]),
    ...levels.slice(first, first + shared),
    ...Array<readonly string[]>(between).fill([]),
    ...levels.slice(start, end + 1),
  ]
  // 河南社区 over one block and 河东社区 over the next: each is the title of its block and no level of the header.
  const block0 = own.slice(own.length - (end - start + 1))
  const over = several ? block0[0]?.[0] : undefined
  const under = block0.filter(column => column.length > 1)
  // An empty column parts what a title without merges stands over from the rest of its block.
  const wholly = under.length === block0.length || (over !== undefined && isTitleCell({ row: at.top, column: left, value: over }))
  const titled = over !== undefined && at.bottom > at.top && wholly && under.length > 0 && under.every(column => column[0] === over)
  const heading = several
    ? headingOf(
        headed.heading,
        band.left + start,
        band.left + end,
        blocks.map(each => band.left + each.start),
      )
    : headed.heading
  const sheet = between > 0 ? { ...band.sheet, rows: rowsWithout(band, at.bottom, last, from + shared, start) } : band.sheet
  return {
    sheet,
    band: { sheet, left, right: header.right },
    header,
    levels: titled ? own.map((column, at) => (at >= own.length - block0.length && column.length > 1 ? column.slice(1) : column)) : own,
    first: at.bottom + 1,
    last: lastFilled(band, at.bottom, last),
    repeats: headed.repeats,
    pageTitles: headed.pageTitles,
    heading: titled ? [...heading, { row: at.top, column: left, value: over }] : heading,
    guessed: false,
  }
}

/** A line above several blocks with a text over each (一、正式人员 | 二、聘用人员): each block takes its own. */
function headingOf(heading: readonly FilledCell[], left: number, right: number, starts: readonly number[]): readonly FilledCell[] {
  const blockAt = (column: number): number => {
    let found = 0
    for (const [index, start] of starts.entries()) if (column >= start) found = index
    return found
  }
  const rows = new Map<number, FilledCell[]>()
  for (const cell of heading) rows.set(cell.row, [...rows.get(cell.row) ?? [], cell])
  return heading.filter(cell => {
    const groups = new Map<number, FilledCell[]>()
    for (const each of rows.get(cell.row) ?? []) groups.set(blockAt(each.column), [...groups.get(blockAt(each.column)) ?? [], each])
    const apart = groups.size > 1 && [...groups.values()].every(namesItsBlock)
    return !apart || (cell.column >= left && cell.column <= right) || blockAt(cell.column) === blockAt(left)
  })
}

/** 清泉社区, or 社区： | 清泉社区 | 人数： | 7: what stands over one block and says whose it is. */
function namesItsBlock([first, second, ...more]: readonly FilledCell[]): boolean {
  if (first === undefined) return false
  if (second === undefined) return isTitleCell(first)
  const labelled = typeof first.value === 'string' && typeof second.value === 'string' && isPlaceLabel(first.value) && isTitleCell(second)
  return labelled || (isTitleCell(first) && [second, ...more].every(({ value }) => typeof value === 'number' || isCountCell(value) || /[:：]/.test(String(value))))
}

const LONGEST_TITLE = 30
const NOTHING_KNOWN: SectionContext = { isKnown: () => false, bare: 'no' }

/** A community or a kind of staff, as a title over a block. */
export function isTitleCell(cell: FilledCell): boolean {
  if (typeof cell.value !== 'string') return false
  // 社区：松涛社区, 【松涛社区】: written like a section row.
  if (cell.value.length <= LONGEST_TITLE && (sectionWords(cell.value, NOTHING_KNOWN)?.community ?? null) !== null) return true
  const plain = normalise(cell.value).replace(/[(（]?(?:共|计)?\d+人?[)）]?$/, '')
  return isCommunityLabel(plain) || /^(?:formal|contracted)$/.test(readEmployment(plain.replace(/^(?:[一二三四五六七八九十\d]{1,2}[、.]|[(（][一二三四五六七八九十\d]{1,2}[)）])/, ''), '').employment)
}

/** Rows of the list with the cells between its shared columns and its block left out. */
function rowsWithout(band: Band, above: number, last: number, from: number, to: number): readonly (readonly CellValue[])[] {
  const rows = [...band.sheet.rows]
  for (let row = above + 1; row <= last; row++) {
    const cells = rowOf(band.sheet, row)
    if (cells.length >= band.left + from)
      rows[row - 1] = cells.map((value, at) => (at + 1 >= band.left + from && at + 1 < band.left + to ? null : value))
  }
  return rows
}

function blocksOf(levels: readonly (readonly string[])[], from: number, to: number): readonly Block[] {
  const ends = (starts: readonly number[], shared: number): readonly Block[] =>
    starts.map((start, index) => ({ start, end: (starts[index + 1] ?? to + 1) - 1, shared }))
  const whole = blockStarts(levels, from, to)
  if (whole.length > 1) return ends(whole, 0)
  const beside = namesBeside(levels, from, to)
  if (beside !== null) return ends(beside, (beside[0] ?? from) - from)
  return ends([from, ...placesBeside(levels, from, to)], 0)
}

/** Where lists of people begin that share the columns to their left: a name in each, under a group word of its own or the same words again. */
function namesBeside(levels: readonly (readonly string[])[], from: number, to: number): readonly number[] | null {
  const names: number[] = []
  for (let at = from; at <= to; at++) if (headerCell(levels[at]?.at(-1) ?? '').keys[0] === 'name' && headerCell(levels[at]?.at(-1) ?? '').keys.length === 1) names.push(at)
  const [first, second] = names
  if (first === undefined || second === undefined) return null
  const group = (at: number): string => { const level = levels[at] ?? []; return level.length > 1 ? level[0] ?? '' : '' }
  if (names.every((at, index) => group(at) !== '' && (index === 0 || group(at) !== group(names[index - 1] ?? from)))) {
    const starts = names.map(at => { let start = at; while (start > from && group(start - 1) === group(at)) start--; return start })
    if (starts.every((start, index) => index === 0 || start > (names[index - 1] ?? 0))) return starts
  }
  const step = second - first, key = (at: number): string => levels[at]?.at(-1) ?? ''
  if (names.some((at, index) => index > 0 && at - (names[index - 1] ?? 0) !== step)) return null
  let start = first
  while (start > from && key(start - 1) !== '' && key(start - 1) === key(start - 1 + step)) start--
  let same = 0
  while (same < step && key(start + same) === key(start + step + same)) same++
  return same >= 2 && same === step && start > from ? names.map(at => at - first + start) : null
}

/** A column left of the first header word belongs to the table when it holds something beside the rows. */
function leftWithData(band: Band, at: Headed['at'], left: number, last: number): number {
  let column = left
  while (column > band.left && !isColumnEmpty(band, column - 1, at.bottom + 1, Math.min(last, at.bottom + 50), 3)) column--
  return column
}

const ROWS_SAMPLED = 300

function isColumnEmpty(band: Band, column: number, first: number, last: number, enough = 1): boolean {
  let filled = 0
  for (let row = first; row <= Math.min(last, first + ROWS_SAMPLED); row++) {
    const value = rowOf(band.sheet, row)[column - 1]
    if (value !== null && value !== undefined && value !== '' && ++filled >= enough) return false
  }
  return true
}

export function lastFilled(band: Band, floor: number, last: number): number {
  let row = last
  while (row > floor && filledCells(band, row).length === 0) row--
  return row
}

/** Offsets at which the first header words begin again; columns without a word are spacers, in whichever block they stand. */
function blockStarts(levels: readonly (readonly string[])[], from: number, to: number): number[] {
  const words: string[] = [], columns: number[] = []
  for (let at = from; at <= to; at++) {
    const word = levels[at]?.at(-1) ?? ''
    if (word === '') continue
    words.push(word)
    columns.push(at)
  }
  const starts = [from]
  let width = 0
  for (let at = 2; at < words.length; at++) {
    if (words[at] !== words[0]) continue
    let same = 0
    while (same < at && at + same < words.length && words[same] === words[at + same]) same++
    // All header words of the first block come again: one list in blocks. Fewer: a word that merely stands twice.
    if (same < (width === 0 ? at : width)) continue
    if (width === 0) width = at
    starts.push(columns[at] ?? from)
  }
  return starts
}

const PLACE_KEYS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['usableArea', 'builtArea', 'area', 'tenure', ...ROOM_KEYS])

/** Where a list of places begins right behind a list of people: a second column of communities, with areas and rooms behind it alone. */
function placesBeside(levels: readonly (readonly string[])[], from: number, to: number): number[] {
  const keysAt = (at: number): readonly ColumnKey[] => {
    const word = levels[at]?.at(-1)
    return word === undefined ? [] : headerCell(word).keys
  }
  let named = false, places = false, community = -1
  for (let at = from; at <= to; at++) {
    const keys = keysAt(at)
    if (keys[0] === 'name') { if (community >= 0 && named) return []; named = true }
    if (keys[0] === 'community') community = at
    if (keys.some(key => PLACE_KEYS.has(key))) {
      if (places) continue
      places = true
      const before = Array.from({ length: Math.max(0, community - from) }, (_each, offset) => keysAt(from + offset))
      if (!named || community <= from || !before.some(each => each[0] === 'name') || !before.some(each => each[0] === 'community')) return []
    }
  }
  if (!places) return []
  return [keysAt(community - 1)[0] === 'seq' ? community - 1 : community]
}

