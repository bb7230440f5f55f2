import type { Person } from '../core/reading'

/** A person on the way through the reading: who somebody is is told once all lists are read. */
type Draft = { -readonly [Key in keyof Person]: Person[Key] }

/**
 * Tells people who stand in the workbook twice (domain.md 1.2, "Settled since"): the same valid id with the same name or birth, or the same name and the same full
 * day of birth where no two ids say otherwise. The first listing counts; the others point to it. One id under two names and two births is one wrong id.
 */
export class Identities {
  /** The id of each person as one number, 0 for none: there may be a million. */
  private ids = new Float64Array(1024)
  private count = 0

  /** The id of the person that is read next: 18 characters that can be right, or `''`. */
  add(id: string): void {
    if (this.count === this.ids.length) {
      const longer = new Float64Array(this.count * 2)
      longer.set(this.ids)
      this.ids = longer
    }
    this.ids[this.count++] = id === '' ? 0 : idNumber(id)
  }

  /** @param counts which tables count, by their index */
  settle(people: Person[], counts: readonly boolean[]): void {
    const { ids } = this, idOf = (index: number): number => ids[index] ?? 0
    let current = -1
    const byId = new Groups(people.length, other => idOf(other) === idOf(current))
    const byName = new Groups(people.length, other => {
      const one = people[other] as Person, person = people[current] as Person
      return one.name === person.name && one.birth === person.birth && one.birthPrecision === 'day' && agree(idOf(other), idOf(current))
    })
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as Draft, id = idOf(index)
      if (counts[person.table] !== true || person.presence === 'left' || person.presence === 'vacant') continue
      current = index
      let same = -1
      if (id !== 0) {
        const first = byId.meet(mixed(id), index)
        if (first >= 0) {
          const before = people[first] as Draft
          if (before.name === person.name || typedBirth(before) === typedBirth(person)) same = first
          else this.share(before, person)
        }
      }
      if (person.name !== '' && person.birth !== 0 && person.birthPrecision === 'day') {
        const first = byName.meet(hashOf(person.name) ^ Math.imul(person.birth, 0x9e3779b1), index)
        if (same < 0) same = first
      }
      if (same >= 0) person.sameAs = (people[same] as Draft).sameAs >= 0 ? (people[same] as Draft).sameAs : same
    }
  }

  /** One id under two names and two births: whoever typed another birth than the id's keeps his own, as the id is not his. */
  private share(before: Draft, person: Draft): void {
    for (const each of [before, person]) {
      if (each.notes.some(note => note.key === 'value.id-shared')) continue
      const differs = each.notes.find(isBirthNote), typed = differs?.otherwise?.[0]?.birth
      each.notes = Object.freeze([...each.notes.filter(note => note !== differs), SHARED])
      if (typed !== undefined && differs?.expected !== differs?.written) { each.birth = typed; each.birthPrecision = precisionOf(String(differs?.written ?? '')) }
    }
  }
}

const SHARED = Object.freeze({ column: 'id' as const, key: 'value.id-shared', level: 'problem' as const })

function isBirthNote({ key }: Person['notes'][number]): boolean {
  return key === 'value.birth-differs' || key === 'value.birth-lunar'
}

function precisionOf(written: string): Person['birthPrecision'] {
  return written.length === 10 ? 'day' : written.length === 7 ? 'month' : 'year'
}

/** The birth as it is typed, where it differs from the id's: an id is no second proof of itself. */
function typedBirth(person: Person): number {
  const differs = person.notes.find(isBirthNote)
  return differs?.otherwise?.[0]?.birth ?? person.birth
}

const ZERO = 48

function agree(one: number, other: number): boolean {
  return one === 0 || other === 0 || one === other
}

/**
 * A valid id as one number, the same for no two of them: area, day and order of 17 digits that make the check character.
 * There are less than 2 ** 48.
 */
function idNumber(id: string): number {
  const part = (from: number, to: number): number => {
    let number = 0
    for (let at = from; at < to; at++) number = number * 10 + id.charCodeAt(at) - ZERO
    return number
  }
  return ((part(0, 6) * 400 + part(6, 10) - 1800) * 372 + (part(10, 12) - 1) * 31 + part(12, 14) - 1) * 1000 + part(14, 17)
}

function mixed(number: number): number {
  return Math.imul(number % 0x100000000 | 0, 0x9e3779b1) ^ Math.imul(Math.floor(number / 0x100000000), 0x85ebca6b)
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Finds the first of equals among many: an open table of numbers, since there may be a million people and few are twice. */
class Groups {
  private readonly slots: Int32Array
  /** The hash of each who was met: only those with the same one are compared. */
  private readonly hashes: Int32Array
  private readonly mask: number

  /** @param isSame whether somebody who was met before is the one who is met now */
  constructor(count: number, private readonly isSame: (other: number) => boolean) {
    let size = 16
    while (size < count * 2) size *= 2
    this.slots = new Int32Array(size)
    this.hashes = new Int32Array(count)
    this.mask = size - 1
  }

  /** Index of the first equal one that was met before, or -1, and then this one stands for it. */
  meet(hash: number, index: number): number {
    for (let slot = (hash ^ (hash >>> 15)) & this.mask; ; slot = (slot + 1) & this.mask) {
      const held = this.slots[slot] ?? 0
      if (held === 0) {
        this.slots[slot] = index + 1
        this.hashes[index] = hash
        return -1
      }
      if (this.hashes[held - 1] === hash && this.isSame(held - 1)) return held - 1
    }
  }
}
