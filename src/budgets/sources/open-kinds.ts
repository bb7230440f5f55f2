import type { Person } from '../../core/reading'
import type { Report } from '../../core/report'
import { staffType } from '../../vocabulary/budget-words'
import { isLeftOut, readEmployment } from '../../vocabulary/employment'
import { normalise } from '../../vocabulary/normalise'
import type { RosterTable } from './roster'

/** What stands for a blank where a word is to be named. */
const BLANK = '人员类别空白'

/**
 * People of the roster of whom nobody knows yet whether they are formal, contracted or neither: a count of either kind without them is a guess.
 * Kinds that the plan counts nowhere (公益性岗位, 返聘, 志愿者) are settled, and so is a word that the person set aside.
 */
export class OpenKinds {
  /** Words by community, -1 for everyone; with the type of each word. */
  private found: Map<number, Map<string, string>> | null = null

  constructor(
    private readonly lists: readonly RosterTable[],
    private readonly report: Report,
  ) {}

  /**
   * A word of the community (-1: everyone) whose kind is open.
   * @param types of kinds that the asking table tells apart: those people stand in lines of their own
   */
  word(community: number, types: ReadonlySet<string>): string | null {
    this.found ??= this.collect()
    for (const [word, type] of this.found.get(community) ?? []) if (!types.has(type)) return word
    return null
  }

  private collect(): Map<number, Map<string, string>> {
    const found = new Map<number, Map<string, string>>()
    const asked = new Set(this.report.questions.map(({ id }) => id)), known = new Map<string, boolean>()
    const isOpen = (person: Person, word: string): boolean => {
      const key = `${person.employment} ${word}`, before = known.get(key)
      if (before !== undefined) return before
      const open = word === '' || !(isLeftOut(word) || this.isAnswered(word, asked))
      known.set(key, open)
      return open
    }
    for (const list of this.lists) {
      const column = list.columnOf('employment')
      for (const person of list.people) {
        if (person.employment === 'formal' || person.employment === 'contracted' || person.presence === 'vacant' || person.presence === 'left') continue
        const raw = column === null ? null : list.rawAt(person.row, column), word = typeof raw === 'string' ? normalise(raw) : ''
        if (!isOpen(person, word)) continue
        for (const at of [person.community, -1]) {
          const words = found.get(at) ?? new Map<string, string>()
          found.set(at, words.set(word === '' ? BLANK : word, staffType(word)))
        }
      }
    }
    return found
  }

  /** The word itself leaves the kind open, and the question about it is no longer asked: the person answered it. */
  private isAnswered(word: string, asked: ReadonlySet<string>): boolean {
    const { employment } = readEmployment(word, '')
    return employment !== 'formal' && employment !== 'contracted' && !asked.has(`word:employment:${word}`)
  }
}
