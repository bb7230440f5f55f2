import { HostError, throwIfCancelled } from '../../core/workbook'
import type { CancelSignal } from '../../core/workbook'
import { checkText } from './bounds'
import { BANG, BRACKET, COLON, GREATER, LESS, QUESTION, SLASH, SPACE, T, nameIs } from './bytes'
import { ChunkBuffer, specialEnd, tagEnd } from './chunk-buffer'
import type { Package } from './package'
import { textAt } from './text-decoder'

/**
 * The shared strings in order. Rich text is joined, phonetic runs (`rPh`) are left out.
 * @param onBytes told how many plain bytes were read, for the progress
 */
export async function readSharedStrings(
  pack: Package,
  part: string,
  signal?: CancelSignal,
  onBytes?: (count: number) => void,
): Promise<string[]> {
  const strings: string[] = []
  await scan(pack, part, { wants: () => true, take: (_index, text) => strings.push(text) }, signal, onBytes)
  return strings
}

/** Some of the shared strings, by number: the others are stepped over without being decoded. */
export async function readSharedStringsAt(
  pack: Package,
  part: string,
  wanted: ReadonlySet<number>,
  signal?: CancelSignal,
): Promise<Map<number, string>> {
  const strings = new Map<number, string>()
  if (wanted.size > 0)
    await scan(
      pack,
      part,
      { wants: index => wanted.has(index), take: (index, text) => wanted.has(index) && strings.set(index, text) },
      signal,
    )
  return strings
}

interface StringSink {
  wants(index: number): boolean
  take(index: number, text: string): void
}

async function scan(
  pack: Package,
  part: string,
  sink: StringSink,
  signal?: CancelSignal,
  onBytes?: (count: number) => void,
): Promise<void> {
  const entry = pack.entry(part)
  if (entry === undefined) return
  const scanner = new SharedStringScanner(part, sink)
  for await (const chunk of pack.stream(entry)) {
    scanner.push(chunk)
    onBytes?.(chunk.length)
    throwIfCancelled(signal)
  }
  scanner.finish()
}

class SharedStringScanner {
  private readonly buffer: ChunkBuffer
  private count = 0
  private isWanted = false
  private inItem = false
  private inText = false
  private phonetic = 0
  private text: string | undefined

  constructor(private readonly part: string, private readonly sink: StringSink) {
    this.buffer = new ChunkBuffer(part)
  }

  push(chunk: Uint8Array): void {
    this.buffer.push(chunk, () => this.look())
  }

  finish(): void {
    if (this.look() < this.buffer.end && this.inItem) throw new HostError('damaged', { part: this.part })
  }

  /** Reads whole tokens and returns where the unread rest starts. */
  private look(): number {
    const { bytes, end } = this.buffer
    let at = this.buffer.rest
    while (at < end) {
      if (bytes[at] !== LESS) {
        const next = bytes.indexOf(LESS, at)
        if (next < 0 || next >= end) return at
        if (this.inText) this.add(textAt(bytes, at, next))
        at = next
      }
      const second = bytes[at + 1]
      if (second === BANG || second === QUESTION) {
        const behind = specialEnd(bytes, at, end, this.part)
        if (behind < 0) return at
        if (this.inText && bytes[at + 2] === BRACKET) this.add(new TextDecoder().decode(bytes.subarray(at + 9, behind - 3)))
        at = behind
        continue
      }
      const closing = second === SLASH
      let start = at + (closing ? 2 : 1), cursor = start
      for (; cursor < end; cursor++) {
        const byte = bytes[cursor] as number
        if (byte === COLON) start = cursor + 1
        else if (byte === GREATER || byte === SLASH || byte <= SPACE) break
      }
      const close = tagEnd(bytes, cursor, end)
      if (close < 0) return at
      this.element(bytes, start, cursor - start, closing, bytes[close - 1] === SLASH)
      at = close + 1
    }
    return at
  }

  private element(bytes: Uint8Array, start: number, length: number, closing: boolean, selfClosing: boolean): void {
    if (length === 1 && bytes[start] === T) this.inText = !closing && !selfClosing && this.phonetic === 0 && this.inItem && this.isWanted
    else if (length === 2 && nameIs(bytes, start, length, 'si')) {
      if (!closing) {
        this.inItem = true
        this.isWanted = this.sink.wants(this.count)
        this.text = undefined
      }
      if (closing || selfClosing) {
        checkText(this.text?.length ?? 0, this.part)
        this.sink.take(this.count++, this.text ?? '')
        this.inItem = false
        this.inText = false
        this.phonetic = 0
      }
    } else if (length === 3 && nameIs(bytes, start, length, 'rPh')) {
      if (closing) this.phonetic = Math.max(0, this.phonetic - 1)
      else if (!selfClosing) this.phonetic++
    }
  }

  private add(text: string): void {
    this.text = this.text === undefined ? text : this.text + text
  }
}
