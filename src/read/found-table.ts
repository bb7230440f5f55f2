import type { Box } from '../core/place'
import type { SheetSnapshot } from '../core/snapshot'
import type { Band, FilledCell } from './grid'

/** A table as the sheet's layout shows it, before anything is known of its meaning. */
export interface FoundTable {
  readonly sheet: SheetSnapshot
  readonly band: Band
  readonly header: Box
  /** Header texts of each column from `header.left` on, outermost level first; empty for a column without a header. */
  readonly levels: readonly (readonly string[])[]
  /** Rows after the header that belong to the table, up to the next table's heading; `last` is below `first` when there are none. */
  readonly first: number
  readonly last: number
  /** Header rows printed again inside the table. */
  readonly repeats: ReadonlySet<number>
  /** Titles of printed pages inside the table. */
  readonly pageTitles: ReadonlySet<number>
  /** Lines above the header: title, unit, reporting unit, date. */
  readonly heading: readonly FilledCell[]
  /** No header row was recognised: the first rows stand in for one. */
  readonly guessed: boolean
  /** The list stands on its side or in forms, in this box of the sheet, and is read as rows. */
  readonly turned?: Box
  /** The sheet holds so many cards of persons, and no list. */
  readonly cards?: number
}
