import type { CellValue } from '../../core/cell'
import { LAST_COLUMN, LAST_ROW, cellName, keyColumn, keyRow } from '../../core/place'
import type { ReadNotice } from '../../core/snapshot'
import { HostError } from '../../core/workbook'
import { A, APOSTROPHE, BANG, BRACKET, C, COLON, EQUALS, GREATER, LESS, NINE, QUESTION, QUOTE, R, S, SLASH, SPACE, T, V, Z, ZERO, attributesOf, closesCell, isAside, nameIs, nameOf, plainRow, referenceAt } from './bytes'
import { NUMBER, SHARED, valueAt } from './cell-value'
import type { ValueSource } from './cell-value'
import { checkText } from './bounds'
import { CellInParts, typeAt } from './cell-in-parts'
import type { FormulaSink, ScanSettings } from './scan-settings'
import { ChunkBuffer, specialEnd, tagEnd } from './chunk-buffer'
import { RowStore } from './row-store'
import { SheetFormulas } from './sheet-formulas'
import { SheetSurroundings } from './sheet-surroundings'
import type { StyleMarks } from '../../core/style-marks'
import { isOn } from './xml'
import type { Attributes } from './xml'

/** Enough to know what is wrong without a notice a cell. */
const MOST_NOTICES = 20

/**
 * Reads a worksheet part token by token out of byte chunks: no tree, no object a cell. What is known of the current cell stands
 * in the fields below, because a chunk may end anywhere. Element names are compared without prefix.
 */
export class SheetScanner implements ValueSource {
  readonly around = new SheetSurroundings()
  readonly store: RowStore
  readonly formulas = new Map<number, string>()
  readonly hiddenRows = new Set<number>()
  readonly rowHeights = new Map<number, number>()
  readonly notices: ReadNotice[] = []
  readonly dateSystem: 1900 | 1904
  private readonly buffer: ChunkBuffer
  private readonly formulaSink: FormulaSink
  private readonly styleBase: number
  private readonly marks: StyleMarks | undefined
  private inData = false
  private sawSheet = false
  /** Depth inside content that is left out. */
  private aside = 0
  protected column = 0
  /** The cell that comes in several elements: a formula, rich text. */
  private readonly cell: CellInParts
  private readonly listedRows = new Set<number>()

  constructor(protected readonly settings: ScanSettings) {
    this.dateSystem = settings.dateSystem
    this.buffer = new ChunkBuffer(settings.part)
    this.store = new RowStore(settings.sheet, settings.room, settings.looks, settings.only)
    this.formulaSink = settings.formulas ?? new SheetFormulas(this.formulas, settings.room, settings.sheet)
    this.marks = settings.marks
    this.cell = new CellInParts(this, settings.part)
    this.styleBase = settings.looks ? (settings.styleBase ?? 0) : -1
  }

  push(chunk: Uint8Array): void {
    this.buffer.push(chunk, () => this.look())
  }

  /** After the last chunk. @throws HostError `damaged` when the part stops in the middle or is no sheet */
  finish(): void {
    this.look()
    if (this.inData || !this.sawSheet) throw this.damaged()
    const { rows } = this.store
    this.formulaSink.finish(rows)
    this.around.finish(this.store.width)
    while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop()
    if (this.around.hidesUnlisted) for (let row = 1; row <= rows.length; row++) if (!this.listedRows.has(row)) this.hiddenRows.add(row)
  }

  stringAt(index: number): CellValue {
    const text = this.settings.strings[index]
    if (text !== undefined) return text
    this.notice('notice.string-missing')
    return null
  }

  notice(key: string): void {
    if (this.notices.length >= MOST_NOTICES) return
    this.notices.push({ key, params: {}, sheet: this.settings.sheet, cell: cellName(this.store.row, this.column) })
  }

  /** A `<row>` begins. */
  protected enterRow(row: number): void {
    if (row < 1 || row > LAST_ROW) throw this.damaged()
    this.store.open(row)
    this.column = 0
    if (this.around.hidesUnlisted) this.listedRows.add(row)
  }

