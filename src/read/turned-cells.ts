import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { cellKey } from '../core/place'
import { formatAt } from '../core/snapshot'
import type { FormatRun, SheetSnapshot } from '../core/snapshot'
import { rowOf } from './grid'

interface At { readonly row: number; readonly column: number }

/** Cells under merges that are looked up one by one; a merge over a whole sheet is none of a list. */
const MOST_MERGED = 20_000

/**
 * What the cells of a sheet hold for a list that is read in another shape (on its side, two rows a person): a merged value holds for every cell it covers,
 * and the number formats, hidden and struck-out rows come along.
 */
export class TurnedCells {
  private readonly merged = new Map<number, number>()
  private readonly corners: At[] = []

  /** @param records where the next record stands: a merge the other way (a line over the whole width) says nothing of the records */
  constructor(private readonly sheet: SheetSnapshot, records: 'down' | 'across') {
    for (const { top, left, bottom, right } of sheet.merges ?? []) {
      const more = records === 'down' ? bottom - top : right - left
      if (more === 0 || this.merged.size + more > MOST_MERGED) continue
      const corner = this.corners.push({ row: top, column: left }) - 1
      for (let step = 1; step <= more; step++) this.merged.set(records === 'down' ? cellKey(top + step, left) : cellKey(top, left + step), corner)
    }
  }

  /** The value that holds for a cell: its own, or that of the merge it lies in. */
  value({ row, column }: At): CellValue {
    const own = rowOf(this.sheet, row)[column - 1] ?? null
    if (!isBlank(own)) return own
    const corner = this.corners[this.merged.get(cellKey(row, column)) ?? -1]
    return corner === undefined ? own : (rowOf(this.sheet, corner.row)[corner.column - 1] ?? null)
  }

  /** The list's own formats, hidden and struck-out rows. @param rows by the row of the list, the cells that it was made of */
  carried(rows: ReadonlyMap<number, readonly (At | null)[]>): Partial<SheetSnapshot> {
    const { formats, hiddenRows, struckRows } = this.sheet
    const wholly = (source: ReadonlySet<number> | undefined): ReadonlySet<number> | undefined => {
      if (source === undefined) return undefined
      const found = [...rows].filter(([, cells]) => cells.some(at => at !== null) && cells.every(at => at === null || source.has(at.row)))
      return found.length === 0 ? undefined : new Set(found.map(([row]) => row))
    }
    const hidden = wholly(hiddenRows), struck = wholly(struckRows)
    return {
      ...(formats === undefined ? {} : { formats: this.formats(rows) }),
      ...(hidden === undefined ? {} : { hiddenRows: hidden }),
      ...(struck === undefined ? {} : { struckRows: struck }),
    }
  }

  private formats(rows: ReadonlyMap<number, readonly (At | null)[]>): ReadonlyMap<number, readonly FormatRun[]> {
    const found = new Map<number, FormatRun[]>()
    for (const [row, cells] of rows)
      for (const [at, cell] of cells.entries()) {
        const format = cell === null ? null : formatAt(this.sheet, cell.row, cell.column)
        if (format === null || format === undefined) continue
        const runs = found.get(at + 1) ?? []
        if (runs.length === 0) found.set(at + 1, runs)
        runs.push({ from: row, to: row, format })
      }
    return found
  }
}
