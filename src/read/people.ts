import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Answer, BirthPrecision, ColumnKey, Employment, Person, Presence } from '../core/reading'
import { readAge } from '../vocabulary/ages'
import { readBirth } from '../vocabulary/dates'
import type { BirthReading } from '../vocabulary/dates'
import { readCollegeAnswer, readEducation } from '../vocabulary/education'
import type { EducationReading } from '../vocabulary/education'
import { readEmployment } from '../vocabulary/employment'
import type { EmploymentReading } from '../vocabulary/employment'
import { readId } from '../vocabulary/ids'
import { normalise, textOf } from '../vocabulary/normalise'
import { readPolitics } from '../vocabulary/politics'
import type { PoliticsReading } from '../vocabulary/politics'
import { isVacantName, readPresence } from '../vocabulary/status'
import type { PresenceReading } from '../vocabulary/status'
import type { CommunityIndex } from './communities'
import { DittoMarks, isDitto } from './ditto'
import { rowOf } from './grid'
import { hasLeft, leavingColumns } from './leaving'
import { MergedDown } from './merged-down'
import { isMonthPadded } from './month-style'
import type { Node, NoteLists } from './notes'
import { cached, columnOfPosts, mayBeVacant, MOST_WORDS, needsTidying, remarkPresence } from './person-words'
import { communityInText, isTownshipUnit } from './place-names'
import type { RowReader } from './rows'
import { columnOf, columnsOf } from './settle-table'
import type { SettledColumn, SettledTable } from './settle-table'
import type { OpenWord, WordMeanings } from './words'
import { tickedWord } from './ticks'
import type { TickGroup } from './ticks'
import { isShareable } from './words'

/** What holds for a whole list: from its title, its sheet's name, the reporting unit. */
export interface ListContext {
  readonly table: SettledTable
  /** Position in `Reading.tables`. */
  readonly index: number
  /** The list's one community; -1 when it has none or many. */
  readonly community: number
  /** Kind of everybody in the list when it has no column for it: 聘用人员花名册. */
  readonly employment: EmploymentReading | null
  readonly dateSystem: 1900 | 1904
  /** yyyymmdd; a birth after it is an error. */
  readonly asOf: number | undefined
  readonly communities: CommunityIndex
  readonly words: WordMeanings
  readonly notes: NoteLists
}

/** What reading one list gave, beside its people. */
export interface ListOutcome {
  readonly rowsRead: number
  /** Rows of people for whom no community could be told. */
  readonly homeless: readonly number[]
  /** Last row that is data or stands among data. */
  readonly lastRow: number
}

/** Reads the people of one list, row by row, into `people`. */
export function readPeople(context: ListContext, rows: RowReader, people: Person[]): ListOutcome {
  return new PeopleReader(context, rows, people).run()
}

class PeopleReader {
  private readonly sheet: string
  private readonly name: number
  private readonly community: number
  /** A column of posts that name communities; 0 when none is needed. */
  private readonly position: number
  private readonly birth: number
  private readonly age: number
  /** 出生年月（岁）: a bare number below it is an age. */
  private readonly birthOrAge: boolean
  private readonly id: number
  private readonly remark: readonly SettledColumn[]
  private readonly educations: readonly { column: number; key: ColumnKey; read: (value: CellValue, row: number) => EducationReading }[]
  private readonly politicsColumns: readonly { column: number; read: (value: CellValue, row: number) => PoliticsReading }[]
  private readonly employments: readonly { column: number; yesNo: boolean; read: (value: CellValue, row: number) => EmploymentReading }[]
  private readonly statuses: readonly { column: number; read: (value: CellValue, row: number) => PresenceReading }[]
  /** What was made of the current row: objects used again for each, since there may be a million. */
  private readonly education: { college: Answer; fullTime: Answer; note: string | null; column: ColumnKey; at: number } = { college: 'blank', fullTime: 'blank', note: null, column: 'education', at: 0 }
  private readonly politics: { answer: Answer; note: string | null; at: number } = { answer: 'blank', note: null, at: 0 }
  private readonly born: { birth: number; precision: BirthPrecision; statedAge: number; note: string | null; filledIn: boolean; ageNote: string | null } = { birth: 0, precision: 'none', statedAge: -1, note: null, filledIn: false, ageNote: null }
  private readonly merged: MergedDown
  private readonly ticks: readonly { group: TickGroup; at: number }[]
  private readonly bothAsked: boolean
  private readonly padded: boolean
  /** Columns of days of leaving. */
  private readonly leaving: readonly number[]
  private readonly dittos: DittoMarks
  private rowsRead = 0
  private lastRow: number
  private readonly homeless: number[] = []
  private currentCommunity: number
  private currentEmployment: EmploymentReading | null
  /** Communities by the cell's text: a map of few words. */
  private readonly communityOf = new Map<string, number>()

