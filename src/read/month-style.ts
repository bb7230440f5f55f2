import { formatAt } from '../core/snapshot'
import { rowOf } from './grid'
import { sheetColumn } from './settle-table'
import type { SettledTable } from './settle-table'

const ROWS_LOOKED_AT = 2000

/**
 * Whether the months of a column of numbers such as 1985.03 are written with two digits.
 * One 1985.0x proves it, and then 1985.1 can only be October with its zero dropped. One month 2 to 9 with a single digit proves the opposite.
 */
export function isMonthPadded(table: SettledTable, column: number): boolean {
  const { found } = table
  let padded = 0, single = 0
  const last = Math.min(found.last, found.first + ROWS_LOOKED_AT)
  for (let row = found.first; row <= last; row++) {
    const value = rowOf(found.sheet, row)[column - 1]
    if (typeof value !== 'number' || Number.isInteger(value) || value > 2100 || value < 21) continue
    const digits = value.toFixed(4).replace(/^\d+\./, '').replace(/0+$/, '')
    if (digits.length === 2 && digits.startsWith('0')) padded++
    else if (digits.length === 1 && digits !== '1') single++
  }
  return padded > 0 && single === 0
}

/** Formats with two digits behind the point: 1985.1 is shown as 1985.10. */
const TWO_DECIMALS = /^#?0\.00(?!0)/

/** Tells whether a cell of the column is shown with two digits behind the point; `null` where no cell of it is, or the host cannot tell. */
export function monthsShown(table: SettledTable, column: number): ((row: number) => boolean) | null {
  const { sheet } = table.found
  const at = sheetColumn(table, column), runs = sheet.formats?.get(at)
  return runs?.some(run => TWO_DECIMALS.test(run.format)) === true ? row => TWO_DECIMALS.test(formatAt(sheet, row, at) ?? '') : null
}
