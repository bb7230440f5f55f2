import type { CellValue } from '../core/cell'
import { DittoMarks, isDitto } from './ditto'
import { MergedDown } from './merged-down'
import type { SettledTable } from './settle-table'

/** The value that holds for a cell of a list: its own, that of the cell it is merged into, or the one that a ditto mark stands for. */
export class ColumnValues {
  private readonly merged: MergedDown
  private readonly dittos: DittoMarks

  constructor(table: SettledTable) {
    this.merged = new MergedDown(table)
    this.dittos = new DittoMarks(table.found.sheet, table.found.first)
  }

  at(cells: readonly CellValue[], row: number, column: number): CellValue {
    const value = this.merged.isEmpty ? cells[column - 1] ?? null : this.merged.value(cells, row, column)
    return isDitto(value) ? this.dittos.above(row, column) : value
  }
}
