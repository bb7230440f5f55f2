import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { cellKey } from '../core/place'
import type { ColumnKey, Measured, PremisesDoubt, PremisesRow, ValueNote } from '../core/reading'
import { communityName, isCommunityLabel } from '../vocabulary/communities'
import { normalise, textOf } from '../vocabulary/normalise'
import { readNumber } from '../vocabulary/numbers'
import { premisesItem } from '../vocabulary/premises-items'
import { rowOf } from './grid'
import type { ListContext, ListOutcome } from './list-context'
import { AreaReader } from './premises-areas'
import type { RowAreas } from './premises-areas'
import { areaColumns } from './premises-columns'
import { foldLedger, ledgerOf, roomState } from './premises-ledger'
import type { Ledger, LedgerRow } from './premises-ledger'
import { RoomReader } from './premises-rooms'
import { TenureReader } from './premises-tenure'
import { RowContext } from './row-context'
import type { RowVerdict } from './row-verdicts'
import type { RowReader } from './rows'
import { columnOf, columnsOf } from './settle-table'
import type { SettledColumn } from './settle-table'
import { isShareable } from './words'


/** Reads the places of one premises list into `premises`. A cell that names two communities gives a row to each, with the area open. */
export function readPremises(context: ListContext, unit: string | null, rows: RowReader, premises: PremisesRow[]): ListOutcome {
  return new PremisesReader(context, unit, rows, premises).run()
}

class PremisesReader {
  private readonly sheet: string
  private readonly community: SettledColumn | undefined
  private readonly areas: AreaReader
  private readonly areaColumns: ReadonlySet<number>
  private readonly rooms: RoomReader
  private readonly tenure: TenureReader
  private readonly ledger: Ledger | null
  /** Rows of one community in a list by uses or rooms, until the next community. */
  private pending: LedgerRow[] = []
  private pendingFor: readonly number[] = []
  /** What section rows, merges and cells above say of each row. */
  private readonly around: RowContext
  private currentMany: readonly number[] | null = null
  /** The section's places are planned or in building. */
  private areAhead = false
  private rowsRead = 0
  private lastRow: number
  private readonly homeless: number[] = []
  /** Areas merged over several rows, by first row: of several communities, or of one. */
  private readonly merged: ReadonlyMap<number, { readonly bottom: number; readonly shared: boolean }>
  private covered: { readonly bottom: number; readonly shared: boolean; readonly areas: RowAreas } | null = null
  /** Sum of areas so far, to know an unlabelled total by. */
  private sum = 0
  private summed = 0

  constructor(
    private readonly context: ListContext,
    unit: string | null,
    private readonly rows: RowReader,
    private readonly premises: PremisesRow[],
  ) {
    const { table } = context
    this.sheet = table.found.sheet.name
    this.community = columnOf(table, 'community')
    const areas = areaColumns(table)
    this.areaColumns = new Set(areas.map(area => area.column))
    this.areas = new AreaReader(areas, table.found.sheet, unit)
    this.ledger = ledgerOf(table, this.community, areas)
    const apart = new Set<number>(this.ledger === null ? [] : [this.ledger.item.column, this.ledger.presence?.column ?? 0])
    for (const { column } of areas) apart.add(column)
    this.rooms = new RoomReader(table, new Set(this.ledger === null ? [] : apart))
    this.tenure = new TenureReader(context, apart)
    this.merged = this.mergedAreas()
    this.around = new RowContext(context, row => rows.read(row))
    this.lastRow = table.found.header.bottom
  }

  run(): ListOutcome {
    const { found } = this.context.table
    for (let row = found.first; row <= found.last; row++) {
      const verdict = this.headsStates(row) ?? this.rows.read(row)
      if (verdict.why === null || this.isItemRow(row, verdict)) {
        this.place(row)
        continue
      }
      this.around.skipped(verdict, rowOf(found.sheet, row), row)
      if (verdict.section !== undefined || verdict.ends !== undefined) {
        this.flush()
        this.currentMany = null
      }
      this.hearSection(row, verdict)
      this.skip(row, verdict.why)
    }
    this.flush()
    return { rowsRead: this.rowsRead, homeless: this.homeless, lastRow: this.lastRow }
  }

  private skip(row: number, why: Parameters<RowReader['skipped']['push']>[0]['why']): void {
    this.rows.skip(row, why)
    if (why !== 'note' && why !== 'signature' && why !== 'unit-line' && why !== 'blank') this.lastRow = row
  }

