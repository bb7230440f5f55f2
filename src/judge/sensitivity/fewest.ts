import type { Group } from './census'
import { moved } from './model'
import type { Option, Sums } from './model'

/** So many people of a group answer in this way. */
export interface Pick {
  readonly group: Group
  readonly option: Option
  readonly count: number
}

/** Answers that change a verdict. */
export interface Turned {
  /** How many questions are answered. */
  readonly cost: number
  readonly picks: readonly Pick[]
}

/** What the fewest answers are looked for among. */
export interface Search {
  readonly groups: readonly Group[]
  /** Position of the day in the list of days. */
  readonly day: number
  readonly base: Sums
  /** How much of the part each of the whole takes with it: the value asked for of a share or a mean, 0 for a count. */
  readonly weight: number
  /** Nothing can be told today: any first answer may make a verdict, whatever side it takes. */
  readonly isOpen: boolean
  /** The verdict is another one. */
  readonly turns: (sums: Sums) => boolean
}

/** Like steps that gain the same: `count` of them, each of one more answer (`after`: only on top of that option) or of two at once. */
interface Gain {
  readonly group: Group
  readonly option: Option
  readonly after: Option | null
  readonly gain: number
  readonly count: number
  readonly moves: Sums
}

/**
 * The fewest answers with which the verdict turns; `null` when none turn it.
 * A share or a mean passes its line as soon as the sum of (part - weight × whole) changes sign, so the largest gains come first: single answers and
 * answers that only work in pairs (a kind and a diploma) are weighed against each other. Exact for any number of people.
 */
export function fewestAnswers(search: Search): Turned | null {
  let best = search.isOpen ? fewTogether(search) : null
  for (const direction of [1, -1] as const) {
    const found = towards(search, direction)
    if (found !== null && (best === null || found.cost < best.cost)) best = found
  }
  return best
}

function towards(search: Search, direction: 1 | -1): Turned | null {
  const gainOf = ({ part, whole }: Sums): number => direction * (part - search.weight * whole)
  const singles: Gain[] = [], pairs: Gain[] = [], firsts: Gain[] = []
  for (const group of search.groups) {
    const { partial } = group.openness(search.day), { count } = group
    const one = bestOf(partial, 1, gainOf), two = bestOf(partial, 2, gainOf)
    const g1 = one === null ? 0 : gainOf(one.moves), g2 = two === null ? 0 : gainOf(two.moves)
    const single: Gain | null = one !== null && g1 > 0 ? { group, option: one, after: null, gain: g1, count, moves: one.moves } : null
    if (two === null || g2 <= Math.max(g1, 0)) {
      if (single !== null) singles.push(single)
    } else if (one !== null && single !== null && g2 - g1 <= g1)
      singles.push(single, { group, option: two, after: one, gain: g2 - g1, count, moves: moved(two.moves, one.moves, -1) })
    else {
      const pair: Gain = { group, option: two, after: null, gain: g2, count, moves: two.moves }
      pairs.push(pair)
      if (single !== null) firsts.push({ ...single, count: 1 })
    }
  }
  let best = weighed(search, singles, pairs, null)
  // Of people for whom the second answer brings more than the first, at most one is worth a first answer alone.
  for (const first of firsts) {
    const rest = pairs.map(pair => (pair.group === first.group ? { ...pair, count: pair.count - 1 } : pair)).filter(pair => pair.count > 0)
    const found = weighed(search, singles, rest, first)
    if (found !== null && (best === null || found.cost < best.cost)) best = found
  }
  return best
}

function bestOf(options: readonly Option[], answers: number, gainOf: (sums: Sums) => number): Option | null {
  let best: Option | null = null
  for (const option of options)
    if (option.steps.length === answers && (best === null || gainOf(option.moves) > gainOf(best.moves))) best = option
  return best
}

