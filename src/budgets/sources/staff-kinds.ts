import type { Person } from '../../core/reading'
import type { Report } from '../../core/report'
import type { Workspace } from '../../formula/workspace'
import { staffType } from '../../vocabulary/budget-words'
import type { CountFormulas, Wanted } from './count-formula'
import type { RosterPay } from './roster-pay'
import type { RosterTable } from './roster'
import { textLiteral } from './source'
import type { StaffFigure, StaffKindWord, StaffQuery } from './source'
import { near, tryOut } from './trial'

/** Kinds of staff that a table tells apart, counted and added up by the roster's own words. */
export class StaffKinds {
  private readonly kinds = new Map<string, Wanted>()

  constructor(
    private readonly lists: readonly RosterTable[],
    private readonly counts: CountFormulas,
    private readonly pay: RosterPay,
    private readonly report: Report,
    private readonly workspace: Workspace,
  ) {}

  /** Persons or pay of one of the kinds; or the word that the roster lacks. */
  staff({ of, kind, told, community }: StaffQuery): StaffFigure {
    const typeOf = this.typesOf(),
      classOf = (person: Person): StaffKindWord['class'] =>
        person.employment === 'formal' ? 'formal' : person.employment === 'contracted' ? 'contracted' : 'aside'
    const isThere = (person: Person): boolean =>
      person.presence !== 'vacant' && person.presence !== 'left' && person.employment !== 'unknown'
    const types = new Set(told.map(each => each.type))
    const written = new Set<string>()
    let expected = 0,
      sum = 0
    for (const list of this.lists) {
      for (const person of list.people) {
        if (!isThere(person) || classOf(person) !== kind.class) continue
        const { type, word } = typeOf(list, person)
        written.add(type)
        // Someone of the class whom no line of the table takes: none of the lines can be trusted.
        if (kind.class !== 'aside' && !types.has(type)) return { lacks: word }
        if (type === kind.type && (community < 0 || person.community === community)) {
          expected++
          for (const pay of this.pay.of(list) ?? []) {
            const value = list.rawAt(person.row, pay.column)
            if (typeof value !== 'number') continue
            sum += value * pay.factor
          }
        }
      }
    }
    if (this.lists.length === 0) return { lacks: kind.word }
    // A roster that uses one word for the whole class cannot tell who of them is meant by another.
    const silent = told.find(each => !written.has(each.type))
    if (written.size < 2 && silent !== undefined) return { lacks: silent.word }
    if (expected === 0) return { formula: '0' }
    const key = `${kind.class} ${kind.type}`
    const wanted: Wanted = this.kinds.get(key) ?? {
      wanted: person =>
        isThere(person) &&
        classOf(person) === kind.class &&
        this.lists.some(
          (list, index) => (this.lists.length === 1 || index === this.listOf(person)) && typeOf(list, person).type === kind.type,
        ),
      keys: ['employment'],
    }
    this.kinds.set(key, wanted)
    const label = community < 0 ? '' : (this.report.communities.find(unit => unit.community === community)?.label ?? '')
    if (of === 'persons') {
      const inOne = () =>
        tryOut(this.workspace, this.counts.candidates(key, wanted, community, label), label, value => value === expected)
      const found = community < 0 ? this.counts.whole(key, wanted) : (inOne()?.(textLiteral(label)) ?? null)
      return found === null || (community < 0 && this.workspace.calculate(`=${found}`, '', 1, 1) !== expected)
        ? { lacks: kind.word }
        : { formula: found }
    }
    const found =
      community < 0 ? this.pay.whole(key, wanted) : (this.pay.ofPeople(key, wanted, community, label)?.(textLiteral(label)) ?? null)
    const value = found === null ? null : this.workspace.calculate(`=${found}`, '', 1, 1)
    return found === null || typeof value !== 'number' || !near(value, sum) ? { lacks: kind.word } : { formula: found }
  }

  private listOf(person: Person): number {
    return this.lists.findIndex(list => list.table.index === person.table)
  }

  private typesOf(): (list: RosterTable, person: Person) => { readonly type: string; readonly word: string } {
    return (list, person) => {
      const column = list.columnOf('employment'),
        value = column === null ? null : list.rawAt(person.row, column),
        word = typeof value === 'string' ? value : ''
      return { type: staffType(word), word }
    }
  }
}
