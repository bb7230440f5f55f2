import { cellKey, keyColumn, keyRow } from '../../core/place'
import type { Box } from '../../core/place'

/** Boxes that cover exactly these cells (keys of `cellKey`): runs along rows, joined downwards where they are alike. */
export function rectangles(keys: Iterable<number>): Box[] {
  const sorted = [...new Set(keys)].sort((a, b) => a - b)
  const open = new Map<string, { top: number; left: number; bottom: number; right: number }>()
  const boxes: Box[] = []
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i] ?? 0, row = keyRow(first), left = keyColumn(first)
    let n = i
    while (n + 1 < sorted.length && sorted[n + 1] === (sorted[n] ?? 0) + 1 && keyRow(sorted[n + 1] ?? 0) === row) n++
    const right = keyColumn(sorted[n] ?? 0), span = `${left}:${right}`
    const above = open.get(span)
    if (above?.bottom === row - 1) above.bottom = row
    else {
      const box = { top: row, left, bottom: row, right }
      open.set(span, box)
      boxes.push(box)
    }
    i = n + 1
  }
  return boxes
}

/** Boxes that hold these cells and not many others, to read them with few ranges: bands of rows, each at least an eighth filled. */
export function readingBoxes(keys: Iterable<number>, most: number): Box[] {
  const sorted = [...new Set(keys)].sort((a, b) => a - b)
  const boxes: { top: number; left: number; bottom: number; right: number; cells: number }[] = []
  for (const key of sorted) {
    const row = keyRow(key), column = keyColumn(key), last = boxes[boxes.length - 1]
    if (last !== undefined) {
      const left = Math.min(last.left, column), right = Math.max(last.right, column)
      const area = (row - last.top + 1) * (right - left + 1)
      if (area <= Math.max(64, (last.cells + 1) * 8) && area <= most) {
        Object.assign(last, { left, right, bottom: row, cells: last.cells + 1 })
        continue
      }
    }
    boxes.push({ top: row, left: column, bottom: row, right: column, cells: 1 })
  }
  return boxes.map(({ top, left, bottom, right }) => ({ top, left, bottom, right }))
}

/** The keys of all cells of a box. */
export function* keysOf(box: Box): Iterable<number> {
  for (let row = box.top; row <= box.bottom; row++) for (let column = box.left; column <= box.right; column++) yield cellKey(row, column)
}
