import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { cellKey } from '../core/place'
import type { PremisesDoubt, PremisesRow } from '../core/reading'
import { normalise, textOf } from '../vocabulary/normalise'
import { readNumber } from '../vocabulary/numbers'
import { premisesItem } from '../vocabulary/premises-items'
import { rowOf } from './grid'
import type { ListContext, ListOutcome } from './list-context'
import { PlacesTaken } from './places-taken'
import { AreaReader } from './premises-areas'
import type { RowAreas } from './premises-areas'
import { areaColumns, saysWhere } from './premises-columns'
import { ledgerOf } from './premises-ledger'
import type { Ledger } from './premises-ledger'
import { RoomReader } from './premises-rooms'
import { noteWith, shareable } from './premises-notes'
import { headsPlaces, headsStates, NOT_THERE_YET } from './premises-sections'
import { mergedAreas, open, parted, placesTold, sharedDoubt, sharesByWord, splitCommunities } from './premises-shared'
import { namedAhead, TenureReader } from './premises-tenure'
import { RowContext } from './row-context'
import type { RowVerdict } from './row-verdicts'
import type { RowReader } from './rows'
import { columnOf, columnsOf } from './settle-table'
import type { SettledColumn } from './settled-column'


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
  private readonly taken: PlacesTaken
  /** What section rows, merges and cells above say of each row. */
  private readonly around: RowContext
  private currentMany: readonly number[] | null = null
  /** The section's places are planned or in building. */
  private areAhead = false
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
    premises: PremisesRow[],
  ) {
    const { table } = context
    this.sheet = table.found.sheet.name
    this.community = columnOf(table, 'community')
    const areas = areaColumns(table)
    this.areaColumns = new Set(areas.map(area => area.column))
    this.areas = new AreaReader(areas, table.found.sheet, unit)
    this.ledger = ledgerOf(table, this.community, areas)
    this.taken = new PlacesTaken(this.ledger, rows, premises)
    const apart = new Set<number>(this.ledger === null ? [] : [this.ledger.item.column, this.ledger.presence?.column ?? 0])
    for (const { column } of areas) apart.add(column)
    this.rooms = new RoomReader(table, new Set(this.ledger === null ? [] : apart))
    this.tenure = new TenureReader(context, apart)
    this.merged = mergedAreas(table.found, this.community, this.areaColumns)
    this.around = new RowContext(context, row => rows.read(row))
    this.lastRow = table.found.header.bottom
  }

  run(): ListOutcome {
    const { found } = this.context.table
    for (let row = found.first; row <= found.last; row++) {
      const verdict = headsStates(found, row) ?? this.rows.read(row)
      if (verdict.why === null || this.isItemRow(row, verdict)) {
        this.place(row)
        continue
      }
      this.around.skipped(verdict, rowOf(found.sheet, row), row)
      if (verdict.section !== undefined || verdict.ends !== undefined) {
        this.taken.flush()
        this.currentMany = null
      }
      this.hearSection(row, verdict)
      this.skip(row, verdict.why)
    }
    this.taken.flush()
    return { rowsRead: this.taken.rowsRead, homeless: this.homeless, lastRow: this.lastRow }
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
      this.taken.flush()
      this.skip(row, 'total')
      return
    }
    const communities = this.communitiesAt(cells, row)
    let node = notes.start()
    const own = this.areas.read(cells, row, placesTold(cells, table, this.community, this.areaColumns))
    const covered = own.empty && this.covered !== null && row <= this.covered.bottom ? this.covered : null
    const areas = covered?.shared === true ? covered.areas : own
    for (const { column, key, value } of areas.notes) node = notes.add(node, noteWith(notes.note.bind(notes), column.key, key, value))
    const roomStates = this.rooms.read(cells)
    for (const note of roomStates.notes) node = notes.add(node, notes.note('rooms', note))
    const measured = !areas.empty
    const empty = !measured && !this.hasMore(cells)
    if (empty && named && headsPlaces(table.found, this.community, this.areaColumns, this.rows, row)) {
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
      words.tenure(tenureValue) ?? (this.areAhead || namedAhead(table, cells, this.ledger?.item.column) ? 'in-building' : tenure.tenure === 'blank' ? (areas.tenure ?? 'blank') : tenure.tenure)
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
          : sharesByWord(cells, table, this.areaColumns)
            ? 'word'
            : undefined
    if (by !== undefined) node = notes.add(node, notes.note('area', 'value.area-shared'))
    const places = list.flatMap(community =>
      parted(areas).map((part): PremisesRow => {
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
    if (covered?.shared === false && this.taken.joinsLast(places)) {
      this.skip(row, 'part-of-place')
      return
    }
    this.taken.take(cells, places, list)
    const counted = (areas.usable ?? areas.unspecified)?.value ?? null
    if (counted !== null && !this.isTotal(cells)) {
      this.sum += counted
      this.summed++
    }
    this.lastRow = row
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
    if (this.ledger === null || !this.isTotal(cells) || this.taken.pending === this.summed) return false
    return [...this.areaColumns].some(column => {
      const value = readNumber(cells[column - 1] ?? null)
      return value !== null && value > 0 && Math.abs(value - this.sum) < 0.01
    })
  }

  /** A row without a community whose area is a SUM, or equals the sum of the rows above and stands at no address of its own. */
  private isUnlabelledTotal(cells: readonly CellValue[], row: number): boolean {
    for (const column of columnsOf(this.context.table, 'usableArea', 'area', 'builtArea', 'officeArea')) {
      const formula = this.context.table.found.sheet.formulas.get(cellKey(row, column.column))
      if (formula !== undefined && /SUM|SUBTOTAL/i.test(formula) && !sumsItsRow(formula, row)) return true
      const isSum = this.summed >= 2 && this.sum > 0 && Math.abs((readNumber(cells[column.column - 1] ?? null) ?? 0) - this.sum) < 0.01
      if (isSum && !saysWhere(cells, this.context.table)) return true
    }
    return false
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

/** =SUM(D5:E5) beside its parts sums the row and not the list. */
function sumsItsRow(formula: string, row: number): boolean {
  const rows = [...formula.matchAll(/\$?[A-Z]{1,3}\$?(\d+)/g)].map(match => Number(match[1]))
  return rows.length > 0 && rows.every(each => each === row)
}
