import { judgeBatch } from '../../core/batch'
import type { JudgedBatch } from '../../core/batch'
import { sameContent } from '../../core/cell'
import type { AddSheet, Change, NameChange } from '../../core/change'
import { keyColumn, keyRow } from '../../core/place'
import type { ReadNotice } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ApplyOptions, ApplyResult, CancelSignal, Conflict, SkippedChange } from '../../core/workbook'
import { bySheet, entryOf, factsOf, keysBySheet, plain, planOf } from './batch-plan'
import type { Plan } from './batch-plan'
import { namesOf, readBook, readTouched } from './book-now'
import type { BookNow } from './book-now'
import { readCells, wasTaken, writeCells } from './cells'
import type { Standing } from './cells'
import { officeCode } from './errors'
import type { JournalCell, JournalEntry } from './journal'
import { dressSheet, finishLayout } from './layout'
import { setUpPages } from './paper'
import { rollBack } from './roll-back'
import type { Writing } from './writing'

/**
 * Writes a batch: everything is read afresh and compared first, then written, then read again and verified, and kept in the journal.
 * A cell that no longer holds its `before` refuses the whole batch. A write that stops half way is put back at once where Excel still
 * answers, and at the next start where it does not.
 */
export async function applyChanges(
  changes: readonly Change[],
  { signal, onProgress }: ApplyOptions,
  writing: Writing,
): Promise<ApplyResult> {
  throwIfCancelled(signal)
  await writing.journal.open()
  const { run } = writing
  const read = await run(
    async context => {
      const now = await readBook(context, namesOf(changes))
      const standing = await readTouched(context, changes, now, signal)
      return { now, standing }
    },
    { signal },
  )
  const judged = judgeBatch(changes, factsOf(read.now, read.standing))
  if (judged.conflicts.length > 0) return { outcome: 'refused', conflicts: judged.conflicts }
  if (judged.accepted.length === 0) {
    onProgress?.({ share: 1 })
    return { outcome: 'applied', changes: 0, skipped: judged.skipped, notices: [] }
  }
  const plan = planOf(judged.accepted, read.now, read.standing)
  if (read.now.structureProtected && plan.added.length + plan.removed.length > 0) throw new HostError('protected')
  onProgress?.({ share: 0 })
  throwIfCancelled(signal)
  const entry = entryOf(plan, writing)
  const kept = await writing.journal.put(entry)
  const progress = { begun: false }
  try {
    return await carryOut(changes, judged, plan, entry, writing, { signal, onProgress, kept, progress })
  } catch (error) {
    if (progress.begun) await putBackNow(entry, writing, error)
    else await writing.journal.drop(entry.id)
    throw error
  }
}

/** Excel answered with an error, or the person cancelled: what was written comes off again if Excel lets us. */
async function putBackNow(entry: JournalEntry, writing: Writing, cause: unknown): Promise<void> {
  try {
    await rollBack(entry, writing)
  } catch (second) {
    // Excel does not answer: the entry stays in the journal as unfinished, and the next start sees to it.
    if (!(second instanceof HostError)) throw new AggregateError([cause, second], 'neither written nor put back', { cause: second })
  }
}

async function carryOut(
  changes: readonly Change[], judged: JudgedBatch, plan: Plan, entry: JournalEntry, writing: Writing,
  { signal, onProgress, kept, progress }: { signal: CancelSignal | undefined; onProgress: ApplyOptions['onProgress']; kept: boolean; progress: { begun: boolean } },
): Promise<ApplyResult> {
  const notices: ReadNotice[] = kept ? [] : [{ key: 'notice.office-undo-short', params: {} }]
  const work = async (
    context: Excel.RequestContext,
  ): Promise<{ conflicts: readonly Conflict[] } | { found: Standing; ids: ReadonlyMap<string, string> }> => {
    // Another look in the very batch that writes: between the preview's reading and now a colleague may have typed.
    const now = await readBook(context, namesOf(changes))
    const standing = await readTouched(context, changes, now, signal)
    const again = judgeBatch(changes, factsOf(now, standing))
    if (again.conflicts.length > 0) return { conflicts: again.conflicts }
    throwIfCancelled(signal)
    progress.begun = true
    const ids = await changeSheets(context, plan, now)
    const total = Math.max(1, plan.cells.length)
    await writeCells(context, bySheet(plan.cells, ids), cells => {
      onProgress?.({ share: Math.min(0.95, cells / total) })
      throwIfCancelled(signal)
    })
    notices.push(...(await finish(context, plan, ids)))
    return { found: await readCells(context, keysBySheet(plan.cells, ids)), ids }
  }
  let outcome
  try {
    outcome = await writing.run(work, { signal, mergeUndoGroup: writing.mergesUndo })
  } catch (error) {
    if (officeCode(error instanceof HostError ? error.cause : error) !== 'UndoNotSupported') throw error
    // Excel cannot take this batch into its undo list (#6491). Ours can: put back what was begun and write it without Excel's.
    await rollBack(entry, writing)
    await writing.journal.put(entry)
    outcome = await writing.run(work, { signal })
  }
  if ('conflicts' in outcome) {
    await writing.journal.drop(entry.id)
    return { outcome: 'refused', conflicts: outcome.conflicts }
  }
  return settled(judged, plan, entry, outcome, writing, notices, onProgress)
}

