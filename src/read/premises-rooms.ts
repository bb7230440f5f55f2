import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { ROOM_IDS, ROOM_KEY } from '../core/columns'
import type { RoomId, RoomState } from '../core/reading'
import { plainAnswer } from '../vocabulary/answers'
import { readLackingRooms } from '../vocabulary/lacking-rooms'
import { normalise, textOf } from '../vocabulary/normalise'
import { readNumber } from '../vocabulary/numbers'
import { premisesItem } from '../vocabulary/premises-items'
import { roomColumnStyle } from '../vocabulary/room-style'
import type { RoomStyle } from '../vocabulary/room-style'
import { readListedRooms, readRoom, roomOfHeader, roomsOfHeader } from '../vocabulary/rooms'
import { columnsOf, sampleRows } from './settle-table'
import type { SettledColumn } from './settled-column'
import type { SettledTable } from './settle-table'

/** What a row tells of the four rooms. */
export interface RowRooms {
  readonly rooms: Record<RoomId, RoomState>
  readonly known: number
  /** A column asks whether all four are there, and is answered. */
  readonly complete: boolean | null
  readonly notes: readonly string[]
}

/** Reads the columns of a table that tell of rooms: one a room, one for several, or one that asks whether all are there. */
export class RoomReader {
  private readonly roomColumns: readonly { column: number; room: RoomId }[]
  /** 警务室面积: a room that has an area is there. */
  private readonly areasOfRooms: readonly { column: number; room: RoomId }[]
  private readonly style: RoomStyle
  /** Columns for several rooms at once: 四室合一, 功能室, 办公室/警务室. */
  private readonly listColumns: readonly SettledColumn[]

  /** @param apart columns that are something else in this list: the one that names a room a row */
  constructor(table: SettledTable, apart: ReadonlySet<number>) {
    const sample = sampleRows(table.found)
    this.roomColumns = ROOM_IDS.flatMap(room =>
      columnsOf(table, ROOM_KEY[room])
        .filter(({ column }) => !apart.has(column))
        .map(({ column }) => ({ column, room })),
    )
    this.areasOfRooms = table.columns.flatMap(({ column, header }) => {
      const item = /面积/.test(header) ? (header.split(' / ').map(premisesItem).find(each => each?.isRoom === true) ?? null) : null
      return item?.room === undefined || item.room === null ? [] : [{ column, room: item.room }]
    })
    // 合用 between ticks says how a room is used, not how the column is filled.
    this.style = roomColumnStyle(this.roomColumns.flatMap(({ column }) => sample.map(cells => cells[column - 1] ?? null)).filter(value => readRoom(value, 'unknown').state !== 'shared'))
    this.listColumns = columnsOf(table, 'rooms').filter(({ column }) => !apart.has(column))
  }

  read(cells: readonly CellValue[]): RowRooms {
    const rooms: Record<RoomId, RoomState> = { office: 'unknown', police: 'unknown', meeting: 'unknown', culture: 'unknown' }
    const notes: string[] = []
    let complete: boolean | null = null
    for (const { column, room } of this.roomColumns) {
      const { state, note } = readRoom(cells[column - 1] ?? null, this.style)
      if (betterRoom(state, rooms[room])) rooms[room] = state
      if (note !== null) notes.push(note)
    }
    for (const column of this.roomColumns.length < 4 ? this.listColumns : []) {
      const value = cells[column.column - 1] ?? null
      if (isBlank(value)) continue
      const listed = roomsOfHeader(column.header.split(' / ').at(-1) ?? '')
      const one = listed.length > 1 ? null : roomOfHeader(column.word)
      if (one !== null && plainAnswer(normalise(textOf(value))) !== null) { rooms[one] = readRoom(value, 'have').state; continue }
      const told = LACKING.test(column.header.split(' / ').at(-1) ?? '') ? readLackingRooms(value) : readListedRooms(value, listed)
      for (const room of ROOM_IDS) {
        const state = told.rooms[room]
        if (state !== undefined && betterRoom(state, rooms[room])) rooms[room] = state
      }
      if (told.note !== null) notes.push(told.note)
      // Of several answers the one that misses a room stands.
      if (told.complete !== null) complete = complete !== false && told.complete
    }
    for (const { column, room } of this.areasOfRooms) {
      const size = readNumber(cells[column - 1] ?? null)
      if (rooms[room] === 'unknown' && size !== null) rooms[room] = size > 0 ? 'present' : 'absent'
    }
    return { rooms, known: Object.values(rooms).filter(state => state !== 'unknown').length, complete, notes }
  }
}

/** 缺少功能室: what stands below is not there. */
const LACKING = /^(?:目前|现|尚|所)?(?:缺|欠缺)/

const ROOM_ORDER: Readonly<Record<RoomState, number>> = { present: 3, shared: 2, absent: 1, unknown: 0 }

function betterRoom(a: RoomState, b: RoomState): boolean {
  return ROOM_ORDER[a] > ROOM_ORDER[b]
}
