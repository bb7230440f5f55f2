import { LAST_COLUMN, keyColumn, keyRow } from '../../core/place'
import { HostError } from '../../core/workbook'
import { cellXml } from './cell-xml'
import type { CellToWrite } from './cell-xml'
import { ChunkBuffer, specialEnd, tagEnd } from './chunk-buffer'
import { shiftFormula } from './formula-shift'
import type { SharedMaster } from './sheet-probe'
import { TextEdits, attribute, child, escapeText, parseTree } from './xml-tree'
import type { XmlNode } from './xml-tree'

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
  /** What else is rewritten behind the cells: element name -> its tag, given as a node of its own source. */
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
  private rest = 0
  private state = HEAD
  private prefix = ''
  private lastRow = 0
  private output: Uint8Array[] = []
  private readonly newRows: number[]
  private nextNew = 0
  private readonly byRow = new Map<number, CellToWrite[]>()
  private readonly written = new Set<number>()
  private readonly tailPieces: Uint8Array[] = []
  private tailSize = 0

  constructor(private readonly edits: SheetEdits) {
    this.buffer = new ChunkBuffer(edits.part)
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
    const ready = this.buffer.add(chunk, this.rest)
    this.rest = 0
    if (!ready) return
    this.rest = this.look()
    this.buffer.left(this.buffer.end - this.rest)
  }

  finish(): void {
    if (this.state !== TAIL) this.rest = this.look()
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
    const bytes = this.buffer.bytes, end = this.buffer.end
    let at = this.rest
    /** What has been looked at and may be copied as it is. */
    let copied = at
    const flush = (to: number): void => {
      if (to > copied) this.output.push(bytes.subarray(copied, to))
      copied = to
    }
    while (at < end && this.state !== TAIL) {
      if (bytes[at] !== 60) {
        const next = bytes.indexOf(60, at)
        at = next < 0 || next > end ? end : next
        continue
      }
      const second = bytes[at + 1]
      if (second === 33 || second === 63) {
        const behind = specialEnd(bytes, at, end, this.edits.part)
        if (behind < 0) break
        at = behind
        continue
      }
      const close = tagEnd(bytes, at + 1, end)
      if (close < 0) break
      const name = this.nameAt(bytes, at)
      if (this.state === HEAD) {
        if (name === 'dimension' && this.edits.dimension !== undefined) {
          flush(at)
          const tag = decode(bytes, at, close + 1), edits = new TextEdits(tag), node = parseTree(tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`, this.edits.part).children[0]
          if (node === undefined) throw this.damaged()
          edits.setAttribute(node, 'ref', this.edits.dimension)
          this.emitText(edits.toString())
          copied = close + 1
        } else if (name === 'sheetData') {
          this.prefix = this.prefixAt(bytes, at)
          if (bytes[close - 1] === 47) {
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
      const rowEnd = bytes[close - 1] === 47 ? close + 1 : this.rowEnd(bytes, close + 1, end)
      if (rowEnd < 0) break
      const row = rowNumber(bytes, at, close) ?? this.lastRow + 1
      this.lastRow = row
      if (this.nextNew < this.newRows.length && (this.newRows[this.nextNew] as number) < row) {
        flush(at)
        this.emitNewRows(row)
      }
      if (this.isAffected(row)) {
        flush(at)
        this.emitText(this.rewriteRow(decode(bytes, at, rowEnd), row))
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
      if (bytes[at] !== 60) continue
      const second = bytes[at + 1]
      if (second === 33 || second === 63) {
        const behind = specialEnd(bytes, at, end, this.edits.part)
        if (behind < 0) return -1
        at = behind - 1
      } else if (second === 47) {
        const name = at + 2 + this.prefix.length
        if (bytes[name] === 114 && bytes[name + 1] === 111 && bytes[name + 2] === 119) {
          const close = bytes.indexOf(62, name)
          return close < 0 || close >= end ? -1 : close + 1
        }
      }
    }
    return -1
  }

  private rewriteRow(source: string, row: number): string {
    const node = parseTree(source, this.edits.part).children[0]
    if (node === undefined) throw this.damaged()
    const edits = new TextEdits(source)
    const targets = this.byRow.get(row) ?? []
    let next = 0, column = 0
    let inserted = ''
    let left = LAST_COLUMN, right = 0
    for (const cell of node.children) {
      if (cell.name !== 'c') continue
      column = columnOf(attribute(cell, 'r')) ?? column + 1
      let before = ''
      for (; next < targets.length && (targets[next] as CellToWrite).column < column; next++) before += this.once(targets[next] as CellToWrite)
      if (before !== '') edits.insert(cell.start, before)
      const target = targets.find(candidate => candidate.column === column)
      if (target !== undefined) {
        edits.replace(cell.start, cell.end, this.once(target))
        if (targets[next] === target) next++
      } else this.dissolve(edits, cell, row, column, source)
    }
    for (; next < targets.length; next++) inserted += this.once(targets[next] as CellToWrite)
    if (inserted !== '') edits.append(node, inserted)
    for (const target of targets) {
      if (target.content === null) continue
      left = Math.min(left, target.column)
      right = Math.max(right, target.column)
    }
    const spans = /^(\d+):(\d+)$/.exec(attribute(node, 'spans') ?? '')
    if (spans !== null && (left < Number(spans[1]) || right > Number(spans[2]))) edits.setAttribute(node, 'spans', `${Math.min(left, Number(spans[1]))}:${Math.max(right, Number(spans[2]))}`)
    return edits.toString()
  }

  /** A cell is written once: a file that holds a row or a cell twice gets the new one in place of the first, and loses the second. */
  private once(cell: CellToWrite): string {
    const key = cell.row * LAST_COLUMN + cell.column - 1
    if (this.written.has(key)) return ''
    this.written.add(key)
    return cellXml(cell, this.prefix)
  }

  private dissolve(edits: TextEdits, cell: XmlNode, row: number, column: number, source: string): void {
    const formula = child(cell, 'f')
    if (formula === undefined || attribute(formula, 't') !== 'shared') return
    const master = this.edits.dissolved.get(attribute(formula, 'si') ?? '')
    if (master === undefined) return
    const text = shiftFormula(master.cut, row - master.row, column - master.column)
    // A member that carries a text of its own is a master itself.
    const own = source.slice(formula.openEnd, formula.closeStart)
    edits.replace(formula.start, formula.end, `<${this.prefix}f>${own === '' ? escapeText(text) : own}</${this.prefix}f>`)
  }

  private nameAt(bytes: Uint8Array, at: number): string {
    let start = at + 1
    const closing = bytes[start] === 47
    if (closing) start++
    let end = start
    for (; end - at < 64; end++) {
      const byte = bytes[end] as number
      if (byte === 58) start = end + 1
      else if (byte === 62 || byte === 47 || byte <= 32) break
    }
    let name = closing ? '/' : ''
    for (let i = start; i < end; i++) name += String.fromCharCode(bytes[i] as number)
    return name
  }

  private prefixAt(bytes: Uint8Array, at: number): string {
    let prefix = ''
    for (let i = at + 1; i < at + 64; i++) {
      const byte = bytes[i] as number
      if (byte === 58) return `${prefix}:`
      if (byte === 62 || byte === 47 || byte <= 32) return ''
      prefix += String.fromCharCode(byte)
    }
    return ''
  }
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end))
}

/** The `r` of a row tag; `undefined` when it has none. */
function rowNumber(bytes: Uint8Array, start: number, close: number): number | undefined {
  for (let at = start + 4; at < close; at++) {
    // A name of one letter, with white space before it and its equals sign behind.
    if (bytes[at] !== 114 || (bytes[at - 1] as number) > 32) continue
    let equals = at + 1
    while ((bytes[equals] as number) <= 32) equals++
    if (bytes[equals] !== 61) continue
    let digit = equals + 1, row = 0
    while ((bytes[digit] as number) <= 32) digit++
    for (digit++; digit < close; digit++) {
      const value = (bytes[digit] as number) - 48
      if (value < 0 || value > 9) break
      row = row * 10 + value
    }
    return row
  }
  return undefined
}

function columnOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined
  let column = 0
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column > 0 ? column : undefined
}

/** The box that the keys of cells span. */
export function spanOf(keys: Iterable<number>): { top: number; left: number; bottom: number; right: number } | undefined {
  let top = Number.POSITIVE_INFINITY, left = top, bottom = 0, right = 0
  for (const key of keys) {
    const row = keyRow(key), column = keyColumn(key)
    top = Math.min(top, row)
    bottom = Math.max(bottom, row)
    left = Math.min(left, column)
    right = Math.max(right, column)
  }
  return bottom === 0 ? undefined : { top, left, bottom, right }
}

