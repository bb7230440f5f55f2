import { ROOM_IDS } from '../core/columns'
import type { PolicyReadings } from '../core/plan'
import type { Measured, PremisesDoubt, PremisesRow, RoomId, RoomState, Tenure } from '../core/reading'

/** A sum of areas in m2 with what the writing leaves open. */
export interface AreaSum {
  /** What is shown and what a range's lower end gives; `null` when not known. */
  readonly value: number | null
  /** The area is at least and at most this: a verdict must hold for both ends. */
  readonly low: number
  readonly high: number
  readonly about: boolean
}

/** The premises of one community, all its places together. */
export interface PremisesFacts {
  readonly sites: readonly PremisesRow[]
  /** 使用面积 today; places in building are left out. */
  readonly usable: AreaSum
  /** 建筑面积 today. */
  readonly built: AreaSum
  /** Any facility area, built where it is given: for standards that do not say which. */
  readonly facility: AreaSum
  readonly activity: AreaSum
  /** Usable area that is neither rented, borrowed nor to be demolished. */
  readonly own: AreaSum
  /** Usable area at the end of the plan: what is its own and stays, and what is in building. */
  readonly planned: AreaSum
  /** An area with no word on which was taken as usable. */
  readonly assumedUsable: boolean
  /** Only the built area is given for some place. */
  readonly builtOnly: boolean
  /** A range was written; its lower end is used. */
  readonly ranged: boolean
  readonly inBuilding: number
  /** m2 of places in building, not counted today. */
  readonly inBuildingArea: number
  readonly rooms: Readonly<Record<RoomId, RoomState>>
  /** A column asks whether all four rooms are there and says no: whatever else is open, one is not. */
  readonly roomMissing: boolean
  readonly tenure: Tenure
  readonly demolition: boolean
  /** What contradicts itself or cannot be, of places that stand. */
  readonly doubts: readonly PremisesDoubt[]
  /** The latest day on which a lease ended before the as-of day, `yyyymmdd`; `ENDED_SOME_DAY` where only that is told; 0 where none has. */
  readonly leaseEnded: number
}

/** A lease is over, and nobody wrote since when. */
export const ENDED_SOME_DAY = 1

/** Which rooms a table has a column for, by the table's index. */
export type RoomColumns = (table: number) => ReadonlySet<RoomId>

const EVERY_ROOM: ReadonlySet<RoomId> = new Set(ROOM_IDS)
const NOTHING: AreaSum = { value: null, low: 0, high: Number.POSITIVE_INFINITY, about: false }
const ZERO: AreaSum = { value: 0, low: 0, high: 0, about: false }
/** How far an about-value may be off either way: it decides a verdict only beyond this. */
const ABOUT_MARGIN = 0.1
/** Enough to keep a value off the line that it stands on. */
const LEAST_MARGIN = 1e-6

export function premisesFacts(
  sites: readonly PremisesRow[],
  settings: PolicyReadings,
  asked: RoomColumns = () => EVERY_ROOM,
  asOf = 0,
): PremisesFacts {
  const standing = sites.filter(site => site.tenure !== 'in-building')
  const building = sites.filter(site => site.tenure === 'in-building')
  const kept = standing.filter(site => isOwn(site) || isUnclear(site)).map(keptOf)
  return {
    sites,
    usable: total(standing.map(site => whileLeased(usableOf(site), site, asOf))),
    built: total(standing.map(site => (site.tenure === 'none' && site.built === null ? ZERO : areaOf(site.built, site)))),
    facility: total(standing.map(facilityOf)),
    activity: total(standing.map(site => areaOf(site.activity, site))),
    own: total(kept),
    planned: total([...kept, ...building.map(usableOf)]),
    assumedUsable: standing.some(site => site.usable === null && site.unspecified !== null),
    builtOnly: standing.some(site => site.usable === null && site.unspecified === null && site.built !== null),
    ranged: standing.some(isRange),
    inBuilding: building.length,
    inBuildingArea: building.reduce((sum, site) => sum + (usableOf(site).value ?? 0), 0),
    rooms: roomsOf(sites, settings, asked),
    // Two places may make up for each other; one place may not.
    roomMissing: sites.length === 1 && sites[0]?.allRooms === false,
    tenure: tenureOf(sites),
    demolition: standing.some(isDoomed),
    doubts: standing.flatMap(site => site.doubts ?? []),
    leaseEnded: Math.max(0, ...standing.map(site => (hasEnded(site, asOf) ? Math.max(ENDED_SOME_DAY, site.lease?.end ?? 0) : 0))),
  }
}

