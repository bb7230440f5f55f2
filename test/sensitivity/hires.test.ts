import fc from 'fast-check'
import type { HirePlan } from '../../src/core/outlook'
import { hirePlans, judge } from '../../src/judge'
import { defaultPolicy } from '../../src/policies'
import { reading, times } from '../checks/readings'
import type { PersonGiven } from '../checks/readings'

const DAY = '2023-12-31'

function hires(people: readonly PersonGiven[]): HirePlan {
  const judged = judge(reading({ people }), defaultPolicy, DAY), [first] = hirePlans(judged, defaultPolicy, DAY).hires
  if (first === undefined) throw new Error('no plan')
  return first
}

const formal = (more: PersonGiven = {}): PersonGiven => ({ as: 'formal', ...more }), contracted = (more: PersonGiven = {}): PersonGiven => ({ as: 'contracted', ...more })
const best: PersonGiven = { college: 'yes', party: 'yes' }

describe('whom to take on', () => {
  const rows: readonly [string, PersonGiven[], Partial<HirePlan>][] = [
    ['one of each kind short: 6 of 7 with a diploma, 4 of 7 members', [...times(3, formal({ college: 'yes' })), ...times(2, contracted())], { formal: 1, contracted: 1, college: 2, collegeBeyond: 1, partyLeague: 2, partyLeagueBeyond: 2, reachable: false }],
    ['complete', [...times(4, formal(best)), ...times(3, contracted(best))], { formal: 0, contracted: 0, college: 0, collegeBeyond: 0, ageSum: null, ageReachable: true, reachable: true }],
    ['too many of one kind, and the other short', [...times(5, formal(best)), ...times(2, contracted(best))], { formal: 0, contracted: 1, over: true, reachable: false }],
    ['born 1980 all, 43 years: 45 x 7 less 6 x 43 are left for the seventh', [...times(3, formal(best)), ...times(3, contracted(best))], { formal: 1, ageSum: 57, ageReachable: true }],
    ['an age that is not known takes no part in the mean', [...times(3, formal(best)), ...times(2, contracted(best)), contracted({ ...best, birth: 0 })], { formal: 1, contracted: 0, ageSum: 6 * 45 - 5 * 43 }],
    ['too old for any newcomer to mend', [...times(3, formal({ ...best, birth: 19600101 })), ...times(3, contracted({ ...best, birth: 19600101 }))], { ageSum: 7 * 45 - 6 * 63, ageReachable: false, reachable: false }],
    ['a blank diploma is taken as none, an undecided kind as not counted', [...times(4, formal(best)), ...times(2, contracted(best)), contracted({ college: 'blank', party: 'yes' }), { as: 'undecided', ...best }], { formal: 0, contracted: 0, college: 0, collegeBeyond: 0, reachable: true }],
  ]
  test.each(rows)('%s', (_name, people, expected) => {
    expect(hires(people)).toMatchObject(expected)
  })

  test('the smallest numbers with which every target is met, as trying shows', () => {
    const person: fc.Arbitrary<PersonGiven> = fc.record({
      as: fc.constantFrom('formal', 'contracted', 'undecided'), college: fc.constantFrom('yes', 'no', 'blank'), party: fc.constantFrom('yes', 'no'), birth: fc.constantFrom(19600101, 19750601, 19990101, 0),
    }).map(({ birth, ...rest }): PersonGiven => ({ ...rest, birth, precision: birth === 0 ? 'none' : 'day' }))
    fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 9 }), people => {
      const plan = hires(people), posts = [...times(plan.formal, formal()), ...times(plan.contracted, contracted())]
      const verdict = (target: string, more: readonly PersonGiven[]): string | undefined =>
        judge(reading({ people: [...people, ...more] }), defaultPolicy, DAY).communities[0]?.judgements.find(
          each => each.target.id === target,
        )?.verdict
      const having = (key: 'college' | 'party', count: number): PersonGiven[] => posts.map((post, at) => ({ ...post, [key]: at < count ? 'yes' : 'no' }))
      expect(['met', 'surplus']).toContain(verdict('formal-count', posts))
      for (const [key, target, among, beyond] of [['college', 'college-share', plan.college, plan.collegeBeyond], ['party', 'party-league-share', plan.partyLeague, plan.partyLeagueBeyond]] as const) {
        if (beyond === 0 && people.some(each => each.as !== 'undecided' && (key === 'party' || each.college !== 'blank'))) {
          expect([target, verdict(target, having(key, among))]).toEqual([target, 'met'])
          if (among > 0) expect([target, verdict(target, having(key, among - 1))]).toEqual([target, 'missed'])
        } else if (beyond > 0) expect([target, verdict(target, having(key, posts.length))]).toEqual([target, 'missed'])
      }
      if (plan.ageSum !== null && plan.ageReachable) {
        const aged = (sum: number): PersonGiven[] => posts.map((post, at) => ({ ...post, birth: 0, precision: 'none', age: at === 0 ? sum - 18 * (posts.length - 1) : 18 }))
        expect(verdict('average-age', aged(plan.ageSum))).toBe('met')
        expect(verdict('average-age', aged(plan.ageSum + 1))).toBe('missed')
      }
    }), { numRuns: 40 })
  })

  test('a community of which nobody stands in the roster is marked, and a workbook without one has no plan', () => {
    const judged = judge(reading({ people: times(7, formal({ in: '河东' })), communities: { 河西: {} } }), defaultPolicy, DAY)
    expect(hirePlans(judged, defaultPolicy, DAY).hires.map(({ rosterMissing, formal: posts }) => [rosterMissing, posts])).toEqual([
      [false, 0],
      [true, 4],
    ])
    expect(hirePlans(judge(reading({ sites: [{ in: '河东', usable: 60 }] }), defaultPolicy, DAY), defaultPolicy, DAY)).toEqual({ hires: [], overall: null })
  })
})
