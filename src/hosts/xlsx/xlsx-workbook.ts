import type { Change } from '../../core/change'
import type { Snapshot } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ApplyOptions, ApplyResult, ReadOptions, Workbook } from '../../core/workbook'
import { applyToPackage } from './apply'
import type { Codec } from './codec'
import { emptyPackage } from './empty-package'
import { fileKind } from './file-kind'
import { openPackage, readBytes } from './read'

/**
 * A workbook over the bytes of a file. Applying makes new bytes and leaves the given ones as they were; a batch that is refused
 * or given up leaves the workbook unchanged.
 */
export class XlsxWorkbook implements Workbook {
  constructor(private content: Uint8Array, private readonly name: string, private readonly codec: Codec) {}

  /** The file as it is now, ready to be saved. */
  get bytes(): Uint8Array {
    return this.content
  }

  read(options: ReadOptions = {}): Promise<Snapshot> {
    return readBytes(this.content, this.name, this.codec, options)
  }

  /** @throws HostError `not-writable` for a csv, `protected` when the workbook's structure is, and all that reading may throw */
  async apply(changes: readonly Change[], options: ApplyOptions = {}): Promise<ApplyResult> {
    throwIfCancelled(options.signal)
    if (fileKind(this.content) === 'text') throw new HostError('not-writable')
    const { result, bytes } = await applyToPackage(openPackage(this.content, this.codec), changes, options)
    if (bytes !== undefined) this.content = bytes
    return result
  }
}

/**
 * A new workbook out of nothing: its sheets as `add-sheet` changes with their layouts, their cells as cell changes with `before: null`.
 * @throws HostError `last-sheet` when no sheet is added, `sheet-exists` and the like when the changes contradict each other
 */
export async function newWorkbook(changes: readonly Change[], name: string, codec: Codec, options: ApplyOptions = {}): Promise<XlsxWorkbook> {
  const { result, bytes } = await applyToPackage(openPackage(await emptyPackage(codec), codec), changes, options)
  if (result.outcome === 'refused') {
    const first = result.conflicts[0]
    throw new HostError('write-failed', { file: name, cause: first === undefined ? '' : `${first.why} ${'sheet' in first.change ? first.change.sheet : first.change.name}` })
  }
  if (bytes === undefined) throw new HostError('last-sheet')
  return new XlsxWorkbook(bytes, name, codec)
}
