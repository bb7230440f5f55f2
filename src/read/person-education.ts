import type { CellValue } from '../core/cell'
import { EDUCATION_KEYS } from '../core/columns'
import type { Answer, ColumnKey, OtherSide } from '../core/reading'
import { readCollegeAnswer, readEducation } from '../vocabulary/education'
import type { EducationReading } from '../vocabulary/education'
import type { ColumnValues } from './column-values'
import type { ListContext } from './list-context'
import type { RowNotes } from './notes'
import { askInColumn, cached, sharedWord, wordsOf } from './person-words'
import { aloneColumns } from './settle-table'
import type { SettledColumn } from './settled-column'
import { tickedWord } from './ticks'
import type { TickGroup } from './ticks'
import type { TurningDays } from './turning-days'

/** Education of the people of one list, from all its columns. The fields hold what was made of the row read last. */
export class EducationReader {
  college: Answer = 'blank'
  fullTime: Answer = 'blank'
  /** Column of the cell that settled it; 0 when none did. */
  private at = 0
  private key: ColumnKey = 'education'
  private note: string | null = null
  private readonly columns: readonly EducationColumn[]
  private readonly ticks: readonly { group: TickGroup; at: number }[]

  constructor(private readonly context: ListContext, private readonly values: ColumnValues) {
    const { table } = context
    this.columns = aloneColumns(table, ...EDUCATION_KEYS).map(column => ({
      column: column.column, key: column.key ?? 'education', asked: ASKS_FOR_COLLEGE.test(column.word), highest: /最高|最终/.test(column.word), read: this.reader(column),
    }))
    this.ticks = table.ticks.filter(group => group.key === 'education').map(group => ({ group, at: group.columns[0]?.column ?? 0 }))
  }

  /** Best education of all columns; a study not finished counts only where nothing better stands, and a diploma goes before an answer to 是否大专以上. */
  read(cells: readonly CellValue[], row: number, notes: RowNotes): void {
    this.college = 'blank'; this.fullTime = 'blank'; this.note = null; this.key = 'education'; this.at = 0
    let asked: Answer = 'blank', askedAt = 0, lower = 0
    for (const { column, key, asked: isAsked, highest, read } of this.columns) {
      const value = this.values.at(cells, row, column)
      if (value === null) continue
      const reading = read(value, row)
      // 无 in the in-service column: no in-service study, which says nothing of the rest.
      if (reading.level === 'blank' || (reading.level === 'none' && key === 'educationInService')) continue
      if (isAsked && this.columns.length > 1) { asked = reading.college; askedAt = column; continue }
      if (key === 'educationFullTime') this.fullTime = reading.college
      if (highest && reading.college === 'no') lower = column
      if (better(reading.college, this.college)) {
        this.college = reading.college
        this.note = reading.note
        this.key = key
        this.at = column
      } else if (reading.level === 'studying' && this.college !== 'yes' && this.note === null) this.note = 'value.education-in-study-beside'
    }
    for (const { group, at } of this.ticks) {
      const word = tickedWord(group, cells)
      if (word === null) continue
      const reading = readEducation(word)
      if (better(reading.college, this.college)) { this.college = reading.college; this.note = reading.note; this.at = at }
    }
    if (this.note !== null) notes.add(this.key, this.note, this.at, sharedWord(cells, this.at))
    // 最高学历：高中 beside 全日制学历：本科.
    if (lower !== 0 && this.college === 'yes' && this.at !== lower) this.contradict(notes, cells, lower, 'no', 'value.education-contradicts')
    if (askedAt === 0) return
    if (this.college === 'blank' || (this.college === 'unclear' && asked !== 'blank')) {
      if (this.college === 'blank') this.at = askedAt
      this.college = asked
    } else if ((asked === 'yes' || asked === 'no') && (this.college === 'yes' || this.college === 'no') && asked !== this.college) this.contradict(notes, cells, askedAt, asked, 'value.college-flag-contradicts')
  }

  private contradict(notes: RowNotes, cells: readonly CellValue[], against: number, college: Answer, key: string): void {
    notes.detailed(this.key, key, { at: this.at, against, ...wordsOf(cells, this.at, against), otherwise: college === 'yes' ? COLLEGE : NO_COLLEGE })
  }

  private reader(column: SettledColumn): (value: CellValue, row: number) => EducationReading {
    const asksForCollege = ASKS_FOR_COLLEGE.test(column.word)
    return cached(value => {
      const told = this.context.words.college(value)
      if (told !== undefined) return { reading: { level: told === 'yes' ? 'college' as const : 'high' as const, college: told, note: null }, ask: null }
      if (this.context.turning !== null && typeof value === 'string') noteGraduation(value, this.context.turning)
      const read = asksForCollege ? readCollegeAnswer(value) : readEducation(value)
      const reading = read.college === 'yes' && typeof value === 'string' && graduatesAfter(value, this.context.asOf) ? IN_STUDY : read
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.level === 'unknown' ? 'unknown' : null }
    }, askInColumn(this.context, 'education', column.column))
  }
}

/** 大专，2026年毕业 on a day of 2024: not obtained yet. */
const IN_STUDY: EducationReading = { level: 'studying', college: 'unclear', note: 'value.education-in-study' }
const GRADUATES = /(20\d{2})[年./-]?(?:(\d{1,2})月?)?[底份初]?(?:可|才|将|预计)?(?:毕业|取证|拿证|发证|取得|结束|完成|(届))/

/** The month of a graduation counts from its first day on. */
function noteGraduation(text: string, turning: TurningDays): void {
  const told = GRADUATES.exec(text.slice(0, 60))
  if (told !== null) turning.note(Number(told[1]) * 10_000 + monthOf(told) * 100 + 1)
}

/** 2027届 leaves in June. */
function monthOf(told: RegExpExecArray): number {
  return Number(told[2] ?? (told[3] === undefined ? 1 : 6))
}

function graduatesAfter(text: string, asOf: number | undefined): boolean {
  const told = asOf === undefined ? null : GRADUATES.exec(text.slice(0, 60))
  return told !== null && asOf !== undefined && Number(told[1]) * 100 + monthOf(told) > Math.floor(asOf / 100)
}

interface EducationColumn {
  readonly column: number
  readonly key: ColumnKey
  /** 是否大专以上: an answer and no diploma. */
  readonly asked: boolean
  /** Its header asks for the highest one. */
  readonly highest: boolean
  readonly read: (value: CellValue, row: number) => EducationReading
}

const ASKS_FOR_COLLEGE = /(?:大专|专科)(?:及其?)?以上/
const COLLEGE: readonly OtherSide[] = [{ college: 'yes' }], NO_COLLEGE: readonly OtherSide[] = [{ college: 'no' }]
const ORDER: Readonly<Record<Answer, number>> = { yes: 3, unclear: 2, no: 1, blank: 0 }

function better(a: Answer, b: Answer): boolean {
  return ORDER[a] > ORDER[b]
}
