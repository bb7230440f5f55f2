import { ROOM_KEY } from '../../core/columns'
import type { Place } from '../../core/place'
import type { ColumnKey } from '../../core/reading'
import type { RuleInput } from '../rule'
import type { Site } from './sites'

const ONE_ROOM: ReadonlySet<ColumnKey | null> = new Set<ColumnKey>(Object.values(ROOM_KEY))
/** Numbers of one or two are numbers of rooms. */
const LEAST_AREA = 5

/** The areas of the four rooms, where the list's columns give areas and not answers: their header says so, or the numbers do. */
export function roomAreas({ snapshot }: RuleInput, { place, table }: Site): readonly { readonly value: number; readonly place: Place }[] {
  const cells = snapshot.sheets.find(sheet => sheet.name === table.sheet)?.rows[place.row - 1] ?? []
  const found = table.columns.filter(column => ONE_ROOM.has(column.key)).flatMap(column => {
    const value = cells[column.column - 1]
    return typeof value === 'number' && value > 0 ? [{ value, isArea: column.unit !== null || /面积|㎡|m2|平方米/i.test(column.header), place: { sheet: table.sheet, row: place.row, column: column.column } }] : []
  })
  return found.every(room => room.isArea) || found.every(room => room.value >= LEAST_AREA) ? found : []
}
