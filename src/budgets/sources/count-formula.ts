import { at } from '../../core/at'
import type { ColumnKey } from '../../core/reading'
import { exactly } from '../../formula/criteria'
import { runsOf } from './roster'
import type { RosterTable } from './roster'
import { textLiteral } from './source'
import { planArguments, usable, wordList, wordPlan } from './word-plan'
import type { WantedWords, WordPlan } from './word-plan'

/** A formula that may point to the cell of the community's name. `label` is that cell, or the name itself as a text for a trial. */
export type Candidate = (label: string) => string

/** A column of a list: by its key, or found for each list. */
export type ColumnOf = ColumnKey | ((list: RosterTable) => number | null)

/** What is wanted of the people of one kind. */
export interface Wanted extends WantedWords {
  /** Sum this column of each list instead of counting. */
  readonly sum?: ColumnOf
  /** Count only rows with a number above 0 in this column. */
  readonly withNumberIn?: ColumnOf
}

const LONGEST_FORMULA = 4000
const MOST_BLOCKS = 12
const MOST_WRITINGS = 8
const MOST_CELLS = 120

/** Formulas over lists of people: each way of writing one is offered in turn, the most readable first; the caller tries them. */
export class CountFormulas {
  private readonly plans = new Map<string, (WordPlan | null)[]>()
  /** How each list writes each community's name; `null` where some row does not. */
  private readonly writings = new Map<RosterTable, Map<number, string[] | null>>()

  constructor(private readonly lists: readonly RosterTable[]) {}

  /** @param name a stable name of what is wanted: plans are made once for it */
  *candidates(name: string, what: Wanted, community: number, ownLabel: string): Generator<Candidate> {
    const plans = this.plansFor(name, what)
    const ways = [
      () => this.byColumns(plans, what, community, ownLabel),
      () => this.byBlocks(plans, what, community),
      () => (what.sum === undefined ? this.byCells(what, community) : null),
    ]
    for (const way of ways) {
      const candidate = way()
      if (candidate !== null && candidate('$A$1').length <= LONGEST_FORMULA) yield candidate
    }
  }

  /** Over everyone of every list, whatever the community; `null` where words do not tell the kind. */
  whole(name: string, what: Wanted): string | null {
    const plans = this.plansFor(name, what), terms: string[] = []
    for (const [index, list] of this.lists.entries()) {
      const plan = plans[index] ?? null, head = headOf(list, what, list.firstRow, list.lastRow)
      if (plan === null || head === null) return null
      if (plan.oneOf.some(each => each.words.length === 0)) continue
      const conditions = planArguments(list, plan, list.firstRow, list.lastRow, 0)
      if (conditions === null) return null
      terms.push(wrap(`${head.name}(${head.summed}${conditions.text.slice(1)}${head.more})`, conditions.arrays > 0))
    }
    return terms.length === 0 || terms.length > 10 ? null : terms.join('+')
  }

  /** The words by which each list tells who is wanted; `null` for a list where words do not tell. */
  plansFor(name: string, what: Wanted): (WordPlan | null)[] {
    let plans = this.plans.get(name)
    if (plans === undefined) {
      plans = this.lists.map(list => wordPlan(list, what))
      this.plans.set(name, plans)
    }
    return plans
  }

  /** COUNTIFS over the whole columns: holds for rows that are added later. */
  private byColumns(plans: readonly (WordPlan | null)[], what: Wanted, community: number, ownLabel: string): Candidate | null {
    const terms: Candidate[] = []
    for (const [index, list] of this.lists.entries()) {
      if (list.positionsOf(community).length === 0) continue
      const plan = plans[index] ?? null, column = list.columnOf('community')
      if (plan === null || column === null) return null
      if (plan.oneOf.some(each => each.words.length === 0)) continue
      const written = this.writingsOf(list, column).get(community) ?? null, head = headOf(list, what, list.firstRow, list.lastRow)
      if (written === null || head === null || written.length > MOST_WRITINGS) return null
      const own = written.length === 1 && written[0] === ownLabel && exactly(ownLabel) === ownLabel
      const term = (names: string, conditions: { readonly text: string; readonly arrays: number }, several: boolean) =>
        wrap(`${head.name}(${head.summed}${list.rangeOf(column)},${names}${conditions.text}${head.more})`, several || conditions.arrays > 0)
      const one = planArguments(list, plan, list.firstRow, list.lastRow, 0),
        together = written.length > 1 ? planArguments(list, plan, list.firstRow, list.lastRow, 1) : null
      if (one === null) return null
      if (written.length === 1) terms.push(label => term(own ? label : wordList(written, ','), one, false))
      else if (together !== null) terms.push(() => term(wordList(written, ','), together, true))
      // Three lists of words cannot be laid crosswise: a term for each writing of the name.
      else for (const writing of written) terms.push(() => term(wordList([writing], ','), one, false))
    }
    return terms.length === 0 ? null : label => terms.map(term => term(label)).join('+')
  }

