import { at } from '../core/at'
import { cellKey, keyColumn, keyRow } from '../core/place'
import type { Box } from '../core/place'

/** Cells joined into boxes: runs along a row first, then equal runs of rows that follow each other. */
export function boxesOf(keys: Iterable<number>): Box[] {
  const sorted = inOrder([...keys]), run = oneRun(sorted)
  if (run !== null) return [run]
  const boxes: Box[] = [],
    open = new Map<number, { top: number; left: number; bottom: number; right: number }>()
  for (let i = 0; i < sorted.length; ) {
    const row = keyRow(at(sorted, i)), left = keyColumn(at(sorted, i))
    let j = i
    while (j + 1 < sorted.length && sorted[j + 1] === at(sorted, j) + 1 && keyRow(at(sorted, j + 1)) === row) j++
    const right = keyColumn(at(sorted, j)), name = left * 16_384 + right, above = open.get(name)
    if (above !== undefined && above.bottom === row - 1) above.bottom = row
    else {
      const box = { top: row, left, bottom: row, right }
      boxes.push(box)
      open.set(name, box)
    }
    i = j + 1
  }
  return boxes
}

/** Each once, ascending; what was gathered cell by cell nearly always is. */
function inOrder(keys: number[]): readonly number[] {
  for (let i = 1; i < keys.length; i++) if (at(keys, i) <= at(keys, i - 1)) return [...new Set(keys)].sort((a, b) => a - b)
  return keys
}

/** A stretch of one column or one row, the usual parts of a sum; `null` for anything else. */
function oneRun(sorted: readonly number[]): Box | null {
  const first = sorted[0], last = sorted[sorted.length - 1], steps = sorted.length - 1
  if (first === undefined || last === undefined) return null
  const step = last - first === steps * DOWN ? DOWN : 1
  if (step === 1 && (last - first !== steps || keyRow(first) !== keyRow(last))) return null
  for (let i = 1; i <= steps; i++) if (at(sorted, i) - at(sorted, i - 1) !== step) return null
  return { top: keyRow(first), left: keyColumn(first), bottom: keyRow(last), right: keyColumn(last) }
}

/** From a cell's key to that of the cell below. */
const DOWN = cellKey(2, 1) - cellKey(1, 1)

export function oneCell(row: number, column: number): Box {
  return { top: row, left: column, bottom: row, right: column }
}
