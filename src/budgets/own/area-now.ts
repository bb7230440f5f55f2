import type { Measured, Reading } from '../../core/reading'
import { add, call, cell } from '../../formula/expression'
import { isProgramme } from './table'
import type { OwnTable } from './own-table'

const MOST_CELLS = 60

/**
 * What the premises lists say that a community has today: the areas themselves, where each is a plain number. A programme of building is no list.
 * @returns without `=`; `null` where an area is missing, about, or written as text
 */
export function areaNow(reading: Reading, own: readonly OwnTable[], community: number): string | null {
  const plans = new Set(own.filter(({ table }) => table.kind !== 'premises' || isProgramme(table)).map(each => each.table.index))
  const places: Measured[] = []
  const wanted = new Set(community < 0 ? reading.communities.map(each => each.index) : [community])
  for (const site of reading.premises) {
    if (!wanted.has(site.community) || plans.has(site.table) || reading.tables[site.table]?.counted !== true || site.tenure === 'in-building') continue
    const office = site.usable ?? site.unspecified
    if (office === null) return null
    places.push(office, ...(site.activity === null ? [] : [site.activity]))
  }
  if (places.length === 0 || places.length > MOST_CELLS || places.some(({ raw, about }) => typeof raw !== 'number' || about)) return null
  const cells = places.map(({ place }) => cell(place))
  return (cells.length > 3 ? call('SUM', ...cells) : add(...cells)).text
}