/** All communities together; areas are sums of what is known. */
export function wholePremises(parts: readonly (PremisesFacts | null)[]): PremisesFacts {
  const known = parts.filter(part => part !== null)
  const rooms = Object.fromEntries(ROOM_IDS.map(room => [room, known.length === parts.length && known.every(part => isThere(part.rooms[room])) ? 'present' : 'unknown']))
  return {
    sites: known.flatMap(part => part.sites),
    usable: sumOfKnown(known.map(part => part.usable)),
    built: sumOfKnown(known.map(part => part.built)),
    facility: parts.length === known.length ? total(known.map(part => part.facility)) : NOTHING,
    activity: parts.length === known.length ? total(known.map(part => part.activity)) : NOTHING,
    own: sumOfKnown(known.map(part => part.own)),
    planned: sumOfKnown(known.map(part => part.planned)),
    assumedUsable: known.some(part => part.assumedUsable),
    builtOnly: known.some(part => part.builtOnly),
    ranged: known.some(part => part.ranged),
    inBuilding: known.reduce((sum, part) => sum + part.inBuilding, 0),
    inBuildingArea: known.reduce((sum, part) => sum + part.inBuildingArea, 0),
    rooms: rooms as Record<RoomId, RoomState>,
    roomMissing: false,
    tenure: tenureOf(known.flatMap(part => part.sites)),
    demolition: known.some(part => part.demolition),
    doubts: known.flatMap(part => part.doubts),
    leaseEnded: Math.max(0, ...known.map(part => part.leaseEnded)),
  }
}

export function isThere(state: RoomState): boolean {
  return state === 'present' || state === 'shared'
}

/** The lease of the place ended before the day. */
export function hasEnded(site: PremisesRow, asOf: number): boolean {
  return site.lease !== undefined && asOf > 0 && site.lease.end < asOf
}

/** A place whose lease has ended may be there or not: nobody wrote that it was given up. */
function whileLeased(area: AreaSum, site: PremisesRow, asOf: number): AreaSum {
  return hasEnded(site, asOf) ? { ...area, low: 0 } : area
}

/** Area counts as solved: not rented, borrowed, or about to go, and not held in a way that nobody understands. */
function isOwn(site: PremisesRow): boolean {
  return !isDoomed(site) && site.tenure !== 'rented' && site.tenure !== 'borrowed' && site.tenure !== 'none' && site.tenure !== 'unclear'
}

/** How it is held, or whether it is to go, nobody understands: it may be its own and stay or not, and is never taken so. */
function isUnclear(site: PremisesRow): boolean {
  return !isDoomed(site) && (site.tenure === 'unclear' || (site.demolition === 'unclear' && isOwn(site)))
}

/** What stays for certain; how much of a place that nobody understands is not known. */
function keptOf(site: PremisesRow): AreaSum {
  return isUnclear(site) ? { ...usableOf(site), value: null, low: 0 } : usableOf(site)
}

function isDoomed(site: PremisesRow): boolean {
  return site.tenure === 'to-be-demolished' || site.demolition === 'yes'
}

/** 使用面积 of one place: as given, else an area with no word on which, with the activity rooms beside it. */
function usableOf(site: PremisesRow): AreaSum {
  const given = site.usable ?? site.unspecified
  if (given === null) {
    if (site.built !== null) return { ...NOTHING, high: areaOf(site.built, site).high }
    if (site.activity !== null) return { ...NOTHING, low: areaOf(site.activity, site).low }
    return site.tenure === 'none' ? ZERO : NOTHING
  }
  return site.activity === null ? areaOf(given, site) : total([areaOf(given, site), areaOf(site.activity, site)])
}