  constructor(private readonly context: ListContext, private readonly rows: RowReader, private readonly people: Person[]) {
    const { table } = context
    this.sheet = table.found.sheet.name
    this.dittos = new DittoMarks(table.found.sheet, table.found.first)
    const at = (key: ColumnKey): number => columnOf(table, key)?.column ?? 0
    this.name = at('name')
    this.community = at('community')
    this.birth = at('birth')
    this.age = at('age')
    this.birthOrAge = /岁|年龄/.test(columnOf(table, 'birth')?.header ?? '')
    this.id = at('id')
    this.remark = columnsOf(table, 'remark')
    this.merged = new MergedDown(table)
    const ticked = new Set(table.ticks.flatMap(group => group.columns.map(({ column }) => column)))
    const alone = (...keys: ColumnKey[]): SettledColumn[] => columnsOf(table, ...keys).filter(column => !ticked.has(column.column))
    this.ticks = table.ticks.map(group => ({ group, at: group.columns[0]?.column ?? 0 }))
    this.educations = alone('education', 'educationFullTime', 'educationInService').map(column => ({ column: column.column, key: column.key ?? 'education', read: this.educationReader(column) }))
    const politics = alone('politics')
    this.politicsColumns = politics.map(column => ({ column: column.column, read: this.politicsReader(column) }))
    const open = politics.filter(column => readPolitics('否', column.word).note === 'value.politics-league-unknown')
    this.bothAsked = open.some(column => column.word.includes('团')) && open.some(column => column.word.includes('党'))
    this.employments = alone('employment').map(column => ({ column: column.column, yesNo: column.yesNo, read: this.employmentReader(column) }))
    this.statuses = columnsOf(table, 'status').map(column => ({ column: column.column, read: this.statusReader(column) }))
    this.position = this.community === 0 && context.community < 0 ? columnOfPosts(table) : 0
    this.leaving = leavingColumns(table)
    this.padded = this.birth !== 0 && isMonthPadded(table, this.birth)
    this.currentCommunity = context.community
    this.currentEmployment = context.employment
    this.lastRow = table.found.header.bottom
  }

  run(): ListOutcome {
    const { found } = this.context.table
    for (let row = found.first; row <= found.last; row++) {
      const verdict = this.rows.read(row)
      if (verdict.why !== null) {
        if (verdict.ends === true) this.currentCommunity = this.context.community
        if (verdict.community !== undefined) this.currentCommunity = this.context.communities.find(verdict.community, { sheet: this.sheet, row, column: found.header.left })
        if (verdict.employment !== undefined) this.currentEmployment = verdict.employment
        this.skip(row, verdict.why)
        continue
      }
      this.person(row)
    }
    return { rowsRead: this.rowsRead, homeless: this.homeless, lastRow: this.lastRow }
  }

  private skip(row: number, why: Parameters<RowReader['skipped']['push']>[0]['why']): void {
    this.rows.skipped.push({ row, why })
    if (why !== 'note' && why !== 'signature' && why !== 'unit-line' && why !== 'blank') this.lastRow = row
  }

