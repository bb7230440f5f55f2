import type { OpenAnswer, OpenKind } from '../../core/outlook'
import type { UnitFacts } from '../facts'
import type { Rests } from '../figure'

/** The sums of a unit on which one figure rests; an answer moves some of them. */
export interface Sums {
  /** Formal and contracted people. */
  readonly counted: number
  /** Below the line: the counted people, or those whose age is known. */
  readonly whole: number
  /** Above it: heads of a kind, people who have it, the sum of the ages. */
  readonly part: number
  /** Counted people whose answer is missing. */
  readonly blank: number
  /** People whose kind is blank or not known. */
  readonly unknown: number
}

export interface Step {
  readonly kind: OpenKind
  readonly answer: OpenAnswer
}

/** Answers to the questions of one person, and what they do to the sums. */
export interface Option {
  readonly steps: readonly Step[]
  readonly moves: Sums
}

/** People who are open in the same way: the same answers move the sums alike. */
export interface Openness {
  /** Some questions answered, each otherwise than assumed; the rest left open. */
  readonly partial: readonly Option[]
  /** Every question answered. */
  readonly full: readonly Option[]
}

/** Nothing that could be answered. */
export const NOTHING_OPEN: Openness = { partial: [], full: [] }

export const STILL: Sums = { counted: 0, whole: 0, part: 0, blank: 0, unknown: 0 }

export function moved(sums: Sums, by: Sums, times = 1): Sums {
  return {
    counted: sums.counted + by.counted * times, whole: sums.whole + by.whole * times, part: sums.part + by.part * times,
    blank: sums.blank + by.blank * times, unknown: sums.unknown + by.unknown * times,
  }
}

/** The sums as the unit has them today. */
export function sumsOf({ headcount: heads, ages }: UnitFacts, rests: Rests): Sums {
  const { counted, unknown } = heads
  switch (rests) {
    case 'formal': case 'contracted': case 'counted': return { counted, whole: counted, part: heads[rests], blank: 0, unknown }
    case 'college': return { counted, whole: counted, part: heads.college, blank: heads.collegeBlank, unknown }
    case 'party': return { counted, whole: counted, part: heads.partyLeague, blank: heads.partyLeagueBlank, unknown }
    case 'age': return { counted, whole: ages.known, part: ages.sum, blank: 0, unknown }
  }
}

/** The unit with other sums, for the figure to be taken of. */
export function withSums(unit: UnitFacts, rests: Rests, sums: Sums): UnitFacts {
  // Who is answered not to be counted stays a row of the community: it is not one of which nobody is listed.
  const settled = unit.headcount.unknown - sums.unknown, joined = sums.counted - unit.headcount.counted
  const left = unit.headcount.left + Math.max(0, settled - joined)
  const heads = { ...unit.headcount, counted: sums.counted, unknown: sums.unknown, left }
  switch (rests) {
    case 'formal': case 'contracted': case 'counted': return { ...unit, headcount: { ...heads, [rests]: sums.part } }
    case 'college': return { ...unit, headcount: { ...heads, college: sums.part, collegeBlank: sums.blank } }
    case 'party': return { ...unit, headcount: { ...heads, partyLeague: sums.part, partyLeagueBlank: sums.blank } }
    case 'age': return {
      ...unit, ages: { ...unit.ages, known: sums.whole, sum: sums.part, low: sums.part, high: sums.part },
      headcount: { ...heads, averageAge: sums.whole === 0 ? null : sums.part / sums.whole, ageBlank: sums.counted - sums.whole },
    }
  }
}

const YOUNGEST = 18, OLDEST = 70

/** Ages that an unknown one is asked over. */
export const AGES: readonly number[] = Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, at) => YOUNGEST + at)

/** Whether a person is counted: yes, or open with the kind blank (`unknown`) or for the user to decide (`undecided`). */
export type Standing = 'counted' | 'unknown' | 'undecided'

/** What a person brings to a share: `blank` has no cell to answer in. */
export type Having = 'yes' | 'no' | 'open' | 'blank'

/** Age of a person on a day: known, between the ages of two births, or not known, with a cell to answer in or without. */
export type Aged = { readonly is: 'known'; readonly age: number } | { readonly is: 'days'; readonly first: number; readonly last: number } | { readonly is: 'open' } | { readonly is: 'blank' }

/** Stand for the first and last possible birthday of whoever is meant: people with the same two ages are open alike. */
export const FIRST = 'first', LAST = 'last'

const KINDS = ['formal', 'contracted'] as const

