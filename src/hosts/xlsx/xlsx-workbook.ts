import { undoOf } from '../../core/change'
import type { Change } from '../../core/change'
import type { Snapshot } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ApplyOptions, ApplyResult, ReadOptions, Workbook } from '../../core/workbook'
import { applyToPackage } from './apply'
import type { Codec } from './codec'
import { writeDecisions } from './decisions-part'
import { emptyPackage } from './empty-package'
import { fileKind } from './file-kind'
import { openPackage, readBytes } from './read'
import { joined } from './zip-writer'

/** A longer batch is undone by its changes: as a text it would take more room than the file. */
const LONGEST_REMEMBERED = 50_000
/** Bytes of old files that are kept for undo. */
const MOST_HELD = 32 * 1024 * 1024

/**
 * A workbook over the bytes of a file. Applying makes new bytes and leaves the given ones as they were; a batch that is refused
 * or given up leaves the workbook unchanged.
 */
export class XlsxWorkbook implements Workbook {
  /** Files as they were before each batch, the last one at the end: undoing a batch puts the very bytes back. */
  private readonly past: { readonly undo: string; readonly content: Uint8Array }[] = []

  private content: readonly Uint8Array[]

  /** @param bytes the file; not to be changed afterwards, because parts of it go into what is written */
  constructor(bytes: Uint8Array, private readonly name: string, private readonly codec: Codec) {
    this.content = [bytes]
  }

  /** The file as it is now, ready to be saved. */
  get bytes(): Uint8Array {
    if (this.content.length > 1) this.content = [joined(this.content)]
    return this.content[0] ?? new Uint8Array(0)
  }

  /** The same in pieces, for a writer that can take them one by one: a large file is saved without being copied in memory. */
  get pieces(): readonly Uint8Array[] {
    return this.content
  }

  read(options: ReadOptions = {}): Promise<Snapshot> {
    return readBytes(this.bytes, this.name, this.codec, options)
  }

  /** @throws HostError `not-writable` for a csv, `protected` when the workbook's structure is, and all that reading may throw */
  async apply(changes: readonly Change[], options: ApplyOptions = {}): Promise<ApplyResult> {
    throwIfCancelled(options.signal)
    if (fileKind(this.bytes) === 'text') throw new HostError('not-writable')
    const last = this.past.at(-1)
    if (last !== undefined && JSON.stringify(changes) === last.undo) {
      // What else the batch did (a table that grew, a style that was added) is undone with it, which changes alone could not say.
      this.past.pop()
      this.content = [last.content]
      options.onProgress?.({ share: 1 })
      return { outcome: 'applied', changes: changes.length, skipped: [], notices: [] }
    }
    const before = this.bytes
    const { result, pieces } = await applyToPackage(openPackage(before, this.codec), changes, options)
    if (pieces === undefined || result.outcome === 'refused') return result
    const skipped = new Set(result.skipped.map(({ change }) => change))
    this.remember(undoOf(changes.filter(change => !skipped.has(change))), before)
    this.content = pieces
    return result
  }

  /**
   * Keeps a person's decisions in the workbook itself, in place of those before; `null` takes them out. No cell and no other part changes,
   * and the undo of what was written before puts back the file without them.
   * @param json the decisions, as text without ids of people
   */
  async keepDecisions(json: string | null, options: ApplyOptions = {}): Promise<void> {
    if (fileKind(this.bytes) === 'text') throw new HostError('not-writable')
    const pieces = await writeDecisions(openPackage(this.bytes, this.codec), json, options)
    if (pieces !== undefined) this.content = pieces
  }

  private remember(undo: readonly Change[], content: Uint8Array): void {
    if (undo.length > LONGEST_REMEMBERED) {
      this.past.length = 0
      return
    }
    this.past.push({ undo: JSON.stringify(undo), content })
    let held = 0
    for (const { content: old } of this.past) held += old.length
    // At least one step; more as long as they are small.
    while (this.past.length > 1 && held > MOST_HELD) held -= this.past.shift()?.content.length ?? 0
  }
}

/**
 * A new workbook out of nothing: its sheets as `add-sheet` changes with their layouts, their cells as cell changes with `before: null`.
 * @throws HostError `last-sheet` when no sheet is added, `sheet-exists` and the like when the changes contradict each other
 */
export async function newWorkbook(
  changes: readonly Change[],
  name: string,
  codec: Codec,
  options: ApplyOptions = {},
): Promise<XlsxWorkbook> {
  const { result, pieces } = await applyToPackage(openPackage(await emptyPackage(codec), codec), changes, options)
  if (result.outcome === 'refused') {
    const first = result.conflicts[0]
    throw new HostError('write-failed', {
      file: name,
      cause: first === undefined ? '' : `${first.why} ${'sheet' in first.change ? first.change.sheet : first.change.name}`,
    })
  }
  if (pieces === undefined) throw new HostError('last-sheet')
  return new XlsxWorkbook(joined(pieces), name, codec)
}
