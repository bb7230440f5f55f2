import type { Place } from '../../core/place'
import type { Run } from './run'

/** The cell that the person stands on. Reads only. */
export function activeCell(run: Run): Promise<Place> {
  return run(async context => {
    const cell = context.workbook.getActiveCell().load('rowIndex,columnIndex')
    const sheet = cell.worksheet.load('name')
    await context.sync()
    return { sheet: sheet.name, row: cell.rowIndex + 1, column: cell.columnIndex + 1 }
  })
}