  /** 二、拟建用房: what stands below is not there yet; any other section ends it. */
  private hearSection(row: number, { why }: RowVerdict): void {
    if (why !== 'section' && why !== 'note') return
    const text = rowOf(this.context.table.found.sheet, row)
      .filter(value => typeof value === 'string')
      .map(value => normalise(value))
      .join('')
    if (NOT_THERE_YET.test(text) && text.length <= 20) this.areAhead = true
    else if (why === 'section') this.areAhead = false
  }

  /** 一、现有用房: a row of one cell that tells whether what follows stands, whatever its column. */
  private headsStates(row: number): RowVerdict | null {
    const { found } = this.context.table
    let text = ''
    for (let column = found.header.left; column <= found.header.right; column++) {
      const value = rowOf(found.sheet, row)[column - 1]
      if (value === null || value === undefined || value === '') continue
      if (typeof value !== 'string' || text !== '' || value.length > LONGEST_SECTION) return null
      text = normalise(value)
    }
    return text !== '' && STATES.test(text) ? { why: 'section' } : null
  }

  /** 合计, 其中 and a use without an area are rows of a community where they stand in the column of uses. */
  private isItemRow(row: number, { why }: RowVerdict): boolean {
    if (this.ledger === null || (why !== 'total' && why !== 'subtotal' && why !== 'note' && why !== 'section')) return false
    const cells = rowOf(this.context.table.found.sheet, row)
    const word = cells[this.ledger.item.column - 1]
    if (typeof word !== 'string' || premisesItem(word) === null) return false
    // 合计 beside the number of the row, or in place of a community, sums the whole list.
    return this.context.table.columns.every(({ column }) => {
      const value = cells[column - 1]
      return column >= (this.ledger?.item.column ?? 0) || typeof value !== 'string' || isBlank(value) || premisesItem(value) === null
    })
  }

  private place(row: number): void {
    const { table, notes, words } = this.context
    const cells = rowOf(table.found.sheet, row)
    const named = this.community !== undefined && !isBlank(cells[this.community.column - 1])
    if (!named && this.ledger === null && this.isUnlabelledTotal(cells, row)) {
      this.skip(row, 'total')
      return
    }
    if (!named && this.sumsTheList(cells)) {
      this.flush()
      this.skip(row, 'total')
      return
    }
    const communities = this.communitiesAt(cells, row)
    let node = notes.start()
    const own = this.areas.read(cells, row, this.placesTold(cells))
    const covered = own.empty && this.covered !== null && row <= this.covered.bottom ? this.covered : null
    const areas = covered?.shared === true ? covered.areas : own
    for (const { column, key, value } of areas.notes) node = notes.add(node, noteWith(notes.note.bind(notes), column.key, key, value))
    const roomStates = this.rooms.read(cells)
    for (const note of roomStates.notes) node = notes.add(node, notes.note('rooms', note))
    const measured = !areas.empty
    const empty = !measured && !this.hasMore(cells)
    if (empty && named && this.headsPlaces(row)) {
      this.skip(row, 'section')
      return
    }
    if (empty && !named) {
      this.skip(row, this.rows.emptyReason(cells) === 'numbered-blank' ? 'numbered-blank' : 'no-community')
      return
    }
    if (communities.length === 0) {
      if (!measured && roomStates.known === 0 && this.ledger === null) {
        this.skip(row, 'no-community')
        return
      }
      this.homeless.push(row)
    }
    const tenureValue = this.tenure.word(cells),
      tenure = this.tenure.read(cells, row)
    if (tenure.note !== null) node = notes.add(node, notes.note('tenure', tenure.note, ...shareable(tenureValue)))
    const held =
      words.tenure(tenureValue) ?? (this.areAhead ? 'in-building' : tenure.tenure === 'blank' ? (areas.tenure ?? 'blank') : tenure.tenure)
    const lease = this.tenure.lease(cells, row, held),
      opens = this.tenure.opens(cells, row),
      demolition = this.tenure.demolition(cells)
    if (demolition.contradicted) node = notes.add(node, notes.note('demolition', 'value.demolition-contradicts'))
    const row0: Omit<PremisesRow, 'community' | 'notes' | 'usable' | 'unspecified' | 'activity' | 'built'> = {
      table: this.context.index,
      row,
      tenure: held,
      tenureWord: normalise(textOf(tenureValue)),
      demolition: demolition.answer,
      rooms: roomStates.rooms,
      ...(roomStates.complete === null ? {} : { allRooms: roomStates.complete }),
      ...(lease === undefined ? {} : { lease }),
      ...(opens === undefined ? {} : { opens }),
      ...(areas.doubts.length === 0 ? {} : { doubts: areas.doubts }),
    }
    const list = communities.length === 0 ? [-1] : communities
    const merged = this.merged.get(row)
    if (merged !== undefined) this.covered = { ...merged, areas: own }
    const by: PremisesDoubt['by'] =
      list.length > 1
        ? 'cell'
        : this.covered !== null && this.covered.shared && row <= this.covered.bottom
          ? 'merge'
          : this.sharesByWord(cells)
            ? 'word'
            : undefined
    if (by !== undefined) node = notes.add(node, notes.note('area', 'value.area-shared'))
    const places = list.flatMap(community =>
      this.parted(areas).map((part): PremisesRow => {
        const { doubts = [], ...rest } = row0
        const shared =
          by === undefined
            ? []
            : [
                sharedDoubt(
                  by,
                  areas,
                  list.filter(each => each !== community),
                ),
              ]
        const all = [...doubts, ...shared]
        const place: PremisesRow = { ...rest, ...part, community, notes: node.list, ...(all.length === 0 ? {} : { doubts: all }) }
        return by === undefined
          ? place
          : {
              ...place,
              usable: open(place.usable),
              unspecified: open(place.unspecified),
              activity: open(place.activity),
              built: open(place.built),
            }
      }),
    )
    if (covered?.shared === false && this.joinedToLast(places)) {
      this.skip(row, 'part-of-place')
      return
    }
    this.take(cells, places, list)
    const counted = (areas.usable ?? areas.unspecified)?.value ?? null
    if (counted !== null && !this.isTotal(cells)) {
      this.sum += counted
      this.summed++
    }
    this.lastRow = row
  }

