import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Snapshot } from '../core/snapshot'

/** From so many rows on, what a step leaves behind is worth an early collection. */
const LARGE = 200_000

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
