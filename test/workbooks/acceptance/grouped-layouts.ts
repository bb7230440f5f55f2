import { accepted, ageOn, crew, day, grouped, month } from './crew'
import type { Acceptance, Member } from './crew'
import type { Cell, Row, Sheet } from '../workbook'

const STAFF = { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2] } as const
const HEADER = ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质'] as const
const plain = (one: Member, at: number): Cell[] => [at + 1, `${one.community}社区`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord]

function kindInSections(): Acceptance {
  const people = crew({ seed: 501, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], HEADER.slice(0, 7)]
  for (const [kind, title] of [['formal', '一、正式人员'], ['contracted', '二、聘用人员']] as const) {
    rows.push([title])
    people.filter(one => one.kind === kind).forEach((one, at) => rows.push(plain(one, at).slice(0, 7)))
  }
  return accepted({ id: 'g01', tags: ['kind-in-section-rows'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function nestedSections(): Acceptance {
  const people = crew({ seed: 502, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], ['序号', '姓名', '性别', '出生年月', '学历', '政治面貌', '职务']]
  grouped(people).forEach(([name, here], order) => {
    rows.push([`${'一二三'.charAt(order)}、${name}社区`])
    for (const [kind, title] of [['formal', '（一）正式人员'], ['contracted', '（二）聘用人员']] as const) {
      rows.push([title])
      here.filter(one => one.kind === kind).forEach((one, at) => rows.push([at + 1, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, '工作人员']))
    }
  })
  return accepted({ id: 'g02', tags: ['community-and-kind-in-nested-sections'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function kindMergedDown(): Acceptance {
  const people = crew({ seed: 503, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], ['社区', '人员性质', '姓名', '性别', '出生年月', '学历', '政治面貌']]
  const merges: string[] = []
  for (const [name, here] of grouped(people)) {
    const top = rows.length + 1
    here.forEach((one, at) =>
      rows.push([
        at === 0 ? name : null,
        at === 0 || here[at - 1]?.kind !== one.kind ? one.kindWord : null,
        one.person.name,
        one.person.sex,
        month(one.birth),
        one.education,
        one.politics,
      ]),
    )
    const formal = here.filter(one => one.kind === 'formal').length
    merges.push(`A${String(top)}:A${String(top + here.length - 1)}`, `B${String(top)}:B${String(top + formal - 1)}`, `B${String(top + formal)}:B${String(top + here.length - 1)}`)
  }
  return accepted({ id: 'g03', tags: ['kind-merged-down'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows, merges }] } })
}

function communityAtTheRight(): Acceptance {
  const people = crew({ seed: 504, staff: STAFF })
  const rows: Row[] = [['姓名', '身份证号', '学历', '政治面貌', '用工性质', '所属社区']]
  const merges: string[] = []
  for (const [name, here] of grouped(people)) {
    const top = rows.length + 1
    here.forEach((one, at) => rows.push([one.person.name, one.person.id, one.education, one.politics, one.kindWord, at === 0 ? `${name}\n社区` : null]))
    merges.push(`F${String(top)}:F${String(rows.length)}`)
  }
  return accepted({ id: 'g04', tags: ['community-merged-in-last-column', 'line-break-in-community'], sheets: { 表: 'staff' }, people, book: { sheets: [{ name: '表', rows, merges }] } })
}

/** Two rows a person: full-time study above, in-service study below, everything else merged over both. */
function twoRowsAPerson(): Acceptance {
  const people = crew({ seed: 505, staff: STAFF })
  const rows: Row[] = [['社区干部名册'], ['社区', '姓名', '性别', '出生年月', '全日制学历', '政治面貌', '人员性质'], [null, null, null, null, '在职学历', null, null]]
  const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'F2:F3', 'G2:G3']
  for (const one of people) {
    const top = rows.length + 1
    rows.push([one.community, one.person.name, one.person.sex, month(one.birth), one.college ? '高中' : one.education, one.politics, one.kindWord], [null, null, null, null, one.college ? '大专' : null, null, null])
    for (const column of 'ABCDFG') merges.push(`${column}${String(top)}:${column}${String(top + 1)}`)
  }
  return accepted({ id: 'g05', tags: ['two-rows-a-person'], sheets: { 名册: 'staff' }, people, everywhere: { college: 'skip', verdicts: { 'college-share': 'skip' } }, book: { sheets: [{ name: '名册', rows, merges }] } })
}

function longNames(): Acceptance {
  const people = crew({ seed: 506, staff: STAFF })
  const ways = ['淮海市城关区城关街道柳桥社区居民委员会', '城关街道柳桥社区', '柳桥社区居委会', '柳桥']
  const rows: Row[] = [['城关街道社区工作人员花名册'], HEADER, ...people.map((one, at): Row => [at + 1, (ways[at % ways.length] ?? '').replace('柳桥', one.community), ...plain(one, at).slice(2)])]
  return accepted({ id: 'g06', tags: ['communities-with-town-and-city'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function numberedSheets(): Acceptance {
  const people = crew({ seed: 507, staff: STAFF })
  const sheets = grouped(people).map(([name, here], at): Sheet => ({ name: `Sheet${String(at + 1)}`, rows: [[null, null, `${name}社区工作人员登记表`], ['姓名', '性别', '年龄', '文化程度', '党团员', '身份', '分工'], ...here.map((one): Row => [one.person.name, one.person.sex, ageOn(one), one.education, one.politics, one.kindWord, '网格员'])] }))
  return accepted({ id: 'g07', tags: ['community-in-title-only', 'numbered-sheets', '网格员-as-post'], sheets: Object.fromEntries(sheets.map(sheet => [sheet.name, 'staff'])), people, book: { sheets } })
}

function continued(): Acceptance {
  const people = crew({ seed: 508, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], HEADER]
  people.forEach((one, at) => {
    if (at === 8 || at === 15) rows.push([null, null, null, null, null, null, null, `第${String(at === 8 ? 1 : 2)}页`], ['社区工作人员花名册（续）'], HEADER)
    rows.push(plain(one, at))
  })
  return accepted({ id: 'g08', tags: ['continued-title-and-header', 'page-numbers'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function hiddenRowsAndColumns(): Acceptance {
  const people = crew({ seed: 509, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], HEADER, ...people.map((one, at): Row => (at % 4 === 3 ? { cells: plain(one, at), hidden: true } : plain(one, at)))]
  return accepted({ id: 'g09', tags: ['hidden-rows', 'hidden-column'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows, hiddenColumns: [8], filter: 'A2:H22' }] } })
}

function formulasAndErrors(): Acceptance {
  const people = crew({ seed: 510, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], ['序号', '社区', '姓名', '身份证号', '出生日期', '年龄', '学历', '政治面貌', '人员性质'], ...people.map((one, at): Row => {
    const row = String(at + 3)
    return [{ formula: 'ROW()-2', value: at + 1 }, one.community, one.person.name, one.person.id, { formula: `MID(D${row},7,8)`, value: day(one.birth, '') }, at % 6 === 0 ? { formula: `DATEDIF(E${row},TODAY(),"y")`, error: '#VALUE!' } : { formula: `YEAR(TODAY())-LEFT(E${row},4)`, value: ageOn(one) + 3 }, one.education, one.politics, one.kindWord]
  }), ['合计', null, { formula: 'COUNTA(C3:C22)', value: 20 }]]
  return accepted({ id: 'g10', tags: ['formula-columns', 'error-values', 'counting-formula-in-total'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function oddNames(): Acceptance {
  const names = ['计小平', '阿依古丽·买买提', '欧阳  静', '合金花', '李四（兼）', '王 五', '注华', '总国强', '小计兰', '单位明', '姓建军', '例如春', '张三', '表红', '年丽', '月梅', '性志强', '说芳', '备安', '社生']
  const people = crew({ seed: 511, staff: STAFF }).map((one, at): Member => ({
    ...one,
    person: { ...one.person, name: names[at] ?? one.person.name },
  }))
  const rows: Row[] = [['社区工作人员花名册'], HEADER, ...people.map(plain)]
  return accepted({ id: 'g11', tags: ['names-like-labels'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function tickColumns(): Acceptance {
  const people = crew({ seed: 512, staff: STAFF })
  const tick = (yes: boolean): Cell => (yes ? '√' : null)
  const rows: Row[] = [['社区工作人员情况表'], ['序号', '社区', '姓名', '性别', null, '出生年月', '学历', null, null, null, '政治面貌', null, null, '人员性质', null], [null, null, null, '男', '女', null, '研究生', '本科', '大专', '高中及以下', '党员', '团员', '群众', '正式', '聘用'],
    ...people.map((one, at): Row => [at + 1, one.community, one.person.name, tick(one.person.sex === '男'), tick(one.person.sex === '女'), month(one.birth), null, tick(one.college && at % 2 === 0), tick(one.college && at % 2 === 1), tick(!one.college), tick(one.partyLeague && one.politics !== '共青团员'), tick(one.politics === '共青团员'), tick(!one.partyLeague), tick(one.kind === 'formal'), tick(one.kind === 'contracted')])]
  return accepted({ id: 'g12', tags: ['tick-columns'], sheets: { 情况: 'staff' }, people, book: { sheets: [{ name: '情况', rows, merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:J2', 'K2:M2', 'N2:O2'] }] } })
}

function villagesToo(): Acceptance {
  const people = crew({ seed: 513, staff: { 柳桥: [4, 3], 南园村: [3, 3], 双塘: [5, 2] } })
  const rows: Row[] = [['村（社区）工作人员花名册'], ['序号', '村（社区）', ...HEADER.slice(2)], ...people.map((one, at): Row => [at + 1, one.community.endsWith('村') ? one.community : `${one.community}社区`, ...plain(one, at).slice(2)])]
  return accepted({ id: 'g13', tags: ['villages-beside-communities'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

function emptyBesideFull(): Acceptance {
  const people = crew({ seed: 514, staff: STAFF })
  const rows: Row[] = [['社区工作人员花名册'], HEADER, ...people.flatMap((one, at): Row[] => (at % 5 === 0 ? [[], [null, null, ''], plain(one, at)] : [plain(one, at)])), ...Array.from({ length: 40 }, (_, at): Row => [people.length + at + 1, null, null, null, null, null, null, null])]
  return accepted({ id: 'g14', tags: ['blank-rows-inside', 'forty-numbered-blanks'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }, { name: '空表', rows: [['社区工作人员花名册'], HEADER, [1], [2], [3]] }] } })
}

/** Layouts in which groups, merges and pages carry what a column usually does. */
export const groupedLayouts: readonly Acceptance[] = [
  kindInSections(),
  nestedSections(),
  kindMergedDown(),
  communityAtTheRight(),
  twoRowsAPerson(),
  longNames(),
  numberedSheets(),
  continued(),
  hiddenRowsAndColumns(),
  formulasAndErrors(),
  oddNames(),
  tickColumns(),
  villagesToo(),
  emptyBesideFull(),
]