  private writingsOf(list: RosterTable, column: number): Map<number, string[] | null> {
    let found = this.writings.get(list)
    if (found === undefined) {
      found = new Map()
      const { ids, values } = list.column(column), seen = new Set<number>()
      for (let index = 0; index < ids.length; index++) {
        const id = at(ids, index), community = list.people[index]?.community ?? -1, pair = (community + 1) * values.length + id
        if (seen.has(pair)) continue
        seen.add(pair)
        const known = found.get(community), word = usable(values[id] ?? null)
        if (word === null || known === null) found.set(community, null)
        else if (known === undefined) found.set(community, [word])
        else known.push(word)
      }
      this.writings.set(list, found)
    }
    return found
  }

  /** COUNTIFS over the community's own rows: for lists that name it only once, or have a sheet of their own. */
  private byBlocks(plans: readonly (WordPlan | null)[], what: Wanted, community: number): Candidate | null {
    const terms: string[] = []
    for (const [index, list] of this.lists.entries()) {
      const positions = list.positionsOf(community)
      if (positions.length === 0) continue
      const plan = plans[index] ?? null
      if (plan === null) return null
      if (plan.oneOf.some(each => each.words.length === 0)) continue
      const blocks = positions.length === list.people.length ? [[list.firstRow, list.lastRow] as const] : blocksOf(list, positions)
      if (blocks === null || terms.length + blocks.length > MOST_BLOCKS) return null
      for (const [first, last] of blocks) {
        const conditions = planArguments(list, plan, first, last, 0), head = headOf(list, what, first, last)
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
    for (const list of this.lists) {
      const flags = list.flags(what.wanted), rows: number[] = []
      for (const position of list.positionsOf(community)) {
        if (flags[position] !== 1) continue
        rows.push(list.people[position]?.row ?? 0)
        if (rows.length > MOST_CELLS * 20) return null
      }
      if (rows.length === 0) continue
      const column = list.columnOf('name')
      if (column === null) return null
      const runs = runsOf(rows)
      if (parts.length + runs.length > MOST_CELLS) return null
      for (const [first, last] of runs) parts.push(first === last ? list.rangeOf(column, first, last).replace(/:.*$/, '') : list.rangeOf(column, first, last))
    }
    return parts.length === 0 ? null : () => `COUNTA(${parts.join(',')})`
  }
}

/** The function, the summed range in front of the conditions, and a condition behind them; `null` where a column is not there. */
function headOf(
  list: RosterTable,
  what: Wanted,
  first: number,
  last: number,
): { readonly name: string; readonly summed: string; readonly more: string } | null {
  let summed = '',
    more = ''
  if (what.sum !== undefined) {
    const column = columnIn(list, what.sum)
    if (column === null) return null
    summed = `${list.rangeOf(column, first, last)},`
  }
  if (what.withNumberIn !== undefined) {
    const column = columnIn(list, what.withNumberIn)
    if (column === null) return null
    more = `,${list.rangeOf(column, first, last)},${textLiteral('>0')}`
  }
  return { name: what.sum === undefined ? 'COUNTIFS' : 'SUMIFS', summed, more }
}

function columnIn(list: RosterTable, column: ColumnOf): number | null {
  return typeof column === 'function' ? column(list) : list.columnOf(column)
}

function wrap(formula: string, several: boolean): string {
  return several ? `SUMPRODUCT(${formula})` : formula
}

/** Runs of rows that belong to one community, rows between its people included; `null` when there are too many. */
function blocksOf(list: RosterTable, positions: Int32Array): [number, number][] | null {
  const blocks: [number, number][] = []
  let before = -2
  for (const position of positions) {
    const row = list.people[position]?.row ?? 0, last = blocks.at(-1)
    if (last !== undefined && position === before + 1) last[1] = row
    else blocks.push([row, row])
    if (blocks.length > MOST_BLOCKS) return null
    before = position
  }
  return blocks
}
