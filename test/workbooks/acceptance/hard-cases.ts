import { accepted, ageOn, crew, day, grouped, month, plainPremises } from './crew'
import type { Acceptance, Member } from './crew'
import type { Cell, Row, Sheet } from '../workbook'

const STAFF = { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2] } as const
const HEADER = ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质'] as const
const plain = (one: Member, at: number): Cell[] => [at + 1, `${one.community}社区`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord]

function roster(people: readonly Member[], row: (one: Member, at: number) => Row = plain, header: Row = HEADER): Row[] {
  return [['社区工作人员花名册'], header, ...people.map(row)]
}

function simple(
  id: string,
  tags: readonly string[],
  people: readonly Member[],
  rows: readonly Row[],
  more: Partial<Parameters<typeof accepted>[0]> & { readonly sheet?: Partial<Sheet> } = {},
): Acceptance {
  const { sheet, ...rest } = more
  return accepted({ id, tags, sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows, ...sheet }] }, ...rest })
}

/** 同上 and 〃 stand for what is above them. */
function dittoMarks(): Acceptance {
  const people = crew({ seed: 801, staff: STAFF })
  return simple('h01', ['ditto-marks'], people, roster(people, (one, at) => {
    const above = people[at - 1]
    const same = (key: 'education' | 'politics' | 'kindWord' | 'community', text: string): Cell => (above?.[key] === one[key] ? (key === 'kindWord' ? '〃' : '同上') : text)
    return [at + 1, same('community', `${one.community}社区`), one.person.name, one.person.sex, month(one.birth), one.education, same('politics', one.politics), same('kindWord', one.kindWord)]
  }))
}

/** People of the town office stand in the same column; they belong to no community. */
function townOffice(): Acceptance {
  const people = crew({ seed: 802, staff: STAFF })
  const office = crew({ seed: 8020, staff: { 城关街道办事处: [3, 0] } })
  const rows = roster(people, (one, at) => [at + 1, `${one.community}社区居委会`, ...plain(one, at).slice(2)], ['序号', '单位', ...HEADER.slice(2)])
  rows.push(...office.map((one, at): Row => [people.length + at + 1, '城关街道办事处', ...plain(one, at).slice(2)]))
  const truth = simple('h02', ['town-office-people'], people, rows)
  return { ...truth, people: { min: people.length, max: people.length + office.length }, overall: null }
}

function legendBeside(): Acceptance {
  const people = crew({ seed: 803, staff: STAFF })
  const rows = roster(people).map((row, at): Row => {
    const legend: Cell[] = at === 2 ? ['说明', null] : at === 3 ? ['正式', people.filter(one => one.kind === 'formal').length] : at === 4 ? ['聘用', people.filter(one => one.kind === 'contracted').length] : at === 5 ? ['合计', people.length] : at === 7 ? ['注：黄色为新进人员', null] : []
    const cells = 'cells' in row ? row.cells : row
    return legend.length === 0 ? cells : [...cells, ...Array.from({ length: 9 - cells.length }, () => null), ...legend]
  })
  return simple('h03', ['legend-beside-table'], people, rows)
}

/** 01, 03, 13 may be codes of several lists: not taken without asking. */
function politicsCodes(): Acceptance {
  const people = crew({ seed: 804, staff: STAFF })
  return simple('h04', ['politics-codes'], people, roster(people, (one, at) => [...plain(one, at).slice(0, 6), one.politics === '共青团员' ? '03' : one.partyLeague ? '01' : '13', one.kindWord]))
}

function formalYesNo(): Acceptance {
  const people = crew({ seed: 805, staff: STAFF })
  return simple('h05', ['是否正式'], people, roster(people, (one, at) => [...plain(one, at).slice(0, 7), one.kind === 'formal' ? '是' : '否'], [...HEADER.slice(0, 7), '是否正式人员']))
}

function contractedYesNo(): Acceptance {
  const people = crew({ seed: 806, staff: STAFF })
  return simple('h06', ['是否聘用'], people, roster(people, (one, at) => [...plain(one, at).slice(0, 7), one.kind === 'formal' ? '否' : '是'], [...HEADER.slice(0, 7), '是否聘用']))
}

