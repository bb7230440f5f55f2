import { cellError } from '../../core/cell'
import type { CellValue } from '../../core/cell'
import { LAST_COLUMN, LAST_ROW, cellName, parseBox } from '../../core/place'
import type { Box } from '../../core/place'
import { EMPTY_ROW } from '../../core/snapshot'
import type { ReadNotice } from '../../core/snapshot'
import { HostError } from '../../core/workbook'
import { ChunkBuffer, specialEnd, tagEnd } from './chunk-buffer'
import { SheetFormulas } from './sheet-formulas'
import { serialOfIso } from './iso-date'
import { numberAt, sharedTextAt, textAt } from './text-decoder'
import { isOn, readXml } from './xml'
import type { Attributes } from './xml'

/** What the scanner leaves behind; the snapshot is made of it. */
export interface ScannedSheet {
  readonly rows: (readonly CellValue[])[]
  readonly formulas: Map<number, string>
  readonly merges: Box[]
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: Set<number>
  readonly columnWidths: Map<number, number>
  readonly rowHeights: Map<number, number>
  readonly styleRows: Uint16Array[]
  readonly notices: ReadNotice[]
  /** What the part itself says is used; a hint. */
  dimension: Box | null
  isProtected: boolean
  frozenRows: number
  frozenColumns: number
}

export interface ScanSettings {
  readonly part: string
  readonly sheet: string
  readonly strings: readonly string[]
  readonly dateSystem: 1900 | 1904
  /** Keep widths, heights and the style number of each cell. */
  readonly looks: boolean
  /** Added to each style number that is kept: with 1, a cell of style 0 is told from no cell. */
  readonly styleBase?: number
  /** Rows whose cells are wanted; left out: all. */
  readonly only?: ReadonlySet<number>
  /** Where formulas go instead of into the scanned sheet. */
  readonly formulas?: FormulaSink
  /** Cell slots the workbook may still take; counted down. */
  readonly room: { slots: number }
}

/** Takes formulas as they come: text without `=`, attributes of `<f>`. */
export interface FormulaSink {
  add(row: number, column: number, text: string, attributes: Attributes): void
  finish(rows: readonly (readonly CellValue[])[]): void
}

const NUMBER = 0, SHARED = 1, BOOLEAN = 2, ERROR = 3, TEXT = 4, INLINE = 5, DATE = 6
const NOTHING = 0, IN_VALUE = 1, IN_FORMULA = 2, IN_TEXT = 3
/** Enough to know what is wrong without a notice a cell. */
const MOST_NOTICES = 20

/**
 * Reads a worksheet part token by token out of byte chunks: no tree, no object a cell. What is known of the current cell stands
 * in the fields below, because a chunk may end anywhere. Element names are compared without prefix.
 */
export class SheetScanner {
  readonly sheet: ScannedSheet = {
    rows: [], formulas: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set(), columnWidths: new Map(), rowHeights: new Map(),
    styleRows: [], notices: [], dimension: null, isProtected: false, frozenRows: 0, frozenColumns: 0,
  }
  private readonly buffer: ChunkBuffer
  private readonly formulas: FormulaSink
  private readonly styleBase: number
  private rest = 0
  private inData = false
  private sawSheet = false
  /** Depth inside content that is left out. */
  private aside = 0
  private readonly values: CellValue[] = []
  private rowLength = 0
  private readonly styles: Uint16Array
  private styled = 0
  private lastStyles = NO_STYLES
  private rowOpen = false
  protected row = 0
  protected column = 0
  private type = NUMBER
  private inCell = false
  private value: CellValue = null
  private mode = NOTHING
  private text: string | undefined
  private phonetic = 0
  private formulaText: string | undefined
  private formulaAttributes: Attributes | undefined
  private listedRows: Set<number> | undefined

