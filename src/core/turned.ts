import type { Box, Place } from './place'
import { cellKey, LAST_ROW } from './place'

/**
 * A list that does not stand in rows (a community a column, a form a community) is read as if it did, in rows far below the last that a sheet can have.
 * What is said about it must name the cells in which its values really stand.
 */
export interface TurnedSheet {
  readonly sheet: string
  /** The real cell by the key of the row and column in which it was read. */
  readonly cells: ReadonlyMap<number, Place>
}

/**
 * The same value with every place and area in it moved to the cells of the sheet. A place of such a list without a cell of its own is left out of an area.
 * Plain data only; gives the very value back when nothing was turned.
 */
export function onTheSheet<Value>(value: Value, turned: readonly TurnedSheet[]): Value {
  return turned.length === 0 ? value : moved(value, turned) as Value
}

function moved(value: unknown, turned: readonly TurnedSheet[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(each => moved(each, turned))
  const from = value as Readonly<Record<string, unknown>>
  if (typeof from.sheet === 'string' && Array.isArray(from.boxes)) return { ...from, boxes: (from.boxes as readonly Box[]).flatMap(box => realBoxes(from.sheet as string, box, turned)) }
  if (typeof from.sheet === 'string' && typeof from.row === 'number' && typeof from.column === 'number') {
    const place = realPlace({ sheet: from.sheet, row: from.row, column: from.column }, turned)
    return { ...from, ...place }
  }
  return Object.fromEntries(Object.entries(from).map(([key, each]) => [key, moved(each, turned)]))
}

/** Where a cell stands that was read below the last row; itself for any other. */
export function realPlace(place: Place, turned: readonly TurnedSheet[]): Place {
  if (place.row <= LAST_ROW) return place
  for (const { sheet, cells } of turned) {
    const found = sheet === place.sheet ? cells.get(cellKey(place.row, place.column)) : undefined
    if (found !== undefined) return found
  }
  return { sheet: place.sheet, row: 1, column: 1 }
}

function realBoxes(sheet: string, box: Box, turned: readonly TurnedSheet[]): Box[] {
  if (box.top <= LAST_ROW) return [box]
  const boxes: Box[] = []
  for (const each of turned) {
    if (each.sheet !== sheet) continue
    for (let row = box.top; row <= box.bottom; row++) for (let column = box.left; column <= box.right; column++) {
      const place = each.cells.get(cellKey(row, column))
      if (place !== undefined) boxes.push({ top: place.row, left: place.column, bottom: place.row, right: place.column })
    }
  }
  return boxes
}
