import type { Change } from '../../core/change'
import type { Snapshot } from '../../core/snapshot'
import type { ApplyOptions, ApplyResult, ReadOptions, Workbook } from '../../core/workbook'
import { applyChanges, rollBack } from './apply'
import type { RollBack, Writing } from './apply'
import { Journal, NO_SAFE, reverting } from './journal'
import type { Safe } from './journal'
import { readWorkbook } from './read'
import type { Run } from './run'

export interface OfficeWorkbookOptions {
  /** Where the undo journal is kept; left out: it lives as long as the pane. */
  readonly safe?: Safe
  /** ExcelApi 1.20 is there: Excel's own undo list takes a batch as one step. */
  readonly mergesUndo?: boolean
  /** Told while this program writes, so that events of its own doing can be ignored. */
  readonly onWriting?: (writing: boolean) => void
}

export interface OfficeApplyOptions extends ApplyOptions {
  /** A word for the journal, e.g. `fill`, `fix`. Default `change`. */
  readonly what?: string
  /** Another way to make an added sheet. */
  readonly makeSheet?: Writing['makeSheet']
  /** Sheets of this program's own that are emptied first. */
  readonly clears?: Writing['clears']
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
    return readWorkbook(this.run, options)
  }

  async apply(changes: readonly Change[], { what = 'change', makeSheet, clears, ...options }: OfficeApplyOptions = {}): Promise<ApplyResult> {
    this.onWriting(true)
    try {
      return await applyChanges(changes, options, {
        ...this.writing(what),
        ...(makeSheet === undefined ? {} : { makeSheet }),
        ...(clears === undefined ? {} : { clears }),
      })
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