  /** Reads one row of data; a row in which nobody stands is skipped with its reason. */
  private person(row: number): void {
    const cells = rowOf(this.context.table.found.sheet, row)
    const community = this.communityAt(cells, row)
    const nameValue = cells[this.name - 1] ?? null
    const rawName = typeof nameValue === 'string' ? nameValue : textOf(nameValue)
    let name = needsTidying(rawName) ? normalise(rawName) : rawName
    const notes = this.context.notes
    let node = notes.start()
    const employment = this.employmentAt(cells, row)
    const status = this.statusAt(cells, row)
    let presence: Presence = status.presence !== 'present' ? status.presence : employment.presence ?? 'present'
    if (name === '') {
      const known = this.birth !== 0 && !isBlank(cells[this.birth - 1]) || this.id !== 0 && readId(cells[this.id - 1] ?? null).birth !== 0
      if (presence !== 'vacant' && !known) {
        this.skip(row, this.rows.emptyReason(cells))
        return
      }
    }
    if (name !== '' && mayBeVacant(name, rawName) && isVacantName(name)) presence = 'vacant'
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
    if (presence === 'present' && this.remark.length > 0) presence = this.presenceInRemark(cells) ?? presence
    const gone = presence === 'present' && hasLeft(cells, this.leaving, this.context.dateSystem, this.context.asOf)
    if (gone) presence = 'left'
    if (employment.note !== null) node = this.add(node, 'employment', employment.note, this.employments[0]?.column, cells)
    if (gone) node = notes.add(node, notes.note('status', 'value.status-by-date'))
    if (status.note !== null) node = this.add(node, 'status', status.note, this.statuses[0]?.column, cells)
    const { education, politics, born } = this
    this.educationAt(cells, row)
    if (education.note !== null) node = this.add(node, education.column, education.note, education.at, cells)
    this.politicsAt(cells, row)
    if (politics.note !== null) node = this.add(node, 'politics', politics.note, politics.at, cells)
    this.bornAt(cells)
    if (born.note !== null) node = notes.add(node, notes.note('birth', born.note))
    if (born.filledIn) node = notes.add(node, notes.note('birth', 'value.birth-from-id'))
    if (born.ageNote !== null) node = notes.add(node, notes.note('age', born.ageNote))
    this.people.push({
      table: this.context.index, row, community, name, employment: employment.employment, presence,
      college: education.college, collegeFullTime: education.fullTime, partyOrLeague: politics.answer,
      birth: born.birth, birthPrecision: born.precision, statedAge: born.statedAge, notes: node.list,
    })
    this.rowsRead++
    this.lastRow = row
    if (community < 0) this.homeless.push(row)
  }

  private add(node: Node, column: ColumnKey, key: string, at: number | undefined, cells: readonly CellValue[]): Node {
    const { notes } = this.context
    const word = at === undefined ? '' : normalise(textOf(cells[at - 1] ?? null))
    return notes.add(node, word !== '' && isShareable(word) ? notes.note(column, key, word) : notes.note(column, key))
  }

  private communityAt(cells: readonly CellValue[], row: number): number {
    if (this.community === 0) return this.position === 0 ? this.currentCommunity : this.communityOfPost(cells, row)
    const value = cells[this.community - 1]
    if (typeof value !== 'string' || value.trim() === '' || isDitto(value)) return this.currentCommunity
    let index = this.communityOf.get(value)
    if (index === undefined) {
      index = this.context.communities.find(value, { sheet: this.sheet, row, column: this.community })
      // A town in the column of communities: the list's own community, if it has one, still holds.
      if (index < 0 && isTownshipUnit(normalise(value))) index = this.context.community
      this.communityOf.set(value, index)
    }
    this.currentCommunity = index
    return index
  }

  private valueAt(cells: readonly CellValue[], row: number, column: number): CellValue {
    const value = this.merged.isEmpty ? cells[column - 1] ?? null : this.merged.value(cells, row, column)
    return isDitto(value) ? this.dittos.above(row, column) : value
  }

  /** 河南社区党总支书记: a column of posts that tells the communities where no other does. */
  private communityOfPost(cells: readonly CellValue[], row: number): number {
    const value = cells[this.position - 1]
    if (typeof value !== 'string') return this.currentCommunity
    let index = this.communityOf.get(value)
    if (index === undefined) {
      const label = communityInText(value)
      index = label === null ? -1 : this.context.communities.find(label, { sheet: this.sheet, row, column: this.position })
      if (this.communityOf.size < MOST_WORDS) this.communityOf.set(value, index)
    }
    return index < 0 ? this.currentCommunity : index
  }

  private employmentAt(cells: readonly CellValue[], row: number): EmploymentReading {
    let found: EmploymentReading | null = null, byAnswer = false
    for (const { column, yesNo, read } of this.employments) {
      const reading = read(this.valueAt(cells, row, column), row)
      if (found !== null && yesNo !== byAnswer && isSettled(found) && isSettled(reading) && found.employment !== reading.employment) return CONFLICT
      // 干部 in one column settles nothing where 事业 stands in another.
      const firmer = found?.note === 'value.employment-position' && isSettled(reading)
      if (found !== null && !firmer && !(found.employment === 'unknown' && found.presence === null && reading.employment !== 'unknown')) continue
      byAnswer = yesNo
      found = reading
    }
    for (const { group } of this.ticks) {
      const word = group.key === 'employment' ? tickedWord(group, cells) : null
      if (word !== null) found = readEmployment(word, '')
    }
    if (found === null || (found.employment === 'unknown' && found.presence === null && found.note === null)) return this.currentEmployment ?? found ?? UNKNOWN_EMPLOYMENT
    return found
  }

