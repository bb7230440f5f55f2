import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Measured, PremisesDoubt, PremisesRow, RoomId, RoomState } from '../core/reading'
import { communityName } from '../vocabulary/communities'
import { normalise, textOf } from '../vocabulary/normalise'
import { premisesItem } from '../vocabulary/premises-items'
import type { PremisesItem } from '../vocabulary/premises-items'
import { readRoom } from '../vocabulary/rooms'
import { sum } from './premises-areas'
import type { AreaColumn } from './premises-columns'
import { sampleRows } from './settle-table'
import type { SettledColumn } from './settled-column'
import type { SettledTable } from './settle-table'

/** A list in which several rows are one community's premises, by use or by room: 办公用房, 活动用房, 合计. */
export interface Ledger {
  readonly item: SettledColumn
  /** 有无, 数量: whether the room of the row is there. */
  readonly presence: SettledColumn | null
  /** Some rows name rooms and not only uses: what a community's rows do not name it has not. */
  readonly tellsRooms: boolean
}

/** One row of such a list, with the place that it would be by itself. */
export interface LedgerRow {
  readonly place: PremisesRow
  readonly item: PremisesItem | null
  readonly word: string
  readonly state: RoomState
}

const MOSTLY = 0.6
const PRESENCE = /^(?:有无|有\/无|是否有|是否设有|是否具备|是否设立|是否设置|是否配备|设置情况|设立情况|配备情况|建设情况|是否建成|情况|现状|数量|间数|个数|房间数|有否)$/

