import { sameContent } from './cell'
import type { CellContent } from './cell'
import type { AddSheet, CellChange, Change, DressSheet, RemoveSheet } from './change'
import { isMark, markedSheet } from './marks'
import { cellKey, isInBox, keyColumn, keyRow, parseBox } from './place'
import type { Box } from './place'
import type { Conflict, SkippedChange } from './workbook'

/** What a host must know about a sheet for a batch to be judged. */
export interface SheetFacts {
  readonly isWorksheet: boolean
  content(row: number, column: number): CellContent
  /** Why the cell must be left alone (message key `skip.…`); `undefined` when it may be written. Some cells may be written with their own content only. */
  leaveAlone(row: number, column: number, after?: CellContent): string | undefined
  /** `cellKey` of every cell that holds something. */
  filled(): Iterable<number>
}

export interface WorkbookFacts {
  sheet(name: string): SheetFacts | undefined
  readonly sheetNames: readonly string[]
  /** What a name of the whole workbook refers to; `null` when there is none. */
  refersTo(name: string): string | null
}

export interface JudgedBatch {
  /** Not empty: nothing may be written. */
  readonly conflicts: readonly Conflict[]
  readonly skipped: readonly SkippedChange[]
  /** What is to be done, in order. */
  readonly accepted: readonly Change[]
}

/**
 * Holds a batch against what is there, step by step as it would be carried out: a second edit of a cell must expect what the first one left.
 * The same rules for every host: a `before` that does not hold is a conflict, a cell that must be left alone is skipped.
 */
export function judgeBatch(changes: readonly Change[], facts: WorkbookFacts): JudgedBatch {
  return new Judge(facts).judge(changes)
}

/** Names that Excel allows for a sheet. */
export function isSheetName(name: string): boolean {
  return name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]/.test(name) && !name.startsWith("'") && !name.endsWith("'")
}

class Judge {
  private readonly conflicts: Conflict[] = []
  private readonly skipped: SkippedChange[] = []
  private readonly accepted: Change[] = []
  /** Sheets as the batch leaves them; `undefined` for one that it removed. */
  private readonly sheets = new Map<string, JudgedSheet | undefined>()
  private readonly names = new Map<string, string | null>()
  private readonly dressed: { readonly change: DressSheet; readonly sheet: JudgedSheet }[] = []

  constructor(private readonly facts: WorkbookFacts) {}

  judge(changes: readonly Change[]): JudgedBatch {
    for (const change of changes) {
      switch (change.kind) {
        case 'cell':
          this.cell(change)
          break
        case 'add-sheet':
          this.addSheet(change)
          break
        case 'remove-sheet':
          this.removeSheet(change)
          break
        case 'dress-sheet':
          this.dressSheet(change)
          break
        case 'name': {
          const key = change.name.toLowerCase(), found = this.refersTo(change.name)
          if (found !== change.before) this.conflict(change, found, 'conflict.name-changed')
          else this.accept(change)
          this.names.set(key, change.after)
        }
      }
    }
    for (const { change, sheet } of this.dressed) this.accountFor(change, sheet)
    return { conflicts: this.conflicts, skipped: this.skipped, accepted: this.accepted }
  }

  private cell(change: CellChange): void {
    const sheet = this.sheet(change.sheet)
    if (sheet === undefined) return this.conflict(change, null, 'conflict.sheet-missing')
    if (!sheet.isWorksheet) return this.conflict(change, null, 'conflict.not-a-worksheet')
    const box = parseBox(change.cell)
    if (box === null || box.top !== box.bottom || box.left !== box.right) return this.conflict(change, null, 'conflict.cell-name')
    const key = cellKey(box.top, box.left)
    const skippedWhy = sheet.skipped.get(key)
    if (skippedWhy !== undefined) {
      this.skipped.push({ change, why: skippedWhy })
      return
    }
    const found = sheet.content(box.top, box.left)
    if (!sameContent(found, change.before)) return this.conflict(change, found, 'conflict.changed')
    const why = sheet.leaveAlone(box.top, box.left, change.after)
    if (why !== undefined) {
      sheet.skipped.set(key, why)
      this.skipped.push({ change, why })
      return
    }
    sheet.written.set(key, change.after)
    this.accept(change)
  }

