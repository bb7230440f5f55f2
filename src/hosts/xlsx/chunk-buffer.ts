import { HostError } from '../../core/workbook'
import { APOSTROPHE, BRACKET, CLOSING_BRACKET, GREATER, MINUS, QUESTION, QUOTE } from './bytes'

/** A single element that does not fit in this is no cell: Excel's longest text is 32,767 characters. */
const LONGEST_ELEMENT = 1 << 25
const STREAMED = 1 << 16
/** Room behind the end, so that looking a few bytes ahead stays inside. */
const AHEAD = 16

/**
 * The window that a scanner works on: the rest of the last chunk followed by the new one, and a zero byte behind the end,
 * at which every inner loop stops without having to compare positions.
 */
export class ChunkBuffer {
  bytes = new Uint8Array(0)
  end = 0
  /** Where what was not read yet begins. */
  rest = 0
  /** A rest that grows is not looked at again before it has doubled: a long element is not scanned once a chunk. */
  private nextLook = 0

  constructor(private readonly part: string) {}

  /** Takes the next chunk. Where it is time to look, `look` reads whole tokens from `rest` on and gives back where it stopped. */
  push(chunk: Uint8Array, look: () => number): void {
    this.add(chunk, this.rest)
    this.rest = 0
    if (this.end < this.nextLook) return
    this.rest = look()
    const unread = this.end - this.rest
    this.nextLook = unread > 1 << 16 ? unread * 2 : 0
  }

  /** Keeps what stands from `keepFrom` on and puts the chunk behind it. */
  private add(chunk: Uint8Array, keepFrom: number): void {
    const rest = this.end - keepFrom
    const need = rest + chunk.length + AHEAD
    if (rest > LONGEST_ELEMENT) throw new HostError('damaged', { part: this.part })
    if (need > this.bytes.length) {
      // A small part comes in one chunk and gets just its size; a stream gets room for two chunks.
      const grown = new Uint8Array(Math.max(need, this.bytes.length * 2, chunk.length < STREAMED ? 0 : chunk.length * 2))
      grown.set(this.bytes.subarray(keepFrom, this.end))
      this.bytes = grown
    } else if (keepFrom > 0) this.bytes.copyWithin(0, keepFrom, this.end)
    this.bytes.set(chunk, rest)
    this.end = rest + chunk.length
    this.bytes[this.end] = 0
  }
}

/** Position of `>` that ends the tag starting at `from`, quotes respected; -1 when the buffer ends before it. */
export function tagEnd(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const byte = bytes[at]
    if (byte === GREATER) return at
    if (byte === QUOTE || byte === APOSTROPHE) {
      at = bytes.indexOf(byte, at + 1)
      if (at < 0 || at >= end) return -1
    }
  }
  return -1
}

/** Position behind a comment, CDATA or processing instruction at `from`; -1 when the buffer ends before it. */
export function specialEnd(bytes: Uint8Array, from: number, end: number, part: string): number {
  if (bytes[from + 1] === QUESTION) return behind(bytes, from + 2, end, QUESTION, GREATER)
  if (from + 9 > end) return -1
  if (bytes[from + 2] === MINUS) return behindThree(bytes, from + 4, end, MINUS)
  if (bytes[from + 2] === BRACKET) return behindThree(bytes, from + 9, end, CLOSING_BRACKET)
  throw new HostError('doctype', { part })
}

function behind(bytes: Uint8Array, from: number, end: number, first: number, second: number): number {
  for (let at = from; at + 1 < end; at++) if (bytes[at] === first && bytes[at + 1] === second) return at + 2
  return -1
}

function behindThree(bytes: Uint8Array, from: number, end: number, mark: number): number {
  for (let at = from; at + 2 < end; at++) if (bytes[at + 2] === GREATER && bytes[at] === mark && bytes[at + 1] === mark) return at + 3
  return -1
}
