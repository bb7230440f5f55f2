import { throwIfCancelled } from '../../core/workbook'
import type { CancelSignal } from '../../core/workbook'
import type { Box } from '../../core/place'
import { trips } from './blocks'
import type { Block } from './blocks'
import { isRefusal } from './errors'
import type { OpenSheet } from './open-sheet'
import { rangeOf } from './used-range'
import { syncedWhole } from './whole-trip'

/** One object a cell comes back: about 50 bytes. */
const CELLS_AT_ONCE = 25_000

/**
 * Which cells are struck out, where some of a block are: most workbooks have none, and then this costs nothing. A host that does not tell is said not to.
 */
export async function readStrikes(
  context: Excel.RequestContext,
  blocks: readonly { readonly sheet: OpenSheet; readonly box: Box }[],
  signal: CancelSignal | undefined,
): Promise<void> {
  const byId = new Map(blocks.map(({ sheet }) => [sheet.id, sheet]))
  try {
    for (const trip of trips(blocks.map(({ sheet, box }) => ({ sheetId: sheet.id, box })), CELLS_AT_ONCE)) await readTrip(trip)
  } catch (error) {
    if (!isRefusal(error)) throw error
    for (const sheet of byId.values()) sheet.untold.add('strikes')
  }

  async function readTrip(trip: readonly Block[]): Promise<void> {
    throwIfCancelled(signal)
    const asked = trip.map(({ sheetId, box }) => ({
      sheet: byId.get(sheetId), box,
      cells: rangeOf(context.workbook.worksheets.getItem(sheetId), box).getCellProperties({ format: { font: { strikethrough: true } } }),
    }))
    if (!(await syncedWhole(context, trip, readTrip))) return
    for (const { sheet, box, cells } of asked)
      for (const [r, row] of cells.value.entries())
        for (const [c, cell] of row.entries())
          if (cell.format?.font?.strikethrough === true) sheet?.looks.add(box.top + r, box.left + c, 'General', true)
  }
}