/** The built area where it is given; a usable area alone is the least that the built area can be. */
function facilityOf(site: PremisesRow): AreaSum {
  if (site.built !== null && site.built.value !== null) return areaOf(site.built, site)
  if (site.unspecified !== null) return usableOf(site)
  const usable = usableOf(site)
  // No building has more than half of its area in walls and stairs.
  return usable.value === null || usable.value === 0 ? usable : { ...usable, high: usable.high * 2 }
}

/** An area with the ends that its writing leaves open. */
export function areaOf(measured: Measured | null, site: PremisesRow): AreaSum {
  if (measured === null) return NOTHING
  const { value, low, high } = measured
  // Two answers were met: the verdict must hold for both.
  if (measured.doubtful === true) return { value, low: low ?? 0, high: high ?? Number.POSITIVE_INFINITY, about: false }
  if (value === null) return NOTHING
  // A written range is tested by its lower end.
  if (!measured.about || isRange(site)) return { value, low: value, high: value, about: false }
  if (low !== null && high === null) return { value, low, high: Number.POSITIVE_INFINITY, about: true }
  // 200余 stands on the line as much as 约200 does: what is about never passes a borderline.
  const least = low ?? value * (1 - ABOUT_MARGIN), most = high ?? value * (1 + ABOUT_MARGIN)
  return { value, low: Math.min(least, value * (1 - LEAST_MARGIN)), high: Math.max(most, value * (1 + LEAST_MARGIN)), about: true }
}

/** The reader found two ends, 170-190, in one of the row's areas. */
function isRange(site: PremisesRow): boolean {
  return site.notes.some(note => note.key === 'value.area-range')
}

/** Unknown as soon as one part is. */
function total(parts: readonly AreaSum[]): AreaSum {
  if (parts.length === 0) return ZERO
  let value: number | null = 0, low = 0, high = 0, about = false
  for (const part of parts) {
    value = value === null || part.value === null ? null : value + part.value
    low += part.low
    high += part.high
    about ||= part.about
  }
  return { value: value === null ? null : exact(value), low: exact(low), high: exact(high), about }
}

function sumOfKnown(parts: readonly AreaSum[]): AreaSum {
  const known = parts.filter(part => part.value !== null)
  return known.length === 0 ? NOTHING : total(known)
}

/** Takes the binary noise of a sum away (66.7 + 66.6 + 66.7 is 200), nothing more. */
function exact(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : value
}

const RANK: Readonly<Record<RoomState, number>> = { present: 3, shared: 2, unknown: 1, absent: 0 }

/** A room is there when any place of the community has it. A table without a column for it says nothing of it, if another one does. */
function roomsOf(sites: readonly PremisesRow[], settings: PolicyReadings, asked: RoomColumns): Record<RoomId, RoomState> {
  const best = (room: RoomId): RoomState => {
    const telling = sites.filter(site => asked(site.table).has(room))
    let found: RoomState = 'absent'
    for (const site of telling.length === 0 ? sites : telling) {
      const state = settings.rooms === 'each-own' && site.rooms[room] === 'shared' ? 'absent' : site.rooms[room]
      if (RANK[state] > RANK[found]) found = state
    }
    return found
  }
  return { office: best('office'), police: best('police'), meeting: best('meeting'), culture: best('culture') }
}

/** The tenure to show for several places: the one that leaves the most unsolved. */
const UNSOLVED: readonly Tenure[] = ['to-be-demolished', 'rented', 'borrowed', 'shared', 'in-building', 'none', 'unclear', 'own', 'blank']

function tenureOf(sites: readonly PremisesRow[]): Tenure {
  return UNSOLVED.find(tenure => sites.some(site => site.tenure === tenure)) ?? 'blank'
}