/** People open in their kind, for a count of heads. */
export function openHeads(rests: 'formal' | 'contracted' | 'counted', standing: Standing): Openness {
  const unknown = standing === 'unknown' ? -1 : 0
  const joins = (kind: string): Option => ({ steps: [{ kind: 'employment', answer: kind }], moves: { counted: 1, whole: 1, part: rests === 'counted' || rests === kind ? 1 : 0, blank: 0, unknown } })
  const partial = KINDS.map(joins)
  return { partial, full: [notCounted(unknown), ...partial] }
}

function notCounted(unknown: number): Option {
  return { steps: [{ kind: 'employment', answer: 'not-counted' }], moves: { ...STILL, unknown } }
}

/** People open for a share. */
export function openShare(kind: 'education' | 'politics', standing: Standing, having: Having): Openness {
  const yes: Step = { kind, answer: 'yes' }, no: Step = { kind, answer: 'no' }
  if (standing === 'counted') {
    const has: Option = { steps: [yes], moves: { ...STILL, part: 1, blank: -1 } }
    return { partial: [has], full: [has, { steps: [no], moves: { ...STILL, blank: -1 } }] }
  }
  const unknown = standing === 'unknown' ? -1 : 0, out = notCounted(unknown)
  const partial: Option[] = [], full: Option[] = having === 'open' ? [yes, no].map(step => ({ ...out, steps: [...out.steps, step] })) : [out]
  for (const answer of KINDS) {
    const joins: Step = { kind: 'employment', answer }, base: Sums = { counted: 1, whole: 1, part: 0, blank: 0, unknown }
    if (having === 'open') {
      const has: Option = { steps: [joins, yes], moves: { ...base, part: 1 } }
      partial.push({ steps: [joins], moves: { ...base, blank: 1 } }, has)
      full.push(has, { steps: [joins, no], moves: base })
    } else {
      const joined: Option = { steps: [joins], moves: { ...base, part: having === 'yes' ? 1 : 0, blank: having === 'blank' ? 1 : 0 } }
      partial.push(joined)
      full.push(joined)
    }
  }
  return { partial, full }
}

/** An age that is not known, answered with each that it can be. */
const ANY_AGE: readonly Option[] = AGES.map(age => ({ steps: [{ kind: 'birth', answer: `age:${String(age)}` }], moves: { ...STILL, whole: 1, part: age } }))

/** People open for the mean age. */
export function openAge(standing: Standing, aged: Aged): Openness {
  if (standing === 'counted') {
    if (aged.is === 'open') return { partial: ANY_AGE, full: ANY_AGE }
    if (aged.is !== 'days') return { partial: [], full: [{ steps: [], moves: STILL }] }
    const last: Option = { steps: [{ kind: 'birth', answer: LAST }], moves: { ...STILL, part: aged.last - aged.first } }
    return { partial: [last], full: [{ steps: [{ kind: 'birth', answer: FIRST }], moves: STILL }, last] }
  }
  const unknown = standing === 'unknown' ? -1 : 0, out = notCounted(unknown), partial: Option[] = [], full: Option[] = []
  const births: readonly Option[] = aged.is === 'open' ? ANY_AGE : aged.is === 'days' ? [
    { steps: [{ kind: 'birth', answer: FIRST }], moves: { ...STILL, whole: 1, part: aged.first } },
    { steps: [{ kind: 'birth', answer: LAST }], moves: { ...STILL, whole: 1, part: aged.last } },
  ] : [{ steps: [], moves: aged.is === 'known' ? { ...STILL, whole: 1, part: aged.age } : STILL }]
  for (const birth of births) full.push({ steps: [...out.steps, ...birth.steps], moves: out.moves })
  for (const answer of KINDS) {
    const joins: Step = { kind: 'employment', answer }, joined: Sums = { ...STILL, counted: 1, unknown }
    for (const birth of births) full.push({ steps: [joins, ...birth.steps], moves: moved(joined, birth.moves) })
    // Left open, a month is taken by its first day, and an age that is not known stays out of the mean.
    const leftOpen = aged.is === 'known' ? aged.age : aged.is === 'days' ? aged.first : null
    partial.push({ steps: [joins], moves: leftOpen === null ? joined : { ...joined, whole: 1, part: leftOpen } })
    for (const birth of aged.is === 'open' ? births : births.slice(1)) partial.push({ steps: [joins, ...birth.steps], moves: moved(joined, birth.moves) })
  }
  return { partial, full }
}
