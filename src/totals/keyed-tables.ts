import type { CellValue } from '../core/cell'
import type { Reading, TableReading } from '../core/reading'
import { cellAt } from '../core/snapshot'
import type { SheetSnapshot, Snapshot } from '../core/snapshot'
import { communityName } from '../vocabulary/communities'
import { rowLabel } from '../vocabulary/labels'
import { normalise } from '../vocabulary/normalise'
import { numberInText, decimalsOf } from './numerals'

/** A table whose rows are named by a column of words. Rows and columns count from 1. */
export interface KeyedTable {
  readonly table: TableReading
  readonly sheet: SheetSnapshot
  readonly keyColumn: number
  readonly rows: readonly KeyedRow[]
  /** Rows that are called a total of the whole. */
  readonly totals: readonly number[]
  readonly columns: readonly NumberColumn[]
  /** No key stands twice. */
  readonly unique: boolean
}

export interface KeyedRow { readonly row: number; readonly key: string }

export interface NumberColumn {
  readonly column: number
  readonly header: string
  /** Yuan a unit for money; 0 where the header names none. */
  readonly yuan: number
  readonly decimals: number
}

/** So many rows of a table are read by their keys; a longer list is no summary. */
const MOST_ROWS = 20_000
const NUMBERED = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．,，]?|[(（]?\d{1,3}[)）]?[、.．]|[①-⑳])(?=[\u4e00-\u9fff])/

/** One way of writing for the words that name a row: without numbering, 其中 and what follows a community's name. */
export function rowKey(text: string): string {
  const word = normalise(text.slice(0, 60)).replace(NUMBERED, '').replace(/^其中[:：]?/, '')
  return communityName(word).name
}

/** The number of a cell, also as text; `NaN` for none. */
export function numberOf(value: CellValue): number {
  return typeof value === 'number' ? value : typeof value === 'string' ? numberInText(value, '.') : Number.NaN
}

/** The tables of a workbook with each column of words that may name their rows. Lists of people and pay sheets are named by their community. */
export function keyedTables(snapshot: Snapshot, reading: Reading): readonly KeyedTable[] {
  const known = gathered.get(reading)
  if (known?.snapshot === snapshot) return known.tables
  const tables = gather(snapshot, reading)
  gathered.set(reading, { snapshot, tables })
  return tables
}

/** Several rules ask for the tables of one reading. */
const gathered = new WeakMap<Reading, { readonly snapshot: Snapshot; readonly tables: readonly KeyedTable[] }>()

function gather(snapshot: Snapshot, reading: Reading): KeyedTable[] {
  const found: KeyedTable[] = []
  for (const table of reading.tables) {
    if (table.body === null || table.turned === true || table.body.bottom - table.body.top > MOST_ROWS) continue
    const sheet = snapshot.sheets.find(each => each.name === table.sheet)
    if (sheet === undefined) continue
    for (const keyColumn of keyColumns(sheet, table)) {
      const keyed = keyedBy(sheet, table, keyColumn)
      if (keyed !== null) found.push(keyed)
    }
  }
  return found
}

/** Communities and items first, else the column with the most different words. */
function keyColumns(sheet: SheetSnapshot, table: TableReading): number[] {
  const named = table.columns.filter(({ key }) => key === 'community' || key === 'item').map(({ column }) => column)
  if (named.length > 0) return named.slice(0, 2)
  if (table.kind === 'staff' || table.kind === 'pay') return []
  let best = 0, most = 1
  for (const { column } of table.columns) {
    const words = new Set<string>()
    let numbers = 0
    for (let row = table.body?.top ?? 1; row <= (table.body?.bottom ?? 0) && row < (table.body?.top ?? 1) + 200; row++) {
      const value = cellAt(sheet, row, column)
      if (typeof value === 'string' && value.trim() !== '' && Number.isNaN(numberOf(value))) words.add(value.trim())
      else if (typeof value === 'number') numbers++
    }
    if (words.size > most && words.size > numbers) { most = words.size; best = column }
  }
  return best === 0 ? [] : [best]
}

