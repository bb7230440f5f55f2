import type { Verdict } from '../../core/verdict'
import { wholeVerdict } from '../judge'
import type { Turn, UnitOutlook } from './unit-outlook'
import type { Share } from './whole-outlook'

/** What one community can contribute to the whole on one of the days. */
export function shareOn(outlook: UnitOutlook, day: number): Share {
  const outcomes = outlook.answeredOn(day), today = day === 0 ? outlook.given : outlook.verdictAt(day, outlook.base(day))
  const isOpen = new Set([today, ...outcomes]).size > 1
  return { outcomes, reach: isOpen ? outlook.reachOn(day) : new Map<Verdict, Turn>([[today, { cost: 0, picks: [], day }]]) }
}

/** The verdict of the whole with nothing answered. */
export function wholeToday(shares: readonly Share[]): Verdict {
  return wholeVerdict(shares.flatMap(({ reach }) => [...reach].flatMap(([verdict, { cost }]) => (cost === 0 ? [verdict] : []))))
}
