import type { CellValue } from '../core/cell'
import type { Sex } from '../core/reading'
import { bareId, idForm, isLikelyArea, readId, toEighteen } from '../vocabulary/ids'
import type { IdForm, IdReading } from '../vocabulary/ids'
import { SEX_WORD, readSex } from '../vocabulary/sex'
import type { ListContext } from './list-context'
import type { RowNotes } from './notes'
import { columnOf } from './settle-table'

const STATES: Readonly<Partial<Record<IdReading['state'], string>>> = {
  checksum: 'value.id-checksum', date: 'value.id-date', length: 'value.id-length', 'digits-lost': 'value.id-digits-lost', 'not-an-id': 'value.id-unreadable', document: 'value.id-other-document',
}
const FORMS: Readonly<Partial<Record<IdForm, string>>> = {
  fifteen: 'value.id-fifteen', 'lower-x': 'value.id-lower-x', 'full-width': 'value.id-full-width', separated: 'value.id-separated', wrapped: 'value.id-wrapped',
}

/** The id and the sex of the people of one list. The number itself is kept for telling the same person, and goes into no note. */
export class IdReader {
  /** Sheet column of the id; 0 when the list has none. */
  readonly at: number
  /** 18 plain characters of an id whose digits can be right; `''` otherwise. */
  bare = ''
  sex: Sex = 'unknown'
  private readonly sexAt: number

  constructor(context: ListContext) {
    const { table } = context
    this.at = columnOf(table, 'id')?.column ?? 0
    this.sexAt = columnOf(table, 'sex')?.column ?? 0
  }

  read(cells: readonly CellValue[]): IdReading {
    this.bare = ''
    const value = this.at === 0 ? null : cells[this.at - 1] ?? null, id = readId(value)
    if (id.state === 'valid') {
      const bare = bareId(value)
      this.bare = bare.length === 15 ? toEighteen(bare) : bare
    }
    this.sex = this.sexAt === 0 ? 'unknown' : readSex(cells[this.sexAt - 1] ?? null)
    if (this.sex === 'unknown' && id.state === 'valid') this.sex = id.sex ?? 'unknown'
    return id
  }

  /** Notes on the number's faults and its way of writing; sex against it. */
  note(cells: readonly CellValue[], id: IdReading, notes: RowNotes): void {
    if (this.at === 0 || id.state === 'blank') return
    const fault = STATES[id.state], value = cells[this.at - 1] ?? null
    if (fault !== undefined) notes.add('id', fault, this.at)
    if (id.state !== 'valid') return
    if (typeof value === 'number' || value !== this.bare) {
      const form = FORMS[idForm(value)]
      if (form !== undefined) notes.add('id', form, this.at)
    }
    if (!isLikelyArea(this.bare)) notes.add('id', 'value.id-area', this.at)
    if (this.sexAt === 0 || id.sex === null) return
    const written = readSex(cells[this.sexAt - 1] ?? null)
    if (written !== 'unknown' && written !== id.sex) notes.detailed('sex', 'value.sex-differs', { at: this.sexAt, against: this.at, written: SEX_WORD[written], expected: SEX_WORD[id.sex] })
  }
}