/** Weighs single answers against pairs: for every number of pairs the fewest singles that still turn the verdict. */
function weighed({ base, turns }: Search, singles: Gain[], pairs: Gain[], first: Gain | null): Turned | null {
  const ones = new Ladder(singles),
    twos = new Ladder(pairs),
    start = first === null ? base : moved(base, first.moves),
    already = first === null ? 0 : 1
  const turned = (m: number, j: number): boolean => turns(ones.climb(twos.climb(start, j), m))
  let least = Number.POSITIVE_INFINITY, at: readonly [number, number] | null = null
  let m = ones.length
  for (let j = 0; j <= twos.length && already + 2 * j < least; j++) {
    if (!turned(m, j)) continue
    m = leastThat(m, count => turned(count, j))
    const cost = already + m + 2 * j
    if (cost > 0 && cost < least) {
      least = cost
      at = [m, j]
    }
    if (m === 0) break
  }
  if (at === null) return null
  const picks = [
    ...ones.picks(at[0]),
    ...twos.picks(at[1]),
    ...(first === null ? [] : [{ group: first.group, option: first.option, count: 1 }]),
  ]
  return { cost: least, picks: merged(picks) }
}

/** The least number from 0 to `most` for which it holds; it holds for `most`, and for every number after the least. */
function leastThat(most: number, holds: (count: number) => boolean): number {
  let low = 0, high = most
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Gains from the largest down, of which the first few are taken. */
class Ladder {
  readonly length: number
  private readonly sorted: readonly Gain[]

  constructor(gains: readonly Gain[]) {
    this.sorted = [...gains].sort((a, b) => b.gain - a.gain)
    this.length = gains.reduce((sum, gain) => sum + gain.count, 0)
  }

  climb(from: Sums, count: number): Sums {
    let sums = from, left = count
    for (const gain of this.sorted) {
      if (left === 0) break
      const taken = Math.min(left, gain.count)
      sums = moved(sums, gain.moves, taken)
      left -= taken
    }
    return sums
  }

  picks(count: number): (Pick & { readonly after: Option | null })[] {
    const found: (Pick & { readonly after: Option | null })[] = []
    let left = count
    for (const { group, option, after, count: there } of this.sorted) {
      if (left === 0) break
      const taken = Math.min(left, there)
      found.push({ group, option, count: taken, after })
      left -= taken
    }
    return found
  }
}

/** A second answer takes the place of the first one of as many people. */
function merged(picks: readonly (Pick & { readonly after?: Option | null })[]): Pick[] {
  const counts = new Map<Group, Map<Option, number>>()
  const add = (group: Group, option: Option, count: number): void => {
    const own = counts.get(group) ?? new Map<Option, number>()
    counts.set(group, own.set(option, (own.get(option) ?? 0) + count))
  }
  for (const { group, option, count, after } of picks) {
    add(group, option, count)
    if (after !== undefined && after !== null) add(group, after, -count)
  }
  return [...counts].flatMap(([group, own]) => [...own].map(([option, count]) => ({ group, option, count }))).filter(pick => pick.count > 0)
}

/** So many ways of being open are tried two by two. */
const MOST_TOGETHER = 40

/** Where nothing is known at all: one person's answers, or those of two together. */
function fewTogether({ groups, day, base, turns }: Search): Turned | null {
  let best: Turned | null = null
  const tried = groups.map(group => ({ group, options: group.openness(day).partial }))
  for (const { group, options } of tried) {
    for (const option of options) {
      const cost = option.steps.length
      if ((best === null || cost < best.cost) && turns(moved(base, option.moves))) best = { cost, picks: [{ group, option, count: 1 }] }
    }
  }
  if (best !== null || tried.length > MOST_TOGETHER) return best
  for (const [i, one] of tried.entries()) {
    for (const two of tried.slice(one.group.count > 1 ? i : i + 1)) {
      for (const a of one.options) for (const b of two.options) {
        const cost = a.steps.length + b.steps.length
        if ((best === null || cost < best.cost) && turns(moved(moved(base, a.moves), b.moves)))
          best = {
            cost,
            picks: merged([
              { group: one.group, option: a, count: 1 },
              { group: two.group, option: b, count: 1 },
            ]),
          }
      }
    }
  }
  return best
}
