import type { CellValue } from '../core/cell'
import type { Answer, ColumnKey } from '../core/reading'
import { readCollegeAnswer, readEducation } from '../vocabulary/education'
import type { EducationReading } from '../vocabulary/education'
import type { ColumnValues } from './column-values'
import type { ListContext } from './list-context'
import { askInColumn, cached } from './person-words'
import { aloneColumns } from './settle-table'
import type { SettledColumn } from './settle-table'
import { tickedWord } from './ticks'
import type { TickGroup } from './ticks'

/** Education of the people of one list, from all its columns. The fields hold what was made of the row read last. */
export class EducationReader {
  college: Answer = 'blank'
  fullTime: Answer = 'blank'
  note: string | null = null
  column: ColumnKey = 'education'
  /** Column of the cell that settled it; 0 when none did. */
  at = 0
  private readonly columns: readonly { column: number; key: ColumnKey; read: (value: CellValue, row: number) => EducationReading }[]
  private readonly ticks: readonly { group: TickGroup; at: number }[]

  constructor(private readonly context: ListContext, private readonly values: ColumnValues) {
    const { table } = context
    this.columns = aloneColumns(table, 'education', 'educationFullTime', 'educationInService').map(column => ({ column: column.column, key: column.key ?? 'education', read: this.reader(column) }))
    this.ticks = table.ticks.filter(group => group.key === 'education').map(group => ({ group, at: group.columns[0]?.column ?? 0 }))
  }

  /** Best education of all columns; a study not finished counts only where nothing better stands. */
  read(cells: readonly CellValue[], row: number): void {
    this.college = 'blank'; this.fullTime = 'blank'; this.note = null; this.column = 'education'; this.at = 0
    for (const { column, key, read } of this.columns) {
      const value = this.values.at(cells, row, column)
      if (value === null) continue
      const reading = read(value, row)
      // 无 in the in-service column: no in-service study, which says nothing of the rest.
      if (reading.level === 'blank' || (reading.level === 'none' && key === 'educationInService')) continue
      if (key === 'educationFullTime') this.fullTime = reading.college
      if (better(reading.college, this.college)) { this.college = reading.college; this.note = reading.note; this.column = key; this.at = column }
      else if (reading.level === 'studying' && this.college !== 'yes' && this.note === null) this.note = 'value.education-in-study-beside'
    }
    for (const { group, at } of this.ticks) {
      const word = tickedWord(group, cells)
      if (word === null) continue
      const reading = readEducation(word)
      if (better(reading.college, this.college)) { this.college = reading.college; this.note = reading.note; this.at = at }
    }
  }

  private reader(column: SettledColumn): (value: CellValue, row: number) => EducationReading {
    const asksForCollege = /(?:大专|专科)(?:及其?)?以上/.test(column.word)
    return cached(value => {
      const told = this.context.words.college(value)
      if (told !== undefined) return { reading: { level: told === 'yes' ? 'college' as const : 'high' as const, college: told, note: null }, ask: null }
      const reading = asksForCollege ? readCollegeAnswer(value) : readEducation(value)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.level === 'unknown' ? 'unknown' : null }
    }, askInColumn(this.context, 'education', column.column))
  }
}

const ORDER: Readonly<Record<Answer, number>> = { yes: 3, unclear: 2, no: 1, blank: 0 }

function better(a: Answer, b: Answer): boolean {
  return ORDER[a] > ORDER[b]
}
