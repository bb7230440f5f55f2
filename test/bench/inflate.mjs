// Inflates every part of an archive and does nothing with it: the least that any reader must do.
import { readFileSync } from 'node:fs'
import { createInflateRaw } from 'node:zlib'

const archive = readFileSync(process.argv[2])
const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
const start = performance.now()
let at = archive.readUInt32LE(end + 16)
let bytes = 0
for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
  const local = archive.readUInt32LE(at + 42)
  const first = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const packed = archive.subarray(first, first + archive.readUInt32LE(at + 20))
  if (archive.readUInt16LE(at + 10) === 8) {
    await new Promise((resolve, reject) => {
      const inflate = createInflateRaw({ chunkSize: 1 << 18 })
      inflate.on('data', chunk => { bytes += chunk.length })
      inflate.on('end', resolve)
      inflate.on('error', reject)
      inflate.end(packed)
    })
  }
  at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
}
console.log(JSON.stringify({ ms: performance.now() - start, bytes }))
