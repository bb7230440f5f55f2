import type { SheetSnapshot } from '../../core/snapshot'

/** A list longer than this has sentences at its ends, if anywhere. */
const LONG = 5000
const ENDS = 60
const SHORTEST = 8

/** The longer texts of a sheet that hold a digit, with their cells (from 1). */
export function sentencesOf(sheet: SheetSnapshot): { readonly row: number; readonly column: number; readonly text: string }[] {
  const found: { row: number; column: number; text: string }[] = [], { rows } = sheet
  for (let r = 0; r < rows.length; r++) {
    if (rows.length > LONG && r === ENDS) r = rows.length - ENDS
    const row = rows[r] ?? []
    for (let c = 0; c < row.length; c++) {
      const text = row[c]
      if (typeof text === 'string' && text.length >= SHORTEST && /\d/.test(text)) found.push({ row: r + 1, column: c + 1, text })
    }
  }
  return found
}
