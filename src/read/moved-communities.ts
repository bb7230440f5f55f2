import type { Person, PremisesRow } from '../core/reading'
import type { ReadNotice } from '../core/snapshot'
import type { CommunityIndex } from './communities'
import { shortPlace } from './list-facts'

/** People under the indices that their communities have in the end. @param moved by the index of before */
export function peopleMoved(people: readonly Person[], moved: Int32Array): readonly Person[] {
  if (moved.every((to, from) => to === from)) return people
  return people.map(person => (person.community < 0 ? person : { ...person, community: moved[person.community] ?? -1 }))
}

/** Premises likewise, and the communities that they may belong to. */
export function premisesMoved(premises: readonly PremisesRow[], moved: Int32Array): PremisesRow[] {
  return premises.map(place =>
    place.community < 0
      ? place
      : {
          ...place,
          community: moved[place.community] ?? -1,
          ...(place.doubts === undefined
            ? {}
            : { doubts: place.doubts.map(doubt => ({ ...doubt, communities: doubt.communities.map(each => moved[each] ?? -1) })) }),
        },
  )
}

/** Two places of the workbook state different numbers for one community. */
export function disagreeingCounts(communities: CommunityIndex): ReadNotice[] {
  const notices: ReadNotice[] = []
  for (let at = 0; at < communities.size; at++) {
    const entry = communities.at(at)
    for (const { places } of entry?.conflicts ?? []) {
      const [first, second] = places
      if (entry !== undefined && first !== undefined && second !== undefined)
        notices.push({
          key: 'notice.count-disagrees',
          params: { community: entry.name, first: shortPlace(first), second: shortPlace(second) },
          sheet: second.sheet,
        })
    }
  }
  return notices
}
