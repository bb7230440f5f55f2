import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Answer, ColumnKey, Measured, PremisesRow, RoomId, RoomState, Tenure, ValueNote } from '../core/reading'
import { cellKey } from '../core/place'
import { plainAnswer } from '../vocabulary/answers'
import { readArea } from '../vocabulary/areas'
import { communityName, isCommunityLabel } from '../vocabulary/communities'
import { normalise, textOf } from '../vocabulary/normalise'
import { readNumber } from '../vocabulary/numbers'
import { readListedRooms, readRoom, roomColumnStyle, roomOfHeader, roomsOfHeader } from '../vocabulary/rooms'
import type { RoomStyle } from '../vocabulary/rooms'
import { readDemolition, readTenure } from '../vocabulary/tenure'
import { rowOf } from './grid'
import type { ListContext, ListOutcome } from './list-context'
import { RowContext } from './row-context'
import type { RowReader } from './rows'
import { columnOf, columnsOf, sampleRows, sheetColumn } from './settle-table'
import type { SettledColumn } from './settle-table'
import { isShareable } from './words'

const ROOM_KEYS: readonly (readonly [ColumnKey, RoomId])[] = [['roomOffice', 'office'], ['roomPolice', 'police'], ['roomMeeting', 'meeting'], ['roomCulture', 'culture']]
const AREA_KEYS: readonly ColumnKey[] = ['usableArea', 'builtArea', 'area', 'officeArea', 'activityArea']

/** Reads the places of one premises list into `premises`. A cell that names two communities gives a row to each, with the area open. */
export function readPremises(context: ListContext, unit: string | null, rows: RowReader, premises: PremisesRow[]): ListOutcome {
  return new PremisesReader(context, unit, rows, premises).run()
}

class PremisesReader {
  private readonly sheet: string
  private readonly community: SettledColumn | undefined
  private readonly roomColumns: readonly { column: number; room: RoomId }[]
  private readonly style: RoomStyle
  /** Columns for several rooms at once: 四室合一, 功能室, 办公室/警务室. */
  private readonly listColumns: readonly SettledColumn[]
  /** What section rows, merges and cells above say of each row. */
  private readonly around: RowContext
  private currentMany: readonly number[] | null = null
  private rowsRead = 0
  private lastRow: number
  private readonly homeless: number[] = []
  /** 活动用房面积 stands beside an office area and not inside a total. */
  private readonly activityBeside: boolean
  /** An area merged over rows of several communities, until its last row. */
  private shared: { readonly bottom: number; readonly areas: ReadonlyMap<ColumnKey, Measured> } | null = null
  private readonly sharedUntil: ReadonlyMap<number, number>
  /** Sum of areas so far, to know an unlabelled total by. */
  private sum = 0
  private summed = 0

  constructor(private readonly context: ListContext, private readonly unit: string | null, private readonly rows: RowReader, private readonly premises: PremisesRow[]) {
    const { table } = context
    this.sheet = table.found.sheet.name
    this.community = columnOf(table, 'community')
    const sample = sampleRows(table.found)
    this.roomColumns = ROOM_KEYS.flatMap(([key, room]) => columnsOf(table, key).map(column => ({ column: column.column, room })))
    // 合用 between ticks says how a room is used, not how the column is filled.
    this.style = roomColumnStyle(this.roomColumns.flatMap(({ column }) => sample.map(cells => cells[column - 1] ?? null)).filter(value => readRoom(value, 'unknown').state !== 'shared'))
    const activity = columnsOf(table, 'activityArea')
    this.activityBeside = activity.length > 0 && !activity.some(column => /其中|内含/.test(column.header)) && table.columns.some(column => column.key === 'officeArea' || ((column.key === 'area' || column.key === 'usableArea') && column.candidates.includes('officeArea')))
      && !table.columns.some(column => (column.key === 'area' || column.key === 'usableArea') && !column.candidates.includes('officeArea'))
    this.listColumns = columnsOf(table, 'rooms')
    this.sharedUntil = this.sharedAreas()
    this.around = new RowContext(context, row => rows.read(row).why === null)
    this.lastRow = table.found.header.bottom
  }