  private statusAt(cells: readonly CellValue[], row: number): PresenceReading {
    let found: PresenceReading = PRESENT
    for (const { column, read } of this.statuses) {
      const reading = read(this.valueAt(cells, row, column), row)
      if (found.presence === 'present' && (reading.presence !== 'present' || found.note === null)) found = reading
    }
    return found
  }

  /** Best education of all columns; a study not finished counts only where nothing better stands. */
  private educationAt(cells: readonly CellValue[], row: number): void {
    const { education } = this
    education.college = 'blank'; education.fullTime = 'blank'; education.note = null; education.column = 'education'; education.at = 0
    for (const { column, key, read } of this.educations) {
      const value = this.valueAt(cells, row, column)
      if (value === null) continue
      const reading = read(value, row)
      // 无 in the in-service column: no in-service study, which says nothing of the rest.
      if (reading.level === 'blank' || (reading.level === 'none' && key === 'educationInService')) continue
      if (key === 'educationFullTime') education.fullTime = reading.college
      if (better(reading.college, education.college)) { education.college = reading.college; education.note = reading.note; education.column = key; education.at = column }
      else if (reading.level === 'studying' && education.college !== 'yes' && education.note === null) education.note = 'value.education-in-study-beside'
    }
    for (const { group, at } of this.ticks) {
      const word = group.key === 'education' ? tickedWord(group, cells) : null
      if (word === null) continue
      const reading = readEducation(word)
      if (better(reading.college, education.college)) { education.college = reading.college; education.note = reading.note; education.at = at }
    }
  }

  private politicsAt(cells: readonly CellValue[], row: number): void {
    const { politics } = this
    politics.answer = 'blank'; politics.note = null; politics.at = 0
    let open = 0
    for (const { column, read } of this.politicsColumns) {
      const reading = read(this.valueAt(cells, row, column), row)
      if (reading.note === 'value.politics-league-unknown') open++
      if (politics.answer === 'yes') continue
      if (reading.partyOrLeague === 'yes' || politics.answer === 'blank' || (politics.answer === 'unclear' && reading.partyOrLeague === 'no')) {
        politics.answer = reading.partyOrLeague; politics.note = reading.note; politics.at = column
      }
    }
    for (const { group, at } of this.ticks) {
      const word = group.key === 'politics' ? tickedWord(group, cells) : null
      if (word !== null) { politics.answer = readPolitics(word, '').partyOrLeague; politics.note = null; politics.at = at }
    }
    if (this.bothAsked && politics.answer === 'unclear' && open >= 2) { politics.answer = 'no'; politics.note = null }
  }

  /** Birth from its column; the id fills in what the column leaves open and never overrules a day that is written. */
  private bornAt(cells: readonly CellValue[]): void {
    const { born } = this
    const written: BirthReading = this.birth === 0 ? NO_BIRTH : readBirth(cells[this.birth - 1] ?? null, this.context.dateSystem, this.context.asOf)
    born.birth = written.birth; born.precision = written.precision; born.note = written.note; born.filledIn = false; born.ageNote = null; born.statedAge = -1
    if (born.precision === 'month-ambiguous' && this.padded) {
      born.birth = Math.floor(born.birth / 10_000) * 10_000 + 1001
      born.precision = 'month'
      born.note = 'value.month-only'
    }
    if (born.precision !== 'day' && this.id !== 0) {
      const fromId = readId(cells[this.id - 1] ?? null).birth
      if (fromId !== 0 && (this.context.asOf === undefined || fromId <= this.context.asOf)) {
        if (born.birth === 0) {
          born.birth = fromId; born.precision = 'day'; born.filledIn = true
        } else if (agrees(born.birth, born.precision, fromId)) {
          born.birth = fromId; born.precision = 'day'; born.note = null
        }
      }
    }
    if (born.birth === 0) {
      born.statedAge = written.statedAge
      if (born.statedAge < 0 && this.birthOrAge) {
        const age = readAge(cells[this.birth - 1] ?? null)
        if (age.age >= 0) { born.statedAge = age.age; born.note = age.note }
      }
      if (born.statedAge < 0 && this.age !== 0) {
        const age = readAge(cells[this.age - 1] ?? null)
        born.statedAge = age.age
        born.ageNote = age.note
      }
    } else if (born.precision === 'month-ambiguous' && this.age !== 0) born.statedAge = readAge(cells[this.age - 1] ?? null).age
  }

