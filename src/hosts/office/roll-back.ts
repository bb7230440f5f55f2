import { sameContent } from '../../core/cell'
import { cellKey, cellName } from '../../core/place'
import { readBook } from './book-now'
import { readCells, wasTaken, writeCells } from './cells'
import type { CellWrite } from './cells'
import { entryFor } from './entries'
import type { JournalEntry } from './journal'
import type { Writing } from './writing'

/** What became of a batch that was cut in half. */
export interface RollBack {
  readonly entry: JournalEntry
  /** Cells that were put back. */
  readonly restored: number
  /** Cells that hold neither the old nor the new content: somebody changed them, and they were left alone. */
  readonly leftAlone: readonly { readonly sheet: string; readonly cell: string }[]
}

/**
 * Puts back a batch that was cut in half, cell by cell: what shows the new content gets the old one, what never changed stays,
 * what somebody else changed is left alone and told. Sheets that the batch added go when nothing else is on them.
 */
export async function rollBack(entry: JournalEntry, { run, journal }: Writing): Promise<RollBack> {
  const result = await run(async context => {
    const now = await readBook(context, entry.names.map(({ name }) => name))
    const ids = new Map(now.sheets.map(sheet => [sheet.name, sheet.id]))
    const wanted = new Map<string, number[]>()
    for (const cell of entry.cells) {
      const id = ids.get(cell.sheet)
      if (id === undefined) continue
      const keys = wanted.get(id)
      if (keys === undefined) wanted.set(id, [cellKey(cell.row, cell.column)])
      else keys.push(cellKey(cell.row, cell.column))
    }
    const standing = await readCells(context, wanted)
    const writes = new Map<string, CellWrite[]>(), leftAlone: { sheet: string; cell: string }[] = []
    let restored = 0
    for (const cell of entry.cells) {
      const id = ids.get(cell.sheet), key = cellKey(cell.row, cell.column)
      const found = id === undefined ? undefined : standing.get(id)?.get(key)
      if (id === undefined || found === undefined) continue
      const untouched = sameContent(found.content, cell.before)
      if (untouched && found.format === cell.formatBefore) continue
      // A sheet of our own that was emptied and not yet written holds neither the old nor the new.
      const emptied = entry.sheetsCleared.includes(cell.sheet) && sameContent(found.content, null)
      if (!untouched && !emptied && !wasTaken(cell.after, found.content)) {
        leftAlone.push({ sheet: cell.sheet, cell: cellName(cell.row, cell.column) })
        continue
      }
      restored++
      const write = entryFor(key, cell.before, cell.formatBefore, found.format), list = writes.get(id)
      if (list === undefined) writes.set(id, [write])
      else list.push(write)
    }
    await writeCells(context, writes)
    for (const { name, before, after } of entry.names) {
      const there = now.names.get(name.toLowerCase()) ?? null
      if (there !== after || before === after) continue
      if (before === null) context.workbook.names.getItem(name).delete()
      else if (after !== null) context.workbook.names.getItem(name).formula = `=${before}`
    }
    const added = entry.sheetsAdded.flatMap(({ sheet }) => {
      const id = ids.get(sheet)
      return id === undefined ? [] : [{ id, used: context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).load('address') }]
    })
    await context.sync()
    for (const { id, used } of added) if (used.isNullObject) context.workbook.worksheets.getItem(id).delete()
    await context.sync()
    return { entry, restored, leftAlone }
  })
  await journal.drop(entry.id)
  return result
}
