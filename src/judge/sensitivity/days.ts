import type { Day } from '../../core/day'
import { civilFromDays, dayText, daysFromCivil, parseDay, ymd } from '../../core/day'
import type { Policy } from '../../core/plan'
import type { Days } from './census'

/**
 * Days that stand for the whole year: ages only grow from its first day to its last, and a value asked for only changes where its history says so.
 * The given day comes first.
 */
export function decidingDays(policy: Policy, asOf: Day): Days {
  const given = parseDay(asOf) ?? 0, year = Math.floor(given / 10_000), first = ymd(year, 1, 1), last = ymd(year, 12, 31)
  const found = new Set<number>([given, first, last])
  const note = (day: number): void => {
    if (day >= first && day <= last) found.add(day)
  }
  for (const { history } of policy.targets) {
    for (const { from, to } of history) {
      const begins = parseDay(from), ends = to === undefined ? null : parseDay(to)
      if (begins !== null) [begins, dayBeside(begins, -1)].forEach(note)
      if (ends !== null) [ends, dayBeside(ends, 1)].forEach(note)
    }
  }
  return [...found]
}

/** Every day of the calendar year of a day. */
export function daysOfYear(asOf: Day): Day[] {
  const year = Math.floor((parseDay(asOf) ?? 0) / 10_000), first = daysFromCivil(year, 1, 1), end = daysFromCivil(year + 1, 1, 1)
  return Array.from({ length: end - first }, (_, at) => textOf(first + at))
}

function dayBeside(day: number, by: number): number {
  const { year, month, day: date } = civilFromDays(daysFromCivil(Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100) + by)
  return ymd(year, month, date)
}

function textOf(days: number): Day {
  const { year, month, day } = civilFromDays(days)
  return dayText(ymd(year, month, day))
}
