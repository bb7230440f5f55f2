import { ROWS } from './address'
import type { Area } from './address'
import { recalculate } from './calculate'
import { typed } from './typing'

/** A cell's value in the emulated Excel; an error is told from text, as Excel tells it. */
export type Value = string | number | boolean | { readonly error: string }

export interface CellFormat {
  numberFormat?: string
  locked?: boolean
  fill?: string
  color?: string
  bold?: boolean
  italic?: boolean
  strikethrough?: boolean
  size?: number
  fontName?: string
  horizontalAlignment?: string
  verticalAlignment?: string
  wrapText?: boolean
  indentLevel?: number
  shrinkToFit?: boolean
  border?: string
}

export interface ConditionalFormat {
  readonly id: string
  readonly type: 'Custom' | 'CellValue'
  areas: Area[]
  formula: string
  operator: string
  fill: string
  color: string
  stopIfTrue: boolean
}

export interface Table {
  readonly id: string
  name: string
  area: Area
  showHeaders: boolean
  showTotals: boolean
  style: string
  showFilterButton: boolean
}

export interface Name {
  readonly name: string
  formula: string
  visible: boolean
}

export interface Comment {
  readonly id: string
  readonly row: number
  readonly column: number
  content: string
  readonly replies: string[]
}

let serial = 0
/** Ids in the look of Excel's own. */
export function newId(): string {
  serial++
  return `{${serial.toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`
}

/** One worksheet. Contents are rows of plain values, so that a hundred thousand rows cost little. */
export class Sheet {
  readonly id = newId()
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible'
  readonly rows: (Value | undefined)[][] = []
  readonly formulas = new Map<number, string>()
  readonly formats = new Map<number, CellFormat>()
  readonly hiddenRows = new Set<number>()
  readonly hiddenColumns = new Set<number>()
  readonly columnWidths = new Map<number, number>()
  readonly rowHeights = new Map<number, number>()
  readonly merges: Area[] = []
  readonly conditionalFormats: ConditionalFormat[] = []
  readonly validations: { area: Area; rule: unknown }[] = []
  readonly tables: Table[] = []
  readonly names: Name[] = []
  readonly comments: Comment[] = []
  readonly frozen = { rows: 0, columns: 0 }
  /** Page settings by name, as they were set. */
  readonly page = new Map<string, string | number | boolean>()
  tabColor = ''
  showGridlines = true
  filter: string | null = null
  isProtected = false

  constructor(readonly book: Book, public name: string) {}

  value(row: number, column: number): Value | undefined {
    return this.rows[row]?.[column]
  }

  formula(row: number, column: number): string | undefined {
    return this.formulas.get(row * 16_384 + column)
  }

  format(row: number, column: number): CellFormat {
    return this.formats.get(row * 16_384 + column) ?? {}
  }

  changeFormat(row: number, column: number, change: CellFormat): void {
    const key = row * 16_384 + column
    this.formats.set(key, { ...this.formats.get(key), ...change })
  }

  isLocked(row: number, column: number): boolean {
    return this.isProtected && this.format(row, column).locked !== false
  }

  /** Puts a value where it is, past all typing rules: what a file held when it was opened. */
  put(row: number, column: number, value: Value | undefined, formula?: string): void {
    while (this.rows.length <= row) this.rows.push([])
    const cells = this.rows[row]
    if (cells === undefined) return
    if (value === undefined) {
      // Not left behind as a hole: the used range must shrink again.
      if (column < cells.length) cells[column] = undefined
    } else cells[column] = value
    const key = row * 16_384 + column
    if (formula === undefined) this.formulas.delete(key)
    else this.formulas.set(key, formula)
  }

  /**
   * What happens when `Range.values` or `Range.formulas` gets this entry. `null` leaves the cell alone, `""` clears it, other
   * strings are taken as typed. [doc] excel/excel-add-ins-blank-null-values.md, excel/performance.md; office.js reference of Range.values.
   */
  type(row: number, column: number, entry: string | number | boolean | null): void {
    if (entry === null) return
    // Only the first cell of a merged area holds anything. [unverified: known behaviour of Excel]
    if (
      this.merges.some(
        area =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns &&
          (row !== area.row || column !== area.column),
      )
    )
      return
    const result = typed(entry, this.format(row, column).numberFormat ?? 'General', this.book.dateSystem)
    if (result.formula === undefined) this.put(row, column, result.value)
    else this.put(row, column, result.value ?? 0, result.formula)
    if (result.numberFormat !== undefined) this.changeFormat(row, column, { numberFormat: result.numberFormat })
  }

  /** Values only, as `getUsedRange(true)` sees them. */
  used(within?: Area): Area | null {
    let top = -1, bottom = -1, left = Number.POSITIVE_INFINITY, right = -1
    const from = within?.row ?? 0, to = Math.min(this.rows.length, within === undefined ? ROWS : within.row + within.rows)
    const low = within?.column ?? 0, high = within === undefined ? Number.POSITIVE_INFINITY : within.column + within.columns
    for (let r = from; r < to; r++) {
      const cells = this.rows[r]
      if (cells === undefined) continue
      let first = low
      const end = Math.min(cells.length, high)
      while (first < end && cells[first] === undefined) first++
      if (first >= end) continue
      let last = end - 1
      while (cells[last] === undefined) last--
      if (top < 0) top = r
      bottom = r
      left = Math.min(left, first)
      right = Math.max(right, last)
    }
    return top < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
  }
}

/** The workbook that is open in the emulated Excel. Tests look at it, and change it as a colleague would. */
export class Book {
  dateSystem: 1900 | 1904 = 1900
  readonly sheets: Sheet[] = []
  readonly names: Name[] = []
  readonly settings = new Map<string, unknown>()
  /** `document.settings` of the common API. */
  readonly documentSettings = new Map<string, string>()
  readonly xmlParts: { readonly id: string; xml: string }[] = []
  calculationMode = 'Automatic'
  calculationState = 'Done'
  isStructureProtected = false
  active: Sheet | null = null
  selection: { sheet: Sheet; areas: Area[] } | null = null

  constructor(public name = '花名册.xlsx') {}

  add(name: string, at = this.sheets.length): Sheet {
    const sheet = new Sheet(this, name)
    this.sheets.splice(at, 0, sheet)
    this.active ??= sheet
    return sheet
  }

  sheet(name: string): Sheet {
    const found = this.find(name)
    if (found === undefined) throw new Error(`no sheet ${name}`)
    return found
  }

  /** By name (Excel does not tell upper from lower case) or by id. */
  find(key: string): Sheet | undefined {
    return this.sheets.find(sheet => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase())
  }

  /** Formulas are to be calculated before anything is looked at. */
  isDirty = false

  calculate(): void {
    if (!this.isDirty || this.calculationMode === 'Manual') return
    this.isDirty = false
    recalculate(this)
  }
}

/** A workbook from rows as a person types them; a text that begins with `=` is a formula. */
export function bookOf(sheets: Readonly<Record<string, readonly (readonly (string | number | boolean | null)[])[]>>, name?: string): Book {
  const book = new Book(name)
  for (const [title, rows] of Object.entries(sheets)) {
    const sheet = book.add(title)
    rows.forEach((cells, row) => {
      cells.forEach((value, column) => {
        if (value === null) return
        if (typeof value === 'string' && value.startsWith('=')) sheet.put(row, column, 0, value)
        else sheet.put(row, column, value)
      })
    })
  }
  book.isDirty = true
  book.calculate()
  return book
}
