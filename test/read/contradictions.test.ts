import fc from 'fast-check'
import { checkCharacter } from '../../src/vocabulary/ids'
import { readBirth } from '../../src/vocabulary/dates'
import { readEducation } from '../../src/vocabulary/education'
import { readPolitics } from '../../src/vocabulary/politics'
import { read } from './sheets'
import type { SheetText } from './sheets'

/** An id of nobody: area 321299 is not assigned. */
function id(day: string, order = '001'): string {
  const digits = `321299${day}${order}`
  return digits + checkCharacter(digits)
}

function people(...rows: SheetText) {
  return read({ 河南社区: rows }, { asOf: 20231231 }).people
}

function first(header: string, row: string) {
  const [only] = people(header, row)
  if (only === undefined) throw new Error('nobody was read')
  return only
}

const BASE = '姓名|学历|政治面貌|人员类别'
const ROW = '甲一鸣|本科|群众|正式'

test.each<readonly [header: string, cells: string, key: string, taken: object, otherwise: object | null, at: number]>([
  ['出生日期|身份证号', `1973-12-10|${id('19740102')}`, 'value.birth-lunar', { birth: 19740102 }, { birth: 19731210 }, 5],
  ['出生日期|身份证号', `1971-02-02|${id('19730202')}`, 'value.birth-differs', { birth: 19730202 }, { birth: 19710202 }, 5],
  ['档案出生日期|身份证号', `1971-02-02|${id('19730202')}`, 'value.birth-differs', { birth: 19710202 }, { birth: 19730202 }, 5],
  ['出生日期|身份证号', `2093-04-26|${id('19930426')}`, 'value.date-future', { birth: 19930426 }, null, 5],
  ['出生日期|身份证号', `1980.00.00|${id('19801210')}`, 'value.date-zero', { birth: 19801210 }, null, 5],
  ['出生日期|身份证号', `1985-02-30|${id('19850228')}`, 'value.date-impossible', { birth: 19850228 }, null, 5],
  ['在岗情况|备注', '在岗|2023年3月已离职', 'value.left-by-remark', { presence: 'left' }, { presence: 'present' }, 6],
  ['备注', '已离职', 'value.left-by-remark', { presence: 'left' }, null, 5],
  ['人员状态', '空缺', 'value.vacant-with-name', { presence: 'vacant' }, { presence: 'present' }, 5],
  ['人员状态', '待定', 'value.not-known-yet', { presence: 'present' }, null, 5],
  ['性别|身份证号', `男|${id('19800325', '002')}`, 'value.sex-differs', { sex: 'male' }, null, 5],
  ['参加工作时间|出生日期', '2003.05|1995-03-16', 'value.hired-before-16', {}, null, 5],
  ['到社区工作时间|离岗时间', '2022.10|2021.06', 'value.hired-after-leaving', {}, null, 5],
  ['到社区工作时间', '2024年5月', 'value.day-in-future', {}, null, 5],
])('%s = %s: %s', (header, cells, key, taken, otherwise, at) => {
  const person = first(`${BASE}|${header}`, `${ROW}|${cells}`), note = person.notes.find(each => each.key === key)
  expect(person).toMatchObject(taken)
  expect(note?.at).toBe(at)
  if (otherwise === null) expect(note?.otherwise).toBeUndefined()
  else expect(note?.otherwise).toEqual([otherwise])
})

test.each<readonly [header: string, row: string, key: string, taken: object, otherwise: readonly object[]]>([
  ['姓名|文化程度|是否大专以上|人员类别', '甲一鸣|高职|否|正式', 'value.college-flag-contradicts', { college: 'yes' }, [{ college: 'no' }]],
  ['姓名|文化程度|是否大专以上|人员类别', '甲一鸣|职高|是|正式', 'value.college-flag-contradicts', { college: 'no' }, [{ college: 'yes' }]],
  ['姓名|政治面貌|是否党员|人员类别', '甲一鸣|群众|是|正式', 'value.politics-contradicts', { partyOrLeague: 'yes' }, [{ partyOrLeague: 'no' }]],
  ['姓名|政治面貌|入党时间|人员类别', '甲一鸣|群众|2010.06|正式', 'value.party-day-without-party', { partyOrLeague: 'no' }, [{ partyOrLeague: 'yes' }]],
  ['姓名|学历|政治面貌|人员类别', '甲一鸣|本科|群众|在编或聘用', 'value.employment-conflict', { employment: 'undecided' }, [{ employment: 'formal' }, { employment: 'contracted' }]],
])('%s = %s: %s', (header, row, key, taken, otherwise) => {
  const person = first(header, row)
  expect(person).toMatchObject(taken)
  expect(person.notes.find(each => each.key === key)?.otherwise).toEqual(otherwise)
})

