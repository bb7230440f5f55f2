import type { Codec } from './codec'
import { compressedBytes } from './zip'
import type { ZipEntry, ZipFile } from './zip'

interface Written {
  readonly name: Uint8Array
  readonly method: number
  readonly flags: number
  readonly time: number
  readonly date: number
  readonly attributes: number
  readonly madeBy: number
  readonly offset: number
  /** Where its header stands in our own bytes. */
  readonly own: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
}

const UTF8_NAME = 0x800, DEFLATED = 8
/** 1980-01-01: a file made twice is the same file. */
const NO_DATE = 0x21
/** Parts over this are compressed the quick way. */
const LARGE = 8 * 1024 * 1024
/** Sizes and offsets from here on go into the zip64 fields. */
const ZIP64_FROM = 0xffffffff

/**
 * Writes a zip file in pieces: what is new stands in one growing piece of memory, what is copied is a view of the old file, so that
 * a large file is patched without being copied. Headers are completed after the data, so that no data descriptors are needed.
 */
export class ZipWriter {
  private bytes: Uint8Array
  private length = 0
  /** Views of other files, and behind how many of our own bytes they stand. */
  private readonly copied: { readonly at: number; readonly view: Uint8Array }[] = []
  private copiedLength = 0
  private readonly written: Written[] = []

  /**
   * @param expected how many bytes will be new, about
   * @param zip64From for tests: the size from which zip64 fields are used
   */
  constructor(private readonly codec: Codec, expected: number, private readonly zip64From = ZIP64_FROM) {
    // Memory that is not written to costs nothing, growing costs a copy: an eighth more is asked for.
    this.bytes = new Uint8Array(expected + (expected >> 3) + 65_536)
  }

  private get position(): number {
    return this.length + this.copiedLength
  }

  /** An entry of another file as it is: the compressed bytes are not looked at. */
  copy(zip: ZipFile, entry: ZipEntry): void {
    const data = compressedBytes(zip, entry)
    const view = new DataView(zip.bytes.buffer, zip.bytes.byteOffset, zip.bytes.byteLength)
    const at = entry.recordStart
    const record = {
      ...this.start(
        zip.bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
        entry.method,
        entry.flags & ~8,
        view.getUint16(at + 12, true),
        view.getUint16(at + 14, true),
      ),
      madeBy: view.getUint16(at + 4, true),
      attributes: view.getUint32(at + 38, true),
    }
    const header = this.header(record, data.length, entry.size)
    this.copied.push({ at: this.length, view: data })
    this.copiedLength += data.length
    this.finishEntry({ ...record, crc: entry.crc, compressedSize: data.length, size: entry.size }, header)
  }

