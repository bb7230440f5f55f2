import type { CellValue } from '../core/cell'
import { textOf } from '../vocabulary/normalise'
import { DittoMarks, isDitto } from './ditto'
import { MergedDown } from './merged-down'
import { rowOf } from './grid'
import { columnOf } from './settle-table'
import type { SettledTable } from './settle-table'

/** The value that holds for a cell of a list: its own, that of the cell it is merged into, or the one that a ditto mark stands for. */
export class ColumnValues {
  private readonly merged: MergedDown
  private readonly dittos: DittoMarks
  private readonly name: number

  constructor(private readonly table: SettledTable) {
    this.name = columnOf(table, 'name')?.column ?? 0
    this.merged = new MergedDown(table)
    this.dittos = new DittoMarks(table.found.sheet, table.found.first)
  }

  at(cells: readonly CellValue[], row: number, column: number): CellValue {
    const value = this.merged.isEmpty ? cells[column - 1] ?? null : this.merged.value(cells, row, column)
    return isDitto(value) ? this.dittos.above(row, column) : value
  }

  /** A remark merged over several people is about all of them, or about those whom it names: 张三已离职，李四产假. */
  remark(cells: readonly CellValue[], row: number, column: number): CellValue {
    const value = this.at(cells, row, column), rows = this.merged.isEmpty || typeof value !== 'string' ? null : this.merged.rowsOf(row, column)
    if (rows === null || typeof value !== 'string') return value
    const { sheet } = this.table.found
    for (let each = rows.top; each <= rows.bottom; each++) {
      const name = textOf(rowOf(sheet, each)[this.name - 1] ?? null).trim(), own = textOf(cells[this.name - 1] ?? null).trim()
      if (name.length < 2 || !value.includes(name)) continue
      return value.split(/[,，。;；、\n]/).filter(clause => own !== '' && clause.includes(own)).map(clause => clause.replace(own, '')).join('，')
    }
    return value.replace(ALL_OF_THEM, '')
  }
}
const ALL_OF_THEM = /^(?:以上|上述|此|该)?(?:[\d一二两三四五六七八九十]{1,3}[人名])?(?:人员|同志)?(?:均|都)?/
