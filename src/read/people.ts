import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { OtherSide, Person, Presence } from '../core/reading'
import { normalise, textOf } from '../vocabulary/normalise'
import { isVacantName, readPresence } from '../vocabulary/status'
import { ColumnValues } from './column-values'
import { rowOf } from './grid'
import type { ListContext, ListOutcome } from './list-context'
import { RowNotes } from './notes'
import { BirthReader } from './person-birth'
import { DaysReader } from './person-days'
import { EducationReader } from './person-education'
import { EmploymentReader } from './person-employment'
import { IdReader } from './person-id'
import { PoliticsReader } from './person-politics'
import { PresenceReader } from './person-presence'
import { columnOfPosts, mayBeVacant, MOST_WORDS, needsTidying, sharedWord } from './person-words'
import { communityInText } from './place-names'
import { RowContext } from './row-context'
import type { RowReader } from './rows'
import { columnOf, sheetColumn } from './settle-table'
import type { SettledColumn } from './settled-column'

/** Reads the people of one list, row by row, into `people`. */
export function readPeople(context: ListContext, rows: RowReader, people: Person[]): ListOutcome {
  return new PeopleReader(context, rows, people).run()
}

class PeopleReader {
  private readonly sheet: string
  private readonly name: number
  /** A column of posts that name communities; 0 when none is needed. */
  private readonly position: number
  private readonly born: BirthReader
  private readonly education: EducationReader
  private readonly politics: PoliticsReader
  private readonly kind: EmploymentReader
  private readonly there: PresenceReader
  private readonly ids: IdReader
  private readonly days: DaysReader
  private readonly notes: RowNotes
  /** Columns in which an error value is told here, as nothing else reads it: an id that is none has a note of its own. */
  private readonly told: readonly SettledColumn[]
  private rowsRead = 0
  private lastRow: number
  private readonly homeless: number[] = []
  /** What section rows, merges and cells above say of each row. */
  private readonly around: RowContext
  /** Communities by the cell's text: a map of few words. */
  private readonly communityOf = new Map<string, number>()

  constructor(private readonly context: ListContext, private readonly rows: RowReader, private readonly people: Person[]) {
    const { table } = context
    this.sheet = table.found.sheet.name
    this.name = columnOf(table, 'name')?.column ?? 0
    const values = new ColumnValues(table)
    this.born = new BirthReader(context)
    this.education = new EducationReader(context, values)
    this.politics = new PoliticsReader(context, values)
    this.kind = new EmploymentReader(context, values)
    this.there = new PresenceReader(context, values)
    this.ids = new IdReader(context)
    this.days = new DaysReader(context)
    this.told = table.columns.filter(({ key }) => key !== null && key !== 'id')
    this.notes = new RowNotes(context.notes, column => sheetColumn(table, column))
    this.position = columnOf(table, 'community') === undefined && context.community < 0 ? columnOfPosts(table) : 0
    this.around = new RowContext(context, row => rows.read(row))
    this.lastRow = table.found.header.bottom
  }

  run(): ListOutcome {
    const { found } = this.context.table
    for (let row = found.first; row <= found.last; row++) {
      const verdict = this.rows.read(row)
      if (verdict.why !== null) {
        this.around.skipped(verdict, rowOf(found.sheet, row), row)
        this.skip(row, verdict.why)
        continue
      }
      this.person(row)
    }
    return { rowsRead: this.rowsRead, homeless: this.homeless, lastRow: this.lastRow }
  }

  private skip(row: number, why: Parameters<RowReader['skipped']['push']>[0]['why']): void {
    this.rows.skip(row, why)
    if (why !== 'note' && why !== 'signature' && why !== 'unit-line' && why !== 'blank') this.lastRow = row
  }

