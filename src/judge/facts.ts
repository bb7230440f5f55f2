import { ROOM_IDS, ROOM_KEY } from '../core/columns'
import { columnAt } from '../core/table-columns'
import { dayNumber, fullYears } from '../core/day'
import type { PolicyReadings } from '../core/plan'
import type { CommunityReading, Person, PremisesRow, Reading, RoomId } from '../core/reading'
import type { AgeBand, Headcount } from '../core/report'
import { Doubts } from './doubts'
import { NOT_COUNTED } from './swing'
import type { State, Swing } from './swing'
import { premisesFacts, wholePremises } from './premises-facts'
import type { PremisesFacts, RoomColumns } from './premises-facts'
import { ageOf, isOnPost, latestBirth, earliestBirth } from './person-facts'

/** Everything the figures pick from, taken from the reading in one pass over the people. */
export interface Facts {
  readonly reading: Reading
  readonly settings: PolicyReadings
  /** yyyymmdd. */
  readonly asOf: number
  /** A roster that counts was found and has people in it. */
  readonly hasRoster: boolean
  readonly hasPremises: boolean
  /** By community index. */
  readonly units: readonly UnitFacts[]
  readonly whole: UnitFacts
  /** People in the counting tables by community: `order` holds indices into `reading.people`, `starts[c]..starts[c + 1]` those of community c. The last slot has the people of no community. */
  readonly order: Int32Array
  readonly starts: Int32Array
}

/** One community, or the whole (`community` -1). */
export interface UnitFacts {
  readonly community: number
  readonly headcount: Headcount
  readonly ages: AgeFacts
  /** The same people by bands of five years; empty where no age is known. */
  readonly bands: readonly AgeBand[]
  /** Counted although on leave or posted elsewhere. */
  readonly away: number
  /** What the figures could be if the other sides of contradictions were right; `null` when nothing contradicts. */
  readonly swing: Swing | null
  /** `null`: no row of a premises table names the community. */
  readonly premises: PremisesFacts | null
  readonly households: number | null
  readonly population: number | null
  /** 示范社区: how many are, are not, and are not told. */
  readonly model: { readonly yes: number; readonly no: number; readonly open: number }
  readonly facts: Facts
}

/** Sums over the counted people whose age is known. */
export interface AgeFacts {
  readonly known: number
  readonly sum: number
  /** The same sum with every unsure birthday taken as late, and as early, as it can be. */
  readonly low: number
  readonly high: number
  /** How many ages were typed and stand beside no birth date. */
  readonly stated: number
}

const FORMAL = 0, CONTRACTED = 1, UNDECIDED = 2, UNKNOWN = 3, VACANT = 4, LEFT = 5, COLLEGE = 6, COLLEGE_OPEN = 7, PARTY = 8, PARTY_OPEN = 9
const AGES = 10, AGE_SUM = 11, AGE_LOW = 12, AGE_HIGH = 13, STATED = 14, AWAY = 15, BANDS = 16

/** The first band ends below this age, the last begins `BAND_YEARS` below the end; between them five years each. */
const FIRST_BAND = 25, BAND_YEARS = 5, BAND_COUNT = 9
const SEXES = ['male', 'female', 'unknown'] as const
const WIDTH = BANDS + BAND_COUNT * SEXES.length

/**
 * Gathers the facts.
 * @param asOf `yyyy-mm-dd`; ages are full years on this day
 */
