import type { CellContent } from '../src/core/cell'
import type { Change } from '../src/core/change'
import type { ProposalKind } from '../src/core/proposal'
import type { ReadNotice } from '../src/core/snapshot'
import type { ApplyResult, Conflict } from '../src/core/workbook'

/** The write that an undo would take back. */
export interface LastWrite {
  readonly id: string
  /** The kind of proposal that was written, or another word of a host. */
  readonly what: string
  readonly cells: number
}

/** What a write or its undo did: plain data, for it may come from the worker. */
export interface Written {
  readonly of: ProposalKind | 'undo'
  /** Cells that were really written, and the sheets they are on. */
  readonly cells: number
  readonly sheets: number
  /** The first sheet that was added or written anew: what there is to look at. */
  readonly added: string | null
  readonly skipped: readonly NotWritten[]
  readonly notices: readonly ReadNotice[]
}

/** A cell that was left alone. */
export interface NotWritten {
  readonly place: ChangePlace
  /** Message key, `skip.…`. */
  readonly why: string
}

/** Nothing was written, since the workbook is no longer what the preview showed. */
export interface Refusal {
  readonly of: ProposalKind | 'undo'
  readonly changes: readonly RefusedChange[]
}

export interface RefusedChange {
  readonly place: ChangePlace
  readonly before: CellContent
  /** What is there now. */
  readonly found: CellContent
  /** Message key, `conflict.…`. */
  readonly why: string
}

/** Where a change goes: a cell, a sheet, or (both `null`) a name of the whole workbook. */
export interface ChangePlace {
  readonly label: string
  readonly sheet: string | null
  readonly cell: string | null
}

/** What is known of the writes to this workbook. */
export interface WritingState {
  readonly busy: boolean
  /** What the last write or undo did; `null` before there was one. */
  readonly done: Written | null
  /** Why the last one did nothing at all. */
  readonly refused: Refusal | null
  /** The latest write, of whatever kind: what an undo would take back. */
  readonly undo: LastWrite | null
  /** The file holds writes that no copy was saved of. */
  readonly unsaved: boolean
}

export const NOTHING_WRITTEN: WritingState = { busy: false, done: null, refused: null, undo: null, unsaved: false }

export function writtenOf(of: Written['of'], changes: readonly Change[], { skipped, notices }: Extract<ApplyResult, { outcome: 'applied' }>): Written {
  const left = new Set(skipped.map(({ change }) => keyOf(change)))
  const cells = changes.filter(change => change.kind === 'cell' && !left.has(keyOf(change)))
  return {
    of, notices, added: changes.find(change => change.kind === 'add-sheet' || change.kind === 'dress-sheet')?.sheet ?? null, cells: cells.length, sheets: new Set(cells.map(change => (change.kind === 'cell' ? change.sheet : ''))).size,
    skipped: skipped.map(({ change, why }) => ({ place: placeOf(change), why })),
  }
}

export function refusalOf(of: Refusal['of'], conflicts: readonly Conflict[]): Refusal {
  return {
    of,
    changes: conflicts.map(({ change, found, why }) => ({ place: placeOf(change), found, why, before: change.kind === 'cell' || change.kind === 'name' ? change.before : null })),
  }
}

function placeOf(change: Change): ChangePlace {
  switch (change.kind) {
    case 'cell': return { label: `${change.sheet}!${change.cell}`, sheet: change.sheet, cell: change.cell }
    case 'name': return { label: change.name, sheet: null, cell: null }
    default: return { label: change.sheet, sheet: change.sheet, cell: null }
  }
}

function keyOf(change: Change): string {
  return `${change.kind} ${placeOf(change).label}`
}