  run(): ListOutcome {
    const { found } = this.context.table
    for (let row = found.first; row <= found.last; row++) {
      const verdict = this.rows.read(row)
      if (verdict.why !== null) {
        this.around.skipped(verdict, rowOf(found.sheet, row), row)
        if (verdict.section !== undefined || verdict.ends !== undefined) this.currentMany = null
        this.skip(row, verdict.why)
        continue
      }
      this.place(row)
    }
    return { rowsRead: this.rowsRead, homeless: this.homeless, lastRow: this.lastRow }
  }

  private skip(row: number, why: Parameters<RowReader['skipped']['push']>[0]['why']): void {
    this.rows.skipped.push({ row, why })
    if (why !== 'note' && why !== 'signature' && why !== 'unit-line' && why !== 'blank') this.lastRow = row
  }

  private place(row: number): void {
    const { table, notes, words } = this.context
    const cells = rowOf(table.found.sheet, row)
    const named = this.community !== undefined && !isBlank(cells[this.community.column - 1])
    if (!named && this.isUnlabelledTotal(cells, row)) { this.skip(row, 'total'); return }
    const communities = this.communitiesAt(cells, row)
    let node = notes.start()
    const measured = new Map<ColumnKey, Measured>()
    for (const key of AREA_KEYS) for (const column of columnsOf(table, key)) {
      const value = cells[column.column - 1] ?? null
      const reading = readArea(value, column.unit ?? this.unit)
      if (reading.empty) continue
      const target: ColumnKey = reading.kind === 'built' ? 'builtArea' : reading.kind === 'usable' ? 'usableArea' : key
      const place = { sheet: this.sheet, row, column: sheetColumn(table, column.column) }
      const before = measured.get(target)
      const area: Measured = { value: reading.value, low: reading.low, high: reading.high, about: reading.about, place, raw: value }
      measured.set(target, before === undefined || before.value === null ? area : before)
      if (reading.note !== null) node = notes.add(node, noteWith(notes.note.bind(notes), key, reading.note, value))
    }
    if (measured.size === 0 && this.shared !== null && row <= this.shared.bottom) for (const [key, area] of this.shared.areas) measured.set(key, area)
    const roomStates = this.roomsAt(cells)
    for (const note of roomStates.notes) node = notes.add(node, notes.note('rooms', note))
    const empty = measured.size === 0 && !this.hasMore(cells)
    if (empty && named && measured.size === 0 && this.headsPlaces(row)) { this.skip(row, 'section'); return }
    if (empty && !named) { this.skip(row, this.rows.emptyReason(cells) === 'numbered-blank' ? 'numbered-blank' : 'no-community'); return }
    if (communities.length === 0) {
      if (measured.size === 0 && roomStates.known === 0) { this.skip(row, 'no-community'); return }
      this.homeless.push(row)
    }
    const tenureColumn = columnOf(table, 'tenure')
    const tenureValue = tenureColumn === undefined ? null : cells[tenureColumn.column - 1] ?? null
    const tenure = this.tenureAt(cells, tenureValue, row)
    if (tenure.note !== null) node = notes.add(node, notes.note('tenure', tenure.note))
    const told = words.tenure(tenureValue)
    const demolition = this.demolitionAt(cells)
    const usable = measured.get('usableArea') ?? null
    const total = measured.get('area') ?? null, office = measured.get('officeArea') ?? null
    // A total beside its parts already holds them; 办公 and 活动 without a total make one.
    const unspecified = total ?? office
    const alone = usable === null && unspecified === null && !measured.has('builtArea')
    const activity = this.activityBeside || alone ? measured.get('activityArea') ?? null : null
    const row0 = {
      table: this.context.index, row, built: measured.get('builtArea') ?? null,
      tenure: told ?? tenure.tenure, tenureWord: normalise(textOf(tenureValue)), demolition, rooms: roomStates.rooms,
      ...(roomStates.complete === null ? {} : { allRooms: roomStates.complete }),
    }
    const list = communities.length === 0 ? [-1] : communities
    const until = this.sharedUntil.get(row) ?? 0
    if (until > row) this.shared = { bottom: until, areas: new Map(measured) }
    const together = list.length > 1 || (this.shared !== null && row <= this.shared.bottom) || columnsOf(table, 'tenure', 'remark', 'address', 'lease').some(column => WITH_COMMUNITY.test(normalise(textOf(cells[column.column - 1] ?? null))))
    if (together) node = notes.add(node, notes.note('area', 'value.area-shared'))
    for (const community of list) {
      this.premises.push({
        ...row0, community,
        usable: together ? open(usable) : usable,
        unspecified: together ? open(unspecified) : unspecified,
        activity: together ? open(activity) : activity,
        built: together ? open(row0.built) : row0.built, notes: node.list,
      })
    }
    const counted = (usable ?? unspecified)?.value ?? null
    if (counted !== null) { this.sum += counted; this.summed++ }
    this.rowsRead++
    this.lastRow = row
  }

