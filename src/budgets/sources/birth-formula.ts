import type { CellValue } from '../../core/cell'
import { isBlank } from '../../core/cell'
import { add, call, divide, written } from '../../formula/expression'
import type { RosterTable } from './roster'
import { textLiteral } from './source'
import { usable } from './word-plan'
import type { WordPlan } from './word-plan'

/** A way of writing births that formulas can take apart. A blank cell must give a number too: it stands in the rows that are kept free. */
interface BirthLayout {
  fits(raw: CellValue): boolean
  year(range: string): string
  /** Month x 100 + day. */
  monthDay(range: string): string
}

const text = (pattern: RegExp) => (raw: CellValue) => (typeof raw === 'string' || typeof raw === 'number') && pattern.test(String(raw))
const cut = (month: number, day: number | null): Pick<BirthLayout, 'year' | 'monthDay'> => ({
  year: range => `("0"&LEFT(${range},4))`,
  // A month alone counts from its first day.
  monthDay: range => `("0"&MID(${range},${String(month)},2))*100+${day === null ? '1' : `("0"&MID(${range},${String(day)},2))`}`,
})

const LAYOUTS: readonly BirthLayout[] = [
  { fits: raw => typeof raw === 'number' && raw >= 7000 && raw <= 60_000, year: range => `YEAR(${range})`, monthDay: range => `MONTH(${range})*100+DAY(${range})` },
  { fits: text(/^\d{4}[./\-年]\d{2}月?$/), ...cut(6, null) },
  { fits: text(/^\d{4}[./\-年]\d{2}[./\-月]\d{2}日?$/), ...cut(6, 9) },
  { fits: text(/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/), ...cut(5, null) },
  { fits: text(/^(?:19|20)\d{6}$/), ...cut(5, 7) },
]

const MOST_RANGES = 12
const MOST_WRITINGS = 8
const LONGEST = 4000
/** Longer lists are told by rows: a formula over every row for each community would take long to calculate, here and in Excel. */
const MOST_PEOPLE = 3000

/** A list with the positions of a community's people, whom of them to count, and the words by which the list tells them. */
export interface BirthList {
  readonly list: RosterTable
  readonly positions: Int32Array
  readonly counts: Uint8Array
  readonly plan: WordPlan | null
}

/** A formula over the cell of the as-of date and the cell of the community's name. */
export type MeanAge = (asOf: string, label: string) => string

/** The ways of writing the mean of full years over people's birth cells, the one that holds for added rows first. */
export function meanAgeFormulas(lists: readonly BirthList[], ownLabel: string): MeanAge[] {
  return [byWords(lists, ownLabel), byRuns(lists)].filter(found => found !== null)
}

/** Over the whole column with room below, people told by their words: rows may be added, moved and taken away. */
function byWords(lists: readonly BirthList[], ownLabel: string): MeanAge | null {
  const parts: ((asOf: string, label: string) => { readonly sum: string; readonly count: string })[] = []
  for (const { list, positions, plan } of lists) {
    if (positions.length === 0) continue
    if (list.people.length > MOST_PEOPLE) return null
    const birth = list.columnOf('birth'), community = list.columnOf('community'), writings = community === null ? null : writingsOf(list, positions, community)
    if (birth === null || community === null || plan === null || writings === null) return null
    const layout = layoutOf(list, birth)
    if (layout === null) return null
    const range = (column: number) => list.rangeOf(column)
    const oneOf = plan.oneOf.map(({ column, words }) => `(${words.map(word => `(${range(column)}=${textLiteral(word)})`).join('+')})`)
    const not = plan.not.map(({ column, word }) => `(${range(column)}<>${textLiteral(word)})`)
    const names = (label: string) => (writings.length === 1 && writings[0] === ownLabel ? `(${range(community)}=${label})` : `(${writings.map(word => `(${range(community)}=${textLiteral(word)})`).join('+')})`)
    const there = (label: string) => [names(label), ...oneOf, ...not, `(${range(birth)}<>"")`].join('*')
    const years = (asOf: string) => `(YEAR(${asOf})-${layout.year(range(birth))}-(MONTH(${asOf})*100+DAY(${asOf})<${layout.monthDay(range(birth))}))`
    parts.push((asOf, label) => ({ sum: `SUMPRODUCT(${there(label)}*${years(asOf)})`, count: `SUMPRODUCT(${there(label)}*1)` }))
  }
  if (parts.length === 0) return null
  const formula: MeanAge = (asOf, label) => {
    const made = parts.map(part => part(asOf, label))
    return divide(add(...made.map(({ sum }) => written(sum))), add(...made.map(({ count }) => written(count)))).text
  }
  return formula('AsOf', '$A$1').length > LONGEST ? null : formula
}

function writingsOf(list: RosterTable, positions: Int32Array, column: number): string[] | null {
  const found = new Set<string>()
  for (const position of positions) {
    const raw = list.rawAt(list.people[position]?.row ?? 0, column)
    const word = usable(raw)
    if (word === null) return null
    found.add(word)
    if (found.size > MOST_WRITINGS) return null
  }
  return [...found]
}

/** The one layout of every birth in the column, rows below the list included. */
function layoutOf(list: RosterTable, column: number): BirthLayout | null {
  let layout: BirthLayout | null = null
  for (let row = list.firstRow; row <= Math.min(list.lastRow, list.rows.length); row++) {
    const raw = list.rawAt(row, column)
    if (isBlank(raw)) continue
    layout ??= LAYOUTS.find(each => each.fits(raw)) ?? null
    if (layout?.fits(raw) !== true) return null
  }
  return layout
}

/** Over the rows of the people themselves, for lists that name a community only once. */
function byRuns(lists: readonly BirthList[]): MeanAge | null {
  const parts: { range: string; layout: BirthLayout }[] = []
  for (const { list, positions, counts } of lists) {
    const column = list.columnOf('birth')
    // Runs of rows that are written alike.
    const runs: { first: number; last: number; layout: BirthLayout }[] = []
    for (const position of positions) {
      const person = list.people[position]
      if (person === undefined || counts[position] !== 1) continue
      if (column === null) return null
      const raw = list.rawAt(person.row, column),
        layout = person.birth === 0 ? undefined : LAYOUTS.find(each => each.fits(raw)),
        run = runs.at(-1)
      if (layout === undefined) return null
      if (run !== undefined && run.last === person.row - 1 && run.layout === layout) run.last = person.row
      else if (runs.push({ first: person.row, last: person.row, layout }) + parts.length > MOST_RANGES) return null
    }
    if (column !== null) for (const { first, last, layout } of runs) parts.push({ range: list.rangeOf(column, first, last), layout })
  }
  if (parts.length === 0) return null
  // The divisor is counted over the same rows: a person put in between is in both.
  const heads = call('COUNTA', ...parts.map(({ range }) => written(range)))
  return asOf => divide(add(...parts.map(({ range, layout }) => written(`SUMPRODUCT((${range}<>"")*(YEAR(${asOf})-${layout.year(range)}-(MONTH(${asOf})*100+DAY(${asOf})<${layout.monthDay(range)})))`))), heads).text
}

