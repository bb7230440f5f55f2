import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** One file of an archive. */
export interface Part {
  readonly path: string
  /** Text is written as UTF-8. */
  readonly content: string | Uint8Array
  /** Kept as it is instead of deflated. */
  readonly stored?: boolean
}

/** 1 January 1980, the first day that the format knows: the same parts give the same bytes on any day. */
const DATE = 0x21

/** A plain zip archive of the parts, in the order given. */
export function zip(parts: readonly Part[]): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const path = new TextEncoder().encode(part.path)
    const plain = typeof part.content === 'string' ? new TextEncoder().encode(part.content) : part.content
    const packed = part.stored === true ? plain : new Uint8Array(deflateRawSync(plain, { level: 9 }))
    // Bytes 4 to 29 of both headers are the same fields.
    const fields = new DataView(new ArrayBuffer(26))
    fields.setUint16(0, 20, true)
    fields.setUint16(2, 0x800, true)
    fields.setUint16(4, part.stored === true ? 0 : 8, true)
    fields.setUint16(6, 0, true)
    fields.setUint16(8, DATE, true)
    fields.setUint32(10, crc32(plain), true)
    fields.setUint32(14, packed.length, true)
    fields.setUint32(18, plain.length, true)
    fields.setUint16(22, path.length, true)
    fields.setUint16(24, 0, true)
    const shared = new Uint8Array(fields.buffer)
    pieces.push(Uint8Array.of(0x50, 0x4b, 3, 4), shared, path, packed)
    const tail = new DataView(new ArrayBuffer(14))
    tail.setUint32(10, offset, true)
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), shared, new Uint8Array(tail.buffer), path)
    offset += 4 + 26 + path.length + packed.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, parts.length, true)
  end.setUint16(10, parts.length, true)
  end.setUint32(12, size, true)
  end.setUint32(16, offset, true)
  return joined([...pieces, ...directory, new Uint8Array(end.buffer)])
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The files of an archive that `zip` wrote, by path. */
export function unzip(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - 22
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('no end of central directory')
  const files = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const pathLength = view.getUint16(at + 28, true)
    const path = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + pathLength))
    const local = view.getUint32(at + 42, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = archive.subarray(start, start + view.getUint32(at + 20, true))
    const plain = view.getUint16(at + 10, true) === 0 ? packed : new Uint8Array(inflateRawSync(packed))
    if (crc32(plain) !== view.getUint32(at + 16, true)) throw new Error(`wrong checksum of ${path}`)
    files.set(path, plain)
    at += 46 + pathLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}
