import type { CellContent } from '../../core/cell'
import type { Change, SheetLayout } from '../../core/change'
import { cellName } from '../../core/place'

/**
 * One batch that was written, or was being written when something went wrong. Holds what the cells held before and after,
 * so it may hold personal data: see `Safe` for where it is kept.
 */
export interface JournalEntry {
  readonly id: string
  /** What the person asked for, e.g. `fill`, `fix`, `results`; a word of this program, no text of theirs. */
  readonly what: string
  /** When it was written, for the person to recognise it. */
  readonly at: string
  readonly state: 'writing' | 'done'
  readonly sheetsAdded: readonly { readonly sheet: string; readonly layout?: SheetLayout }[]
  readonly sheetsRemoved: readonly { readonly sheet: string; readonly layout?: SheetLayout }[]
  /** Sheets of this program's own that were emptied first. */
  readonly sheetsCleared: readonly string[]
  readonly names: readonly {
    readonly name: string
    readonly before: string | null
    readonly after: string | null
    readonly hidden: boolean
  }[]
  readonly cells: readonly JournalCell[]
}

export interface JournalCell {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly before: CellContent
  /** What the cell held after the write, as Excel spells it. */
  readonly after: CellContent
  readonly formatBefore: string
  readonly formatAfter: string
}

/** The batch that puts an entry back. The usual rules of `apply` verify it: a cell that was changed since refuses the whole. */
export function reverting(entry: JournalEntry): Change[] {
  const removed = entry.sheetsRemoved.map(({ sheet, layout }): Change => ({ kind: 'add-sheet', sheet, ...(layout === undefined ? {} : { layout }) }))
  const cells = [...entry.cells].reverse().map((cell): Change => ({
    kind: 'cell', sheet: cell.sheet, cell: cellName(cell.row, cell.column), before: cell.after, after: cell.before,
    ...(cell.formatBefore === cell.formatAfter ? {} : { format: cell.formatBefore }),
  }))
  const names = [...entry.names].reverse().map(({ name, before, after, hidden }): Change => ({ kind: 'name', name, before: after, after: before, ...(hidden ? { hidden } : {}) }))
  const added = [...entry.sheetsAdded].reverse().map(({ sheet, layout }): Change => ({ kind: 'remove-sheet', sheet, ...(layout === undefined ? {} : { layout }) }))
  return [...removed, ...names, ...cells, ...added]
}

/** Batches that can be put back; the oldest go when there are more. */
const MOST_ENTRIES = 10

/** Batches of larger size are kept in memory alone: the browser's storage is small. */
const MOST_KEPT_CELLS = 30_000

/** Where the journal lives between two openings of the pane. */
export interface Safe {
  load(): Promise<readonly JournalEntry[]>
  /** `false`: it could not be kept beyond this pane (no room, no storage, no secure context). */
  save(entries: readonly JournalEntry[]): Promise<boolean>
}

/** The batches that were written to this workbook, newest first. */
export class Journal {
  private entries: readonly JournalEntry[] = []
  private opened: Promise<void> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(private readonly safe: Safe) {}

  /** Reads what was kept. Reads only. */
  open(): Promise<void> {
    this.opened ??= this.safe.load().then(entries => {
      this.entries = [...this.entries, ...entries]
      this.tell()
    })
    return this.opened
  }

  /** Batches that are complete, newest first: the first one is what "undo" puts back. */
  get done(): readonly JournalEntry[] {
    return this.entries.filter(entry => entry.state === 'done')
  }

  /** Batches that were cut in half. */
  get unfinished(): readonly JournalEntry[] {
    return this.entries.filter(entry => entry.state === 'writing')
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Puts an entry in, or in place of the one with its id. @returns whether it will survive a reload of the pane */
  async put(entry: JournalEntry): Promise<boolean> {
    await this.open()
    const known = this.entries.some(each => each.id === entry.id)
    this.entries = (known ? this.entries.map(each => (each.id === entry.id ? entry : each)) : [entry, ...this.entries]).slice(
      0,
      MOST_ENTRIES,
    )
    return (await this.keep()) && entry.cells.length <= MOST_KEPT_CELLS
  }

  async drop(id: string): Promise<void> {
    await this.open()
    this.entries = this.entries.filter(entry => entry.id !== id)
    await this.keep()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }

  private async keep(): Promise<boolean> {
    this.tell()
    return this.safe.save(this.entries.filter(entry => entry.cells.length <= MOST_KEPT_CELLS))
  }
}

/** Keeps nothing beyond the pane. */
export const NO_SAFE: Safe = { load: () => Promise.resolve([]), save: () => Promise.resolve(false) }
