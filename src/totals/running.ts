import type { SheetSnapshot } from '../core/snapshot'
import { cellAt } from '../core/snapshot'
import type { Cell } from './settle'

/** A balance that is carried on down a column: the one above, and what came in, less what went out. Rows and columns count from 1. */
export interface RunningBalance {
  readonly column: number
  readonly plus: number
  readonly minus: number
  /** Rows that hold the relation with the row above, and those that do not. */
  readonly holds: readonly number[]
  readonly fails: readonly { readonly row: number; readonly value: number; readonly expected: number }[]
}

const BALANCE = /余额|结余|结存|balance/i
/** Headings stand in so many rows. */
const HEADINGS = 12
/** So many rows must carry the balance on before one that does not is in doubt. */
const LEAST = 4

/** Running balances of a sheet, by the heading of the balance and the two columns nearest to its left that explain it. */
export function runningBalances(sheet: SheetSnapshot): RunningBalance[] {
  const found: RunningBalance[] = []
  for (let row = 1; row <= Math.min(HEADINGS, sheet.rows.length); row++) {
    const cells = sheet.rows[row - 1] ?? []
    for (const [at, value] of cells.entries()) {
      if (typeof value !== 'string' || value.length > 20 || !BALANCE.test(value)) continue
      const best = columnsOf(sheet, row, at + 1)
      if (best !== null && !found.some(each => each.column === best.column)) found.push(best)
    }
  }
  return found
}

/** The pair of columns left of the balance that most rows confirm. */
function columnsOf(sheet: SheetSnapshot, heading: number, column: number): RunningBalance | null {
  let best: RunningBalance | null = null
  for (let plus = Math.max(1, column - 6); plus < column; plus++) {
    for (let minus = Math.max(1, column - 6); minus < column; minus++) {
      if (minus === plus) continue
      const tried = carried(sheet, heading, column, plus, minus)
      if (tried !== null && (best === null || tried.holds.length > best.holds.length)) best = tried
    }
  }
  return best
}

function carried(sheet: SheetSnapshot, heading: number, column: number, plus: number, minus: number): RunningBalance | null {
  const holds: number[] = [], fails: { row: number; value: number; expected: number }[] = []
  let before: number | null = null, came = 0, went = 0
  for (let row = heading + 1; row <= sheet.rows.length; row++) {
    const value = cellAt(sheet, row, column), label = (sheet.rows[row - 1] ?? []).slice(0, column - 1).find(each => typeof each === 'string')
    // Totals of the month, and carried or brought forward, are no step of the balance.
    if (typeof label === 'string' && /合\s*计|累\s*计|小\s*计|total/i.test(label)) continue
    if (typeof value !== 'number') {
      before = value === null || value === '' ? before : null
      continue
    }
    const inflow = numberAt(sheet, row, plus), outflow = numberAt(sheet, row, minus)
    if (inflow === null || outflow === null) return null
    if (before !== null) {
      const expected = before + inflow - outflow
      if (Math.abs(expected - value) <= 0.0051 + Math.abs(value) * 1e-9) {
        holds.push(row)
        if (inflow !== 0) came++
        if (outflow !== 0) went++
      } else fails.push({ row, value, expected: Number(expected.toPrecision(12)) })
    }
    before = value
  }
  return holds.length >= LEAST && holds.length >= 3 * fails.length && came > 0 && went > 0 ? { column, plus, minus, holds, fails } : null
}

/** `null` where a word stands; a blank is nothing. */
function numberAt(sheet: SheetSnapshot, row: number, column: number): number | null {
  const value = cellAt(sheet, row, column)
  return value === null || value === '' ? 0 : typeof value === 'number' ? value : null
}

/** The cells that a balance of a row is made of. */
export function partsOfBalance({ column, plus, minus }: RunningBalance, row: number): Cell[] {
  return [{ row: row - 1, column }, { row, column: plus }, { row, column: minus }]
}
