import type { Snapshot } from './snapshot'
import { hash } from './waiver'

/**
 * What a workbook is known again by where it cannot keep anything itself: its layout, and a sketch of the words in it. Never its name: another
 * town's file may have the same one. Hashes alone: no word and no name can be had back from it.
 */
export interface WorkbookKey {
  /** Of the sheets' names and the widest row near the top of each: the headers. */
  readonly layout: string
  /** The smallest hashes of the distinct words, in order: two workbooks share as large a part of them as of their words. */
  readonly sketch: readonly string[]
}

const HEADER_ROWS = 12
const SKETCHED_ROWS = 300
const SKETCH = 48
/** Half the words are the same: last month's list of the same people, and not the next town's on the same form. */
const ALIKE = 0.5

/** The key of a workbook; cheap, whatever its size. */
export function workbookKey(snapshot: Snapshot): WorkbookKey {
  const layout: string[] = [], words = new Set<string>()
  for (const { name, rows } of snapshot.sheets) {
    let widest: readonly string[] = []
    for (const row of rows.slice(0, HEADER_ROWS)) {
      const texts = row.filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '')
      if (texts.length > widest.length) widest = texts
    }
    layout.push(name, ...widest)
    for (const row of rows.slice(0, SKETCHED_ROWS)) for (const cell of row) if (typeof cell === 'string' && cell.length > 1 && cell.length <= 40) words.add(cell)
  }
  return { layout: hash(layout.join('\u0000')), sketch: [...words].map(word => hash(word).slice(0, 8)).sort().slice(0, SKETCH) }
}

/** The same form, filled in for the same place. */
export function isSameWorkbook(one: WorkbookKey, other: WorkbookKey): boolean {
  if (one.layout !== other.layout) return false
  if (one.sketch.length === 0 || other.sketch.length === 0) return one.sketch.length === other.sketch.length
  // Of the smallest hashes of both together, the share that is in both: an estimate of how much of the words they share.
  const mine = new Set(one.sketch), yours = new Set(other.sketch)
  const joint = [...new Set([...one.sketch, ...other.sketch])].sort().slice(0, Math.max(one.sketch.length, other.sketch.length))
  return joint.filter(each => mine.has(each) && yours.has(each)).length / joint.length >= ALIKE
}
