import type { Codec } from './codec'
import { crc32 } from './crc32'

/** What browsers and Workers have built in. Node 20 has it too, a little slower than its own zlib. */
export const webCodec: Codec = {
  inflate: compressed => through(new DecompressionStream('deflate-raw'), slices(compressed)),
  deflate: plain => through(new CompressionStream('deflate-raw'), copies(plain)),
  crc32,
}

const SLICE = 1 << 18

/** Feeding slices keeps the built-in stream from expanding everything before the first read. */
function* slices(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE)
}

/** The built-in stream may take a piece in after its write has been answered, when the maker has used the memory again. */
async function* copies(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) yield piece.slice()
}

async function* through(
  stream: DecompressionStream | CompressionStream,
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>
  let failure: unknown
  const feeding = (async () => {
    try {
      for await (const piece of input) await writer.write(piece as Uint8Array<ArrayBuffer>)
      await writer.close()
    } catch (error) {
      failure = error
      await writer.abort(error).catch(() => undefined)
    }
  })()
  let whole = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      yield value
    }
    whole = true
  } finally {
    // Also when the caller stops early: both ends are let go, or the stream would keep its buffers.
    if (!whole) await reader.cancel().catch(() => undefined)
    await feeding
  }
  if (failure !== undefined) throw failure
}
