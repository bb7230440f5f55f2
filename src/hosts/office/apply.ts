import { judgeBatch } from '../../core/batch'
import type { JudgedBatch, SheetFacts, WorkbookFacts } from '../../core/batch'
import { isFormula, sameContent } from '../../core/cell'
import type { CellContent } from '../../core/cell'
import type { AddSheet, CellChange, Change, NameChange, RemoveSheet, SheetLayout } from '../../core/change'
import { cellKey, cellName, keyColumn, keyRow, parseBox } from '../../core/place'
import type { ReadNotice } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ApplyOptions, ApplyResult, CancelSignal, Conflict, SkippedChange } from '../../core/workbook'
import { bands } from './blocks'
import { readCells, wasTaken, writeCells } from './cells'
import type { CellWrite, Standing } from './cells'
import { entryFor } from './entries'
import { officeCode } from './errors'
import type { Journal, JournalCell, JournalEntry } from './journal'
import { dressSheet, finishLayout, layoutFormat } from './layout'
import { keysOf } from './rectangles'
import type { Run } from './run'

/** What `apply` needs beside the changes. */
export interface Writing {
  readonly run: Run
  readonly journal: Journal
  /** ExcelApi 1.20: Excel's own undo list can take a batch as one step. */
  readonly mergesUndo: boolean
  /** Makes an empty sheet; the results sheet has a way of its own. Default: `worksheets.add`. */
  readonly makeSheet?: (context: Excel.RequestContext, name: string) => Promise<Excel.Worksheet>
  /** Sheets of this program's own whose grid is emptied, by `makeSheet`, before the cells are written; the changes name every cell of them. */
  readonly clears?: readonly { readonly sheet: string; readonly layout: SheetLayout }[]
  /** A word for the journal. */
  readonly what: string
  readonly now: () => string
  readonly newId: () => string
}

interface SheetInBook {
  readonly id: string
  readonly name: string
  readonly isProtected: boolean
}

interface BookNow {
  readonly sheets: readonly SheetInBook[]
  readonly names: ReadonlyMap<string, string>
  readonly structureProtected: boolean
}

/** What a batch comes to: the last content of each cell, and the sheets and names that come and go. */
interface Plan {
  readonly added: readonly AddSheet[]
  readonly removed: readonly RemoveSheet[]
  readonly names: readonly NameChange[]
  readonly cells: readonly PlannedCell[]
}

interface PlannedCell {
  readonly sheet: string
  readonly key: number
  readonly change: CellChange
  readonly before: CellContent
  readonly after: CellContent
  readonly standingFormat: string
  readonly write: CellWrite
}

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
      const now = await readBook(context)
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
  const plan = planOf(judged.accepted, read.now, read.standing, writing.clears ?? [])
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
    const now = await readBook(context)
    const standing = await readTouched(context, changes, now, signal)
    const again = judgeBatch(changes, factsOf(now, standing))
    if (again.conflicts.length > 0) return { conflicts: again.conflicts }
    throwIfCancelled(signal)
    progress.begun = true
    const ids = await changeSheets(context, plan, now, writing)
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

/** A formula's shown value is calculated again: keeping it would keep more of the person's data than an undo needs. */
function plain(content: CellContent): CellContent {
  return isFormula(content) ? { formula: content.formula, value: null } : content
}

async function readBook(context: Excel.RequestContext): Promise<BookNow> {
  const { workbook } = context
  const list = workbook.worksheets.load('items/id,items/name,items/protection/protected')
  const names = workbook.names.load('items/name,items/formula,items/scope')
  workbook.protection.load('protected')
  await context.sync()
  return {
    sheets: list.items.map(sheet => ({ id: sheet.id, name: sheet.name, isProtected: sheet.protection.protected })),
    names: new Map(names.items.filter(name => name.scope === 'Workbook').map(name => [name.name.toLowerCase(), String(name.formula).replace(/^=/, '')])),
    structureProtected: workbook.protection.protected,
  }
}

/** Every cell that the batch names, and for sheets that it removes, all their cells. */
async function readTouched(
  context: Excel.RequestContext,
  changes: readonly Change[],
  now: BookNow,
  signal: CancelSignal | undefined,
): Promise<Standing> {
  const byName = new Map(now.sheets.map(sheet => [sheet.name, sheet]))
  const wanted = new Map<string, Set<number>>()
  const keys = (sheet: SheetInBook) => {
    let found = wanted.get(sheet.id)
    if (found === undefined) wanted.set(sheet.id, (found = new Set()))
    return found
  }
  const doomed = changes.flatMap(change => {
    const sheet = byName.get(change.kind === 'name' ? '' : change.sheet)
    if (sheet === undefined) return []
    if (change.kind === 'cell') {
      const box = parseBox(change.cell)
      if (box !== null) keys(sheet).add(cellKey(box.top, box.left))
    }
    return change.kind === 'remove-sheet' ? [sheet] : []
  })
  if (doomed.length > 0) {
    const used = doomed.map(sheet => ({
      sheet,
      range: context.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    }))
    await context.sync()
    for (const { sheet, range } of used) {
      if (range.isNullObject) continue
      const box = {
        top: range.rowIndex + 1,
        left: range.columnIndex + 1,
        bottom: range.rowIndex + range.rowCount,
        right: range.columnIndex + range.columnCount,
      }
      // A sheet to be removed holds only what this program put there; more than a band of other cells refuses it all the same.
      for (const band of bands(box).slice(0, 2)) for (const key of keysOf(band)) keys(sheet).add(key)
    }
  }
  const protectedSheets = new Set(now.sheets.filter(sheet => sheet.isProtected).map(sheet => sheet.id))
  return readCells(context, wanted, protectedSheets, signal)
}

