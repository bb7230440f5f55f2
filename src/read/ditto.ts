import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { SheetSnapshot } from '../core/snapshot'
import { normalise } from '../vocabulary/normalise'
import { rowOf } from './grid'

const MARKS: ReadonlySet<string> = new Set(['同上', '同前', '〃', '″', '"', '”', '“', '′′', '〞', "''"])
/** First characters of the marks, and white space that may stand before them. */
const STARTS = new Set('同〃″"”“′〞\'')

/** 同上, 〃: the value is the one above. Said of nearly every cell, so the first character settles it. */
export function isDitto(value: CellValue | undefined): value is string {
  if (typeof value !== 'string' || value.length > 6) return false
  const code = value.charCodeAt(0)
  // Nearly every word begins with an ideograph other than 同.
  if (code >= 0x4e00 && code !== 0x540c) return false
  const first = value.charAt(0)
  return (STARTS.has(first) || first.trim() === '') && MARKS.has(normalise(value))
}

/** Finds what the marks of a list stand for. Rows are asked from top to bottom, so a long run of marks costs one step each. */
export class DittoMarks {
  private readonly last = new Map<number, { readonly row: number; readonly value: CellValue }>()

  /** @param first first row of the list's data */
  constructor(private readonly sheet: SheetSnapshot, private readonly first: number) {}

  /** The value that a mark at this place stands for; `null` when nothing is above it. */
  above(row: number, column: number): CellValue {
    const known = this.last.get(column)
    let value: CellValue = null
    for (let at = row - 1; at >= this.first; at--) {
      if (known !== undefined && at === known.row) { value = known.value; break }
      const found = rowOf(this.sheet, at)[column - 1]
      if (isBlank(found) || isDitto(found)) continue
      value = found ?? null
      break
    }
    this.last.set(column, { row, value })
    return value
  }
}
