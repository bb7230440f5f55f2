import type { CellValue } from '../core/cell'
import type { OtherSide, Presence } from '../core/reading'
import { isBlank } from '../core/cell'
import { isNotKnownYet } from '../vocabulary/answers'
import { normalise, textOf } from '../vocabulary/normalise'
import { dayAgainst, readRemark, spansIn } from '../vocabulary/remarks'
import type { RemarkReading } from '../vocabulary/remarks'
import { readPresence } from '../vocabulary/status'
import type { PresenceReading } from '../vocabulary/status'
import { readWorkDay } from '../vocabulary/work-days'
import type { ColumnValues } from './column-values'
import { columnLeft, isStillAhead, leavingColumns, statusDays } from './leaving'
import type { ListContext } from './list-context'
import type { RowNotes } from './notes'
import { MOST_WORDS, askInColumn, cached, sharedWord, wordsOf } from './person-words'
import { columnsOf } from './settle-table'
import type { SettledColumn } from './settled-column'

/** Whether the people of one list are there: by the status column, a remark, a day of leaving. What goes against it is kept beside. */
export class PresenceReader {
  private readonly columns: readonly { column: number; read: (value: CellValue, row: number) => PresenceReading }[]
  private readonly remarks: readonly SettledColumn[]
  /** Columns of days of leaving. */
  private readonly leaving: readonly number[]
  /** Columns of the days since which the status holds. */
  private readonly since: readonly number[]
  /** Column of the cell that settled the status; 0 when none did. */
  private at = 0
  private readonly told = new Map<string, RemarkReading>()
  private readonly struck: ReadonlySet<number> | undefined

  constructor(
    private readonly context: ListContext,
    private readonly values: ColumnValues,
  ) {
    const { table } = context
    this.columns = columnsOf(table, 'status').map(column => ({ column: column.column, read: this.reader(column) }))
    this.remarks = columnsOf(table, 'remark')
    this.leaving = leavingColumns(table)
    this.since = statusDays(table)
    this.struck = table.found.sheet.struckRows
  }

  /** What the status columns say; a blank one says nothing. */
  status(cells: readonly CellValue[], row: number, hasName: boolean): PresenceReading {
    let found: PresenceReading = PRESENT
    this.at = 0
    for (const { column, read } of this.columns) {
      const value = this.values.at(cells, row, column)
      if (isBlank(value)) continue
      let reading = read(value, row)
      // 待定 beside a name is a question about the person and no vacant post.
      if (hasName && reading.presence === 'vacant' && isNotKnownYet(normalise(textOf(value)))) reading = OPEN
      if (this.at === 0 || (found.presence === 'present' && (reading.presence !== 'present' || found.note === null))) {
        found = reading
        this.at = column
      }
    }
    if (this.at === 0) return found
    const isAhead = (columns: readonly number[]): boolean => isStillAhead(cells, columns, this.context.dateSystem, this.context.asOf)
    if (found.presence === 'left' && isAhead([...this.leaving, ...this.since])) return { presence: 'present', note: 'value.status-not-yet' }
    // 新进 in a month that is still to come.
    return found.presence === 'present' && found.note === null && JOINED.test(textOf(this.values.at(cells, row, this.at))) && isAhead(this.since) ? { presence: 'vacant', note: null } : found
  }