  constructor(protected readonly settings: ScanSettings) {
    this.buffer = new ChunkBuffer(settings.part)
    this.formulas = settings.formulas ?? new SheetFormulas(this.sheet.formulas)
    this.styleBase = settings.looks ? (settings.styleBase ?? 0) : -1
    this.styles = new Uint16Array(settings.looks ? LAST_COLUMN : 0)
  }

  push(chunk: Uint8Array): void {
    const ready = this.buffer.add(chunk, this.rest)
    this.rest = 0
    if (!ready) return
    this.rest = this.look()
    this.buffer.left(this.buffer.end - this.rest)
  }

  finish(): ScannedSheet {
    this.rest = this.look()
    if (this.inData || !this.sawSheet) throw this.damaged()
    const { rows, hiddenRows } = this.sheet
    this.formulas.finish(rows)
    while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop()
    if (this.listedRows !== undefined) for (let row = 1; row <= rows.length; row++) if (!this.listedRows.has(row)) hiddenRows.add(row)
    return this.sheet
  }

  private damaged(): HostError {
    return new HostError('damaged', { part: this.settings.part })
  }

  /** Reads whole tokens and returns where the unread rest starts. */
  private look(): number {
    const bytes = this.buffer.bytes, end = this.buffer.end
    let at = this.rest
    while (at < end) {
      if (bytes[at] !== 60) {
        let next = at + 1
        while (bytes[next] !== 60 && next < end) next++
        if (next >= end) return at
        if (this.mode !== NOTHING) this.onText(bytes, at, next)
        at = next
      }
      let start = at + 1
      const second = bytes[start]
      if (second === 33 || second === 63) {
        const behind = specialEnd(bytes, at, end, this.settings.part)
        if (behind < 0) return at
        if (this.mode !== NOTHING && bytes[at + 2] === 91) this.text = (this.text ?? '') + new TextDecoder().decode(bytes.subarray(at + 9, behind - 3))
        at = behind
        continue
      }
      const closing = second === 47
      if (closing) start++
      let cursor = start
      for (; ; cursor++) {
        const byte = bytes[cursor] as number
        if (byte === 62 || byte === 47 || byte <= 32) break
        if (byte === 58) start = cursor + 1
      }
      if (cursor >= end) return at
      if (!closing && cursor - start === 1 && bytes[start] === 99 && this.inData && this.aside === 0) {
        const behind = this.openCell(bytes, cursor, end)
        if (behind < 0) return at
        at = behind
        continue
      }
      const close = tagEnd(bytes, cursor, end)
      if (close < 0) return at
      if (closing) this.closed(bytes, start, cursor - start)
      else this.opened(bytes, at, start, cursor - start, close)
      at = close + 1
    }
    return at
  }