function factsOf(now: BookNow, standing: Standing): WorkbookFacts {
  return {
    sheetNames: now.sheets.map(sheet => sheet.name),
    refersTo: name => now.names.get(name.toLowerCase()) ?? null,
    sheet(name): SheetFacts | undefined {
      const sheet = now.sheets.find(each => each.name === name)
      if (sheet === undefined) return undefined
      const cells = standing.get(sheet.id)
      const at = (row: number, column: number) => cells?.get(cellKey(row, column))
      return {
        isWorksheet: true,
        content: (row, column) => at(row, column)?.content ?? null,
        leaveAlone: (row, column) => (sheet.isProtected && at(row, column)?.locked !== false ? 'skip.protected' : undefined),
        filled: function* () { for (const [key, cell] of cells ?? []) if (!sameContent(cell.content, null)) yield key },
      }
    },
  }
}

function planOf(accepted: readonly Change[], now: BookNow, standing: Standing, clears: NonNullable<Writing['clears']>): Plan {
  const added: AddSheet[] = [], removed: RemoveSheet[] = [], names = new Map<string, NameChange>()
  const cells = new Map<string, { sheet: string; key: number; changes: CellChange[] }>()
  for (const change of accepted) {
    switch (change.kind) {
      case 'add-sheet':
        added.push(change)
        break
      case 'remove-sheet':
        removed.push(change)
        break
      case 'name': {
        const first = names.get(change.name.toLowerCase())
        names.set(change.name.toLowerCase(), first === undefined ? change : { ...change, before: first.before })
        break
      }
      case 'cell': {
        const box = parseBox(change.cell)
        if (box === null) break
        const key = cellKey(box.top, box.left), id = `${key}!${change.sheet}`
        const known = cells.get(id)
        if (known === undefined) cells.set(id, { sheet: change.sheet, key, changes: [change] })
        else known.changes.push(change)
      }
    }
  }
  const gone = new Set(removed.map(change => change.sheet))
  const ids = new Map(now.sheets.map(sheet => [sheet.name, sheet.id]))
  const layouts = new Map(added.map(change => [change.sheet, change.layout]))
  const cleared = new Map(clears.map(({ sheet, layout }) => [sheet, layout]))
  const planned = [...cells.values()].filter(cell => !gone.has(cell.sheet)).flatMap(({ sheet, key, changes }): PlannedCell[] => {
    const first = changes[0], last = changes[changes.length - 1]
    if (first === undefined || last === undefined) return []
    const format = [...changes].reverse().find(change => change.format !== undefined)?.format
    const standingFormat = cleared.has(sheet) ? layoutFormat(cleared.get(sheet), keyRow(key), keyColumn(key)) : standing.get(ids.get(sheet) ?? '')?.get(key)?.format ?? layoutFormat(layouts.get(sheet), keyRow(key), keyColumn(key))
    return [
      {
        sheet,
        key,
        change: last,
        before: first.before,
        after: last.after,
        standingFormat,
        write: entryFor(key, last.after, format, standingFormat),
      },
    ]
  })
  return { added, removed, names: [...names.values()], cells: planned }
}

function entryOf(plan: Plan, { what, now, newId, clears = [] }: Writing): JournalEntry {
  return {
    id: newId(), what, at: now(), state: 'writing',
    sheetsAdded: plan.added.map(withLayout), sheetsRemoved: plan.removed.map(withLayout), sheetsCleared: clears.map(({ sheet }) => sheet),
    names: plan.names.map(({ name, before, after, hidden }) => ({ name, before, after, hidden: hidden === true })),
    cells: plan.cells.map(cell => ({
      sheet: cell.sheet, row: keyRow(cell.key), column: keyColumn(cell.key), before: plain(cell.before), after: plain(cell.after),
      formatBefore: cell.standingFormat, formatAfter: cell.write.format ?? cell.standingFormat,
    })),
  }
}

function withLayout({ sheet, layout }: AddSheet | RemoveSheet): JournalEntry['sheetsAdded'][number] {
  return layout === undefined ? { sheet } : { sheet, layout }
}

