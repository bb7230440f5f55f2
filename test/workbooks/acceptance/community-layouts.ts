import { accepted, ageOn, crew, day, dayNumber, grouped, month } from './crew'
import type { Acceptance, Member } from './crew'
import type { Cell, Row } from '../workbook'

const FOUR = { 柳桥: [4, 3], 南园: [3, 3], 双塘: [5, 2], 沿河: [4, 3] } as const

function sectionWithHeads(): Acceptance {
  const people = crew({ seed: 101, staff: FOUR, formalWords: ['在编', '正式'], contractedWords: ['编外', '聘用'] })
  const rows: Row[] = [['社区工作者名册'], ['姓名', '性别', '出生年月', '文化程度', '政治面貌', '用工性质', '备注']]
  const merges = ['A1:G1']
  for (const [name, here] of grouped(people)) {
    rows.push([`${name}社区　共${String(here.length)}人（正式${String(here.filter(one => one.kind === 'formal').length)}人，聘用${String(here.filter(one => one.kind === 'contracted').length)}人）`])
    merges.push(`A${String(rows.length)}:G${String(rows.length)}`)
    for (const one of here) rows.push([one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord, null])
  }
  return accepted({ id: 'c01', tags: ['section-row-with-headcount', 'no-seq'], sheets: { 名册: 'staff' }, people, book: { sheets: [{ name: '名册', rows, merges }] } })
}

function headerInRowSeven(): Acceptance {
  const people = crew({ seed: 102, staff: FOUR })
  const rows: Row[] = [
    ['关于报送社区工作者基本情况的说明'],
    ['各社区：按照街道党工委要求，请如实填写下表，不得漏报、瞒报。'],
    ['一、统计范围为社区全体工作人员，包括正式人员和聘用人员。'],
    ['二、学历以毕业证书为准，姓名与身份证一致。'],
    [],
    ['附表：社区工作者基本情况', null, null, null, null, '统计时间：2023年12月'],
    ['编号', '所属社区', '社工姓名', '男/女', '出生日期', '最高学历', '政治身份', '人员身份'],
    ...people.map((one, at) => [at + 1, `${one.community}社区居委会`, one.person.name, one.person.sex, { value: dayNumber(one.birth), style: { format: 'yyyy/m/d' } }, one.education, one.politics, one.kindWord]),
  ]
  return accepted({ id: 'c02', tags: ['header-row-7', 'preamble'], sheets: { Sheet1: 'staff' }, people, book: { sheets: [{ name: 'Sheet1', rows }] } })
}

function unitAndIdentity(): Acceptance {
  const people = crew({ seed: 103, staff: FOUR, formalWords: ['事业编制', '正式'], contractedWords: ['合同制', '临时工', '劳务派遣'] })
  const rows: Row[] = [['序号', '单位', '姓名', '身份', '出生', '学历', '党派', '备注'], ...people.map((one, at) => [at + 1, `${one.community}社区`, one.person.name, one.kindWord, day(one.birth), one.education, one.politics, null])]
  return accepted({ id: 'c03', tags: ['单位-as-community', '身份-as-kind'], sheets: { 人员: 'staff' }, people, book: { sheets: [{ name: '人员', rows }] } })
}

function townshipBeside(): Acceptance {
  const people = crew({ seed: 104, staff: FOUR })
  const rows: Row[] = [['城区社区工作人员一览表'], ['序号', '镇（街道）', '村（社区）', '姓名', '性别', '身份证号', '学历', '政治面貌', '人员类别']]
  people.forEach((one, at) => rows.push([at + 1, at === 0 ? '城关街道' : null, at === 0 || people[at - 1]?.community !== one.community ? `${one.community}社区` : null, one.person.name, one.person.sex, one.person.id, one.education, one.politics, one.kindWord]))
  return accepted({ id: 'c04', tags: ['township-column', 'ids-only', 'fill-down-without-merge'], sheets: { 一览表: 'staff' }, people, book: { sheets: [{ name: '一览表', rows }] } })
}