  /** One place, or one for each way in which the columns say that it is held. */
  private parted(areas: RowAreas): readonly Pick<PremisesRow, 'usable' | 'unspecified' | 'activity' | 'built'>[] {
    if (areas.held.length === 0)
      return [areas].map(({ usable, unspecified, activity, built }) => ({ usable, unspecified, activity, built }))
    return areas.held.map(({ tenure, area, basis }, at) => ({
      usable: basis === 'usable' ? area : null,
      unspecified: basis === 'usable' ? null : area,
      activity: null,
      built: at === 0 ? areas.built : null,
      tenure,
    }))
  }

  private take(cells: readonly CellValue[], places: readonly PremisesRow[], communities: readonly number[]): void {
    const { ledger } = this
    if (ledger === null) {
      this.premises.push(...places)
      this.rowsRead++
      return
    }
    if (this.pending.length > 0 && this.pendingFor.join() !== communities.join()) this.flush()
    this.pendingFor = communities
    const word = textOf(cells[ledger.item.column - 1] ?? null),
      item = premisesItem(word)
    for (const place of places)
      this.pending.push({ place, item, word, state: roomState(ledger, cells, place.usable ?? place.unspecified ?? place.activity) })
  }

  /** The rows of the last community of a list by uses become its places. */
  private flush(): void {
    const { ledger, pending } = this
    if (ledger === null || pending.length === 0) return
    this.pending = []
    const kept = new Set<number>()
    for (const community of new Set(pending.map(({ place }) => place.community))) {
      for (const place of foldLedger(
        pending.filter(each => each.place.community === community),
        ledger,
      )) {
        this.premises.push(place)
        kept.add(place.row)
      }
    }
    for (const row of new Set(pending.map(({ place }) => place.row))) {
      if (kept.has(row)) this.rowsRead++
      else this.rows.skipped.push({ row, why: 'part-of-place' })
    }
  }

  /** A further row of a place whose area is merged over both: it adds its rooms and no area. */
  private joinedToLast(places: readonly PremisesRow[]): boolean {
    const last = this.premises.at(-1),
      [place] = places
    if (
      last === undefined ||
      place === undefined ||
      this.ledger !== null ||
      last.table !== place.table ||
      last.community !== place.community ||
      places.length !== 1
    )
      return false
    const rooms = { ...last.rooms }
    for (const room of ['office', 'police', 'meeting', 'culture'] as const)
      if (rooms[room] !== 'present' && place.rooms[room] !== 'unknown') rooms[room] = place.rooms[room]
    this.premises[this.premises.length - 1] = {
      ...last,
      rooms,
      tenure: last.tenure === 'blank' ? place.tenure : last.tenure,
      demolition: last.demolition === 'yes' ? 'yes' : place.demolition === 'blank' ? last.demolition : place.demolition,
    }
    return true
  }

