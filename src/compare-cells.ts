import { isCellError } from './core/cell'
import type { CellValue } from './core/cell'
import { dayText } from './core/day'
import { cellName, sheetReference } from './core/place'
import type { ColumnKey, Person, Reading, TableReading } from './core/reading'
import type { Snapshot } from './core/snapshot'
import { readBirth } from './vocabulary/dates'
import { normalise, textOf } from './vocabulary/normalise'

/** One side of a comparison: the workbook and what was read of it. */
export interface Side {
  readonly snapshot: Snapshot
  readonly reading: Reading
}

/** Of several columns of a key the first that holds its words: 文化程度 rather than 是否大专以上. 0 when there is none. */
export function mainColumn({ columns }: TableReading, key: ColumnKey): number {
  const own = columns.filter(column => column.key === key)
  return (own.find(({ header }) => !/是否|以上/.test(header)) ?? own[0])?.column ?? 0
}

/** The cells of the rows of one side, by column key. */
export class Cells {
  private readonly rows: ReadonlyMap<string, Snapshot['sheets'][number]>
  private readonly columns = new Map<TableReading, ReadonlyMap<ColumnKey, number>>()

  constructor(private readonly side: Side) {
    this.rows = new Map(side.snapshot.sheets.map(sheet => [sheet.name, sheet]))
  }

  table(index: number): TableReading | undefined {
    return this.side.reading.tables[index]
  }

  /** The column of a key in a row's table; 0 when it has none. */
  column({ table: index }: { readonly table: number }, key: ColumnKey): number {
    const table = this.table(index)
    if (table === undefined) return 0
    let known = this.columns.get(table)
    if (known === undefined) {
      const made = new Map<ColumnKey, number>()
      for (const column of table.columns)
        if (column.key !== null && !made.has(column.key)) made.set(column.key, mainColumn(table, column.key))
      this.columns.set(table, made)
      known = made
    }
    return known.get(key) ?? 0
  }

  value(row: { readonly table: number; readonly row: number }, key: ColumnKey): CellValue {
    const table = this.table(row.table), column = this.column(row, key)
    return table === undefined || column === 0 ? null : this.rows.get(table.sheet)?.rows[row.row - 1]?.[column - 1] ?? null
  }

  /** `花名册!D7`; `null` when the table has no such column. */
  cell(row: { readonly table: number; readonly row: number }, key: ColumnKey): string | null {
    const table = this.table(row.table), column = this.column(row, key)
    return table === undefined || column === 0 ? null : `${sheetReference(table.sheet)}!${cellName(row.row, column)}`
  }

  /** The row's first cell, for want of a better one. */
  rowCell(row: { readonly table: number; readonly row: number }): string {
    const table = this.table(row.table)
    return table === undefined ? '' : this.cell(row, 'name') ?? `${sheetReference(table.sheet)}!${cellName(row.row, table.header.left)}`
  }

  /** What is shown of a value: numbers as numbers, days as days. */
  shown(row: { readonly table: number; readonly row: number }, key: ColumnKey): string | number | null {
    const value = this.value(row, key)
    if (value === null || value === '') return null
    if (isCellError(value)) return value.error
    if (DAYS.has(key)) {
      const { birth, precision } = readBirth(value, this.side.snapshot.dateSystem)
      if (birth > 0) return dayOf(birth, precision)
    }
    return typeof value === 'number' ? value : typeof value === 'boolean' ? String(value) : normalise(textOf(value))
  }
}

const DAYS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['hired', 'joined', 'partyJoined'])

/** A day as far as it is told: `1985-03`, `1985-03-12`. */
export function dayOf(birth: number, precision: Person['birthPrecision']): string {
  const text = dayText(birth)
  return precision === 'year' ? text.slice(0, 4) : precision === 'day' ? text : text.slice(0, 7)
}
