import { cellName, columnNumber } from '../src/core/place'

/**
 * Sheets of a sample as they stand within the one file: without what the reader of the page can work out again, since it is most of their weight.
 * A row or cell that is the next one loses its name, a text that is the next shared one its number, and the tags of texts become a character each.
 */
const WRITTEN = /<row r="(\d+)"|<c r="([A-Z]+)(\d+)"|t="s"><v>(\d+)<\/v><\/c>/g
const SHORT = /<row(?: r="(\d+)")?(?= |>|\/)|<c(?: r="([A-Z]+)(\d+)")?(?= |>|\/)|t="s"(?:><v>(\d+)<\/v><\/c>|\/>)/g
const OPEN = ' t="inlineStr"><is><t xml:space="preserve">', CLOSE = '</t></is></c>'
const OPENED = '\u0001', CLOSED = '\u0002'

/** @param sheet the XML of a sheet */
export function packedSheet(sheet: string): string {
  const next = new Next()
  const short = sheet.replace(WRITTEN, (all, row?: string, column?: string, of?: string, shared?: string) => {
    if (row !== undefined) return next.row(Number(row)) ? '<row' : all
    if (column !== undefined) return next.cell(columnNumber(column) ?? 0, Number(of)) ? '<c' : all
    return next.text(Number(shared)) ? 't="s"/>' : all
  })
  return short.replaceAll(OPEN, OPENED).replaceAll(CLOSE, CLOSED)
}

/** The XML again, letter by letter. */
export function unpackedSheet(short: string): string {
  const next = new Next()
  const long = short.replaceAll(OPENED, OPEN).replaceAll(CLOSED, CLOSE)
  return long.replace(SHORT, (all, row?: string, column?: string, of?: string, shared?: string) => {
    if (row !== undefined) next.row(Number(row))
    else if (column !== undefined) next.cell(columnNumber(column) ?? 0, Number(of))
    else if (shared !== undefined) next.text(Number(shared))
    else if (all === '<row') return `<row r="${String(next.nextRow())}"`
    else if (all === '<c') return `<c r="${next.nextCell()}"`
    else return `t="s"><v>${String(next.nextText())}</v></c>`
    return all
  })
}

/** Where the next row, cell and text are expected. */
class Next {
  private at = 0
  private column = 0
  private shared = -1

  row(row: number): boolean {
    const expected = row === this.at + 1
    this.at = row
    this.column = 0
    return expected
  }

  cell(column: number, row: number): boolean {
    const expected = column === this.column + 1 && row === this.at
    this.column = column
    return expected
  }

  text(shared: number): boolean {
    const expected = shared === this.shared + 1
    this.shared = Math.max(this.shared, shared)
    return expected
  }

  nextRow(): number {
    this.row(this.at + 1)
    return this.at
  }

  nextCell(): string {
    this.column++
    return cellName(this.at, this.column)
  }

  nextText(): number {
    return ++this.shared
  }
}
