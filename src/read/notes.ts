import type { ColumnKey, ValueNote } from '../core/reading'
import { noteLevel } from '../vocabulary/notes'

/** Lists of notes, shared: a million people with the same two remarks share one list. */
export class NoteLists {
  private readonly root: Node = { list: EMPTY, next: new Map() }
  private readonly known = new Map<string, ValueNote>()

  note(column: ColumnKey, key: string, word?: string): ValueNote {
    const id = `${column}\n${key}\n${word ?? ''}`
    let note = this.known.get(id)
    if (note === undefined) {
      note = Object.freeze({ column, key, level: noteLevel(key), ...(word === undefined ? {} : { word }) })
      this.known.set(id, note)
    }
    return note
  }

  start(): Node {
    return this.root
  }

  add(node: Node, note: ValueNote): Node {
    let next = node.next.get(note)
    if (next === undefined) {
      next = { list: Object.freeze([...node.list, note]), next: new Map() }
      node.next.set(note, next)
    }
    return next
  }
}

const EMPTY: readonly ValueNote[] = Object.freeze([])

export interface Node {
  readonly list: readonly ValueNote[]
  readonly next: Map<ValueNote, Node>
}
