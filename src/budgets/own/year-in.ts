import type { CellValue } from '../../core/cell'

/** The year that a cell names and nothing else; `null` where it names none. */
export function yearIn(value: CellValue): number | null {
  const year = typeof value === 'number' ? value : typeof value === 'string' ? Number(/^\s*(20\d\d)\s*年?度?\s*$/.exec(value)?.[1]) : Number.NaN
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null
}