  /** A community's name alone above places without one: it heads them and is no place itself. */
  private headsPlaces(row: number): boolean {
    const { found } = this.context.table
    if (this.community === undefined || row >= found.last) return false
    const next = rowOf(found.sheet, row + 1)
    return (
      isBlank(next[this.community.column - 1]) &&
      [...this.areaColumns].some(column => !isBlank(next[column - 1])) &&
      this.rows.read(row + 1).why === null
    )
  }

  private hasMore(cells: readonly CellValue[]): boolean {
    return this.context.table.columns.some(
      column =>
        (column.key !== null || column.column === this.ledger?.item.column) &&
        column.key !== 'seq' &&
        column.key !== 'community' &&
        column.key !== 'remark' &&
        !isBlank(cells[column.column - 1]),
    )
  }

  private isTotal(cells: readonly CellValue[]): boolean {
    const word = this.ledger === null ? null : cells[this.ledger.item.column - 1]
    return typeof word === 'string' && premisesItem(word)?.kind === 'total'
  }

  /** 合计 in the column of uses at the end of the list: the sum of all communities and not of the last one. */
  private sumsTheList(cells: readonly CellValue[]): boolean {
    if (this.ledger === null || !this.isTotal(cells) || this.pending.length === this.summed) return false
    return [...this.areaColumns].some(column => {
      const value = readNumber(cells[column - 1] ?? null)
      return value !== null && value > 0 && Math.abs(value - this.sum) < 0.01
    })
  }

  /** A row without a community whose area is a SUM or equals the sum of the rows above. */
  private isUnlabelledTotal(cells: readonly CellValue[], row: number): boolean {
    for (const column of columnsOf(this.context.table, 'usableArea', 'area', 'builtArea', 'officeArea')) {
      const formula = this.context.table.found.sheet.formulas.get(cellKey(row, column.column))
      if (formula !== undefined && /SUM|SUBTOTAL/i.test(formula) && !sumsItsRow(formula, row)) return true
      const value = readNumber(cells[column.column - 1] ?? null)
      if (value !== null && this.summed >= 2 && Math.abs(value - this.sum) < 0.01 && value > 0) return true
    }
    return false
  }

  /** Areas merged over several rows, by first row. Over different communities it is one building, counted for none of them in full. */
  private mergedAreas(): Map<number, { bottom: number; shared: boolean }> {
    const { found } = this.context.table,
      { community } = this
    const merged = new Map<number, { bottom: number; shared: boolean }>()
    if (community === undefined) return merged
    for (const box of found.sheet.merges ?? []) {
      if (box.bottom === box.top || !this.areaColumns.has(box.left) || box.top < found.first || box.bottom > found.last) continue
      const names = new Set<string>()
      for (let row = box.top; row <= box.bottom; row++) {
        const text = textOf(rowOf(found.sheet, row)[community.column - 1] ?? null)
        if (text.trim() !== '') names.add(communityName(text).name)
      }
      const before = merged.get(box.top)
      merged.set(box.top, { bottom: Math.max(box.bottom, before?.bottom ?? 0), shared: names.size > 1 || before?.shared === true })
    }
    return merged
  }

  /** How many places the words beside an area tell of: two addresses on two lines. */
  private placesTold(cells: readonly CellValue[]): number {
    let places = 1
    for (const column of this.context.table.columns) {
      if (this.areaColumns.has(column.column) || column.column === this.community?.column || column.key === 'seq') continue
      const value = cells[column.column - 1]
      if (typeof value !== 'string') continue
      if (column.key === 'address' || column.key === 'tenure' || column.key === 'year')
        places = Math.max(
          places,
          value
            .trim()
            .split(/[\n\r]+|[;；、]|(?<=[号室楼幢栋层房内侧旁])[\s\u3000]+(?=[\u4e00-\u9fff]{2})/)
            .filter(piece => piece.trim() !== '').length,
        )
      else {
        const told = /^(?:共|现有)?(?:(\d)|([两二三四五]))处(?:用房|办公用房|场所)?$/.exec(normalise(value))
        if (told !== null)
          places = Math.max(
            places,
            told[1] === undefined
              ? ['', '', '两二', '三', '四', '五'].findIndex(word => word !== '' && word.includes(told[2] ?? '?'))
              : Number(told[1]),
          )
      }
    }
    return places
  }

