import type { Change } from '../../core/change'
import type { Snapshot } from '../../core/snapshot'
import type { ApplyOptions, ReadOptions } from '../../core/workbook'
import { readBytes } from './read'
import { webCodec } from './web'
import { XlsxWorkbook, newWorkbook } from './xlsx-workbook'
import { ZipWriter } from './zip-writer'

export { fileKind } from './file-kind'
export { webCodec } from './web'
export { XlsxWorkbook } from './xlsx-workbook'

/**
 * Reads a workbook file in a browser or a Worker (Node reads through `./node`, which is faster).
 * @param name the file's name without its folder; what the file is is told from its content
 * @throws HostError
 */
export function readWorkbookBytes(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Snapshot> {
  return readBytes(bytes, name, webCodec, options)
}

/** A workbook over the bytes of a file, to be read and written. */
export function openWorkbook(bytes: Uint8Array, name: string): XlsxWorkbook {
  return new XlsxWorkbook(bytes, name, webCodec)
}

/** A package of texts, as they are: what carries a workbook's parts in another way makes a file of them. */
export async function packageBytes(parts: Iterable<readonly [name: string, text: string]>): Promise<ArrayBuffer> {
  const writer = new ZipWriter(webCodec, 0)
  for (const [name, text] of parts) await writer.add(name, [new TextEncoder().encode(text)])
  return new Blob(writer.finish() as Uint8Array<ArrayBuffer>[]).arrayBuffer()
}

/** The bytes of a new workbook: its sheets as `add-sheet` changes, their cells as cell changes. @throws HostError */
export async function newWorkbookBytes(changes: readonly Change[], options: ApplyOptions = {}): Promise<Uint8Array> {
  return (await newWorkbook(changes, 'new.xlsx', webCodec, options)).bytes
}
