import type { CellValue } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import type { Reading } from '../../src/core/reading'
import { cellKey } from '../../src/core/place'
import { readSnapshot } from '../../src/read'
import type { ReadTablesOptions } from '../../src/read'

/** A row as a text with `|` between cells, or the cells themselves. Plain numbers become numbers, `'12` stays text, blanks become null. */
export type SheetText = readonly (string | readonly CellValue[])[]

export interface SheetOptions {
  readonly hidden?: readonly string[]
  readonly merges?: Readonly<Record<string, readonly Box[]>>
  readonly formulas?: Readonly<Record<string, readonly (readonly [row: number, column: number, formula: string])[]>>
  readonly name?: string
}

export function book(sheets: Readonly<Record<string, SheetText>>, options: SheetOptions = {}): Snapshot {
  return {
    name: options.name ?? '表.xlsx', dateSystem: 1900, names: [], notices: [],
    sheets: Object.entries(sheets).map(([name, rows]): SheetSnapshot => {
      const merges = options.merges?.[name]
      return {
        name, kind: 'worksheet', visibility: options.hidden?.includes(name) === true ? 'hidden' : 'visible', isProtected: false, tables: [],
        rows: rows.map(row => (typeof row === 'string' ? cells(row) : row)),
        formulas: new Map((options.formulas?.[name] ?? []).map(([row, column, formula]) => [cellKey(row, column), formula])),
        ...(merges === undefined ? {} : { merges }),
      }
    }),
  }
}

function cells(row: string): readonly CellValue[] {
  if (row === '') return []
  return row.split('|').map((text): CellValue => {
    const word = text.replace(/^ +| +$/g, '')
    if (word === '') return null
    if (word.startsWith("'")) return word.slice(1)
    return /^-?\d{1,11}(?:\.\d+)?$/.test(word) ? Number(word) : word
  })
}

export const AS_OF = 20231231

export function read(sheets: Readonly<Record<string, SheetText>>, options: SheetOptions & ReadTablesOptions = {}): Reading {
  const { mapping, asOf = AS_OF } = options
  return readSnapshot(book(sheets, options), { mapping, asOf })
}

/** `张三 河南 formal`, one a person of the counted lists. */
export function people(reading: Reading): readonly string[] {
  return reading.people.filter(person => reading.tables[person.table]?.counted === true).map(person => [person.name, communityOf(reading, person.community), person.employment, ...(person.presence === 'present' ? [] : [person.presence])].join(' '))
}

export function communityOf(reading: Reading, index: number): string {
  return reading.communities[index]?.name ?? '?'
}

/** `3 subtotal`, one a skipped row of a table. */
export function skipped(reading: Reading, table = 0): readonly string[] {
  return (reading.tables[table]?.skipped ?? []).map(row => `${row.row} ${row.why}`)
}

/** `staff 花名册 2 rows`, one a table. */
export function tables(reading: Reading): readonly string[] {
  return reading.tables.map(table => `${table.kind} ${table.sheet} ${table.rowsRead}${table.counted || table.kind === 'other' ? '' : ' not counted'}`)
}

/** Keys of a table's columns from left to right. */
export function keys(reading: Reading, table = 0): readonly (string | null)[] {
  return (reading.tables[table]?.columns ?? []).map(column => column.key)
}

export const HEADER = '序号|社区|姓名|学历|政治面貌|人员类别'