test.each<readonly [header: string, cells: string]>([
  ['出生日期|身份证号', `1974-01-02|${id('19740102')}`], ['出生年月|身份证号', `1974.01|${id('19740102')}`], ['人员状态|离职时间', '在岗|2025.06'], ['性别|身份证号', `女|${id('19800325', '002')}`],
  ['参加工作时间|出生日期', '2010.10|1994-05-15'], ['到社区工作时间', '2023.12'], ['入党时间', ' '],
])('%s = %s contradicts nothing', (header, cells) => {
  expect(first(`${BASE}|${header}`, `${ROW}|${cells}`).notes.filter(note => note.otherwise !== undefined || note.level !== 'assumed')).toEqual([])
})

test('a kind that is not known yet is no vacant post where somebody stands', () => {
  expect(first('姓名|学历|政治面貌|人员类别', '甲一鸣|本科|群众|待定')).toMatchObject({ employment: 'unknown', presence: 'present' })
  expect(first('姓名|学历|政治面貌|人员类别', '甲一鸣|本科|群众|空缺').notes.map(note => note.key)).toContain('value.vacant-with-name')
})

test('an id with a broken check character settles nothing against a typed birth', () => {
  const wrong = `${id('19740102').slice(0, 17)}${id('19740102').endsWith('1') ? '2' : '1'}`
  expect(first(`${BASE}|出生日期|身份证号`, `${ROW}|1971-02-02|${wrong}`)).toMatchObject({ birth: 19710202 })
})

test('the day on which computers begin to count, many times over, is nobody\'s birth', () => {
  const rows = ['1970-01-01', '1970-01-01', '1970-01-01', '1985-03-12'].map((birth, index) => `甲${'一二三四'[index] ?? ''}|本科|群众|正式|${birth}`)
  expect(people(`${BASE}|出生日期`, ...rows).map(person => person.birth)).toEqual([0, 0, 0, 19850312])
  expect(people(`${BASE}|出生日期`, ...rows.slice(2)).map(person => person.birth)).toEqual([19700101, 19850312])
})

const HEADER = '社区|姓名|人员类别|出生日期|身份证号'
test.each<readonly [name: string, rows: readonly string[], sameAs: readonly number[]]>([
  ['the same id and name in two communities', [`河南社区|甲一鸣|正式||${id('19700415')}`, `河东社区|甲一鸣|正式||${id('19700415')}`], [-1, 0]],
  ['the same id and birth under another writing of the name', [`河南社区|甲一鸣|正式|1970-04-15|${id('19700415')}`, `河东社区|甲一明|正式|1970-04-15|${id('19700415')}`], [-1, 0]],
  ['the same name and full birth', ['河南社区|甲一鸣|正式|1977-06-25|', '河东社区|甲一鸣|聘用|1977-06-25|'], [-1, 0]],
  ['three listings', ['河南社区|甲一鸣|正式|1977-06-25|', '河东社区|甲一鸣|聘用|1977-06-25|', '荷叶社区|甲一鸣|聘用|1977-06-25|'], [-1, 0, 0]],
  ['the same name and another birth', ['河南社区|甲一鸣|正式|1977-06-25|', '河东社区|甲一鸣|聘用|1987-06-25|'], [-1, -1]],
  ['the same name and a month alone', ['河南社区|甲一鸣|正式|1977.06|', '河东社区|甲一鸣|聘用|1977.06|'], [-1, -1]],
  ['the same name and birth with two ids', [`河南社区|甲一鸣|正式|1977-06-25|${id('19770625')}`, `河东社区|甲一鸣|聘用|1977-06-25|${id('19770625', '003')}`], [-1, -1]],
  ['twins', [`河南社区|甲一鸣|正式|1977-06-25|${id('19770625')}`, `河南社区|甲二鸣|正式|1977-06-25|${id('19770625', '003')}`], [-1, -1]],
  ['one id under two names and births', [`河南社区|甲一鸣|正式|1993-12-01|${id('19730604')}`, `河东社区|乙二青|聘用|1973-06-04|${id('19730604')}`], [-1, -1]],
])('%s', (_name, rows, sameAs) => {
  expect(read({ 花名册: [HEADER, ...rows] }, { asOf: 20231231 }).people.map(person => person.sameAs)).toEqual(sameAs)
})

test('one id under two names and births is told at both, and each keeps the birth that is typed', () => {
  const [one, other] = read({ 花名册: [HEADER, `河南社区|甲一鸣|正式|1993-12-01|${id('19730604')}`, `河东社区|乙二青|聘用|1973-06-04|${id('19730604')}`] }, { asOf: 20231231 }).people
  expect([one?.birth, other?.birth]).toEqual([19931201, 19730604])
  for (const person of [one, other]) expect(person?.notes.map(note => note.key)).toContain('value.id-shared')
})