  private presenceInRemark(cells: readonly CellValue[]): Presence | null {
    for (const { column } of this.remark) {
      const value = cells[column - 1]
      if (typeof value !== 'string') continue
      const told = remarkPresence(value)
      if (told !== null) return told
    }
    return null
  }

  private educationReader(column: SettledColumn): (value: CellValue, row: number) => EducationReading {
    const asksForCollege = /(?:大专|专科)(?:及其?)?以上/.test(column.word)
    return cached(value => {
      const told = this.context.words.college(value)
      if (told !== undefined) return { reading: { level: told === 'yes' ? 'college' as const : 'high' as const, college: told, note: null }, ask: null }
      const reading = asksForCollege ? readCollegeAnswer(value) : readEducation(value)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.level === 'unknown' ? 'unknown' : null }
    }, (value, row, reason) => { this.ask('education', value, reason, row, column.column) })
  }

  private politicsReader(column: SettledColumn): (value: CellValue, row: number) => PoliticsReading {
    return cached(value => {
      const told = this.context.words.politics(value)
      if (told !== undefined) return { reading: { partyOrLeague: told, note: null }, ask: null }
      const reading = readPolitics(value, column.word)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.note === 'value.unknown-word' ? 'unknown' : reading.note === 'value.politics-two-values' ? 'conflict' : null }
    }, (value, row, reason) => { this.ask('politics', value, reason, row, column.column) })
  }

  private employmentReader(column: SettledColumn): (value: CellValue, row: number) => EmploymentReading {
    return cached(value => {
      const told = this.context.words.employment(value)
      if (told !== undefined) return { reading: { employment: told === 'not-staff' ? 'unknown' as Employment : told, presence: told === 'not-staff' ? 'left' as Presence : null, note: null }, ask: null }
      const reading = readEmployment(value, column.word)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.note === 'value.unknown-word' ? 'unknown' : reading.employment === 'undecided' ? (reading.note === 'value.employment-conflict' ? 'conflict' : 'undecided') : null }
    }, (value, row, reason) => { this.ask('employment', value, reason, row, column.column) })
  }

  private statusReader(column: SettledColumn): (value: CellValue, row: number) => PresenceReading {
    return cached(value => {
      const told = this.context.words.presence(value)
      if (told !== undefined) return { reading: { presence: told, note: null }, ask: null }
      const reading = readPresence(value, column.word)
      return { reading, ask: reading.note === 'value.code' ? 'code' : reading.note === 'value.unknown-word' ? 'unknown' : null }
    }, (value, row, reason) => { this.ask('status', value, reason, row, column.column) })
  }

  private ask(kind: OpenWord['kind'], value: CellValue, reason: OpenWord['reason'], row: number, column: number): void {
    this.context.words.ask(kind, value, reason, { sheet: this.sheet, row, column })
  }
}

const PRESENT: PresenceReading = { presence: 'present', note: null }
const UNKNOWN_EMPLOYMENT: EmploymentReading = { employment: 'unknown', presence: null, note: null }
/** 正式 beside 是否在编：否. */
const CONFLICT: EmploymentReading = { employment: 'undecided', presence: null, note: 'value.employment-conflict' }
function isSettled({ employment }: EmploymentReading): boolean {
  return employment === 'formal' || employment === 'contracted'
}
const NO_BIRTH: BirthReading = { birth: 0, precision: 'none', statedAge: -1, note: null }
const ORDER: Readonly<Record<Answer, number>> = { yes: 3, unclear: 2, no: 1, blank: 0 }

function better(a: Answer, b: Answer): boolean {
  return ORDER[a] > ORDER[b]
}

/** The id says the same as far as the column goes. An ambiguous month agrees with either of its months. */
function agrees(birth: number, precision: BirthPrecision, fromId: number): boolean {
  const year = Math.floor(birth / 10_000), month = Math.floor(birth / 100) % 100
  const idYear = Math.floor(fromId / 10_000), idMonth = Math.floor(fromId / 100) % 100
  if (year !== idYear) return false
  return precision === 'year' || month === idMonth || (precision === 'month-ambiguous' && idMonth === 10)
}