  /** A community's name alone above places without one: it heads them and is no place itself. */
  private headsPlaces(row: number): boolean {
    const { found } = this.context.table
    if (this.community === undefined || row >= found.last) return false
    const next = rowOf(found.sheet, row + 1)
    return isBlank(next[this.community.column - 1]) && columnsOf(this.context.table, ...AREA_KEYS).some(column => !isBlank(next[column.column - 1])) && this.rows.read(row + 1).why === null
  }

  private hasMore(cells: readonly CellValue[]): boolean {
    return this.context.table.columns.some(column => column.key !== null && column.key !== 'seq' && column.key !== 'community' && column.key !== 'remark' && !isBlank(cells[column.column - 1]))
  }

  /** A row without a community whose area is a SUM or equals the sum of the rows above. */
  private isUnlabelledTotal(cells: readonly CellValue[], row: number): boolean {
    for (const column of columnsOf(this.context.table, 'usableArea', 'area', 'builtArea', 'officeArea')) {
      const formula = this.context.table.found.sheet.formulas.get(cellKey(row, column.column))
      if (formula !== undefined && /SUM|SUBTOTAL/i.test(formula)) return true
      const value = readNumber(cells[column.column - 1] ?? null)
      if (value !== null && this.summed >= 2 && Math.abs(value - this.sum) < 0.01 && value > 0) return true
    }
    return false
  }

  /** Areas merged over rows of different communities, by first row: one building, counted for none of them in full. */
  private sharedAreas(): Map<number, number> {
    const { found } = this.context.table, { community } = this
    const shared = new Map<number, number>()
    if (community === undefined) return shared
    const areas = new Set(columnsOf(this.context.table, 'usableArea', 'area', 'officeArea', 'builtArea').map(column => column.column))
    for (const box of found.sheet.merges ?? []) {
      if (box.bottom === box.top || !areas.has(box.left) || box.top < found.first || box.bottom > found.last) continue
      const names = new Set<string>()
      for (let row = box.top; row <= box.bottom; row++) {
        const text = textOf(rowOf(found.sheet, row)[community.column - 1] ?? null)
        if (text.trim() !== '') names.add(communityName(text).name)
      }
      if (names.size > 1) shared.set(box.top, Math.max(box.bottom, shared.get(box.top) ?? 0))
    }
    return shared
  }

  private communitiesAt(cells: readonly CellValue[], row: number): readonly number[] {
    const { communities } = this.context
    const value = this.community === undefined ? null : cells[this.community.column - 1]
    if (typeof value === 'string' && value.trim() !== '') {
      const parts = splitCommunities(value)
      this.currentMany = parts.length < 2 ? null : [...new Set(parts.map(part => communities.find(part, { sheet: this.sheet, row, column: this.community?.column ?? 0 })).filter(index => index >= 0))]
    }
    if (this.currentMany !== null) return this.currentMany
    const community = this.around.ofRow(cells, row)
    return community < 0 ? [] : [community]
  }

