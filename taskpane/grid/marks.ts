import { isBoxWithin, isInBox } from '../../src/core/place'
import type { Area } from '../../src/core/area'
import type { Finding, Severity } from '../../src/core/finding'
import type { Box } from '../../src/core/place'

/** Where findings stand on the sheets. */

export interface Mark {
  readonly box: Box
  readonly severity: Severity
  /** Position of the finding in the report. */
  readonly finding: number
}

/** Marks of one sheet, sorted by their first row. */
export interface SheetMarks {
  readonly marks: readonly Mark[]
  /** Rows of the tallest mark: how far to look back. */
  readonly tallest: number
}

export const NO_MARKS: SheetMarks = { marks: [], tallest: 0 }

/** The cells to mark: those that the finding names inside its own run (the people who lack it), else the run. */
function markedBoxes({ sheet, boxes }: Area, related: readonly Area[]): readonly Box[] {
  const named = related.flatMap(area => (area.sheet === sheet ? area.boxes.filter(box => boxes.some(run => isBoxWithin(box, run))) : []))
  return named.length > 0 ? named : boxes
}

/** Accepted findings leave no mark. */
export function marksBySheet(findings: readonly Finding[]): ReadonlyMap<string, SheetMarks> {
  const sheets = new Map<string, Mark[]>()
  findings.forEach((finding, number) => {
    const { at } = finding
    if (at === null || at.boxes.length === 0 || finding.accepted !== undefined) return
    const marks = sheets.get(at.sheet) ?? []
    if (marks.length === 0) sheets.set(at.sheet, marks)
    for (const box of markedBoxes(at, finding.related)) marks.push({ box, severity: finding.severity, finding: number })
  })
  return new Map([...sheets].map(([sheet, marks]) => [sheet, {
    marks: marks.sort((a, b) => a.box.top - b.box.top),
    tallest: marks.reduce((most, { box }) => Math.max(most, box.bottom - box.top + 1), 0),
  }]))
}

/** Marks that touch the rows from `top` to `bottom`. */
export function marksIn({ marks, tallest }: SheetMarks, top: number, bottom: number): readonly Mark[] {
  let low = 0, high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.box.top ?? 0) < top - tallest) low = middle + 1
    else high = middle
  }
  const found: Mark[] = []
  for (let i = low; i < marks.length; i++) {
    const mark = marks[i]
    if (mark === undefined || mark.box.top > bottom) break
    if (mark.box.bottom >= top) found.push(mark)
  }
  return found
}

const WORST: readonly Severity[] = ['error', 'warning', 'info']

/** Marks on one cell, the worst first. A mark of many cells stands behind one that names the cell alone. */
export function marksOn(marks: readonly Mark[], row: number, column: number): readonly Mark[] {
  return marks
    .filter(({ box }) => isInBox(box, row, column))
    .sort((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity) || size(a.box) - size(b.box))
}

function size(box: Box): number {
  return (box.bottom - box.top + 1) * (box.right - box.left + 1)
}