  /**
   * The presence that counts, after the remark, the day of leaving and the strike were held against the status.
   * The order: what takes somebody out goes before what leaves him in; the other side is kept, and a verdict that hangs on it is unknown.
   * @param presence by status, kind or name
   * @param nameAt column of the name, 0 when the row has none
   * @param section what a section row above says of everybody below it
   */
  settle(
    cells: readonly CellValue[],
    row: number,
    presence: Presence,
    status: PresenceReading,
    nameAt: number,
    section: Presence | null,
    notes: RowNotes,
    kindAt = 0,
  ): Presence {
    this.noteDays(cells, row)
    const reason = status.note === 'value.status-not-on-post' ? this.reason(cells, row) : null
    if (reason !== null) {
      notes.add('remark', reason.presence === 'left' ? 'value.left-by-remark' : 'value.away-by-remark', reason.column, sharedWord(cells, reason.column))
      return reason.presence
    }
    if (status.note !== null) notes.add('status', status.note, this.at, sharedWord(cells, this.at))
    const stated = this.at !== 0 && status.presence === 'present' && status.note === null
    if (presence === 'vacant' && nameAt !== 0) {
      // 空缺 in the status, or in the kind: then the name is what is named.
      const at = status.presence === 'vacant' ? this.at : kindAt === 0 ? nameAt : kindAt
      notes.detailed('status', 'value.vacant-with-name', {
        at,
        ...(at === nameAt ? {} : { against: nameAt, written: sharedWord(cells, at) ?? '' }),
        otherwise: THERE,
      })
      return presence
    }
    if (presence !== 'present') return presence
    for (const { column } of this.remarks) {
      const value = this.values.remark(cells, row, column)
      if (typeof value !== 'string') continue
      const { presence: told, open, unread } = this.remark(value)
      if (told === null) {
        if (unread === true) notes.add('remark', 'value.remark-passed-over', column)
        if (open) notes.detailed('remark', 'value.remark-unread', { at: column, ...wordOf(cells, column), otherwise: GONE })
        continue
      }
      const away = told === 'left' || told === 'vacant'
      if (!away) {
        notes.add('remark', 'value.away-by-remark', column, sharedWord(cells, column))
        return told
      }
      if (stated || open)
        notes.detailed('remark', 'value.left-by-remark', {
          at: column,
          ...(stated ? { against: this.at, ...wordsOf(cells, column, this.at) } : wordOf(cells, column)),
          otherwise: THERE,
        })
      else notes.add('remark', 'value.left-by-remark', column, sharedWord(cells, column))
      return told
    }
    if (section !== null) return section
    const day = columnLeft(cells, this.leaving, this.context.dateSystem, this.context.asOf)
    if (day !== 0) {
      if (stated)
        notes.detailed('status', 'value.left-but-in-post', { at: this.at, against: day, ...wordsOf(cells, this.at, day), otherwise: THERE })
      else notes.add('hired', 'value.status-by-date', day)
      return 'left'
    }
    if (this.struck?.has(row) === true) {
      notes.detailed('name', 'value.struck-out', { at: nameAt === 0 ? 1 : nameAt, otherwise: THERE })
      return 'left'
    }
    return presence
  }

  /** 否 under 是否在岗, and beside it why: 辞职, 产假, a day of leaving that has come. */
  private reason(cells: readonly CellValue[], row: number): { readonly presence: Presence; readonly column: number } | null {
    for (const { column } of this.remarks) {
      const value = this.values.remark(cells, row, column)
      const { presence, open } = typeof value === 'string' ? this.remark(value) : { presence: null, open: false }
      if (presence !== null && !open) return { presence: presence === 'vacant' ? 'left' : presence, column }
    }
    const day = columnLeft(cells, this.leaving, this.context.dateSystem, this.context.asOf)
    return day === 0 ? null : { presence: 'left', column: day }
  }

  /** Where it is asked for: the days that the row names, whichever of them decides today. */
  private noteDays(cells: readonly CellValue[], row: number): void {
    const { turning, dateSystem } = this.context
    if (turning === null) return
    const texts = [...this.columns, ...this.remarks].map(({ column }) => this.values.at(cells, row, column)).filter(value => typeof value === 'string')
    const ownDays = this.leaving.map(column => readWorkDay(cells[column - 1] ?? null, dateSystem))
    const spans = [...texts.flatMap(text => spansIn(normalise(text))), ...ownDays]
    for (const span of spans) {
      if (span === null) continue
      turning.note(span.from)
      turning.note(span.to)
    }
  }

  /** 2025年退休 on a day of 2023: about to leave, and still there. */
  private onTheDay(value: CellValue, reading: PresenceReading): PresenceReading {
    const { asOf } = this.context
    if (reading.presence !== 'left' || typeof value !== 'string' || asOf === undefined) return reading
    return dayAgainst(normalise(value), asOf) === 'ahead' ? { presence: 'present', note: 'value.status-not-yet' } : reading
  }

  private remark(text: string): RemarkReading {
    let known = this.told.get(text)
    if (known === undefined) {
      known = readRemark(text, this.context.asOf)
      if (this.told.size < MOST_WORDS) this.told.set(text, known)
    }
    return known
  }

  private reader(column: SettledColumn): (value: CellValue, row: number) => PresenceReading {
    return cached(
      value => {
        const told = this.context.words.presence(value)
        if (told !== undefined) return { reading: { presence: told, note: null }, ask: null }
        const reading = this.onTheDay(value, readPresence(value, column.word))
        return { reading, ask: reading.note === 'value.code' ? 'code' : reading.note === 'value.unknown-word' ? 'unknown' : null }
      },
      askInColumn(this.context, 'status', column.column),
    )
  }
}

const JOINED = /新|增|调入|调来|招|入职|转入/
const PRESENT: PresenceReading = { presence: 'present', note: null }
const OPEN: PresenceReading = { presence: 'present', note: 'value.not-known-yet' }
const THERE: readonly OtherSide[] = [{ presence: 'present' }]
const GONE: readonly OtherSide[] = [{ presence: 'left' }]

function wordOf(cells: readonly CellValue[], column: number): { readonly word?: string } {
  const word = sharedWord(cells, column)
  return word === undefined ? {} : { word }
}
