import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Affiliation, Answer, OtherSide } from '../core/reading'
import { formatAt } from '../core/snapshot'
import { textOf } from '../vocabulary/normalise'
import { readPolitics, readStandardCode, standardCode } from '../vocabulary/politics'
import type { PoliticsReading } from '../vocabulary/politics'
import type { ColumnValues } from './column-values'
import type { ListContext } from './list-context'
import type { RowNotes } from './notes'
import { askInColumn, cached, sharedWord, wordsOf } from './person-words'
import { aloneColumns, sheetColumn } from './settle-table'
import type { SettledColumn } from './settled-column'
import type { SettledTable } from './settle-table'
import { tickedWord } from './ticks'
import type { OpenWord } from './words'
import type { TickGroup } from './ticks'

/** Membership of the Party or the League of the people of one list. The fields hold what was made of the row read last. */
export class PoliticsReader {
  answer: Answer = 'blank'
  affiliation: Affiliation = 'unknown'
  /** Column of the cell that settled it; 0 when none did. */
  at = 0
  private note: string | null = null
  private readonly columns: readonly { column: number; read: (value: CellValue, row: number) => PoliticsReading }[]
  private readonly ticks: readonly { group: TickGroup; at: number }[]
  /** One column asks for the Party and another for the League: a no to both is a no. */
  private readonly bothAsked: boolean

  constructor(private readonly context: ListContext, private readonly values: ColumnValues) {
    const { table } = context, columns = aloneColumns(table, 'politics')
    this.columns = columns.map(column => ({ column: column.column, read: this.reader(column) }))
    this.ticks = table.ticks.filter(group => group.key === 'politics').map(group => ({ group, at: group.columns[0]?.column ?? 0 }))
    const open = columns.filter(column => readPolitics('否', column.word).note === 'value.politics-league-unknown')
    this.bothAsked = open.some(column => column.word.includes('团')) && open.some(column => column.word.includes('党'))
  }

  read(cells: readonly CellValue[], row: number, notes: RowNotes): void {
    this.take(NOTHING, 0)
    let open = 0, no = 0
    for (const { column, read } of this.columns) {
      const reading = read(this.values.at(cells, row, column), row)
      if (reading.note === 'value.politics-league-unknown') open++
      if (reading.partyOrLeague === 'no') no = column
      if (this.answer === 'yes') continue
      if (reading.partyOrLeague === 'yes' || this.answer === 'blank' || (this.answer === 'unclear' && reading.partyOrLeague === 'no')) this.take(reading, column)
    }
    for (const { group, at } of this.ticks) {
      const word = tickedWord(group, cells)
      if (word !== null) this.take({ ...readPolitics(word, ''), note: null }, at)
    }
    if (this.bothAsked && this.answer === 'unclear' && open >= 2) { this.answer = 'no'; this.affiliation = 'none'; this.note = null }
    if (this.note !== null) notes.add('politics', this.note, this.at, sharedWord(cells, this.at))
    // 是否党员：是 beside 政治面貌：群众.
    if (no !== 0 && no !== this.at && this.answer === 'yes') notes.detailed('politics', 'value.politics-contradicts', { at: this.at, against: no, ...wordsOf(cells, this.at, no), otherwise: NO_MEMBER })
  }

  private take(reading: PoliticsReading, column: number): void {
    this.answer = reading.partyOrLeague; this.affiliation = reading.affiliation; this.note = reading.note; this.at = column
  }

  private reader(column: SettledColumn): (value: CellValue, row: number) => PoliticsReading {
    const codes = standardCodes(this.context.table, column.column)
    return cached((value): { reading: PoliticsReading; ask: OpenWord['reason'] | null } => {
      const told = this.context.words.politics(value)
      if (told !== undefined) return { reading: { partyOrLeague: told, affiliation: told === 'no' ? 'none' : 'unknown', note: null }, ask: null }
      const code = codes ? standardCode(codeText(value)) : null
      if (code !== null) return { reading: { ...readStandardCode(code), note: 'value.politics-standard-code' }, ask: null }
      const reading = readPolitics(value, column.word)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.note === 'value.unknown-word' ? 'unknown' : reading.note === 'value.politics-two-values' ? 'conflict' : null }
    }, askInColumn(this.context, 'politics', column.column))
  }
}

const NOTHING: PoliticsReading = { partyOrLeague: 'blank', affiliation: 'unknown', note: null }
const NO_MEMBER: readonly OtherSide[] = [{ partyOrLeague: 'no' }]

/** A number under the format 00 is shown with its zero. */
function codeText(value: CellValue): string {
  return typeof value === 'number' ? String(value).padStart(2, '0') : textOf(value)
}

/** Every value of the column is a two-digit code of GB/T 4762 as a reader of the sheet sees it. */
function standardCodes(table: SettledTable, column: number): boolean {
  const { found } = table
  let codes = 0
  for (let row = found.first; row <= found.last; row++) {
    const value = found.sheet.rows[row - 1]?.[column - 1] ?? null
    if (isBlank(value)) continue
    const shown = typeof value === 'number' ? (/^00(?!0)/.test(formatAt(found.sheet, row, sheetColumn(table, column)) ?? '') || value >= 10 ? codeText(value) : '') : textOf(value)
    if (standardCode(shown) === null) {
      // Rows of totals and notes say nothing in this column; a word or a bare digit does.
      return false
    }
    codes++
  }
  return codes > 0
}
