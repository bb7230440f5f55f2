import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Snapshot } from '../../core/snapshot'
import { HostError } from '../../core/workbook'
import type { ReadOptions } from '../../core/workbook'
import { nodeCodec } from './node-codec'
import { readBytes } from './read'

export { nodeCodec } from './node-codec'

/** `readWorkbookBytes` with Node's own zlib. @throws HostError */
export function readWorkbookBytes(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Snapshot> {
  return readBytes(bytes, name, nodeCodec, options)
}

/** Reads a file from disk. @throws HostError `not-found`, `not-readable` and all that reading bytes may throw */
export async function readWorkbookFile(path: string, options: ReadOptions = {}): Promise<Snapshot> {
  return readWorkbookBytes(await readFileBytes(path), basename(path), options)
}

export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new HostError(code === 'ENOENT' ? 'not-found' : 'not-readable', { file: basename(path), cause: code ?? '' }, { cause: error })
  }
}
