import { accepted, ageOn, crew, grouped, month, plainPremises } from './crew'
import type { Acceptance, Member, TrueCommunity } from './crew'
import type { Cell, Row } from '../workbook'

const STAFF = { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2] } as const
const HEADER = ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质'] as const
const plain = (one: Member, at: number): Cell[] => [at + 1, `${one.community}社区`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord]

function one(id: string, tag: string, people: readonly Member[], rows: readonly Row[], merges: readonly string[] = []): Acceptance {
  return accepted({ id, tags: [tag], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows, merges }] } })
}

/** A birthday in two columns may be left open, never taken wrongly. */
function yearAndMonthApart(): Acceptance {
  const people = crew({ seed: 901, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], ['序号', '社区', '姓名', '性别', '出生年月', null, '学历', '政治面貌', '人员性质'], [null, null, null, null, '年', '月', null, null, null], ...people.map((person, at): Row => [...plain(person, at).slice(0, 4), person.birth.year, person.birth.month, ...plain(person, at).slice(5)])]
  const truth = one('l01', 'year-and-month-apart', people, rows, ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3', 'H2:H3', 'I2:I3'])
  const loosened = (unit: TrueCommunity): TrueCommunity => ({ ...unit, averageAge: { oneOf: [null, ...(typeof unit.averageAge === 'number' ? [unit.averageAge] : [])] }, verdicts: { ...unit.verdicts, 'average-age': { oneOf: ['unknown', unit.verdicts['average-age'] === 'met' ? 'met' : 'missed'] } } })
  return { ...truth, communities: truth.communities.map(loosened), overall: truth.overall === null ? null : loosened(truth.overall) }
}

function numbersInNames(): Acceptance {
  const people = crew({ seed: 902, staff: STAFF })
  return one('l02', 'numbers-before-names', people, [['社区工作人员花名册'], HEADER.slice(1), ...people.map((person, at): Row => [`${person.community}社区`, `${String(at + 1)}、${person.person.name}`, ...plain(person, at).slice(3)])])
}

function countsInCommunities(): Acceptance {
  const people = crew({ seed: 903, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], HEADER]
  const merges: string[] = []
  for (const [name, here] of grouped(people)) {
    const top = rows.length + 1
    here.forEach((person, at) => rows.push([at + 1, at === 0 ? `${name}社区\n（${String(here.length)}人）` : null, ...plain(person, at).slice(2)]))
    merges.push(`B${String(top)}:B${String(rows.length)}`)
  }
  return one('l03', 'headcount-in-community-cell', people, rows, merges)
}

function totalsAbove(): Acceptance {
  const people = crew({ seed: 904, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], HEADER, ['总计', null, people.length]]
  for (const [name, here] of grouped(people)) rows.push([null, `${name}社区合计`, here.length], ...here.map(plain))
  return one('l04', 'totals-above-their-parts', people, rows)
}

function townsOnSheets(): Acceptance {
  const people = crew({ seed: 905, staff: { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2], 沿河: [4, 3] } })
  const sheet = (town: string, names: readonly string[]): { name: string; rows: Row[] } => ({ name: town, rows: [[`${town}社区工作人员花名册`], [`填报单位：${town}人民政府`], HEADER, ...people.filter(person => names.includes(person.community)).map(plain)] })
  return accepted({ id: 'l05', tags: ['one-sheet-per-town'], sheets: { 城关镇: 'staff', 河口镇: 'staff' }, people, book: { sheets: [sheet('城关镇', ['柳桥', '南园']), sheet('河口镇', ['双塘', '沿河'])] } })
}

function chineseNumbers(): Acceptance {
  const people = crew({ seed: 906, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], HEADER]
  grouped(people).forEach(([name, here], order) => {
    rows.push(['一二三'.charAt(order), `${name}社区`, `${String(here.length)}人`])
    here.forEach((person, at) => rows.push([at + 1, null, ...plain(person, at).slice(2)]))
  })
  return one('l06', 'group-row-in-columns', people, rows)
}

function notesBetween(): Acceptance {
  const people = crew({ seed: 907, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], ['说明：本表统计口径为在岗人员。'], ['单位：人'], HEADER]
  people.forEach((person, at) => {
    rows.push(plain(person, at))
    if (at === 6) rows.push(['备注：以上人员已经社区居民委员会确认。'])
  })
  rows.push(['备注：', null, '带*的为党总支成员'], ['领导签字：', null, null, '单位盖章：'], ['2023年12月28日'])
  return one('l07', 'notes-between-rows', people, rows)
}

function cardsOfPremises(): Acceptance {
  const rows: Row[] = [['社区', '用房名称', '面积（平方米）', null, '四室设置', null, null, null, '来源'], [null, null, '使用', '建筑', '办公室', '警务室', '议事室', '活动室', null], ['柳桥', '办公楼', 180, 260, '√', '√', '×', '×', '自有'], ['柳桥', '活动中心', 60, 85, '×', '×', '√', '√', '自有'], ['南园', '办公室', 95, 140, '√', '×', '×', '×', '租赁'], ['双塘', '综合楼', 300, 430, '√', '√', '√', '√', '自有']]
  return accepted({ id: 'l08', tags: ['使用-and-建筑-under-面积', 'community-repeated'], sheets: { 用房: 'premises' }, premises: { 柳桥: plainPremises(240, 4), 南园: plainPremises(95, 1), 双塘: plainPremises(300, 4) }, book: { sheets: [{ name: '用房', rows, merges: ['C1:D1', 'E1:H1'] }] } })
}

function agesWithHalves(): Acceptance {
  const people = crew({ seed: 909, staff: STAFF })
  return one('l09', 'age-beside-id', people, [['社区工作人员花名册'], ['序号', '社区', '姓名', '年龄', '身份证号码', '学历', '政治面貌', '人员性质'], ...people.map((person, at): Row => [at + 1, person.community, person.person.name, ageOn(person), person.person.id, person.education, person.politics, person.kindWord])])
}

/** Smaller turns that a list may take. */
export const lastCases: readonly Acceptance[] = [
  yearAndMonthApart(),
  numbersInNames(),
  countsInCommunities(),
  totalsAbove(),
  townsOnSheets(),
  chineseNumbers(),
  notesBetween(),
  cardsOfPremises(),
  agesWithHalves(),
]
