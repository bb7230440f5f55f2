import { under } from '../../core/at'
import { dayText } from '../../core/day'
import type { OpenAnswer, OpenCell, OpenKind } from '../../core/outlook'
import type { Person } from '../../core/reading'
import { earliestBirth, latestBirth } from '../person-facts'
import type { Facts } from '../facts'
import type { AnswerColumns } from '../open-person'
import { AGES, FIRST, LAST } from './model'

/** An answer to a question that has no id yet: ids follow the order of the sheets. */
export interface Given {
  readonly key: string
  readonly answer: OpenAnswer
}

/** A question that has no id yet. */
export type Question = Omit<OpenCell, 'id'>

/** The key of the question about the day. */
export const AS_OF = 'as-of'

/** So many open cells are listed one by one; the rest is counted. */
const MOST_QUESTIONS = 10_000
/** Cells that the turn of a community names find room up to here, those of the whole beyond it. */
export const ROOM = { community: 40_000, whole: 50_000 } as const

/** The open cells of a report, each once, whoever comes upon it first. */
export class QuestionList {
  private readonly cells = new Map<string, Question>()
  /** Cells that found no room any more. */
  more = 0

  constructor(private readonly facts: Facts, private readonly columns: readonly AnswerColumns[]) {}

  get size(): number {
    return this.cells.size
  }

  /** @param room up to so many cells it is listed: more where a turn names the cell */
  add(key: string, cell: Question, room: number = MOST_QUESTIONS): void {
    if (this.cells.size < room || this.cells.has(key)) this.cells.set(key, this.cells.get(key) ?? cell)
    else this.more++
  }

  /** @param index of the person in `Reading.people` */
  addPerson(index: number, person: Person, kind: OpenKind, room: number = MOST_QUESTIONS): void {
    const table = this.facts.reading.tables[person.table], columns = this.columns[person.table], key = personKey(index, kind)
    if (table === undefined || columns === undefined || this.cells.has(key)) return
    const column = kind === 'employment' ? columns.employment : kind === 'education' ? columns.college : kind === 'politics' ? columns.politics : columns.birth
    const at = { place: { sheet: table.sheet, row: person.row, column }, community: person.community }
    if (kind === 'employment')
      this.add(key, { kind, ...at, assumed: 'not-counted', answers: ['not-counted', 'formal', 'contracted'] }, room)
    else if (kind !== 'birth') this.add(key, { kind, ...at, assumed: 'no', answers: ['no', 'yes'] }, room)
    else if (person.birth > 0)
      this.add(
        key,
        { kind, ...at, assumed: birthAnswer(person, FIRST), answers: [birthAnswer(person, FIRST), birthAnswer(person, LAST)] },
        room,
      )
    else this.add(key, { kind, ...at, assumed: null, answers: AGES.map(age => `age:${String(age)}`) }, room)
  }

  /** The list with its ids: the day first, then cell by cell as they stand in the sheets. @returns cells, and ids by key */
  finish(): { readonly cells: readonly OpenCell[]; readonly ids: ReadonlyMap<string, string> } {
    const sheets = new Map(this.facts.reading.tables.map(table => [table.sheet, table.index]))
    const sorted = [...this.cells].sort(([, { place: a }], [, { place: b }]) => {
      if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
      return under(sheets, a.sheet) - under(sheets, b.sheet) || a.row - b.row || a.column - b.column
    })
    const ids = new Map(sorted.map(([key], at) => [key, `q${String(at + 1)}`]))
    return { cells: sorted.map(([key, cell]) => ({ id: ids.get(key) ?? key, ...cell })), ids }
  }
}

export function personKey(index: number, kind: OpenKind): string {
  return `${kind} ${String(index)}`
}

/** The birthday of a person that an answer stands for. */
export function birthAnswer(person: Person, answer: OpenAnswer): OpenAnswer {
  return answer === FIRST ? dayText(earliestBirth(person)) : answer === LAST ? dayText(latestBirth(person)) : answer
}