  /**
   * The one element that comes by the million. Reads the attributes, and when the usual `<v>…</v></c>` follows, the whole cell.
   * @returns where to go on; -1 when the buffer ends before the tag does (nothing has been changed then)
   */
  private openCell(bytes: Uint8Array, from: number, end: number): number {
    let at = from
    let row = 0, column = 0, type = NUMBER, style = 0
    for (;;) {
      let byte = bytes[at] as number
      while (byte <= 32) {
        if (at >= end) return -1
        byte = bytes[++at] as number
      }
      if (byte === 62 || byte === 47) break
      // A name and its equals sign.
      const name = byte
      let length = 0
      while (byte !== 61) {
        if (byte === 0 && at >= end) return -1
        if (byte === 62) throw this.damaged()
        if (byte > 32) length++
        byte = bytes[++at] as number
      }
      let quote = bytes[++at] as number
      while (quote <= 32) {
        if (at >= end) return -1
        quote = bytes[++at] as number
      }
      if (quote !== 34 && quote !== 39) throw this.damaged()
      let stop = ++at
      while (bytes[stop] !== quote) {
        if (stop >= end) return -1
        stop++
      }
      if (stop >= end) return -1
      if (length === 1) {
        if (name === 114) {
          let letters = 0
          for (; at < stop; at++) {
            const code = bytes[at] as number
            if (code >= 65 && code <= 90) letters = letters * 26 + code - 64
            else if (code >= 97 && code <= 122) letters = letters * 26 + code - 96
            else if (code >= 48 && code <= 57) row = row * 10 + code - 48
            else if (code !== 36) throw this.damaged()
          }
          column = letters
          if (column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW) throw new HostError('damaged', { part: this.settings.part })
        } else if (name === 116) {
          const first = bytes[at], width = stop - at
          if (first === 115) type = width === 1 ? SHARED : TEXT
          else if (first === 98) type = BOOLEAN
          else if (first === 101) type = ERROR
          else if (first === 105) type = INLINE
          else if (first === 100) type = DATE
        } else if (name === 115) {
          for (let digit = at; digit < stop; digit++) style = style * 10 + (bytes[digit] as number) - 48
        }
      }
      at = stop + 1
    }
    const selfClosing = bytes[at] === 47
    if (selfClosing) at++
    if (at >= end) return -1
    if (bytes[at] !== 62) throw this.damaged()
    at++
    if (!this.rowOpen) this.openRow(row === 0 ? this.row + 1 : row)
    if (row !== 0 && row !== this.row) this.moveToRow(row)
    this.column = column === 0 ? this.column + 1 : column
    if (this.column > LAST_COLUMN) throw this.damaged()
    if (this.styleBase >= 0 && style + this.styleBase > 0) this.putStyle(style + this.styleBase)
    if (selfClosing) return at
    if (bytes[at] === 60 && bytes[at + 1] === 118 && bytes[at + 2] === 62) {
      const start = at + 3
      let stop = start
      while (bytes[stop] !== 60 && stop < end) stop++
      // `</v></c>`, which cannot match across the end of the buffer because of the zero byte there.
      if (bytes[stop + 1] === 47 && bytes[stop + 2] === 118 && bytes[stop + 3] === 62 && bytes[stop + 4] === 60 && bytes[stop + 5] === 47 && bytes[stop + 6] === 99 && bytes[stop + 7] === 62 && stop < end) {
        const value = this.valueAt(bytes, start, stop, type)
        if (value !== null) this.put(value)
        return stop + 8
      }
    }
    this.inCell = true
    this.type = type
    this.value = null
    this.formulaText = undefined
    this.formulaAttributes = undefined
    return at
  }

  private valueAt(bytes: Uint8Array, start: number, stop: number, type: number): CellValue {
    switch (type) {
      case NUMBER: {
        if (start === stop) return null
        const number = numberAt(bytes, start, stop)
        return Number.isNaN(number) ? this.oddNumber(textAt(bytes, start, stop)) : number
      }
      case SHARED: {
        let index = 0
        for (let at = start; at < stop; at++) {
          const digit = (bytes[at] as number) - 48
          if (digit < 0 || digit > 9) {
            index = this.oddIndex(textAt(bytes, start, stop))
            break
          }
          index = index * 10 + digit
        }
        return start === stop ? null : this.stringAt(index)
      }
      case TEXT:
      case INLINE:
        return sharedTextAt(bytes, start, stop)
      default:
        return this.valueOf(sharedTextAt(bytes, start, stop), type)
    }
  }

  /** The same from a text, for the rare types and for values that came in pieces. */
  private valueOf(text: string, type: number): CellValue {
    switch (type) {
      case NUMBER: {
        const trimmed = text.trim()
        if (trimmed === '') return null
        const encoded = new TextEncoder().encode(trimmed)
        const number = numberAt(encoded, 0, encoded.length)
        return Number.isNaN(number) ? this.oddNumber(text) : number
      }
      case SHARED:
        return text.trim() === '' ? null : this.stringAt(this.oddIndex(text))
      case BOOLEAN:
        return text.trim() === '' ? null : isOn(text.trim())
      case ERROR:
        return text === '' ? null : cellError(text)
      case DATE:
        return serialOfIso(text, this.settings.dateSystem) ?? text
      default:
        return text
    }
  }

