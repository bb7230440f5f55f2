import { isCellError } from '../../src/core/cell'
import { cellKey } from '../../src/core/place'
import type { Snapshot } from '../../src/core/snapshot'
import { Book } from './book'

/** A workbook that was read from a file, open in the emulated Excel. */
export function bookFromSnapshot(snapshot: Snapshot): Book {
  const book = new Book(snapshot.name)
  book.dateSystem = snapshot.dateSystem
  for (const read of snapshot.sheets) {
    if (read.kind !== 'worksheet') continue
    const sheet = book.add(read.name)
    sheet.visibility = read.visibility === 'visible' ? 'Visible' : read.visibility === 'hidden' ? 'Hidden' : 'VeryHidden'
    sheet.isProtected = read.isProtected
    for (const [r, row] of read.rows.entries()) for (const [c, value] of row.entries())
      if (value !== null) sheet.put(r, c, isCellError(value) ? { error: value.error } : value, read.formulas.get(cellKey(r + 1, c + 1)))
    for (const row of read.hiddenRows ?? []) sheet.hiddenRows.add(row - 1)
    for (const column of read.hiddenColumns ?? []) sheet.hiddenColumns.add(column - 1)
    for (const box of read.merges ?? [])
      sheet.merges.push({ row: box.top - 1, column: box.left - 1, rows: box.bottom - box.top + 1, columns: box.right - box.left + 1 })
  }
  for (const name of snapshot.names) if (name.sheet === undefined) book.names.push({ name: name.name, formula: `=${name.refersTo}`, visible: name.hidden !== true })
  return book
}
