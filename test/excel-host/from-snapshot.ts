import { isCellError } from '../../src/core/cell'
import { withValues } from '../../src/formula/calculated'
import { cellKey, keyColumn, keyRow } from '../../src/core/place'
import type { Box } from '../../src/core/place'
import type { Snapshot } from '../../src/core/snapshot'
import type { Area } from './address'
import { Book, newId } from './book'

/** A workbook that was read from a file (with its looks, or all cells are plain), open in the emulated Excel. */
export function bookFromSnapshot(snapshot: Snapshot): Book {
  const book = new Book(snapshot.name)
  book.dateSystem = snapshot.dateSystem
  // Excel calculates what a file holds no value of.
  for (const read of withValues(snapshot).snapshot.sheets) {
    if (read.kind !== 'worksheet') continue
    const sheet = book.add(read.name)
    sheet.visibility = read.visibility === 'visible' ? 'Visible' : read.visibility === 'hidden' ? 'Hidden' : 'VeryHidden'
    sheet.isProtected = read.isProtected
    for (const [r, row] of read.rows.entries()) for (const [c, value] of row.entries())
      if (value !== null) sheet.put(r, c, isCellError(value) ? { error: value.error } : value, read.formulas.get(cellKey(r + 1, c + 1)))
    for (const [key, formula] of read.formulas)
      if (sheet.formula(keyRow(key) - 1, keyColumn(key) - 1) === undefined) sheet.put(keyRow(key) - 1, keyColumn(key) - 1, '', formula)
    const { looks } = read
    looks?.styleRows.forEach((styles, r) => {
      styles.forEach((style, c) => {
        const look = looks.styles[style]
        if (look === undefined || style === 0) return
        if (look.format !== 'General' || look.strike === true || look.locked === false)
          sheet.changeFormat(r, c, { ...(look.format === 'General' ? {} : { numberFormat: look.format }), ...(look.strike === true ? { strikethrough: true } : {}), ...(look.locked === false ? { locked: false } : {}) })
      })
    })
    for (const row of read.hiddenRows ?? []) sheet.hiddenRows.add(row - 1)
    for (const column of read.hiddenColumns ?? []) sheet.hiddenColumns.add(column - 1)
    for (const { name, box, headerRows, totalsRows } of read.tables)
      sheet.tables.push({ id: newId(), name, area: areaOfBox(box), showHeaders: headerRows > 0, showTotals: totalsRows > 0, style: '', showFilterButton: true })
    for (const box of read.merges ?? [])
      sheet.merges.push(areaOfBox(box))
  }
  // Sheets keep their own names. [ref] Worksheet.names
  for (const name of snapshot.names) if (name.sheet !== undefined) book.find(name.sheet)?.names.push({ name: name.name, formula: `=${name.refersTo}`, visible: name.hidden !== true })
  for (const name of snapshot.names) if (name.sheet === undefined) book.names.push({ name: name.name, formula: `=${name.refersTo}`, visible: name.hidden !== true })
  return book
}

function areaOfBox({ top, left, bottom, right }: Box): Area {
  return { row: top - 1, column: left - 1, rows: bottom - top + 1, columns: right - left + 1 }
}
