import type { CellValue } from './core/cell'
import { isCellError } from './core/cell'
import { dayText, serialOfDay } from './core/day'
import type { Measured, Person, PremisesRow, Presence, RoomState, Tenure } from './core/reading'
import type { Cells } from './compare-cells'
import { readAge } from './vocabulary/ages'
import { readArea } from './vocabulary/areas'
import { readBirth } from './vocabulary/dates'
import { readEducation } from './vocabulary/education'
import { readEmployment } from './vocabulary/employment'
import { normalise, textOf } from './vocabulary/normalise'
import { readPolitics } from './vocabulary/politics'
import { readPresence } from './vocabulary/status'
import { readDemolition, readTenure } from './vocabulary/tenure'

/** Values by the heads of the canonical lists. */
export type RowValues = Map<string, CellValue>

/**
 * A row is taken over in its own words wherever these say the same under the head of the canonical list; where they do not (是 under 是否在编,
 * a value merged over several rows, a unit in the head) the plain word for what was read stands instead.
 */
export function personValues(person: Person, cells: Cells, community: string | null, dateSystem: 1900 | 1904): RowValues {
  const values: RowValues = new Map(), raw = (key: Parameters<Cells['value']>[1]): CellValue => plain(cells.value(person, key))
  const put = (head: string, value: CellValue): void => {
    if (value !== null && value !== '') values.set(head, value)
  }
  put('社区名称', community)
  put('姓名', person.name === '' && person.presence === 'vacant' ? '空缺' : person.name)
  put('身份证号', idText(raw('id')))
  put('性别', raw('sex'))
  bornValues(person, cells, dateSystem, put)
  educationValues(person, raw, put)
  put('政治面貌', said(raw('politics'), word => readPolitics(word, '政治面貌').partyOrLeague === person.partyOrLeague, { yes: '中共党员', no: '群众', blank: null, unclear: '待查' }[person.partyOrLeague]))
  put('人员类别', said(raw('employment'), word => {
    const { employment, presence } = readEmployment(word, '人员类别')
    return employment === person.employment && (presence === null || presence === person.presence)
  }, { formal: '正式', contracted: '聘用', undecided: '公益性岗位', unknown: null }[person.employment]))
  // Where the row contradicts itself its own words stand, so that it contradicts itself in the new workbook too.
  const contradicts = person.notes.some(note => note.otherwise !== undefined && note.key !== STRUCK)
  put('人员状态', said(raw('status'), word => readPresence(word, '人员状态').presence === person.presence || (contradicts && word !== null), PRESENCE[person.presence]))
  return values
}

/** A line drawn through a row: it cannot be taken over, only told. */
export const STRUCK = 'value.struck-out'

const PRESENCE: Readonly<Record<Presence, string | null>> = { present: null, vacant: '空缺', left: '离职', leave: '长休', 'seconded-out': '借调' }

/** Errors are written as words: a new workbook holds none. */
function plain(value: CellValue): CellValue {
  return isCellError(value) ? value.error : typeof value === 'boolean' ? (value ? '是' : '否') : value
}

/** The word itself where it says the same, else the plain one. */
function said(word: CellValue, isSame: (word: CellValue) => boolean, otherwise: string | null): CellValue {
  return isSame(word) ? word : otherwise
}

function idText(value: CellValue): CellValue {
  if (typeof value !== 'number' || !Number.isInteger(value)) return value
  // A number keeps 15 digits; those behind them are lost and stay noughts.
  return value < 1e15 ? value.toFixed(0) : value.toExponential(14).replace(/e.*$|\./g, '').padEnd(Math.floor(Math.log10(value)) + 1, '0')
}

function bornValues(person: Person, cells: Cells, dateSystem: 1900 | 1904, put: (head: string, value: CellValue) => void): void {
  const raw = plain(cells.value(person, 'birth')), age = plain(cells.value(person, 'age')), typed = readBirth(raw, dateSystem)
  if (person.birth === 0 && person.statedAge >= 0 && typed.birth === 0) {
    // An age under a head for births, or with a word that is not an age elsewhere.
    put('年龄', readAge(age).age === person.statedAge ? age : person.statedAge)
    return
  }
  put('年龄', age)
  if (typed.birth > 0) {
    const settled = typed.precision === 'month-ambiguous' && person.birthPrecision === 'month'
    put('出生日期', settled ? `${dayText(person.birth).slice(0, 4)}.${dayText(person.birth).slice(5, 7)}` : birthValue(typed.birth, typed.precision, raw))
  } else if (raw !== null && raw !== '') put('出生日期', raw)
  else if (person.birth > 0 && plain(cells.value(person, 'id')) === null) put('出生日期', birthValue(person.birth, person.birthPrecision, raw))
}

