import { HostError } from '../../core/workbook'
import type { Codec } from './codec'

/** One file in the package, as the central directory describes it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly compressedSize: number
  readonly size: number
  /** Where its local header starts. */
  readonly offset: number
  /** Its record in the central directory, copied as it is when the entry is not touched. */
  readonly recordStart: number
  readonly recordEnd: number
}

export interface ZipFile {
  readonly bytes: Uint8Array
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[]
}

/** A part that expands more than this is not a workbook's XML: real sheets stay under 100. */
const BIGGEST_RATIO = 400
/** Ratios are looked at only above this size, because a short run of blanks may compress well. */
const RATIO_FROM = 256 * 1024 * 1024
/** The largest single part and the largest sum of parts that this program expands. */
const BIGGEST_TOTAL = 6 * 1024 * 1024 * 1024
const MOST_ENTRIES = 100_000

const END = 0x06054b50, END_64 = 0x06064b50, LOCATOR_64 = 0x07064b50, RECORD = 0x02014b50, LOCAL = 0x04034b50

/**
 * Reads the central directory. Nothing is expanded yet.
 * @throws HostError `damaged` when the directory is missing or contradicts itself, `zip-bomb` when it declares absurd sizes
 */
export function readZip(bytes: Uint8Array): ZipFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  let count = view.getUint16(end + 10, true), start = view.getUint32(end + 16, true)
  const size = view.getUint32(end + 12, true)
  if ((count === 0xffff || start === 0xffffffff || size === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === LOCATOR_64) {
    const end64 = big(view, end - 20 + 8)
    if (end64 + 56 > bytes.length || view.getUint32(end64, true) !== END_64) throw new HostError('damaged', { part: 'zip' })
    count = big(view, end64 + 32)
    start = big(view, end64 + 48)
  }
  if (count > MOST_ENTRIES) throw new HostError('zip-bomb', { part: 'zip' })
  if (start + size > end && size !== 0xffffffff && start !== 0xffffffff) throw new HostError('damaged', { part: 'zip' })
  const entries: ZipEntry[] = []
  const utf8 = new TextDecoder()
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== RECORD) throw new HostError('damaged', { part: 'zip' })
    const nameLength = view.getUint16(at + 28, true),
      extraLength = view.getUint16(at + 30, true),
      commentLength = view.getUint16(at + 32, true)
    const recordEnd = at + 46 + nameLength + extraLength + commentLength
    if (recordEnd > bytes.length) throw new HostError('damaged', { part: 'zip' })
    const sizes = {
      size: view.getUint32(at + 24, true),
      compressedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    }
    readExtra(view, at + 46 + nameLength, extraLength, sizes)
    entries.push({
      name: utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true), flags: view.getUint16(at + 8, true), crc: view.getUint32(at + 16, true),
      ...sizes, recordStart: at, recordEnd,
    })
    at = recordEnd
  }
  // Records that the count leaves out would be read by another program.
  if (at + 4 <= end && view.getUint32(at, true) === RECORD) throw new HostError('damaged', { part: 'zip' })
  const zip = { bytes, entries }
  checkEntries(zip, start)
  return zip
}

/**
 * One file, one reading: no part stands in it twice, also not in other letters or with other strokes; what a part says of itself where it
 * lies is what the directory says; parts lie one behind the other, and none is hidden between them.
 * @throws HostError `damaged`
 */
function checkEntries(zip: ZipFile, directory: number): void {
  const names = new Set<string>(), view = new DataView(zip.bytes.buffer, zip.bytes.byteOffset, zip.bytes.byteLength)
  const inOrder = [...zip.entries].sort((a, b) => a.offset - b.offset)
  let free = -1
  for (const entry of inOrder) {
    const key = partKey(entry.name), damaged = new HostError('damaged', { part: entry.name })
    if (names.has(key)) throw damaged
    // A folder may be listed as often as one likes: it holds nothing.
    if (!key.endsWith('/')) names.add(key)
    const start = dataStart(zip, entry), end = start + entry.compressedSize
    if (entry.offset < free || end > directory) throw damaged
    if (free >= 0 && entry.offset >= free + 4 && view.getUint32(free, true) === LOCAL) throw damaged
    if (!localAgrees(view, zip.bytes, entry)) throw damaged
    free = end
  }
  if (free >= 0 && free + 4 <= directory && view.getUint32(free, true) === LOCAL) throw new HostError('damaged', { part: 'zip' })
}

/** The local header against the directory: name, method, encryption, and sizes and checksum where they do not follow behind the data. */
function localAgrees(view: DataView, bytes: Uint8Array, entry: ZipEntry): boolean {
  const at = entry.offset, flags = view.getUint16(at + 6, true), nameLength = view.getUint16(at + 26, true)
  const recordName = entry.recordStart + 46
  if (nameLength !== view.getUint16(entry.recordStart + 28, true)) return false
  for (let i = 0; i < nameLength; i++) if (bytes[at + 30 + i] !== bytes[recordName + i]) return false
  if (view.getUint16(at + 8, true) !== entry.method || (flags & 1) !== (entry.flags & 1)) return false
  const follows = (flags & 8) !== 0
  const agrees = (found: number, stated: number, wide: boolean): boolean =>
    found === stated || (follows && found === 0) || (wide && found === 0xffffffff)
  return (
    agrees(view.getUint32(at + 14, true), entry.crc, false) &&
    agrees(view.getUint32(at + 18, true), entry.compressedSize, true) &&
    agrees(view.getUint32(at + 22, true), entry.size, true)
  )
}

