import type { CellValue } from '../../src/core/cell'
import { areaName } from '../../src/core/area'
import { check } from '../../src/check'
import { defaultPolicy as policy } from '../../src/policies'
import { say } from '../../src/messages'
import { book } from '../read/sheets'
import type { SheetText } from '../read/sheets'

const HEAD = '社区|姓名|人员类别|学历'

function lines(sheets: Readonly<Record<string, SheetText>>, rule: string): readonly string[] {
  const report = check(book(sheets), { policy, asOf: '2023-12-31' })
  return report.findings.filter(finding => finding.rule === rule).map(finding => `${finding.severity} ${finding.at === null ? '' : areaName(finding.at)}`)
}

function heads(sheets: Readonly<Record<string, SheetText>>, mapping = {}): readonly string[] {
  return check(book(sheets), { policy, asOf: '2023-12-31', mapping }).communities.map(unit => `${unit.name} ${String(unit.headcount.counted)}`)
}

const roster = (...communities: readonly string[]): SheetText => [HEAD, ...communities.map((community, at): readonly CellValue[] => [community === '' ? null : community, `${'甲乙丙丁戊己庚辛壬癸子丑寅卯'.charAt(at)}某`, '正式', '大专'])]
const LIST: SheetText = ['社区|户数', '清泉社区|1200', '荷叶社区|900', '河东社区|800']

test('a community that is listed and has no row in the roster', () => {
  const sheets = { 花名册: roster('清泉社区', '荷叶社区'), 社区信息: LIST }
  expect(lines(sheets, 'community-without-people')).toEqual(['warning 社区信息!A4'])
  const east = check(book(sheets), { policy, asOf: '2023-12-31' }).communities.find(unit => unit.name === '河东')
  expect(new Set(east?.judgements.filter(judgement => /staff|formal|contracted|share|age/.test(judgement.target.id)).map(judgement => judgement.verdict))).toEqual(new Set(['unknown']))
  expect(lines({ 花名册: roster('清泉社区', '荷叶社区', '河东社区'), 社区信息: LIST }, 'community-without-people')).toEqual([])
  // Without a roster every target says so already.
  expect(lines({ 社区信息: LIST }, 'community-without-people')).toEqual([])
})

test.each<readonly [what: string, communities: readonly string[], found: readonly string[], counts: readonly string[]]>([
  ['one character changed', ['清泉社区', '清泉社区', '清全社区', '荷叶社区', '河东社区'], ['warning 花名册!A4'], ['清泉 3', '荷叶 1', '河东 1']],
  ['swapped', ['清泉社区', '清泉社区', '泉清社区', '荷叶社区', '河东社区'], ['warning 花名册!A4'], ['清泉 3', '荷叶 1', '河东 1']],
  ['a whole group misspelt', ['清泉社区', '荷业社区', '荷业社区', '荷业社区', '河东社区'], ['warning 花名册!A3:A5'], ['清泉 1', '荷叶 3', '河东 1']],
  ['a character that tells neighbours apart, misspelt', ['清泉社区', '荷叶社区', '荷叶社区', '河冻社区', '河东社区', '河东社区'], ['warning 花名册!A5'], ['清泉 1', '荷叶 2', '河东 3']],
  ['a neighbour', ['清泉社区', '清泉社区', '荷叶社区', '河东社区', '河西社区'], [], ['清泉 2', '荷叶 1', '河东 1', '河西 1']],
  ['another name', ['清泉社区', '清泉社区', '荷叶社区', '河东社区', '桃园社区'], [], ['清泉 2', '荷叶 1', '河东 1', '桃园 1']],
  ['a group of its own beside the near one', ['清泉社区', '清泉社区', '清源社区', '清源社区', '清源社区', '荷叶社区', '河东社区'], [], ['清泉 2', '清源 3', '荷叶 1', '河东 1']],
])('a name near to a listed one: %s', (_what, communities, found, counts) => {
  const sheets = { 花名册: roster(...communities), 社区信息: LIST }
  expect(lines(sheets, 'community-near-name')).toEqual(found)
  expect(heads(sheets)).toEqual(expect.arrayContaining([...counts]))
  expect(check(book(sheets), { policy, asOf: '2023-12-31' }).questions.filter(question => question.id.startsWith('near-name:'))).toHaveLength(found.length)
})

