import { at } from '../../core/at'
import { fullYears } from '../../core/day'
import type { Person } from '../../core/reading'
import { ageOf, collegeAnswer, earliestBirth, latestBirth } from '../person-facts'
import type { Facts, UnitFacts } from '../facts'
import type { Rests } from '../figure'
import { isSettled, openOf } from '../open-person'
import type { AnswerColumns, OpenPerson } from '../open-person'
import { changingOpenness } from './changing'
import { NOTHING_OPEN, openAge, openHeads, openShare } from './model'
import type { Aged, Having, Openness, Standing } from './model'

/** People of a unit who are open in the same way. */
export interface Group {
  /** By the position of the day in `Days`. */
  readonly openness: (day: number) => Openness
  count: number
  /** Who they are, as indices into `Reading.people`; the first few of a great many. */
  readonly members: number[]
}

/** The days that the as-of day may be, the given one first; as whole numbers yyyymmdd. */
export type Days = readonly number[]

/** What is open among the people of one unit: counts of like people, never combinations. */
export interface Census {
  readonly groups: (rests: Rests) => readonly Group[]
}

/** So many of a group are remembered one by one: no list of answers names more. */
const MOST_MEMBERS = 1000

const MODELS = ['heads', 'college', 'party', 'age'] as const
type Model = (typeof MODELS)[number]
const HEADS = 'heads'
const MODEL_OF: Readonly<Record<Rests, Model>> = { formal: HEADS, contracted: HEADS, counted: HEADS, college: 'college', party: 'party', age: 'age' }
const RESTS: Readonly<Record<Model, readonly [Rests, ...Rests[]]>> = { heads: ['formal'], college: ['college'], party: ['party'], age: ['age'] }
const STANDINGS: readonly Standing[] = ['counted', 'unknown', 'undecided']
const HAVINGS: readonly Having[] = ['yes', 'no', 'open', 'blank']

/** Like people have one key: a number wherever one does, since a key is made for everybody who is open. */
type Key = number | string

type ByModel<Entry> = Readonly<Record<Model, Map<Key, Entry>>>

function newMaps<Entry>(): ByModel<Entry> {
  return { heads: new Map(), college: new Map(), party: new Map(), age: new Map() }
}

/** What the people of a key can bring, by the figure that rests on it and the position of the day. */
type Way = (rests: Rests) => (day: number) => Openness

/** The ways of being open, each once for all communities. */
class Ways {
  private readonly byModel: ByModel<Way> = newMaps()

  heads(key: Key, standing: Standing): Way {
    return this.once('heads', key, () => {
      const formal = (): Openness => heads.formal, contracted = (): Openness => heads.contracted, counted = (): Openness => heads.counted
      const heads = {
        formal: openHeads('formal', standing),
        contracted: openHeads('contracted', standing),
        counted: openHeads('counted', standing),
      }
      return rests => (rests === 'contracted' ? contracted : rests === 'counted' ? counted : formal)
    })
  }

  share(model: 'college' | 'party', key: Key, standing: Standing, having: Having): Way {
    return this.once(model, key, () => {
      const made = openShare(model === 'college' ? 'education' : 'politics', standing, having), always = (): Openness => made
      return () => always
    })
  }

  /** Somebody who reads otherwise on some of the days: a way of his own. */
  changing(model: Model, key: Key, open: (rests: Rests, day: number) => Openness | null, days: number): Way | null {
    const made = new Map<Rests, readonly Openness[] | null>()
    const of = (rests: Rests): readonly Openness[] | null => {
      const known = made.get(rests)
      if (known !== undefined) return known
      const found = changingOpenness(Array.from({ length: days }, (_, day) => open(rests, day)))
      made.set(rests, found)
      return found
    }
    const [rests] = RESTS[model]
    return of(rests) === null ? null : this.once(model, key, () => each => day => of(each)?.[day] ?? NOTHING_OPEN)
  }

  age(key: Key, standing: Standing, aged: () => readonly Aged[]): Way {
    return this.once('age', key, () => {
      const made = aged().map(each => openAge(standing, each)), onDay = (day: number): Openness => made[day] ?? NOTHING_OPEN
      return () => onDay
    })
  }

  private once(model: Model, key: Key, make: () => Way): Way {
    const known = this.byModel[model].get(key)
    if (known !== undefined) return known
    const way = make()
    this.byModel[model].set(key, way)
    return way
  }
}

