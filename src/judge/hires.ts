import type { Day } from '../core/day'
import type { HirePlan } from '../core/outlook'
import { isOverallOnly } from '../core/plan'
import type { Policy, Target } from '../core/plan'
import { valueInForce } from '../core/plan'
import type { UnitFacts } from './facts'
import { figures } from './figures'
import type { Rests } from './figure'
import type { Judged } from './judge'
import { verdictFor, verdictOf } from './judge'
import { sumsOf } from './sensitivity/model'
import { expectedFor } from './targets'

/** The youngest that a new colleague can be. */
const YOUNGEST = 18

/** What is asked of a unit by the target that rests on a figure; `null`: the standard asks for nothing. */
interface Asked {
  readonly target: Target
  readonly expected: number
}

/**
 * Whom each community and the whole have to take on: the empty posts are filled and no more, nobody is dismissed, and people about whom something
 * is open are taken as the verdicts take them.
 */
export function hirePlans(
  judged: Judged,
  policy: Policy,
  asOf: Day,
): { readonly hires: readonly HirePlan[]; readonly overall: HirePlan | null } {
  const { facts } = judged
  if (!facts.hasRoster) return { hires: [], overall: null }
  const hires = facts.units.map(unit => plan(unit, policy, asOf, postsOf(unit, policy, asOf)))
  const posts = hires.reduce(
    (sum, each) => ({
      formal: sum.formal + each.formal,
      contracted: sum.contracted + each.contracted,
      anyKind: sum.anyKind + each.anyKind,
    }),
    { formal: 0, contracted: 0, anyKind: 0 },
  )
  return {
    hires,
    overall: plan(
      facts.whole,
      policy,
      asOf,
      posts,
      hires.some(each => !each.reachable),
    ),
  }
}

interface Posts {
  readonly formal: number
  readonly contracted: number
  readonly anyKind: number
}

function postsOf(unit: UnitFacts, policy: Policy, asOf: Day): Posts {
  const short = (rests: 'formal' | 'contracted' | 'counted', more = 0): number => {
    const asked = askedOf(unit, policy, asOf, rests, 'person')
    return asked === null || asked.target.comparison === 'at-most' ? 0 : Math.max(0, Math.ceil(asked.expected) - sumsOf(unit, rests).part - more)
  }
  const formal = short('formal'), contracted = short('contracted')
  return { formal, contracted, anyKind: short('counted', formal + contracted) }
}

function plan(unit: UnitFacts, policy: Policy, asOf: Day, posts: Posts, apart = false): HirePlan {
  const heads = posts.formal + posts.contracted + posts.anyKind
  const college = needed(unit, policy, asOf, 'college', heads), party = needed(unit, policy, asOf, 'party', heads)
  const mean = askedOf(unit, policy, asOf, 'age', 'year'), { known, sum } = unit.ages
  const ageSum = mean === null || heads === 0 ? null : greatestSum(mean, known + heads, sum)
  const ageReachable = mean === null || (heads === 0 ? meets(mean, unit, asOf) : ageSum !== null && ageSum >= YOUNGEST * heads)
  const over = (['formal', 'contracted', 'counted'] as const).some(rests => {
    const asked = askedOf(unit, policy, asOf, rests, 'person')
    return unit.community >= 0 && asked !== null && asked.target.comparison !== 'at-least' && sumsOf(unit, rests).part > asked.expected
  })
  return {
    community: unit.community, rosterMissing: isMissing(unit), ...posts,
    college: college.among, collegeBeyond: college.beyond, partyLeague: party.among, partyLeagueBeyond: party.beyond,
    ageSum, ageReachable, over, reachable: college.beyond === 0 && party.beyond === 0 && ageReachable && !over && !apart,
  }
}

/** Nobody of the community stands in the roster, not even as vacant or left. */
function isMissing({ headcount: heads }: UnitFacts): boolean {
  return heads.counted + heads.undecided + heads.unknown + heads.vacant + heads.left === 0
}

/** How many of the new people must have it, and how many of those already there beyond them. */
function needed(unit: UnitFacts, policy: Policy, asOf: Day, rests: 'college' | 'party', heads: number): { readonly among: number; readonly beyond: number } {
  const asked = askedOf(unit, policy, asOf, rests, 'share'), { part, whole } = sumsOf(unit, rests), all = whole + heads
  if (asked === null || asked.target.comparison !== 'at-least' || all === 0) return { among: 0, beyond: 0 }
  const met = (having: number): boolean => verdictOf({ low: having / all, high: having / all }, 'at-least', asked.expected) === 'met'
  // The line is found by the comparison itself: 0.7 × 10 is a little more than 7 in binary numbers.
  let total = Math.max(0, Math.floor(asked.expected * all) - 1)
  while (total < all && !met(total)) total++
  const short = Math.max(0, total - part)
  return { among: Math.min(heads, short), beyond: Math.max(0, short - heads) }
}

/** The greatest whole number of years that the new people may have together. */
function greatestSum({ target, expected }: Asked, known: number, sum: number): number | null {
  if (target.comparison !== 'at-most') return null
  const met = (years: number): boolean => verdictOf({ low: (sum + years) / known, high: (sum + years) / known }, 'at-most', expected) === 'met'
  let years = Math.floor(expected * known - sum) + 1
  while (!met(years)) years--
  return years
}

/** The target on a figure of this kind that is judged for the unit, with the value in force. */
function askedOf(unit: UnitFacts, policy: Policy, asOf: Day, rests: Rests, measure: Target['unit']): Asked | null {
  for (const target of policy.targets) {
    if (target.unit !== measure || figures.get(target.figure)?.rests !== rests || (unit.community >= 0 && isOverallOnly(target) && rests !== 'formal' && rests !== 'contracted')) continue
    const force = valueInForce(target, asOf), expected = force === null ? null : expectedFor(force.entry.value, unit)
    if (expected !== null) return { target, expected }
  }
  return null
}

function meets({ target }: Asked, unit: UnitFacts, asOf: Day): boolean {
  const figure = figures.get(target.figure)
  return figure !== undefined && verdictFor(figure, target, unit, asOf) === 'met'
}
