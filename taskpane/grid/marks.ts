import type { Finding, Severity } from '../../src/core/finding'
import { parseBox } from '../../src/core/place'
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

/** `B5:B11,D9` as boxes; what is no address is left out. */
export function boxesOf(cells: string): readonly Box[] {
  return cells.split(',').flatMap(part => parseBox(part) ?? [])
}

/** The cells to mark: those that the finding names inside its own run (the people who lack it), else the run. */
function markedBoxes(sheet: string, cell: string, related: readonly string[]): readonly Box[] {
  const boxes = boxesOf(cell)
  const named = related.flatMap(reference => {
    const place = placeOf(reference)
    return place.sheet === sheet ? boxesOf(place.cells).filter(box => boxes.some(run => isInside(box, run))) : []
  })
  return named.length > 0 ? named : boxes
}

/** `'本 表'!C4` as sheet and cells. */
function placeOf(reference: string): { sheet: string; cells: string } {
  const at = reference.lastIndexOf('!'), name = reference.slice(0, Math.max(0, at))
  return { sheet: name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name, cells: reference.slice(at + 1) }
}

function isInside(box: Box, run: Box): boolean {
  return box.top >= run.top && box.bottom <= run.bottom && box.left >= run.left && box.right <= run.right
}

/** Accepted findings leave no mark. */
export function marksBySheet(findings: readonly Finding[]): ReadonlyMap<string, SheetMarks> {
  const sheets = new Map<string, Mark[]>()
  findings.forEach((finding, number) => {
    if (finding.sheet === null || finding.cell === null || finding.accepted !== undefined) return
    const marks = sheets.get(finding.sheet) ?? []
    if (marks.length === 0) sheets.set(finding.sheet, marks)
    for (const box of markedBoxes(finding.sheet, finding.cell, finding.related)) marks.push({ box, severity: finding.severity, finding: number })
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
    .filter(({ box }) => row >= box.top && row <= box.bottom && column >= box.left && column <= box.right)
    .sort((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity) || size(a.box) - size(b.box))
}

function size(box: Box): number {
  return (box.bottom - box.top + 1) * (box.right - box.left + 1)
}
