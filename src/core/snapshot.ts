import type { CellValue } from './cell'
import { cellKey } from './place'
import type { Box } from './place'

/**
 * A workbook read once into plain data. Checks see this and nothing else (design decision 1).
 * At a million rows it stays cheap: rows of plain values, no object per cell (decision 3).
 */
export interface Snapshot {
  /** The file's or workbook's name, without its folder. */
  readonly name: string
  /** Serial 0 is 1899-12-30 (`1900`) or 1904-01-01 (`1904`). */
  readonly dateSystem: 1900 | 1904
  readonly sheets: readonly SheetSnapshot[]
  readonly names: readonly DefinedName[]
  /** What a person settled for this workbook and the workbook itself keeps, as it was saved (see `decisions.ts`); left out where it keeps none. */
  readonly decisions?: unknown
  /** What the reader met and could not take in, or took in with a reservation. */
  readonly notices: readonly ReadNotice[]
}

export interface SheetSnapshot {
  readonly name: string
  /** Only worksheets have cells; the others are listed so that nothing is dropped in silence. */
  readonly kind: 'worksheet' | 'chartsheet' | 'dialogsheet' | 'macrosheet'
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  /** `rows[0]` is row 1, `rows[0][0]` is A1. A row ends at its last cell that holds something; a blank row is empty. */
  readonly rows: readonly SheetRow[]
  /** Formulas with their leading `=`, by `cellKey`; shared formulas expanded. */
  readonly formulas: ReadonlyMap<number, string>
  /** Left out where there are none, and by hosts that cannot tell: those say so in `untold`. */
  readonly merges?: readonly Box[]
  /** What the host could not tell of this sheet, so that its absence means nothing. Left out: all is told. */
  readonly untold?: ReadonlySet<Untold>
  /** Row numbers hidden by hand or by a filter. */
  readonly hiddenRows?: ReadonlySet<number>
  readonly hiddenColumns?: ReadonlySet<number>
  /** Rows most of whose filled cells are struck out; left out where none is, and by hosts that cannot tell. */
  readonly struckRows?: ReadonlySet<number>
  /** Number formats that show other digits than the number has (0.00, 00), as runs down each column; left out where there are none. */
  readonly formats?: ReadonlyMap<number, readonly FormatRun[]>
  readonly isProtected: boolean
  /** Ranges that Excel itself calls a table. */
  readonly tables: readonly NamedTable[]
  /** How cells look, for the workbench's grid and for reading number formats; only when asked for. */
  readonly looks?: SheetLooks
}

/** What a host may be unable to tell of a sheet. */
export type Untold = 'merges' | 'formats' | 'strikes'

/** One number format in all cells of a column from one row to another. */
export interface FormatRun {
  readonly from: number
  readonly to: number
  readonly format: string
}

export type SheetRow = readonly CellValue[]

/** The one empty row, shared by all blank rows. */
export const EMPTY_ROW: SheetRow = Object.freeze([])

export interface DefinedName {
  readonly name: string
  /** As written, without a leading `=`, e.g. `参数标准!$C$5`. */
  readonly refersTo: string
  /** The sheet that it is local to. */
  readonly sheet?: string
  readonly hidden?: boolean
}

export interface NamedTable {
  readonly name: string
  readonly box: Box
  readonly headerRows: number
  readonly totalsRows: number
  readonly columns: readonly string[]
}

/** Styles as the workbench draws them. Style 0 is the plain one. */
export interface SheetLooks {
  readonly styles: readonly CellStyle[]
  /** Style number of each cell that has one, in the shape of `rows`; may be shorter. */
  readonly styleRows: readonly (Uint16Array | readonly number[])[]
  /** Widths in characters of the default font, by column number. */
  readonly columnWidths: ReadonlyMap<number, number>
  /** Heights in points, by row number. */
  readonly rowHeights: ReadonlyMap<number, number>
  /** Rows and columns that stay in view. */
  readonly frozenRows?: number
  readonly frozenColumns?: number
}

export interface CellStyle {
  /** Excel's number format code, e.g. `0.00`, `yyyy-mm-dd`; `General` when none. */
  readonly format: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly strike?: boolean
  /** `#rrggbb`. */
  readonly fill?: string
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly wrap?: boolean
  readonly border?: boolean
  /** Points. */
  readonly size?: number
  /** `false` on a protected sheet means that the cell may be typed into. */
  readonly locked?: boolean
}

/** Something the person should know about the reading itself; `key` is a message key (`notice.…`). */
export interface ReadNotice {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
  readonly sheet?: string
  /** Cell or range, e.g. `C4`. */
  readonly cell?: string
}

/** The value at a place; `null` beyond the used cells. */
export function cellAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.rows[row - 1]?.[column - 1] ?? null
}

export function formulaAt(sheet: SheetSnapshot, row: number, column: number): string | undefined {
  return sheet.formulas.get(cellKey(row, column))
}

/** The style of a cell, `undefined` when the snapshot was read without looks. */
export function styleAt(sheet: SheetSnapshot, row: number, column: number): CellStyle | undefined {
  const looks = sheet.looks
  return looks?.styles[looks.styleRows[row - 1]?.[column - 1] ?? 0]
}

/** The number format of a cell where it shows other digits than the number has; `null` where it does not, or where the host cannot tell. */
export function formatAt(sheet: SheetSnapshot, row: number, column: number): string | null {
  const runs = sheet.formats?.get(column)
  if (runs === undefined) return null
  // Runs are in the order of the rows: halve them.
  let low = 0, high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1, run = runs[middle]
    if (run === undefined) return null
    if (row < run.from) high = middle - 1
    else if (row > run.to) low = middle + 1
    else return run.format
  }
  return null
}

export function sheetNamed(snapshot: Snapshot, name: string): SheetSnapshot | undefined {
  return snapshot.sheets.find(sheet => sheet.name === name)
}