interface Like {
  readonly way: Way
  count: number
  readonly members: number[]
}

class Tally implements Census {
  private readonly byModel: ByModel<Like> = newMaps()

  constructor(private readonly days: Days, private readonly ways: Ways) {}

  groups(rests: Rests): readonly Group[] {
    const like = this.byModel[MODEL_OF[rests]]
    if (like.size === 0) return NO_GROUPS
    return Array.from(like.values(), ({ way, count, members }) => ({ openness: way(rests), count, members }))
  }

  /** @param index into `Reading.people` */
  add(index: number, person: Person, open: OpenPerson, college: Having, party: Having): void {
    const standing = standingOf(person, open), at = STANDINGS.indexOf(standing)
    if (open.employment && !this.isLike('heads', at, index)) this.start('heads', at, index, this.ways.heads(at, standing))
    if (open.employment || open.college) this.addShare('college', index, at, college)
    if (open.employment || open.partyOrLeague) this.addShare('party', index, at, party)
    this.addAge(index, person, open, at)
  }

  /** Somebody who reads otherwise on some of the days. @param states the same person on each of them; `null`: nothing is open then */
  addChanging(index: number, states: readonly (OpenState | null)[]): void {
    const { days } = this
    const openAt = (rests: Rests, at: number): Openness | null => {
      const state = states[at] ?? null, day = days[at] ?? 0
      if (state === null) return null
      const { person, open, college, party } = state, standing = standingOf(person, open)
      switch (rests) {
        case 'college': return open.employment || open.college ? openShare('education', standing, college) : null
        case 'party': return open.employment || open.partyOrLeague ? openShare('politics', standing, party) : null
        case 'age': return isAgeOpen(person, open, days) ? openAge(standing, agedOn(person, day, open.birth, open.birth === 'days' && isUnsure(person, days))) : null
        default: return open.employment ? openHeads(rests, standing) : null
      }
    }
    for (const model of MODELS) {
      const key = `one ${String(index)}`, way = this.ways.changing(model, key, openAt, days.length)
      if (way !== null) this.start(model, key, index, way)
    }
  }

  /** Another census of the same days, for the whole. */
  join(other: Tally): void {
    for (const model of MODELS) {
      for (const [key, { way, count, members }] of other.byModel[model]) {
        const own = this.byModel[model].get(key)
        if (own === undefined) this.byModel[model].set(key, { way, count, members: [...members] })
        else {
          own.count += count
          if (own.members.length < MOST_MEMBERS) own.members.push(...members.slice(0, MOST_MEMBERS - own.members.length))
        }
      }
    }
  }

  private addShare(model: 'college' | 'party', index: number, standing: number, having: Having): void {
    const key = standing * HAVINGS.length + HAVINGS.indexOf(having)
    if (!this.isLike(model, key, index)) this.start(model, key, index, this.ways.share(model, key, STANDINGS[standing] ?? 'counted', having))
  }

  private addAge(index: number, person: Person, open: OpenPerson, standing: number): void {
    const { days } = this, unsure = open.birth === 'days' && isUnsure(person, days)
    if (!isAgeOpen(person, open, days)) return
    const [day = 0] = days, age = ageOf(person, day)
    // Usually there is one day and one age.
    const key =
      days.length === 1 && !unsure
        ? standing + STANDINGS.length * (open.birth === 'ages' ? 0 : age < 0 ? 1 : age + 2)
        : `${String(standing)} ${agesKey(person, days, open.birth, unsure)}`
    if (!this.isLike('age', key, index))
      this.start('age', key, index, this.ways.age(key, STANDINGS[standing] ?? 'counted', () => agesOn(person, days, open.birth, unsure)))
  }

  /** Counts somebody who is open as others were before. */
  private isLike(model: Model, key: Key, index: number): boolean {
    const known = this.byModel[model].get(key)
    if (known === undefined) return false
    known.count++
    if (known.members.length < MOST_MEMBERS) known.members.push(index)
    return true
  }

  private start(model: Model, key: Key, index: number, way: Way): void {
    this.byModel[model].set(key, { way, count: 1, members: [index] })
  }
}

/** Somebody about whom something is open, on one of the days. */
export interface OpenState {
  readonly person: Person
  readonly open: OpenPerson
  readonly college: Having
  readonly party: Having
}

