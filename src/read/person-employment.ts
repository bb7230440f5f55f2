import type { CellValue } from '../core/cell'
import type { Employment, Presence } from '../core/reading'
import { readEmployment } from '../vocabulary/employment'
import type { EmploymentReading } from '../vocabulary/employment'
import type { ColumnValues } from './column-values'
import type { ListContext } from './list-context'
import { askInColumn, cached } from './person-words'
import { aloneColumns, columnOf } from './settle-table'
import type { SettledColumn } from './settled-column'
import { tickedWord } from './ticks'
import type { TickGroup } from './ticks'

/** The kind of the people of one list: formal, contracted, or for a person to decide. */
export class EmploymentReader {
  /** Column of the cell that settled the kind, and of the one that contradicts it; 0 where there is none. */
  at = 0
  against = 0
  private readonly columns: readonly { column: number; yesNo: boolean; read: (value: CellValue, row: number) => EmploymentReading }[]
  private readonly ticks: readonly TickGroup[]
  private readonly name: number

  constructor(private readonly context: ListContext, private readonly values: ColumnValues) {
    const { table } = context
    this.columns = aloneColumns(table, 'employment').map(column => ({ column: column.column, yesNo: column.yesNo, read: this.reader(column) }))
    this.ticks = table.ticks.filter(group => group.key === 'employment')
    this.name = columnOf(table, 'name')?.column ?? 0
  }

  /**
   * @param section what a section row above said for everybody below it
   * @param name 张三（聘用）: where no column tells the kind, a mark behind the name does
   */
  read(cells: readonly CellValue[], row: number, section: EmploymentReading | null, name = ''): EmploymentReading {
    let found: EmploymentReading | null = null, byAnswer = false
    this.at = this.columns[0]?.column ?? 0; this.against = 0
    for (const { column, yesNo, read } of this.columns) {
      const reading = read(this.values.at(cells, row, column), row)
      if (found !== null && yesNo !== byAnswer && isSettled(found) && isSettled(reading) && found.employment !== reading.employment) {
        this.against = column
        return CONFLICT
      }
      // 干部 in one column settles nothing where 事业 stands in another.
      const firmer = found?.note === 'value.employment-position' && isSettled(reading)
      if (found !== null && !firmer && !(found.employment === 'unknown' && found.presence === null && reading.employment !== 'unknown')) continue
      byAnswer = yesNo
      found = reading
      this.at = column
    }
    for (const group of this.ticks) {
      const word = tickedWord(group, cells)
      if (word !== null) { found = readEmployment(word, ''); this.at = group.columns[0]?.column ?? 0 }
    }
    if (found === null || (found.employment === 'unknown' && found.presence === null && found.note === null)) return this.marked(name) ?? section ?? found ?? UNKNOWN
    return found
  }

  private marked(name: string): EmploymentReading | null {
    const mark = name === '' ? null : MARK.exec(name)?.[1]
    if (mark === null || mark === undefined) return null
    const told = readEmployment(mark, '')
    if ((!isSettled(told) && told.employment !== 'undecided') || told.presence !== null || told.note === 'value.employment-position') return null
    this.at = this.name
    return told
  }

  private reader(column: SettledColumn): (value: CellValue, row: number) => EmploymentReading {
    return cached(value => {
      const told = this.context.words.employment(value)
      if (told !== undefined) return { reading: { employment: told === 'not-staff' ? 'unknown' as Employment : told, presence: told === 'not-staff' ? 'left' as Presence : null, note: null }, ask: null }
      const reading = readEmployment(value, column.word)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.note === 'value.unknown-word' ? 'unknown' : reading.employment === 'undecided' ? (reading.note === 'value.employment-conflict' ? 'conflict' : 'undecided') : null }
    }, askInColumn(this.context, 'employment', column.column))
  }
}

/** A mark behind a name. */
const MARK = /^[^()（）]{2,}[(（]([^()（）]{1,8})[)）]$/

const UNKNOWN: EmploymentReading = { employment: 'unknown', presence: null, note: null }
/** 正式 beside 是否在编：否. */
const CONFLICT: EmploymentReading = { employment: 'undecided', presence: null, note: 'value.employment-conflict' }

function isSettled({ employment }: EmploymentReading): boolean {
  return employment === 'formal' || employment === 'contracted'
}
