import type { CellValue } from '../core/cell'
import type { Answer } from '../core/reading'
import { readPolitics } from '../vocabulary/politics'
import type { PoliticsReading } from '../vocabulary/politics'
import type { ColumnValues } from './column-values'
import type { ListContext } from './list-context'
import { askInColumn, cached } from './person-words'
import { aloneColumns } from './settle-table'
import type { SettledColumn } from './settle-table'
import { tickedWord } from './ticks'
import type { TickGroup } from './ticks'

/** Membership of the Party or the League of the people of one list. The fields hold what was made of the row read last. */
export class PoliticsReader {
  answer: Answer = 'blank'
  note: string | null = null
  /** Column of the cell that settled it; 0 when none did. */
  at = 0
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

  read(cells: readonly CellValue[], row: number): void {
    this.answer = 'blank'; this.note = null; this.at = 0
    let open = 0
    for (const { column, read } of this.columns) {
      const reading = read(this.values.at(cells, row, column), row)
      if (reading.note === 'value.politics-league-unknown') open++
      if (this.answer === 'yes') continue
      if (reading.partyOrLeague === 'yes' || this.answer === 'blank' || (this.answer === 'unclear' && reading.partyOrLeague === 'no')) {
        this.answer = reading.partyOrLeague; this.note = reading.note; this.at = column
      }
    }
    for (const { group, at } of this.ticks) {
      const word = tickedWord(group, cells)
      if (word !== null) { this.answer = readPolitics(word, '').partyOrLeague; this.note = null; this.at = at }
    }
    if (this.bothAsked && this.answer === 'unclear' && open >= 2) { this.answer = 'no'; this.note = null }
  }

  private reader(column: SettledColumn): (value: CellValue, row: number) => PoliticsReading {
    return cached(value => {
      const told = this.context.words.politics(value)
      if (told !== undefined) return { reading: { partyOrLeague: told, note: null }, ask: null }
      const reading = readPolitics(value, column.word)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.note === 'value.unknown-word' ? 'unknown' : reading.note === 'value.politics-two-values' ? 'conflict' : null }
    }, askInColumn(this.context, 'politics', column.column))
  }
}
