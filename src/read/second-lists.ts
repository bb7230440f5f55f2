import type { Person } from '../core/reading'

/** One list of people for the comparison. */
export interface PeopleList {
  readonly index: number
  readonly old: boolean
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

const SAME = 0.9, OLD_SHARE = 0.3, FEWEST = 3

/**
 * Lists that would count people twice. Larger and fuller lists come first; a list of whose people nine in ten already stand in them is a second list.
 * A list that calls itself old is put last, and needs only some of its people to be found elsewhere.
 */
export function secondLists(lists: readonly PeopleList[]): SecondList[] {
  if (lists.length < 2) return []
  const order = [...lists].sort((a, b) => Number(a.old) - Number(b.old) || b.people.length - a.people.length || b.columns - a.columns || a.index - b.index)
  const where = new Map<string, number>()
  const second: SecondList[] = []
  for (const list of order) {
    const named = list.people.filter(person => person.name !== '' && person.presence !== 'vacant')
    let found = 0
    const others = new Set<number>()
    for (const person of named) {
      const other = where.get(keyOf(person)) ?? where.get(plainKey(person))
      if (other !== undefined) { found++; others.add(other) }
    }
    const share = named.length === 0 ? 0 : found / named.length
    if (named.length >= FEWEST && share >= SAME) second.push({ index: list.index, why: list.old ? 'old-version' : 'same-people', others: [...others], share })
    else if (list.old && where.size > 0 && (share >= OLD_SHARE || named.length > 0)) second.push({ index: list.index, why: 'old-version', others: [...others], share })
    else for (const person of named) { where.set(keyOf(person), list.index); if (person.community < 0) where.set(plainKey(person), list.index) }
  }
  return second
}

function keyOf(person: Person): string {
  return `${person.name}\n${String(person.community)}`
}

/** People of whom one list tells the community and the other does not. */
function plainKey(person: Person): string {
  return person.name
}
