import type { Day } from '../../core/day'
import { civilFromDays, dayNumber, dayText, daysFromCivil, parseDay, ymd } from '../../core/day'
import type { Policy } from '../../core/plan'
import type { Reading } from '../../core/reading'
import type { Days } from './census'

/** The workbook as it reads on the days of the as-of day's year. */
export interface DatedReadings {
  /** The days (yyyymmdd) from which something reads otherwise: somebody has left, a diploma is there. */
  readonly days: readonly number[]
  /** @param day yyyymmdd */
  readonly on: (day: number) => Reading
}

/** So many ages are taken to look at every day, where contradictions leave room between the ends of a stretch. */
const MOST_AGES = 2_000_000

/**
 * Days that stand for the whole year. Between two days on which somebody leaves, a lease ends, a place opens or a value of the standard changes, nothing
 * but the ages does, and they only grow: the first and the last day of each such stretch have every verdict. The given day comes first.
 * @param everyDay contradictions about ages may leave a verdict open in the middle of a stretch: each day is looked at
 */
export function decidingDays(
  policy: Policy,
  asOf: Day,
  { people, premises }: Reading,
  turning: readonly number[],
  everyDay: boolean,
): Days {
  const given = dayNumber(asOf)
  if (everyDay && people.length * DAYS_OF_YEAR <= MOST_AGES)
    return [...new Set([given, ...daysOfYear(asOf).map(dayNumber)])]
  const year = Math.floor(given / 10_000), first = ymd(year, 1, 1), last = ymd(year, 12, 31)
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
  for (const day of turning) [day, dayBeside(day, -1)].forEach(note)
  for (const { lease, opens } of premises) {
    // A lease runs to the end of its last day.
    if (lease !== undefined && lease.end > 10_000) [lease.end, dayBeside(lease.end, 1)].forEach(note)
    if (opens !== undefined) [opens.day, dayBeside(opens.day, -1)].forEach(note)
  }
  return [...found]
}

const DAYS_OF_YEAR = 366

/** Every day of the calendar year of a day. */
export function daysOfYear(asOf: Day): Day[] {
  const year = Math.floor(dayNumber(asOf) / 10_000), first = daysFromCivil(year, 1, 1), end = daysFromCivil(year + 1, 1, 1)
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