/** The column whose words name a use or a room a row; `null` where each row is a place of its own. */
export function ledgerOf(table: SettledTable, community: SettledColumn | undefined, areas: readonly AreaColumn[]): Ledger | null {
  const rows = sampleRows(table.found)
  if (rows.length < 2 || !severalRowsEach(rows, community)) return null
  let best: { column: SettledColumn; share: number; rooms: Set<RoomId> } | null = null
  for (const column of table.columns) {
    if (column.column === community?.column || column.key === 'remark' || column.key === 'seq' || column.key === 'address' || column.by === 'mapping' || areas.some(area => area.column === column.column)) continue
    let filled = 0, known = 0
    const rooms = new Set<RoomId>()
    for (const cells of rows) {
      const value = cells[column.column - 1]
      if (typeof value !== 'string' || isBlank(value)) continue
      filled++
      const item = premisesItem(value)
      if (item !== null) { known++; if (item.isRoom && item.room !== null) rooms.add(item.room) }
    }
    if (filled < rows.length / 2 || known / filled < MOSTLY) continue
    if (best === null || known / filled > best.share) best = { column, share: known / filled, rooms }
  }
  if (best === null) return summed(table, rows, community, areas)
  const item = best.column
  const presence = table.columns.find(column => column !== item && PRESENCE.test((column.header.split(' / ').at(-1) ?? '').replace(/[(（].*$/, '')) && !areas.some(area => area.column === column.column)) ?? null
  return { item, presence, tellsRooms: best.rooms.size >= 2 }
}

/** 小计 in the column of addresses or the like, beside the places that it sums: what stands in the other rows need not be known. */
function summed(
  table: SettledTable,
  rows: readonly (readonly CellValue[])[],
  community: SettledColumn | undefined,
  areas: readonly AreaColumn[],
): Ledger | null {
  for (const item of table.columns) {
    if (item.column === community?.column || item.key === 'remark' || item.key === 'seq' || areas.some(area => area.column === item.column)) continue
    let sums = 0, others = 0, heads = 0
    for (const [at, cells] of rows.entries()) {
      const value = cells[item.column - 1], below = rows[at + 1]
      // 一 | 清泉社区 | (blank) | 210 over rows that name no community: perhaps their sum.
      const names = (row: readonly CellValue[] | undefined): boolean =>
        row !== undefined && !isBlank(row[(community?.column ?? 0) - 1] ?? null)
      if (isBlank(value ?? null) && names(cells) && below !== undefined && !names(below)) heads++
      if (typeof value !== 'string' || isBlank(value)) continue
      if (premisesItem(value)?.isSum === true) sums++
      else others++
    }
    if ((sums > 0 && others >= sums) || (heads > 0 && others > heads)) return { item, presence: null, tellsRooms: false }
  }
  return null
}

/** Some community fills more than one row. */
function severalRowsEach(rows: readonly (readonly CellValue[])[], community: SettledColumn | undefined): boolean {
  if (community === undefined) return true
  let before = ''
  for (const cells of rows) {
    const text = textOf(cells[community.column - 1] ?? null)
    const name = text.trim() === '' ? before : communityName(normalise(text)).name
    if (name !== '' && name === before) return true
    before = name
  }
  return false
}

/** Whether the room of a row is there: by the answer beside it, its size, or because it is listed. */
export function roomState(ledger: Ledger, cells: readonly CellValue[], area: Measured | null): RoomState {
  if (ledger.presence !== null) {
    const { state } = readRoom(cells[ledger.presence.column - 1] ?? null, 'have')
    if (state !== 'unknown') return state
    return area !== null && (area.value ?? 0) > 0 ? 'present' : 'unknown'
  }
  return area !== null && area.value === 0 ? 'absent' : 'present'
}

const ROOMS: readonly RoomId[] = ['office', 'police', 'meeting', 'culture']
const ORDER: Readonly<Record<RoomState, number>> = { present: 3, shared: 2, unknown: 1, absent: 0 }
const ROUNDING = 0.5

/** The places of one community's rows: the parts, or the whole where it stands alone; the other is held against it and never added. */
export function foldLedger(rows: readonly LedgerRow[], ledger: Ledger): readonly PremisesRow[] {
  const named = rows.filter(row => row.item?.kind !== 'outside'), sum = unlabelledSum(named)
  const standing = named.map(row => (row === sum ? { ...row, item: SUM_ITEM } : row))
  const totals = standing.filter(row => row.item?.kind === 'total' && !row.item.ofWhich)
  const parts = standing.filter(row => !totals.includes(row) && row.item?.ofWhich !== true)
  const whole = mergedTotal(totals)
  const rooms = ledger.tellsRooms && standing.some(row => row.item?.isRoom === true && row.item.room !== null) ? roomsNamed(standing) : null
  return placesOf(whole, parts.map(row => row.place), totals).map(place => inherited(rooms === null ? place : { ...place, rooms }, rows))
}

const SUM_ITEM: PremisesItem | null = premisesItem('合计')

/** 一 | 清泉社区 | (no use) | 210 above 办公楼 100 and 活动中心 110: a row without a use that is exactly the others together. */
function unlabelledSum(rows: readonly LedgerRow[]): LedgerRow | null {
  const [bare, more] = rows.filter(({ word }) => word.trim() === ''), others = rows.filter(row => row !== bare)
  if (bare === undefined || more !== undefined || others.length < 2 || (bare !== rows[0] && bare !== rows.at(-1))) return null
  const areas = others.map(({ place }) => now(place)[0]?.value ?? null), stated = now(bare.place)[0]?.value ?? null
  if (stated === null || areas.includes(null)) return null
  return Math.abs(areas.reduce((all: number, each) => all + (each ?? 0), 0) - stated) <= ROUNDING ? bare : null
}

function placesOf(whole: PremisesRow | null, parts: readonly PremisesRow[], totals: readonly LedgerRow[]): readonly PremisesRow[] {
  if (whole === null) return parts
  if (!hasArea(whole))
    return parts.length === 0
      ? [whole]
      : whole.built === null
        ? parts
        : parts.map((part, at) => (at === 0 && part.built === null ? { ...part, built: whole.built } : part))
  const areas = parts.filter(hasArea)
  if (areas.length === 0) return [whole]
  const partSum = sum(areas.flatMap(now)), stated = now(whole)[0]
  if (typeof partSum?.value !== 'number' || typeof stated?.value !== 'number' || partSum.about || stated.about) return [whole]
  const difference = partSum.value - stated.value
  if (Math.abs(difference) <= ROUNDING && whole.built === null) return parts
  // 总面积 may hold rooms that no row names; it can never be less than those that are named.
  if (Math.abs(difference) <= ROUNDING || (difference < 0 && !totals.some(row => row.item?.isSum === true))) return [whole]
  const doubt: PremisesDoubt = { kind: 'total-differs', places: [stated.place, ...areas.flatMap(now).map(area => area.place)], values: [stated.value, partSum.value], communities: [] }
  const open: Measured = {
    ...stated,
    low: Math.min(partSum.value, stated.value),
    high: Math.max(partSum.value, stated.value),
    doubtful: true,
  }
  return [{ ...whole, ...(whole.usable === null ? { unspecified: open } : { usable: open }), doubts: [...(whole.doubts ?? []), doubt] }]
}

function now(place: PremisesRow): readonly Measured[] {
  const area = place.usable ?? place.unspecified
  return [area, place.activity].filter(each => each !== null)
}

function hasArea(place: PremisesRow): boolean {
  return now(place).length > 0
}

/** 建筑面积 and 使用面积 as two rows are two measures of one whole. */
function mergedTotal(totals: readonly LedgerRow[]): PremisesRow | null {
  const [first] = totals
  if (first === undefined) return null
  const built = totals.find(row => row.item?.basis === 'built'), usable = totals.find(row => row.item?.basis === 'usable') ?? totals.find(row => row.item?.basis === null)
  const base = (usable ?? first).place
  if (usable !== undefined && built === undefined) return usable.item?.basis === 'usable' && base.unspecified !== null ? { ...base, usable: base.usable ?? base.unspecified, unspecified: null } : base
  const builtArea = built === undefined ? null : built.place.built ?? built.place.unspecified ?? built.place.usable
  const area = usable === undefined ? null : usable.place.usable ?? usable.place.unspecified
  return usable?.item?.basis === 'usable' || usable === undefined ? { ...base, usable: area, unspecified: null, built: builtArea } : { ...base, built: builtArea }
}

function roomsNamed(rows: readonly LedgerRow[]): Record<RoomId, RoomState> {
  const rooms: Record<RoomId, RoomState> = { office: 'absent', police: 'absent', meeting: 'absent', culture: 'absent' }
  for (const { item, state, place } of rows) {
    if (item !== null && item.room !== null && ORDER[state] > ORDER[rooms[item.room]]) rooms[item.room] = state
    // Columns for the rooms beside the rows tell as well.
    for (const room of ROOMS) if (place.rooms[room] !== 'unknown' && ORDER[place.rooms[room]] > ORDER[rooms[room]]) rooms[room] = place.rooms[room]
  }
  // A row that is not understood may be any of them.
  if (rows.some(row => row.item === null)) for (const room of ROOMS) if (rooms[room] === 'absent') rooms[room] = 'unknown'
  return rooms
}

/** How the premises are held is often told once, beside the first row. */
function inherited(place: PremisesRow, rows: readonly LedgerRow[]): PremisesRow {
  if (place.tenure !== 'blank') return place
  const told = rows.find(row => row.place.tenure !== 'blank' && row.place.row <= place.row) ?? rows.find(row => row.place.tenure !== 'blank')
  return told === undefined ? place : { ...place, tenure: told.place.tenure, tenureWord: told.place.tenureWord }
}
