import type { Snapshot } from '../../core/snapshot'
import type { ReadOptions } from '../../core/workbook'
import { readBytes } from './read'
import { webCodec } from './web'

export type { Codec } from './codec'
export { webCodec } from './web'

/**
 * Reads a workbook file in a browser or a Worker (Node reads through `./node`, which is faster).
 * @param name the file's name without its folder; what the file is is told from its content
 * @throws HostError
 */
export function readWorkbookBytes(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Snapshot> {
  return readBytes(bytes, name, webCodec, options)
}
