import { keyColumn, keyRow } from '../core/place'
import type { Box } from '../core/place'

/** Cells joined into boxes: runs along a row first, then equal runs of rows that follow each other. */
export function boxesOf(keys: Iterable<number>): Box[] {
  const sorted = [...new Set(keys)].sort((a, b) => a - b),
    boxes: Box[] = [],
    open = new Map<number, { top: number; left: number; bottom: number; right: number }>()
  for (let i = 0; i < sorted.length; ) {
    const row = keyRow(sorted[i] ?? 0), left = keyColumn(sorted[i] ?? 0)
    let j = i
    while (j + 1 < sorted.length && sorted[j + 1] === (sorted[j] ?? 0) + 1 && keyRow(sorted[j + 1] ?? 0) === row) j++
    const right = keyColumn(sorted[j] ?? 0), name = left * 16_384 + right, above = open.get(name)
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

export function oneCell(row: number, column: number): Box {
  return { top: row, left: column, bottom: row, right: column }
}