  private addSheet(change: AddSheet): void {
    if (!isSheetName(change.sheet)) return this.conflict(change, null, 'conflict.sheet-name')
    const wanted = change.sheet.toLowerCase()
    const exists = this.facts.sheetNames.some(
      name => name.toLowerCase() === wanted && !(this.sheets.has(name) && this.sheets.get(name) === undefined),
    )
    const added = [...this.sheets].some(([name, sheet]) => sheet !== undefined && name.toLowerCase() === wanted)
    if (exists || added) return this.conflict(change, null, 'conflict.sheet-exists')
    this.sheets.set(change.sheet, new JudgedSheet(emptySheet(change.layout?.merges ?? [])))
    this.accept(change)
  }

  private removeSheet(change: RemoveSheet): void {
    const sheet = this.sheet(change.sheet)
    if (sheet === undefined) return this.conflict(change, null, 'conflict.sheet-missing')
    if (!sheet.isWorksheet) return this.conflict(change, null, 'conflict.not-a-worksheet')
    const rest = sheet.firstFilled()
    if (rest !== undefined) return this.conflict(change, rest, 'conflict.sheet-not-empty')
    this.sheets.set(change.sheet, undefined)
    this.accept(change)
  }

  private dressSheet(change: DressSheet): void {
    const sheet = this.sheet(change.sheet), marked = this.refersTo(change.mark)
    if (sheet === undefined) return this.conflict(change, null, 'conflict.sheet-missing')
    if (!sheet.isWorksheet) return this.conflict(change, null, 'conflict.not-a-worksheet')
    if (!isMark(change.mark) || marked === null || markedSheet(marked) !== change.sheet) return this.conflict(change, null, 'conflict.not-our-sheet')
    this.dressed.push({ change, sheet })
    this.accept(change)
  }

  /** Every cell of a sheet that is dressed anew was looked at: one that must be left alone, or that nobody named, refuses the batch. */
  private accountFor(change: DressSheet, sheet: JudgedSheet): void {
    if (sheet.skipped.size > 0) return this.conflict(change, null, 'conflict.sheet-locked')
    const rest = sheet.firstUnnamed()
    if (rest !== undefined) this.conflict(change, rest, 'conflict.sheet-holds-more')
  }

  private refersTo(name: string): string | null {
    const key = name.toLowerCase()
    return this.names.has(key) ? (this.names.get(key) ?? null) : this.facts.refersTo(name)
  }

  private sheet(name: string): JudgedSheet | undefined {
    if (this.sheets.has(name)) return this.sheets.get(name)
    const facts = this.facts.sheet(name)
    if (facts === undefined) return undefined
    const sheet = new JudgedSheet(facts)
    this.sheets.set(name, sheet)
    return sheet
  }

  private accept(change: Change): void {
    this.accepted.push(change)
  }

  private conflict(change: Change, found: CellContent, why: string): void {
    this.conflicts.push({ change, found, why })
  }
}

class JudgedSheet {
  readonly written = new Map<number, CellContent>()
  readonly skipped = new Map<number, string>()

  constructor(private readonly facts: SheetFacts) {}

  get isWorksheet(): boolean {
    return this.facts.isWorksheet
  }

  content(row: number, column: number): CellContent {
    const written = this.written.get(cellKey(row, column))
    return written === undefined ? this.facts.content(row, column) : written
  }

  leaveAlone(row: number, column: number, after: CellContent): string | undefined {
    return this.facts.leaveAlone(row, column, after)
  }

  /** The content of a cell that the batch leaves filled; `undefined` when there is none. */
  firstFilled(): CellContent | undefined {
    for (const content of this.written.values()) if (!sameContent(content, null)) return content
    return this.firstUnnamed()
  }

  /** The content of a filled cell that the batch does not write. */
  firstUnnamed(): CellContent | undefined {
    for (const key of this.facts.filled()) if (!this.written.has(key)) return this.facts.content(keyRow(key), keyColumn(key))
    return undefined
  }
}

function emptySheet(merges: readonly Box[]): SheetFacts {
  return {
    isWorksheet: true,
    content: () => null,
    leaveAlone: (row, column) => (isInsideMerge(merges, row, column) ? 'skip.merged' : undefined),
    filled: () => [],
  }
}

/** In a merged area, and not its top left cell: a value written there would never be seen. */
export function isInsideMerge(merges: readonly Box[], row: number, column: number): boolean {
  return merges.some(
    box => isInBox(box, row, column) && (row !== box.top || column !== box.left),
  )
}
