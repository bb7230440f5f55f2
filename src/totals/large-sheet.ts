import type { SheetSnapshot } from '../core/snapshot'
import { rowLabel } from '../vocabulary/labels'
import { slack } from './relation'
import { decimalsOf } from './numerals'
import type { LoneTotal } from './lone-totals'

/** So many of a row's first cells may hold its label. */
const LABEL_CELLS = 4

/**
 * Totals of a list too long to learn relations in: one pass adds every column up from one total row to the next, and all columns from
 * the first row to the last. A column's total is told only where it is near one of the two.
 */
export function largeTotals(sheet: SheetSnapshot): LoneTotal[] {
  const found: LoneTotal[] = [], since: number[] = [], whole: number[] = [], decimals: number[] = [], counts: number[] = []
  let from = 0
  for (let r = 0; r < sheet.rows.length; r++) {
    const row = sheet.rows[r] ?? []
    let told = false
    for (let c = 0; c < Math.min(LABEL_CELLS, row.length); c++) {
      const value = row[c]
      if (typeof value === 'string' && value.length <= 12 && (value.includes('计') || value.includes('計'))) {
        const label = rowLabel(value)
        told ||= label === 'total' || label === 'subtotal'
      }
    }
    for (let c = 0; c < row.length; c++) {
      const value = row[c]
      if (typeof value !== 'number') continue
      if (!told) {
        since[c] = (since[c] ?? 0) + value
        whole[c] = (whole[c] ?? 0) + value
        counts[c] = (counts[c] ?? 0) + 1
        if ((counts[c] ?? 0) <= 200) decimals[c] = Math.max(decimals[c] ?? 0, decimalsOf(value))
        continue
      }
      const parts = [{ row: from + 1, column: c + 1 }, { row: r, column: c + 1 }]
      const fits = [since[c] ?? 0, whole[c] ?? 0].map(sum => ({ sum, off: Math.abs(sum - value) })).sort((a, b) => a.off - b.off)[0]
      if (fits === undefined || (counts[c] ?? 0) < 2 || value === 0) continue
      const holds = fits.off <= slack(10 ** -(decimals[c] ?? 0), counts[c] ?? 0, value)
      if (holds || fits.off <= Math.abs(fits.sum) * 0.15)
        found.push({ row: r + 1, column: c + 1, value, parts, expected: Number(fits.sum.toPrecision(12)), holds })
    }
    if (told) { since.length = 0; from = r + 1 }
  }
  return found
}
