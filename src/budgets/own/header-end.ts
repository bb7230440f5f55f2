import { isBlank } from '../../core/cell'
import type { TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { understand } from '../../vocabulary/budget-words'

/** Fewer words than this under a header may be a line of the body. */
const LEAST_WORDS = 3
const MOST_ROWS = 3

/**
 * A table whose first lines have no label and nothing but people, sums and measures, down to one of kinds and sums (正式 | 临时 | 小计), has more
 * rows of headers than were found: unread, each of its columns would take the figure of the whole group.
 */
export function withWholeHeader(table: TableReading, sheet: SheetSnapshot): TableReading {
  const { header, body } = table
  if (body === null) return table
  let end = header.bottom
  for (let row = header.bottom + 1; row <= header.bottom + MOST_ROWS && row < body.bottom; row++) {
    const words = headerWords(sheet, row, header.left, header.right)
    if (words === 0) break
    if (words >= LEAST_WORDS) end = row
  }
  if (end === header.bottom) return table
  return { ...table, header: { ...header, bottom: end }, body: { ...body, top: Math.max(body.top, end + 1) } }
}

/** How many words of headers stand in a row that has no label and nothing else; 0 where it is no such row. */
function headerWords(sheet: SheetSnapshot, row: number, left: number, right: number): number {
  if (!isBlank(cellAt(sheet, row, left))) return 0
  let words = 0
  for (let column = left; column <= right; column++) {
    const value = cellAt(sheet, row, column)
    if (isBlank(value)) continue
    if (typeof value !== 'string') return 0
    const { said, unknown } = understand(value)
    if (unknown.length > 0 || !said.some(word => word.subject === 'staff' || word.total !== undefined || word.measure !== undefined || word.part !== undefined || word.unit !== undefined)) return 0
    words++
  }
  return words
}
