import type { CellValue } from '../../core/cell'
import { isBlank } from '../../core/cell'
import type { Box } from '../../core/place'
import type { TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import type { PayPart } from '../../vocabulary/budget-words'
import { communityName } from '../../vocabulary/communities'
import { rowLabel } from '../../vocabulary/labels'
import type { Side } from './own-table'
import { lineMeaning, underGroup } from './meaning'
import type { LineMeaning } from './meaning'
import type { OwnPlaces } from './places'
import type { OwnLine, OwnTable } from './own-table'
import { depthOf, isNumbered, numberingOf, numbersApart } from './tree'
import { yearIn } from './year-in'

interface RawLine {
  readonly row: number
  readonly text: string
  readonly value: CellValue
  readonly total: 'total' | 'subtotal' | null
  readonly depth: number
  readonly isOfWhich: boolean
  readonly group: string | null
  /** A part of the pay, of whichever kind: 工资, 社会保险. */
  readonly part: PayPart | null
}

/** The lines of a table: rows with a label, without notes, examples and rows of column numbers. */
export function linesOf(
  sheet: SheetSnapshot,
  body: Box,
  side: Side,
  table: TableReading,
  communities: ReadonlyMap<string, number>,
  places: OwnPlaces,
  marks: ReadonlySet<number>,
): OwnLine[] {
  const raw = withPartsOfKinds(withoutFalseSubtotals(rawLines(sheet, body, side, table, marks), places), places)
  const { parents, more } = parentsOf(raw)
  const meanings: LineMeaning[] = [],
    isYearColumn = table.columns.some(column => column.column === side.labelColumn && (column.key === 'year' || /年/.test(column.header)))
  const communityOf = (text: string): number => communities.get(communityName(text).name) ?? -1
  const lines = raw.map((line, index): OwnLine => {
    const group = line.group === null ? null : { community: communityOf(line.group), year: yearIn(line.group) }
    const own = typeof line.value === 'string' || isYearColumn ? yearIn(line.value) : null,
      year = own ?? group?.year ?? null,
      parent = parents[index] ?? -1
    const inner = own === null && line.total === null ? communityOf(line.text) : -1,
      community = inner >= 0 ? inner : line.total === null && year === null ? (group?.community ?? -1) : -1
    const bare = lineMeaning(line.text, own !== null || inner >= 0 || places.isTown(line.text), meanings[parent] ?? null, places)
    const meaning =
      line.group === null || line.total === 'total'
        ? bare
        : underGroup(bare, lineMeaning(line.group, group !== null && (group.year !== null || group.community >= 0), null, places))
    meanings.push(meaning)
    return {
      row: line.row,
      label: line.group === null ? line.text.trim() : `${line.group.trim()} ${line.text.trim()}`,
      role: line.total ?? 'leaf',
      parent,
      isOfWhich: line.isOfWhich || more.has(index),
      children: [],
      meaning,
      community,
      year,
      group: line.group,
    }
  })
  return lines.map((line, index) => ({ ...line, children: parents.flatMap((parent, child) => (parent === index ? [child] : [])) }))
}

/**
 * 正式人员 | 工资 | 社保 | 聘用人员 | 工资 | 社保: the parts of each kind stand below it, with 其中 or without, where the same part comes twice or is
 * told by 其中.
 */
function withPartsOfKinds(raw: readonly RawLine[], places: OwnPlaces): RawLine[] {
  const said = raw.map(({ text, total }) => (total === null ? lineMeaning(text, false, null, places) : null))
  const parts = said.map(meaning => (meaning === null || meaning.staff !== null || meaning.blocks.length > 0 ? null : meaning.part))
  const lines = raw.map((line, index) => ({ ...line, part: parts[index] ?? null }))
  const kinds = said.filter(meaning => meaning !== null && meaning.staff !== null && meaning.part === null).length
  const told = parts.filter(part => part !== null), isTwice = new Set(told).size < told.length && kinds > 1
  let above = -1
  return lines.map((line, index) => {
    if (line.part === null) {
      above = index
      return line
    }
    const hangs = (said[above]?.staff ?? null) !== null && lines[above]?.group === line.group
    return hangs && isTwice ? { ...line, isOfWhich: true } : line
  })
}

/** 聘用人员经费小计 behind 在编人员经费: the word says subtotal, and nothing above it is a part of it. It is a line like another. */
function withoutFalseSubtotals(raw: readonly RawLine[], places: OwnPlaces): RawLine[] {
  const staffOf = ({ text }: RawLine) => lineMeaning(text, false, null, places).staff?.class
  return raw.map((line, index) => {
    if (line.total === null || line.group !== null) return line
    const before = raw.slice(0, index), kind = staffOf(line), above = before.slice(before.findLastIndex(each => each.total !== null) + 1)
    // Nothing above it: it would take in the lines below, down to the next sum.
    const end = raw.findIndex((each, at) => at > index && each.total !== null), below = raw.slice(index + 1, end < 0 ? undefined : end)
    const parts = above.length > 0 ? above : below, kinds = parts.flatMap(each => staffOf(each) ?? [])
    return kind === undefined || (kinds.length === 0 && above.length > 0) || kinds.includes(kind) ? line : { ...line, total: null }
  })
}

function rawLines(sheet: SheetSnapshot, body: Box, side: Side, table: TableReading, marks: ReadonlySet<number>): RawLine[] {
  const raw: RawLine[] = []
  const labels = Array.from({ length: body.bottom - body.top + 1 }, (_all, at) => cellAt(sheet, body.top + at, side.labelColumn))
  const outer = groupsOf(sheet, body, side), codes = codesIn(sheet, side.codeColumns)
  const numbers = side.numberColumn, rows = labels.map((_label, at) => body.top + at)
  const apart = numbersApart(numbers === null ? [] : rows.map(row => cellAt(sheet, row, numbers)))
  const whole = numberingOf(rows.map((row, at) => `${numbers === null ? '' : apart(cellAt(sheet, row, numbers))}${String(labels[at] ?? '')}`))
  for (let row = body.top; row <= body.bottom; row++) {
    if (marks.has(row) || isHeaderAgain(sheet, row, table)) continue
    // 合计 often stands in the first column, merged over the label's.
    const value = cellAt(sheet, row, side.labelColumn)
    const first = isBlank(value) ? firstText(sheet, row, table.header.left, side.labelColumn) : null
    const shown = first ?? value
    if (isBlank(shown)) continue
    const text = typeof shown === 'string' ? shown : typeof shown === 'number' ? String(shown) : ''
    const label = rowLabel(text)
    if (label === 'note' || label === 'signature' || label === 'unit-line' || label === 'reporting-unit' || label === 'as-of') continue
    // At the top of a new page the title comes once more, and it is no line.
    if (text === table.title && isHeaderAgain(sheet, row + 1, table)) continue
    if (isExample(sheet, row, table) || isMarkedNote(text, sheet, row, table)) continue
    const code = codes(row), number = numbers === null ? '' : apart(cellAt(sheet, row, numbers))
    const total = label === 'total' || label === 'subtotal' ? label : null, group = first === null ? (outer.get(row) ?? null) : null
    raw.push({
      row,
      text,
      value: shown,
      // 河南社区 | 合计: the sum of that group.
      total: total === 'total' && group !== null && rowLabel(group) === null ? 'subtotal' : total,
      depth: depthOf(number + text, code, whole),
      isOfWhich: label === 'of-which' || /^[\s　]*其中/.test(text),
      group,
      part: null,
    })
  }
  return raw.filter((line, index) => !isHeading(line, raw[index + 1], sheet, table)).map(headsItsParts)
}

/** 二、支出合计 over 1. 2. 3.: a line with its parts below it, not the sum of what stands above. */
function headsItsParts(line: RawLine, index: number, all: readonly RawLine[]): RawLine {
  const next = all[index + 1]
  if (line.total === null || next === undefined || next.total !== null || next.group !== line.group) return line
  return isNumbered(line.text) && next.depth > line.depth ? { ...line, total: null } : line
}

/** The code of each row, asked for from the top down: 208 | 02 | 08 in three columns is 2080208, also where 208 stands in a row above. */
function codesIn(sheet: SheetSnapshot, columns: readonly number[]): (row: number) => CellValue {
  const [only, ...more] = columns
  if (only === undefined) return () => null
  if (more.length === 0) return row => cellAt(sheet, row, only)
  let before: readonly string[] = []
  return row => {
    const parts = columns.map(column => String(cellAt(sheet, row, column) ?? '').trim()), start = parts.findIndex(each => each !== '')
    if (start >= 0) before = parts.map((each, at) => (at < start ? before[at] ?? '' : each))
    return start < 0 ? null : before.join('')
  }
}

/** The words of the header once more, as at the top of a new page. */
function isHeaderAgain(sheet: SheetSnapshot, row: number, { header }: TableReading): boolean {
  let words = 0
  for (let column = header.left; column <= header.right; column++) {
    const value = cellAt(sheet, row, column)
    if (isBlank(value)) continue
    if (typeof value !== 'string' || value !== cellAt(sheet, header.bottom, column)) return false
    words++
  }
  return words > 1
}

/** 例, 示例, 填写示例 anywhere in the row: its figures are nobody's. */
function isExample(sheet: SheetSnapshot, row: number, table: TableReading): boolean {
  for (let column = table.header.left; column <= table.header.right; column++) {
    const value = cellAt(sheet, row, column)
    if (typeof value === 'string' && value.length <= 24 && rowLabel(value) === 'example') return true
  }
  return false
}

/** * 本表数据须与花名册一致, ※ …: a remark, where the row holds nothing else. */
function isMarkedNote(text: string, sheet: SheetSnapshot, row: number, table: TableReading): boolean {
  if (!/^[\s　]*[*＊※★☆●◆■▲△]/.test(text) || text.trim().length < 8) return false
  let filled = 0
  for (let column = table.header.left; column <= table.header.right; column++) if (!isBlank(cellAt(sheet, row, column))) filled++
  return filled === 1
}

/** 资金来源 alone between two parts of a table: a line of words. */
function isHeading(line: RawLine, next: RawLine | undefined, sheet: SheetSnapshot, table: TableReading): boolean {
  if (line.total !== null || next === undefined || next.depth > line.depth || next.isOfWhich) return false
  if (!/^[\s　]*(?:[一二三四五六七八九十]{1,2}[、.．])?(?:资金来源|经费来源|来源|资金筹措)[:：]?\s*$/.test(line.text)) return false
  for (let column = table.header.left; column <= table.header.right; column++)
    if (typeof cellAt(sheet, line.row, column) === 'number') return false
  return true
}

/** The text of the label columns outside, row by row: it reaches down over a merge or over blank cells. */
function groupsOf(sheet: SheetSnapshot, body: Box, side: Side): ReadonlyMap<number, string> {
  const found = new Map<number, string>(), column = side.outer.at(-1)
  if (column === undefined) return found
  let open: string | null = null
  const isLeaf = (row: number): boolean => {
    const label = cellAt(sheet, row, side.labelColumn)
    return !isBlank(label) && rowLabel(String(label)) === null
  }
  const rows = Array.from({ length: body.bottom - body.top + 1 }, (_all, at) => body.top + at)
  // A word of its own in every line is no group: it does not reach down to the total.
  const isOfEach = rows.every(row => !isLeaf(row) || !isBlank(cellAt(sheet, row, column)))
  for (let row = body.top; row <= body.bottom; row++) {
    const value = cellAt(sheet, row, column)
    if (typeof value === 'string' && value.trim() !== '') open = rowLabel(value) === 'total' ? null : value
    else if (isOfEach && !isLeaf(row)) open = null
    if (open !== null) found.set(row, open)
  }
  return found
}

/** The parent of each line: the nearest one above that is less deep, no total between. A line of 其中 hangs on the one before it. */
function parentsOf(raw: readonly RawLine[]): { readonly parents: readonly number[]; readonly more: ReadonlySet<number> } {
  const parents: number[] = [], more = new Set<number>()
  // A line of 其中 lies just below its parent, however it is written.
  const depths = raw.map(line => line.depth)
  for (const [index, line] of raw.entries()) {
    let parent = -1
    if (line.total === null) {
      for (let at = index - 1; at >= 0; at--) {
        const above = raw[at]
        if (above === undefined || above.total !== null || above.group !== line.group) break
        // 其中：工资, and 社保 below it.
        if (line.part !== null && above.part !== null && (above.isOfWhich || more.has(at)) && at === index - 1) {
          parent = parents[at] ?? -1
          more.add(index)
          break
        }
        if ((depths[at] ?? 0) < line.depth || (line.isOfWhich && !above.isOfWhich && !more.has(at))) {
          // What is indented under 其中：… is one more of them.
          const isAnother = (above.isOfWhich || more.has(at)) && !line.isOfWhich && Math.floor(above.depth) === Math.floor(line.depth)
          parent = isAnother ? parents[at] ?? -1 : at
          if (isAnother) more.add(index)
          break
        }
      }
    }
    parents.push(parent)
    if (parent >= 0 && (line.isOfWhich || more.has(index))) depths[index] = (depths[parent] ?? 0) + 0.5
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

/** Whether the lines are communities or years, by their greater part. */
export function kindOf(lines: readonly OwnLine[]): OwnTable['kind'] {
  const leaves = lines.filter(line => line.role === 'leaf').length
  return lines.filter(line => line.community >= 0).length > leaves / 2
    ? 'communities'
    : lines.filter(line => line.year !== null).length > leaves / 2
      ? 'years'
      : 'lines'
}
