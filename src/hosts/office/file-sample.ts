import type { CellValue } from '../../core/cell'
import { cellKey, keyColumn, keyRow } from '../../core/place'
import type { Box } from '../../core/place'
import type { SheetSnapshot, Snapshot } from '../../core/snapshot'
import { CELLS_PER_TRIP, bands, cellCount } from './blocks'

/**
 * What a file says, to be held against the open workbook: whether a host's file has edits that were not saved yet differs from host to host.
 * The sheets, and cells of them: all where they fit into one trip, else an even sample of bands that always has the first and the last of each sheet.
 */
export interface FileSample {
  readonly sheets: readonly SampleSheet[]
  readonly parts: readonly SamplePart[]
}

export interface SampleSheet {
  readonly name: string
  readonly visibility: SheetSnapshot['visibility']
  /** Last row and column that hold something; 0: none does. */
  readonly bottom: number
  readonly right: number
}

export interface SamplePart {
  readonly sheet: string
  readonly box: Box
  /** By rows. Left out where nothing can be compared: a formula whose value changes by itself. */
  readonly cells: readonly (readonly (SampleCell | null)[])[]
}

export interface SampleCell {
  readonly value: CellValue
  readonly isFormula: boolean
}

/** One trip of the object model holds so many; a workbook of an office has fewer. */
const MOST_CELLS = CELLS_PER_TRIP / 2
const ROWS_OF_PART = 20
const CHANGES_BY_ITSELF = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO)\s*\(/i

export function sampleOf(snapshot: Snapshot): FileSample {
  const sheets = snapshot.sheets.filter(sheet => sheet.kind === 'worksheet')
  const whole = sheets.flatMap(sheet => {
    const box = boxOf(sheet)
    return box === null ? [] : [{ sheet, box }]
  })
  return {
    sheets: sheets.map(sheet => {
      const box = boxOf(sheet)
      return { name: sheet.name, visibility: sheet.visibility, bottom: box?.bottom ?? 0, right: box?.right ?? 0 }
    }),
    parts: chosen(whole).map(({ sheet, box }) => ({ sheet: sheet.name, box, cells: cellsOf(sheet, box) })),
  }
}

interface SheetPart {
  readonly sheet: SheetSnapshot
  readonly box: Box
}

function chosen(whole: readonly SheetPart[]): readonly SheetPart[] {
  if (whole.reduce((sum, { box }) => sum + cellCount(box), 0) <= MOST_CELLS) return whole
  const share = Math.max(200, Math.floor(MOST_CELLS / Math.max(1, whole.length)))
  let left = MOST_CELLS
  return whole.flatMap(({ sheet, box }) => {
    const width = box.right - box.left + 1, narrow = width > share ? { ...box, right: box.left + share - 1 } : box
    const cut = bands(narrow, Math.max(narrow.right - narrow.left + 1, (narrow.right - narrow.left + 1) * ROWS_OF_PART))
    const fit = Math.max(1, Math.floor(share / (cut[0] === undefined ? 1 : cellCount(cut[0]))))
    const step = cut.length <= fit ? 1 : (cut.length - 1) / Math.max(1, fit - 1)
    const picked = new Set(Array.from({ length: Math.min(fit, cut.length) }, (_each, n) => Math.round(n * step)))
    return cut.flatMap((part, index) => {
      if (!picked.has(index) || cellCount(part) > left) return []
      left -= cellCount(part)
      return [{ sheet, box: part }]
    })
  })
}

function boxOf({ rows, formulas }: SheetSnapshot): Box | null {
  let right = 0, bottom = 0
  for (const [at, row] of rows.entries()) {
    if (row.length > 0) bottom = at + 1
    if (row.length > right) right = row.length
  }
  for (const key of formulas.keys()) {
    bottom = Math.max(bottom, keyRow(key))
    right = Math.max(right, keyColumn(key))
  }
  return right === 0 ? null : { top: 1, left: 1, bottom, right }
}

function cellsOf(sheet: SheetSnapshot, box: Box): SamplePart['cells'] {
  const cells: (SampleCell | null)[][] = []
  for (let row = box.top; row <= box.bottom; row++) {
    const line: (SampleCell | null)[] = []
    for (let column = box.left; column <= box.right; column++) {
      const formula = sheet.formulas.get(cellKey(row, column))
      const changes = formula !== undefined && CHANGES_BY_ITSELF.test(formula)
      line.push(changes ? null : { value: sheet.rows[row - 1]?.[column - 1] ?? null, isFormula: formula !== undefined })
    }
    cells.push(line)
  }
  return cells
}
