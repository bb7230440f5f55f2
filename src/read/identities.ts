import type { Person } from '../core/reading'

/** A person on the way through the reading: who somebody is is told once all lists are read. */
type Draft = { -readonly [Key in keyof Person]: Person[Key] }

/**
 * Tells people who stand in the workbook twice (domain.md 1.2, "Settled since"): the same valid id with the same name or birth, or the same name and the same full
 * day of birth where no two ids say otherwise. The first listing counts; the others point to it. One id under two names and two births is one wrong id.
 */
export class Identities {
  private readonly ids: string[] = []

  /** The id of the person that is read next: 18 characters that can be right, or `''`. */
  add(id: string): void {
    this.ids.push(id)
  }

  /** @param counts which tables count, by their index */
  settle(people: Person[], counts: readonly boolean[]): void {
    const byId = new Groups(people.length), byName = new Groups(people.length)
    const { ids } = this
    for (let index = 0; index < people.length; index++) {
      const person = people[index] as Draft
      if (counts[person.table] !== true || person.presence === 'left' || person.presence === 'vacant') continue
      const id = ids[index] ?? ''
      let same = -1
      if (id !== '') {
        const first = byId.meet(hashOf(id), index, other => ids[other] === id)
        if (first >= 0) {
          const before = people[first] as Draft
          if (before.name === person.name || typedBirth(before) === typedBirth(person)) same = first
          else this.share(before, person)
        }
      }
      if (person.name !== '' && person.birth !== 0 && person.birthPrecision === 'day') {
        const { name, birth } = person
        const first = byName.meet(hashOf(name) ^ birth, index, other => people[other]?.name === name && people[other].birth === birth && people[other].birthPrecision === 'day' && agree(ids[other] ?? '', id))
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

function agree(one: string, other: string): boolean {
  return one === '' || other === '' || one === other
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

/** Finds the first of equals among many: an open table of numbers, since there may be a million people and few are twice. */
class Groups {
  private readonly slots: Int32Array
  private readonly mask: number

  constructor(count: number) {
    let size = 16
    while (size < count * 2) size *= 2
    this.slots = new Int32Array(size)
    this.mask = size - 1
  }

  /** Index of the first equal one that was met before, or -1, and then this one stands for it. */
  meet(hash: number, index: number, isSame: (other: number) => boolean): number {
    for (let slot = hash & this.mask; ; slot = (slot + 1) & this.mask) {
      const held = this.slots[slot] ?? 0
      if (held === 0) {
        this.slots[slot] = index + 1
        return -1
      }
      if (isSame(held - 1)) return held - 1
    }
  }
}
