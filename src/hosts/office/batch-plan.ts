import { sameContent, isFormula } from '../../core/cell'
import type { CellContent } from '../../core/cell'
import type { SheetFacts, WorkbookFacts } from '../../core/batch'
import type { AddSheet, CellChange, Change, DressSheet, NameChange, RemoveSheet } from '../../core/change'
import { cellKey, keyColumn, keyRow, parseBox } from '../../core/place'
import type { CellWrite, Standing } from './cells'
import { entryFor } from './entries'
import type { JournalEntry } from './journal'
import { layoutFormat } from './layout'
import type { BookNow } from './book-now'
import type { Writing } from './writing'

/** What a batch comes to: the last content of each cell, and the sheets and names that come and go. */
export interface Plan {
  readonly added: readonly AddSheet[]
  readonly removed: readonly RemoveSheet[]
  readonly dressed: readonly DressSheet[]
  readonly names: readonly NameChange[]
  readonly cells: readonly PlannedCell[]
}

export interface PlannedCell {
  readonly sheet: string
  readonly key: number
  readonly change: CellChange
  readonly before: CellContent
  readonly after: CellContent
  readonly standingFormat: string
  readonly write: CellWrite
}

/** A formula's shown value is calculated again: keeping it would keep more of the person's data than an undo needs. */
export function plain(content: CellContent): CellContent {
  return isFormula(content) ? { formula: content.formula, value: null } : content
}

export function factsOf(now: BookNow, standing: Standing): WorkbookFacts {
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

export function planOf(accepted: readonly Change[], now: BookNow, standing: Standing): Plan {
  const added: AddSheet[] = [], removed: RemoveSheet[] = [], dressed: DressSheet[] = [], names = new Map<string, NameChange>()
  const cells = new Map<string, { sheet: string; key: number; changes: CellChange[] }>()
  for (const change of accepted) {
    switch (change.kind) {
      case 'add-sheet':
        added.push(change)
        break
      case 'remove-sheet':
        removed.push(change)
        break
      case 'dress-sheet':
        dressed.push(change)
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
  const cleared = new Map(dressed.map(({ sheet, layout }) => [sheet, layout]))
  const planned = [...cells.values()].filter(cell => !gone.has(cell.sheet)).flatMap(({ sheet, key, changes }): PlannedCell[] => {
    const first = changes[0], last = changes[changes.length - 1]
    if (first === undefined || last === undefined) return []
    const stood = standing.get(ids.get(sheet) ?? '')?.get(key)?.format, isCleared = cleared.has(sheet)
    // A number that stays where it is on a sheet that is cleared stays the day or the share that it was.
    const kept = isCleared && typeof last.after === 'number' && sameContent(first.before, last.after) ? stood : undefined
    const format = [...changes].reverse().find(change => change.format !== undefined)?.format ?? kept
    const inLayout = layoutFormat(cleared.get(sheet) ?? layouts.get(sheet), keyRow(key), keyColumn(key))
    const standingFormat = isCleared ? inLayout : stood ?? inLayout
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
  return { added, removed, dressed, names: [...names.values()], cells: planned }
}

export function entryOf(plan: Plan, { what, now, newId }: Writing): JournalEntry {
  return {
    id: newId(), what, at: now(), state: 'writing',
    sheetsAdded: plan.added.map(withLayout), sheetsRemoved: plan.removed.map(withLayout),
    sheetsCleared: plan.dressed.map(({ sheet }) => sheet),
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

export function bySheet(cells: readonly PlannedCell[], ids: ReadonlyMap<string, string>): Map<string, CellWrite[]> {
  const grouped = new Map<string, CellWrite[]>()
  for (const cell of cells) {
    const id = ids.get(cell.sheet) ?? cell.sheet, list = grouped.get(id)
    if (list === undefined) grouped.set(id, [cell.write])
    else list.push(cell.write)
  }
  return grouped
}

export function keysBySheet(cells: readonly PlannedCell[], ids: ReadonlyMap<string, string>): Map<string, number[]> {
  return new Map([...bySheet(cells, ids)].map(([id, writes]) => [id, writes.map(write => write.key)]))
}