  /** A `<row>` whose tag says more than its number. */
  protected readRow(attributes: Attributes): void {
    const given = attributes['r']
    this.enterRow(given === undefined ? this.store.row + 1 : Number(given) || -1)
    const height = attributes['ht'] === undefined ? undefined : Number(attributes['ht'])
    if (isOn(attributes['hidden']) || height === 0) this.hiddenRows.add(this.store.row)
    if (this.settings.looks && height !== undefined && height > 0) this.rowHeights.set(this.store.row, height)
  }

  /** Reads whole tokens and returns where the unread rest starts. */
  private look(): number {
    const { bytes, end } = this.buffer
    let at = this.buffer.rest
    while (at < end) {
      if (bytes[at] !== LESS) {
        let next = at + 1
        while (bytes[next] !== LESS && next < end) next++
        if (next >= end) return at
        if (this.cell.takesText) this.cell.text(bytes, at, next)
        at = next
      }
      let start = at + 1
      const second = bytes[start]
      if (second === BANG || second === QUESTION) {
        const behind = specialEnd(bytes, at, end, this.settings.part)
        if (behind < 0) return at
        if (this.cell.takesText && bytes[at + 2] === BRACKET) this.cell.append(new TextDecoder().decode(bytes.subarray(at + 9, behind - 3)))
        at = behind
        continue
      }
      const closing = second === SLASH
      if (closing) start++
      let cursor = start
      for (; ; cursor++) {
        const byte = bytes[cursor] as number
        if (byte === GREATER || byte === SLASH || byte <= SPACE) break
        if (byte === COLON) start = cursor + 1
      }
      if (cursor >= end) return at
      if (!closing && cursor - start === 1 && bytes[start] === C && this.inData && this.aside === 0) {
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
    let at = from, row = 0, column = 0, type = NUMBER, style = 0
    for (;;) {
      let byte = bytes[at] as number
      while (byte <= SPACE) {
        if (at >= end) return -1
        byte = bytes[++at] as number
      }
      if (byte === GREATER || byte === SLASH) break
      const name = byte
      // The usual `r="B7"`, `s="12"` and `t="s"` in one pass; whatever else comes goes the long way from its start.
      if (bytes[at + 1] === EQUALS && bytes[at + 2] === QUOTE) {
        let next = at + 3
        if (name === R) {
          let letters = 0, digits = 0
          byte = bytes[next] as number
          for (; byte >= A && byte <= Z; byte = bytes[++next] as number) letters = letters * 26 + byte - A + 1
          for (; byte >= ZERO && byte <= NINE; byte = bytes[++next] as number) digits = digits * 10 + byte - ZERO
          if (byte === QUOTE && letters >= 1 && letters <= LAST_COLUMN && digits >= 1 && digits <= LAST_ROW) {
            column = letters
            row = digits
            at = next + 1
            continue
          }
        } else if (name === S) {
          let digits = 0
          byte = bytes[next] as number
          for (; byte >= ZERO && byte <= NINE; byte = bytes[++next] as number) digits = digits * 10 + byte - ZERO
          if (byte === QUOTE) {
            style = digits
            at = next + 1
            continue
          }
        } else if (name === T && bytes[next] === S && bytes[next + 1] === QUOTE) {
          type = SHARED
          at = next + 2
          continue
        }
        byte = name
      }
      let length = 0
      while (byte !== EQUALS) {
        if (byte === 0 && at >= end) return -1
        if (byte === GREATER) throw this.damaged()
        if (byte > SPACE) length++
        byte = bytes[++at] as number
      }
      let quote = bytes[++at] as number
      while (quote <= SPACE) {
        if (at >= end) return -1
        quote = bytes[++at] as number
      }
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.damaged()
      let stop = ++at
      while (bytes[stop] !== quote) {
        if (stop >= end) return -1
        stop++
      }
      if (stop >= end) return -1
      if (length === 1) {
        if (name === R) {
          const key = referenceAt(bytes, at, stop)
          if (key < 0) throw this.damaged()
          row = keyRow(key)
          column = keyColumn(key)
        } else if (name === T) type = typeAt(bytes, at, stop)
        else if (name === S) for (let digit = at; digit < stop; digit++) style = style * 10 + (bytes[digit] as number) - ZERO
      }
      at = stop + 1
    }
    const selfClosing = bytes[at] === SLASH
    if (selfClosing) at++
    if (at >= end) return -1
    if (bytes[at] !== GREATER) throw this.damaged()
    at++
    const { store } = this
    if (!store.isOpen) this.enterRow(row === 0 ? store.row + 1 : row)
    // A cell whose own reference names another row than the one it stands in: the cell's word counts.
    if (row !== 0 && row !== store.row) store.open(row)
    this.column = column === 0 ? this.column + 1 : column
    if (this.column > LAST_COLUMN) throw this.damaged()
    if (style !== 0 && this.marks !== undefined && (this.marks.watched[style] ?? 0) !== 0) this.marks.add(store.row, this.column, style)
    if (this.styleBase >= 0 && style + this.styleBase > 0) store.putStyle(this.column, style + this.styleBase)
    if (selfClosing) return at
    if (bytes[at] === LESS && bytes[at + 1] === V && bytes[at + 2] === GREATER) {
      const start = at + 3
      let stop = start
      while (bytes[stop] !== LESS && stop < end) stop++
      if (stop < end && closesCell(bytes, stop)) {
        const value = valueAt(bytes, start, stop, type, this)
        if (value !== null) this.put(value, type)
        return stop + 8
      }
    }
    this.cell.begin(type)
    return at
  }

  /** Shared strings were measured when they were read: looking at each again would fetch it from memory for nothing. */
  private put(value: CellValue, type: number): void {
    if (type !== SHARED && typeof value === 'string') checkText(value.length, this.settings.sheet)
    this.store.put(this.column, value)
  }

  private opened(bytes: Uint8Array, at: number, start: number, length: number, close: number): void {
    const selfClosing = bytes[close - 1] === SLASH
    if (this.aside > 0 || this.cell.isOpen || this.inData) {
      if (!selfClosing && isAside(bytes, start, length)) this.aside++
      else if (this.aside > 0) return
      else if (this.cell.isOpen) this.cell.opened(bytes, at, start, length, close, selfClosing)
      else if (length === 3 && nameIs(bytes, start, length, 'row')) {
        const row = plainRow(bytes, start + 3, close)
        if (row > 0) this.enterRow(row)
        else this.readRow(attributesOf(bytes, at, close, this.settings.part))
        if (selfClosing) this.store.close()
      }
      return
    }
    const name = nameOf(bytes, start, length)
    if (name === 'worksheet' || name === 'dialogsheet' || name === 'macrosheet') this.sawSheet = true
    else if (name === 'sheetData') this.inData = !selfClosing
    else if (!selfClosing && isAside(bytes, start, length)) this.aside++
    else this.around.element(name, () => attributesOf(bytes, at, close, this.settings.part))
  }

  private closed(bytes: Uint8Array, start: number, length: number): void {
    if (this.aside > 0) {
      if (isAside(bytes, start, length)) this.aside--
      return
    }
    if (this.cell.isOpen) {
      if (!this.cell.closed(bytes, start, length)) return
      const { value, type, formulaText, formulaAttributes } = this.cell
      if (value !== null) this.put(value, type)
      if (formulaAttributes !== undefined) this.formulaSink.add(this.store.row, this.column, formulaText ?? '', formulaAttributes)
      return
    }
    if (!this.inData) return
    if (length === 3 && nameIs(bytes, start, length, 'row')) {
      if (this.store.isOpen) this.store.close()
    } else if (length === 9 && nameIs(bytes, start, length, 'sheetData')) {
      if (this.store.isOpen) this.store.close()
      this.inData = false
    }
  }

  private damaged(): HostError {
    return new HostError('damaged', { part: this.settings.part })
  }
}
