import { EDUCATION_KEYS } from '../core/columns'
import type { ColumnKey, Person } from '../core/reading'
import type { ReadNotice } from '../core/snapshot'
import { normalise } from '../vocabulary/normalise'
import type { Draft } from './draft'
import { columnsOf, hasKey } from './settle-table'

/** A thing that one list tells of its people and another does not. */
interface Part {
  readonly keys: readonly ColumnKey[]
  readonly isTold: (person: Person) => boolean
  readonly taken: (person: Person) => Partial<Person>
}

const PARTS: readonly Part[] = [
  { keys: ['community'], isTold: person => person.community >= 0, taken: ({ community }) => ({ community }) },
  { keys: ['employment'], isTold: person => person.employment !== 'unknown', taken: ({ employment }) => ({ employment }) },
  {
    keys: EDUCATION_KEYS,
    isTold: person => person.college !== 'blank',
    taken: ({ college, collegeFullTime }) => ({ college, collegeFullTime }),
  },
  {
    keys: ['politics'],
    isTold: person => person.partyOrLeague !== 'blank',
    taken: ({ partyOrLeague, affiliation }) => ({ partyOrLeague, affiliation }),
  },
  {
    keys: ['birth', 'age', 'id'],
    isTold: person => person.birth !== 0 || person.statedAge >= 0,
    taken: ({ birth, birthPrecision, statedAge }) => ({ birth, birthPrecision, statedAge }),
  },
]

/** Half of the people must be found, or the two lists are not of the same people. */
const FEWEST_SHARE = 0.5

/**
 * A list of names and posts beside a second one with the same people's birth, education or politics: what the counted list has no column for is taken
 * from the other by name, where the name stands once in each and nothing that both tell contradicts. What is doubtful in the other list stays blank.
 * @returns what was taken from where
 */
export function joinByName(drafts: readonly Draft[], into: number, from: number, people: Person[]): readonly ReadNotice[] {
  const first = drafts[into], second = drafts[from]
  if (first === undefined || second === undefined || second.counted || !first.counted) return []
  const parts = PARTS.filter(({ keys }) => !tells(first, keys) && tells(second, keys))
  if (parts.length === 0) return []
  const others = onceEach(people, from), own = onceEach(people, into)
  const pairs = [...own].flatMap(([name, at]) => {
    const other = people[others.get(name) ?? -1], person = people[at]
    return other !== undefined && person !== undefined && !contradict(person, other) ? [{ at, person, other }] : []
  })
  const all = people.filter(person => person.table === into && person.name !== '').length
  if (pairs.length < all * FEWEST_SHARE) return []
  const taken = new Set<number>(), columns = new Set<string>()
  for (const { at, person, other } of pairs) {
    for (const part of parts) {
      // A word that was not understood, or is told twice and differs, is not carried over.
      if (part.isTold(person) || !part.isTold(other)) continue
      if (other.notes.some(note => note.level !== 'assumed' && part.keys.includes(note.column))) continue
      people[at] = { ...(people[at] ?? person), ...part.taken(other) }
      taken.add(at)
      for (const { header } of columnsOf(second.settled, ...part.keys)) columns.add(normalise(header))
    }
  }
  if (taken.size === 0) return []
  const placed = new Set(people.flatMap(person => (person.table === into && person.community >= 0 ? [person.row] : [])))
  first.homeless = first.homeless.filter(row => !placed.has(row))
  const sheet = first.settled.found.sheet.name
  return [
    { key: 'notice.joined-by-name', params: { sheet, other: second.settled.found.sheet.name, columns: [...columns].join('、'), people: taken.size }, sheet },
  ]
}

function tells({ settled }: Draft, keys: readonly ColumnKey[]): boolean {
  return hasKey(settled, ...keys) || settled.ticks.some(group => keys.includes(group.key))
}

/** People of a list by their name, those left out whose name stands twice. */
function onceEach(people: readonly Person[], table: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>(), twice = new Set<string>()
  for (const [at, person] of people.entries()) {
    if (person.table !== table || person.name === '' || person.presence === 'vacant') continue
    if (found.has(person.name)) twice.add(person.name)
    found.set(person.name, at)
  }
  for (const name of twice) found.delete(name)
  return found
}

/** Another community, sex or birth: another person of the same name. */
function contradict(one: Person, other: Person): boolean {
  if (one.community >= 0 && other.community >= 0 && one.community !== other.community) return true
  if (one.sex !== 'unknown' && other.sex !== 'unknown' && one.sex !== other.sex) return true
  return one.birth !== 0 && other.birth !== 0 && Math.floor(one.birth / 100) !== Math.floor(other.birth / 100)
}
