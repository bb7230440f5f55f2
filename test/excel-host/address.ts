import { columnName, parseBox } from '../../src/core/place'

/** A rectangle as Office.js counts: rows and columns from 0, sizes beside them. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export const ROWS = 1_048_576
export const COLUMNS = 16_384

export const WHOLE: Area = { row: 0, column: 0, rows: ROWS, columns: COLUMNS }

/** `A1`, `B2:C5`, `3:7`, `A:C`, with or without `$`; `null` for anything else. */
export function parseArea(text: string): Area | null {
  const plain = text.replaceAll('$', '').trim()
  const box = parseBox(plain)
  if (box !== null) return { row: box.top - 1, column: box.left - 1, rows: box.bottom - box.top + 1, columns: box.right - box.left + 1 }
  const rows = /^(\d+):(\d+)$/.exec(plain)
  if (rows !== null) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, COLUMNS - 1)
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(plain)
  const from = parseBox(`${columns?.[1] ?? ''}1`), to = parseBox(`${columns?.[2] ?? ''}1`)
  return from === null || to === null ? null : between(0, from.left - 1, ROWS - 1, to.left - 1)
}

export function between(row: number, column: number, row2: number, column2: number): Area {
  return {
    row: Math.min(row, row2),
    column: Math.min(column, column2),
    rows: Math.abs(row2 - row) + 1,
    columns: Math.abs(column2 - column) + 1,
  }
}

/** Splits `'A''B'!C3` into the sheet's name and the rest. */
export function splitSheet(address: string): { sheet: string | null; cells: string } {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/.exec(address)
  if (quoted !== null) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), cells: quoted[2] ?? '' }
  const mark = address.lastIndexOf('!')
  return mark < 0 ? { sheet: null, cells: address } : { sheet: address.slice(0, mark), cells: address.slice(mark + 1) }
}

export function areaName({ row, column, rows, columns }: Area): string {
  if (rows === ROWS && columns === COLUMNS) return `1:${ROWS}`
  if (rows === ROWS) return `${columnName(column + 1)}:${columnName(column + columns)}`
  if (columns === COLUMNS) return `${row + 1}:${row + rows}`
  const from = columnName(column + 1) + (row + 1)
  return rows === 1 && columns === 1 ? from : `${from}:${columnName(column + columns)}${row + rows}`
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row), column = Math.max(a.column, b.column)
  const bottom = Math.min(a.row + a.rows, b.row + b.rows), right = Math.min(a.column + a.columns, b.column + b.columns)
  return bottom <= row || right <= column ? null : { row, column, rows: bottom - row, columns: right - column }
}

export function sizeOf(area: Area): number {
  return area.rows * area.columns
}

export function isUnbounded(area: Area): boolean {
  return area.rows === ROWS || area.columns === COLUMNS
}
