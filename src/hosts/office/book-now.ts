import type { Change } from '../../core/change'
import { cellKey, parseBox } from '../../core/place'
import type { CancelSignal } from '../../core/workbook'
import { bands } from './blocks'
import { readCells } from './cells'
import type { Standing } from './cells'
import { keysOf } from './rectangles'

export interface SheetInBook {
  readonly id: string
  readonly name: string
  readonly isProtected: boolean
}

export interface BookNow {
  readonly sheets: readonly SheetInBook[]
  readonly names: ReadonlyMap<string, string>
  readonly structureProtected: boolean
}

export async function readBook(context: Excel.RequestContext): Promise<BookNow> {
  const { workbook } = context
  const list = workbook.worksheets.load('items/id,items/name,items/protection/protected')
  const names = workbook.names.load('items/name,items/formula,items/scope')
  workbook.protection.load('protected')
  await context.sync()
  return {
    sheets: list.items.map(sheet => ({ id: sheet.id, name: sheet.name, isProtected: sheet.protection.protected })),
    names: new Map(names.items.filter(name => name.scope === 'Workbook').map(name => [name.name.toLowerCase(), String(name.formula).replace(/^=/, '')])),
    structureProtected: workbook.protection.protected,
  }
}

/** Every cell that the batch names, and for sheets that it removes, all their cells. */
export async function readTouched(
  context: Excel.RequestContext,
  changes: readonly Change[],
  now: BookNow,
  signal: CancelSignal | undefined,
): Promise<Standing> {
  const byName = new Map(now.sheets.map(sheet => [sheet.name, sheet]))
  const wanted = new Map<string, Set<number>>()
  const keys = (sheet: SheetInBook) => {
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
    return change.kind === 'remove-sheet' ? [sheet] : []
  })
  if (doomed.length > 0) {
    const used = doomed.map(sheet => ({
      sheet,
      range: context.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    }))
    await context.sync()
    for (const { sheet, range } of used) {
      if (range.isNullObject) continue
      const box = {
        top: range.rowIndex + 1,
        left: range.columnIndex + 1,
        bottom: range.rowIndex + range.rowCount,
        right: range.columnIndex + range.columnCount,
      }
      // A sheet to be removed holds only what this program put there; more than a band of other cells refuses it all the same.
      for (const band of bands(box).slice(0, 2)) for (const key of keysOf(band)) keys(sheet).add(key)
    }
  }
  const protectedSheets = new Set(now.sheets.filter(sheet => sheet.isProtected).map(sheet => sheet.id))
  return readCells(context, wanted, protectedSheets, signal)
}