  protected stringAt(index: number): CellValue {
    const text = this.settings.strings[index]
    if (text !== undefined) return text
    this.notice('notice.string-missing')
    return null
  }

  private oddIndex(text: string): number {
    const index = Number(text.trim())
    return Number.isInteger(index) && text.trim() !== '' ? index : -1
  }

  private oddNumber(text: string): CellValue {
    this.notice('notice.number-unreadable')
    return text
  }

  private notice(key: string): void {
    if (this.sheet.notices.length < MOST_NOTICES) this.sheet.notices.push({ key, params: {}, sheet: this.settings.sheet, cell: cellName(this.row, this.column) })
  }

  private put(value: CellValue): void {
    const index = this.column - 1
    const values = this.values
    while (this.rowLength < index) values[this.rowLength++] = null
    values[index] = value
    if (index >= this.rowLength) this.rowLength = index + 1
  }

  private putStyle(style: number): void {
    const index = this.column - 1
    while (this.styled < index) this.styles[this.styled++] = 0
    this.styles[index] = style
    if (index >= this.styled) this.styled = index + 1
  }

  private openRow(row: number): void {
    if (row < 1 || row > LAST_ROW) throw this.damaged()
    if (this.rowOpen) this.closeRow()
    this.rowOpen = true
    this.row = row
    this.column = 0
    this.listedRows?.add(row)
  }

  /** A cell whose own reference names another row than the one it stands in: the cell's word counts. */
  private moveToRow(row: number): void {
    this.closeRow()
    this.rowOpen = true
    this.row = row
  }

  private closeRow(): void {
    this.rowOpen = false
    if (this.settings.only !== undefined && !this.settings.only.has(this.row)) {
      this.rowLength = 0
      this.styled = 0
      return
    }
    const { rows, styleRows } = this.sheet
    const index = this.row - 1
    if (this.rowLength > 0) {
      this.settings.room.slots -= this.rowLength
      if (this.settings.room.slots < 0) throw new HostError('too-large', { part: this.settings.part })
      while (rows.length < index) rows.push(EMPTY_ROW)
      const before = rows[index]
      const now = this.values.slice(0, this.rowLength)
      // Rows may come twice or out of order: what is new lies over what was there.
      if (before !== undefined) for (let i = 0; i < before.length; i++) if (i >= now.length || now[i] === null) now[i] = before[i] ?? null
      rows[index] = now
      this.rowLength = 0
    }
    if (this.styled > 0) {
      while (styleRows.length < index) styleRows.push(NO_STYLES)
      styleRows[index] = this.styleRow()
      this.styled = 0
    }
  }

  /** Rows of a list look alike: a row that looks like the one before shares its array, which saves more than the cells take. */
  private styleRow(): Uint16Array {
    const before = this.lastStyles
    if (before.length === this.styled) {
      let i = 0
      while (i < before.length && before[i] === this.styles[i]) i++
      if (i === before.length) return before
    }
    this.lastStyles = this.styles.slice(0, this.styled)
    return this.lastStyles
  }

  private onText(bytes: Uint8Array, start: number, stop: number): void {
    if (this.mode === IN_VALUE && this.text === undefined && bytes[stop + 1] === 47) {
      this.value = this.valueAt(bytes, start, stop, this.type)
      return
    }
    const text = textAt(bytes, start, stop)
    this.text = this.text === undefined ? text : this.text + text
  }