function standingOf({ employment }: Person, open: OpenPerson): Standing {
  return open.employment ? (employment === 'undecided' ? 'undecided' : 'unknown') : 'counted'
}

function isAgeOpen(person: Person, open: OpenPerson, days: Days): boolean {
  return open.employment || open.birth === 'ages' || (open.birth === 'days' && isUnsure(person, days))
}

const NO_GROUPS: readonly Group[] = []

/** The possible births make two ages on one of the days. */
function isUnsure(person: Person, days: Days): boolean {
  const first = earliestBirth(person), last = latestBirth(person)
  return days.some(day => fullYears(first, day) !== fullYears(last, day))
}

/** The ages on each of the days: of one kind on all of them, so that an answer is the same answer on every day. */
function agesOn(person: Person, days: Days, open: OpenPerson['birth'], unsure: boolean): readonly Aged[] {
  return days.map(day => agedOn(person, day, open, unsure))
}

function agedOn(person: Person, day: number, open: OpenPerson['birth'], unsure: boolean): Aged {
  if (open === 'ages') return { is: 'open' }
  if (unsure) return { is: 'days', first: fullYears(earliestBirth(person), day), last: fullYears(latestBirth(person), day) }
  const age = ageOf(person, day)
  return age < 0 ? { is: 'blank' } : { is: 'known', age }
}

function agesKey(person: Person, days: Days, open: OpenPerson['birth'], unsure: boolean): string {
  return agesOn(person, days, open, unsure)
    .map(each => (each.is === 'known' ? String(each.age) : each.is === 'days' ? `${String(each.first)}-${String(each.last)}` : each.is))
    .join(' ')
}

/** Whoever is open: what is asked about people, by their index, in the order of the reading. */
export interface OpenPeople {
  readonly census: (unit: UnitFacts) => Census
  /** Goes through all of them; whoever reads otherwise on some of the days comes once for each way. */
  each(visit: (index: number, person: Person, open: OpenPerson) => void): void
}

/** Counts the open people of every community and of the whole, in one pass. @param onDays the facts of each of the days, of which the first has the people's places */
export function openPeople(onDays: readonly Facts[], columns: readonly AnswerColumns[], days: Days): OpenPeople {
  const [facts] = onDays
  if (facts === undefined) throw new RangeError('no day')
  const { settings, order, starts } = facts, ways = new Ways(), whole = new Tally(days, ways), byCommunity: Tally[] = []
  // Each reading once: most days have the same.
  const readings = [...new Set(onDays.map(({ reading }) => reading.people))]
  const openAt = (person: Person | undefined): OpenPerson | null => {
    const own = person === undefined ? undefined : columns[person.table]
    return person === undefined || own === undefined ? null : openOf(person, own, settings)
  }
  const stateOf = (person: Person | undefined): OpenState | null => {
    const open = openAt(person)
    if (person === undefined || open === null || isSettled(open)) return null
    const college = havingOf(collegeAnswer(person, settings), open.college)
    return { person, open, college, party: havingOf(person.partyOrLeague, open.partyOrLeague) }
  }
  const isChanging = (index: number): boolean => readings.some(people => people[index] !== readings[0]?.[index])
  for (let slot = 0; slot + 1 < starts.length; slot++) {
    const tally = new Tally(days, ways)
    for (let place = at(starts, slot), end = at(starts, slot + 1); place < end; place++) {
      const index = order[place] ?? 0
      if (readings.length > 1 && isChanging(index)) {
        tally.addChanging(index, onDays.map(({ reading }) => stateOf(reading.people[index])))
        continue
      }
      const state = stateOf(facts.reading.people[index])
      if (state !== null) tally.add(index, state.person, state.open, state.college, state.party)
    }
    byCommunity.push(tally)
    whole.join(tally)
  }
  return {
    census: unit => (unit.community < 0 ? whole : byCommunity[unit.community] ?? whole),
    // Asked anew instead of kept: there may be hundreds of thousands.
    each: visit => {
      for (const index of order) {
        for (const person of new Set(readings.map(people => people[index]))) {
          const found = openAt(person)
          if (person !== undefined && found !== null && !isSettled(found)) visit(index, person, found)
        }
      }
    },
  }
}

function havingOf(answer: Person['college'], isOpen: boolean): Having {
  return answer === 'yes' || answer === 'no' ? answer : isOpen ? 'open' : 'blank'
}
