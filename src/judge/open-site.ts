import { columnAt } from '../core/table-columns'
import { ROOM_IDS, ROOM_KEY } from '../core/columns'
import type { Place } from '../core/place'
import type { PremisesRow, Reading, RoomId } from '../core/reading'
import { areaOf, hasEnded } from './premises-facts'

/** A part of the usable area of a place: what it is at least and at most, and the cell in which that would be settled. */
export interface AreaPart {
  readonly low: number
  /** Of an open end (200余) what is asked about; infinite where there is no number to start from. */
  readonly high: number
  /** `number`: m2 are asked for; `basis`: whether the area is usable or built; `null`: nothing is open, or there is no number to start from. */
  readonly open: 'number' | 'basis' | null
  readonly place: Place | null
}

/** How far beyond its value an open-ended area is asked about. */
const MARGIN = 1.1

/**
 * What is open about the usable area of a place that stands: the parts add up to what the figure takes. A place whose lease has ended may be there or not,
 * whatever its area is: no cell would settle it.
 * @param asOf yyyymmdd
 */
export function usableParts(site: PremisesRow, asOf: number): readonly AreaPart[] {
  const parts = partsOf(site)
  return hasEnded(site, asOf) ? parts.map(({ high }) => ({ low: 0, high, open: null, place: null })) : parts
}

function partsOf(site: PremisesRow): readonly AreaPart[] {
  const given = site.usable ?? site.unspecified
  if (given === null) {
    if (site.built !== null) {
      const { high } = areaOf(site.built, site)
      return [{ low: 0, high, open: Number.isFinite(high) && high > 0 ? 'number' : null, place: site.built.place }]
    }
    const low = site.activity === null ? 0 : areaOf(site.activity, site).low
    return [{ low, high: site.activity === null && site.tenure === 'none' ? 0 : Number.POSITIVE_INFINITY, open: null, place: null }]
  }
  return (site.activity === null ? [given] : [given, site.activity]).map((measured): AreaPart => {
    const { value, low, high } = areaOf(measured, site), basis = measured === site.unspecified
    const open = low < high && (value !== null || Number.isFinite(high)) ? 'number' : basis && value !== null && value > 0 ? 'basis' : null
    return { low, high: open === 'number' && value !== null ? Math.min(high, Math.max(low, value * MARGIN)) : high, open, place: measured.place }
  })
}

/** An open cell about rooms: it settles all that it names. */
export interface OpenRooms {
  /** Position among the sites of the community. */
  readonly site: number
  readonly rooms: readonly RoomId[]
  readonly place: Place
}

/** The cells of a community's places that leave a room open. */
export function openRooms(sites: readonly PremisesRow[], reading: Reading): readonly OpenRooms[] {
  const found: OpenRooms[] = []
  for (const [at, site] of sites.entries()) {
    const table = reading.tables[site.table], byColumn = new Map<number, RoomId[]>()
    if (table === undefined) continue
    for (const room of ROOM_IDS) {
      if (site.rooms[room] !== 'unknown') continue
      const column = columnAt(table, ROOM_KEY[room], 'rooms')
      if (column === 0) continue
      const rooms = byColumn.get(column)
      if (rooms === undefined) byColumn.set(column, [room])
      else rooms.push(room)
    }
    for (const [column, rooms] of byColumn) found.push({ site: at, rooms, place: { sheet: table.sheet, row: site.row, column } })
  }
  return found
}