  private opened(bytes: Uint8Array, at: number, start: number, length: number, close: number): void {
    const first = bytes[start]
    const selfClosing = bytes[close - 1] === 47
    if (this.aside > 0) {
      if (!selfClosing && isAside(bytes, start, length)) this.aside++
      return
    }
    if (this.inCell) {
      if (length === 1 && first === 118) {
        this.mode = selfClosing ? NOTHING : IN_VALUE
        // `<v></v>` of a text formula is the empty text; of a number it is nothing.
        if (this.type === TEXT) this.value ??= ''
      }
      else if (length === 1 && first === 102) {
        this.formulaAttributes = bytes[start + 1] === 62 ? NO_ATTRIBUTES : attributesOf(bytes, at, close, this.settings.part)
        if (selfClosing) this.mode = NOTHING
        else this.mode = IN_FORMULA
      } else if (length === 1 && first === 116) this.mode = selfClosing || this.phonetic > 0 ? NOTHING : IN_TEXT
      else if (length === 2 && first === 105 && this.type === INLINE) this.value ??= ''
      else if (length === 3 && first === 114 && bytes[start + 1] === 80 && bytes[start + 2] === 104 && !selfClosing) this.phonetic++
      else if (!selfClosing && isAside(bytes, start, length)) this.aside++
      if (this.mode !== NOTHING) this.text = undefined
      return
    }
    if (this.inData) {
      if (length === 3 && first === 114 && nameIs(bytes, start, length, 'row')) {
        const row = plainRow(bytes, start + 3, close)
        if (row > 0) this.enterRow(row)
        else this.readRow(attributesOf(bytes, at, close, this.settings.part))
        if (selfClosing) this.closeRow()
        return
      }
      if (!selfClosing && isAside(bytes, start, length)) this.aside++
      return
    }
    this.outside(nameOf(bytes, start, length), bytes, at, close, selfClosing)
  }

  private closed(bytes: Uint8Array, start: number, length: number): void {
    const first = bytes[start]
    if (this.aside > 0) {
      if (isAside(bytes, start, length)) this.aside--
      return
    }
    if (this.inCell) {
      if (length === 1 && first === 118) {
        if (this.text !== undefined) this.value = this.valueOf(this.text, this.type)
        this.leaveText()
      } else if (length === 1 && first === 102) {
        this.formulaText = this.text
        this.leaveText()
      } else if (length === 1 && first === 116) {
        if (this.mode === IN_TEXT && this.text !== undefined) this.value = typeof this.value === 'string' ? this.value + this.text : this.text
        this.leaveText()
      } else if (length === 3 && first === 114 && bytes[start + 1] === 80) this.phonetic = Math.max(0, this.phonetic - 1)
      else if (length === 1 && first === 99) this.closeCell()
      return
    }
    if (!this.inData) return
    if (length === 3 && first === 114) {
      if (this.rowOpen) this.closeRow()
    } else if (length === 9 && nameIs(bytes, start, length, 'sheetData')) {
      if (this.rowOpen) this.closeRow()
      this.inData = false
    }
  }

  private leaveText(): void {
    this.mode = NOTHING
    this.text = undefined
  }

  private closeCell(): void {
    this.inCell = false
    this.mode = NOTHING
    this.phonetic = 0
    if (this.value !== null) this.put(this.value)
    if (this.formulaAttributes !== undefined) this.formulas.add(this.row, this.column, this.formulaText ?? '', this.formulaAttributes)
  }

  /** A `<row>` begins. */
  protected enterRow(row: number): void {
    this.openRow(row)
  }

  protected readRow(attributes: Attributes): void {
    const given = attributes['r']
    this.enterRow(given === undefined ? this.row + 1 : Number(given) || -1)
    const height = attributes['ht'] === undefined ? undefined : Number(attributes['ht'])
    if (isOn(attributes['hidden']) || height === 0) this.sheet.hiddenRows.add(this.row)
    if (this.settings.looks && height !== undefined && height > 0) this.sheet.rowHeights.set(this.row, height)
  }