/** Part names are compared without regard to case, and a backslash is a slash that somebody typed. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--) {
    if (view.getUint32(at, true) !== END) continue
    // Behind the end and its comment there is nothing, or zeros that a tape or a chat program put there.
    const behind = at + 22 + view.getUint16(at + 20, true)
    if (behind > view.byteLength) continue
    for (let rest = behind; rest < view.byteLength; rest++) if (view.getUint8(rest) !== 0) throw new HostError('damaged', { part: 'zip' })
    return at
  }
  throw new HostError('damaged', { part: 'zip' })
}

/** Sizes over 4 GB stand in the extra field 1, only those that did not fit. */
function readExtra(view: DataView, start: number, length: number, sizes: { size: number; compressedSize: number; offset: number }): void {
  for (let at = start; at + 4 <= start + length; ) {
    const id = view.getUint16(at, true), fieldEnd = at + 4 + view.getUint16(at + 2, true)
    if (id === 1) {
      let cursor = at + 4
      for (const key of ['size', 'compressedSize', 'offset'] as const) {
        if (sizes[key] !== 0xffffffff) continue
        if (cursor + 8 > Math.min(fieldEnd, view.byteLength)) throw new HostError('damaged', { part: 'zip' })
        sizes[key] = big(view, cursor)
        cursor += 8
      }
    }
    at = fieldEnd
  }
}

function big(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) throw new HostError('damaged', { part: 'zip' })
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000
}

/** Where an entry's compressed bytes start: after the local header, whose extra field may differ from the directory's. */
function dataStart(zip: ZipFile, entry: ZipEntry): number {
  const view = new DataView(zip.bytes.buffer, zip.bytes.byteOffset, zip.bytes.byteLength)
  const at = entry.offset
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) throw new HostError('damaged', { part: entry.name })
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
}

export function compressedBytes(zip: ZipFile, entry: ZipEntry): Uint8Array {
  const start = dataStart(zip, entry)
  if (start + entry.compressedSize > zip.bytes.length) throw new HostError('damaged', { part: entry.name })
  return zip.bytes.subarray(start, start + entry.compressedSize)
}

/** Counts what a package expands to; one for each reading of a package. */
export class ExpansionLimit {
  private total = 0
  /** Entries that were expanded to their end and found whole. */
  readonly whole = new Set<ZipEntry>()

  /** Refuses before anything is expanded when the declared size is already absurd. */
  check(entry: ZipEntry): void {
    const bomb =
      entry.size > BIGGEST_TOTAL ||
      this.total + entry.size > BIGGEST_TOTAL ||
      (entry.size > RATIO_FROM && entry.size > entry.compressedSize * BIGGEST_RATIO)
    if (bomb) throw new HostError('zip-bomb', { part: entry.name })
  }

  add(bytes: number): void {
    this.total += bytes
  }
}

/**
 * The plain bytes of an entry, chunk by chunk.
 * @throws HostError `encrypted`, `unsupported-compression`, `zip-bomb`, `damaged` (it expands to another size or another checksum than it declares)
 */
export async function* expand(zip: ZipFile, entry: ZipEntry, codec: Codec, limit: ExpansionLimit): AsyncIterable<Uint8Array> {
  if ((entry.flags & 1) !== 0) throw new HostError('encrypted')
  if (entry.method !== 0 && entry.method !== 8) throw new HostError('unsupported-compression', { part: entry.name, method: entry.method })
  limit.check(entry)
  const compressed = compressedBytes(zip, entry)
  if (entry.method === 0) {
    if (compressed.length !== entry.size || codec.crc32(compressed, 0) !== entry.crc) throw new HostError('damaged', { part: entry.name })
    limit.add(compressed.length)
    limit.whole.add(entry)
    yield compressed
    return
  }
  let size = 0, crc = 0
  try {
    for await (const chunk of codec.inflate(compressed)) {
      size += chunk.length
      crc = codec.crc32(chunk, crc)
      if (size > entry.size) throw new HostError('damaged', { part: entry.name })
      yield chunk
    }
  } catch (error) {
    if (error instanceof HostError) throw error
    throw new HostError('damaged', { part: entry.name }, { cause: error })
  }
  if (size !== entry.size || crc !== entry.crc) throw new HostError('damaged', { part: entry.name })
  limit.add(size)
  limit.whole.add(entry)
}

/** A small part in one piece. */
export async function expandWhole(zip: ZipFile, entry: ZipEntry, codec: Codec, limit: ExpansionLimit): Promise<Uint8Array> {
  // Grown as bytes come, because the declared size may be a lie.
  let whole = new Uint8Array(Math.min(entry.size, 1 << 20)), length = 0
  for await (const chunk of expand(zip, entry, codec, limit)) {
    if (length + chunk.length > whole.length) {
      const grown = new Uint8Array(Math.max(length + chunk.length, Math.min(entry.size, whole.length * 2)))
      grown.set(whole.subarray(0, length))
      whole = grown
    }
    whole.set(chunk, length)
    length += chunk.length
  }
  return whole.subarray(0, length)
}
