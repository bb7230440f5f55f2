import type { CellValue } from '../../core/cell'
import type { RosterTable } from './roster'

/** A way of writing births that formulas can take apart. */
interface BirthLayout {
  fits(raw: CellValue): boolean
  year(range: string): string
  /** Month x 100 + day. */
  monthDay(range: string): string
}

const text = (pattern: RegExp) => (raw: CellValue) => (typeof raw === 'string' || typeof raw === 'number') && pattern.test(String(raw))
const cut = (month: number, day: number | null): Pick<BirthLayout, 'year' | 'monthDay'> => ({
  year: range => `LEFT(${range},4)`,
  // A month alone counts from its first day.
  monthDay: range => `MID(${range},${String(month)},2)*100+${day === null ? '1' : `MID(${range},${String(day)},2)`}`,
})

const LAYOUTS: readonly BirthLayout[] = [
  { fits: raw => typeof raw === 'number' && raw >= 7000 && raw <= 60_000, year: range => `YEAR(${range})`, monthDay: range => `MONTH(${range})*100+DAY(${range})` },
  { fits: text(/^\d{4}[./\-年]\d{2}月?$/), ...cut(6, null) },
  { fits: text(/^\d{4}[./\-年]\d{2}[./\-月]\d{2}日?$/), ...cut(6, 9) },
  { fits: text(/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/), ...cut(5, null) },
  { fits: text(/^(?:19|20)\d{6}$/), ...cut(5, 7) },
]

const MOST_RANGES = 12

/**
 * The mean of full years over people's birth cells; `null` where a birth is written in a way that no formula takes apart, or they lie too far apart.
 * @param lists each list with the positions of a community's people
 * @param counts whom of them to count, by position
 * @returns a function from the cell of the as-of date to the formula
 */
export function meanAgeFormula(lists: readonly { readonly list: RosterTable; readonly positions: Int32Array; readonly counts: Uint8Array }[], known: number): ((asOf: string) => string) | null {
  const parts: { range: string; layout: BirthLayout }[] = []
  for (const { list, positions, counts } of lists) {
    const column = list.columnOf('birth')
    // Runs of rows that are written alike.
    const runs: { first: number; last: number; layout: BirthLayout }[] = []
    for (const position of positions) {
      const person = list.people[position]
      if (person === undefined || counts[position] !== 1) continue
      if (column === null) return null
      const raw = list.rawAt(person.row, column), layout = person.birth === 0 ? undefined : LAYOUTS.find(each => each.fits(raw)), run = runs.at(-1)
      if (layout === undefined) return null
      if (run !== undefined && run.last === person.row - 1 && run.layout === layout) run.last = person.row
      else if (runs.push({ first: person.row, last: person.row, layout }) + parts.length > MOST_RANGES) return null
    }
    if (column !== null) for (const { first, last, layout } of runs) parts.push({ range: list.rangeOf(column, first, last), layout })
  }
  if (parts.length === 0) return null
  return asOf => `(${parts.map(({ range, layout }) => `SUMPRODUCT(YEAR(${asOf})-${layout.year(range)}-(MONTH(${asOf})*100+DAY(${asOf})<${layout.monthDay(range)}))`).join('+')})/${String(known)}`
}
