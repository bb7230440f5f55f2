import type { CellValue } from '../core/cell'
import { dayText } from '../core/day'
import type { Affiliation, Answer, OtherSide } from '../core/reading'
import { readWorkDay } from '../vocabulary/work-days'
import type { DaySpan } from '../vocabulary/work-days'
import { leavingColumns } from './leaving'
import type { ListContext } from './list-context'
import type { RowNotes } from './notes'
import { columnsOf } from './settle-table'

/** Days of a working life that can contradict a birth or each other: first work, coming to the community, leaving, joining the Party. */
export class DaysReader {
  /** 参加工作时间, 入职时间, 到社区工作时间. */
  private readonly starts: readonly { readonly column: number; readonly community: boolean }[]
  private readonly leaving: readonly number[]
  private readonly party: readonly number[]

  constructor(private readonly context: ListContext) {
    const { table } = context
    this.starts = columnsOf(table, 'hired', 'joined')
      .filter(({ word, key }) => key === 'joined' || STARTS.test(word))
      .map(({ column, word, key }) => ({ column, community: key === 'joined' || TO_COMMUNITY.test(word) }))
    this.leaving = leavingColumns(table, 1)
    this.party = columnsOf(table, 'partyJoined')
      .filter(({ word }) => /党|中共|party/i.test(word) && !/团|党派/.test(word))
      .map(({ column }) => column)
  }

  /**
   * @param birth yyyymmdd of the first day on which the person can have been born, 0 when not known
   * @param birthAt sheet column of the birth
   */
  read(
    cells: readonly CellValue[],
    birth: number,
    birthAt: number,
    member: { readonly affiliation: Affiliation; readonly answer: Answer; readonly at: number },
    notes: RowNotes,
  ): void {
    if (this.starts.length === 0 && this.party.length === 0) return
    const { asOf } = this.context
    let came: DaySpan | null = null,
      cameAt = 0
    for (const { column, community } of this.starts) {
      const day = this.day(cells, column)
      if (day === null) continue
      // Who had not begun to work at all cannot have left either.
      if (community || came === null) {
        came = day
        cameAt = column
      }
      if (birth !== 0 && day.to < birth + 16 * YEAR)
        notes.detailed('hired', 'value.hired-before-16', { at: column, against: birthAt, written: spanText(day), other: dayText(birth) })
      else if (asOf !== undefined && day.from > asOf) notes.detailed('hired', 'value.day-in-future', { at: column, written: spanText(day) })
    }
    for (const column of this.leaving) {
      const left = this.day(cells, column)
      if (left === null) continue
      if (came !== null && came.from > left.to)
        notes.detailed('hired', 'value.hired-after-leaving', {
          at: cameAt,
          against: column,
          written: spanText(came),
          other: spanText(left),
        })
    }
    for (const column of this.party) {
      const day = this.day(cells, column)
      if (day === null) continue
      if (birth !== 0 && day.to < birth + 18 * YEAR)
        notes.detailed('partyJoined', 'value.party-before-18', {
          at: column,
          against: birthAt,
          written: spanText(day),
          other: dayText(birth),
        })
      else if (asOf !== undefined && day.from > asOf)
        notes.detailed('partyJoined', 'value.day-in-future', { at: column, written: spanText(day) })
      else if (member.affiliation === 'probationary' && asOf !== undefined && day.to + 2 * YEAR < asOf)
        notes.detailed('politics', 'value.probation-over', { at: member.at, against: column, written: spanText(day) })
      else if (member.answer === 'no')
        notes.detailed('politics', 'value.party-day-without-party', {
          at: member.at,
          against: column,
          other: spanText(day),
          otherwise: MEMBER,
        })
    }
  }

  private day(cells: readonly CellValue[], column: number): DaySpan | null {
    const value = cells[column - 1] ?? null
    return value === null ? null : readWorkDay(value, this.context.dateSystem)
  }
}

/** In yyyymmdd. */
const YEAR = 10_000
const STARTS = /^(?:何时|首次|初次|最早|实际)?(?:参加工作|参工|入职|到岗|上岗|到社区|聘用|受聘|录用|首聘|首次聘用|开始工作|工作时间|工作年月|用工)|^(?:start|date|joi|enter|entry|hire|empl|work)/i
const TO_COMMUNITY = /入职|到岗|上岗|社区|聘|录用/
const MEMBER: readonly OtherSide[] = [{ partyOrLeague: 'yes' }]

function spanText({ from, to }: DaySpan): string {
  const text = dayText(from)
  if (from === to) return text
  return Math.floor(from / 100) === Math.floor(to / 100) ? text.slice(0, 7) : text.slice(0, 4)
}
