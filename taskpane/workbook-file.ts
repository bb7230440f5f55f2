import { undoOf } from '../src/core/change'
import type { CellChange, Change } from '../src/core/change'
import { withCells } from '../src/core/patched-snapshot'
import type { ProposalKind } from '../src/core/proposal'
import type { Snapshot } from '../src/core/snapshot'
import { recalculated } from '../src/formula/recalculated'
import { fileKind, openWorkbook } from '../src/hosts/xlsx'
import { CheckerError } from './checker-error'
import { refusalOf, writtenOf } from './written'
import type { LastWrite, Refusal, Written } from './written'

export interface WrittenFile {
  readonly snapshot: Snapshot
  readonly done: Written | null
  readonly refused: Refusal | null
}

/** A write, with the file as it was before it. */
interface Step extends LastWrite {
  readonly bytes: Uint8Array
  readonly waiting: readonly CellChange[]
  /** The cells of an edit: taking them back needs no second reading. */
  readonly edited: readonly CellChange[] | null
}

/**
 * The file behind the workbench: its bytes, and the writes to it. A proposal goes into the bytes at once. Edits of single cells wait beside
 * them, so that the next check needs no reading, and go into the bytes with the next proposal or when the file is saved. Each write is taken
 * back exactly.
 */
export class WorkbookFile {
  private waiting: readonly CellChange[] = []
  private readonly steps: Step[] = []
  private lastId = 0
  private saved: string | null = null

  constructor(readonly name: string, private bytes: Uint8Array) {}

  async write(kind: ProposalKind, changes: readonly Change[], snapshot: Snapshot): Promise<WrittenFile> {
    const before = { bytes: this.bytes, waiting: this.waiting }
    const book = openWorkbook(await this.whole(), this.name)
    const result = await book.apply([...changes, ...recalculated(snapshot, changes)])
    if (result.outcome === 'refused') return { snapshot: await this.read(), done: null, refused: refusalOf(kind, result.conflicts) }
    const done = writtenOf(kind, changes, result)
    this.steps.push({ id: String(++this.lastId), what: kind, cells: done.cells, edited: null, ...before })
    this.bytes = book.bytes
    this.waiting = []
    return { snapshot: await this.read(), done, refused: null }
  }

  /** Plain text with commas: it can be read, and nothing can be written into it. */
  get isText(): boolean {
    return fileKind(this.bytes) === 'text'
  }

  /** Single cells, typed by the person; formulas that depend on them follow. */
  edit(changes: readonly CellChange[], snapshot: Snapshot): WrittenFile {
    const all = [...changes, ...recalculated(snapshot, changes)]
    this.steps.push({ id: String(++this.lastId), what: 'edit', cells: changes.length, edited: all, bytes: this.bytes, waiting: this.waiting })
    this.waiting = [...this.waiting, ...all]
    return { snapshot: withCells(snapshot, all), done: writtenOf('edit', changes, { outcome: 'applied', changes: changes.length, skipped: [], notices: [] }), refused: null }
  }

  async undo(snapshot: Snapshot): Promise<WrittenFile> {
    const last = this.steps.pop()
    if (last === undefined) throw new CheckerError('fill-nothing-to-undo')
    this.bytes = last.bytes
    this.waiting = last.waiting
    const before = last.edited === null ? await this.read() : withCells(snapshot, undoOf(last.edited).filter(change => change.kind === 'cell'))
    return { snapshot: before, done: { of: 'undo', cells: last.cells, sheets: 0, added: null, skipped: [], notices: [] }, refused: null }
  }

  /** What an undo would take back. */
  get last(): LastWrite | null {
    const last = this.steps.at(-1)
    return last === undefined ? null : { id: last.id, what: last.what, cells: last.cells }
  }

  /** There are writes that no copy was saved of. */
  get unsaved(): boolean {
    return (this.steps.at(-1)?.id ?? null) !== this.saved
  }

  /** A copy of the file as it is now. @param decisions the person's choices as text, kept in the workbook's own part; `null`: none are kept in it */
  async save(decisions: string | null): Promise<Uint8Array<ArrayBuffer>> {
    const book = openWorkbook(await this.whole(), this.name)
    await book.keepDecisions(decisions)
    this.saved = this.steps.at(-1)?.id ?? null
    return new Uint8Array(book.bytes)
  }

  private async read(): Promise<Snapshot> {
    return withCells(await openWorkbook(this.bytes, this.name).read({ looks: true }), this.waiting)
  }

  /** The bytes with the edits in them. */
  private async whole(): Promise<Uint8Array> {
    if (this.waiting.length === 0) return this.bytes
    const book = openWorkbook(this.bytes, this.name), result = await book.apply(this.waiting)
    if (result.outcome === 'refused') throw new CheckerError('edit-not-written', { cells: result.conflicts.map(({ change }) => ('cell' in change ? change.cell : '')).join(', ') })
    return book.bytes
  }
}
