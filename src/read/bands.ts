import { isBlank } from '../core/cell'
import type { ColumnKey } from '../core/reading'
import type { SheetSnapshot } from '../core/snapshot'
import type { Band } from './grid'
import { filledCells, lastColumn } from './grid'
import { headerCell } from './header-cells'
import { ANSWERS } from './person-cards'

/** Rows looked at to tell tables that stand side by side. */
const ROWS_LOOKED_AT = 3000
/** A row with fewer cells is a title, a unit line or a note, and may stand in a gap between tables. */
const FEWEST_CELLS = 3
const HEADER_ROWS_LOOKED_AT = 200
/** What a table of its own starts from: without one of these a group of columns belongs to its neighbour. */
const IDENTITY = new Set(['seq', 'name', 'community', 'item', 'source', 'year'])

/**
 * Splits a sheet into bands of columns where empty columns part tables that stand side by side.
 * A band needs a header of its own with something that names its rows; otherwise an empty column is only a spacer.
 */
export function bandsOf(sheet: SheetSnapshot): Band[] {
  const right = lastColumn(sheet)
  if (right === 0) return []
  const used = new Uint8Array(right + 2)
  const last = Math.min(sheet.rows.length, ROWS_LOOKED_AT)
  for (let row = 0; row < last; row++) {
    const cells = sheet.rows[row]
    if (cells === undefined) continue
    let filled = 0
    for (const value of cells) if (!isBlank(value)) filled++
    if (filled < FEWEST_CELLS) continue
    for (let at = 0; at < cells.length; at++) if (!isBlank(cells[at])) used[at + 1] = 1
  }
  let left = 1
  while (left <= right && used[left] === 0) left++
  // Titles may stand left of the table; a sheet of titles alone has no used column at all.
  const whole: Band = { sheet, left: 1, right }
  if (left > right) return [whole]
  const runs: { left: number; right: number }[] = []
  for (let column = left; column <= right; column++) {
    if (used[column] === 0) continue
    const previous = runs.at(-1)
    if (previous !== undefined && previous.right === column - 1) previous.right = column
    else runs.push({ left: column, right: column })
  }
  const kept: { left: number; right: number }[] = []
  for (const run of runs) {
    const previous = kept.at(-1)
    if (previous !== undefined && !(headsItself({ sheet, ...run }) && headsItself({ sheet, ...previous }))) previous.right = run.right
    else kept.push({ ...run })
  }
  if (kept.length <= 1) return [whole]
  for (const [index, run] of kept.entries()) {
    const before = kept[index - 1], start = before === undefined ? 0 : againAt(sheet, before, run)
    if (before === undefined || start === 0) continue
    before.right = start - 1
    run.left = start
  }
  return kept.map((run, index) => ({
    sheet,
    left: index === 0 ? 1 : (kept[index - 1]?.right ?? 0) + 1,
    right: index === kept.length - 1 ? right : run.right,
  }))
}

/** 政治面貌 | (empty) | 人员类别 | 序号 | 姓名: where the first word of the list before comes again behind the empty column; 0 where the next list begins with it. */
function againAt(sheet: SheetSnapshot, before: { left: number; right: number }, run: { left: number; right: number }): number {
  const top = headRow({ sheet, ...before }), [first] = filledCells({ sheet, ...before }, top)
  if (first === undefined || typeof first.value !== 'string') return 0
  const { word } = headerCell(first.value)
  const again = filledCells({ sheet, ...run }, top).find(({ value }) => typeof value === 'string' && headerCell(value).word === word)
  return again === undefined || again.column === run.left ? 0 : again.column
}

function headsItself(band: Band): boolean {
  return headRow(band) > 0
}

/** The first row that heads a table of its own; 0 where none does. */
function headRow(band: Band): number {
  const last = Math.min(band.sheet.rows.length, HEADER_ROWS_LOOKED_AT)
  const headed = new Map<number, readonly ColumnKey[]>()
  for (let row = 1; row <= last; row++) {
    const words = new Set<string>()
    let identity = false, others = false
    for (const { value, column } of filledCells(band, row)) {
      // 中共党员 | 正式 | 社区工作者 under 政治面貌 | 编制 | 岗位 are somebody's values, though each heads columns elsewhere.
      if (typeof value !== 'string' || headed.get(column)?.some(key => ANSWERS[key]?.(value) === true) === true) { words.clear(); break }
      const { word, keys } = headerCell(value)
      if (keys.length === 0) continue
      words.add(word)
      headed.set(column, keys)
      if (keys.some(key => IDENTITY.has(key))) identity = true
      // 单位 may be a place or a unit of measure: it names rows, and says nothing of them.
      if (!keys.some(key => IDENTITY.has(key))) others = true
    }
    if (words.size >= 2 && identity && others) return row
  }
  return 0
}