export function gatherFacts(reading: Reading, asOf: string, settings: PolicyReadings): Facts {
  const day = dayNumber(asOf), count = reading.communities.length, people = reading.people
  const counts = reading.tables.map(table => table.counted)
  const sums = new Float64Array((count + 1) * WIDTH)
  const starts = new Int32Array(count + 2)
  const fullTime = settings.education === 'full-time-only'
  const doubts = new Doubts(people, count, person => stateOf(person, day, fullTime))
  let rows = 0
  for (let index = 0; index < people.length; index++) {
    const person = people[index]
    if (person === undefined || counts[person.table] !== true) continue
    rows++
    const slot = person.community < 0 ? count : person.community
    starts[slot + 1] = (starts[slot + 1] ?? 0) + 1
    // The second listing of a person counts in neither his community nor the whole.
    if (person.sameAs < 0) addPerson(sums, slot * WIDTH, person, day, fullTime)
    if (person.sameAs >= 0 || person.notes.length > 0) doubts.meet(index, person)
  }
  doubts.finish()
  for (let c = 0; c <= count; c++) starts[c + 1] = (starts[c + 1] ?? 0) + (starts[c] ?? 0)
  const order = new Int32Array(rows), next = starts.slice()
  people.forEach((person, index) => {
    if (counts[person.table] !== true) return
    const slot = person.community < 0 ? count : person.community, at = next[slot] ?? 0
    order[at] = index
    next[slot] = at + 1
  })

  const byCommunity = premisesByCommunity(reading, day), asked = roomColumns(reading)
  const units: UnitFacts[] = []
  const total = new Float64Array(WIDTH)
  for (let i = 0; i < sums.length; i++) total[i % WIDTH] = (total[i % WIDTH] ?? 0) + (sums[i] ?? 0)
  const hasPremises = byCommunity.size > 0
  const facts: Facts = {
    reading,
    settings,
    asOf: day,
    hasRoster: rows > 0,
    hasPremises,
    units,
    order,
    starts,
    get whole() {
      return whole
    },
  }
  reading.communities.forEach((community, c) => {
    const sites = byCommunity.get(c)
    units.push({
      community: c, ...staffOf(sums, c * WIDTH), swing: doubts.of(c), facts,
      premises: sites === undefined ? null : premisesFacts(sites, settings, asked, day),
      households: community.households?.value ?? null,
      population: community.population?.value ?? null,
      model: modelOf([community]),
    })
  })
  const whole: UnitFacts = {
    community: -1, ...staffOf(total, 0), swing: doubts.whole, facts,
    premises: hasPremises ? wholePremises(units.map(unit => unit.premises)) : null,
    households: sumKnown(reading.communities.map(community => community.households?.value ?? null)),
    population: sumKnown(reading.communities.map(community => community.population?.value ?? null)),
    model: modelOf(reading.communities),
  }
  return facts
}

/** The workbook has a list of its communities, which is taken for all of them. */
export function listsCommunities(reading: Reading): boolean {
  return reading.tables.some(table => table.counted && table.kind === 'community')
}

/** Which rooms each table has a column for. */
export function roomColumns(reading: Reading): RoomColumns {
  const rooms = reading.tables.map(table => new Set(ROOM_IDS.filter(room => columnAt(table, ROOM_KEY[room], 'rooms') !== 0)))
  return table => rooms[table] ?? NO_ROOMS
}

const NO_ROOMS: ReadonlySet<RoomId> = new Set()

function addPerson(sums: Float64Array, at: number, person: Person, asOf: number, fullTime: boolean): void {
  if (person.presence === 'vacant') return add(sums, at + VACANT, 1)
  if (person.presence === 'left') return add(sums, at + LEFT, 1)
  if (person.employment === 'undecided') return add(sums, at + UNDECIDED, 1)
  if (person.employment === 'unknown') return add(sums, at + UNKNOWN, 1)
  add(sums, at + (person.employment === 'formal' ? FORMAL : CONTRACTED), 1)
  if (person.presence !== 'present') add(sums, at + AWAY, 1)
  const college = fullTime ? person.collegeFullTime : person.college
  if (college === 'yes') add(sums, at + COLLEGE, 1)
  else if (college !== 'no') add(sums, at + COLLEGE_OPEN, 1)
  if (person.partyOrLeague === 'yes') add(sums, at + PARTY, 1)
  else if (person.partyOrLeague !== 'no') add(sums, at + PARTY_OPEN, 1)
  const age = ageOf(person, asOf)
  if (age < 0) return
  const exact = person.birth === 0 || person.birthPrecision === 'day'
  add(sums, at + AGES, 1)
  add(sums, at + AGE_SUM, age)
  add(sums, at + AGE_LOW, exact ? age : fullYears(latestBirth(person), asOf))
  add(sums, at + AGE_HIGH, exact ? age : fullYears(earliestBirth(person), asOf))
  if (person.birth === 0) add(sums, at + STATED, 1)
  add(sums, at + BANDS + bandOf(age) * SEXES.length + SEXES.indexOf(person.sex), 1)
}

