import type { CellValue } from '../../core/cell'
import type { StyleMarks } from '../../core/style-marks'
import type { Room } from './bounds'
import type { Attributes } from './xml'

export interface ScanSettings {
  readonly part: string
  readonly sheet: string
  readonly strings: readonly string[]
  readonly dateSystem: 1900 | 1904
  /** Keep the style number of each cell and the rows' heights. */
  readonly looks: boolean
  /** Added to each style number that is kept: with 1, a cell of style 0 is told from no cell. */
  readonly styleBase?: number
  /** Where styles that say something of a value are noted. */
  readonly marks?: StyleMarks
  /** Rows whose cells are wanted; left out: all. */
  readonly only?: ReadonlySet<number>
  /** Where formulas go instead of into the scanner's own map. */
  readonly formulas?: FormulaSink
  /** What the workbook may still take; counted down. */
  readonly room: Room
}

/** Takes formulas as they come: text without `=`, attributes of `<f>`. */
export interface FormulaSink {
  add(row: number, column: number, text: string, attributes: Attributes): void
  finish(rows: readonly (readonly CellValue[])[]): void
}
