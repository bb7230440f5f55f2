import type { SkippedRow, TableReading } from '../core/reading'
import type { Classified } from './classify'
import type { Heading } from './heading'
import type { SettledTable } from './settle-table'

/** One table on its way through the reading. */
export interface Draft {
  readonly settled: SettledTable
  readonly heading: Heading
  classified: Classified
  readonly hidden: boolean
  /** A person said what the list is. */
  readonly told: boolean
  counted: boolean
  reason: TableReading['reason']
  community: number
  rowsRead: number
  skipped: readonly SkippedRow[]
  lastRow: number
  homeless: readonly number[]
}
