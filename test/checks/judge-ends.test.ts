import type { Judgement, UnitReport } from '../../src/core/report'
import type { Person, Reading } from '../../src/core/reading'
import type { Verdict } from '../../src/core/verdict'
import { openOf } from '../../src/judge/open-person'
import { judgeWithMerges } from '../../src/judge/if-merged'
import { judge } from '../../src/judge/judge'
import { defaultPolicy } from '../../src/policies'
import { reading, times } from './readings'
import type { Given, PersonGiven, SiteGiven } from './readings'

const DAY = '2023-12-31'
const judged = (given: Given, day = DAY) => judge(reading(given), defaultPolicy, day)
const of = (unit: UnitReport | undefined, target: string): Judgement => {
  const found = unit?.judgements.find(judgement => judgement.target.id === target)
  if (found === undefined) throw new Error(`no judgement of ${target}`)
  return found
}

const ends = ({ range }: Judgement): readonly [number, number] | null => (range === null ? null : [range.low, range.high])

test.each<[string, PersonGiven[], [number | null, number | null, number, number, number][]]>([
  ['nobody whose age is known', [{ birth: 0 }], []],
  ['one, born in the year of the day', [{ birth: 20230601 }], [[null, 24, 0, 0, 1]]],
  ['24 and 25', [{ birth: 19990101, sex: 'male' }, { birth: 19980101, sex: 'female' }], [[null, 24, 1, 0, 0], [25, 29, 0, 1, 0]]],
  ['29 and 30', [{ age: 29, sex: 'male' }, { age: 30.9, sex: 'male' }], [[25, 29, 1, 0, 0], [30, 34, 1, 0, 0]]],
  ['59 and 60', [{ age: 59 }, { age: 60, sex: 'female' }], [[55, 59, 0, 0, 1], [60, null, 0, 1, 0]]],
  ['a hundred', [{ age: 100 }], [[60, null, 0, 0, 1]]],
  ['the day before a birthday', [{ birth: 19990101, sex: 'male' }, { birth: 19981231, sex: 'male' }], [[null, 24, 1, 0, 0], [25, 29, 1, 0, 0]]],
])('bands of ages: %s', (_name, people, bands) => {
  const ages = judged({ people }).communities[0]?.ages ?? []
  const filled = ages.filter(({ male, female, unknown }) => male + female + unknown > 0)
  expect(filled.map(({ from, to, male, female, unknown }) => [from, to, male, female, unknown])).toEqual(bands)
  expect(ages).toHaveLength(bands.length === 0 ? 0 : 9)
})

describe('what the whole has to say beside its verdict', () => {
  const remarksOf = (unit: UnitReport | undefined, target: string): string[] => of(unit, target).remarks.map(({ key }) => key)
  const seven = [...times(4, { as: 'formal' }), ...times(3, { as: 'contracted' })]

  test.each<[string, PersonGiven[], number | null]>([
    ['nobody without a community', seven, null], ['one', [...seven, { in: '' }], 1], ['two', [...seven, { in: '' }, { in: '' }], 2],
  ])('people without a community: %s', (_name, people, count) => {
    const found = of(judged({ people }).overall, 'formal-count').remarks.find(({ key }) => key === 'remark.unplaced')
    expect(found?.params['count'] ?? null).toBe(count)
  })

  test('of premises nothing is said of people', () => {
    expect(remarksOf(judged({ people: [{ in: '' }], sites: [{ in: '河东', usable: 500 }] }).overall, 'usable-area')).not.toContain('remark.unplaced')
  })

  const staff = (community: string, formal: number): PersonGiven[] => times(formal, { in: community, as: 'formal' })
  test.each<readonly [what: string, formal: readonly number[], said: boolean]>([
    ['one short and one over', [3, 5], true], ['one short', [3, 4], false], ['one over', [5, 4], false], ['all as required', [4, 4], false], ['all short', [3, 2], false],
  ])('what one has too many does not make up for another: %s', (_name, formal, said) => {
    const people = formal.flatMap((count, at) => staff(`第${String(at)}社区`, count))
    expect(remarksOf(judged({ people }).overall, 'formal-count').includes('remark.no-offset')).toBe(said)
  })

  test('what is said of people in the figure is said of the whole, and of premises only in each community', () => {
    const { overall, communities } = judged({ people: [...seven, { as: 'undecided' }], sites: [{ in: '河东', area: 300 }] })
    expect(remarksOf(overall, 'formal-count')).toContain('remark.undecided')
    expect([overall, communities[0]].map(unit => remarksOf(unit, 'usable-area').includes('remark.area-taken-as-usable'))).toEqual([false, true])
  })

  test.each([['2022-01-01', false], ['2021-12-31', true]])('on %s the value is not yet in force: %s, said once and not in every community', (day, early) => {
    const { overall, communities } = judged({ people: seven }, day)
    for (const target of ['formal-count', 'college-share'])
      expect([overall, communities[0]].map(unit => remarksOf(unit, target).includes('remark.not-yet-in-force'))).toEqual([early, false])
  })
})