  private roomsAt(cells: readonly CellValue[]): { rooms: Record<RoomId, RoomState>; known: number; complete: boolean | null; notes: readonly string[] } {
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
      const told = readListedRooms(value, listed)
      for (const [, room] of ROOM_KEYS) {
        const state = told.rooms[room]
        if (state !== undefined && betterRoom(state, rooms[room])) rooms[room] = state
      }
      if (told.note !== null) notes.push(told.note)
      // Of several answers the one that misses a room stands.
      if (told.complete !== null) complete = complete !== false && told.complete
    }
    return { rooms, known: Object.values(rooms).filter(state => state !== 'unknown').length, complete, notes }
  }

  private tenureAt(cells: readonly CellValue[], value: CellValue, row: number): { tenure: Tenure; note: string | null } {
    const { table, words } = this.context
    const column = columnOf(table, 'tenure')
    const reading = readTenure(value)
    if (column !== undefined && reading.tenure === 'unclear' && words.tenure(value) === undefined) words.ask('tenure', value, 'unknown', { sheet: this.sheet, row, column: sheetColumn(table, column.column) })
    // 自有 beside 在建: what is not there yet is not held yet.
    if ((reading.tenure === 'own' || reading.tenure === 'blank') && columnsOf(table, 'status', 'remark', 'planYear').some(each => NOT_YET.test(normalise(textOf(cells[each.column - 1] ?? null))))) return { tenure: 'in-building', note: null }
    if (reading.tenure !== 'blank') return reading
    for (const remark of columnsOf(table, 'remark', 'lease', 'address')) {
      const text = textOf(cells[remark.column - 1] ?? null)
      if (text === '') continue
      const told = tenureInRemark(text)
      if (told !== null) return { tenure: told, note: null }
    }
    return reading
  }

  private demolitionAt(cells: readonly CellValue[]): Answer {
    const { table } = this.context
    const column = columnOf(table, 'demolition')
    if (column !== undefined) {
      const { answer } = readDemolition(cells[column.column - 1] ?? null)
      if (answer !== 'blank') return answer
    }
    for (const remark of columnsOf(table, 'remark', 'tenure')) {
      const text = normalise(textOf(cells[remark.column - 1] ?? null))
      if (TO_GO.test(text) && !STAYS.test(text)) return 'yes'
    }
    return 'blank'
  }
}

const GOING = '(?:拆迁|征收|拆除|征迁|动迁|棚改|棚户区改造|旧城改造|城中村改造)'
const TO_GO = new RegExp(`(?:面临|列入|待|将|即将|拟|已列入|规划|纳入|近期|年内|今年|明年|涉及|\\d{4}年?)(?:被|要|实施|进行)?${GOING}|^${GOING}$|${GOING}(?:范围|区域|计划|项目)`)
const STAYS = new RegExp(`(?:未|不|没有?|无)(?:面临|列入|纳入|在|涉及)?${GOING}`)

/** The whole of a remark or status, so that 新办公楼在建 beside an old office says nothing of the old one. */
const NOT_YET = /^(?:目前|正在|现)?(?:在建|在建中|建设中|正在建设|未竣工|尚未竣工|未交付|尚未交付|待交付|未建成|规划中|待建|拟建)(?:[,，。].*)?$/

/** 与河东社区合用: the premises of another community too. With whom else they are shared takes nothing away from the area. */
const WITH_COMMUNITY = /(?:与|和|同)[\u4e00-\u9fff]{2,8}(?:社区|居委会|村).{0,6}(?:合用|共用|合署|共享|同一处|合并办公|联合办公|一处办公)/

const ROOM_ORDER: Readonly<Record<RoomState, number>> = { present: 3, shared: 2, absent: 1, unknown: 0 }

function betterRoom(a: RoomState, b: RoomState): boolean {
  return ROOM_ORDER[a] > ROOM_ORDER[b]
}

/** 河南、河东社区 or 河南社区/河东社区: several communities in one cell. */
function splitCommunities(value: string): readonly string[] {
  const parts = value.split(/[、/;；,，+&\n]|和(?=[\u4e00-\u9fff]{2,}(?:社区|居委会))/).map(part => normalise(part)).filter(part => part !== '')
  if (parts.length < 2 || !isCommunityLabel(parts.at(-1) ?? '')) return [value]
  return parts.every(part => /^[\u4e00-\u9fff\d]{2,16}$/.test(part)) ? parts : [value]
}

/** An area that several communities use together: no number of it belongs to one of them. */
function open(area: Measured | null): Measured | null {
  return area === null ? null : { ...area, value: null, low: 0, high: area.high ?? area.value, about: true }
}

function tenureInRemark(text: string): Tenure | null {
  const plain = normalise(text)
  if (/租期|租赁|租用|租借|承租|年租金|租自|系租/.test(plain) && !/出租|未租|非租/.test(plain)) return 'rented'
  if (/借用|借住|临时借|过渡用房|过渡房|临时用房|临时办公|周转用房/.test(plain)) return 'borrowed'
  if (/(?:在建|正在建设|建设中|尚未竣工|未竣工|规划中|待建|拟建)/.test(plain)) return 'in-building'
  return null
}

function noteWith(note: (column: ColumnKey, key: string, word?: string) => ValueNote, column: ColumnKey, key: string, value: CellValue): ValueNote {
  const word = normalise(textOf(value))
  return isShareable(word) ? note(column, key, word) : note(column, key)
}
