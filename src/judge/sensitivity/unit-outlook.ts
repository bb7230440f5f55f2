import type { Target } from '../../core/plan'
import type { Verdict } from '../../core/verdict'
import { dayText } from '../../core/day'
import type { UnitFacts } from '../facts'
import type { Figure, Rests } from '../figure'
import { expectedOn, verdictAgainst } from '../judge'
import type { Census, Days, Group } from './census'
import { fewestAnswers } from './fewest'
import type { Pick } from './fewest'
import { moved, sumsOf, withSums } from './model'
import type { Option, Sums } from './model'

/** Answers that change a verdict: of people, and of the day where `day` is not the first. */
export interface Turn {
  readonly cost: number
  readonly picks: readonly Pick[]
  /** Position in the list of days. */
  readonly day: number
}

/** One figure about the people of one unit, with all that is open in it. */
export class UnitOutlook {
  readonly groups: readonly Group[]
  readonly rests: Rests
  readonly given: Verdict
  /** On the given day. */
  readonly unit: UnitFacts
  /** The verdict may depend on the day. */
  readonly varies: boolean
  /** The value asked for on each of the days. */
  private readonly expected: readonly (number | null)[]
  private readonly weights: readonly (number | null)[]

  constructor(
    private readonly figure: Figure & { readonly rests: Rests },
    readonly target: Target,
    /** The unit on each of the days. */
    private readonly units: readonly [UnitFacts, ...UnitFacts[]],
    census: Census,
    readonly days: Days,
    given: Verdict | undefined,
  ) {
    const [unit] = units
    this.unit = unit
    this.rests = figure.rests
    this.groups = census.groups(this.rests)
    this.expected = days.map((day, at) => expectedOn(target, units[at] ?? unit, dayText(day)))
    this.given = given ?? verdictAgainst(figure, target, unit, this.expected[0] ?? null)
    this.weights = this.expected.map(value =>
      value === null || this.rests === 'college' || this.rests === 'party' || this.rests === 'age' ? value : 0,
    )
    this.varies = days.length > 1 && (this.rests === 'age' || new Set(this.expected).size > 1 || new Set(units.map(each => each.facts.reading)).size > 1)
  }

  /** The verdict for other sums, on one of the days. */
  verdictAt(day: number, sums: Sums): Verdict {
    return verdictAgainst(this.figure, this.target, withSums(this.units[day] ?? this.unit, this.rests, sums), this.expected[day] ?? null)
  }

  base(day: number): Sums {
    return sumsOf(this.units[day] ?? this.unit, this.rests)
  }

  /** Every verdict that the answers to all questions give; the one given is among them only where they give it too. */
  answered(): Set<Verdict> {
    return new Set([...this.days.keys()].flatMap(day => [...this.answeredOn(day)]))
  }

  /** The same on one of the days alone. */
  answeredOn(day: number): Set<Verdict> {
    const base = this.base(day), weight = this.weights[day] ?? null
    if (weight === null) return new Set([this.verdictAt(day, base)])
    const gain = ({ part, whole }: Sums): number => part - weight * whole
    const ends = [
      this.sumsWhere(day, base, option => gain(option.moves)),
      this.sumsWhere(day, base, option => -gain(option.moves)),
      // Nobody of an open kind is counted: perhaps nobody at all is.
      this.sumsWhere(day, base, option => -option.moves.counted),
    ]
    const distinct = ends.filter((end, at) => ends.findIndex(each => isSame(each, end)) === at)
    return new Set([...distinct.map(end => this.verdictAt(day, end)), ...this.between(day, ends)])
  }

  /** The fewest answers that change the verdict, the day's among them. */
  turn(): Turn | null {
    let best: Turn | null = null
    for (const [day, weight] of this.weights.entries()) {
      const more = day === 0 ? 0 : 1
      if (best !== null && best.cost <= more) continue
      const base = this.base(day),
        turns = (sums: Sums): boolean => this.verdictAt(day, sums) !== this.given
      if (day > 0 && turns(base)) {
        best = { cost: 1, picks: [], day }
        continue
      }
      const found =
        weight === null ? null : fewestAnswers({ groups: this.groups, day, base, weight, isOpen: this.given === 'unknown', turns })
      if (found !== null && (best === null || found.cost + more < best.cost)) best = { cost: found.cost + more, picks: found.picks, day }
    }
    return best
  }

  /** The least number of answers about people that give each verdict on one of the days; a count of heads only. */
  reachOn(day: number): ReadonlyMap<Verdict, Turn> {
    const found = new Map<Verdict, Turn>(day === 0 ? [[this.given, { cost: 0, picks: [], day }]] : []), picks: Pick[] = []
    let sums = this.base(day),
      cost = 0
    const note = (): void => {
      const verdict = this.verdictAt(day, sums)
      if (!found.has(verdict)) found.set(verdict, { cost, picks: picks.slice(), day })
    }
    note()
    for (const group of this.groups) {
      const option = group.openness(day).partial.find(each => each.moves.part > 0)
      if (option === undefined) continue
      for (let count = 1; count <= group.count; count++) {
        sums = moved(sums, option.moves)
        cost++
        if (count > 1) picks.pop()
        picks.push({ group, option, count })
        note()
      }
    }
    return found
  }

  private sumsWhere(day: number, base: Sums, worth: (option: Option) => number): Sums {
    let sums = base
    for (const group of this.groups) {
      let best: Option | null = null
      // Of equal ones the one that counts somebody: 45 years where 45 are asked for makes a verdict where there was none.
      for (const option of group.openness(day).full)
        if (best === null || worth(option) > worth(best) || (worth(option) === worth(best) && option.moves.whole > best.moves.whole))
          best = option
      if (best !== null) sums = moved(sums, best.moves, group.count)
    }
    return sums
  }

  /** Counts take every whole number between their ends, one of which may be the very number asked for. */
  private between(day: number, ends: readonly Sums[]): Verdict[] {
    if (this.target.comparison !== 'exactly') return []
    const [high, low] = ends,
      expected = this.expected[day] ?? null
    if (high === undefined || low === undefined || expected === null) return []
    if (this.weights[day] === 0)
      return Number.isInteger(expected) && expected > low.part && expected < high.part
        ? [this.verdictAt(day, { ...high, part: expected })]
        : []
    return low.part < expected * low.whole && high.part > expected * high.whole ? ['met'] : []
  }
}

function isSame(one: Sums, other: Sums): boolean {
  const sameHeads = one.counted === other.counted && one.unknown === other.unknown
  return sameHeads && one.part === other.part && one.whole === other.whole && one.blank === other.blank
}