/** Adds and dresses the new sheets, and defines the names that formulas may use. @returns sheet ids by name */
async function changeSheets(
  context: Excel.RequestContext,
  plan: Plan,
  now: BookNow,
  { makeSheet, clears = [] }: Writing,
): Promise<Map<string, string>> {
  const { workbook } = context
  const ids = new Map(now.sheets.map(sheet => [sheet.name, sheet.id]))
  if (makeSheet !== undefined) for (const { sheet, layout } of clears) dressSheet(await makeSheet(context, sheet), layout)
  const added: { change: AddSheet; sheet: Excel.Worksheet }[] = []
  for (const change of plan.added) {
    const sheet = makeSheet === undefined ? workbook.worksheets.add(change.sheet) : await makeSheet(context, change.sheet)
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
      if (change.layout !== undefined) dressSheet(sheet, change.layout)
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

/** What comes after the cells: tables and validations of new sheets, names and sheets that go. */
async function finish(context: Excel.RequestContext, plan: Plan, ids: ReadonlyMap<string, string>): Promise<ReadNotice[]> {
  const { worksheets, names } = context.workbook
  const notices = plan.added.flatMap(({ sheet, layout }) =>
    layout === undefined ? [] : finishLayout(worksheets.getItem(ids.get(sheet) ?? sheet), sheet, layout),
  )
  for (const change of plan.names) if (change.after === null) names.getItem(change.name).delete()
  for (const { sheet } of plan.removed) worksheets.getItem(ids.get(sheet) ?? sheet).delete()
  await context.sync()
  return notices
}

function bySheet(cells: readonly PlannedCell[], ids: ReadonlyMap<string, string>): Map<string, CellWrite[]> {
  const grouped = new Map<string, CellWrite[]>()
  for (const cell of cells) {
    const id = ids.get(cell.sheet) ?? cell.sheet, list = grouped.get(id)
    if (list === undefined) grouped.set(id, [cell.write])
    else list.push(cell.write)
  }
  return grouped
}

function keysBySheet(cells: readonly PlannedCell[], ids: ReadonlyMap<string, string>): Map<string, number[]> {
  return new Map([...bySheet(cells, ids)].map(([id, writes]) => [id, writes.map(write => write.key)]))
}

/** What became of a batch that was cut in half. */
export interface RollBack {
  readonly entry: JournalEntry
  /** Cells that were put back. */
  readonly restored: number
  /** Cells that hold neither the old nor the new content: somebody changed them, and they were left alone. */
  readonly leftAlone: readonly { readonly sheet: string; readonly cell: string }[]
}

/**
 * Puts back a batch that was cut in half, cell by cell: what shows the new content gets the old one, what never changed stays,
 * what somebody else changed is left alone and told. Sheets that the batch added go when nothing else is on them.
 */
export async function rollBack(entry: JournalEntry, { run, journal }: Writing): Promise<RollBack> {
  const result = await run(async context => {
    const now = await readBook(context)
    const ids = new Map(now.sheets.map(sheet => [sheet.name, sheet.id]))
    const wanted = new Map<string, number[]>()
    for (const cell of entry.cells) {
      const id = ids.get(cell.sheet)
      if (id === undefined) continue
      const keys = wanted.get(id)
      if (keys === undefined) wanted.set(id, [cellKey(cell.row, cell.column)])
      else keys.push(cellKey(cell.row, cell.column))
    }
    const standing = await readCells(context, wanted)
    const writes = new Map<string, CellWrite[]>(), leftAlone: { sheet: string; cell: string }[] = []
    let restored = 0
    for (const cell of entry.cells) {
      const id = ids.get(cell.sheet), key = cellKey(cell.row, cell.column)
      const found = id === undefined ? undefined : standing.get(id)?.get(key)
      if (id === undefined || found === undefined) continue
      const untouched = sameContent(found.content, cell.before)
      if (untouched && found.format === cell.formatBefore) continue
      // A sheet of our own that was emptied and not yet written holds neither the old nor the new.
      const emptied = entry.sheetsCleared.includes(cell.sheet) && sameContent(found.content, null)
      if (!untouched && !emptied && !wasTaken(cell.after, found.content)) {
        leftAlone.push({ sheet: cell.sheet, cell: cellName(cell.row, cell.column) })
        continue
      }
      restored++
      const write = entryFor(key, cell.before, cell.formatBefore, found.format), list = writes.get(id)
      if (list === undefined) writes.set(id, [write])
      else list.push(write)
    }
    await writeCells(context, writes)
    for (const { name, before, after } of entry.names) {
      const there = now.names.get(name.toLowerCase()) ?? null
      if (there !== after || before === after) continue
      if (before === null) context.workbook.names.getItem(name).delete()
      else if (after !== null) context.workbook.names.getItem(name).formula = `=${before}`
    }
    const added = entry.sheetsAdded.flatMap(({ sheet }) => {
      const id = ids.get(sheet)
      return id === undefined ? [] : [{ id, used: context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).load('address') }]
    })
    await context.sync()
    for (const { id, used } of added) if (used.isNullObject) context.workbook.worksheets.getItem(id).delete()
    await context.sync()
    return { entry, restored, leftAlone }
  })
  await journal.drop(entry.id)
  return result
}
