import type { Brackets } from '../core/plan'
import type { UnitFacts } from './facts'

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