  /**
   * A new entry, or one that replaces an entry and keeps its name as written there.
   * @param old the entry whose time it keeps
   */
  async add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, old?: ZipEntry, oldZip?: ZipFile): Promise<void> {
    const view =
      old === undefined || oldZip === undefined
        ? undefined
        : new DataView(oldZip.bytes.buffer, oldZip.bytes.byteOffset, oldZip.bytes.byteLength)
    const at = old?.recordStart ?? 0
    const record = {
      ...this.start(
        new TextEncoder().encode(name),
        DEFLATED,
        UTF8_NAME,
        view?.getUint16(at + 12, true) ?? 0,
        view?.getUint16(at + 14, true) ?? NO_DATE,
      ),
      madeBy: 20,
      attributes: 0,
    }
    // Room for the zip64 field is only made when the old part was that large: a new one never is.
    const header = this.header(record, 0, old?.size ?? 0)
    const start = this.position
    let crc = 0, size = 0
    const { codec } = this
    async function* counted(): AsyncIterable<Uint8Array> {
      for await (const chunk of content) {
        crc = codec.crc32(chunk, crc)
        size += chunk.length
        yield chunk
      }
    }
    for await (const chunk of codec.deflate(counted(), (old?.size ?? 0) > LARGE)) this.append(chunk)
    this.finishEntry({ ...record, crc, compressedSize: this.position - start, size }, header)
  }

  /** The directory and the end; the writer is done then. @returns the file in pieces */
  finish(): Uint8Array[] {
    const start = this.position
    for (const entry of this.written) this.record(entry)
    const size = this.position - start, count = this.written.length
    const large = size >= this.zip64From || start >= this.zip64From || count >= 0xffff
    if (large) {
      const at = this.position
      const view = this.room(56 + 20)
      view.setUint32(0, 0x06064b50, true)
      setBig(view, 4, 44)
      view.setUint16(12, 45, true)
      view.setUint16(14, 45, true)
      setBig(view, 24, count)
      setBig(view, 32, count)
      setBig(view, 40, size)
      setBig(view, 48, start)
      view.setUint32(56, 0x07064b50, true)
      setBig(view, 64, at)
      view.setUint32(72, 1, true)
    }
    const end = this.room(22)
    end.setUint32(0, 0x06054b50, true)
    end.setUint16(8, large ? 0xffff : count, true)
    end.setUint16(10, large ? 0xffff : count, true)
    end.setUint32(12, large ? 0xffffffff : size, true)
    end.setUint32(16, large ? 0xffffffff : start, true)
    const pieces: Uint8Array[] = []
    let own = 0
    for (const { at, view } of this.copied) {
      if (at > own) pieces.push(this.bytes.subarray(own, at))
      pieces.push(view)
      own = at
    }
    pieces.push(this.bytes.subarray(own, this.length))
    return pieces
  }

  private start(name: Uint8Array, method: number, flags: number, time: number, date: number): Pick<Written, 'name' | 'method' | 'flags' | 'time' | 'date' | 'offset' | 'own'> {
    return { name, method, flags, time, date, offset: this.position, own: this.length }
  }

  /** Writes a local header whose sizes come later; returns whether it has the zip64 field. */
  private header(record: Pick<Written, 'name' | 'method' | 'flags' | 'time' | 'date'>, compressedSize: number, size: number): boolean {
    const large = compressedSize >= this.zip64From || size >= this.zip64From
    const view = this.room(30)
    view.setUint32(0, 0x04034b50, true)
    view.setUint16(4, large ? 45 : 20, true)
    view.setUint16(6, record.flags, true)
    view.setUint16(8, record.method, true)
    view.setUint16(10, record.time, true)
    view.setUint16(12, record.date, true)
    view.setUint16(26, record.name.length, true)
    view.setUint16(28, large ? 20 : 0, true)
    this.append(record.name)
    if (large) {
      const extra = this.room(20)
      extra.setUint16(0, 1, true)
      extra.setUint16(2, 16, true)
    }
    return large
  }

  private finishEntry(entry: Written, large: boolean): void {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + entry.own)
    view.setUint32(14, entry.crc, true)
    view.setUint32(18, large ? 0xffffffff : entry.compressedSize, true)
    view.setUint32(22, large ? 0xffffffff : entry.size, true)
    if (large) {
      setBig(view, 30 + entry.name.length + 4, entry.size)
      setBig(view, 30 + entry.name.length + 12, entry.compressedSize)
    }
    this.written.push(entry)
  }

  private record(entry: Written): void {
    const fields = (
      [
        [entry.size, 24],
        [entry.compressedSize, 20],
        [entry.offset, 42],
      ] as const
    ).filter(([value]) => value >= this.zip64From)
    const extra = fields.length === 0 ? 0 : 4 + fields.length * 8
    const view = this.room(46 + entry.name.length + extra)
    view.setUint32(0, 0x02014b50, true)
    view.setUint16(4, entry.madeBy, true)
    view.setUint16(6, fields.length === 0 ? 20 : 45, true)
    view.setUint16(8, entry.flags, true)
    view.setUint16(10, entry.method, true)
    view.setUint16(12, entry.time, true)
    view.setUint16(14, entry.date, true)
    view.setUint32(16, entry.crc, true)
    view.setUint32(20, entry.compressedSize, true)
    view.setUint32(24, entry.size, true)
    view.setUint16(28, entry.name.length, true)
    view.setUint16(30, extra, true)
    view.setUint32(38, entry.attributes, true)
    view.setUint32(42, entry.offset, true)
    this.bytes.set(entry.name, this.length - extra - entry.name.length)
    if (fields.length === 0) return
    let at = 46 + entry.name.length
    view.setUint16(at, 1, true)
    view.setUint16(at + 2, fields.length * 8, true)
    at += 4
    for (const [value, place] of fields) {
      view.setUint32(place, 0xffffffff, true)
      setBig(view, at, value)
      at += 8
    }
  }

  private append(chunk: Uint8Array): void {
    this.grow(chunk.length)
    this.bytes.set(chunk, this.length)
    this.length += chunk.length
  }

  private room(length: number): DataView {
    this.grow(length)
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.length, length)
    this.length += length
    return view
  }

  private grow(by: number): void {
    if (this.length + by <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.length + by, Math.ceil(this.bytes.length * 1.25)))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }
}

function setBig(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 0x100000000, true)
  view.setUint32(at + 4, Math.floor(value / 0x100000000), true)
}

/** Pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces
  if (first !== undefined && pieces.length === 1) return first
  let length = 0
  for (const piece of pieces) length += piece.length
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
