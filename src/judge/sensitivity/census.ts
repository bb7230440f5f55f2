import { fullYears } from '../../core/day'
import type { Person } from '../../core/reading'
import { ageOf, collegeAnswer, earliestBirth, isHere, latestBirth } from '../facts'
import type { Facts, UnitFacts } from '../facts'
import type { Rests } from '../figure'
import { isSettled, openOf } from '../open-person'
import type { AnswerColumns, OpenPerson } from '../open-person'
import { openAge, openHeads, openShare } from './model'
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
  /** Sum of the known ages on each of the days. */
  readonly ageSums: readonly number[]
}

/** So many of a group are remembered one by one: no list of answers names more. */
const MOST_MEMBERS = 1000

type Model = 'heads' | 'college' | 'party' | 'age'
const MODELS: Readonly<Record<Rests, Model>> = { formal: 'heads', contracted: 'heads', counted: 'heads', college: 'college', party: 'party', age: 'age' }

class Tally implements Census {
  readonly ageSums: number[]
  private readonly byModel: Readonly<Record<Model, Map<string, Group & { readonly of: (rests: Rests) => (day: number) => Openness }>>> = {
    heads: new Map(),
    college: new Map(),
    party: new Map(),
    age: new Map(),
  }

  constructor(private readonly days: Days) {
    this.ageSums = days.map(() => 0)
  }

  groups(rests: Rests): readonly Group[] {
    return [...this.byModel[MODELS[rests]].values()].map(group => ({ ...group, openness: group.of(rests) }))
  }

  /** @param index into `Reading.people` */
  add(index: number, person: Person, open: OpenPerson, having: { readonly college: Having; readonly party: Having }): void {
    const standing: Standing = open.employment ? (person.employment === 'undecided' ? 'undecided' : 'unknown') : 'counted'
    if (open.employment)
      this.put('heads', standing, index, () => {
        const made = {
          formal: openHeads('formal', standing),
          contracted: openHeads('contracted', standing),
          counted: openHeads('counted', standing),
        }
        return rests => () => (rests === 'contracted' ? made.contracted : rests === 'counted' ? made.counted : made.formal)
      })
    if (open.employment || open.college) this.putShare('college', 'education', index, standing, having.college)
    if (open.employment || open.partyOrLeague) this.putShare('party', 'politics', index, standing, having.party)
    const aged = agesOn(person, this.days, open.birth)
    if (open.employment || aged.some(each => each.is === 'open' || each.is === 'days')) {
      const key = `${standing} ${aged.map(each => (each.is === 'known' ? String(each.age) : each.is === 'days' ? `${String(each.first)}-${String(each.last)}` : each.is)).join(' ')}`
      this.put('age', key, index, () => {
        const made = aged.map(each => openAge(standing, each))
        return () => day => made[day] ?? NOTHING_OPEN
      })
    }
  }

  addAges(person: Person): void {
    for (const [at, day] of this.days.entries()) this.ageSums[at] = (this.ageSums[at] ?? 0) + Math.max(0, ageOf(person, day))
  }

  /** Another census of the same days, for the whole. */
  join(other: Tally): void {
    for (const model of ['heads', 'college', 'party', 'age'] as const) {
      for (const [key, group] of other.byModel[model]) {
        const own = this.byModel[model].get(key)
        if (own === undefined) this.byModel[model].set(key, { ...group, members: [...group.members] })
        else {
          own.count += group.count
          own.members.push(...group.members.slice(0, Math.max(0, MOST_MEMBERS - own.members.length)))
        }
      }
    }
    for (const [at, sum] of other.ageSums.entries()) this.ageSums[at] = (this.ageSums[at] ?? 0) + sum
  }

  private putShare(model: 'college' | 'party', kind: 'education' | 'politics', index: number, standing: Standing, having: Having): void {
    this.put(model, `${standing} ${having}`, index, () => {
      const made = openShare(kind, standing, having)
      return () => () => made
    })
  }

  private put(model: Model, key: string, index: number, make: () => (rests: Rests) => (day: number) => Openness): void {
    const known = this.byModel[model].get(key)
    if (known === undefined) {
      const of = make()
      this.byModel[model].set(key, { of, openness: of('formal'), count: 1, members: [index] })
      return
    }
    known.count++
    if (known.members.length < MOST_MEMBERS) known.members.push(index)
  }
}

const NOTHING_OPEN: Openness = { partial: [], full: [] }

/** The ages on each of the days: of one kind on all of them, so that an answer is the same answer on every day. */
function agesOn(person: Person, days: Days, open: OpenPerson['birth']): Aged[] {
  if (open === 'ages') return days.map(() => ({ is: 'open' }))
  const first = earliestBirth(person), last = latestBirth(person), unsure = open === 'days' && days.some(day => fullYears(first, day) !== fullYears(last, day))
  return days.map(day => {
    if (unsure) return { is: 'days', first: fullYears(first, day), last: fullYears(last, day) }
    const age = ageOf(person, day)
    return age < 0 ? { is: 'blank' } : { is: 'known', age }
  })
}

/** Whoever is open: what is asked about people, by their index, in the order of the reading. */
export interface OpenPeople {
  readonly census: (unit: UnitFacts) => Census
  /** Goes through all of them. */
  each(visit: (index: number, person: Person, open: OpenPerson) => void): void
}

/** Counts the open people of every community and of the whole, in one pass. */
export function openPeople(facts: Facts, columns: readonly AnswerColumns[], days: Days): OpenPeople {
  const {
      reading: { people },
      settings,
      order,
      starts,
    } = facts,
    whole = new Tally(days),
    byCommunity: Tally[] = [],
    open = new Map<number, OpenPerson>()
  for (let slot = 0; slot + 1 < starts.length; slot++) {
    const tally = new Tally(days)
    for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at++) {
      const index = order[at] ?? 0, person = people[index], own = person === undefined ? undefined : columns[person.table]
      if (person === undefined || own === undefined) continue
      const found = openOf(person, own, settings)
      if (days.length > 1 && isHere(person) && (person.employment === 'formal' || person.employment === 'contracted')) tally.addAges(person)
      if (isSettled(found)) continue
      open.set(index, found)
      tally.add(index, person, found, {
        college: havingOf(collegeAnswer(person, settings), found.college),
        party: havingOf(person.partyOrLeague, found.partyOrLeague),
      })
    }
    byCommunity.push(tally)
    whole.join(tally)
  }
  return {
    census: unit => (unit.community < 0 ? whole : byCommunity[unit.community] ?? whole),
    each: visit => {
      for (const index of order) {
        const found = open.get(index), person = people[index]
        if (found !== undefined && person !== undefined) visit(index, person, found)
      }
    },
  }
}

function havingOf(answer: Person['college'], isOpen: boolean): Having {
  return answer === 'yes' || answer === 'no' ? answer : isOpen ? 'open' : 'blank'
}
