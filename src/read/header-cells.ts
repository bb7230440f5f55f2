import type { ColumnKey } from '../core/reading'
import { headerKeys, splitHeader } from '../vocabulary/headers'
import { normalise } from '../vocabulary/normalise'

/** A header cell's text, taken apart once. */
export interface HeaderCell {
  /** Normalised, without numbering, unit and remarks. */
  readonly word: string
  readonly unit: string | null
  readonly yesNo: boolean
  /** Exact meanings; several: ambiguous; none: not known. */
  readonly keys: readonly ColumnKey[]
}

const MOST_CACHED = 20_000
const LONGEST_HEADER = 40
const cache = new Map<string, HeaderCell>()
const UNKNOWN: HeaderCell = { word: '', unit: null, yesNo: false, keys: [] }

/** Takes a header text apart. Cached, since the same words head every table; the cache is bounded, since the search also meets names. */
export function headerCell(text: string): HeaderCell {
  const known = cache.get(text)
  if (known !== undefined) return known
  if (text.length > LONGEST_HEADER) return UNKNOWN
  const { word, unit, yesNo } = splitHeader(text)
  let keys = headerKeys(word)
  if (keys.length === 0) keys = headerKeys(normalise(text))
  // 其中：使用面积 is the column of usable areas, beside the one that holds them all.
  if (keys.length === 0) {
    const inner = /^其中[:：]?(.+)$/.exec(word)?.[1]
    if (inner !== undefined) keys = headerKeys(splitHeader(inner).word)
  }
  const cell: HeaderCell = { word, unit, yesNo, keys }
  if (cache.size < MOST_CACHED) cache.set(text, cell)
  return cell
}

export function isHeaderWord(text: string): boolean {
  return headerCell(text).keys.length > 0
}