  private sharesByWord(cells: readonly CellValue[]): boolean {
    return this.context.table.columns.some(
      column =>
        (column.key === 'tenure' ||
          column.key === 'remark' ||
          column.key === 'address' ||
          column.key === 'lease' ||
          this.areaColumns.has(column.column)) &&
        isSharedBy(normalise(textOf(cells[column.column - 1] ?? null)), column.key === 'remark'),
    )
  }

  private communitiesAt(cells: readonly CellValue[], row: number): readonly number[] {
    const { communities } = this.context
    const value = this.community === undefined ? null : cells[this.community.column - 1]
    if (typeof value === 'string' && value.trim() !== '') {
      const parts = splitCommunities(value)
      this.currentMany =
        parts.length < 2
          ? null
          : [
              ...new Set(
                parts
                  .map(part => communities.find(part, { sheet: this.sheet, row, column: this.community?.column ?? 0 }))
                  .filter(index => index >= 0),
              ),
            ]
    }
    if (this.currentMany !== null) return this.currentMany
    const community = this.around.ofRow(cells, row)
    return community < 0 ? [] : [community]
  }
}

const LONGEST_SECTION = 20
const STATES = /^(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]*)?(?:现有|已有|已建成?|已建好|在用|存量|建成|拟建|拟新建|在建|待建|规划|计划新建|计划|筹建|新建)(?:的|中)?(?:社区|办公|活动|服务)*(?:用房|房屋|阵地|场所|项目|部分)?(?:情况)?[:：]?$/
const NOT_THERE_YET = /(?:拟建|拟新建|在建|待建|规划|计划|筹建|新建)(?:项目|用房|的?社区用房|建设|中|办公用房|活动用房)*[:：]?$|^(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]*)?(?:拟建|拟新建|在建|待建|规划|计划|筹建)/

/** 与河东社区合用: the premises of another community too. With whom else they are shared takes nothing away from the area. */
const WITH_COMMUNITY = /(?:与|和|同)(?!本|我|该)[\u4e00-\u9fff]{1,8}(?:社区|居委会|村).{0,6}(?:合用|共用|合署|共享|同一处|合并办公|联合办公|一处办公)/

/** 合署办公, 两社区合用 as the whole remark: of several communities, whichever they are. 与派出所合署办公 takes nothing away. */
const TOGETHER = /^(?:(?:[两二三四几多234]|若干)个?(?:社区|居委会|村))?(?:合署办公|合署|合用|共用|共享|联合办公|合并办公|同一处办公)(?:一处)?(?:办公|活动)?(?:用房|场所)?$/

function isSharedBy(text: string, inRemark: boolean): boolean {
  return WITH_COMMUNITY.test(text) || (inRemark && TOGETHER.test(text))
}

/** =SUM(D5:E5) beside its parts sums the row and not the list. */
function sumsItsRow(formula: string, row: number): boolean {
  const rows = [...formula.matchAll(/\$?[A-Z]{1,3}\$?(\d+)/g)].map(match => Number(match[1]))
  return rows.length > 0 && rows.every(each => each === row)
}

/** 河南、河东社区 or 河南社区/河东社区: several communities in one cell. */
function splitCommunities(value: string): readonly string[] {
  const parts = value.split(/[、/;；,，+&\n]|和(?=[\u4e00-\u9fff]{2,}(?:社区|居委会))/).map(part => normalise(part)).filter(part => part !== '')
  if (parts.length < 2 || !isCommunityLabel(parts.at(-1) ?? '')) return [value]
  return parts.every(part => /^[\u4e00-\u9fff\d]{2,16}$/.test(part)) ? parts : [value]
}

/** An area that several communities use together: no number of it belongs to one of them. */
export function open(area: Measured | null): Measured | null {
  return area === null ? null : { ...area, value: null, low: 0, high: area.high ?? area.value, about: true }
}

function sharedDoubt(by: NonNullable<PremisesDoubt['by']>, areas: RowAreas, communities: readonly number[]): PremisesDoubt {
  const measured = [areas.usable, areas.unspecified, areas.built].filter(area => area !== null)
  return { kind: 'shared', by, places: measured.slice(0, 1).map(area => area.place), values: measured.slice(0, 1).flatMap(area => area.value === null ? [] : [area.value]), communities }
}

function shareable(value: CellValue): [string] | [] {
  const word = normalise(textOf(value))
  return isShareable(word) && word !== '' ? [word] : []
}

function noteWith(
  note: (column: ColumnKey, key: string, word?: string) => ValueNote,
  column: ColumnKey,
  key: string,
  value: CellValue,
): ValueNote {
  const word = normalise(textOf(value))
  return isShareable(word) ? note(column, key, word) : note(column, key)
}
