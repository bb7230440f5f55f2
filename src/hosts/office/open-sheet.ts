import type { CellValue } from '../../core/cell'
import type { Box } from '../../core/place'
import { EMPTY_ROW } from '../../core/snapshot'
import type { CellStyle, NamedTable, SheetSnapshot, Untold } from '../../core/snapshot'
import { StyleMarks, saysSomething } from '../../core/style-marks'
import type { UsedRange } from './used-range'

/** A sheet while it is being read. */
export interface OpenSheet {
  readonly id: string
  readonly name: string
  readonly visibility: SheetSnapshot['visibility']
  isProtected: boolean
  tables: readonly TableHead[]
  used: UsedRange | null | undefined
  boxes: Box[]
  readonly rows: CellValue[][]
  readonly formulas: Map<number, string>
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: Set<number>
  readonly named: NamedTable[]
  readonly looks: SeenLooks
  /** Beside merged areas, which Office.js never tells. */
  readonly untold: Set<Untold>
}

export interface TableHead {
  readonly id: string
  readonly name: string
  readonly showHeaders: boolean
  readonly showTotals: boolean
  readonly columns: readonly string[]
}

export function openSheet({ id, name, visibility }: Pick<Excel.Worksheet, 'id' | 'name' | 'visibility'>): OpenSheet {
  return {
    id, name, visibility: visibility === 'Visible' ? 'visible' : visibility === 'Hidden' ? 'hidden' : 'veryHidden',
    isProtected: false, tables: [],
    used: undefined, boxes: [], rows: [], formulas: new Map(), hiddenRows: new Set(), hiddenColumns: new Set(), named: [],
    looks: new SeenLooks(), untold: new Set(),
  }
}

/** The row to fill; rows before it that hold nothing share the one empty row, which is never written to. */
export function rowAt(sheet: OpenSheet, row: number): CellValue[] {
  const { rows } = sheet
  while (rows.length < row) rows.push(EMPTY_ROW as CellValue[])
  let found = rows[row - 1]
  if (found === undefined || found === EMPTY_ROW) {
    found = []
    rows[row - 1] = found
  }
  return found
}

/** The sheet as it was read. Office.js tells no merged areas without emptying the person's undo list, so they are never among it. */
export function closed(sheet: OpenSheet): SheetSnapshot {
  const formats = sheet.looks.formats(), struckRows = sheet.looks.struckRows(sheet.rows)
  return {
    name: sheet.name,
    kind: 'worksheet',
    visibility: sheet.visibility,
    rows: sheet.rows,
    formulas: sheet.formulas,
    untold: new Set<Untold>(['merges', ...sheet.untold]),
    ...(sheet.hiddenRows.size > 0 ? { hiddenRows: sheet.hiddenRows } : {}),
    ...(sheet.hiddenColumns.size > 0 ? { hiddenColumns: sheet.hiddenColumns } : {}),
    ...(formats.size > 0 ? { formats } : {}),
    ...(struckRows.size > 0 ? { struckRows } : {}),
    isProtected: sheet.isProtected,
    tables: sheet.named,
  }
}

/** Number formats and strikes of cells, as far as they say something of a value. */
class SeenLooks {
  private readonly styles: CellStyle[] = [{ format: 'General' }]
  private readonly watched: number[] = [0]
  private readonly numbers = new Map<string, number>()
  private readonly marks = new StyleMarks(this.watched)

  add(row: number, column: number, format: string, strike: boolean): void {
    const key = strike ? `s${format}` : format
    let style = this.numbers.get(key)
    if (style === undefined) {
      const says = saysSomething({ format, strike })
      style = says === 0 ? 0 : this.styles.push({ format, strike }) - 1
      if (style > 0) this.watched.push(says)
      this.numbers.set(key, style)
    }
    if (style > 0) this.marks.add(row, column, style)
  }

  formats(): ReturnType<StyleMarks['formats']> {
    return this.marks.formats(this.styles)
  }

  struckRows(rows: readonly (readonly CellValue[])[]): ReadonlySet<number> {
    return this.marks.struckRows(rows)
  }
}