function collegeYesNo(): Acceptance {
  const people = crew({ seed: 807, staff: STAFF })
  return simple('h07', ['是否大专以上'], people, roster(people, (one, at) => [...plain(one, at).slice(0, 5), one.college ? '是' : '否', one.politics, one.kindWord], [...HEADER.slice(0, 5), '是否大专以上', '政治面貌', '人员性质']))
}

function manyPayColumns(): Acceptance {
  const people = crew({ seed: 808, staff: STAFF })
  return simple('h08', ['roster-with-pay-columns'], people, roster(people, (one, at) => [...plain(one, at), '委员', 2200, 600, 300, 480, 210, 95, 3885], [...HEADER, '职务', '基本工资', '绩效工资', '工龄补贴', '养老保险', '医疗保险', '公积金', '年人员经费']))
}

function bodiesOfCommunities(): Acceptance {
  const people = crew({ seed: 809, staff: STAFF })
  const bodies = ['社区党总支', '社区居委会', '社区党群服务中心', '社区工作站', '社区', '社区“两委”']
  return simple('h09', ['bodies-of-communities'], people, roster(people, (one, at) => [at + 1, `${one.community}${bodies[at % bodies.length] ?? ''}`, ...plain(one, at).slice(2)], ['序号', '所在单位', ...HEADER.slice(2)]))
}

function namesWithinNames(): Acceptance {
  const people = crew({ seed: 810, staff: { 河西: [4, 3], 河西新村: [3, 3], 大河西: [4, 2], 第一: [4, 3], 第二: [3, 3], 南街: [4, 3], 东南街: [2, 2] } })
  return simple('h10', ['names-within-names', 'numbered-communities'], people, roster(people))
}

/** Compounds are not communities. */
function compounds(): Acceptance {
  const people = crew({ seed: 811, staff: STAFF })
  const rows: Row[] = [['住宅小区物业管理情况表'], ['序号', '小区名称', '所属社区', '户数', '建筑面积（㎡）', '物业公司', '负责人', '是否成立业委会'], ...['天地小区', '大成小区', '新世纪花园', '锦绣苑'].map((name, at): Row => [at + 1, name, ['柳桥社区', '南园社区', '双塘社区', '双塘社区'][at] ?? null, 400 + at * 30, 42000, '某某物业', '张某', '是'])]
  return accepted({ id: 'h11', tags: ['compounds'], sheets: { 花名册: 'staff', 小区: 'decoy' }, people, book: { sheets: [{ name: '小区', rows }, { name: '花名册', rows: roster(people) }] } })
}

function invisibleCharacters(): Acceptance {
  const people = crew({ seed: 812, staff: STAFF })
  const odd = (text: string): string => `\u200b${text.slice(0, 1)}\u00a0${text.slice(1)}\ufeff`
  return simple('h12', ['invisible-characters'], people, roster(people, (one, at) => plain(one, at).map((cell, column) => (typeof cell === 'string' && column !== 2 ? odd(cell) : cell)), HEADER.map(odd)))
}

function fourBlocks(): Acceptance {
  const people = crew({ seed: 813, staff: { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2], 沿河: [4, 3] } })
  const groups = grouped(people)
  const header = ['姓名', '出生年月', '学历', '政治面貌', '人员性质']
  const rows: Row[] = []
  for (const pair of [groups.slice(0, 2), groups.slice(2)]) {
    const [left, right] = pair
    rows.push([`${left?.[0] ?? ''}社区`, null, null, null, null, null, `${right?.[0] ?? ''}社区`], [...header, null, ...header])
    for (let at = 0; at < 7; at++) {
      const block = (one: Member | undefined): Cell[] =>
        one === undefined ? header.map(() => null) : [one.person.name, month(one.birth), one.education, one.politics, one.kindWord]
      rows.push([...block(left?.[1][at]), null, ...block(right?.[1][at])])
    }
    rows.push([])
  }
  return simple('h13', ['two-by-two-blocks'], people, rows)
}