async function settled(judged: JudgedBatch, plan: Plan, entry: JournalEntry, { found, ids }: { found: Standing; ids: ReadonlyMap<string, string> }, writing: Writing, notices: readonly ReadNotice[], onProgress: ApplyOptions['onProgress']): Promise<ApplyResult> {
  const cells: JournalCell[] = [], notTaken: SkippedChange[] = []
  for (const cell of plan.cells) {
    const now = found.get(ids.get(cell.sheet) ?? '')?.get(cell.key)
    if (now === undefined) continue
    if (!wasTaken(cell.after, now.content)) notTaken.push({ change: cell.change, why: 'skip.not-taken' })
    if (sameContent(now.content, cell.before) && now.format === cell.standingFormat) continue
    cells.push({
      sheet: cell.sheet,
      row: keyRow(cell.key),
      column: keyColumn(cell.key),
      before: plain(cell.before),
      after: plain(now.content),
      formatBefore: cell.standingFormat,
      formatAfter: now.format,
    })
  }
  await writing.journal.put({ ...entry, state: 'done', cells })
  onProgress?.({ share: 1 })
  return { outcome: 'applied', changes: judged.accepted.length - notTaken.length, skipped: [...judged.skipped, ...notTaken], notices }
}

/** Adds and dresses the new sheets, clears and dresses those of this program that look otherwise, and defines the names that formulas may use. @returns sheet ids by name */
async function changeSheets(
  context: Excel.RequestContext,
  plan: Plan,
  now: BookNow,
): Promise<Map<string, string>> {
  const { workbook } = context
  const ids = new Map(now.sheets.map(sheet => [sheet.name, sheet.id]))
  const ensure = plan.dressed.length === 0 ? null : (await import('./ensure-sheet')).ensureSheet
  const looks = new Map(plan.dressed.map(({ sheet, layout }) => [sheet, layout]))
  for (const [name, layout] of looks) if (ensure !== null && ids.has(name)) dressSheet(await ensure(context, name), layout)
  const added: { change: AddSheet; sheet: Excel.Worksheet }[] = []
  for (const change of plan.added) {
    const sheet = ensure !== null && looks.has(change.sheet) ? await ensure(context, change.sheet) : workbook.worksheets.add(change.sheet)
    added.push({ change, sheet })
  }
  if (added.length > 0) {
    const order = now.sheets.map(sheet => sheet.name)
    for (const { change, sheet } of added) {
      sheet.load('id')
      const at = change.after === undefined ? -1 : order.indexOf(change.after)
      if (at >= 0) {
        sheet.position = at + 1
        order.splice(at + 1, 0, change.sheet)
      } else order.push(change.sheet)
      const layout = looks.get(change.sheet) ?? change.layout
      if (layout !== undefined) dressSheet(sheet, layout)
    }
    await context.sync()
    for (const { change, sheet } of added) ids.set(change.sheet, sheet.id)
  }
  for (const change of plan.names) if (change.after !== null) define(workbook, change)
  return ids
}

function define({ names }: Excel.Workbook, { name, before, after, hidden }: NameChange): void {
  if (before !== null) {
    names.getItem(name).formula = `=${after ?? ''}`
    return
  }
  const item = names.add(name, `=${after ?? ''}`)
  if (hidden === true) item.visible = false
}

/** What comes after the cells: tables and validations of new sheets, names and sheets that go, and last how the pages are set up. */
async function finish(context: Excel.RequestContext, plan: Plan, ids: ReadonlyMap<string, string>): Promise<ReadNotice[]> {
  const { worksheets, names } = context.workbook
  const notices = [...plan.added, ...plan.dressed].flatMap(({ sheet, layout }) =>
    layout === undefined ? [] : finishLayout(worksheets.getItem(ids.get(sheet) ?? sheet), sheet, layout),
  )
  for (const change of plan.names) if (change.after === null) names.getItem(change.name).delete()
  for (const { sheet } of plan.removed) worksheets.getItem(ids.get(sheet) ?? sheet).delete()
  await context.sync()
  const papers = [...plan.added, ...plan.dressed].flatMap(({ sheet, layout }) =>
    layout === undefined ? [] : [{ sheetId: ids.get(sheet) ?? sheet, sheet, layout }],
  )
  return [...notices, ...(await setUpPages(context, papers))]
}
