import { cellName, columnNumber } from '../src/core/place'

/**
 * Sheets of a sample as they stand within the one file: without what the reader of the page can work out again, since it is most of their weight.
 * Every cell that follows the one before, and has the look of the one above, is a character and its value; a row like the one before is a character.
 */
const BLANK = '~', NEXT_TEXT = '^', TEXT = '|', NUMBER = ']', INLINE = '{', OTHER = '*', LOOK = '[', ROW = '}'
const MARKS = /[~^|\]{*[}]/

const ROW_START = '(?:<\\/row>)?<row r="(\\d+)"([^>]*)>'
const CELL_START = '<c r="([A-Z]+)(\\d+)"(?: s="(\\d+)")?'
const WRITTEN = new RegExp(`${ROW_START}|${CELL_START}(?:( t="s"><v>(\\d+)<\\/v><\\/c>)|(><v>([^<]*)<\\/v><\\/c>)|( t="inlineStr"><is><t xml:space="preserve">([^<]*)<\\/t><\\/is><\\/c>)|(\\/>))?`, 'g')
const SHORT = new RegExp(`${ROW_START}|${CELL_START}|(\\})|(?:\\[(\\d*))?([~^|\\]{*])([^~^|\\]{*[}<]*)`, 'g')

/**
 * @param sheet the XML of a part
 * @throws RangeError when it holds a character that stands for something in the short form
 */
export function packedSheet(sheet: string): string {
  if (MARKS.test(sheet)) throw new RangeError('a sample holds a character that its short form uses')
  const at = new Cursor()
  return sheet.replace(WRITTEN, (all, ...found: (string | undefined)[]) => {
    const [row, kind, column, of, look = '', , shared, , number, , inline, blank] = found
    if (row !== undefined) return at.row(Number(row), kind ?? '') && all.startsWith('</row>') ? ROW : all
    const expected = at.look(columnNumber(column ?? '') ?? 0), isNext = at.cell(columnNumber(column ?? '') ?? 0, Number(of), look)
    if (!isNext) return all
    const own = look === expected ? '' : LOOK + look
    if (shared !== undefined) return own + (at.text(Number(shared)) ? NEXT_TEXT : TEXT + shared)
    if (number !== undefined) return own + NUMBER + number
    if (inline !== undefined) return own + INLINE + inline
    return own + (blank === undefined ? OTHER : BLANK)
  })
}

/** The XML again, letter by letter. */
export function unpackedSheet(short: string): string {
  const at = new Cursor()
  return short.replace(SHORT, (all, ...found: (string | undefined)[]) => {
    const [row, kind, column, of, look = '', nextRow, own, mark, value = ''] = found
    if (row !== undefined) { at.row(Number(row), kind ?? ''); return all }
    if (column !== undefined) { at.cell(columnNumber(column) ?? 0, Number(of), look); return all }
    if (nextRow !== undefined) return `</row>${at.nextRow()}`
    const start = at.nextCell(own)
    switch (mark) {
      case BLANK: return `${start}/>${value}`
      case NEXT_TEXT: return `${start} t="s"><v>${String(at.nextText())}</v></c>${value}`
      case TEXT: at.text(Number(value)); return `${start} t="s"><v>${value}</v></c>`
      case NUMBER: return `${start}><v>${value}</v></c>`
      case INLINE: return `${start} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
      default: return start + value
    }
  })
}

/** Where the next row, cell and text are expected, and how they look. */
class Cursor {
  private at = 0
  private kind = ''
  private column = 0
  private shared = -1
  private last = ''
  private readonly looks = new Map<number, string>()

  /** @returns whether it is the next one, and like the one before */
  row(row: number, kind: string): boolean {
    const expected = row === this.at + 1 && kind === this.kind
    this.at = row
    this.kind = kind
    this.column = 0
    return expected
  }

  /** The look of the cell above, or else of the one before. */
  look(column: number): string {
    return this.looks.get(column) ?? this.last
  }

  cell(column: number, row: number, look: string): boolean {
    const expected = column === this.column + 1 && row === this.at
    this.column = column
    this.last = look
    this.looks.set(column, look)
    return expected
  }

  text(shared: number): boolean {
    const expected = shared === this.shared + 1
    this.shared = Math.max(this.shared, shared)
    return expected
  }

  nextRow(): string {
    this.row(this.at + 1, this.kind)
    return `<row r="${String(this.at)}"${this.kind}>`
  }

  /** @param own its look where it is not the expected one; empty: it has none */
  nextCell(own: string | undefined): string {
    const column = this.column + 1, look = own ?? this.look(column)
    this.cell(column, this.at, look)
    return `<c r="${cellName(this.at, column)}"${look === '' ? '' : ` s="${look}"`}`
  }

  nextText(): number {
    return ++this.shared
  }
}
