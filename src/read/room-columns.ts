import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { isRoomKey } from '../core/columns'
import { roomsInText } from '../vocabulary/rooms'
import type { SettledColumn } from './settled-column'

const ABOUT_ROOMS = /室|功能|分区|布局|设施|配备|设置|阵地|房间/
const MOSTLY = 0.6, FEWEST = 2, SHORTEST = 3

/**
 * 功能分区, 内设功能室: a column whose header is not known by its words but is about rooms, and whose cells list them.
 * @returns its place among the columns; -1 where there is none, or where another column tells of rooms
 */
export function roomListColumn(columns: readonly SettledColumn[], valuesOf: (column: number) => readonly CellValue[]): number {
  if (columns.some(({ key }) => key === 'name' || isRoomKey(key))) return -1
  return columns.findIndex(({ key, column, header }) => {
    if (key !== null || !ABOUT_ROOMS.test(header) || /面积|数/.test(header)) return false
    const values = valuesOf(column).filter(value => !isBlank(value))
    const lists = values.filter(value => {
      if (typeof value !== 'string' || value.trim().length < SHORTEST) return false
      const { rooms, note } = roomsInText(value)
      return note !== 'value.unknown-word' && Object.keys(rooms).length > 0
    })
    return lists.length >= FEWEST && lists.length >= values.length * MOSTLY
  })
}
