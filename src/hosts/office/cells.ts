import { sameContent, isFormula } from '../../core/cell'
import type { CellContent } from '../../core/cell'
import { cellKey } from '../../core/place'
import type { Box } from '../../core/place'
import { throwIfCancelled } from '../../core/workbook'
import type { CancelSignal } from '../../core/workbook'
import { CELLS_PER_TRIP, trips } from './blocks'
import type { Block } from './blocks'
import { contentOf } from './contents'
import type { WireValue } from './contents'
import { keysOf, readingBoxes, rectangles } from './rectangles'
import { syncedWhole } from './whole-trip'

/** A cell as it stands: what it holds and its number format. */
export interface StandingCell {
  readonly content: CellContent
  readonly format: string
  /** A locked cell of a protected sheet. */
  readonly locked: boolean
}

/** A cell to write, with the number format it gets (`null`: it keeps its own). */
export interface CellWrite {
  readonly key: number
  readonly entry: string | number | boolean
  readonly format: string | null
}

/** Cells by sheet id. */
export type CellsBySheet = ReadonlyMap<string, Iterable<number>>
export type Standing = Map<string, Map<number, StandingCell>>

const FORMAT_CELLS = CELLS_PER_TRIP / 2

/** Reads these cells afresh. Cells beside them may come along. */
export async function readCells(
  context: Excel.RequestContext,
  wanted: CellsBySheet,
  protectedSheets: ReadonlySet<string> = new Set(),
  signal?: CancelSignal,
): Promise<Standing> {
  const standing: Standing = new Map()
  const blocks: Block[] = []
  for (const [sheetId, keys] of wanted) {
    standing.set(sheetId, new Map())
    for (const box of readingBoxes(keys, FORMAT_CELLS)) blocks.push({ sheetId, box })
  }
  const mixed: Block[] = []
  for (const trip of trips(blocks, FORMAT_CELLS)) await readTrip(trip)
  await readLocks()
  return standing

  async function readTrip(trip: readonly Block[]): Promise<void> {
    throwIfCancelled(signal)
    const asked = trip.map(block => {
      const range = rangeOf(context, block).load('values,formulas,valueTypes,numberFormat')
      return { block, range, protection: protectedSheets.has(block.sheetId) ? range.format.protection.load('locked') : null }
    })
    if (!(await syncedWhole(context, trip, readTrip))) return
    for (const { block, range, protection } of asked) {
      const values = range.values as WireValue[][],
        formulas = range.formulas as WireValue[][],
        formats = range.numberFormat as string[][]
      const cells = standing.get(block.sheetId)
      const locked: boolean | null = protection === null ? false : protection.locked
      if (locked === null) mixed.push(block)
      for (const [r, row] of values.entries())
        for (const [c, value] of row.entries())
          cells?.set(cellKey(block.box.top + r, block.box.left + c), {
            content: contentOf(formulas[r]?.[c] ?? null, value, range.valueTypes[r]?.[c] ?? 'Empty'),
            format: formats[r]?.[c] ?? 'General',
            locked: locked ?? true,
          })
    }
  }

  /** Where a block holds locked and unlocked cells, each is asked by itself: only the ones that are wanted. */
  async function readLocks(): Promise<void> {
    const cells = mixed.flatMap(block => {
      const inside = new Set(keysOf(block.box))
      return [...(wanted.get(block.sheetId) ?? [])].filter(key => inside.has(key)).map(key => ({ sheetId: block.sheetId, key }))
    })
    for (let from = 0; from < cells.length; from += 2000) {
      throwIfCancelled(signal)
      const asked = cells
        .slice(from, from + 2000)
        .map(cell => ({
          cell,
          protection: rangeOf(context, { sheetId: cell.sheetId, box: boxOfKey(cell.key) }).format.protection.load('locked'),
        }))
      await context.sync()
      for (const { cell, protection } of asked) {
        const known = standing.get(cell.sheetId)?.get(cell.key)
        if (known !== undefined) standing.get(cell.sheetId)?.set(cell.key, { ...known, locked: protection.locked })
      }
    }
  }
}

/**
 * Writes cells: number formats first, then contents, in whole blocks, halved when Excel finds a request too large.
 * @param onBlock told after each request how many cells are done; may throw to stop between two requests
 */
export async function writeCells(
  context: Excel.RequestContext,
  writes: ReadonlyMap<string, readonly CellWrite[]>,
  onBlock: (cells: number) => void = () => undefined,
): Promise<void> {
  const blocks: Block[] = []
  const byKey = new Map<string, ReadonlyMap<number, CellWrite>>()
  for (const [sheetId, cells] of writes) {
    byKey.set(sheetId, new Map(cells.map(cell => [cell.key, cell])))
    for (const box of rectangles(cells.map(cell => cell.key))) for (const part of parts(box)) blocks.push({ sheetId, box: part })
  }
  let done = 0
  for (const trip of trips(blocks, WRITE_CELLS)) await writeTrip(trip)

  async function writeTrip(trip: readonly Block[]): Promise<void> {
    context.workbook.application.suspendScreenUpdatingUntilNextSync()
    for (const block of trip) writeBlock(rangeOf(context, block), block.box, byKey.get(block.sheetId) ?? new Map())
    if (!(await syncedWhole(context, trip, writeTrip))) return
    for (const { box } of trip) done += (box.bottom - box.top + 1) * (box.right - box.left + 1)
    onBlock(done)
  }
}

/** Small enough that a stop between two requests comes soon, large enough that a fill is one or two. */
const WRITE_CELLS = 2000

function parts(box: Box): Box[] {
  const rows = Math.max(1, Math.floor(WRITE_CELLS / (box.right - box.left + 1)))
  const cut: Box[] = []
  for (let top = box.top; top <= box.bottom; top += rows) cut.push({ ...box, top, bottom: Math.min(box.bottom, top + rows - 1) })
  return cut
}

function writeBlock(range: Excel.Range, box: Box, cells: ReadonlyMap<number, CellWrite>): void {
  const entries: (string | number | boolean | null)[][] = [], formats: (string | null)[][] = []
  let formatted = false
  for (let row = box.top; row <= box.bottom; row++) {
    const entryRow: (string | number | boolean | null)[] = [], formatRow: (string | null)[] = []
    for (let column = box.left; column <= box.right; column++) {
      const cell = cells.get(cellKey(row, column))
      entryRow.push(cell?.entry ?? null)
      formatRow.push(cell?.format ?? null)
      if (cell?.format !== null && cell?.format !== undefined) formatted = true
    }
    entries.push(entryRow)
    formats.push(formatRow)
  }
  // The format decides what Excel makes of the text that follows, so it comes first. `null` leaves a cell alone.
  if (formatted) range.numberFormat = formats
  range.formulas = entries
}

/** Does a cell now hold what was written? Excel may spell a formula its own way, and keeps 15 digits of a number. */
export function wasTaken(wanted: CellContent, found: CellContent): boolean {
  if (isFormula(wanted)) return isFormula(found)
  if (typeof wanted === 'number' && typeof found === 'number') return wanted === found || Math.abs(wanted - found) <= Math.abs(wanted) * 1e-14
  return sameContent(wanted, found)
}

function rangeOf(context: Excel.RequestContext, { sheetId, box }: Block): Excel.Range {
  return context.workbook.worksheets
    .getItem(sheetId)
    .getRangeByIndexes(box.top - 1, box.left - 1, box.bottom - box.top + 1, box.right - box.left + 1)
}

function boxOfKey(key: number): Box {
  const row = Math.floor(key / 16_384), column = (key % 16_384) + 1
  return { top: row, bottom: row, left: column, right: column }
}
