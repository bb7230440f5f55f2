import { isInsideMerge } from '../../core/batch'
import { isFormula } from '../../core/cell'
import type { CellContent, CellValue } from '../../core/cell'
import { cellKey } from '../../core/place'
import { EMPTY_ROW } from '../../core/snapshot'
import type { SheetRow, SheetSnapshot } from '../../core/snapshot'

/** A sheet that can be written to. Rows are copied when they are first changed: the snapshot it came from stays as it was. */
export class MemorySheet {
  readonly name: string
  private readonly rows: SheetRow[]
  private readonly formulas: Map<number, string>
  private readonly own = new Set<number>()

  constructor(private readonly base: SheetSnapshot) {
    this.name = base.name
    this.rows = [...base.rows]
    this.formulas = new Map(base.formulas)
  }

  get kind(): SheetSnapshot['kind'] {
    return this.base.kind
  }

  /** A locked cell of a protected sheet (without looks every cell of it, as Excel's default is), or a cell that a merge hides. */
  leaveAlone(row: number, column: number): string | undefined {
    const { isProtected, looks, merges } = this.base
    if (isProtected && looks?.styles[looks.styleRows[row - 1]?.[column - 1] ?? 0]?.locked !== false) return 'skip.protected'
    return merges !== undefined && isInsideMerge(merges, row, column) ? 'skip.merged' : undefined
  }

  content(row: number, column: number): CellContent {
    const value = this.rows[row - 1]?.[column - 1] ?? null
    const formula = this.formulas.get(cellKey(row, column))
    return formula === undefined ? value : { formula, value }
  }

  put(row: number, column: number, content: CellContent): void {
    const key = cellKey(row, column)
    if (isFormula(content)) this.formulas.set(key, content.formula)
    else this.formulas.delete(key)
    this.putValue(row, column, isFormula(content) ? content.value : content)
  }

  *filled(): Iterable<number> {
    yield* this.formulas.keys()
    for (const [row, cells] of this.rows.entries()) for (const [column, value] of cells.entries()) if (value !== null && value !== '') yield cellKey(row + 1, column + 1)
  }

  snapshot(): SheetSnapshot {
    return { ...this.base, rows: [...this.rows], formulas: new Map(this.formulas) }
  }

  private putValue(row: number, column: number, value: CellValue): void {
    while (this.rows.length < row) {
      if (value === null) return
      this.rows.push(EMPTY_ROW)
    }
    let cells = this.rows[row - 1] as CellValue[]
    if (!this.own.has(row)) {
      this.own.add(row)
      cells = [...cells]
    }
    while (cells.length < column) {
      if (value === null) break
      cells.push(null)
    }
    if (column <= cells.length) cells[column - 1] = value
    // A row ends at its last cell that holds something, and a sheet at its last row that does.
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop()
    this.rows[row - 1] = cells
    while (this.rows.length > 0 && this.rows[this.rows.length - 1]?.length === 0) {
      this.own.delete(this.rows.length)
      this.rows.pop()
    }
  }
}
