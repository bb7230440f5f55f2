import type { ApplyOptions, ApplyResult, ReadOptions, ReadProgress, Workbook } from '../src/core/workbook'
import type { Taker } from '../src/hosts/office/office-workbook'
import type { Change } from '../src/core/change'
import { CheckerError } from './checker-error'
import type { Checker } from './checker'
import type { LastWrite } from './written'
import type { Opened } from './shown'
import type { Event } from './state'

/** A workbook of a host that may keep what was written, so that it can be taken back. */
export interface HostWorkbook extends Workbook {
  /** @param options `what`: the word that the write is kept under */
  apply(changes: readonly Change[], options?: ApplyOptions & { readonly what?: string }): Promise<ApplyResult>
  /** Excel: the whole file where there is one, read in the worker, else cell by cell. */
  readWith?<T>(taker: Taker<T>, options?: ReadOptions): Promise<T>
  /** The latest write, of whatever kind. */
  readonly last?: LastWrite | null
  onWritten?(listener: () => void): () => void
  /** Takes the write with this id back; `null` when it is not the latest one any more. */
  undo?(options: { readonly id: string }): Promise<ApplyResult | null>
}

/** Where the cells come from. */
export type Source =
  /** Excel's open workbook: read on this side in blocks, then handed to the worker. */
  | { readonly from: 'workbook'; readonly workbook: HostWorkbook }
  /** A file: read in the worker, from its bytes. */
  | { readonly from: 'file'; readonly name: string; readonly bytes: () => Promise<ArrayBuffer> }

/** Reads a workbook into the worker. */
export async function read(source: Source, checker: Checker, current: () => boolean, say: (event: Event) => void): Promise<Opened> {
  const onProgress = (progress: ReadProgress) => say({ type: 'read-progressed', progress })
  if (source.from === 'file') {
    const bytes = await source.bytes().catch(() => { throw new CheckerError('no-permission') })
    return checker.call('openFile', [source.name, bytes], { transfer: [bytes], onProgress })
  }
  const signal = { get aborted() { return !current() } }
  const taker: Taker<Opened> = {
    async file(bytes, onShare) {
      const buffer = bytes.buffer as ArrayBuffer
      const { opened, sample } = await checker.call('openBytes', [buffer], { transfer: [buffer], onProgress: progress => { onShare(progress.share) } })
      return { read: opened, sample }
    },
    settled: (_opened, name, notices) => checker.call('settleBytes', [name, notices]),
    cells: snapshot => checker.call('openSnapshot', [snapshot]),
  }
  if (source.workbook.readWith !== undefined) return source.workbook.readWith(taker, { signal, onProgress })
  return taker.cells(await source.workbook.read({ signal, onProgress }))
}