function perCommunityAfterSummary(): Acceptance {
  const people = crew({ seed: 105, staff: FOUR })
  const groups = grouped(people)
  const summary: Row[] = [['社区人员配备汇总'], ['序号', '社区名称', '编制数', '实有人数', '其中：正式', '聘用', '大专以上', '党员数'], ...groups.map(([name, here], at) => [at + 1, `${name}社区`, 7, here.length, here.filter(one => one.kind === 'formal').length, here.filter(one => one.kind === 'contracted').length, here.filter(one => one.college).length, here.filter(one => one.partyLeague).length]), ['合计', null, 28, people.length]]
  const sheets = groups.map(([name, here]) => ({
    name,
    rows: [[`${name}社区居民委员会工作人员情况`], ['姓名', '性别', '年龄', '学历', '政治面貌', '职务', '用工形式'], ...here.map(one => [one.person.name, one.person.sex, ageOn(one), one.education, one.politics, '工作人员', one.kindWord]), ['填报人：', null, null, '负责人：']] as Row[],
  }))
  return accepted({ id: 'c05', tags: ['summary-sheet-first', 'one-sheet-per-community', 'age-only'], sheets: { 汇总: 'decoy', ...Object.fromEntries(groups.map(([name]) => [name, 'staff'])) }, people, book: { sheets: [{ name: '汇总', rows: summary }, ...sheets] } })
}

function blocksOnOneSheet(): Acceptance {
  const people = crew({ seed: 106, staff: FOUR, formalWords: ['正式人员'], contractedWords: ['聘用人员'] })
  const rows: Row[] = []
  for (const [name, here] of grouped(people)) {
    rows.push([`${name}社区工作人员名单`], ['序号', '姓名', '出生年月', '学历', '政治面貌', '人员性质'])
    here.forEach((one, at) => rows.push([at + 1, one.person.name, `${String(one.birth.year)}年${String(one.birth.month)}月`, one.education, one.politics, one.kindWord]))
    rows.push([], [])
  }
  return accepted({ id: 'c06', tags: ['block-per-community', 'repeated-title-and-header'], sheets: { 名单: 'staff' }, people, book: { sheets: [{ name: '名单', rows }] } })
}

function restartingNumbers(): Acceptance {
  const people = crew({ seed: 107, staff: FOUR })
  const rows: Row[] = [['社区', '序号', '姓 名', '出生 年月', '学 历', '政治 面貌', '编 制']]
  for (const [name, here] of grouped(people)) {
    here.forEach((one, at) => rows.push([at === 0 ? name : null, at + 1, one.person.name, month(one.birth), one.education, one.politics, one.kind === 'formal' ? '在编' : '非在编']))
    rows.push([null, null, '小计', `${String(here.length)}人`], [])
  }
  rows.push([null, null, '总计', `${String(people.length)}人`])
  return accepted({ id: 'c07', tags: ['seq-restarts', 'blank-separator', 'total-in-name-column', '编制-as-kind'], sheets: { Sheet1: 'staff' }, people, book: { sheets: [{ name: 'Sheet1', rows }] } })
}

function sideBySide(): Acceptance {
  const people = crew({ seed: 108, staff: { 柳桥: [4, 3], 南园: [4, 3] } })
  const [left, right] = grouped(people)
  const cells = (one: Member | undefined, at: number): Cell[] =>
    one === undefined
      ? [null, null, null, null, null, null]
      : [at + 1, one.person.name, month(one.birth), one.education, one.politics, one.kindWord]
  const header = ['序号', '姓名', '出生年月', '学历', '政治面貌', '人员性质']
  const rows: Row[] = [['柳桥社区工作人员', null, null, null, null, null, null, '南园社区工作人员'], [...header, null, ...header]]
  for (let at = 0; at < 7; at++) rows.push([...cells(left?.[1][at], at), null, ...cells(right?.[1][at], at)])
  return accepted({ id: 'c08', tags: ['two-rosters-side-by-side', 'community-from-title-above'], sheets: { Sheet1: 'staff' }, people, book: { sheets: [{ name: 'Sheet1', rows, merges: ['A1:F1', 'H1:M1'] }] } })
}

