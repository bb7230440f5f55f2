import type { CellValue } from '../core/cell'
import type { PremisesRow } from '../core/reading'
import { textOf } from '../vocabulary/normalise'
import { premisesItem } from '../vocabulary/premises-items'
import { foldLedger, roomState } from './premises-ledger'
import type { Ledger, LedgerRow } from './premises-ledger'
import type { RowReader } from './rows'

/** The places of one list as its rows are read: each row one, or the rows of a community together where the list goes by uses or rooms. */
export class PlacesTaken {
  /** Rows of one community in a list by uses or rooms, until the next community. */
  private waiting: LedgerRow[] = []
  private waitingFor: readonly number[] = []
  rowsRead = 0

  constructor(
    private readonly ledger: Ledger | null,
    private readonly rows: RowReader,
    private readonly premises: PremisesRow[],
  ) {}

  /** How many rows wait for the rest of their community. */
  get pending(): number {
    return this.waiting.length
  }

  /** Takes the places of one row. */
  take(cells: readonly CellValue[], places: readonly PremisesRow[], communities: readonly number[]): void {
    const { ledger } = this
    if (ledger === null) {
      this.premises.push(...places)
      this.rowsRead++
      return
    }
    if (this.waiting.length > 0 && this.waitingFor.join() !== communities.join()) this.flush()
    this.waitingFor = communities
    const word = textOf(cells[ledger.item.column - 1] ?? null),
      item = premisesItem(word)
    for (const place of places)
      this.waiting.push({ place, item, word, state: roomState(ledger, cells, place.usable ?? place.unspecified ?? place.activity) })
  }

  /** The rows of the last community of a list by uses become its places. */
  flush(): void {
    const { ledger, waiting: pending } = this
    if (ledger === null || pending.length === 0) return
    this.waiting = []
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
  joinsLast(places: readonly PremisesRow[]): boolean {
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
}
