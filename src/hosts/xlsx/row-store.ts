import type { CellValue } from '../../core/cell'
import { LAST_COLUMN } from '../../core/place'
import { EMPTY_ROW } from '../../core/snapshot'
import type { Room } from './bounds'

const NO_STYLES = new Uint16Array(0)

/** Puts scanned cells into rows: one array is filled again and again, and each row is a copy of just its length. */
export class RowStore {
  readonly rows: (readonly CellValue[])[] = []
  readonly styleRows: Uint16Array[] = []
  /** The row that is being filled, or was last. */
  row = 0
  isOpen = false
  /** The longest row. */
  width = 0
  private readonly values: CellValue[] = []
  private length = 0
  private readonly styles: Uint16Array
  private styled = 0
  private lastStyles = NO_STYLES

  /**
   * @param room what the workbook may still take
   * @param only rows that are wanted; `undefined`: all
   */
  constructor(
    private readonly sheet: string,
    private readonly room: Room,
    keepsStyles: boolean,
    private readonly only: ReadonlySet<number> | undefined,
  ) {
    this.styles = new Uint16Array(keepsStyles ? LAST_COLUMN : 0)
  }

  open(row: number): void {
    if (this.isOpen) this.close()
    this.isOpen = true
    this.row = row
  }

  /** The value of a cell; how long a text may be is its reader's to hold. */
  put(column: number, value: CellValue): void {
    const index = column - 1
    const values = this.values
    while (this.length < index) values[this.length++] = null
    values[index] = value
    if (index >= this.length) this.length = index + 1
  }

  putStyle(column: number, style: number): void {
    const index = column - 1
    while (this.styled < index) this.styles[this.styled++] = 0
    this.styles[index] = style
    if (index >= this.styled) this.styled = index + 1
  }

  /** @throws HostError `too-much-work` when the workbook's cells take more room than there is */
  close(): void {
    this.isOpen = false
    if (this.only !== undefined && !this.only.has(this.row)) {
      this.length = 0
      this.styled = 0
      return
    }
    const index = this.row - 1
    if (this.length > 0) {
      this.room.takeRow(this.length, this.sheet)
      const { rows } = this
      while (rows.length < index) rows.push(EMPTY_ROW)
      const before = rows[index]
      const now = this.values.slice(0, this.length)
      // Rows may come twice or out of order: what is new lies over what was there.
      if (before !== undefined) for (let i = 0; i < before.length; i++) if (i >= now.length || now[i] === null) now[i] = before[i] ?? null
      rows[index] = now
      if (now.length > this.width) this.width = now.length
      this.length = 0
    }
    if (this.styled > 0) {
      while (this.styleRows.length < index) this.styleRows.push(NO_STYLES)
      this.styleRows[index] = this.styleRow()
      this.styled = 0
    }
  }

  /** Rows of a list look alike: a row that looks like the one before shares its array, which saves more than the cells take. */
  private styleRow(): Uint16Array {
    const before = this.lastStyles
    if (before.length === this.styled) {
      let i = 0
      while (i < before.length && before[i] === this.styles[i]) i++
      if (i === before.length) return before
    }
    this.lastStyles = this.styles.slice(0, this.styled)
    return this.lastStyles
  }
}