function farFromTheCorner(): Acceptance {
  const people = crew({ seed: 109, staff: FOUR })
  const rows: Row[] = [[], [], [], [null, null, null, null, '社区工作人员统计表'], [], [null, null, null, '序', '社区（居委会）', '姓名', '性别', '出生年月日', '文化程度', '政治面貌', '用工类型'], ...people.map((one, at): Row => [null, null, null, at + 1, one.community, one.person.name, one.person.sex, Number(day(one.birth, '')), one.education, one.politics, one.kindWord])]
  return accepted({ id: 'c09', tags: ['starts-at-D6', 'integer-dates'], sheets: { 数据: 'staff' }, people, book: { sheets: [{ name: '数据', rows }] } })
}

function kindBySheet(): Acceptance {
  const people = crew({ seed: 110, staff: FOUR })
  const sheet = (name: string, title: string, kind: Member['kind']): { name: string; rows: Row[] } => ({ name, rows: [[title], ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '职务'], ...people.filter(one => one.kind === kind).map((one, at) => [at + 1, `${one.community}社区`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, '工作人员'])] })
  return accepted({ id: 'c10', tags: ['kind-by-sheet-name'], sheets: { 正式人员: 'staff', 聘用人员: 'staff' }, people, book: { sheets: [sheet('正式人员', '社区正式人员花名册', 'formal'), sheet('聘用人员', '社区聘用人员花名册', 'contracted')] } })
}

function tooManyNames(): Acceptance {
  const people = crew({ seed: 111, staff: FOUR })
  const rows: Row[] = [['2023年社区工作人员情况'], ['序号', '社区名称', '姓名', '学历', '政治面貌', '人员性质', '出生年月', '配偶姓名', '紧急联系人'], ...people.map((one, at) => [at + 1, at % 2 === 0 ? `${one.community}社区` : `${one.community} 居委会`, one.person.name, one.education, one.politics, one.kindWord, month(one.birth), people[(at + 3) % people.length]?.person.name ?? null, people[(at + 5) % people.length]?.person.name ?? null]), ['制表人：张某某', null, null, null, '审核人：李某某', null, '2023年12月31日']]
  return accepted({ id: 'c11', tags: ['other-name-columns', 'signature-with-names', 'community-variants'], sheets: { 情况: 'staff' }, people, book: { sheets: [{ name: '情况', rows }] } })
}

function communityLast(): Acceptance {
  const people = crew({ seed: 112, staff: FOUR, formalWords: ['固定', '全额'], contractedWords: ['人事代理', '合同工'] })
  const rows: Row[] = [['身份证号码', '姓名', '编制类别', '政治面貌', '第一学历', '后取学历', '服务社区'], ...people.map(one => [one.person.id, one.person.name, one.kindWord, one.politics, one.college ? '高中' : one.education, one.college ? one.education : '无', `${one.community}社区`])]
  return accepted({ id: 'c12', tags: ['columns-reversed', 'two-education-columns', 'ids-only'], sheets: { 表一: 'staff' }, people, book: { sheets: [{ name: '表一', rows }], strings: 'inline' } })
}

/** The title names the office that collects, not a community; the communities stand in the column. */
function officeTitles(): Acceptance {
  const people = crew({ seed: 113, staff: FOUR })
  const rows: Row[] = [['城关街道社区服务中心社区工作者花名册'], ['填报单位：城关街道社区建设科', null, null, null, '填报日期：2023.12.31'], ['序号', '居委会', '姓名', '性别', '出生年月', '学历', '政治面貌', '岗位性质'], ...people.map((one, at): Row => [at + 1, `${one.community}社区居民委员会`, one.person.name, one.person.sex, month(one.birth, '-'), one.education, one.politics, one.kindWord])]
  return accepted({ id: 'c13', tags: ['居民委员会-suffix', 'office-in-title'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows }] } })
}

/** Where the community stands and where the header stands. */
export const communityLayouts: readonly Acceptance[] = [
  sectionWithHeads(),
  headerInRowSeven(),
  unitAndIdentity(),
  townshipBeside(),
  perCommunityAfterSummary(),
  blocksOnOneSheet(),
  restartingNumbers(),
  sideBySide(),
  farFromTheCorner(),
  kindBySheet(),
  tooManyNames(),
  communityLast(),
  officeTitles(),
]
