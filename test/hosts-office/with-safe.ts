import { webcrypto } from 'node:crypto'
import type { CellContent } from '../../src/core/cell'
import type { CellChange } from '../../src/core/change'
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { encryptedSafe } from '../../src/hosts/office/safe'
import type { Book } from '../excel-host/book'
import { open } from './client'

/** A change of one cell. */
export const set = (cell: string, before: CellContent, after: CellContent, sheet = '表'): CellChange => ({ kind: 'cell', sheet, cell, before, after })

/** The first values of a sheet's first column. */
export function column(book: Book, sheet = '表', count = 3): unknown[] {
  return Array.from({ length: count }, (_each, row) => book.sheet(sheet).value(row, 0))
}

/** A pane with a journal that survives it. */
export function withSafe(sheets: Parameters<typeof open>[0]) {
  const opened = open(sheets)
  const reopen = () =>
    new OfficeWorkbook(opened.run, {
      safe: encryptedSafe({ run: opened.run, storage: localStorage, crypto: webcrypto as unknown as Crypto }),
    })
  return { ...opened, workbook: reopen(), reopen }
}
