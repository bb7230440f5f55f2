import type { NearName, Person, PremisesRow } from '../core/reading'
import type { Place } from '../core/place'
import type { CommunityIndex } from './communities'
import { areSwapped, oneApart } from './one-apart'

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
    return slips(communities, rows.keys(), staffed, isOwn, people, placeOf, {
      isKnown: index => list.has(index),
      isSlip: (index, meant) => count(index) === 1 && areSwapped(communities.at(index)?.name ?? '', communities.at(meant)?.name ?? ''),
    })
  }
  return slips(communities, rows.keys(), list, isOwn, people, placeOf, {
    isKnown: index => official.has(index) || placed.has(index),
    isSlip: (index, meant) => (count(index) <= MOST_SLIPS && count(meant) > count(index)) || (official.has(meant) && count(meant) === 0),
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
  return slips(communities, housed, official, isOwn, premises, placeOf, {
    isKnown: index => official.has(index) || known.has(index),
    isSlip: (_index, meant) => !housed.has(meant),
  })
}

interface Slip {
  /** It is a community of its own, whatever it looks like. */
  readonly isKnown: (index: number) => boolean
  /** @param meant the one community of the list that it is one character off */
  readonly isSlip: (index: number, meant: number) => boolean
}

/**
 * Those among some communities that are one character off exactly one of a list. A list of one is none.
 * @param rows the people or premises; @param placeOf the cell that names the community of one
 */
function slips<Row extends { readonly community: number }>(
  communities: CommunityIndex,
  candidates: Iterable<number>,
  list: ReadonlySet<number>,
  isOwn: (written: string) => boolean,
  rows: readonly Row[],
  placeOf: (row: Row) => Place,
  { isKnown, isSlip }: Slip,
): NearNames {
  const names: NearName[] = [], taken = new Map<number, number>(), places = new Map<number, Place[]>()
  // Made for the first that needs it: most workbooks have none.
  let near: ((name: string) => readonly number[]) | undefined
  for (const index of list.size < 2 ? [] : candidates) {
    const entry = communities.at(index)
    if (entry === undefined || isKnown(index) || isOwn(entry.label)) continue
    near ??= oneApart([...list].map(other => [other, communities.at(other)?.name ?? '']))
    const [meant, ...others] = near(entry.name)
    const found = meant === undefined ? undefined : communities.at(meant)
    if (meant === undefined || found === undefined || others.length > 0 || !isSlip(index, meant)) continue
    const at: Place[] = []
    taken.set(index, meant)
    places.set(index, at)
    names.push({ written: entry.label, name: found.name, label: found.label, places: at })
  }
  if (taken.size > 0) for (const row of rows) places.get(row.community)?.push(placeOf(row))
  return { names, taken }
}
