import { judge } from '../../src/judge'
import { defaultPolicy } from '../../src/policies'
import { reading, times } from './readings'
import type { Given, PersonGiven, SiteGiven } from './readings'

const FULL: readonly PersonGiven[] = [...times(4, { as: 'formal', college: 'yes', party: 'yes' }), ...times(3, { as: 'contracted', college: 'yes', party: 'yes' })]
const ROOMS = ['present', 'present', 'present', 'present'] as const
const people = (...more: readonly PersonGiven[]): Given => ({ people: [...FULL, ...more] })
const sites = (...given: readonly Omit<SiteGiven, 'in'>[]): Given => ({ sites: given.map(site => ({ in: '河东', rooms: ROOMS, ...site })) })

/** `key name=value …` of each remark on the first community, in the order in which they are said. */
function remarks(given: Given, target: string): string[] {
  const judged = judge(reading(given), defaultPolicy, '2023-12-31').communities[0]?.judgements.find(each => each.target.id === target)
  if (judged === undefined) throw new Error(`no judgement of ${target}`)
  return judged.remarks.map(({ key, params }) => [key.slice('remark.'.length), ...Object.entries(params).map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(' '))
}

test.each<readonly [what: string, given: Given, said: readonly string[]]>([
  ['as required', people(), []],
  ['one whose kind is to be decided', people({ as: 'undecided' }), ['undecided count=1', 'could-turn']],
  ['one whose kind is not told', people({ as: 'unknown' }), ['kind-unknown count=1', 'could-turn']],
  ['both, of each two', people(...times(2, { as: 'undecided' }), ...times(2, { as: 'unknown' })), ['undecided count=2', 'kind-unknown count=2', 'could-turn']],
  ['one on leave is counted', people({ as: 'contracted', presence: 'leave' }), ['away count=1']],
  ['one seconded out, too', people({ as: 'contracted', presence: 'seconded-out' }), ['away count=1']],
  ['a vacant post', people({ presence: 'vacant' }), ['vacant vacant=1']],
  ['one who left', people({ presence: 'left' }), ['left left=1']],
  ['posts without anybody', { people: times(2, { presence: 'vacant' }) }, ['vacant vacant=2', 'nobody']],
])('formal staff: %s', (_what, given, said) => {
  expect(remarks(given, 'formal-count')).toEqual(said)
})

test.each<readonly [what: string, given: Given, target: string, said: readonly string[]]>([
  ['nothing open', people(), 'college-share', []],
  ['one blank that turns nothing', people({ as: 'formal', college: 'blank' }), 'college-share', ['blank-share count=1 part=8 whole=8 high=1']],
  ['blanks that would turn it', { people: [...times(3, { as: 'formal', college: 'yes' }), ...times(2, { as: 'formal', college: 'blank' })] }, 'college-share', ['blank-share count=2 part=5 whole=5 high=1', 'could-turn']],
  ['a word not known is a blank', people({ as: 'formal', party: 'unclear' }), 'party-league-share', ['blank-share count=1 part=8 whole=8 high=1']],
  ['one of no settled kind that turns nothing', people({ as: 'undecided' }), 'college-share', []],
  ['two of no settled kind who would turn it', { people: [...times(2, { as: 'formal', college: 'no' }), ...times(8, { as: 'unknown' })] }, 'college-share', ['could-turn']],
  ['the other way round', { people: [...times(4, { as: 'formal', college: 'yes' }), ...times(2, { as: 'undecided' })] }, 'college-share', ['could-turn']],
  ['the mean age beside people of no settled kind', { people: [...times(4, { as: 'formal', age: 40 }), ...times(4, { as: 'undecided' })] }, 'average-age', ['ages-stated count=4', 'could-turn']],
  ['the same, and nothing can turn it', { people: [...times(40, { as: 'formal', age: 30 }), { as: 'undecided' }] }, 'average-age', ['ages-stated count=40']],
  ['ages to the day', people(), 'average-age', []],
  ['an age as it is written', people({ as: 'formal', age: 50 }), 'average-age', ['ages-stated count=1']],
  ['a birth of a month', people({ as: 'formal', birth: 19801200, precision: 'month' }), 'average-age', []],
  ['a birth of a year, on the last day of a year', people({ as: 'formal', birth: 19800000, precision: 'year' }), 'average-age', []],
  ['no birth', people({ as: 'formal', birth: 0 }), 'average-age', ['ages-unknown count=1 low=39.875 high=46.375', 'could-turn']],
])('shares and ages: %s', (_what, given, target, said) => {
  expect(remarks(given, target)).toEqual(said)
})

const NEW = 'new-built'
test.each<readonly [what: string, given: Given, said: readonly string[]]>([
  ['usable area of its own', sites({ usable: 220 }), [NEW]],
  ['an area that does not say which', sites({ area: 220 }), ['area-taken-as-usable', NEW]],
  ['an about-value beyond the line', sites({ usable: { value: 300, low: 270, high: 330, about: true } }), ['area-about value=300', NEW]],
  ['an about-value at the line: the reason says it, and no remark again', sites({ usable: { value: 205, low: 184.5, high: 225.5, about: true } }), []],
  ['an open end without a value is open', sites({ usable: { low: 200, high: Number.POSITIVE_INFINITY, about: true } }), []],
  ['two places', sites({ usable: 120 }, { usable: 120 }), ['sites count=2', NEW]],
  ['one that stands and one that is being built', sites({ usable: 220 }, { usable: 120, tenure: 'in-building' }), ['in-building count=1 area=120', NEW]],
  ['rented, so none of its own', sites({ usable: 220, tenure: 'rented' }), ['not-own own=0', NEW]],
  ['to be demolished', sites({ usable: 220, demolition: 'yes' }), ['demolition', NEW]],
  ['built area below the line', sites({ built: 150 }), ['usable-estimate estimate=105 coefficient=0.7', NEW]],
  ['built area above it', sites({ built: 300 }), ['usable-estimate estimate=210 coefficient=0.7']],
])('usable area: %s', (_what, given, said) => {
  expect(remarks(given, 'usable-area')).toEqual(said)
})

test.each<readonly [what: string, given: Given, said: readonly string[]]>([
  ['all four', sites({ usable: 220 }), [NEW]],
  ['one missing', sites({ usable: 220, rooms: ['present', 'absent', 'present', 'present'] }), ['rooms-absent rooms=[{"key":"room.police","params":{}}]', NEW]],
  ['one shared', sites({ usable: 220, rooms: ['present', 'shared', 'present', 'present'] }), ['rooms-shared rooms=[{"key":"room.police","params":{}}]', NEW]],
])('rooms: %s', (_what, given, said) => {
  expect(remarks(given, 'required-rooms')).toEqual(said)
})

test.each<readonly [what: string, given: Given, target: string, said: string]>([
  ['nobody of a settled kind', { people: [{ as: 'undecided' }] }, 'college-share', 'open.nobody-counted'],
  ['nobody whose kind is told', { people: times(2, { as: 'unknown' }) }, 'college-share', 'open.no-kind count=2'],
  ['only vacant posts', { people: [{ presence: 'vacant' }] }, 'party-league-share', 'open.nobody-counted'],
  ['only premises', { sites: [{ in: '河东', usable: 220 }] }, 'average-age', 'open.no-roster'],
  ['nobody of this community', { people: FULL.map(person => ({ ...person, in: '河西' })), communities: { 河东: {} } }, 'formal-count', 'open.no-people-of-community'],
  ['all blank', { people: times(3, { as: 'formal', college: 'blank' }) }, 'college-share', 'open.all-blank count=3'],
  ['no age of anybody', { people: times(3, { as: 'formal', birth: 0 }) }, 'average-age', 'open.no-ages count=3'],
])('why there is no figure: %s', (_what, given, target, said) => {
  const found = judge(reading(given), defaultPolicy, '2023-12-31').communities.find(({ name }) => name === '河东')?.judgements.find(each => each.target.id === target)
  const reason = found?.arithmetic.params['reason'] as { readonly key: string; readonly params: object } | undefined
  expect([found?.verdict, [reason?.key, ...Object.entries(reason?.params ?? {}).map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(' ')]).toEqual(['unknown', said])
})
