import { areaName, intersection, isUnbounded, sizeOf } from './address'
import type { Area } from './address'
import type { Sheet, Value } from './book'
import { ExcelFault, Node } from './node'
import type { Argument, Json } from './node'
import type { ExcelState } from './state'

/** A range of one sheet. */
export interface Cells {
  readonly sheet: Sheet
  readonly area: Area
}

/** Cells of one sheet, in several areas. */
export interface Areas {
  readonly sheet: Sheet
  readonly areas: readonly Area[]
}

/** Every cell of a bounded area, with its position in a two-dimensional array. */
export function grid<T>(area: Area, each: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_r, r) => Array.from({ length: area.columns }, (_c, c) => each(area.row + r, area.column + c)))
}

/** Sets arrays cell by cell. One value fills the whole range; arrays must have the range's size. [ref] Range.values */
export function spread(cells: Cells, given: Json, location: string, each: (row: number, column: number, entry: Json) => void): void {
  // Unbounded ranges cannot be written. [doc] excel/excel-add-ins-ranges-unbounded.md
  if (isUnbounded(cells.area)) throw new ExcelFault('InvalidArgument', location)
  const { area } = cells
  if (!Array.isArray(given)) {
    for (let r = 0; r < area.rows; r++) for (let c = 0; c < area.columns; c++) each(area.row + r, area.column + c, given)
    return
  }
  if (given.length !== area.rows || given.some(row => !Array.isArray(row) || row.length !== area.columns))
    throw new ExcelFault('InvalidArgument', location, 'The number of rows or columns in the input array doesn\'t match the size or dimensions of the range.')
  given.forEach((row: readonly Json[], r) => { row.forEach((entry, c) => { each(area.row + r, area.column + c, entry) }) })
}

/** Writing to a locked cell of a protected sheet is refused as a whole. [doc] error table: AccessDenied */
export function refuseLocked({ sheet, area }: Cells, location: string): void {
  if (!sheet.isProtected) return
  if (isUnbounded(area)) throw new ExcelFault('AccessDenied', location)
  for (let r = 0; r < area.rows; r++) for (let c = 0; c < area.columns; c++) if (sheet.isLocked(area.row + r, area.column + c)) throw new ExcelFault('AccessDenied', location)
}

export function shown(value: Value | undefined): string | number | boolean {
  if (value === undefined) return ''
  return typeof value === 'object' ? value.error : value
}

/** [ref] Range.valueTypes; a whole number is a Double, as Excel stores it. */
export function kind(value: Value | undefined): string {
  if (value === undefined) return 'Empty'
  if (typeof value === 'object') return 'Error'
  return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Double' : 'Boolean'
}

/** Over five million cells a get may answer `null` instead of an error. Unbounded ranges read null. [doc] excel/performance.md, excel/excel-add-ins-ranges-unbounded.md */
export function readable<T>({ area }: Cells, excel: ExcelState, each: (row: number, column: number) => T): T[][] | null {
  return isUnbounded(area) || sizeOf(area) > excel.cellLimit ? null : grid(area, each)
}

/** All, none, or some (`null`). [ref] Range.rowHidden */
export function mixed(numbers: ReadonlySet<number>, from: number, count: number): boolean | null {
  let hidden = 0
  if (numbers.size === 0) return false
  for (let n = from; n < from + count; n++) if (numbers.has(n)) hidden++
  return hidden === 0 ? false : hidden === count ? true : null
}

export function typeInto(cells: Cells, given: Json, excel: ExcelState, location: string): void {
  refuseLocked(cells, location)
  spread(cells, given, location, (row, column, entry) => {
    if (entry !== null && typeof entry === 'object') throw new ExcelFault('InvalidArgument', location)
    cells.sheet.type(row, column, entry)
  })
  excel.book.isDirty = true
  excel.outbox.push({ type: 10, target: 'Workbook', args: changed(cells, excel) })
  excel.outbox.push({ type: 10, target: cells.sheet.id, args: changed(cells, excel) })
}

function changed({ sheet, area }: Cells, excel: ExcelState): Readonly<Record<string, string | null>> {
  return {
    worksheetId: sheet.id, address: areaName(area), changeType: 'RangeEdited', source: 'Local', type: 'WorksheetChanged',
    // ExcelApi 1.14. [ref] Excel.EventTriggerSource
    ...(excel.apiLevel >= 14 ? { triggerSource: 'ThisLocalAddin' } : {}),
  }
}

/** Moving the selection fails while another workbook is in front. office-js #6365, excel-add-ins-troubleshooting.md */
export function refuseInBackground(excel: ExcelState, location: string): void {
  if (excel.isInBackground) throw new ExcelFault('InvalidSelection', location)
}

export function keepOutside<T>(list: T[], area: Area, areas: (item: T) => readonly Area[]): void {
  for (const item of [...list]) if (areas(item).some(each => intersection(each, area) !== null)) list.splice(list.indexOf(item), 1)
}

export function properties(
  count: number,
  args: readonly Argument[],
  allowed: readonly string[],
  location: string,
  each: (offset: number) => Json,
): Json {
  const options = args[0]
  if (typeof options !== 'object' || options === null || Array.isArray(options) || options instanceof Node)
    throw new ExcelFault('InvalidArgument', location)
  const asked = Object.keys(options)
  if (asked.some(name => !allowed.includes(name))) throw new ExcelFault('NotImplemented', location)
  return Array.from({ length: count }, (_each, offset) => each(offset))
}
