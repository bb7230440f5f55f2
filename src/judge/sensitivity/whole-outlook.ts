import type { Verdict } from '../../core/verdict'
import { WORST_FIRST, wholeVerdict } from '../judge'
import type { Turn } from './unit-outlook'

/** What one community can contribute to a whole that takes the worst verdict of all. */
export interface Share {
  readonly outcomes: ReadonlySet<Verdict>
  /** The least number of answers to each verdict; today's costs nothing. */
  readonly reach: ReadonlyMap<Verdict, Turn>
}

/** Every verdict that the whole can have: some community has it, and no other need have a worse one. */
export function wholeOutcomes(shares: readonly Share[], given: Verdict): Set<Verdict> {
  const found = new Set<Verdict>([given])
  for (const verdict of WORST_FIRST) {
    const no = noWorseThan(verdict)
    if (shares.every(share => no.some(each => share.outcomes.has(each))) && shares.some(share => share.outcomes.has(verdict)))
      found.add(verdict)
  }
  return found
}

/** The fewest answers that give the whole another verdict, as turns of single communities. */
export function wholeTurn(shares: readonly Share[], given: Verdict): { readonly cost: number; readonly turns: readonly Turn[] } | null {
  let best: { cost: number; turns: Turn[] } | null = null
  for (const verdict of WORST_FIRST) {
    if (verdict === given) continue
    const no = noWorseThan(verdict), turns: Turn[] = []
    let cost = 0, possible = true, least: { readonly extra: number; readonly at: number; readonly turn: Turn } | null = null
    for (const [at, share] of shares.entries()) {
      const allowed = cheapest(share, no), exact = share.reach.get(verdict)
      if (allowed === null) {
        possible = false
        break
      }
      turns.push(allowed)
      cost += allowed.cost
      if (exact !== undefined && (least === null || exact.cost - allowed.cost < least.extra))
        least = { extra: exact.cost - allowed.cost, at, turn: exact }
    }
    if (!possible || least === null) continue
    cost += least.extra
    if (cost === 0 || (best !== null && best.cost <= cost)) continue
    turns[least.at] = least.turn
    best = { cost, turns: turns.filter(turn => turn.cost > 0) }
  }
  return best
}

function noWorseThan(verdict: Verdict): readonly Verdict[] {
  return WORST_FIRST.filter(each => wholeVerdict([each, verdict]) === verdict)
}

function cheapest(share: Share, allowed: readonly Verdict[]): Turn | null {
  let best: Turn | null = null
  for (const verdict of allowed) {
    const turn = share.reach.get(verdict)
    if (turn !== undefined && (best === null || turn.cost < best.cost)) best = turn
  }
  return best
}
