import type { ColumnKey, Person } from '../../core/reading'
import { exactly } from '../formula/criteria'
import { columnOf, rangeOf, rawAt, runsOf } from './roster'
import type { RosterTable } from './roster'
import { textLiteral } from './source'
import { planArguments, usable, wordList, wordPlan } from './word-plan'
import type { WordPlan } from './word-plan'

/** A formula that may point to the cell of the community's name. `label` is that cell, or the name itself as a text for a trial. */
export type Candidate = (label: string) => string

/** What is wanted of the people of one kind. */
export interface Wanted {
  readonly wanted: (person: Person) => boolean
  /** Columns whose words tell the kind. */
  readonly keys: readonly ColumnKey[]
  /** See `wordPlan`. */
  readonly wider?: Parameters<typeof wordPlan>[3]
  readonly always?: Parameters<typeof wordPlan>[4]
  /** Sum this column instead of counting. */
  readonly sum?: ColumnKey
  /** Count only rows with a number above 0 in this column. */
  readonly withNumberIn?: ColumnKey
}

const LONGEST_FORMULA = 4000
const MOST_BLOCKS = 12
const MOST_WRITINGS = 8
const MOST_CELLS = 120

/** Formulas over lists of people: each way of writing one is offered in turn, the most readable first; the caller tries them. */
export class CountFormulas {
  private readonly plans = new Map<string, (WordPlan | null)[]>()
  private readonly rows = new Map<number, Map<number, Person[]>>()
  private readonly labels = new Map<string, readonly string[] | null>()

  constructor(private readonly lists: readonly RosterTable[]) {
    for (const [index, list] of lists.entries()) {
      const byCommunity = new Map<number, Person[]>()
      for (const person of list.people) {
        const found = byCommunity.get(person.community)
        if (found === undefined) byCommunity.set(person.community, [person])
        else found.push(person)
      }
      this.rows.set(index, byCommunity)
    }
  }

  /** @param name a stable name of what is wanted: plans are made once for it */
  *candidates(name: string, what: Wanted, community: number, ownLabel: string): Generator<Candidate> {
    const plans = this.plansOf(name, what)
    const ways = [() => this.byColumns(plans, what, community, ownLabel), () => this.byBlocks(plans, what, community), () => (what.sum === undefined ? this.byCells(what, community) : null)]
    for (const way of ways) {
      const candidate = way()
      if (candidate !== null && candidate('$A$1').length <= LONGEST_FORMULA) yield candidate
    }
  }

  /** Over everyone of every list, whatever the community; `null` where words do not tell the kind. */
  whole(name: string, what: Wanted): string | null {
    const plans = this.plansOf(name, what), terms: string[] = []
    for (const [index, list] of this.lists.entries()) {
      const plan = plans[index] ?? null, head = this.head(list, what, list.firstRow, list.lastRow)
      if (plan === null || head === null) return null
      if (plan.oneOf.some(each => each.words.length === 0)) continue
      const conditions = planArguments(list, plan, list.firstRow, list.lastRow, 0)
      if (conditions === null) return null
      terms.push(wrap(`${head.name}(${head.summed}${conditions.text.slice(1)}${head.more})`, conditions.arrays > 0))
    }
    return terms.length === 0 || terms.length > 10 ? null : terms.join('+')
  }

  private plansOf(name: string, what: Wanted): (WordPlan | null)[] {
    let plans = this.plans.get(name)
    if (plans === undefined) {
      plans = this.lists.map(list => wordPlan(list, what.wanted, what.keys, what.wider, what.always))
      this.plans.set(name, plans)
    }
    return plans
  }

  /** Everyone whom a list has for a community, in the order of the rows. */
  peopleIn(list: number, community: number): readonly Person[] {
    return this.rows.get(list)?.get(community) ?? []
  }

  /** How a list writes the community's name; `null` where some row does not. */
  private labelsIn(index: number, list: RosterTable, column: number, community: number): readonly string[] | null {
    const key = `${String(index)} ${String(community)}`
    let known = this.labels.get(key)
    if (known === undefined) {
      const labels = new Set<string>()
      known = null
      let whole = true
      for (const person of this.peopleIn(index, community)) {
        const raw = rawAt(list, person.row, column)
        if (labels.has(raw as string)) continue
        const label = usable(raw)
        if (label === null) {
          whole = false
          break
        }
        labels.add(label)
      }
      if (whole) known = [...labels]
      this.labels.set(key, known)
    }
    return known
  }