  /** Reads one row of data; a row in which nobody stands is skipped with its reason. */
  private person(row: number): void {
    const cells = rowOf(this.context.table.found.sheet, row)
    const community = this.communityAt(cells, row)
    const nameValue = cells[this.name - 1] ?? null
    const rawName = typeof nameValue === 'string' ? nameValue : textOf(nameValue)
    let name = needsTidying(rawName) ? normalise(rawName) : rawName
    const { kind, there, education, politics, born, ids, days, notes } = this
    notes.begin()
    if (this.around.taken) notes.add('community', 'value.community-between', this.around.column)
    const employment = kind.read(cells, row, this.around.employment, name)
    const status = there.status(cells, row, name !== '')
    const id = ids.read(cells)
    let presence: Presence = status.presence !== 'present' ? status.presence : employment.presence ?? 'present'
    if (name === '' && presence !== 'vacant' && !born.tells(cells, id)) {
      this.skip(row, this.rows.emptyReason(cells))
      return
    }
    let named = name !== ''
    if (named && mayBeVacant(name, rawName) && isVacantName(name)) { presence = 'vacant'; named = false }
    if (name.length < 12 && name !== '' && name.charCodeAt(0) < 0x3000 && /^(?:\d+|\/|-+|—+)$/.test(name) || name === '无') {
      this.skip(row, 'no-name')
      return
    }
    const side = name.endsWith(')') || name.endsWith('）') ? /[(（]([^)）]*)[)）]$/.exec(name) : null
    if (side !== null && name.length > (side[0]?.length ?? 0)) {
      const told = presence === 'present' ? readPresence(side[1] ?? '', '') : null
      if (told !== null && told.note === null && told.presence !== 'present') presence = told.presence
      name = name.slice(0, -side[0].length)
    }
    if (employment.note === 'value.employment-conflict') {
      notes.detailed('employment', employment.note, { at: kind.at, ...(kind.against === 0 ? {} : { against: kind.against }), word: sharedWord(cells, kind.at) ?? '', otherwise: EITHER_KIND })
    } else if (employment.note !== null) notes.add('employment', employment.note, kind.at, sharedWord(cells, kind.at))
    presence = there.settle(cells, row, presence, status, named ? this.name : 0, this.around.presence, notes, employment.presence === 'vacant' ? kind.at : 0)
    education.read(cells, row, notes)
    politics.read(cells, row, notes)
    born.read(cells, row, id, ids.at, notes)
    ids.note(cells, id, notes)
    days.read(cells, born.birth, born.at === 0 ? ids.at : born.at, politics, notes)
    for (const { column, key } of this.told) if (key !== null && isCellError(cells[column - 1] ?? null) && !notes.list.some(note => note.key === 'value.error' && note.column === key)) notes.add(key, 'value.error', column)
    this.people.push({
      table: this.context.index,
      row,
      community,
      name,
      // 张三、李四 in one cell are not one person of that kind.
      employment: SEVERAL.test(rawName) ? 'unknown' : employment.employment,
      presence,
      college: education.college,
      collegeFullTime: education.fullTime,
      partyOrLeague: politics.answer,
      affiliation: politics.affiliation,
      sex: ids.sex,
      birth: born.birth,
      birthPrecision: born.precision,
      statedAge: born.statedAge,
      sameAs: -1,
      notes: notes.list,
    })
    this.context.identities.add(ids.bare)
    this.rowsRead++
    this.lastRow = row
    if (community < 0) this.homeless.push(row)
  }

  private communityAt(cells: readonly CellValue[], row: number): number {
    const community = this.around.ofRow(cells, row)
    return this.position === 0 ? community : this.communityOfPost(cells, row)
  }

  /** 河南社区党总支书记: a column of posts that tells the communities where no other does. */
  private communityOfPost(cells: readonly CellValue[], row: number): number {
    const value = cells[this.position - 1]
    if (typeof value !== 'string') return this.around.community
    let index = this.communityOf.get(value)
    if (index === undefined) {
      const label = communityInText(value)
      index = label === null ? -1 : this.context.communities.find(label, { sheet: this.sheet, row, column: this.position })
      if (this.communityOf.size < MOST_WORDS) this.communityOf.set(value, index)
    }
    return index < 0 ? this.around.community : index
  }
}

/** Several names, or a number of people: 张三、李四等5人. A post behind a name is none. */
const SEVERAL = /^(?!.*(?:[员任]|书记)$)[\u4e00-\u9fff]{2,4}[、,，;；\n][\u4e00-\u9fff]{2,3}(?:[、,，;；\n(（等及]|$)|[\u4e00-\u9fff]等\d{1,2}[人名]/

/** 在编或聘用: counted nowhere until a person decides, and it may be either. */
const EITHER_KIND: readonly OtherSide[] = [{ employment: 'formal' }, { employment: 'contracted' }]
