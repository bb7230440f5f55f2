import type { SheetRow, SheetSnapshot } from '../../../src/core/snapshot'
import { chance } from './style'
import type { Draw } from './style'
import { NOTES, one, SIGNATURES, TOTALS, TOWN } from './words'

export function sheet(name: string, rows: readonly SheetRow[]): SheetSnapshot {
  return { name, kind: 'worksheet', visibility: 'visible', rows: rows.map(trimmed), formulas: new Map(), isProtected: false, tables: [] }
}

/** A row of a snapshot ends at its last cell that holds something. */
function trimmed(row: SheetRow): SheetRow {
  let length = row.length
  while (length > 0 && (row[length - 1] === null || row[length - 1] === '')) length--
  return row.slice(0, length).map(value => (value === '' ? null : value))
}

/** The rows so many columns further right. */
export function shifted(rows: readonly SheetRow[], by: number): readonly SheetRow[] {
  return by === 0 ? rows : rows.map(row => (row.length === 0 ? row : [...Array.from({ length: by }, () => null), ...row]))
}

export function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const out = [...list]
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1))
    const keep = out[at], swap = out[other]
    if (keep !== undefined && swap !== undefined) [out[at], out[other]] = [swap, keep]
  }
  return out
}

/** What stands above a list. */
export function lead(title: string, width: number, draw: Draw): SheetRow[] {
  const rows: SheetRow[] = []
  if (chance(draw, 0.2)) rows.push([])
  if (chance(draw, 0.85)) rows.push([title])
  if (chance(draw, 0.4))
    rows.push([
      `填报单位：${TOWN}社区办`,
      ...Array.from({ length: Math.max(0, width - 3) }, () => null),
      one(['填报日期：2023年12月31日', '2023年12月31日', '截至2023年12月31日', ''], draw),
    ])
  if (chance(draw, 0.15)) rows.push([])
  return rows
}

/** What stands below it. */
export function tail(width: number, count: number, draw: Draw): SheetRow[] {
  const rows: SheetRow[] = []
  if (chance(draw, 0.2)) for (let at = 1; at <= 3; at++) rows.push([count + at])
  if (chance(draw, 0.6)) rows.push(chance(draw, 0.5) ? [one(TOTALS, draw), null, count] : [null, one(TOTALS, draw), `${count}人`])
  if (chance(draw, 0.3)) rows.push([])
  if (chance(draw, 0.5)) rows.push([one(SIGNATURES, draw)])
  if (chance(draw, 0.5)) rows.push([one(NOTES, draw)])
  return rows.map(row => row.slice(0, Math.max(width, 1)))
}
