import { keyRow } from '../../core/place'
import { HostError } from '../../core/workbook'
import { BANG, GREATER, LESS, QUESTION, R, SLASH, nameIs, rowNumber, tagName, tagPrefix } from './bytes'
import { cellXml } from './cell-xml'
import type { CellToWrite } from './cell-xml'
import { ChunkBuffer, specialEnd, tagEnd } from './chunk-buffer'
import { RowRewriter } from './row-rewriter'
import type { SharedMaster } from './sheet-probe'
import { TextEdits, parseTree } from './xml-tree'

/** What is to change in a worksheet part. */
export interface SheetEdits {
  readonly part: string
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<number, CellToWrite>
  /** Rows of `cells` that the part has already; the others are put in. */
  readonly existingRows: ReadonlySet<number>
  /** Groups of shared formulas that lose their first cell: their other members get formulas of their own. */
  readonly dissolved: ReadonlyMap<string, SharedMaster>
  /** The new `<dimension>`; left out: it stays. */
  readonly dimension?: string
  /** Rewrites what stands behind the cells; left out: it is copied. */
  readonly tail?: (source: string) => string
}

const HEAD = 0, DATA = 1, TAIL = 2

/**
 * Copies a worksheet part and changes only what it must, row by row as the bytes stream through. A row that is not touched is
 * copied byte for byte.
 */
export async function* spliceSheet(chunks: AsyncIterable<Uint8Array>, edits: SheetEdits): AsyncIterable<Uint8Array> {
  const splicer = new SheetSplicer(edits)
  for await (const chunk of chunks) {
    splicer.push(chunk)
    yield* splicer.take()
  }
  splicer.finish()
  yield* splicer.take()
}

class SheetSplicer {
  private readonly buffer: ChunkBuffer
  private state = HEAD
  private prefix = ''
  private lastRow = 0
  private output: Uint8Array[] = []
  private readonly newRows: number[]
  private nextNew = 0
  private readonly byRow = new Map<number, CellToWrite[]>()
  private readonly rows: RowRewriter
  private readonly tailPieces: Uint8Array[] = []
  private tailSize = 0

  constructor(private readonly edits: SheetEdits) {
    this.buffer = new ChunkBuffer(edits.part)
    this.rows = new RowRewriter(edits.part, edits.dissolved)
    for (const [key, cell] of edits.cells) {
      const row = keyRow(key), cells = this.byRow.get(row)
      if (cells === undefined) this.byRow.set(row, [cell])
      else cells.push(cell)
    }
    for (const cells of this.byRow.values()) cells.sort((a, b) => a.column - b.column)
    this.newRows = [...this.byRow.keys()].filter(row => !edits.existingRows.has(row)).sort((a, b) => a - b)
  }

  push(chunk: Uint8Array): void {
    if (this.state === TAIL) {
      this.keepTail(chunk)
      return
    }
    this.buffer.push(chunk, () => this.look())
  }

  finish(): void {
    if (this.state !== TAIL) this.look()
    if (this.state !== TAIL) throw this.damaged()
    if (this.edits.tail === undefined) return
    const whole = new Uint8Array(this.tailSize)
    let at = 0
    for (const piece of this.tailPieces) {
      whole.set(piece, at)
      at += piece.length
    }
    this.emitText(this.edits.tail(new TextDecoder().decode(whole)))
  }

  /** What is ready to be written: views that hold until the next `push`. */
  *take(): Iterable<Uint8Array> {
    yield* this.output
    this.output = []
  }

  private damaged(): HostError {
    return new HostError('damaged', { part: this.edits.part })
  }

