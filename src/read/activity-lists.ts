import type { PremisesRow } from '../core/reading'
import { normalise } from '../vocabulary/normalise'
import type { Draft } from './draft'

const OFFICE = /办公/, ACTIVITY = /活动|文体|文化/

/**
 * 办公用房面积 in one list and 活动用房面积 in another: the activity rooms are places beside the offices and no part of them, so that both are added.
 * Beside a list that does not call its areas offices the activity rooms may be part of what it holds: there nothing is added.
 * @param premises rows of all lists; those of such activity lists get their area
 */
export function activityBesideOffices(drafts: readonly Draft[], premises: PremisesRow[]): void {
  const parts = drafts.map(draft => (draft.counted && draft.classified.kind === 'premises' ? partOf(draft) : null))
  if (!parts.includes('office') || !parts.includes('activity')) return
  const offices = new Set(premises.flatMap(place => (parts[place.table] === 'office' && hasArea(place) ? [place.community] : [])))
  for (const [at, place] of premises.entries()) {
    if (parts[place.table] !== 'activity' || place.community < 0 || !offices.has(place.community) || hasArea(place) || place.activity === null)
      continue
    const isUsable = drafts[place.table]?.settled.columns.some(({ header }) => ACTIVITY.test(header) && /使用/.test(header)) === true
    premises[at] = { ...place, ...(isUsable ? { usable: place.activity } : { unspecified: place.activity }), activity: null }
  }
}

function hasArea(place: PremisesRow): boolean {
  return place.usable !== null || place.unspecified !== null
}

/** What all the areas of a list are of: by their headers, and where these are bare by the title and the sheet's name. */
function partOf({ settled, heading }: Draft): 'office' | 'activity' | null {
  const around = normalise(`${heading.titles[0] ?? ''}${settled.found.sheet.name}`)
  const parts = settled.columns.flatMap(({ header }) => {
    const plain = normalise(header)
    if (!/面积/.test(plain)) return []
    return [OFFICE.test(plain) || ACTIVITY.test(plain) ? kindOf(plain) : kindOf(around)]
  })
  const [only] = new Set(parts)
  return new Set(parts).size === 1 && only !== undefined ? only : null
}

function kindOf(text: string): 'office' | 'activity' | null {
  const office = OFFICE.test(text), activity = ACTIVITY.test(text)
  return office === activity ? null : office ? 'office' : 'activity'
}
