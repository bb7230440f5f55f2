import { check } from '../../src/check'
import { at } from '../../src/core/at'
import type { Policy } from '../../src/core/plan'
import type { Judgement, UnitReport } from '../../src/core/report'
import { hirePlans, judge } from '../../src/judge'
import { decidingDays } from '../../src/judge/sensitivity/days'
import { defaultPolicy } from '../../src/policies'
import { book } from '../read/sheets'
import { reading, times } from './readings'
import type { Given, SiteGiven } from './readings'

const DAY = '2023-12-31'
const judged = (given: Given, policy: Policy = defaultPolicy) => judge(reading(given), policy, DAY)
const of = (unit: UnitReport | undefined, target: string): Judgement => {
  const found = unit?.judgements.find(judgement => judgement.target.id === target)
  if (found === undefined) throw new Error(`no judgement of ${target}`)
  return found
}
const [usable] = defaultPolicy.targets.filter(target => target.id === 'usable-area')

test.each<[string, Given, readonly [number, number] | null]>([
  ['all ages known', { people: [{ birth: 19831231 }, { birth: 19831231 }] }, null],
  ['one age not known: 18 to 70', { people: [{ birth: 19831231 }, { birth: 0, age: -1, precision: 'none' }] }, [(40 + 18) / 2, (40 + 70) / 2]],
  ['one of no settled kind, who counts or does not', { people: [{ birth: 19831231 }, { birth: 19831231 }, { as: 'undecided' }] }, [(80 + 18) / 3, (80 + 70) / 3]],
  ['both', { people: [{ birth: 19831231 }, { birth: 0, age: -1, precision: 'none' }, { as: 'unknown' }] }, [(40 + 36) / 3, (40 + 140) / 3]],
])('the ages that the mean may have: %s', (_name, given, range) => {
  const found = of(judged(given).communities[0], 'average-age').range
  const ends = found === null ? null : [found.low, found.high]
  expect(ends?.length).toBe(range?.length)
  ends?.forEach((end, at) => { expect(end).toBeCloseTo(range?.[at] ?? Number.NaN, 9) })
})

test.each<[string, readonly SiteGiven[], number | null]>([
  ['both areas known', [{ in: '河东', usable: 150 }, { in: '河西', usable: 250 }], 400],
  ['one not known: what is known, and the verdict says the rest', [{ in: '河东', usable: 150 }, { in: '河西', built: 900 }], 150],
])('the area of the whole: %s', (_name, sites, actual) => {
  expect(of(judged({ sites }).overall, 'usable-area').actual).toBe(actual)
})

test.each<[string, SiteGiven, string]>([
  ['too little even as it is built', { in: '河东', built: 120 }, 'proof.built-below'],
  ['a number of its own', { in: '河东', usable: 120 }, 'arithmetic.short'],
])('what proves a miss is said only where it does: %s', (_name, site, key) => {
  const { verdict, arithmetic } = of(judged({ sites: [site] }).communities[0], 'usable-area')
  expect([verdict, JSON.stringify(arithmetic).includes('proof.built-below')]).toEqual(['missed', key === 'proof.built-below'])
})

test('a figure that is no share has no parts, in a community and in the whole', () => {
  const { communities, overall } = judged({ people: times(5, {}) })
  expect([communities[0], overall].map(unit => of(unit, 'average-age').parts)).toEqual([null, null])
  expect(of(communities[0], 'college-share').parts).toEqual({ part: 0, whole: 5, needed: 4 })
})

test('the whole names no cells: they stand behind its communities', () => {
  const { communities, overall } = judged({ people: times(5, {}), sites: [{ in: '河东', usable: 100 }] })
  for (const target of ['formal-count', 'usable-area', 'average-age']) expect([of(overall, target).cells, of(communities[0], target).cells.length]).toEqual([[], 1])
})

test('a target of each community is not asked of the whole', () => {
  const policy = { ...defaultPolicy, targets: defaultPolicy.targets.map(target => (target === usable ? { ...target, scope: 'community' as const } : target)) }
  const { communities, overall } = judged({ sites: [{ in: '河东', usable: 100 }] }, policy)
  const asks = (unit: UnitReport | undefined): boolean => unit?.judgements.some(each => each.target.id === 'usable-area') === true
  expect([asks(communities[0]), asks(overall)]).toEqual([true, false])
})