  /** Everything around the cells: seldom, so read the comfortable way. */
  private outside(name: string, bytes: Uint8Array, at: number, close: number, selfClosing: boolean): void {
    const attributes = (): Attributes => attributesOf(bytes, at, close, this.settings.part)
    switch (name) {
      case 'worksheet':
      case 'dialogsheet':
      case 'macrosheet':
      case 'chartsheet':
        this.sawSheet = true
        return
      case 'sheetData':
        this.inData = !selfClosing
        return
      case 'AlternateContent':
      case 'extLst':
        if (!selfClosing) this.aside++
        return
      case 'sheetFormatPr':
        if (isOn(attributes()['zeroHeight'])) this.listedRows = new Set()
        return
      case 'dimension':
        this.sheet.dimension = parseBox(attributes()['ref'] ?? '')
        return
      case 'sheetProtection':
        this.sheet.isProtected = isOn(attributes()['sheet'])
        return
      case 'col':
        this.readColumns(attributes())
        return
      case 'mergeCell': {
        const box = parseBox(attributes()['ref'] ?? '')
        if (box !== null) this.sheet.merges.push(box)
        return
      }
      case 'pane': {
        const { xSplit, ySplit, state } = attributes()
        if (state !== 'frozen' && state !== 'frozenSplit') return
        this.sheet.frozenRows = Number(ySplit ?? 0) || 0
        this.sheet.frozenColumns = Number(xSplit ?? 0) || 0
      }
    }
  }

  protected readColumns(attributes: Attributes): void {
    const from = Number(attributes['min']), to = Math.min(LAST_COLUMN, Number(attributes['max']))
    if (!(from >= 1 && to >= from)) return
    const width = attributes['width'] === undefined ? undefined : Number(attributes['width'])
    const hidden = isOn(attributes['hidden']) || width === 0
    for (let column = from; column <= to; column++) {
      if (hidden) this.sheet.hiddenColumns.add(column)
      else if (width !== undefined && width > 0 && this.settings.looks) this.sheet.columnWidths.set(column, width)
    }
  }
}

/**
 * The number of a row whose tag says nothing else of interest, which is nearly every row; 0 when the tag must be read in full.
 * `spans` and `x14ac:dyDescent` are hints for drawing.
 */
function plainRow(bytes: Uint8Array, from: number, close: number): number {
  let row = 0
  let at = from
  for (;;) {
    while (at < close && (bytes[at] as number) <= 32) at++
    const first = bytes[at]
    if (at >= close || first === 47) return row
    let equals = at
    while (equals < close && bytes[equals] !== 61) equals++
    const length = equals - at, quote = bytes[equals + 1]
    if (quote !== 34) return 0
    let stop = equals + 2
    if (length === 1 && first === 114) {
      for (; bytes[stop] !== 34; stop++) {
        const digit = (bytes[stop] as number) - 48
        if (digit < 0 || digit > 9) return 0
        row = row * 10 + digit
      }
    } else if ((length === 5 && first === 115 && bytes[at + 1] === 112) || (length === 15 && first === 120)) {
      while (stop < close && bytes[stop] !== 34) stop++
    } else return 0
    at = stop + 1
  }
}

const NO_STYLES = new Uint16Array(0)
const NO_ATTRIBUTES: Attributes = {}
const utf8 = new TextDecoder()

function nameIs(bytes: Uint8Array, start: number, length: number, name: string): boolean {
  if (length !== name.length) return false
  for (let i = 0; i < length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false
  return true
}

/** Alternative content and extensions: a reader may leave them out, and what they hold is no cell. */
function isAside(bytes: Uint8Array, start: number, length: number): boolean {
  return (length === 6 && nameIs(bytes, start, length, 'extLst')) || (length === 16 && nameIs(bytes, start, length, 'AlternateContent'))
}

function nameOf(bytes: Uint8Array, start: number, length: number): string {
  return length > 40 ? '' : utf8.decode(bytes.subarray(start, start + length))
}

function attributesOf(bytes: Uint8Array, at: number, close: number, part: string): Attributes {
  let found: Attributes = NO_ATTRIBUTES
  readXml(utf8.decode(bytes.subarray(at, close + 1)), part, { open: (_name, attributes) => (found = attributes) })
  return found
}
