import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { HostError } from '../../core/workbook'

const MEGABYTE = 1024 * 1024
/** A file that is larger is no workbook that anybody opens; Node reads none of 2 GB in one piece. */
const LARGEST_FILE = 1900 * MEGABYTE
/** What a pipe may give: it is not known beforehand how long it goes on. */
const LARGEST_PIPE = 128 * MEGABYTE
/** A pipe that has nothing to say for so long is waited for no longer. */
const SILENT_SECONDS = 3
const LOOK_AGAIN_MS = 20

/**
 * The bytes of a file, or of a pipe that somebody writes to.
 * @param largest for tests and for files of settings, in bytes
 * @throws HostError `not-found`, `not-readable`, `input-device`, `input-silent`, `input-endless`, `file-too-large`
 */
export async function readFileBytes(path: string, largest = LARGEST_FILE): Promise<Uint8Array> {
  const name = { file: basename(path) }
  let file: FileHandle | undefined
  try {
    // Without waiting: a pipe that nobody writes to would never open.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const found = await file.stat()
    if (found.isCharacterDevice() || found.isBlockDevice()) throw new HostError('input-device', name)
    if (found.isFIFO() || found.isSocket()) return await fromPipe(file, name, Math.min(largest, LARGEST_PIPE))
    if (found.size > largest) throw new HostError('file-too-large', { ...name, megabytes: Math.floor(largest / MEGABYTE) })
    return await file.readFile()
  } catch (error) {
    if (error instanceof HostError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new HostError(code === 'ENOENT' ? 'not-found' : 'not-readable', { ...name, cause: code }, { cause: error })
  } finally {
    await file?.close().catch(() => undefined)
  }
}

async function fromPipe(file: FileHandle, name: { readonly file: string }, largest: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0, silentSince = performance.now()
  for (;;) {
    const piece = new Uint8Array(MEGABYTE)
    const read = await file.read(piece, 0, piece.length, null).then(({ bytesRead }) => bytesRead, (error: NodeJS.ErrnoException) => {
      if (error.code === 'EAGAIN') return -1
      throw error
    })
    // The end, unless nobody has begun to write yet.
    if (read === 0 && size > 0) return Buffer.concat(pieces)
    if (read > 0) {
      pieces.push(piece.subarray(0, read))
      size += read
      silentSince = performance.now()
      if (size > largest) throw new HostError('input-endless', { ...name, megabytes: Math.floor(largest / MEGABYTE) })
      continue
    }
    if (performance.now() - silentSince > SILENT_SECONDS * 1000) throw new HostError('input-silent', { ...name, seconds: SILENT_SECONDS })
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}