function oddIds(): Acceptance {
  const people = crew({ seed: 814, staff: STAFF })
  const short = (one: Member): string => one.person.id.slice(0, 6) + one.person.id.slice(8, 17)
  return simple('h14', ['15-digit-ids', 'id-prefix', 'masked-ids-with-birth'], people, roster(people, (one, at) => {
    const way = one.birth.year >= 2000 ? 1 : at % 3
    return [at + 1, one.community, one.person.name, way === 0 ? short(one) : way === 1 ? `身份证:${one.person.id}` : `${one.person.id.slice(0, 6)}********${one.person.id.slice(14)}`, way === 2 ? month(one.birth) : null, one.education, one.politics, one.kindWord]
  }, ['序号', '社区', '姓名', '证件号码', '出生年月', '学历', '政治面貌', '人员性质']))
}

/** Half a year before the year's end: who was born in the second half is a year younger. */
function middleOfTheYear(): Acceptance {
  const people = crew({ seed: 815, staff: STAFF })
  return simple('h15', ['as-of-june', 'months-only'], people, roster(people, (one, at) => [...plain(one, at).slice(0, 4), at % 2 === 0 ? day(one.birth, '.') : { value: `${String(one.birth.year)}年${String(one.birth.month)}月` }, ...plain(one, at).slice(5)]), { asOf: '2023-06-30' })
}

/** Ages typed as of some other day stand beside the dates: the dates decide. */
function staleAges(): Acceptance {
  const people = crew({ seed: 816, staff: STAFF })
  return simple('h16', ['stale-ages'], people, roster(people, (one, at) => [...plain(one, at).slice(0, 5), ageOn(one) - 3, ...plain(one, at).slice(5)], ['序号', '社区', '姓名', '性别', '出生年月', '年龄', '学历', '政治面貌', '人员性质']))
}

function premisesInRoster(): Acceptance {
  const people = crew({ seed: 817, staff: STAFF })
  const rows: Row[] = [['社区基本情况汇总表'], ['序号', '社区', '户数', '人口', '办公用房', null, null, '工作人员'], [null, null, null, null, '使用面积（㎡）', '产权', '四室是否齐全', '人数'], [1, '柳桥社区', 1500, 4200, 230, '自有', '是', 7], [2, '南园社区', 900, 2600, 80, '租用', '否', 6], [3, '双塘社区', 2100, 6000, 200, '自有', '是', 7]]
  const told = (area: number, all: boolean): ReturnType<typeof plainPremises> => ({ ...plainPremises(area, all ? 4 : 0), rooms: 'skip' })
  return accepted({ id: 'h17', tags: ['premises-in-summary-table'], sheets: { 花名册: 'staff', 汇总: 'premises' }, people, premises: { 柳桥: told(230, true), 南园: told(80, false), 双塘: told(200, true) }, book: { sheets: [{ name: '花名册', rows: roster(people) }, { name: '汇总', rows, merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:G2'] }] } })
}

function crossPosts(): Acceptance {
  const people = crew({ seed: 818, staff: STAFF }).map((one, at): Member => ({ ...one, kindWord: at % 2 === 0 ? one.kindWord : `${one.kindWord}人员` }))
  return simple('h18', ['posts-that-look-like-kinds'], people, roster(people, (one, at) => [...plain(one, at), ['网格员', '公益岗协管', '志愿服务站站长', '临时负责人', '正式委员', '兼职会计', '挂职副书记'][at % 7] ?? null], [...HEADER, '岗位']))
}

/** Cases that put one rule each under strain. */
export const hardCases: readonly Acceptance[] = [
  dittoMarks(),
  townOffice(),
  legendBeside(),
  politicsCodes(),
  formalYesNo(),
  contractedYesNo(),
  collegeYesNo(),
  manyPayColumns(),
  bodiesOfCommunities(),
  namesWithinNames(),
  compounds(),
  invisibleCharacters(),
  fourBlocks(),
  oddIds(),
  middleOfTheYear(),
  staleAges(),
  premisesInRoster(),
  crossPosts(),
]
