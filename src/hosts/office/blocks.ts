import type { Box } from '../../core/place'

/** Cells of one sheet, by the sheet's id in the workbook (names may change while we read). */
export interface Block {
  readonly sheetId: string
  readonly box: Box
}

/** Values, formulas and types of so many cells come to about 1.4 MB: well under Excel's 5 MB for one answer. */
export const CELLS_PER_TRIP = 50_000

export function cellCount(box: Box): number {
  return (box.bottom - box.top + 1) * (box.right - box.left + 1)
}

/** Cuts a box into bands of whole rows of at most `most` cells; a single row wider than that is cut by columns. */
export function bands(box: Box, most = CELLS_PER_TRIP): Box[] {
  const width = box.right - box.left + 1
  const cut: Box[] = []
  if (width > most) {
    for (let row = box.top; row <= box.bottom; row++)
      for (let left = box.left; left <= box.right; left += most)
        cut.push({ top: row, bottom: row, left, right: Math.min(box.right, left + most - 1) })
    return cut
  }
  const rows = Math.max(1, Math.floor(most / width))
  for (let top = box.top; top <= box.bottom; top += rows) cut.push({ ...box, top, bottom: Math.min(box.bottom, top + rows - 1) })
  return cut
}

/** Puts blocks into trips, in order, so that several small sheets share one: at most `most` cells a trip. */
export function trips(blocks: readonly Block[], most = CELLS_PER_TRIP): Block[][] {
  const packed: Block[][] = []
  let load = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    const cells = cellCount(block.box)
    if (load + cells > most) {
      packed.push([])
      load = 0
    }
    packed[packed.length - 1]?.push(block)
    load += cells
  }
  return packed
}

/** Two smaller trips with the same cells; `null` when it is one cell already. */
export function halves(trip: readonly Block[]): [Block[], Block[]] | null {
  const [only] = trip
  if (only === undefined) return null
  if (trip.length > 1) {
    const middle = Math.ceil(trip.length / 2)
    return [trip.slice(0, middle), trip.slice(middle)]
  }
  const [first, second] = halfBoxes(only.box)
  return first === undefined || second === undefined ? null : [[{ ...only, box: first }], [{ ...only, box: second }]]
}

/** Cut in two across the rows, or across the columns when there is one row; a single cell comes back alone. */
export function halfBoxes(box: Box): Box[] {
  if (box.bottom > box.top) {
    const middle = Math.floor((box.top + box.bottom) / 2)
    return [{ ...box, bottom: middle }, { ...box, top: middle + 1 }]
  }
  if (box.right > box.left) {
    const middle = Math.floor((box.left + box.right) / 2)
    return [{ ...box, right: middle }, { ...box, left: middle + 1 }]
  }
  return [box]
}
