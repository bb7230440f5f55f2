import type { ColumnKey } from './columns'
import type { Place } from './place'
import type { TableReading } from './reading'

/** What is asked of a table here. */
type Columns = Pick<TableReading, 'columns'>

/**
 * The column in which a table holds a quality: the first one of the first of the keys that it has, counted from 1; 0 where it has none of them.
 * Where a value remembers its own column (`ValueNote.at`), that one is meant and not this.
 */
export function columnAt(table: Columns | undefined, ...keys: readonly ColumnKey[]): number {
  if (table !== undefined) for (const key of keys) for (const column of table.columns) if (column.key === key) return column.column
  return 0
}

/** The column in which a table holds a quality, or its first column where it has none. */
export function columnOrFirst(table: TableReading, ...keys: readonly ColumnKey[]): number {
  return columnAt(table, ...keys) || table.header.left
}

/** The cell in which a row holds a quality, or the row's first cell where its table has no such column. */
export function cellOfRow(table: TableReading, row: number, ...keys: readonly ColumnKey[]): Place {
  return { sheet: table.sheet, row, column: columnOrFirst(table, ...keys) }
}
