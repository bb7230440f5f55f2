import type { NearName, Person, PremisesRow } from '../core/reading'
import type { Place } from '../core/place'
import type { CommunityIndex } from './communities'

/** At most so many rows of a name are a slip of the pen; more are a community that the list lacks. */
const MOST_SLIPS = 2
/** A community with so many people is one. */
const FEWEST_STAFFED = 3

export interface NearNames {
  readonly names: readonly NearName[]
  /** The index to take for that of a misspelt community. */
  readonly taken: ReadonlyMap<number, number>
}

/**
 * Communities of the roster that the workbook's own list does not have and that are one character off exactly one that it has.
 * @param official communities of a list of communities; @param placed those of a list of premises, which may lack some
 * @param placeOf the cell that names a person's community
 */
export function nearNames(
  communities: CommunityIndex,
  people: readonly Person[],
  official: ReadonlySet<number>,
  placed: ReadonlySet<number>,
  placeOf: (person: Person) => Place,
  isOwn: (written: string) => boolean,
): NearNames {
  const rows = new Map<number, number>()
  for (const { community } of people) if (community >= 0) rows.set(community, (rows.get(community) ?? 0) + 1)
  const count = (index: number): number => rows.get(index) ?? 0
  const list = official.size > 1 ? official : placed
  // Without a list of its own only 楼牌 for 牌楼 is a slip: once, beside a community that has its people.
  if (list.size < 2) {
    const staffed = new Set([...rows].filter(([, of]) => of >= FEWEST_STAFFED).map(([index]) => index))
    return slips(communities, rows.keys(), staffed, isOwn, {
      isKnown: index => list.has(index),
      isSlip: (index, meant) => count(index) === 1 && areSwapped(communities.at(index)?.name ?? '', communities.at(meant)?.name ?? ''),
      placesOf: index => people.filter(person => person.community === index).map(placeOf),
    })
  }
  return slips(communities, rows.keys(), list, isOwn, {
    isKnown: index => official.has(index) || placed.has(index),
    isSlip: (index, meant) => (count(index) <= MOST_SLIPS && count(meant) > count(index)) || (official.has(meant) && count(meant) === 0),
    placesOf: index => people.filter(person => person.community === index).map(placeOf),
  })
}

/**
 * Communities of a list of premises that are one character off exactly one of the workbook's own list, which itself has no premises.
 * @param known communities of which there are people: they are there, however they are written
 */
export function nearPlaces(
  communities: CommunityIndex,
  premises: readonly PremisesRow[],
  official: ReadonlySet<number>,
  known: ReadonlySet<number>,
  placeOf: (place: PremisesRow) => Place,
  isOwn: (written: string) => boolean,
): NearNames {
  const housed = new Set(premises.map(place => place.community))
  return slips(communities, housed, official, isOwn, {
    isKnown: index => official.has(index) || known.has(index),
    isSlip: (_index, meant) => !housed.has(meant),
    placesOf: index => premises.filter(place => place.community === index).map(placeOf),
  })
}

interface Slip {
  /** It is a community of its own, whatever it looks like. */
  readonly isKnown: (index: number) => boolean
  /** @param meant the one community of the list that it is one character off */
  readonly isSlip: (index: number, meant: number) => boolean
  readonly placesOf: (index: number) => readonly Place[]
}

/** Those among some communities that are one character off exactly one of a list. A list of one is none. */
function slips(
  communities: CommunityIndex,
  candidates: Iterable<number>,
  list: ReadonlySet<number>,
  isOwn: (written: string) => boolean,
  { isKnown, isSlip, placesOf }: Slip,
): NearNames {
  const names: NearName[] = [], taken = new Map<number, number>()
  for (const index of list.size < 2 ? [] : candidates) {
    const entry = communities.at(index)
    if (entry === undefined || isKnown(index) || isOwn(entry.label)) continue
    const [meant, ...others] = [...list].filter(other => isNear(entry.name, communities.at(other)?.name ?? ''))
    const found = meant === undefined ? undefined : communities.at(meant)
    if (meant === undefined || found === undefined || others.length > 0 || !isSlip(index, meant)) continue
    taken.set(index, meant)
    names.push({ written: entry.label, name: found.name, label: found.label, places: placesOf(index) })
  }
  return { names, taken }
}

/** Two characters side by side have changed places. */
function areSwapped(a: string, b: string): boolean {
  return a !== b && a.length === b.length && [...a].toSorted().join('') === [...b].toSorted().join('')
}

/** Characters by which real neighbours differ: 河东 and 河西 are two communities, 一村 and 二村 too. */
const TELLING = new Set('东西南北中前后左右上下内外新老旧大小一二三四五六七八九十甲乙丙丁0123456789')

/** Two names one character apart, changed, left out, doubled or swapped, and not by a character that tells neighbours apart. */
function isNear(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 2 || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const inA = a.slice(from, a.length - end), inB = b.slice(from, b.length - end)
  if (inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]) return true
  return inA.length <= 1 && inB.length <= 1 && ![...inA, ...inB].some(character => TELLING.has(character))
}
