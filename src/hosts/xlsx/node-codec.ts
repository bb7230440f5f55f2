import { constants, crc32, createDeflateRaw, createInflateRaw, inflateRawSync } from 'node:zlib'
import { Readable } from 'node:stream'
import type { Codec } from './codec'

/** Small parts are expanded in one call: a stream costs more to set up than they take. */
const ONE_CALL = 1 << 16
const CHUNK = 1 << 18

/** Node's zlib. Streams work in its thread pool, so that the next chunk is expanded while this one is scanned. */
export const nodeCodec: Codec = {
  async *inflate(compressed) {
    if (compressed.length <= ONE_CALL) {
      // A small part may still be a bomb: what does not fit in 64 MB goes the streaming way, which counts as it goes.
      const small = expandSmall(compressed)
      if (small !== undefined) {
        yield small
        return
      }
    }
    const inflate = createInflateRaw({ chunkSize: CHUNK, finishFlush: constants.Z_FINISH })
    inflate.end(compressed)
    try {
      for await (const chunk of inflate) yield chunk as Uint8Array
    } finally {
      inflate.destroy()
    }
  },
  async *deflate(plain) {
    const deflate = createDeflateRaw({ chunkSize: CHUNK, level: 6 })
    const source = Readable.from(plain, { objectMode: false, highWaterMark: CHUNK })
    source.on('error', error => deflate.destroy(error))
    source.pipe(deflate)
    for await (const chunk of deflate) yield chunk as Uint8Array
  },
  crc32,
}

function expandSmall(compressed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(compressed, { maxOutputLength: 1 << 26 })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
