/** The checksum of zip files (IEEE 802.3), four bytes a step. */
const TABLES: readonly Uint32Array[] = makeTables()

function makeTables(): Uint32Array[] {
  const tables = Array.from({ length: 4 }, () => new Uint32Array(256))
  const [first, ...others] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  for (let i = 0; i < 256; i++) {
    let value = i
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    first[i] = value >>> 0
  }
  let before = first
  for (const table of others) {
    for (let i = 0; i < 256; i++) table[i] = ((before[i] as number) >>> 8) ^ (first[(before[i] as number) & 255] as number)
    before = table
  }
  return tables
}

/** @param seed the checksum of what came before, 0 at the start */
export function crc32(bytes: Uint8Array, seed = 0): number {
  const [t0, t1, t2, t3] = TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  let crc = ~seed
  let at = 0
  const length = bytes.length
  for (const whole = length - 3; at < whole; at += 4) {
    crc ^= (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24)
    crc = (t3[crc & 255] as number) ^ (t2[(crc >>> 8) & 255] as number) ^ (t1[(crc >>> 16) & 255] as number) ^ (t0[crc >>> 24] as number)
  }
  for (; at < length; at++) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] as number)) & 255] as number)
  return ~crc >>> 0
}