const born = fc.record({
  year: fc.integer({ min: 1950, max: 2004 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})
const two = (value: number) => String(value).padStart(2, '0')
const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const short = (month: number) => (NAMES[month - 1] ?? '').slice(0, 3)

test('a day in a thousand writings is that day', () => {
  type Parts = { readonly year: number; readonly month: number; readonly day: number }
  const days: readonly ((at: Parts) => string)[] = [
    at => `${at.year}-${two(at.month)}-${two(at.day)}`, at => `${at.year}/${at.month}/${at.day}`, at => `${at.year}.${at.month}.${at.day}`, at => `${at.year}年${at.month}月${at.day}日`, at => `${at.year}${two(at.month)}${two(at.day)}`,
    at => `${at.year}年${two(at.month)}月${two(at.day)}号`, at => `${at.year}—${at.month}—${at.day}`,
  ]
  const times = ['', ' 00:00:00', ' 0:00', 'T00:00:00', 'T00:00:00Z', 'T00:00:00.000Z', 'T00:00:00+08:00', 'T00:00:00.000+0800', ' 00:00:00.0', ' 00:00:00.000000', ' 12:00:00 AM', ' 上午12:00:00', ' 00:00:00 GMT+0800 (中国标准时间)', ' 星期二']
  const named: readonly ((at: Parts) => string)[] = [
    at => `Tue ${short(at.month)} ${two(at.day)} 00:00:00 CST ${at.year}`, at => `Tue ${short(at.month)} ${at.day} 00:00:00 GMT+08:00 ${at.year}`, at => `${short(at.month)} ${at.day}, ${at.year}`, at => `${at.day}-${short(at.month)}-${at.year}`,
    at => `${at.day} ${NAMES[at.month - 1] ?? ''} ${at.year}`, at => `${NAMES[at.month - 1] ?? ''} ${at.day}, ${at.year}`, at => `${at.year}-${short(at.month)}-${two(at.day)}`, at => `Tue, ${two(at.day)} ${short(at.month)} ${at.year} 00:00:00 GMT`,
  ]
  fc.assert(fc.property(born, fc.oneof(fc.tuple(fc.constantFrom(...days), fc.constantFrom(...times)).map(([write, time]) => (at: Parts) => write(at) + (/^\d{8}$/.test(write(at)) && time.startsWith('T') ? '' : time)), fc.constantFrom(...named)), (at, write) => {
    expect([write(at), readBirth(write(at), 1900).birth]).toEqual([write(at), at.year * 10_000 + at.month * 100 + at.day])
  }), { numRuns: 1500 })
})

test('no writing gives a birth that nobody on a roster has', () => {
  const anything = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 19_000_000, max: 21_000_000 }), born.map(at => `${at.year - 80}-${two(at.month)}-${two(at.day)}`), fc.constantFrom('1900-01-00', '1900/1/0', '1900-01-01', '0000-00-00', '0001-01-01', '9999-12-31', 0, 1, 2))
  fc.assert(fc.property(anything, value => {
    const { birth } = readBirth(value, 1900, 20231231)
    expect(birth === 0 || (birth >= 19160101 && birth <= 20081231)).toBe(true)
  }), { numRuns: 2000 })
})

test.each(['法学本科', '行政管理大专', '汉语言文学本科', '会计大专', '法律专科', '社会工作本科', '计算机应用大专', '法学学士', '工商管理硕士'])('%s reaches college', word => { expect(readEducation(word)).toMatchObject({ college: 'yes' }) })
test.each(['非本科', '拟大专', '未取得大专', '会计中专', '法律高中'])('%s does not', word => { expect(readEducation(word).college).not.toBe('yes') })
test.each([
  ['中国共青团团员', 'league'], ['团员/2008', 'league'], ['共青团员，2015.05入团', 'league'], ['党员/2010.06', 'party'], ['2010.07加入中国共产党', 'party'], ['2010年6月 中共党员', 'party'], ['中共党员（2015年6月）', 'party'], ['预备党员 2023.5', 'probationary'], ['入党时间：2010.06', 'party'],
])('%s is a member', (word, affiliation) => { expect(readPolitics(word, '')).toMatchObject({ partyOrLeague: 'yes', affiliation }) })
test.each(['农工党党员', '致公党党员', '民建会员/2008', '九三学社社员', '群众/2008', '入党积极分子'])('%s is none', word => { expect(readPolitics(word, '').partyOrLeague).toBe('no') })

test('a column of two-digit codes is read by the standard; mixed with words or without its zero it is asked about', () => {
  const codes = (...values: readonly string[]) => people('姓名|学历|政治面貌|人员类别', ...values.map((value, index) => `甲${'一二三四'[index] ?? ''}|本科|${value}|正式`)).map(person => person.partyOrLeague)
  expect(codes("'01", "'03", "'08", "'13")).toEqual(['yes', 'yes', 'no', 'no'])
  expect(codes("'01", '群众')).toEqual(['unclear', 'no'])
  expect(codes('1', '13')).toEqual(['unclear', 'unclear'])
  expect(codes("'01", "'14")).toEqual(['unclear', 'unclear'])
})
