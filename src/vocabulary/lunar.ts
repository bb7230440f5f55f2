import { daysFromCivil } from '../core/day'

/** Days from one yyyymmdd to another; negative when the second comes first. */
export function daysBetween(from: number, to: number): number {
  return days(to) - days(from)
}

function days(day: number): number {
  return daysFromCivil(Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100)
}

/** A birthday of the traditional calendar, typed as if it were the common one, lies 17 to 50 days before the day it means (domain.md 1.2). */
const SHORTEST = 17, LONGEST = 50

/** @param gap days from the typed birth to the one in the id */
export function isLunarGap(gap: number): boolean {
  return gap >= SHORTEST && gap <= LONGEST
}
