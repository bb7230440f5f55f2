/**
 * How bytes are compressed and decompressed: the one thing that differs between Node and a browser.
 * Streams go chunk by chunk so that a sheet of hundreds of megabytes is never whole in memory.
 */
export interface Codec {
  /** Raw deflate data to plain bytes. A chunk may be reused by the next one: read it before asking for more. */
  inflate(compressed: Uint8Array): AsyncIterable<Uint8Array>
  /**
   * Plain bytes to raw deflate data. A plain chunk has been read when the next one is asked for: its maker may use it again.
   * @param isLarge a part of many megabytes: rather quick than small, where there is a choice
   */
  deflate(plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, isLarge: boolean): AsyncIterable<Uint8Array>
  /** The checksum of zip files. @param seed the checksum of what came before, 0 at the start */
  crc32(bytes: Uint8Array, seed: number): number
}
