import type { OtherSide, Person } from '../core/reading'

/**
 * What a unit's figures could be if the other side of each contradiction were right: a status against a remark, a birth against an id, the second listing of a
 * person (domain.md 1.2). Each doubtful person has a few states; every range below is reached by choosing one for each, whatever the others are.
 */
export interface Swing {
  /** Added to the count that was taken, at least and at most. */
  readonly formal: Ends
  readonly contracted: Ends
  readonly counted: Ends
  readonly college: ShareSwing
  readonly partyLeague: ShareSwing
  readonly ages: AgeSwing
}

export interface Ends {
  readonly low: number
  readonly high: number
}

/** Added to the part and the whole for the lowest, and for the highest share that is possible. */
export interface ShareSwing {
  readonly lowPart: number
  readonly lowWhole: number
  readonly highPart: number
  readonly highWhole: number
}

/** The mean without the doubtful people, and what each of them may bring: ages, and -1 for not counted or not known. */
export interface AgeSwing {
  /** Sum and number of ages taken out of the unit's own before the doubtful people are put back. */
  readonly sum: number
  readonly count: number
  readonly options: readonly (readonly number[])[]
}

/** How one person is counted under one answer. */
export interface State {
  readonly formal: 0 | 1
  readonly contracted: 0 | 1
  readonly college: 0 | 1
  readonly party: 0 | 1
  /** Full years; -1 when not known or not counted. */
  readonly age: number
}

export const NOT_COUNTED: State = { formal: 0, contracted: 0, college: 0, party: 0, age: -1 }

/** Gathers the doubtful people of one unit. */
export class SwingSum {
  private formal = { low: 0, high: 0 }
  private contracted = { low: 0, high: 0 }
  private counted = { low: 0, high: 0 }
  private readonly college = { lowPart: 0, lowWhole: 0, highPart: 0, highWhole: 0 }
  private readonly party = { lowPart: 0, lowWhole: 0, highPart: 0, highWhole: 0 }
  private sum = 0
  private count = 0
  private readonly options: number[][] = []

  /** @param taken the state that the unit's sums hold; `others` the ones that are possible beside it */
  add(taken: State, others: readonly State[]): void {
    const all = [taken, ...others]
    widen(this.formal, taken.formal, all.map(state => state.formal))
    widen(this.contracted, taken.contracted, all.map(state => state.contracted))
    widen(this.counted, countedIn(taken), all.map(countedIn))
    share(this.college, taken, all, state => state.college)
    share(this.party, taken, all, state => state.party)
    const ages = [...new Set(all.map(state => state.age))]
    if (ages.length < 2) return
    if (taken.age >= 0) { this.sum += taken.age; this.count++ }
    this.options.push(ages)
  }

  get swing(): Swing {
    return {
      formal: this.formal,
      contracted: this.contracted,
      counted: this.counted,
      college: this.college,
      partyLeague: this.party,
      ages: { sum: this.sum, count: this.count, options: this.options },
    }
  }
}

function countedIn(state: State): 0 | 1 {
  return state.formal === 1 || state.contracted === 1 ? 1 : 0
}

function widen(ends: { low: number; high: number }, taken: number, all: readonly number[]): void {
  ends.low += Math.min(...all) - taken
  ends.high += Math.max(...all) - taken
}

/** The highest share: have it if that is possible, else be left out, else count without it; the lowest the other way round. */
function share(
  into: { lowPart: number; lowWhole: number; highPart: number; highWhole: number },
  taken: State,
  all: readonly State[],
  has: (state: State) => number,
): void {
  const part = countedIn(taken) * has(taken),
    whole = countedIn(taken)
  const having = all.some(state => countedIn(state) === 1 && has(state) === 1),
    lacking = all.some(state => countedIn(state) === 1 && has(state) === 0),
    out = all.some(state => countedIn(state) === 0)
  into.highPart += (having ? 1 : 0) - part
  into.highWhole += (having ? 1 : out ? 0 : 1) - whole
  into.lowPart += (lacking || out ? 0 : 1) - part
  into.lowWhole += (lacking ? 1 : out ? 0 : 1) - whole
}

/**
 * The lowest and the highest mean age that is possible; `null` where nobody's age would be known.
 * @param sum ages of the unit as they were taken, with their number
 */
export function meanEnds(swing: AgeSwing, sum: number, count: number): Ends | null {
  const low = meanAtMost(swing, sum, count, 1), high = meanAtMost(swing, sum, count, -1)
  return low === null || high === null ? null : { low, high: -high }
}

/** The lowest mean of `sign` times the ages: each brings his lowest age, and whoever may be left out comes in only where he lowers the mean. */
function meanAtMost(swing: AgeSwing, sum: number, count: number, sign: 1 | -1): number | null {
  let total = sign * (sum - swing.sum), heads = count - swing.count
  const optional: number[] = []
  for (const ages of swing.options) {
    const lowest = Math.min(...ages.filter(age => age >= 0).map(age => sign * age))
    if (ages.includes(-1)) optional.push(lowest)
    else { total += lowest; heads++ }
  }
  for (const age of optional.sort((a, b) => a - b)) {
    if (heads > 0 && age * heads >= total) break
    total += age
    heads++
  }
  return heads === 0 ? null : total / heads
}

/** A person as the other side of one contradiction has it. */
export function otherwise(person: Person, other: OtherSide): Person {
  return { ...person, ...other, ...(other.birth === undefined ? {} : { birthPrecision: 'day' as const }) }
}