test.each<readonly [what: string, communities: readonly string[], list: SheetText, found: readonly string[]]>([
  ['one of four', ['清泉社区', '荷叶社区', '河东社区', '便民服务中心', '便民服务中心'], LIST, ['warning 花名册!A5']],
  ['none', ['清泉社区', '荷叶社区'], LIST, []],
  ['a misspelt one is asked about instead', ['清泉社区', '清泉社区', '清全社区', '荷叶社区'], LIST, []],
  ['half of them: the list is of something else', ['清泉社区', '荷叶社区', '桃园社区', '西街社区', '东街社区', '南街社区'], LIST, []],
  ['a list of one', ['清泉社区', '荷叶社区', '河东社区'], ['社区|户数', '清泉社区|1200'], []],
])('a community that the list lacks: %s', (_what, communities, list, found) => {
  expect(lines({ 花名册: roster(...communities), 社区信息: list }, 'community-not-listed')).toEqual(found)
})

test('a person may say that it is a community of its own', () => {
  const sheets = { 花名册: roster('清泉社区', '清泉社区', '清全社区', '荷叶社区', '河东社区'), 社区信息: LIST }
  expect(heads(sheets, { answers: { 'near-name:清全社区': 'own' } })).toEqual(expect.arrayContaining(['清泉 2', '清全 1']))
})

const ELEVEN = Array<string>(5).fill('清泉社区')

test.each<readonly [what: string, communities: readonly string[], found: readonly string[], counts: readonly string[]]>([
  ['between the same', [...ELEVEN, '', ...ELEVEN], ['warning 花名册!A7'], ['清泉 11']],
  ['between two', [...ELEVEN, '', ...Array<string>(6).fill('荷叶社区')], [], ['清泉 5', '荷叶 6']],
  ['at the head', ['', ...ELEVEN, ...ELEVEN], [], ['清泉 10']],
  ['once a group', ['清泉社区', '', '', '荷叶社区', '', ''], [], ['清泉 3', '荷叶 3']],
])('a blank community, %s', (_what, communities, found, counts) => {
  const sheets = { 花名册: roster(...communities) }
  expect(lines(sheets, 'community-filled-in')).toEqual(found)
  expect(heads(sheets)).toEqual(counts)
})

test('the number of communities is judged only where the workbook lists them', () => {
  const verdict = (sheets: Readonly<Record<string, SheetText>>): string | undefined => check(book(sheets), { policy, asOf: '2023-12-31' }).overall.judgements.find(judgement => judgement.target.figure === 'community-count')?.verdict
  expect(verdict({ 花名册: roster('清泉社区', '荷叶社区', '河东社区') })).toBe('unknown')
  expect(verdict({ 花名册: roster('清泉社区', '荷叶社区', '河东社区'), 社区信息: LIST })).toBe('missed')
})

test.each<readonly [count: number, verdict: string, said: string]>([
  [19, 'missed', '社区数 19 个，应设 20 个，缺 1 个'], [20, 'met', '社区数 20 个，应设 20 个，符合'], [21, 'surplus', '社区数 21 个，应设 20 个，超 1 个'],
])('%i communities for 20: %s', (count, verdict, said) => {
  const list: SheetText = ['序号|社区名称|户数', ...Array.from({ length: count }, (_, at) => `${String(at + 1)}|第${String(at + 1)}社区|${String(900 + at)}`)]
  const judged = check(book({ 社区一览表: list }), { policy, asOf: '2023-12-31' }).overall.judgements.find(({ target }) => target.id === 'community-count')
  expect([judged?.verdict, judged === undefined ? '' : say(judged.arithmetic, 'zh-CN')]).toEqual([verdict, said])
  // Communities that are missing may only be missing from the workbook.
  expect(judged?.remarks.map(({ key }) => key)).toEqual(verdict === 'missed' ? ['remark.workbook-part'] : [])
})
