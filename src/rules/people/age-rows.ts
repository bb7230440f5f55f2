import { fullYears } from '../../core/day'
import type { Person } from '../../core/reading'
import { earliestBirth, latestBirth } from '../../judge/person-facts'
import type { RuleInput } from '../rule'

/** A typed age beside a birth that says otherwise. */
export interface AgeRow {
  readonly person: Person
  /** Full years on the as-of day. */
  readonly right: number
  /** Typed less right; never 0. */
  readonly off: number
}

/** What the typed ages of one list say. */
export interface TypedAges {
  /** Rows that are off together, since the ages were typed for another day, and by how much. */
  readonly stale: readonly AgeRow[]
  readonly alone: readonly AgeRow[]
}

/** So many rows off by the same year or two, and so large a share of all, are no slips. */
const FEWEST_STALE = 3, SHARE_STALE = 0.4

const worked = new WeakMap<RuleInput['reading'], Map<number, readonly TypedAges[]>>()

/** Typed ages that differ from the birth, list by list, told apart into those of another day and single slips. */
export function typedAges({ reading, facts }: RuleInput): readonly TypedAges[] {
  const known = worked.get(reading)?.get(facts.asOf)
  if (known !== undefined) return known
  const rows = new Map<number, AgeRow[]>(), counts = new Map<number, number>()
  for (const person of reading.people) {
    if (person.statedAge < 0 || person.birth === 0 || reading.tables[person.table]?.counted !== true || person.presence === 'left' || person.presence === 'vacant') continue
    counts.set(person.table, (counts.get(person.table) ?? 0) + 1)
    const typed = Math.floor(person.statedAge),
      low = fullYears(latestBirth(person), facts.asOf),
      high = fullYears(earliestBirth(person), facts.asOf)
    if ((typed >= low && typed <= high) || isOfOtherBirth(person, typed, facts.asOf)) continue
    const right = fullYears(person.birth, facts.asOf)
    const list = rows.get(person.table), row = { person, right, off: typed - (typed > high ? high : low) }
    if (list === undefined) rows.set(person.table, [row])
    else list.push(row)
  }
  const found = [...rows].map(([table, list]) => apart(list, counts.get(table) ?? 0))
  worked.set(reading, new Map([[facts.asOf, found]]))
  return found
}

/** The age goes with the other birth, which has a finding of its own. */
function isOfOtherBirth(person: Person, typed: number, asOf: number): boolean {
  return person.notes.some(note => note.otherwise?.some(side => side.birth !== undefined && fullYears(side.birth, asOf) === typed) === true)
}

/** Ages typed for one other day are off by the same number of years, or by one more for those whose birthday lies between. */
function apart(rows: readonly AgeRow[], count: number): TypedAges {
  let best: readonly AgeRow[] = []
  for (const off of new Set(rows.map(row => row.off))) {
    const away = off < 0 ? -1 : 1, same = rows.filter(row => row.off === off || row.off === off + away)
    if (same.length > best.length) best = same
  }
  if (best.length < FEWEST_STALE || best.length < count * SHARE_STALE) return { stale: [], alone: rows }
  const stale = new Set(best)
  return { stale: best, alone: rows.filter(row => !stale.has(row)) }
}