test('hires of the whole are those of its communities', () => {
  const people = [...times(3, { in: '河东', as: 'formal' as const }), ...times(1, { in: '河西', as: 'contracted' as const })]
  const { hires, overall } = hirePlans(judged({ people }), defaultPolicy, DAY)
  expect([...hires, overall].map(plan => [plan?.formal, plan?.contracted])).toEqual([[1, 3], [4, 2], [5, 5]])
})

test.each<[string, number, readonly number[]]>([
  ['within the year', 20230630, [20230630, 20230701]], ['on its last day', 20231231, [20231231]], ['on a last day of a month', 20230228, [20230228, 20230301]],
  ['on the last day of the year before', 20221231, [20230101]], ['in another year', 20240315, []],
])('days that decide: a lease that ends %s', (_name, end, days) => {
  const given = reading({ sites: [{ in: '河东', usable: 500, tenure: 'rented' }] }), place = { sheet: '办公用房', row: 2, column: 6 }
  const bare = { ...defaultPolicy, targets: [] }, find = (premises: typeof given.premises) => decidingDays(bare, '2023-05-05', { ...given, premises }, [], false)
  const without = new Set(find(given.premises)), found = find(given.premises.map(row => ({ ...row, lease: { end, place } })))
  expect([...without]).toEqual([20230505, 20230101, 20231231])
  expect(found.filter(day => !without.has(day) || days.includes(day)).sort((a, b) => a - b)).toEqual(days)
})

const SOLE: readonly (readonly (string | number | null)[])[] = [['社区', '姓名', '出生日期', '学历', '政治面貌', '人员类别']]
test.each<[string, readonly (string | null)[], readonly number[]]>([
  ['a birth that is not told, where it can turn the mean', ['1983-12-31', '1973-12-31', null], [4]],
  ['two of them', ['1983-12-31', null, null], [3, 4]],
  ['none, where all are told', ['1983-12-31', '1973-12-31', '1973-12-31'], []],
])('whose birth is asked for: %s', (_name, births, rows) => {
  const people = births.map((birth, at) => ['清泉社区', `甲${String.fromCharCode(0x4e00 + at)}`, birth, '本科', '党员', '正式'])
  const { sensitivity } = check(book({ 花名册: [...SOLE, ...people] }), { policy: defaultPolicy, asOf: DAY })
  expect(sensitivity.questions.filter(({ kind }) => kind === 'birth').map(({ place }) => place?.row)).toEqual(rows)
})

test.each<[string, readonly SiteGiven[], string | undefined]>([
  ['one place of which only the built area is told', [{ in: '河东', built: 300 }], 'open.built-only'],
  ['another beside it is known: what is built there is no built area of the whole', [{ in: '河东', usable: 100 }, { in: '河东', built: 300 }], 'open.area-unknown'],
  ['neither is told', [{ in: '河东' }], 'open.area-unknown'],
])('why an area is open: %s', (_name, sites, key) => {
  expect(of(judged({ sites }).communities[0], 'usable-area').open?.key).toBe(key)
})

test('cells of people on two lists are runs of each list, the first again after the second', () => {
  const given = reading({ people: times(4, {}) }), second = { ...at(given.tables, 0), index: 1, sheet: '花名册二' }
  const people = given.people.map((person, index) => ({ ...person, table: index === 2 ? 1 : 0 }))
  const { communities } = judge({ ...given, people, tables: [...given.tables, second] }, defaultPolicy, DAY)
  const cells = of(communities[0], 'formal-count').cells.map(({ sheet, boxes }) => [sheet, boxes.map(({ top, bottom }) => [top, bottom])])
  expect(cells).toEqual([['花名册', [[2, 3], [5, 5]]], ['花名册二', [[4, 4]]]])
})

test('each is asked for what is not told of them, and for nothing else', () => {
  const row = (name: string, education: string | null, politics: string | null, kind: string | null) => ['清泉社区', name, '1985-01-01', education, politics, kind]
  const people = [row('张一', null, '党员', '正式'), row('张二', '本科', null, '正式'), row('张三', '本科', '群众', null), row('张四', '本科', '群众', '聘用')]
  const { sensitivity } = check(book({ 花名册: [...SOLE, ...people] }), { policy: defaultPolicy, asOf: DAY })
  const asked = sensitivity.questions.map(({ kind, place }) => [place?.row, kind, place?.column]).sort()
  expect(asked).toEqual([[2, 'education', 4], [3, 'politics', 5], [4, 'employment', 6]])
})