test('where the workbook has no rows for a figure, all communities share the one open judgement', () => {
  const { communities } = judged({ communities: { 河东: {}, 河西: {}, 河南: {} }, sites: [{ in: '河东', usable: 500 }] })
  const [first, ...others] = communities.map(unit => of(unit, 'formal-count'))
  expect([first?.verdict, others.every(each => each === first)]).toEqual(['unknown', true])
})

test('every place of a community stands behind its area', () => {
  const { communities } = judged({ sites: [{ in: '河东', usable: 300 }, { in: '河西', usable: 900 }, { in: '河东', usable: 300 }] })
  const rows = communities.map(unit => of(unit, 'usable-area').cells.flatMap(({ boxes }) => boxes.flatMap(({ top, bottom }) => [top, bottom])))
  expect(rows.map(each => [...new Set(each)])).toEqual([[2, 4], [3]])
})

describe('the four rooms', () => {
  const ALL = ['present', 'present', 'present', 'present'] as const
  test.each<[string, Omit<SiteGiven, 'in'>, number | null, readonly [number, number] | null, Verdict]>([
    ['all there', { rooms: ALL }, 4, null, 'met'],
    ['one shared is there', { rooms: ['shared', 'present', 'present', 'present'] }, 4, null, 'met'],
    ['one absent', { rooms: ['present', 'present', 'present', 'absent'] }, 3, null, 'missed'],
    ['one not told', { rooms: ['present', 'present', 'present', 'unknown'] }, 3, [3, 4], 'unknown'],
    ['one not told, and not all are there', { rooms: ['present', 'present', 'present', 'unknown'], allRooms: false }, 3, null, 'missed'],
    ['two not told, and not all are there', { rooms: ['present', 'present', 'unknown', 'unknown'], allRooms: false }, 2, [2, 3], 'missed'],
    ['one absent, one not told, and not all are there', { rooms: ['present', 'present', 'absent', 'unknown'], allRooms: false }, 2, [2, 3], 'missed'],
    ['all there, and said not to be', { rooms: ALL, allRooms: false }, 4, null, 'met'],
    ['none told', { rooms: ['unknown', 'unknown', 'unknown', 'unknown'] }, null, null, 'unknown'],
    ['none told, and not all are there', { rooms: ['unknown', 'unknown', 'unknown', 'unknown'], allRooms: false }, null, [0, 3], 'missed'],
    ['none there', { rooms: ['absent', 'absent', 'absent', 'absent'] }, 0, null, 'missed'],
  ])('%s', (_name, site, actual, range, verdict) => {
    const [unit] = judged({ sites: [{ in: '河东', usable: 500, ...site }] }).communities, judgement = of(unit, 'required-rooms')
    expect(unit?.premises?.rooms).toBe(site.rooms?.every(room => room === 'unknown') === true ? null : actual)
    expect([judgement.actual, ends(judgement), judgement.verdict]).toEqual([actual, range, verdict])
  })
})

test.each<[string, number, Verdict]>([
  ['the day before', 20231230, 'unknown'], ['on the very day', 20231231, 'met'], ['the day after', 20240101, 'met'], ['on a day that nobody wrote', 0, 'unknown'],
])('a lease that ended %s', (_name, end, verdict) => {
  const given = reading({ sites: [{ in: '河东', usable: 500, tenure: 'rented' }] }), place = { sheet: '办公用房', row: 2, column: 6 }
  const premises = given.premises.map(row => ({ ...row, lease: { end, place } }))
  expect(of(judge({ ...given, premises }, defaultPolicy, DAY).communities[0], 'usable-area').verdict).toBe(verdict)
})

