import type { Change } from '../../core/change'
import { cellKey, parseBox } from '../../core/place'
import type { CancelSignal } from '../../core/workbook'
import { bands } from './blocks'
import { readCells } from './cells'
import type { Standing } from './cells'
import { inHalves } from './halves'
import { keysOf } from './rectangles'
import { listSheets } from './sheet-list'
import type { ListedSheet } from './sheet-list'

export interface BookNow {
  readonly sheets: readonly ListedSheet[]
  /** What the wanted names refer to, by the name in small letters. */
  readonly names: ReadonlyMap<string, string>
  readonly structureProtected: boolean
}

/** @param wanted the defined names that it is about: a workbook may have tens of thousands of others */
export async function readBook(context: Excel.RequestContext, wanted: readonly string[]): Promise<BookNow> {
  const { names, protection } = context.workbook
  const sheets = await listSheets(context, () => {
    protection.load('protected')
  })
  const found = new Map<string, string>()
  await inHalves([...new Set(wanted)], 500, async some => {
    const asked = some.map(name => ({ name, item: names.getItemOrNullObject(name).load('formula') }))
    await context.sync()
    for (const { name, item } of asked) if (!item.isNullObject) found.set(name.toLowerCase(), String(item.formula).replace(/^=/, ''))
  })
  return { sheets, names: found, structureProtected: protection.protected }
}

/** The defined names that a batch is about. */
export function namesOf(changes: readonly Change[]): string[] {
  return changes.flatMap(change => (change.kind === 'name' ? [change.name] : change.kind === 'dress-sheet' ? [change.mark] : []))
}

/** Every cell that the batch names, and for sheets that it removes or dresses anew, all their cells. */
export async function readTouched(
  context: Excel.RequestContext,
  changes: readonly Change[],
  now: BookNow,
  signal: CancelSignal | undefined,
): Promise<Standing> {
  const byName = new Map(now.sheets.map(sheet => [sheet.name, sheet]))
  const wanted = new Map<string, Set<number>>()
  const keys = (sheet: ListedSheet) => {
    let found = wanted.get(sheet.id)
    if (found === undefined) wanted.set(sheet.id, (found = new Set()))
    return found
  }
  const doomed = changes.flatMap(change => {
    const sheet = byName.get(change.kind === 'name' ? '' : change.sheet)
    if (sheet === undefined) return []
    if (change.kind === 'cell') {
      const box = parseBox(change.cell)
      if (box !== null) keys(sheet).add(cellKey(box.top, box.left))
    }
    return change.kind === 'remove-sheet' || change.kind === 'dress-sheet' ? [{ sheet, goes: change.kind === 'remove-sheet' }] : []
  })
  if (doomed.length > 0) {
    const used = doomed.map(({ sheet, goes }) => ({
      sheet, goes,
      range: context.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    }))
    await context.sync()
    for (const { sheet, goes, range } of used) {
      if (range.isNullObject) continue
      const box = {
        top: range.rowIndex + 1,
        left: range.columnIndex + 1,
        bottom: range.rowIndex + range.rowCount,
        right: range.columnIndex + range.columnCount,
      }
      // A sheet to be removed holds only what this program put there; more than a band of other cells refuses it all the same.
      for (const band of goes ? bands(box).slice(0, 2) : bands(box)) for (const key of keysOf(band)) keys(sheet).add(key)
    }
  }
  const protectedSheets = new Set(now.sheets.filter(sheet => sheet.isProtected).map(sheet => sheet.id))
  return readCells(context, wanted, protectedSheets, signal)
}
