import type { Person } from '../core/reading'

/** One list of people for the comparison. */
export interface PeopleList {
  readonly index: number
  readonly old: boolean
  /** When it was drawn up, larger is later; `null` when nothing tells. */
  readonly time: number | null
  readonly columns: number
  readonly people: readonly Person[]
}

/** A list whose people all stand in others, or an old version. */
export interface SecondList {
  readonly index: number
  readonly why: 'same-people' | 'old-version'
  /** Tables in which its people stand. */
  readonly others: readonly number[]
  /** Share of its people that were found there. */
  readonly share: number
}

/** A time below this is a month without a year. */
export const MONTHS_WITH_YEAR = 1000
/** Half of the people of a list in the same communities of other lists: two versions of one list, not two lists. */
const SAME = 0.5
/** Where only names can be compared, more of them must agree, and in more than two people. */
const SAME_NAMES = 0.9, FEWEST_NAMES = 3

/**
 * Lists that would count people twice. Newer, larger and fuller lists come first; a list most of whose people already stand in them is a second list.
 * A list that calls itself old is put last, and is one whoever stands in it.
 * @param now year x 100 + month of the judgement; 0 where no day is known
 */
export function secondLists(lists: readonly PeopleList[], now = 0): SecondList[] {
  if (lists.length < 2) return []
  const latest = Math.max(0, ...lists.map(list => list.time ?? 0))
  // Beside a list of 2022 one without a year is today's; a month alone is not held against the day.
  const newest = latest >= MONTHS_WITH_YEAR ? Math.max(latest, now) : latest
  const order = [...lists].sort(
    (a, b) =>
      Number(a.old) - Number(b.old) ||
      (b.time ?? newest) - (a.time ?? newest) ||
      b.people.length - a.people.length ||
      b.columns - a.columns ||
      a.index - b.index,
  )
  const counted: Counted = { anywhere: new Map(), homeless: new Map(), inCommunity: new Map() }
  const second: SecondList[] = []
  for (const list of order) {
    const named = list.people.filter(person => person.name !== '' && person.presence !== 'vacant')
    let sure = 0, byName = 0
    const others = new Set<number>()
    for (const { name, community } of named) {
      const same = community < 0 ? undefined : counted.inCommunity.get(community)?.get(name)
      const other = same ?? (community < 0 ? counted.anywhere : counted.homeless).get(name)
      if (same !== undefined) sure++
      else if (other !== undefined) byName++
      if (other !== undefined) others.add(other)
    }
    const share = named.length === 0 ? 0 : (sure + byName) / named.length
    const same = named.length > 0 && (sure / named.length >= SAME || (share >= SAME_NAMES && named.length >= FEWEST_NAMES))
    if (same || (list.old && counted.anywhere.size > 0 && named.length > 0)) second.push({ index: list.index, why: list.old ? 'old-version' : 'same-people', others: [...others], share })
    else for (const person of named) remember(counted, person, list.index)
  }
  return second
}

/** Names met so far, each with the list it stands in. */
interface Counted {
  readonly anywhere: Map<string, number>
  /** Names of people whose community is not known: they can be compared by name alone. */
  readonly homeless: Map<string, number>
  readonly inCommunity: Map<number, Map<string, number>>
}

function remember(counted: Counted, { name, community }: Person, list: number): void {
  counted.anywhere.set(name, list)
  if (community < 0) { counted.homeless.set(name, list); return }
  let names = counted.inCommunity.get(community)
  if (names === undefined) counted.inCommunity.set(community, names = new Map())
  names.set(name, list)
}
