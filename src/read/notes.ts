import type { ColumnKey, ValueNote } from '../core/reading'
import { noteLevel } from '../vocabulary/notes'

/** What a note says beside its column and key. */
export type NoteDetail = Omit<ValueNote, 'column' | 'key' | 'level'>

/** Lists of notes, shared: a million people with the same two remarks share one list. */
export class NoteLists {
  private readonly root: Node = { list: EMPTY, next: new Map() }
  private readonly known = new Map<string, ValueNote>()
  /** Notes without a word, by their key. */
  private readonly bare = new Map<string, ValueNote[]>()

  note(column: ColumnKey, key: string, word?: string, at?: number): ValueNote {
    if (word !== undefined) {
      const id = `${column}\n${key}\n${word}\n${at ?? 0}`
      let note = this.known.get(id)
      if (note === undefined) {
        note = Object.freeze({ column, key, level: noteLevel(key), ...(at === undefined ? {} : { at }), word })
        this.known.set(id, note)
      }
      return note
    }
    // A remark without a word comes by the million, and there are few: one a key and place.
    let bare = this.bare.get(key)
    if (bare === undefined) this.bare.set(key, (bare = []))
    for (const note of bare) if (note.at === at && note.column === column) return note
    const note: ValueNote = Object.freeze({ column, key, level: noteLevel(key), ...(at === undefined ? {} : { at }) })
    bare.push(note)
    return note
  }

  /** A note that holds more than a word: shared by its content too, since ages, kinds and words repeat. */
  detailed(column: ColumnKey, key: string, detail: NoteDetail): ValueNote {
    const id = `${column}\n${key}\n${JSON.stringify(detail)}`
    let note = this.known.get(id)
    if (note === undefined) {
      note = Object.freeze({ column, key, level: noteLevel(key), ...detail })
      if (this.known.size < MOST_KNOWN) this.known.set(id, note)
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
      // Lists with two births in them are one person's own: they are not kept for others.
      if (note.written === undefined || note.column !== 'birth') node.next.set(note, next)
    }
    return next
  }
}

const EMPTY: readonly ValueNote[] = Object.freeze([])
/** Notes kept for sharing; beyond them each stands alone. */
const MOST_KNOWN = 50_000

export interface Node {
  readonly list: readonly ValueNote[]
  readonly next: Map<ValueNote, Node>
}

/** The notes of one row as they gather. One object for all rows. */
export class RowNotes {
  private node: Node

  /** @param placeOf the column of the sheet in which a column's values stand */
  constructor(private readonly lists: NoteLists, private readonly placeOf: (column: number) => number) {
    this.node = lists.start()
  }

  begin(): void {
    this.node = this.lists.start()
  }

  /** @param at sheet column of the cell; 0: not known */
  add(column: ColumnKey, key: string, at: number, word?: string): void {
    this.node = this.lists.add(this.node, this.lists.note(column, key, word, at === 0 ? undefined : this.placeOf(at)))
  }

  detailed(column: ColumnKey, key: string, detail: NoteDetail): void {
    const { at, against } = detail
    const placed = {
      ...detail,
      ...(at === undefined ? {} : { at: this.placeOf(at) }),
      ...(against === undefined ? {} : { against: this.placeOf(against) }),
    }
    this.node = this.lists.add(this.node, this.lists.detailed(column, key, placed))
  }

  get list(): readonly ValueNote[] {
    return this.node.list
  }
}
