import { isCellError, isFormula } from '../../src/core/cell'
import type { CellContent } from '../../src/core/cell'
import { boxNamed } from '../contract/workbook-spec'
import type { WorkbookSpec } from '../contract/workbook-spec'
import { parseArea } from './address'
import { Book } from './book'
import type { Sheet, Value } from './book'

/** The workbook of a contract test, open in the emulated Excel. */
export function bookFromSpec(spec: WorkbookSpec): Book {
  const book = new Book('表.xlsx')
  book.dateSystem = spec.dateSystem ?? 1900
  for (const each of spec.sheets) {
    // The collection of worksheets leaves chart sheets out. [ref] WorksheetCollection
    if (each.kind !== undefined && each.kind !== 'worksheet') continue
    const sheet = book.add(each.name)
    for (const [cell, content] of Object.entries(each.cells ?? {})) putContent(sheet, cell, content)
    for (const [cells, numberFormat] of Object.entries(each.formats ?? {}))
      eachCell(cells, (row, column) => {
        sheet.changeFormat(row, column, { numberFormat })
      })
    for (const cells of each.unlocked ?? []) eachCell(cells, (row, column) => { sheet.changeFormat(row, column, { locked: false }) })
    for (const row of each.hiddenRows ?? []) sheet.hiddenRows.add(row - 1)
    for (const column of each.hiddenColumns ?? []) sheet.hiddenColumns.add(column - 1)
    for (const merge of each.merges ?? []) { const area = parseArea(merge); if (area !== null) sheet.merges.push(area) }
    sheet.isProtected = each.isProtected ?? false
    sheet.visibility = each.visibility === 'hidden' ? 'Hidden' : each.visibility === 'veryHidden' ? 'VeryHidden' : 'Visible'
  }
  for (const [name, refersTo] of Object.entries(spec.names ?? {})) book.names.push({ name, formula: `=${refersTo}`, visible: true })
  return book
}

function putContent(sheet: Sheet, cell: string, content: CellContent): void {
  eachCell(cell, (row, column) => {
    if (isFormula(content)) sheet.put(row, column, valueOf(content.value) ?? '', content.formula)
    else sheet.put(row, column, valueOf(content))
  })
}

function valueOf(content: Exclude<CellContent, { formula: string }>): Value | undefined {
  return content === null ? undefined : isCellError(content) ? { error: content.error } : content
}

function eachCell(cells: string, each: (row: number, column: number) => void): void {
  const box = boxNamed(cells)
  for (let row = box.top; row <= box.bottom; row++) for (let column = box.left; column <= box.right; column++) each(row - 1, column - 1)
}
