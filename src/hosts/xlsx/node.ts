import { basename } from 'node:path'
import type { Change } from '../../core/change'
import type { Snapshot } from '../../core/snapshot'
import type { ApplyOptions, ReadOptions } from '../../core/workbook'
import { nodeCodec } from './node-codec'
import { readBytes } from './read'
import { readFileBytes } from './read-file'
import { XlsxWorkbook, newWorkbook } from './xlsx-workbook'

export { nodeCodec } from './node-codec'
export { removeOwnDrafts } from './draft-name'
export { readFileBytes } from './read-file'
export { checkTarget, writeWorkbookFile } from './write-file'
export { XlsxWorkbook } from './xlsx-workbook'

/** `readWorkbookBytes` with Node's own zlib. @throws HostError */
export function readWorkbookBytes(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Snapshot> {
  return readBytes(bytes, name, nodeCodec, options)
}

/** Reads a file from disk. @throws HostError `not-found`, `not-readable` and all that reading bytes may throw */
export async function readWorkbookFile(path: string, options: ReadOptions = {}): Promise<Snapshot> {
  return readWorkbookBytes(await readFileBytes(path), basename(path), options)
}

/** A workbook over the bytes of a file, to be read and written. */
export function openWorkbook(bytes: Uint8Array, name: string): XlsxWorkbook {
  return new XlsxWorkbook(bytes, name, nodeCodec)
}

/** The bytes of a new workbook: its sheets as `add-sheet` changes, their cells as cell changes. @throws HostError */
export async function newWorkbookBytes(changes: readonly Change[], options: ApplyOptions = {}): Promise<Uint8Array> {
  return (await newWorkbook(changes, 'new.xlsx', nodeCodec, options)).bytes
}
