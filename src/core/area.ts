import { boxName, parseBox, sheetReference } from './place'
import type { Box, Place } from './place'

/**
 * A place of a workbook as data: some rectangles of one sheet, none where the sheet as a whole is meant.
 * Names like `花名册!D7:D8` are made of it only where something is said (`areaName`) or written as JSON.
 */
export interface Area {
  readonly sheet: string
  readonly boxes: readonly Box[]
}

/** `B5:B11,D9`; `null` for a whole sheet. */
export function areaCells({ boxes }: Area): string | null {
  return boxes.length === 0 ? null : boxes.map(boxName).join(',')
}

/** `办公用房!D9`, `'本 表'!C4:C5`; the sheet alone where no cell is meant. */
export function areaName(area: Area): string {
  const cells = areaCells(area)
  return cells === null ? sheetReference(area.sheet) : `${sheetReference(area.sheet)}!${cells}`
}

/** Cells of a sheet that a change or a host names, `B5:B11,D9`; what is no address is left out. */
export function areaNamed(sheet: string, cells: string): Area {
  return { sheet, boxes: cells.split(',').flatMap(part => parseBox(part) ?? []) }
}

/** One cell. */
export function cellArea({ sheet, row, column }: Place): Area {
  return { sheet, boxes: [{ top: row, left: column, bottom: row, right: column }] }
}

/** Places in their order, neighbours of one sheet and column joined into runs: `花名册!G4:G6,G9`. */
export function areasOf(places: readonly Place[]): Area[] {
  const areas: Area[] = []
  for (let i = 0; i < places.length; ) {
    const first = places[i]
    if (first === undefined) break
    const rows: number[] = []
    for (let next = places[i]; next !== undefined && next.sheet === first.sheet && next.column === first.column; next = places[++i])
      rows.push(next.row)
    areas.push({ sheet: first.sheet, boxes: columnBoxes(rowRuns(rows), first.column) })
  }
  return areas
}

/** Rows in ascending order as runs: from, to, from, to, … */
export function rowRuns(rows: readonly number[]): number[] {
  const runs: number[] = []
  for (const row of rows) {
    const last = runs.length - 1
    if (last > 0 && runs[last] === row - 1) runs[last] = row
    else runs.push(row, row)
  }
  return runs
}

/** Adds the next row, in ascending order, to runs that are gathered one by one; no more of them are kept than `columnBoxes` shows. */
export function addRow(runs: number[], row: number): void {
  const last = runs.length - 1
  if (last > 0 && runs[last] === row - 1) runs[last] = row
  else if (runs.length < 2 * MOST_BOXES) runs.push(row, row)
}

/** More rectangles than this help nobody to look; the count is said in words. */
const MOST_BOXES = 60

/** Runs of rows in one column as rectangles, the first 60. */
export function columnBoxes(runs: readonly number[], column: number): Box[] {
  const count = Math.min(runs.length >> 1, MOST_BOXES)
  return Array.from({ length: count }, (_, at): Box => {
    const top = runs[2 * at] as number, bottom = runs[2 * at + 1] as number
    return { top, bottom, left: column, right: column }
  })
}