describe('what is open about a person', () => {
  const ALL = { employment: 1, college: 2, politics: 3, birth: 4 } as unknown as Parameters<typeof openOf>[1]
  const without = (key: string): typeof ALL => ({ ...ALL, [key]: 0 })
  const open = { employment: true, college: true, partyOrLeague: true, birth: 'ages' }, nothing = { employment: false, college: false, partyOrLeague: false, birth: null }
  const told: PersonGiven = { as: 'formal', college: 'yes', party: 'no', birth: 19800101 }
  test.each<[string, PersonGiven, typeof ALL, object]>([
    ['all told', told, ALL, nothing],
    ['nothing told', { as: 'unknown', college: 'blank', party: 'unclear', birth: 0 }, ALL, open],
    ['the kind, for the user to decide', { ...told, as: 'undecided' }, ALL, { ...nothing, employment: true }],
    ['the kind, and no column for it: nothing else is asked', { as: 'unknown', college: 'blank', party: 'blank', birth: 0 }, without('employment'), nothing],
    ['the kind told, and no column for it', { as: 'formal', college: 'blank' }, without('employment'), { ...nothing, college: true }],
    ['no column for college', { ...told, college: 'blank' }, without('college'), nothing],
    ['no column for politics', { ...told, party: 'blank' }, without('politics'), nothing],
    ['no column for births', { ...told, birth: 0 }, without('birth'), nothing],
    ['a month', { ...told, birth: 19800501, precision: 'month' }, ALL, { ...nothing, birth: 'days' }],
    ['a month, where no column is for births', { ...told, birth: 19800501, precision: 'month' }, without('birth'), { ...nothing, birth: 'days' }],
    ['an age', { as: 'formal', college: 'yes', age: 40 }, ALL, nothing],
    ['somebody who left', { as: 'unknown', presence: 'left' }, ALL, nothing],
    ['a post that nobody holds', { as: 'unknown', presence: 'vacant' }, ALL, nothing],
    ['a second listing', { as: 'unknown', sameAs: 0 }, ALL, nothing],
  ])('%s', (_name, given, columns, expected) => {
    const [person] = reading({ people: [given] }).people
    expect(person === undefined ? null : openOf(person, columns, defaultPolicy.readings ?? {})).toMatchObject(expected)
  })
})

describe('a workbook whose merged areas nobody could tell, read both ways', () => {
  const four = times(4, { as: 'formal' }), three = times(3, { as: 'formal' }), unclear: PersonGiven[] = [...three, { as: 'unknown' }]
  const both = (one: Given, other: Given): Reading => ({ ...reading(one), ifMerged: reading(other) })
  test.each<[string, Given, Given, Verdict, readonly [number, number] | null]>([
    ['the same either way', { people: four }, { people: four }, 'met', null],
    ['another verdict', { people: four }, { people: three }, 'unknown', [3, 4]],
    ['another verdict, the other way round', { people: three }, { people: [...four, { as: 'formal' }] }, 'unknown', [3, 5]],
    ['open as it stands', { people: times(4, { as: 'unknown' }) }, { people: four }, 'unknown', null],
    ['a community that the other reading lacks', { people: four }, { people: four.map(each => ({ ...each, in: '河西' })) }, 'unknown', [4, 4]],
  ])('%s', (_name, one, other, verdict, range) => {
    const plain = of(judged(one).communities[0], 'formal-count')
    const found = of(judgeWithMerges(both(one, other), defaultPolicy, DAY).communities[0], 'formal-count')
    expect(found.verdict).toBe(verdict)
    if (found.verdict === plain.verdict) expect(found).toEqual(plain)
    else expect([ends(found), found.lacking]).toEqual([range, []])
  })

  test('nothing of the kind, and nothing is looked at twice', () => {
    const once = reading({ people: unclear })
    expect(judgeWithMerges(once, defaultPolicy, DAY)).toEqual(judge(once, defaultPolicy, DAY))
  })
})

test.each<readonly [what: string, site: Omit<SiteGiven, 'in'>, range: readonly [number, number] | null]>([
  ['a measured area', { usable: 220 }, null],
  ['about 200', { usable: { value: 200, low: 180, high: 220, about: true } }, [180, 220]],
  ['200 and more, without an end', { usable: { value: 200, low: 200, high: Number.POSITIVE_INFINITY, about: true } }, null],
  ['an area of no stated kind', { area: 220 }, null],
  ['built area alone', { built: 220 }, [0, 220]],
])('the range of an area: %s', (_what, site, range) => {
  const { communities } = judged({ sites: [{ in: '河东', ...site }] })
  expect(ends(of(communities[0], 'usable-area'))).toEqual(range)
})

test('people of a list that does not count stand in nothing that is judged', () => {
  const given: Given = { people: times(3, { as: 'formal', college: 'yes' }) }
  const alone = reading(given), [list] = alone.tables, [person] = alone.people
  if (list === undefined || person === undefined) throw new Error('no list')
  const old: Person = { ...person, table: alone.tables.length, college: 'no' }
  const beside: Reading = {
    ...alone, tables: [...alone.tables, { ...list, index: alone.tables.length, sheet: '旧名册', counted: false }],
    people: [old, ...alone.people, old],
  }
  const plain = (each: Reading) => {
    const { overall, communities, facts } = judge(each, defaultPolicy, DAY)
    const taken = [overall, ...communities].map(unit => [unit.headcount, unit.judgements.map(({ actual, verdict }) => [actual, verdict])])
    return [taken, facts.units.length]
  }
  expect(plain(beside)).toEqual(plain(alone))
})
