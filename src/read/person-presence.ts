import type { CellValue } from '../core/cell'
import type { Presence } from '../core/reading'
import { readPresence } from '../vocabulary/status'
import type { PresenceReading } from '../vocabulary/status'
import type { ColumnValues } from './column-values'
import { hasLeft, leavingColumns } from './leaving'
import type { ListContext } from './list-context'
import { askInColumn, cached, remarkPresence } from './person-words'
import { columnsOf } from './settle-table'
import type { SettledColumn } from './settle-table'

/** Whether the people of one list are there: by the status column, a remark, a day of leaving. */
export class PresenceReader {
  /** Column of the cell to name for the status; 0 when the list has none. */
  readonly at: number
  private readonly columns: readonly { column: number; read: (value: CellValue, row: number) => PresenceReading }[]
  private readonly remarks: readonly SettledColumn[]
  /** Columns of days of leaving. */
  private readonly leaving: readonly number[]

  constructor(private readonly context: ListContext, private readonly values: ColumnValues) {
    const { table } = context
    this.columns = columnsOf(table, 'status').map(column => ({ column: column.column, read: this.reader(column) }))
    this.remarks = columnsOf(table, 'remark')
    this.leaving = leavingColumns(table)
    this.at = this.columns[0]?.column ?? 0
  }

  status(cells: readonly CellValue[], row: number): PresenceReading {
    let found: PresenceReading = PRESENT
    for (const { column, read } of this.columns) {
      const reading = read(this.values.at(cells, row, column), row)
      if (found.presence === 'present' && (reading.presence !== 'present' || found.note === null)) found = reading
    }
    return found
  }

  /** A presence that the remark states; `null` when it states none. */
  remark(cells: readonly CellValue[]): Presence | null {
    for (const { column } of this.remarks) {
      const value = cells[column - 1]
      if (typeof value !== 'string') continue
      const told = remarkPresence(value)
      if (told !== null) return told
    }
    return null
  }

  /** A day of leaving that has come. */
  hasLeft(cells: readonly CellValue[]): boolean {
    return hasLeft(cells, this.leaving, this.context.dateSystem, this.context.asOf)
  }

  private reader(column: SettledColumn): (value: CellValue, row: number) => PresenceReading {
    return cached(value => {
      const told = this.context.words.presence(value)
      if (told !== undefined) return { reading: { presence: told, note: null }, ask: null }
      const reading = readPresence(value, column.word)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.note === 'value.unknown-word' ? 'unknown' : null }
    }, askInColumn(this.context, 'status', column.column))
  }
}

const PRESENT: PresenceReading = { presence: 'present', note: null }
