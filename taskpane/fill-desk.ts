import { isFormula } from '../src/core/cell'
import type { CellChange, Change } from '../src/core/change'
import type { Message } from '../src/core/message'
import { parseBox } from '../src/core/place'
import type { Report } from '../src/core/report'
import type { Snapshot } from '../src/core/snapshot'
import { HostError } from '../src/core/workbook'
import { chosenChanges, fill } from '../src/fill'
import type { FillPlan, Scenario } from '../src/fill'
import { openWorkbook } from '../src/hosts/xlsx'
import { CheckerError } from './checker'
import { refusalOf, writtenOf } from './fill-written'
import type { LastWrite, Refusal, Written } from './fill-written'
import type { ShownFill, ShownFillChange, ShownFillSheet } from './fill-state'

export interface WrittenFile {
  readonly snapshot: Snapshot
  readonly done: Written | null
  readonly refused: Refusal | null
}

/** Plans fills and, where the workbook is a file, writes them into its bytes and takes them back. Runs in the worker. */
export class FillDesk {
  private plan: FillPlan | null = null
  private file: { readonly name: string; readonly bytes: Uint8Array } | null = null
  /** Each write with the bytes before it, the latest last: taking one back restores the file exactly. */
  private readonly writes: (LastWrite & { readonly bytes: Uint8Array })[] = []
  private lastId = 0

  /** Another workbook. @param file `null` when it is not a file (inside Excel) */
  opened(file: { readonly name: string; readonly bytes: Uint8Array } | null): void {
    this.file = file
    this.plan = null
    this.writes.length = 0
  }

  make(snapshot: Snapshot, report: Report, scenario: Scenario | null): ShownFill {
    this.plan = fill(snapshot, report, scenario === null ? {} : { scenario })
    return shown(this.plan, scenario ?? 'none')
  }

  changes(leftOut: readonly number[]): readonly Change[] {
    if (this.plan === null) throw new CheckerError('fill-again')
    return chosenChanges(this.plan, new Set(leftOut))
  }

  async apply(leftOut: readonly number[]): Promise<WrittenFile> {
    const file = this.asFile(), changes = this.changes(leftOut)
    const book = openWorkbook(file.bytes, file.name)
    const result = await book.apply(changes)
    if (result.outcome === 'refused') return { snapshot: await this.take(file.bytes, file.name), done: null, refused: refusalOf('fill', result.conflicts) }
    const done = writtenOf('fill', changes, result)
    this.writes.push({ id: String(++this.lastId), what: 'fill', cells: done.cells, bytes: file.bytes })
    return { snapshot: await this.take(book.bytes, file.name), done, refused: null }
  }

  async undo(): Promise<WrittenFile> {
    const last = this.writes.pop(), file = this.asFile()
    if (last === undefined) throw new CheckerError('fill-nothing-to-undo')
    return { snapshot: await this.take(last.bytes, file.name), done: { of: 'undo', cells: last.cells, sheets: 0, skipped: [], notices: [] }, refused: null }
  }

  /** What an undo would take back. */
  get last(): LastWrite | null {
    const last = this.writes.at(-1)
    return last === undefined ? null : { id: last.id, what: last.what, cells: last.cells }
  }

  /** The file as it is now. @param decisions the person's choices as text, kept in the workbook's own part; `null`: none are kept in it */
  async save(decisions: string | null): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const file = this.asFile(), book = openWorkbook(file.bytes, file.name)
    await book.keepDecisions(decisions)
    return { name: file.name, bytes: new Uint8Array(book.bytes) }
  }

  private async take(bytes: Uint8Array, name: string): Promise<Snapshot> {
    const snapshot = await openWorkbook(bytes, name).read({ looks: true })
    this.file = { name, bytes }
    this.plan = null
    return snapshot
  }

  private asFile(): { readonly name: string; readonly bytes: Uint8Array } {
    if (this.file === null) throw new HostError('not-writable')
    return this.file
  }
}

function shown(plan: FillPlan, scenario: Scenario): ShownFill {
  const sheets = new Map<string, { sheet: string; isNew: boolean; changes: ShownFillChange[] }>()
  const formatOf = formatsOf(plan), lineOf = linesOf(plan)
  for (const [number, { change, message, inputs }] of plan.changes.entries()) {
    const entry = sheets.get(change.sheet) ?? { sheet: change.sheet, isNew: plan.created.includes(change.sheet), changes: [] }
    entry.changes.push({
      number,
      cell: change.cell,
      before: change.before,
      after: change.after,
      why: message,
      inputs,
      label: labelOf(message, lineOf(change)),
      format: change.format ?? formatOf(change),
    })
    sheets.set(change.sheet, entry)
  }
  // The person's own sheets first: there the choice is cell by cell.
  const ordered: ShownFillSheet[] = [...sheets.values()].sort((a, b) => Number(a.isNew) - Number(b.isNew))
  return { scenario, sheets: ordered, missing: plan.missing, kept: plan.kept, conflicts: plan.conflicts, notes: plan.notes }
}

/** The line and the column of a cell, in the words of its sheet. */
function labelOf({ params }: Message, line: string | undefined): string {
  // A row without a line of its own is a title or a note: its first words name nothing.
  return [(params['line'] ?? '') === '' ? '' : line ?? params['line'], params['column']].filter(each => typeof each === 'string' && each !== '').join(' · ')
}

/** Rows of new sheets begin with a short name for formulas here and there: their first Chinese words say more. */
function linesOf({ changes }: FillPlan): (change: CellChange) => string | undefined {
  const lines = new Map<string, string>(), rowOf = ({ sheet, cell }: CellChange) => `${sheet}!${cell.replace(/^[A-Z]+/, '')}`
  for (const { change } of changes) if (typeof change.after === 'string' && /\p{Script=Han}/u.test(change.after) && !lines.has(rowOf(change))) lines.set(rowOf(change), change.after)
  return change => (typeof change.after === 'string' ? undefined : lines.get(rowOf(change)))
}

/** Number formats of new sheets, from their layout: a later box wins. */
function formatsOf({ before }: FillPlan): (change: CellChange) => string | null {
  const layouts = new Map(before.flatMap(change => (change.kind === 'add-sheet' && change.layout !== undefined ? [[change.sheet, change.layout.styles ?? []] as const] : [])))
  return ({ sheet, cell, after }) => {
    const at = parseBox(cell), styles = layouts.get(sheet), value = isFormula(after) ? after.value : after
    if (at === null || styles === undefined || typeof value !== 'number') return null
    return (
      styles.findLast(
        ({ box, style }) =>
          style.format !== undefined && box.top <= at.top && box.bottom >= at.top && box.left <= at.left && box.right >= at.left,
      )?.style.format ?? null
    )
  }
}
