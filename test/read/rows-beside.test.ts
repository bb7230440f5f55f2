import type { CellValue } from '../../src/core/cell'
import { readSnapshot } from '../../src/read'
import { COMMUNITIES, HEAD, outcome, personRow, staff } from './neighbours'
import type { Truth } from './neighbours'
import { AS_OF, book } from './sheets'

type Row = readonly CellValue[]
const communities = COMMUNITIES.slice(0, 3)
const people = staff(2, communities, 4)
const LEAVER: Truth = { name: '葛离职', community: '三水', kind: 'formal', college: true, party: true, birth: '1980.05' }
const H = ['序号', '社区', '姓名', '出生年月', '学历', '政治面貌', '人员类别']
const row = (person: Truth, number: number): Row => [number, `${person.community}社区`, person.name, person.birth, person.college ? '大专' : '高中', person.party ? '中共党员' : '群众', person.kind === 'formal' ? '正式' : '聘用']
const body = people.map((person, index) => row(person, index + 1))

function result(rows: readonly Row[], sheets: Readonly<Record<string, readonly Row[]>> = {}): { right: number; wrong: readonly string[] } {
  const found = outcome(readSnapshot(book({ 花名册: rows, ...sheets }), { asOf: AS_OF }), people)
  return { right: found.right, wrong: found.wrong }
}
const ALL = { right: people.length, wrong: [] }

test.each(['离职人员名单', '离职人员', '二、离职人员', '退休人员名单', '以下人员已离职', '以下为离职人员', '已离职人员：', '拟招聘人员', '拟聘人员名单', '待入职人员', '二、退休人员（1人）', '【离职人员】', '离退休人员', '调离人员', '辞职人员名单', '2023年离职人员', '2023年度退休人员名单', '附：离职人员名单', '离职人员情况', '已故人员', '候选人名单', '后备干部名单', '应聘人员名单', '调出人员', '志愿者名单', '居民代表名单', '楼栋长名单', '离任干部', '历任书记'])('people under %s are not on the staff', words => {
  const leaver = row(LEAVER, 1)
  for (const place of [[words], [null, words], [null, null, words]] as Row[])
    for (const header of [[], [H]])
      for (const blanks of [0, 1, 2]) {
        const rows: Row[] = [['社区工作人员花名册'], H, ...body, ...Array<Row>(blanks).fill([]), place, ...header, leaver]
        expect([place, header.length, blanks, result(rows)]).toEqual([place, header.length, blanks, ALL])
      }
})

test.each(['离职人员', '退休人员', '离职人员名单', '已离职'])('people on a sheet called %s are not on the staff', name => {
  expect(result([['社区工作人员花名册'], H, ...body], { [name]: [H, row(LEAVER, 1)] })).toEqual(ALL)
})

test.each<readonly [what: string, rows: readonly Row[]]>([
  ['a total per community', people.flatMap((person, index) => (index % 4 === 3 ? [row(person, index + 1), ['小计', null, '4人']] : [row(person, index + 1)]))],
  ['a total in words', people.flatMap((person, index) => (index % 4 === 3 ? [row(person, index + 1), [null, `${person.community}社区小计`, 4]] : [row(person, index + 1)]))],
  ['a total first', [['合计', null, 12], ...body]],
  ['of which', [...body, ['合计', null, 12], ['其中：正式', null, 6], ['聘用', null, 6]]],
  ['notes and signatures below', [...body, [], ['注：1.本表一式两份。'], ['2.聘用人员含临时人员。'], ['单位负责人：', null, null, '填表人：']]],
  ['vacant posts', [...body, [13, '三水社区', '空缺', null, null, null, '正式'], [14, '清泉社区', null, null, null, null, null]]],
  ['a line of the town', [...body.slice(0, 4), ['罗塘街道'], ...body.slice(4)]],
  ['kinds as sections, communities in each row', [['一、在岗人员'], ...body]],
])('rows beside the people: %s', (_what, rows) => {
  expect(result([['社区工作人员花名册'], H, ...rows])).toEqual(ALL)
})

test.each<readonly [what: string, names: (name: string, at: number) => string]>([
  ['the name and 社区', name => `${name}社区`], ['a number before', (name, at) => `${String(at + 1)} ${name}社区`], ['a roster', name => `${name}社区花名册`], ['bare', name => name], ['the office', name => `${name}居委会`],
])('a sheet a community, named by %s, with another title', (_what, names) => {
  for (const title of ['社区工作人员花名册', '姜堰镇社区工作人员基本情况表', '2023年社区干部名册']) {
    const sheets = Object.fromEntries(communities.map((name, at) => [names(name, at), [[title], ['填报单位：', null, null, '填报日期：2023年12月31日'], [...HEAD], ...people.filter(person => person.community === name).map((person, index) => personRow(person, index + 1)), [], ['填表人：']]]))
    const found = outcome(readSnapshot(book(sheets), { asOf: AS_OF }), people)
    expect([title, found.right, found.wrong]).toEqual([title, people.length, []])
  }
})
