import type { Box } from '../../core/place'
import { HostError } from '../../core/workbook'
import { cellCount, halfBoxes } from './blocks'

/** A used box above this is looked at again in halves: one stray cell far away must not make us read a billion blanks. */
const LARGE_BOX = 20_000_000
/** More cells than this are refused with the sheet's name. */
const MOST_CELLS = 25_000_000
const BOX = 'rowIndex,columnIndex,rowCount,columnCount'

/** Where a sheet holds something, by values alone. */
export interface UsedRange {
  readonly box: Box
  /** `true` all, `false` none, `null` some. */
  readonly rowHidden: boolean | null
  readonly columnHidden: boolean | null
}

export function askUsed(area: Excel.Worksheet | Excel.Range): Excel.Range {
  return area.getUsedRangeOrNullObject(true).load(`${BOX},rowHidden,columnHidden`)
}

export function usedOf(range: Excel.Range): UsedRange | null {
  return range.isNullObject ? null : { box: boxOf(range), rowHidden: range.rowHidden, columnHidden: range.columnHidden }
}

export function askBox(range: Excel.Range): Excel.Range {
  return range.load(BOX)
}

export function boxOf(range: Excel.Range): Box {
  return {
    top: range.rowIndex + 1,
    left: range.columnIndex + 1,
    bottom: range.rowIndex + range.rowCount,
    right: range.columnIndex + range.columnCount,
  }
}

export function rangeOf(sheet: Excel.Worksheet, box: Box): Excel.Range {
  return sheet.getRangeByIndexes(box.top - 1, box.left - 1, box.bottom - box.top + 1, box.right - box.left + 1)
}

/** The parts of an absurdly large used box that hold something: each half is asked for its own used range, again and again. */
export async function tighten(
  context: Excel.RequestContext,
  sheet: { readonly id: string; readonly name: string },
  box: Box,
): Promise<Box[]> {
  let boxes = [box]
  for (let turn = 0; turn < 40 && boxes.some(each => cellCount(each) > LARGE_BOX); turn++) {
    const kept = boxes.filter(each => cellCount(each) <= LARGE_BOX)
    const worksheet = context.workbook.worksheets.getItem(sheet.id)
    const asked = boxes.filter(each => cellCount(each) > LARGE_BOX).flatMap(halfBoxes).map(half => askUsed(rangeOf(worksheet, half)))
    // One request a turn, and a turn needs the answer of the one before.
    await context.sync()
    boxes = [...kept, ...asked.filter(range => !range.isNullObject).map(boxOf)]
  }
  const cells = boxes.reduce((sum, each) => sum + cellCount(each), 0)
  if (cells > MOST_CELLS) throw new HostError('too-large', { part: sheet.name, cells })
  return boxes
}
