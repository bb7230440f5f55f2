import type { Person, Reading, ValueNote } from '../core/reading'
import type { PeopleWatch } from './rule'

/** Somebody who watches, and who is told when the watch fails: from then on it is left out, and all others go on. */
export interface Watcher {
  readonly watch: PeopleWatch
  failed(failure: unknown): void
}

/** So many people are shown to one watcher before the next has his turn: each loop stays small and what it reads stays near. */
const TURN = 1024

/** Goes once through the people of the lists that count, for all watchers together. */
export function walkPeople({ people, tables }: Reading, watchers: readonly Watcher[]): void {
  const walk = new Walk(watchers), counts = tables.map(table => table.counted)
  const turn: Person[] = [], indices: number[] = []
  const pass = (): void => {
    walk.pass(turn, indices)
    turn.length = indices.length = 0
  }
  for (let index = 0; index < people.length; index++) {
    const person = people[index]
    if (person === undefined || counts[person.table] !== true) continue
    turn.push(person)
    indices.push(index)
    if (turn.length === TURN) pass()
  }
  pass()
  walk.end()
}

class Walk {
  private readonly out = new Set<Watcher>()
  private readonly byKey = new Map<string, Watcher[]>()

  constructor(private readonly watchers: readonly Watcher[]) {
    for (const watcher of watchers)
      for (const key of watcher.watch.keys ?? []) {
        const known = this.byKey.get(key)
        if (known === undefined) this.byKey.set(key, [watcher])
        else known.push(watcher)
      }
  }

  pass(turn: readonly Person[], indices: readonly number[]): void {
    for (const watcher of this.watchers) {
      const { watch } = watcher
      if (watch.person === undefined) continue
      this.alone(watcher, () => {
        for (let at = 0; at < turn.length; at++) watch.person?.(turn[at] as Person, indices[at] as number)
      })
    }
    for (const person of turn)
      for (const note of person.notes) for (const watcher of this.byKey.get(note.key) ?? NOBODY) this.note(watcher, note, person)
  }

  end(): void {
    for (const watcher of this.watchers) this.alone(watcher, () => watcher.watch.end?.())
  }

  private note(watcher: Watcher, note: ValueNote, person: Person): void {
    this.alone(watcher, () => watcher.watch.note?.(note, person))
  }

  private alone(watcher: Watcher, work: () => void): void {
    if (this.out.has(watcher)) return
    try {
      work()
    } catch (failure) {
      this.out.add(watcher)
      watcher.failed(failure)
    }
  }
}

const NOBODY: readonly Watcher[] = []
