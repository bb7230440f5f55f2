import type { Mapping } from '../../src/core/mapping'
import type { FoundTable } from '../../src/read/found-table'
import { Told, columnId, listCommunityId, listEmploymentId, nameTables, secondListId, tableId } from '../../src/read/mapping'

const found = (sheet: string, top = 1, levels: readonly (readonly string[])[] = [['姓名'], ['学历']]): FoundTable =>
  ({ sheet: { name: sheet }, header: { top, left: 1, bottom: top, right: levels.length }, levels }) as unknown as FoundTable
const answered = (answers: Readonly<Record<string, string>>): Told => new Told({ answers })
const list = found('表')
nameTables([list])

test.each<[string, boolean | undefined]>([['count', true], ['ignore', false], ['', undefined], ['yes', undefined]])('a second list, answered %j', (told, counts) => {
  expect(answered({ [secondListId(list)]: told }).counts(list)).toBe(counts)
})

test.each([['formal', 'formal'], ['contracted', 'contracted'], ['undecided', 'undecided'], ['unknown', undefined], ['', undefined], ['正式', undefined]])(
  'the kind of a whole list, answered %j',
  (told, kind) => {
    expect(answered({ [listEmploymentId(list)]: told }).listEmployment(list)).toBe(kind)
  },
)

test.each([['河南社区', '河南社区'], ['none', undefined], ['', undefined]])('the community of a whole list, answered %j', (told, community) => {
  expect(answered({ [listCommunityId(list)]: told }).listCommunity(list)).toBe(community)
})

test.each([['staff', 'staff'], ['premises', 'premises'], ['community', 'community'], ['staffing-summary', 'staffing-summary'], ['pay', 'pay'], ['budget', 'budget'],
  ['fund', 'fund'], ['funding-sources', 'funding-sources'], ['other', 'other'], ['ignore', 'ignore'], ['roster', undefined], ['', undefined]])(
  'what a table is, answered %j',
  (told, kind) => {
    expect(answered({ [tableId(list)]: told }).kind(list, 1)).toBe(kind)
  },
)

test('nothing was said', () => {
  const told = new Told(undefined)
  const answers = [told.kind(list, 1), told.column(list, 1), told.counts(list), told.listEmployment(list), told.listCommunity(list)]
  expect([answers.every(answer => answer === undefined), told.unused()]).toEqual([true, []])
})

test('tables with the same headers on one sheet are numbered in their order; on another sheet they have names of their own', () => {
  const tables = [found('表'), found('表', 9), found('表', 20, [['姓名'], ['性别']]), found('附表')], ids = (nameTables(tables), tables.map(tableId))
  expect(ids[1]).toBe(`${ids[0] ?? ''}#2`)
  expect([new Set(ids).size, ids[2]?.includes('#'), ids[3]?.startsWith('table:附表!')]).toEqual([4, false, true])
})

test('a column is named by its header: the second of two that are alike is another one', () => {
  const twice = found('表', 1, [['姓名'], ['学历'], ['学历'], ['类别', '大类']])
  nameTables([twice])
  expect(new Set([1, 2, 3, 4].map(column => columnId(twice, column))).size).toBe(4)
  expect(answered({ [columnId(twice, 3)]: 'education' }).column(twice, 3)).toBe('education')
  expect(answered({ [columnId(twice, 3)]: 'education' }).column(twice, 2)).toBeUndefined()
})

// Answers were kept under the header's place once; they hold where nothing moved.
test('an answer under the place of the header', () => {
  expect(answered({ 'column:表!B1': 'education' }).column(list, 2)).toBe('education')
  expect(answered({ 'second-list:表!A1:B1': 'count' }).counts(list)).toBe(true)
})

const entry = (sheet: string, more: object = {}): NonNullable<Mapping['tables']>[number] => ({ sheet, kind: 'pay', ...more })
test.each<[string, NonNullable<Mapping['tables']>, number, 'pay' | 'fund' | undefined]>([
  ['by its headers', [entry('表', { headers: ['姓名', '学历'] })], 2, 'pay'],
  ['by its headers before its place', [entry('表', { header: 'A1', kind: 'fund' }), entry('表', { headers: ['姓名', '学历'] })], 1, 'pay'],
  ['by its place', [entry('表', { header: 'A1:B1' })], 2, 'pay'],
  ['by its place in another row', [entry('表', { header: 'A2:B2' })], 1, undefined],
  ['as the only one of its sheet', [entry('表')], 1, 'pay'],
  ['as one of two', [entry('表')], 2, undefined],
  ['by its headers on a sheet that has another name now', [entry('旧表', { headers: ['姓名', '学历'] })], 1, 'pay'],
  ['by other headers', [entry('表', { headers: ['姓名', '性别'] })], 1, undefined],
  ['of another sheet', [entry('旧表')], 1, undefined],
])('a correction finds its table %s', (_name, tables, onSheet, kind) => {
  const told = new Told({ tables })
  expect(told.kind(list, onSheet)).toBe(kind)
  expect(told.unused()).toHaveLength(kind === undefined ? tables.length : tables.length - 1)
})

test('what found nothing is said shortly: four headers of a table, five sheets of answers', () => {
  const tables = [entry('没有', { headers: ['甲', '乙', '丙', '丁', '戊'] })]
  const told = new Told({ tables, answers: Object.fromEntries(['一', '二', '三', '四', '五', '六', '六'].map(sheet => [`table:${sheet}!1`, 'staff'])) })
  expect(told.unused()).toEqual([
    { key: 'notice.correction-unused', params: { sheet: '没有', header: '甲、乙、丙、丁' } },
    { key: 'notice.answers-unused', params: { count: 6, sheets: '一、二、三、四、五' } },
  ])
})