/** Which band an age falls into: under 25, 25 to 29, …, 60 and over. */
function bandOf(age: number): number {
  return Math.min(BAND_COUNT - 1, Math.max(0, Math.floor((age - FIRST_BAND) / BAND_YEARS) + 1))
}

function bandsOf(get: (slot: number) => number): AgeBand[] {
  return Array.from({ length: BAND_COUNT }, (_, band): AgeBand => {
    const from = FIRST_BAND + (band - 1) * BAND_YEARS, of = (sex: number): number => get(BANDS + band * SEXES.length + sex)
    return {
      from: band === 0 ? null : from,
      to: band === BAND_COUNT - 1 ? null : from + BAND_YEARS - 1,
      male: of(0), female: of(1), unknown: of(2),
    }
  })
}

/** How a person is counted. */
function stateOf(person: Person, asOf: number, fullTime: boolean): State {
  if (!isOnPost(person)) return NOT_COUNTED
  const formal = person.employment === 'formal'
  return {
    formal: formal ? 1 : 0, contracted: formal ? 0 : 1, college: (fullTime ? person.collegeFullTime : person.college) === 'yes' ? 1 : 0,
    party: person.partyOrLeague === 'yes' ? 1 : 0, age: ageOf(person, asOf),
  }
}

function add(sums: Float64Array, slot: number, by: number): void {
  sums[slot] = (sums[slot] ?? 0) + by
}

function staffOf(sums: Float64Array, at: number): Pick<UnitFacts, 'headcount' | 'ages' | 'bands' | 'away'> {
  const get = (slot: number): number => sums[at + slot] ?? 0
  // As whole numbers: what comes out of a table of doubles is kept as one, an object of its own for each count.
  const count = (slot: number): number => get(slot) | 0
  const counted = count(FORMAL) + count(CONTRACTED), known = count(AGES)
  return {
    headcount: {
      formal: count(FORMAL),
      contracted: count(CONTRACTED),
      undecided: count(UNDECIDED),
      unknown: count(UNKNOWN),
      counted,
      vacant: count(VACANT),
      left: count(LEFT),
      college: count(COLLEGE),
      collegeBlank: count(COLLEGE_OPEN),
      partyLeague: count(PARTY),
      partyLeagueBlank: count(PARTY_OPEN),
      averageAge: known === 0 ? null : get(AGE_SUM) / known,
      ageBlank: counted - known,
    },
    ages: { known, sum: get(AGE_SUM), low: get(AGE_LOW), high: get(AGE_HIGH), stated: get(STATED) },
    bands: known === 0 ? [] : bandsOf(count),
    away: count(AWAY),
  }
}

/** A place that opens after the as-of day is in building on that day, whoever holds it. */
function premisesByCommunity(reading: Reading, day: number): Map<number, PremisesRow[]> {
  const found = new Map<number, PremisesRow[]>()
  for (const place of reading.premises) {
    if (place.community < 0 || reading.tables[place.table]?.counted !== true) continue
    const row: PremisesRow = place.opens !== undefined && place.opens.day > day ? { ...place, tenure: 'in-building' } : place
    const sites = found.get(row.community)
    if (sites === undefined) found.set(row.community, [row])
    else sites.push(row)
  }
  return found
}

function modelOf(communities: readonly CommunityReading[]): UnitFacts['model'] {
  let yes = 0, no = 0
  for (const community of communities) {
    if (community.model === 'yes') yes++
    else if (community.model === 'no') no++
  }
  return { yes, no, open: communities.length - yes - no }
}

/** The sum, when every part is known. */
function sumKnown(values: readonly (number | null)[]): number | null {
  let sum = 0
  for (const value of values) {
    if (value === null) return null
    sum += value
  }
  return values.length === 0 ? null : sum
}
