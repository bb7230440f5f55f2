import { boxesMeet } from '../core/place'
import type { FormulaReference, ReferenceEnd, ResolvedReference } from './normal-form'

/** Lines that one of two ranges takes in and the other does not: at most three, and across the direction of the copies. */
const MOST_LINES = 3
/** Where both begin (or both end) at the same line they add the same block, and more may be missing. */
const MOST_LINES_OF_BLOCK = 12

export function sameArea(a: ResolvedReference | null, b: ResolvedReference | null): boolean {
  return (
    a !== null &&
    b !== null &&
    a.sheet.toLowerCase() === b.sheet.toLowerCase() &&
    a.external === b.external &&
    a.top === b.top &&
    a.left === b.left &&
    a.bottom === b.bottom &&
    a.right === b.right
  )
}

export function sameAreas(a: readonly (ResolvedReference | null)[], b: readonly (ResolvedReference | null)[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((each, i) => sameArea(each, b[i] ?? null))
}

/** The two take at least one cell in common. */
export function overlap(a: readonly (ResolvedReference | null)[], b: readonly (ResolvedReference | null)[]): boolean {
  const meet = (one: ResolvedReference, other: ResolvedReference | null): boolean =>
    other !== null && one.sheet.toLowerCase() === other.sheet.toLowerCase() && boxesMeet(one, other)
  return a.some(one => one !== null && b.some(other => meet(one, other)))
}

/** All of the fewer are among the more, and at least one is. */
export function isSubset(a: readonly (ResolvedReference | null)[], b: readonly (ResolvedReference | null)[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.length > 0 && few.every(each => many.some(other => sameArea(each, other)))
}

/** The same areas in another order. */
export function isReordered(a: readonly (ResolvedReference | null)[], b: readonly (ResolvedReference | null)[]): boolean {
  const left = [...b]
  return a.length === b.length && a.every(each => {
    const found = left.findIndex(other => sameArea(each, other))
    if (found >= 0) left.splice(found, 1)
    return found >= 0
  })
}

/** Single cells, the first and the last of one range. */
export function isEndsOf(cells: readonly (ResolvedReference | null)[], ranges: readonly (ResolvedReference | null)[]): boolean {
  const [first, last, more] = cells, [range, other] = ranges
  if (first === undefined || first === null || last === undefined || last === null || more !== undefined) return false
  if (range === undefined || range === null || other !== undefined || !isRange(range) || isRange(first) || isRange(last)) return false
  return first.sheet === range.sheet && last.sheet === range.sheet
    && first.top === range.top && first.left === range.left && last.bottom === range.bottom && last.right === range.right
}

/** The same number of rows and columns elsewhere. */
export function sameShape(a: ResolvedReference, b: ResolvedReference): boolean {
  return a.bottom - a.top === b.bottom - b.top && a.right - a.left === b.right - b.left
}

/** All references lie the same number of lines off: the whole formula is that of another row or column. */
export function isOfAnotherLine(a: readonly (ResolvedReference | null)[], b: readonly (ResolvedReference | null)[]): boolean {
  let rows = 0, columns = 0
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? null
    if (one === null || other === null || one.sheet.toLowerCase() !== other.sheet.toLowerCase() || !sameShape(one, other)) return false
    if (sameArea(one, other)) continue
    const r = one.top - other.top, c = one.left - other.left
    if ((rows !== 0 || columns !== 0) && (r !== rows || c !== columns)) return false
    rows = r
    columns = c
  }
  return (rows !== 0 || columns !== 0) && Math.abs(rows) <= MOST_LINES && Math.abs(columns) <= MOST_LINES && (rows === 0 || columns === 0)
}

export function isRange(a: ResolvedReference): boolean {
  return a.top !== a.bottom || a.left !== a.right
}

export function rangeDifference(a: ResolvedReference, b: ResolvedReference, along: 'row' | 'column'): ResolvedReference | null {
  const sameColumns = a.left === b.left && a.right === b.right, sameRows = a.top === b.top && a.bottom === b.bottom
  if (along === 'row' && sameColumns) {
    const lines = Math.abs(a.top - b.top) + Math.abs(a.bottom - b.bottom)
    if (lines < 1 || lines > (a.top === b.top || a.bottom === b.bottom ? MOST_LINES_OF_BLOCK : MOST_LINES)) return null
    return a.top !== b.top
      ? { ...a, top: Math.min(a.top, b.top), bottom: Math.max(a.top, b.top) - 1 }
      : { ...a, top: Math.min(a.bottom, b.bottom) + 1, bottom: Math.max(a.bottom, b.bottom) }
  }
  if (along === 'column' && sameRows) {
    const lines = Math.abs(a.left - b.left) + Math.abs(a.right - b.right)
    if (lines < 1 || lines > (a.left === b.left || a.right === b.right ? MOST_LINES_OF_BLOCK : MOST_LINES)) return null
    return a.left !== b.left
      ? { ...a, left: Math.min(a.left, b.left), right: Math.max(a.left, b.left) - 1 }
      : { ...a, left: Math.min(a.right, b.right) + 1, right: Math.max(a.right, b.right) }
  }
  return null
}

/** One of the two takes in up to three more lines along the direction of the copies, at one end: its neighbours' cells. */
export function isWidened(a: ResolvedReference, b: ResolvedReference, along: 'row' | 'column'): boolean {
  if (a.sheet !== b.sheet) return false
  if (along === 'row') return a.top === b.top && a.bottom === b.bottom && a.bottom > a.top && b.left === b.right
    && (a.left === b.left) !== (a.right === b.right) && Math.abs(a.left - b.left) + Math.abs(a.right - b.right) <= MOST_LINES
  return a.left === b.left && a.right === b.right && a.right > a.left && b.top === b.bottom
    && (a.top === b.top) !== (a.bottom === b.bottom) && Math.abs(a.top - b.top) + Math.abs(a.bottom - b.bottom) <= MOST_LINES
}

/**
 * Ranges fixed with `$` that end elsewhere, all at the same line: one list, of which a part is left out, however far the copies go.
 * `$B$2:$B$47` and `$E$2:$E$47` against `$B$2:$B$40` and `$E$2:$E$40`.
 */
export function isFixedShorter(
  references: readonly FormulaReference[], a: readonly (ResolvedReference | null)[], b: readonly (ResolvedReference | null)[],
): boolean {
  let top: number | null = null, bottom: number | null = null
  return a.every((one, i) => {
    const other = b[i] ?? null, reference = references[i]
    if (one === null || other === null || reference === undefined || sameArea(one, other)) return one !== null && other !== null
    if (one.sheet.toLowerCase() !== other.sheet.toLowerCase() || one.left !== other.left || one.right !== other.right) return false
    if (!reference.from.rowFixed || reference.to?.rowFixed !== true || (one.top !== other.top && one.bottom !== other.bottom)) return false
    if (one.top === one.bottom || (top !== null && (one.top !== top || one.bottom !== bottom))) return false
    top = one.top
    bottom = one.bottom
    return true
  }) && top !== null
}

export function sameReference(a: FormulaReference, b: FormulaReference): boolean {
  return a.sheet.toLowerCase() === b.sheet.toLowerCase() && sameEnd(a.from, b.from)
    && (a.to === null ? b.to === null : b.to !== null && sameEnd(a.to, b.to))
}

function sameEnd(a: ReferenceEnd, b: ReferenceEnd): boolean {
  return a.row === b.row && a.column === b.column && a.rowFixed === b.rowFixed && a.columnFixed === b.columnFixed
}

/** Ranges that each leave out as many cells at the same end: `SUMPRODUCT(B6:E6,$B$2:$E$2)` beside `SUMPRODUCT(B5:F5,$B$2:$F$2)`. */
export function isShorterAlike(a: readonly (ResolvedReference | null)[], b: readonly (ResolvedReference | null)[]): boolean {
  const cuts = a.map((one, i) => {
    const other = b[i] ?? null
    return one === null || other === null || one.sheet.toLowerCase() !== other.sheet.toLowerCase() ? null
      : [one.top - other.top, other.bottom - one.bottom, one.left - other.left, other.right - one.right]
  })
  const [first] = cuts
  if (first === undefined || first === null || cuts.length < 2 || Math.max(...first) === 0) return false
  return cuts.every(cut => cut !== null && cut.every((each, i) => each === first[i] && each >= 0 && each <= 3))
}
