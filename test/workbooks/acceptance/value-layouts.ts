import { accepted, ageOn, crew, day, dayNumber, month } from './crew'
import type { Acceptance, Member } from './crew'
import { gbk } from './gbk'
import { serial } from '../workbook'
import type { Row } from '../workbook'

const STAFF = { 柳桥: [4, 3], 南园: [3, 3], 双塘: [4, 2] } as const
const HEADER = ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员类别'] as const

function table(people: readonly Member[], row: (one: Member, at: number) => Row, header: Row = HEADER, title = '社区工作人员花名册'): readonly Row[] {
  return [[title], header, ...people.map(row)]
}

function idsOnly(): Acceptance {
  const people = crew({ seed: 201, staff: STAFF })
  const rows = table(people, (one, at) => [at + 1, one.community, one.person.name, at % 5 === 4 ? ` ${one.person.id.toLowerCase()}` : one.person.id, one.education, one.politics, one.kindWord], ['序号', '社区', '姓名', '公民身份号码', '文化水平', '政治面貌', '员工类型'])
  return accepted({ id: 'v01', tags: ['ids-only'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function ageWithWords(): Acceptance {
  const people = crew({ seed: 202, staff: STAFF })
  const rows = table(people, (one, at) => [at + 1, one.community, one.person.name, at % 3 === 0 ? `${String(ageOn(one))}岁` : at % 3 === 1 ? ageOn(one) : `${String(ageOn(one))}周岁`, one.education, one.politics, one.kindWord], ['序号', '社区', '姓名', '实足年龄', '学历', '政治面貌', '人员类别'])
  return accepted({ id: 'v02', tags: ['age-only', 'age-with-words'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

/** Bare code numbers are never taken without asking: the share of college is open. */
function educationCodes(): Acceptance {
  const people = crew({ seed: 203, staff: STAFF })
  const rows = table(people, (one, at) => [
    at + 1,
    one.community,
    one.person.name,
    one.person.sex,
    month(one.birth),
    one.college ? (at % 2 === 0 ? 30 : 20) : at % 2 === 0 ? 60 : 40,
    one.politics,
    one.kindWord,
  ])
  return accepted({ id: 'v03', tags: ['education-codes'], sheets: { 花名册: 'staff' }, people, everywhere: { college: 'skip', verdicts: { 'college-share': 'unknown' } }, book: { sheets: [{ name: '花名册', rows }] } })
}

function everyKindWord(): Acceptance {
  const regular = crew({ seed: 204, staff: { 柳桥: [5, 5], 南园: [4, 4], 双塘: [4, 3] }, formalWords: ['行政编', '事业', '在编在岗', '编制内', '参公'], contractedWords: ['劳务派遣', '人事代理', '编外聘用', '临聘', '劳动合同'] })
  const other = crew({ seed: 205, staff: { 柳桥: [0, 3], 南园: [0, 2], 双塘: [0, 2] } }).map((one, at): Member => ({ ...one, kind: 'undecided', kindWord: ['公益性岗位', '网格员', '退休返聘', '志愿者', '实习', '兼职', '三支一扶'][at] ?? '挂职' }))
  const people = [...regular, ...other].toSorted((a, b) => a.community.localeCompare(b.community))
  const rows = table(people, (one, at) => [at + 1, one.community, one.person.name, one.person.sex, day(one.birth, '/'), one.education, one.politics, one.kindWord])
  return accepted({ id: 'v04', tags: ['every-kind-word'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

/** 是/否 under 是否党员 tells the Party alone: of those who say no, the young may be League members. */
function partyYesNo(): Acceptance {
  const people = crew({ seed: 206, staff: STAFF }).map((one): Member => ({ ...one, partyLeague: one.partyLeague && one.politics !== '共青团员' }))
  const rows = table(people, (one, at) => [at + 1, one.community, one.person.name, one.person.sex, month(one.birth), one.education, one.partyLeague ? '是' : '否', one.kindWord], ['序号', '社区', '姓名', '性别', '出生年月', '学历', '是否党员', '人员类别'])
  return accepted({ id: 'v05', tags: ['是否党员'], sheets: { 花名册: 'staff' }, people, everywhere: { verdicts: { 'party-league-share': { oneOf: ['met', 'missed', 'unknown'] } } }, book: { sheets: [{ name: '花名册', rows }] } })
}

function statusWords(): Acceptance {
  const base = crew({ seed: 207, staff: { 柳桥: [6, 4], 南园: [5, 4], 双塘: [4, 3] } })
  const words = ['在岗', '在职', '在岗', '已离职', '在岗', '退休', '病假', '产假', '在岗', '调离']
  const people = base.map((one, at): Member & { readonly status: string } => {
    const status = words[at % words.length] ?? '在岗'
    return { ...one, status, present: !['已离职', '退休', '调离'].includes(status) }
  })
  const rows = [...table(people, (one, at) => [at + 1, one.community, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord, people[at]?.status ?? null], [...HEADER, '在岗情况']), [people.length + 1, '双塘', '（空缺）', null, null, null, null, '正式', '待招聘']]
  return accepted({ id: 'v06', tags: ['status-words', 'vacant-row'], sheets: { 花名册: 'staff' }, people, loose: 1, book: { sheets: [{ name: '花名册', rows }] } })
}

function csv(rows: readonly Row[], sign = ','): string {
  return rows.map(row => ('cells' in row ? row.cells : row).map(cell => (cell === null || typeof cell === 'object' ? '' : String(cell))).join(sign)).join('\r\n') + '\r\n'
}

function gbkFile(): Acceptance {
  const people = crew({ seed: 208, staff: STAFF })
  const rows = table(people, (one, at) => [
    at + 1,
    one.community,
    one.person.name,
    one.person.sex,
    month(one.birth),
    one.education,
    one.politics,
    one.kindWord,
  ])
  return accepted({ id: 'v07', name: '社区人员.csv', tags: ['csv-gbk'], sheets: {}, people, bytes: gbk(csv(rows)) })
}

function tabFile(): Acceptance {
  const people = crew({ seed: 209, staff: STAFF })
  const rows = table(people, (one, at) => [at + 1, one.community, `"${one.person.name}"`, one.person.sex, day(one.birth), one.education, one.politics, one.kindWord])
  return accepted({ id: 'v08', name: '社区人员.csv', tags: ['csv-utf8-bom', 'tabs'], sheets: {}, people, bytes: new TextEncoder().encode(`\ufeff${csv(rows, '\t')}`) })
}

function date1904(): Acceptance {
  const people = crew({ seed: 210, staff: STAFF })
  const rows = table(people, (one, at) => [at + 1, one.community, one.person.name, one.person.sex, { value: dayNumber(one.birth) - serial(1904, 1, 1), style: { format: 'yyyy-mm-dd' } }, one.education, one.politics, one.kindWord])
  return accepted({ id: 'v09', tags: ['date-system-1904'], sheets: { 花名册: 'staff' }, people, book: { date1904: true, sheets: [{ name: '花名册', rows }] } })
}

/** Full-width digits, ideographic spaces, Kangxi radicals, marks and numbers in headers. */
function wideForms(): Acceptance {
  const wide = (text: string): string => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const people = crew({ seed: 211, staff: STAFF })
  const rows = table(people, (one, at) => [at + 1, `　${one.community}`, one.person.name.split('').join('　'), one.person.sex, wide(month(one.birth, '．')), one.education.split('').join(' '), `${one.politics}　`, ` ${one.kindWord}`], ['序\n号', '１、社区名称', '*姓　　名', '２.性别', '出⽣年⽉（必填）', '★学历', '政治⾯貌※', '⼈员类别'])
  return accepted({ id: 'v10', tags: ['full-width', 'kangxi-radicals', 'numbered-headers'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function threeLevelsNoMerges(): Acceptance {
  const people = crew({ seed: 212, staff: STAFF })
  const rows: Row[] = [
    ['社区干部基本情况统计表'],
    ['序号', '社区', '基本情况', null, null, '教育情况', null, null, null, '政治面貌', '人员性质'],
    [null, null, '姓名', '性别', '出生年月', '全日制教育', null, '在职教育', null, null, null],
    [null, null, null, null, null, '学历', '毕业院校', '学历', '毕业院校', null, null],
    ...people.map((one, at): Row => [at + 1, one.community, one.person.name, one.person.sex, month(one.birth), one.college && at % 2 === 0 ? '高中' : one.education, '某某学校', one.college && at % 2 === 0 ? one.education : null, null, one.politics, one.kindWord]),
  ]
  return accepted({ id: 'v11', tags: ['three-header-rows-without-merges'], sheets: { 统计表: 'staff' }, people, book: { sheets: [{ name: '统计表', rows }] } })
}

/** No word on who is formal: heads, and with them who counts, are open. */
function noKindColumn(): Acceptance {
  const people = crew({ seed: 213, staff: STAFF })
  const rows = table(
    people,
    (one, at) => [at + 1, one.community, one.person.name, one.person.sex, month(one.birth), one.education, one.politics],
    HEADER.slice(0, 7),
  )
  const open = { oneOf: ['unknown', 'missed'] } as const
  return accepted({ id: 'v12', tags: ['no-kind-column'], sheets: { 花名册: 'staff' }, people, everywhere: { formal: 0, contracted: 0, undecided: 'skip', counted: 'skip', college: 'skip', partyLeague: 'skip', averageAge: 'skip', verdicts: { 'formal-count': 'unknown', 'contracted-count': 'unknown', 'college-share': { oneOf: ['unknown', 'met', 'missed'] }, 'average-age': { oneOf: ['unknown', 'met', 'missed'] }, 'party-league-share': { oneOf: ['unknown', ...['met', 'missed'] as const] }, 'usable-area': open, 'required-rooms': open } }, book: { sheets: [{ name: '花名册', rows }] } })
}

function leagueAndDemocrats(): Acceptance {
  const words: readonly (readonly [string, boolean])[] = [['农工党党员', false], ['致公党党员', false], ['中共党员（保留团籍）', true], ['团员', true], ['共青团', true], ['预备党员', true], ['民革党员', false], ['无党派民主人士', false], ['入党积极分子', false], ['中国共产党党员', true], ['九三学社社员', false], ['公民', false]]
  const people = crew({ seed: 214, staff: STAFF }).map((one, at): Member => {
    const [politics, partyLeague] = words[at % words.length] ?? ['群众', false]
    return { ...one, politics, partyLeague }
  })
  const rows = table(people, (one, at) => [
    at + 1,
    one.community,
    one.person.name,
    one.person.sex,
    month(one.birth),
    one.education,
    one.politics,
    one.kindWord,
  ])
  return accepted({ id: 'v13', tags: ['democratic-parties'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function unfinishedStudies(): Acceptance {
  const words: readonly (readonly [string, boolean])[] = [['大专', true], ['本科肄业', false], ['高职', true], ['职业高中', false], ['大学普通班', true], ['中专/大专', true], ['五年一贯制大专', true], ['技工学校', false], ['国开本科', true], ['大专毕业', true], ['本科', true], ['大学', true], ['大专结业', false], ['专科（电大）', true]]
  const people = crew({ seed: 215, staff: STAFF }).map((one, at): Member => {
    const [education, college] = words[at % words.length] ?? ['高中', false]
    return { ...one, education, college }
  })
  const rows = table(people, (one, at) => [
    at + 1,
    one.community,
    one.person.name,
    one.person.sex,
    month(one.birth),
    one.education,
    one.politics,
    one.kindWord,
  ])
  return accepted({ id: 'v14', tags: ['education-words'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function datesEveryWay(): Acceptance {
  const people = crew({ seed: 216, staff: { 柳桥: [6, 6], 南园: [5, 5] } })
  const ways: readonly ((one: Member) => string | number)[] = [
    one => month(one.birth), one => Number(day(one.birth, '')), one => `${String(one.birth.year)}年${String(one.birth.month)}月${String(one.birth.day)}日`, one => `${month(one.birth)}（${String(ageOn(one))}岁）`, one => dayNumber(one.birth),
    one => `${String(one.birth.year % 100)}年${String(one.birth.month)}月`, one => one.birth.year * 100 + one.birth.month, one => `${day(one.birth)} 00:00:00`, one => `${String(one.birth.year)} . ${String(one.birth.month)}`, one => day(one.birth, ''), one => day(one.birth, '.'), one => `${String(one.birth.year)}、${String(one.birth.month)}`,
  ]
  const rows = table(people, (one, at) => [
    at + 1,
    one.community,
    one.person.name,
    one.person.sex,
    ways[at % ways.length]?.(one) ?? null,
    one.education,
    one.politics,
    one.kindWord,
  ])
  return accepted({ id: 'v15', tags: ['dates-every-way'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function headersWithLatin(): Acceptance {
  const people = crew({ seed: 217, staff: STAFF })
  const rows = table(people, (one, at) => [at + 1, one.community, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kind === 'formal' ? '是' : '否', 3200], ['No.', '社区(村)', '姓名', '性别(男/女)', '出生年月(如1985.03)', '学历（最高）', '政治面貌(党员/团员/群众)', '是否在编(是/否)', '月工资（元）'], '社区工作者情况')
  return accepted({ id: 'v16', tags: ['headers-with-hints', '是否在编', 'pay-column-in-roster'], sheets: { 情况: 'staff' }, people, book: { sheets: [{ name: '情况', rows }] } })
}

/** What the cells say and how: ids only, ages only, codes, mixed words, other encodings. */
export const valueLayouts: readonly Acceptance[] = [
  idsOnly(),
  ageWithWords(),
  educationCodes(),
  everyKindWord(),
  partyYesNo(),
  statusWords(),
  gbkFile(),
  tabFile(),
  date1904(),
  wideForms(),
  threeLevelsNoMerges(),
  noKindColumn(),
  leagueAndDemocrats(),
  unfinishedStudies(),
  datesEveryWay(),
  headersWithLatin(),
]
