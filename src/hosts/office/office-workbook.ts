import type { Change } from '../../core/change'
import type { ReadNotice, Snapshot } from '../../core/snapshot'
import { HostError } from '../../core/workbook'
import type { ApplyOptions, ApplyResult, CancelSignal, ReadOptions, Workbook } from '../../core/workbook'
import { agrees } from './agreement'
import { applyChanges } from './apply'
import type { FileSource } from './file'
import { sampleOf } from './file-sample'
import type { FileSample } from './file-sample'
import { Journal, NO_SAFE, reverting } from './journal'
import type { Safe } from './journal'
import { readWorkbook } from './read'
import { rollBack } from './roll-back'
import type { RollBack } from './roll-back'
import type { Run } from './run'
import type { Writing } from './writing'

export interface OfficeWorkbookOptions {
  /** Where the undo journal is kept; left out: it lives as long as the pane. */
  readonly safe?: Safe
  /** ExcelApi 1.20 is there: Excel's own undo list takes a batch as one step. */
  readonly mergesUndo?: boolean
  /** Told while this program writes, so that events of its own doing can be ignored. */
  readonly onWriting?: (writing: boolean) => void
  /** Gives the whole file; left out: the workbook is read cell by cell. */
  readonly file?: FileSource
  /** Reads a file's bytes, for `read`. The pane reads them in its worker instead (`readWith`). */
  readonly readBytes?: (bytes: Uint8Array, name: string, options: ReadOptions) => Promise<Snapshot>
}

/** Who takes the workbook over, as a file or as cells: the pane's worker, or a test. */
export interface Taker<T> {
  /** @returns what was read, with what is to be held against the open workbook. @throws when the bytes cannot be read */
  file(bytes: Uint8Array, onProgress: (share: number) => void): Promise<{ readonly read: T; readonly sample: FileSample }>
  /** The file agrees with the open workbook. @param notices what Excel says of its values; `name` the workbook's */
  settled(read: T, name: string, notices: readonly ReadNotice[]): T | Promise<T>
  cells(snapshot: Snapshot): T | Promise<T>
}

export interface OfficeApplyOptions extends ApplyOptions {
  /** A word for the journal, e.g. `fill`, `fix`. Default `change`. */
  readonly what?: string
}

/** The workbook that is open in Excel, through Office.js. */
export class OfficeWorkbook implements Workbook {
  readonly journal: Journal
  private readonly onWriting: (writing: boolean) => void

  constructor(private readonly run: Run, private readonly options: OfficeWorkbookOptions = {}) {
    this.journal = new Journal(options.safe ?? NO_SAFE)
    this.onWriting = options.onWriting ?? (() => undefined)
  }

  read(options: ReadOptions = {}): Promise<Snapshot> {
    const { readBytes } = this.options
    return this.readWith<Snapshot>({
      async file(bytes, onShare) {
        if (readBytes === undefined) throw new HostError('not-readable')
        const read = await readBytes(bytes, '', { ...options, onProgress: progress => { onShare(progress.share) } })
        return { read, sample: sampleOf(read) }
      },
      settled: (read, name, notices) => ({ ...read, name, notices: [...read.notices, ...notices] }),
      cells: snapshot => snapshot,
    }, options)
  }

  /**
   * Reads the workbook: the whole file where this host gives it and it says what the open workbook says, else cell by cell, with a sentence on what
   * cannot be seen then. The file carries what the object model does not tell without emptying the person's undo list: merged areas.
   * @throws HostError
   */
  async readWith<T>(taker: Taker<T>, options: ReadOptions = {}): Promise<T> {
    const { signal, onProgress } = options
    let done = 0
    const tell = (share: number) => {
      done = Math.max(done, share)
      onProgress?.({ sheet: '', sheetNumber: 1, sheetCount: 1, share: done })
    }
    const outcome = await this.byFile(taker, signal, tell)
    if (typeof outcome === 'object') return outcome.read
    const from = done
    const snapshot = await readWorkbook(this.run, {
      ...options, onProgress: progress => onProgress?.({ ...progress, share: from + (1 - from) * progress.share }),
    })
    return taker.cells({ ...snapshot, notices: [...snapshot.notices, { key: outcome === 'differs' ? 'notice.by-cells-unsaved' : 'notice.by-cells', params: {} }] })
  }

  private async byFile<T>(taker: Taker<T>, signal: CancelSignal | undefined, tell: (share: number) => void): Promise<{ read: T } | 'none' | 'differs'> {
    const { file } = this.options
    if (file === undefined) return 'none'
    const bytes = await file({ signal, onProgress: share => { tell(share * 0.3) } })
    if (bytes === null) return 'none'
    let taken
    try {
      taken = await taker.file(bytes, share => { tell(0.3 + share * 0.6) })
    } catch (error) {
      // Protected information comes as an encrypted file: whatever cannot be read as a file is read cell by cell.
      if (isCancelled(error) || signal?.aborted === true) throw error
      return 'none'
    }
    const held = await agrees(this.run, taken.sample, signal)
    if (held === null) return 'differs'
    tell(1)
    return { read: await taker.settled(taken.read, held.name, held.notices) }
  }

  async apply(changes: readonly Change[], { what = 'change', ...options }: OfficeApplyOptions = {}): Promise<ApplyResult> {
    this.onWriting(true)
    try {
      return await applyChanges(changes, options, this.writing(what))
    } finally {
      this.onWriting(false)
    }
  }

  /** What `undo` would put back, as far as the journal has been opened. */
  get last(): { readonly id: string; readonly what: string; readonly cells: number } | null {
    const [latest] = this.journal.done
    return latest === undefined ? null : { id: latest.id, what: latest.what, cells: latest.cells.length }
  }

  /** Told when `last` may be another. @returns stops it */
  onWritten(listener: () => void): () => void {
    return this.journal.onChange(listener)
  }

  /**
   * Puts the latest batch of the journal back, all of it or nothing: a cell that was changed since refuses, with the conflict.
   * `null` when there is nothing to put back, or when the batch `id` that the person saw is not the latest any more.
   */
  async undo({ id, ...options }: ApplyOptions & { readonly id?: string } = {}): Promise<ApplyResult | null> {
    await this.journal.open()
    const [latest] = this.journal.done
    if (latest === undefined || (id !== undefined && latest.id !== id)) return null
    const result = await this.apply(reverting(latest), { ...options, what: 'undo' })
    if (result.outcome === 'refused') return result
    await this.journal.drop(latest.id)
    const [undone] = this.journal.done
    if (undone?.what === 'undo') await this.journal.drop(undone.id)
    return result
  }

  /** Puts back batches that were cut in half, e.g. when Excel or the pane went away while writing. Call once at the start. */
  async recover(): Promise<readonly RollBack[]> {
    await this.journal.open()
    const done: RollBack[] = []
    if (this.journal.unfinished.length === 0) return done
    this.onWriting(true)
    try {
      for (const entry of this.journal.unfinished) done.push(await rollBack(entry, this.writing('undo')))
    } finally {
      this.onWriting(false)
    }
    return done
  }

  private writing(what: string): Writing {
    return {
      run: this.run, journal: this.journal, what, mergesUndo: this.options.mergesUndo ?? false,
      now: () => new Date().toISOString(), newId: () => crypto.randomUUID(),
    }
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof HostError && error.code === 'cancelled'
}