function keyedBy(sheet: SheetSnapshot, table: TableReading, keyColumn: number): KeyedTable | null {
  const body = table.body
  if (body === null) return null
  const rows: KeyedRow[] = [],
    totals: number[] = [],
    seen = new Set<string>(),
    skipped = new Map(table.skipped.map(({ row, why }) => [row, why]))
  const isCommunity = table.columns.some(({ column, key }) => column === keyColumn && key === 'community')
  let unique = true, above = ''
  for (let row = body.top; row <= body.bottom; row++) {
    const label = labelOfRow(sheet, row, Math.max(keyColumn, body.left)), why = skipped.get(row)
    if (label === 'total') { totals.push(row); continue }
    if (label !== null || (why !== undefined && why !== 'section' && why !== 'numbered-blank' && why !== 'no-name' && why !== 'no-community')) continue
    const value = cellAt(sheet, row, keyColumn)
    if (value === null || value === '') {
      // Merged down: the community holds for the rows below.
      if (isCommunity && above !== '' && sheet.rows[row - 1]?.some(cell => cell !== null && cell !== '') === true) { rows.push({ row, key: above }); unique = false }
      continue
    }
    if (typeof value !== 'string') continue
    const key = rowKey(value)
    if (key === '') continue
    above = key
    if (seen.has(key)) unique = false
    seen.add(key)
    rows.push({ row, key })
  }
  if (rows.length < 2) return null
  return { table, sheet, keyColumn, rows, totals, columns: numberColumns(sheet, table, rows, keyColumn), unique }
}

function labelOfRow(sheet: SheetSnapshot, row: number, upTo: number): 'total' | 'other' | null {
  for (let column = 1; column <= upTo; column++) {
    const value = cellAt(sheet, row, column)
    if (typeof value !== 'string' || value.trim() === '') continue
    const label = rowLabel(value)
    if (label === 'total') return 'total'
    if (label !== null && label !== 'of-which') return 'other'
  }
  return null
}

const NAMES_ROWS = new Set(['seq', 'id', 'phone', 'birth', 'hired', 'year', 'age', 'partyJoined', 'joined', 'planYear'])

function numberColumns(sheet: SheetSnapshot, table: TableReading, rows: readonly KeyedRow[], keyColumn: number): NumberColumn[] {
  const found: NumberColumn[] = []
  for (const { column, key, header, unit } of table.columns) {
    if (column === keyColumn || (key !== null && NAMES_ROWS.has(key))) continue
    let numbers = 0, decimals = 0, words = 0
    for (const { row } of rows.slice(0, 400)) {
      const value = numberOf(cellAt(sheet, row, column))
      if (!Number.isNaN(value)) { numbers++; decimals = Math.max(decimals, decimalsOf(value)) }
      else if (typeof cellAt(sheet, row, column) === 'string') words++
    }
    if (numbers >= 2 && numbers > words)
      found.push({
        column,
        header,
        yuan: yuanOf(unit) || yuanOf(bracketed(header)) || (isMoney(header) ? yuanOf(table.unit) : 0),
        decimals,
      })
  }
  return found
}

function bracketed(header: string): string {
  return /[(（]([^()（）]*元[^()（）]*)[)）]/.exec(header)?.[1] ?? ''
}

function isMoney(header: string): boolean {
  return /金额|经费|费|工资|补贴|支出|收入|预算|资金|投资|合计|元/.test(header) && !/人数|面积|户数/.test(header)
}

function yuanOf(unit: string | null): number {
  if (unit === null) return 0
  if (/亿元/.test(unit)) return 1e8
  if (/万元/.test(unit)) return 1e4
  if (/千元/.test(unit)) return 1e3
  return /元/.test(unit) ? 1 : 0
}
