import type { Box } from '../../src/core/place'
import type { SheetOutline } from '../shown'

/** Sizes of a sheet in pixels, and which cells stand for merged ones. Rows and columns count from 1. */

const DEFAULT_ROW = 22
const DEFAULT_COLUMN = 72
const PIXELS_PER_POINT = 4 / 3
/** Room to go on beyond the last cell, as a sheet has. */
const SPARE_ROWS = 30
const SPARE_COLUMNS = 6
const LEAST_COLUMNS = 14
const LEAST_ROWS = 50
const TALLEST_CANVAS = 30_000_000

export interface SheetShape {
  readonly rows: number
  readonly columns: number
  rowHeight(row: number): number
  columnWidth(column: number): number
  /** Pixels from the sheet's top to a row, and from its left to a column; one past the last gives the whole. */
  rowStart(row: number): number
  columnStart(column: number): number
  /** The row and the column at a distance from the top left. */
  rowAtPixel(y: number): number
  columnAtPixel(x: number): number
  /** The merged area that a cell belongs to. */
  mergeAt(row: number, column: number): Box | undefined
  /** Merged areas that reach into the rows from `top` to `bottom`. */
  mergesIn(top: number, bottom: number): readonly Box[]
}

export function shapeOf(sheet: SheetOutline): SheetShape {
  const merges = [...sheet.merges].sort((a, b) => a.top - b.top)
  // Tall merges are few: the rest is found by a short walk back from the first row in view.
  const tallest = merges.reduce((most, merge) => Math.max(most, merge.bottom - merge.top), 0)
  const mergesIn = (top: number, bottom: number) => {
    const found: Box[] = []
    for (let i = lowerBound(merges, top - tallest); i < merges.length; i++) {
      const merge = merges[i]
      if (merge === undefined || merge.top > bottom) break
      if (merge.bottom >= top) found.push(merge)
    }
    return found
  }
  const rows = Math.max(LEAST_ROWS, sheet.rows + SPARE_ROWS), columns = Math.max(LEAST_COLUMNS, sheet.columns + SPARE_COLUMNS)
  // A browser draws no element taller than this: the tallest sheets get lower rows rather than a missing end.
  const highest = Math.floor(TALLEST_CANVAS / rows)
  const rowHeight = (row: number) =>
    sheet.hiddenRows.has(row)
      ? 0
      : Math.min(highest, Math.round((sheet.rowHeights.get(row) ?? DEFAULT_ROW / PIXELS_PER_POINT) * PIXELS_PER_POINT))
  // Seven pixels a character and five around them: Excel's own measure at its usual font, a little wider for Chinese.
  const columnWidth = (column: number) => {
    if (sheet.hiddenColumns.has(column)) return 0
    const characters = sheet.columnWidths.get(column)
    return characters === undefined ? DEFAULT_COLUMN : Math.round(characters * 7.4 + 5)
  }
  const rowStarts = startsOf(rows, rowHeight), columnStarts = startsOf(columns, columnWidth)
  return {
    rows, columns, rowHeight, columnWidth,
    rowStart: row => rowStarts[row - 1] ?? 0,
    columnStart: column => columnStarts[column - 1] ?? 0,
    rowAtPixel: y => indexAt(rowStarts, y),
    columnAtPixel: x => indexAt(columnStarts, x),
    mergeAt: (row, column) => mergesIn(row, row).find(merge => column >= merge.left && column <= merge.right),
    mergesIn,
  }
}

/** Running sums of sizes: one number a row, no object, so that a million rows open as fast as a hundred. */
function startsOf(count: number, size: (at: number) => number): Float64Array {
  const starts = new Float64Array(count + 1)
  for (let at = 1; at <= count; at++) starts[at] = (starts[at - 1] ?? 0) + size(at)
  return starts
}

/** The last of the starts that is not beyond `pixel`, as a number from 1. */
function indexAt(starts: Float64Array, pixel: number): number {
  let low = 0, high = starts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= pixel) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** Index of the first merge whose top is not above `row`. */
function lowerBound(merges: readonly Box[], row: number): number {
  let low = 0, high = merges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((merges[middle]?.top ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}

export interface GridPosition {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a cell; `null` when it is no key of the grid. Hidden rows and columns are stepped over, merged areas are one cell. */
export function moved(
  from: GridPosition,
  key: string,
  whole: boolean,
  page: number,
  shape: SheetShape,
  used: { rows: number; columns: number },
): GridPosition | null {
  const merge = shape.mergeAt(from.row, from.column)
  const edge = merge ?? { top: from.row, bottom: from.row, left: from.column, right: from.column }
  switch (key) {
    case 'ArrowDown':
      return whole
        ? { ...from, row: Math.max(1, used.rows) }
        : landed({ ...from, row: step(edge.bottom, 1, shape.rows, shape.rowHeight) }, shape)
    case 'ArrowUp':
      return whole ? { ...from, row: 1 } : landed({ ...from, row: step(edge.top, -1, shape.rows, shape.rowHeight) }, shape)
    case 'ArrowRight':
      return whole
        ? { ...from, column: Math.max(1, used.columns) }
        : landed({ ...from, column: step(edge.right, 1, shape.columns, shape.columnWidth) }, shape)
    case 'ArrowLeft':
      return whole ? { ...from, column: 1 } : landed({ ...from, column: step(edge.left, -1, shape.columns, shape.columnWidth) }, shape)
    case 'PageDown':
      return { ...from, row: Math.min(shape.rows, from.row + page) }
    case 'PageUp':
      return { ...from, row: Math.max(1, from.row - page) }
    case 'Home':
      return whole ? { row: 1, column: 1 } : { ...from, column: 1 }
    case 'End':
      return whole ? { row: Math.max(1, used.rows), column: Math.max(1, used.columns) } : { ...from, column: Math.max(1, used.columns) }
    default:
      return null
  }
}

function step(from: number, by: 1 | -1, last: number, size: (at: number) => number): number {
  for (let at = from + by; at >= 1 && at <= last; at += by) if (size(at) > 0) return at
  return from
}

function landed(at: GridPosition, shape: SheetShape): GridPosition {
  const merge = shape.mergeAt(at.row, at.column)
  return merge === undefined ? at : { row: merge.top, column: merge.left }
}
