import type { Day } from '../core/day'
import type { Brackets, DatedValue, Target } from '../core/plan'
import type { UnitFacts } from './facts'

/** The entry in force on a day. Before the first day the first one stands, as a goal to come; after the last day none does. */
export function valueInForce(target: Target, asOf: Day): { readonly entry: DatedValue; readonly early: boolean } | null {
  let found: DatedValue | null = null
  for (const entry of target.history) if (entry.from <= asOf && (entry.to === undefined || asOf <= entry.to)) found = entry
  if (found !== null) return { entry: found, early: false }
  const first = target.history[0]
  return first !== undefined && asOf < first.from ? { entry: first, early: true } : null
}

/** What the unit must reach; `null` when the steps go by a size that is not known. For the whole of headcounts this is taken per community and summed. */
export function expectedFor(value: number | Brackets, unit: UnitFacts): number | null {
  if (typeof value === 'number') return value
  const size = value.by === 'households' ? unit.households : unit.population
  return size === null ? null : step(value, size)
}

/** The step that a size falls on. */
export function step(brackets: Brackets, size: number): number {
  for (const each of brackets.steps) if (size < each.below) return each.value
  const { value, add, each } = brackets.beyond, from = brackets.steps.at(-1)?.below ?? 0
  return add === undefined || each === undefined ? value : value + Math.floor((size - from) / each) * add
}
