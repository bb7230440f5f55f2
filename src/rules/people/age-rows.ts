import { fullYears } from '../../core/day'
import type { Person } from '../../core/reading'
import { earliestBirth, latestBirth } from '../../judge/person-facts'
import type { PeopleWatch, RuleInput } from '../rule'

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

/** What the rules about ages share while the people are gone through once for all of them. */
class TypedAgesOf {
  private readonly rows = new Map<number, AgeRow[]>()
  private readonly counts = new Map<number, number>()
  private found: readonly TypedAges[] | null = null

  constructor(private readonly input: RuleInput) {}

  look(person: Person): void {
    const { reading, facts } = this.input
    if (person.statedAge < 0 || person.birth === 0 || reading.tables[person.table]?.counted !== true || person.presence === 'left' || person.presence === 'vacant') return
    this.counts.set(person.table, (this.counts.get(person.table) ?? 0) + 1)
    const typed = Math.floor(person.statedAge),
      low = fullYears(latestBirth(person), facts.asOf),
      high = fullYears(earliestBirth(person), facts.asOf)
    if ((typed >= low && typed <= high) || isOfOtherBirth(person, typed, facts.asOf)) return
    const right = fullYears(person.birth, facts.asOf)
    const list = this.rows.get(person.table), row = { person, right, off: typed - (typed > high ? high : low) }
    if (list === undefined) this.rows.set(person.table, [row])
    else list.push(row)
  }

  /** List by list, told apart into those of another day and single slips. */
  told(): readonly TypedAges[] {
    this.found ??= [...this.rows].map(([table, list]) => apart(list, this.counts.get(table) ?? 0))
    return this.found
  }
}

const shared = new WeakMap<RuleInput, TypedAgesOf>()

/** Watches for typed ages that differ from the birth and tells of them when everybody was seen. */
export function watchAges(input: RuleInput, tell: (ages: readonly TypedAges[]) => void): PeopleWatch {
  // The first rule looks at everybody, and the other one is told what it saw.
  const known = shared.get(input), ages = known ?? new TypedAgesOf(input)
  shared.set(input, ages)
  return {
    person(person) { if (known === undefined) ages.look(person) },
    end() {
      tell(ages.told())
    },
  }
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
