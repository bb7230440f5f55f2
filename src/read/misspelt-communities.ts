import type { Place } from '../core/place'
import type { NearName, Person, PremisesRow } from '../core/reading'
import { nearNameId } from './ask'
import type { CommunityIndex } from './communities'
import type { Draft } from './draft'
import { nearNames, nearPlaces } from './near-names'
import type { NoteLists } from './notes'
import { columnOf, sheetColumn } from './settle-table'

/** What is needed to tell a misspelt community from one of its own. */
export interface Misspelt {
  readonly drafts: readonly Draft[]
  /** Changed: people of a misspelt community are given to the listed one. */
  readonly people: Person[]
  /** Changed: so are its premises. */
  readonly premises: PremisesRow[]
  readonly communities: CommunityIndex
  readonly listed: ReadonlySet<number>
  readonly notes: NoteLists
  /** Which tables count. */
  readonly counted: readonly boolean[]
  readonly answers: Readonly<Record<string, string>>
}

/** Takes misspelt communities of the roster for the listed ones that they are near to. */
export function takeNearNames({ drafts, people, premises, communities, listed, notes, counted, answers }: Misspelt): readonly NearName[] {
  const placed = new Set<number>()
  for (const place of premises) if (place.community >= 0 && counted[place.table] === true) placed.add(place.community)
  const placeOf = ({ table, row }: Pick<Person, 'table' | 'row'>): Place => {
    const settled = drafts[table]?.settled,
      column = settled === undefined ? undefined : columnOf(settled, 'community')?.column
    return {
      sheet: settled?.found.sheet.name ?? '',
      row,
      column: settled === undefined || column === undefined ? (settled?.found.header.left ?? 1) : sheetColumn(settled, column),
    }
  }
  const isOwn = (written: string): boolean => answers[nearNameId(written)] === 'own'
  const { names, taken } = nearNames(
    communities,
    people.filter(person => counted[person.table] === true),
    listed,
    placed,
    placeOf,
    isOwn,
  )
  if (taken.size > 0)
    for (const [index, person] of people.entries()) {
      const community = taken.get(person.community)
      if (community !== undefined)
        people[index] = {
          ...person,
          community,
          notes: notes.add(notes.start(), notes.note('community', 'value.community-near')).list.concat(person.notes),
        }
    }
  const housed = nearPlaces(
    communities,
    premises.filter(place => place.community >= 0 && counted[place.table] === true),
    listed,
    new Set(people.map(person => person.community)),
    placeOf,
    isOwn,
  )
  if (housed.taken.size > 0)
    for (const [index, place] of premises.entries()) {
      const community = housed.taken.get(place.community)
      if (community !== undefined) premises[index] = { ...place, community }
    }
  return [...names, ...housed.names]
}
