import type { Person } from '../core/reading'
import { NOT_COUNTED, SwingSum, otherwise } from './swing'
import type { State, Swing } from './swing'

/** Doubtful people of all units: those whose row contradicts itself, and those who stand in the workbook twice. They are few. */
export class Doubts {
  private readonly units = new Map<number, SwingSum>()
  private all: SwingSum | null = null
  /** Listings of one person by the index of the first. */
  private readonly listings = new Map<number, number[]>()
  private readonly alone = new Map<number, Person>()

  /**
   * @param none the slot of people whose community is not known
   * @param stateOf how a person is counted
   */
  constructor(
    private readonly people: readonly Person[],
    private readonly none: number,
    private readonly stateOf: (person: Person) => State,
  ) {}

  meet(index: number, person: Person): void {
    if (person.sameAs >= 0) {
      const listed = this.listings.get(person.sameAs)
      if (listed === undefined) this.listings.set(person.sameAs, [person.sameAs, index])
      else listed.push(index)
      return
    }
    for (const note of person.notes)
      if (note.otherwise !== undefined) {
        this.alone.set(index, person)
        return
      }
  }

  finish(): void {
    for (const [index, person] of this.alone) {
      if (this.listings.has(index)) continue
      const taken = this.stateOf(person),
        others = this.othersOf(person)
      this.unit(person).add(taken, others)
      this.together().add(taken, others)
    }
    for (const indices of this.listings.values()) this.twice(indices)
  }

  of(community: number): Swing | null {
    return this.units.get(community)?.swing ?? null
  }

  get whole(): Swing | null {
    return this.all?.swing ?? null
  }

  /** Somebody who is listed twice is there once: as any of his listings has it. In a unit, those listings that stand elsewhere mean that he is not there. */
  private twice(indices: readonly number[]): void {
    const listed = indices.flatMap(index => {
      const person = this.people[index]
      return person === undefined ? [] : [person]
    })
    const [first] = listed
    if (first === undefined) return
    const taken = this.stateOf(first)
    this.together().add(
      taken,
      listed.flatMap(person => [this.stateOf(person), ...this.othersOf(person)]),
    )
    const slots = new Set(listed.map(person => this.slotOf(person)))
    for (const slot of slots) {
      const here = listed.filter(person => this.slotOf(person) === slot),
        states = here.flatMap(person => [this.stateOf(person), ...this.othersOf(person)])
      const [one] = here
      if (one === undefined) continue
      this.unit(one).add(slot === this.slotOf(first) ? taken : NOT_COUNTED, slots.size > 1 ? [...states, NOT_COUNTED] : states)
    }
  }

  /** Every combination of the other sides of a person's contradictions; there are one or two. */
  private othersOf(person: Person): State[] {
    let versions: Person[] = [person]
    for (const { otherwise: sides } of person.notes) {
      if (sides === undefined || versions.length > MOST_VERSIONS) continue
      versions = versions.flatMap(version => [version, ...sides.map(side => otherwise(version, side))])
    }
    return versions.slice(1).map(this.stateOf)
  }

  private unit(person: Person): SwingSum {
    const slot = this.slotOf(person),
      known = this.units.get(slot)
    if (known !== undefined) return known
    const made = new SwingSum()
    this.units.set(slot, made)
    return made
  }

  private together(): SwingSum {
    return (this.all ??= new SwingSum())
  }

  private slotOf(person: Person): number {
    return person.community < 0 ? this.none : person.community
  }
}

const MOST_VERSIONS = 64
