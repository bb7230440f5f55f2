import type { SettledTable } from './settle-table'
import type { ListOutcome } from './list-context'
import type { RowReader } from './rows'

/** Goes over the rows of a pay sheet, a budget, a summary: what is a line of it, and what is skipped and why. Its values are read by those who use them. */
export function readLines(table: SettledTable, rows: RowReader): ListOutcome {
  const { found } = table
  let rowsRead = 0, lastRow = found.header.bottom
  for (let row = found.first; row <= found.last; row++) {
    const { why } = rows.read(row)
    // A heading line of a budget (一、人员经费) is a line of it: its sum may stand beside it.
    if (why === null || (why === 'section' && table.columns.some(column => column.key === 'item'))) rowsRead++
    else rows.skip(row, why)
    if (why !== 'note' && why !== 'signature' && why !== 'unit-line' && why !== 'blank') lastRow = row
  }
  return { rowsRead, homeless: [], lastRow }
}
