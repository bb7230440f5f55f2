import type { Day } from './core/day'
import { dayNumber, ymd } from './core/day'
import type { Mapping } from './core/mapping'
import type { Reading } from './core/reading'
import type { Snapshot } from './core/snapshot'
import { withValues } from './formula/calculated'
import type { DatedReadings } from './judge'
import { readSnapshot } from './read'
import { TurningDays } from './read/turning-days'

/** So many rows are read anew in all: beyond, a year of a very large workbook is asked about with the reading of its own day. */
const MOST_ROWS = 2_000_000

/**
 * The workbook as it reads on each day of the as-of day's year: who has left by then, whose diploma is there. It is read once for each stretch of
 * days on which it reads alike.
 * @returns `null` where no day reads otherwise; `left`: how many days turn something and were not looked at, the workbook being too large
 */
export function datedReadings(
  snapshot: Snapshot,
  given: Reading,
  { asOf, mapping }: { readonly asOf: Day; readonly mapping?: Mapping | undefined },
): { readonly dated: DatedReadings | null; readonly left: number } {
  const day = dayNumber(asOf), year = Math.floor(day / 10_000), turning = new TurningDays(year)
  const { snapshot: whole } = withValues(snapshot)
  readSnapshot(whole, { mapping, onDay: day, turning })
  const { days } = turning
  if (days.length === 0) return { dated: null, left: 0 }
  if (days.length * (given.people.length + given.premises.length) > MOST_ROWS) return { dated: null, left: days.length }
  const starts = [ymd(year, 1, 1), ...days], known = new Map<number, Reading>()
  const startOf = (each: number): number => starts.findLast(start => start <= each) ?? 0
  known.set(startOf(day), given)
  const on = (each: number): Reading => {
    const start = startOf(each), found = known.get(start) ?? sharing(readSnapshot(whole, { mapping, onDay: start }), given)
    known.set(start, found)
    return found
  }
  return { dated: { days, on }, left: 0 }
}

/** A reading in which everybody who reads as in another one is the same object: who is another on some day is told at once, and a year costs little memory. */
function sharing(reading: Reading, given: Reading): Reading {
  if (reading.people.length !== given.people.length || reading.premises.length !== given.premises.length) return reading
  const same = <Row>(row: Row, before: Row | undefined): Row =>
    before !== undefined && JSON.stringify(row) === JSON.stringify(before) ? before : row
  return {
    ...reading,
    people: reading.people.map((person, index) => same(person, given.people[index])),
    premises: reading.premises.map((site, index) => same(site, given.premises[index])),
  }
}
