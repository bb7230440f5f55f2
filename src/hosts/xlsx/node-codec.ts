import { constants, crc32, createDeflateRaw, createInflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'
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
      if (inflate.bytesWritten !== compressed.length) throw new Error('surplus bytes')
    } finally {
      inflate.destroy()
    }
  },
  async *deflate(plain, isLarge) {
    const { whole, rest } = await gather(plain)
    if (whole !== undefined) {
      yield deflateRawSync(whole)
      return
    }
    // On a roster's XML level 4 is 2.7 times as fast as 6 and makes 6% more.
    const deflate = createDeflateRaw({ chunkSize: CHUNK, level: isLarge ? 4 : 6 })
    let failure: unknown
    const feeding = (async () => {
      try {
        for await (const piece of rest) {
          // The piece may be a view that its maker uses again: it is let go only when zlib has taken it in.
          await new Promise<void>((resolve, reject) =>
            deflate.write(piece, error => (error === null || error === undefined ? resolve() : reject(error))),
          )
        }
        deflate.end()
      } catch (error) {
        failure = error
        deflate.destroy()
      }
    })()
    try {
      for await (const chunk of deflate) yield chunk as Uint8Array
    } catch (error) {
      throw failure ?? error
    } finally {
      deflate.destroy()
    }
    await feeding
    if (failure !== undefined) throw failure
  },
  // zlib takes an empty piece for no piece at all and begins again at 0.
  crc32: (bytes, seed) => (bytes.length === 0 ? seed : crc32(bytes, seed)),
}

function expandSmall(compressed: Uint8Array): Uint8Array | undefined {
  try {
    const { buffer, engine } = inflateRawSync(compressed, { maxOutputLength: 1 << 26, info: true }) as unknown as {
      buffer: Uint8Array
      engine: { bytesWritten: number }
    }
    if (engine.bytesWritten !== compressed.length) throw new Error('surplus bytes')
    return buffer
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** A small part in one piece, or, when it turns out to be large, all its pieces from the first on. */
async function gather(
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ whole: Uint8Array | undefined; rest: AsyncIterable<Uint8Array> }> {
  const iterator = Symbol.asyncIterator in plain ? plain[Symbol.asyncIterator]() : plain[Symbol.iterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size <= CHUNK) {
    const { done, value } = await iterator.next()
    if (done === true) return { whole: Buffer.concat(first), rest: onward([], iterator) }
    // Copied, because its maker may use the memory again.
    first.push(value.slice())
    size += value.length
  }
  return { whole: undefined, rest: onward(first, iterator) }
}

async function* onward(
  first: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  try {
    yield* first
    for (;;) {
      const { done, value } = await iterator.next()
      if (done === true) return
      yield value
    }
  } finally {
    await iterator.return?.()
  }
}