  /** COUNTIFS over the whole columns: holds for rows that are added later. */
  private byColumns(plans: readonly (WordPlan | null)[], what: Wanted, community: number, ownLabel: string): Candidate | null {
    const terms: Candidate[] = []
    for (const [index, list] of this.lists.entries()) {
      if (this.peopleIn(index, community).length === 0) continue
      const plan = plans[index] ?? null, column = columnOf(list, 'community')
      if (plan === null || column === null) return null
      if (plan.oneOf.some(each => each.words.length === 0)) continue
      const written = this.labelsIn(index, list, column, community)
      if (written === null) return null
      const own = written.length === 1 && written[0] === ownLabel && exactly(ownLabel) === ownLabel
      const head = this.head(list, what, list.firstRow, list.lastRow)
      if (head === null || written.length > MOST_WRITINGS) return null
      const term = (names: string, conditions: { readonly text: string; readonly arrays: number }, several: boolean) => wrap(`${head.name}(${head.summed}${rangeOf(list, column)},${names}${conditions.text}${head.more})`, several || conditions.arrays > 0)
      const one = planArguments(list, plan, list.firstRow, list.lastRow, 0), together = written.length > 1 ? planArguments(list, plan, list.firstRow, list.lastRow, 1) : null
      if (one === null) return null
      if (written.length === 1) terms.push(label => term(own ? label : wordList(written, ','), one, false))
      else if (together !== null) terms.push(() => term(wordList(written, ','), together, true))
      // Three lists of words cannot be laid crosswise: a term for each writing of the name.
      else for (const writing of written) terms.push(() => term(wordList([writing], ','), one, false))
    }
    return terms.length === 0 ? null : label => terms.map(term => term(label)).join('+')
  }

  /** COUNTIFS over the community's own rows: for lists that name it only once, or have a sheet of their own. */
  private byBlocks(plans: readonly (WordPlan | null)[], what: Wanted, community: number): Candidate | null {
    const terms: string[] = []
    for (const [index, list] of this.lists.entries()) {
      if (this.peopleIn(index, community).length === 0) continue
      const plan = plans[index] ?? null
      if (plan === null) return null
      if (plan.oneOf.some(each => each.words.length === 0)) continue
      const alone = this.peopleIn(index, community).length === list.people.length
      const blocks = alone ? [[list.firstRow, list.lastRow] as const] : blocksOf(list, this.peopleIn(index, community))
      if (blocks === null || terms.length + blocks.length > MOST_BLOCKS) return null
      for (const [first, last] of blocks) {
        const conditions = planArguments(list, plan, first, last, 0), head = this.head(list, what, first, last)
        if (conditions === null || head === null) return null
        terms.push(wrap(`${head.name}(${head.summed}${conditions.text.slice(1)}${head.more})`, conditions.arrays > 0))
      }
    }
    return terms.length === 0 ? null : () => terms.join('+')
  }

  /** The cells of the people themselves: their names counted one by one. */
  private byCells(what: Wanted, community: number): Candidate | null {
    if (what.withNumberIn !== undefined) return null
    const parts: string[] = []
    for (const [index, list] of this.lists.entries()) {
      const rows = this.peopleIn(index, community).filter(what.wanted).map(person => person.row)
      if (rows.length === 0) continue
      const column = columnOf(list, 'name')
      if (column === null) return null
      const runs = runsOf(rows)
      if (parts.length + runs.length > MOST_CELLS) return null
      for (const [first, last] of runs) parts.push(first === last ? rangeOf(list, column, first, last).replace(/:.*$/, '') : rangeOf(list, column, first, last))
    }
    return parts.length === 0 ? null : () => `COUNTA(${parts.join(',')})`
  }

  private head(list: RosterTable, what: Wanted, first: number, last: number): { readonly name: string; readonly summed: string; readonly more: string } | null {
    let summed = '', more = ''
    if (what.sum !== undefined) {
      const column = columnOf(list, what.sum)
      if (column === null) return null
      summed = `${rangeOf(list, column, first, last)},`
    }
    if (what.withNumberIn !== undefined) {
      const column = columnOf(list, what.withNumberIn)
      if (column === null) return null
      more = `,${rangeOf(list, column, first, last)},${textLiteral('>0')}`
    }
    return { name: what.sum === undefined ? 'COUNTIFS' : 'SUMIFS', summed, more }
  }
}

function wrap(formula: string, several: boolean): string {
  return several ? `SUMPRODUCT(${formula})` : formula
}

/** Runs of rows that belong to one community, rows between its people included; `null` when there are too many. */
function blocksOf(list: RosterTable, people: readonly Person[]): [number, number][] | null {
  const blocks: [number, number][] = []
  for (const person of people) {
    const last = blocks.at(-1), place = list.placeOf(person)
    if (last !== undefined && place > 0 && list.people[place - 1]?.community === person.community) last[1] = person.row
    else blocks.push([person.row, person.row])
    if (blocks.length > MOST_BLOCKS) return null
  }
  return blocks
}
