import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Reading } from '../core/reading'
import type { Snapshot } from '../core/snapshot'

/** From so many rows on, what a step leaves behind is worth an early collection. */
const LARGE = 50_000

/** The same of communities: a report on so many is as large as the rows that it came from. */
const MANY = 10_000

/** Whether the report on a reading is worth one before it is written out. */
export function isWide(reading: Reading): boolean {
  return reading.communities.length >= MANY
}

export function isLarge(snapshot: Snapshot): boolean {
  let rows = 0
  for (const sheet of snapshot.sheets) rows += sheet.rows.length
  return rows >= LARGE
}

let collector: (() => void) | null = null

/** Gives back what the last step left: left to itself the engine lets a large workbook's leavings pile up before it looks. */
export function collectGarbage(): void {
  if (collector === null) {
    setFlagsFromString('--expose-gc')
    collector = runInNewContext('gc') as () => void
  }
  collector()
}