function birthValue(birth: number, precision: Person['birthPrecision'], raw: CellValue): CellValue {
  const [year = '', month = '', day = ''] = dayText(birth).split('-')
  if (precision === 'day') return serialOfDay(Number(year), Number(month), Number(day), 1900)
  return precision === 'month' ? `${year}.${month}` : precision === 'year' ? `${year}年` : raw
}

function educationValues(person: Person, raw: (key: 'education' | 'educationFullTime' | 'educationInService') => CellValue, put: (head: string, value: CellValue) => void): void {
  const words = { 全日制学历: raw('educationFullTime'), 在职学历: raw('educationInService'), 最高学历: raw('education') }, answers = Object.values(words).map(word => readEducation(word).college)
  const best = (['yes', 'unclear', 'no', 'blank'] as const).find(answer => answers.includes(answer)) ?? 'blank', fullTime = readEducation(words.全日制学历).college
  if (
    person.notes.some(note => note.otherwise?.some(side => side.college !== undefined) === true) ||
    (best === person.college && fullTime === person.collegeFullTime)
  ) {
    for (const [head, word] of Object.entries(words)) put(head, word)
    return
  }
  const plainly = { yes: '大专', no: '高中', blank: null, unclear: '待查' }
  put('全日制学历', plainly[person.collegeFullTime])
  put('最高学历', plainly[person.college])
}

/** The same for a place of the premises list. */
export function placeValues(site: PremisesRow, cells: Cells, community: string | null): RowValues {
  const values: RowValues = new Map(), raw = (key: Parameters<Cells['value']>[1]): CellValue => plain(cells.value(site, key))
  const put = (head: string, value: CellValue): void => {
    if (value !== null && value !== '') values.set(head, value)
  }
  put('社区名称', community)
  put('坐落', raw('address'))
  put('使用面积', areaValue(site.usable))
  put('建筑面积', areaValue(site.built))
  put(site.activity === null ? '面积' : '办公用房面积', areaValue(site.unspecified))
  put('活动用房面积', areaValue(site.activity))
  put('产权性质', said(site.tenureWord === '' ? raw('tenure') : site.tenureWord, word => readTenure(word).tenure === site.tenure, TENURE[site.tenure]))
  put('租期至', site.lease === undefined || site.lease.end === 0 ? raw('lease') : dayText(site.lease.end))
  put('列入拆迁', said(raw('demolition'), word => readDemolition(word).answer === site.demolition, { yes: '是', no: '否', blank: null, unclear: '待查' }[site.demolition]))
  const { office, police, meeting, culture } = site.rooms
  for (const [head, state] of [['社区办公室', office], ['警务室', police], ['民主议事室', meeting], ['文化活动室', culture]] as const) put(head, ROOM[state])
  if (site.allRooms !== undefined) put('是否达到四室', site.allRooms ? '是' : '否')
  put('预计解决年度', raw('planYear'))
  return values
}

const TENURE: Readonly<Record<Tenure, string | null>> = { own: '自有', rented: '租赁', borrowed: '借用', shared: '合用', 'in-building': '在建', 'to-be-demolished': '待拆迁', none: '无', unclear: '待查', blank: null }
const ROOM: Readonly<Record<RoomState, string | null>> = { present: '有', shared: '合用', absent: '无', unknown: null }

/** In m2: a plain number, or the words where they say no plain number. */
function areaValue(measured: Measured | null): CellValue {
  if (measured === null) return null
  const { value, about, low, high, raw } = measured, word = plain(raw)
  if (typeof word === 'string') {
    const read = readArea(word, 'm2')
    if (read.value === value && read.about === about) return normalise(textOf(word))
  }
  if (value === null) return typeof word === 'string' ? word : measured.doubtful === true && typeof word === 'number' ? word : '待查'
  return about && low !== high ? `约${String(value)}` : value
}
