import { judgeBatch } from '../../core/batch'
import type { SheetFacts } from '../../core/batch'
import type { Change } from '../../core/change'
import { parseBox } from '../../core/place'
import type { DefinedName, SheetSnapshot, Snapshot } from '../../core/snapshot'
import { throwIfCancelled } from '../../core/workbook'
import type { ApplyOptions, ApplyResult, ReadOptions, Workbook } from '../../core/workbook'
import { MemorySheet } from './memory-sheet'
import { layoutSnapshot } from './layout-snapshot'

/** A workbook that lives in memory, over a snapshot that it leaves as it was. For tests, samples and replaying a reported snapshot. */
export class MemoryWorkbook implements Workbook {
  private sheets: MemorySheet[]
  private names: DefinedName[]

  constructor(private readonly base: Snapshot) {
    this.sheets = base.sheets.map(sheet => new MemorySheet(sheet))
    this.names = [...base.names]
  }

  async read(options: ReadOptions = {}): Promise<Snapshot> {
    const sheets: SheetSnapshot[] = []
    for (const sheet of this.sheets) {
      throwIfCancelled(options.signal)
      sheets.push(sheet.snapshot())
      options.onProgress?.({
        sheet: sheet.name,
        sheetNumber: sheets.length,
        sheetCount: this.sheets.length,
        share: sheets.length / this.sheets.length,
      })
    }
    throwIfCancelled(options.signal)
    return { ...this.base, sheets, names: [...this.names] }
  }

  async apply(changes: readonly Change[], options: ApplyOptions = {}): Promise<ApplyResult> {
    throwIfCancelled(options.signal)
    const judged = judgeBatch(changes, {
      sheet: name => factsOf(this.sheets.find(sheet => sheet.name === name)),
      sheetNames: this.sheets.map(sheet => sheet.name),
      refersTo: name => this.names.find(found => isWorkbookName(found, name))?.refersTo ?? null,
    })
    if (judged.conflicts.length > 0) return { outcome: 'refused', conflicts: judged.conflicts }
    // Worked on copies and put in place at the end: a cancel in the middle leaves everything as it was.
    const copies = new Map<MemorySheet, MemorySheet>()
    const draft = { sheets: [...this.sheets], names: [...this.names] }
    for (const [i, change] of judged.accepted.entries()) {
      if (i % 1000 === 0) {
        throwIfCancelled(options.signal)
        options.onProgress?.({ share: i / judged.accepted.length })
        throwIfCancelled(options.signal)
      }
      carryOut(change, draft, copies)
    }
    this.sheets = draft.sheets
    this.names = draft.names
    options.onProgress?.({ share: 1 })
    return { outcome: 'applied', changes: judged.accepted.length, skipped: judged.skipped, notices: [] }
  }
}

interface Draft {
  sheets: MemorySheet[]
  names: DefinedName[]
}

function carryOut(change: Change, draft: Draft, copies: Map<MemorySheet, MemorySheet>): void {
  switch (change.kind) {
    case 'cell': {
      const index = draft.sheets.findIndex(sheet => sheet.name === change.sheet), sheet = draft.sheets[index], box = parseBox(change.cell)
      if (sheet === undefined || box === null) return
      let own = copies.get(sheet)
      if (own === undefined) {
        own = new MemorySheet(sheet.snapshot())
        copies.set(own, own)
        draft.sheets[index] = own
      }
      own.put(box.top, box.left, change.after)
      return
    }
    case 'dress-sheet': {
      const index = draft.sheets.findIndex(sheet => sheet.name === change.sheet), sheet = draft.sheets[index]
      if (sheet === undefined) return
      const { visibility, rows, formulas } = sheet.snapshot()
      const own = new MemorySheet({ ...layoutSnapshot(change.sheet, change.layout), visibility, rows, formulas })
      copies.set(own, own)
      draft.sheets[index] = own
      return
    }
    case 'add-sheet': {
      const sheet = new MemorySheet(layoutSnapshot(change.sheet, change.layout))
      copies.set(sheet, sheet)
      const after = draft.sheets.findIndex(found => found.name === change.after)
      draft.sheets.splice(after < 0 ? draft.sheets.length : after + 1, 0, sheet)
      return
    }
    case 'remove-sheet':
      draft.sheets = draft.sheets.filter(sheet => sheet.name !== change.sheet)
      draft.names = draft.names.filter(name => name.sheet !== change.sheet)
      return
    case 'name': {
      const others = draft.names.filter(found => !isWorkbookName(found, change.name))
      draft.names =
        change.after === null
          ? others
          : [...others, { name: change.name, refersTo: change.after, ...(change.hidden === true ? { hidden: true } : {}) }]
    }
  }
}

function isWorkbookName(found: DefinedName, name: string): boolean {
  return found.sheet === undefined && found.name.toLowerCase() === name.toLowerCase()
}

function factsOf(sheet: MemorySheet | undefined): SheetFacts | undefined {
  if (sheet === undefined) return undefined
  return {
    isWorksheet: sheet.kind === 'worksheet',
    content: (row, column) => sheet.content(row, column),
    leaveAlone: (row, column) => sheet.leaveAlone(row, column),
    filled: () => sheet.filled(),
  }
}