  private look(): number {
    const { bytes, end } = this.buffer
    let at = this.buffer.rest
    /** What has been looked at and may be copied as it is. */
    let copied = at
    const flush = (to: number): void => {
      if (to > copied) this.output.push(bytes.subarray(copied, to))
      copied = to
    }
    while (at < end && this.state !== TAIL) {
      if (bytes[at] !== LESS) {
        const next = bytes.indexOf(LESS, at)
        at = next < 0 || next > end ? end : next
        continue
      }
      const second = bytes[at + 1]
      if (second === BANG || second === QUESTION) {
        const behind = specialEnd(bytes, at, end, this.edits.part)
        if (behind < 0) break
        at = behind
        continue
      }
      const close = tagEnd(bytes, at + 1, end)
      if (close < 0) break
      const name = tagName(bytes, at)
      if (this.state === HEAD) {
        if (name === 'dimension' && this.edits.dimension !== undefined) {
          flush(at)
          const tag = decode(bytes, at, close + 1), edits = new TextEdits(tag), node = parseTree(tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`, this.edits.part).children[0]
          if (node === undefined) throw this.damaged()
          edits.setAttribute(node, 'ref', this.edits.dimension)
          this.emitText(edits.toString())
          copied = close + 1
        } else if (name === 'sheetData') {
          this.prefix = tagPrefix(bytes, at)
          if (bytes[close - 1] === SLASH) {
            flush(at)
            this.emitText(`<${this.prefix}sheetData>`)
            this.emitNewRows(Number.POSITIVE_INFINITY)
            this.emitText(`</${this.prefix}sheetData>`)
            copied = close + 1
            this.state = TAIL
          } else this.state = DATA
        }
        at = close + 1
        continue
      }
      if (name === '/sheetData') {
        flush(at)
        this.emitNewRows(Number.POSITIVE_INFINITY)
        this.state = TAIL
        break
      }
      if (name !== 'row') {
        at = close + 1
        continue
      }
      const rowEnd = bytes[close - 1] === SLASH ? close + 1 : this.rowEnd(bytes, close + 1, end)
      if (rowEnd < 0) break
      const row = rowNumber(bytes, at, close) ?? this.lastRow + 1
      this.lastRow = row
      if (this.nextNew < this.newRows.length && (this.newRows[this.nextNew] as number) < row) {
        flush(at)
        this.emitNewRows(row)
      }
      if (this.isAffected(row)) {
        flush(at)
        this.emitText(this.rows.rewrite(decode(bytes, at, rowEnd), row, this.byRow.get(row) ?? [], this.prefix))
        copied = rowEnd
      }
      at = rowEnd
    }
    if (this.state === TAIL) {
      // The rest of this window belongs to the tail already.
      this.keepTail(bytes.subarray(copied, end))
      return end
    }
    flush(Math.min(at, end))
    return Math.min(at, end)
  }

  private keepTail(piece: Uint8Array): void {
    if (this.edits.tail === undefined) {
      this.output.push(piece)
      return
    }
    this.tailPieces.push(piece.slice())
    this.tailSize += piece.length
  }

  private emitText(text: string): void {
    if (text !== '') this.output.push(new TextEncoder().encode(text))
  }

  /** New rows with a number below `before`. */
  private emitNewRows(before: number): void {
    let text = ''
    for (; this.nextNew < this.newRows.length && (this.newRows[this.nextNew] as number) < before; this.nextNew++) {
      const row = this.newRows[this.nextNew] as number
      const cells = (this.byRow.get(row) ?? []).map(cell => cellXml(cell, this.prefix)).join('')
      if (cells !== '') text += `<${this.prefix}row r="${row}">${cells}</${this.prefix}row>`
      if (text.length > 1 << 18) {
        this.emitText(text)
        text = ''
      }
    }
    this.emitText(text)
  }

  private isAffected(row: number): boolean {
    if (this.byRow.has(row)) return true
    for (const { box } of this.edits.dissolved.values()) if (box === null || (row >= box.top && row <= box.bottom)) return true
    return false
  }

  /** Behind `</row>`; comments and CDATA are stepped over because they may hold anything. */
  private rowEnd(bytes: Uint8Array, from: number, end: number): number {
    for (let at = from; at < end; at++) {
      if (bytes[at] !== LESS) continue
      const second = bytes[at + 1]
      if (second === BANG || second === QUESTION) {
        const behind = specialEnd(bytes, at, end, this.edits.part)
        if (behind < 0) return -1
        at = behind - 1
      } else if (second === SLASH) {
        const name = at + 2 + this.prefix.length
        if (bytes[name] === R && nameIs(bytes, name, 3, 'row')) {
          const close = bytes.indexOf(GREATER, name)
          return close < 0 || close >= end ? -1 : close + 1
        }
      }
    }
    return -1
  }
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end))
}

