import type { CellContent } from '../src/core/cell'
import type { Change } from '../src/core/change'
import type { ReadNotice } from '../src/core/snapshot'
import type { ApplyResult, Conflict } from '../src/core/workbook'

/** The write that an undo would take back. */
export interface LastWrite {
  readonly id: string
  /** A word of this program: `fill`, `results`, or another. */
  readonly what: string
  readonly cells: number
}

/** What a write or its undo did: plain data, for it may come from the worker. */
export interface Written {
  readonly of: 'fill' | 'undo'
  /** Cells that were really written, and the sheets they are on. */
  readonly cells: number
  readonly sheets: number
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
  readonly of: 'fill' | 'undo'
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

export function writtenOf(of: Written['of'], changes: readonly Change[], { skipped, notices }: Extract<ApplyResult, { outcome: 'applied' }>): Written {
  const left = new Set(skipped.map(({ change }) => keyOf(change)))
  const cells = changes.filter(change => change.kind === 'cell' && !left.has(keyOf(change)))
  return {
    of, notices, cells: cells.length, sheets: new Set(cells.map(change => (change.kind === 'cell' ? change.sheet : ''))).size,
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
