import type { ReadNotice } from '../core/snapshot'
import { communityName } from '../vocabulary/communities'
import { normalise } from '../vocabulary/normalise'
import { rowOf } from './grid'
import { columnOf } from './settle-table'
import type { SettledTable } from './settle-table'

/** Communities of one name under different towns of one list: they are counted as one, and that is said. */
export function inTwoTowns(table: SettledTable): readonly ReadNotice[] {
  const township = columnOf(table, 'township'), community = columnOf(table, 'community')
  if (township === undefined || community === undefined) return []
  const { found } = table
  const townsOf = new Map<string, Set<string>>()
  let town = '', seen = ''
  for (let row = found.first; row <= found.last; row++) {
    if (found.repeats.has(row)) continue
    const cells = rowOf(found.sheet, row), above = cells[township.column - 1], value = cells[community.column - 1]
    if (typeof above === 'string' && above.trim() !== '') town = above
    if (typeof value !== 'string' || town === '') continue
    // Rows of one community stand together: a look is needed only where something changes.
    const pair = `${town}\n${value}`
    if (pair === seen || value.trim() === '') continue
    seen = pair
    const { name } = communityName(value)
    const towns = townsOf.get(name) ?? new Set<string>()
    townsOf.set(name, towns.add(normalise(town)))
  }
  return [...townsOf].filter(([, towns]) => towns.size > 1).map(([name, towns]) => ({ key: 'notice.community-in-two-towns', params: { sheet: found.sheet.name, community: name, towns: [...towns].join('、') }, sheet: found.sheet.name }))
}
