import fc from 'fast-check'
import type { Answer, Employment, OtherSide, Presence } from '../../src/core/reading'
import { gatherFacts } from '../../src/judge/facts'
import { figures } from '../../src/judge/figures'
import { reading } from './readings'
import type { PersonGiven } from './readings'

const answer = fc.constantFrom<Answer>('yes', 'no')
const side = fc.record<OtherSide>({
  employment: fc.constantFrom<Employment>('formal', 'contracted', 'undecided'), presence: fc.constantFrom<Presence>('present', 'left'), college: answer, partyOrLeague: answer, birth: fc.constantFrom(19600101, 19750101, 19900101),
}, { requiredKeys: [] })
const someone = fc.record({
  as: fc.constantFrom<Employment>('formal', 'contracted'), presence: fc.constantFrom<Presence>('present', 'present', 'left'), college: answer, party: answer, birth: fc.constantFrom(19650101, 19800101, 19950101), other: fc.option(side, { nil: undefined, freq: 2 }),
})
const FIGURES = ['formal', 'contracted', 'staff-count', 'college-share', 'party-league-share', 'average-age']

function ends(people: readonly PersonGiven[]) {
  const facts = gatherFacts(reading({ people }), '2023-12-31', {})
  return FIGURES.map(id => {
    const taken = figures.get(id)?.take(facts.whole)
    return taken === undefined || taken.value === null ? null : [taken.low, taken.high]
  })
}

test('the range of each figure is that of every choice between the sides of every contradiction', () => {
  fc.assert(fc.property(fc.array(someone, { minLength: 2, maxLength: 5 }), given => {
    const people = given.map(({ other, ...each }): PersonGiven => ({ ...each, notes: other === undefined ? [] : [{ column: 'status', key: 'value.left-by-remark', level: 'open', otherwise: [other] }] }))
    const taken = ends(people)
    const choices = given.reduce<PersonGiven[][]>(
      (all, { other, ...each }) =>
        all.flatMap(chosen => [
          [...chosen, each],
          ...(other === undefined
            ? []
            : [
                [
                  ...chosen,
                  {
                    ...each,
                    ...(other.employment === undefined ? {} : { as: other.employment }),
                    ...(other.presence === undefined ? {} : { presence: other.presence }),
                    ...(other.college === undefined ? {} : { college: other.college }),
                    ...(other.partyOrLeague === undefined ? {} : { party: other.partyOrLeague }),
                    ...(other.birth === undefined ? {} : { birth: other.birth }),
                  },
                ],
              ]),
        ]),
      [[]],
    )
    const each = choices.map(ends)
    taken.forEach((range, index) => {
      const reached = each.flatMap(figure => figure[index] ?? [])
      // Where some choice leaves nobody to count, the figure as it was taken stands in for it.
      if (range === null || reached.length < each.length * 2) return
      expect(range[0]).toBeCloseTo(Math.min(...reached), 9)
      expect(range[1]).toBeCloseTo(Math.max(...reached), 9)
    })
  }), { numRuns: 300 })
})

test('a person who is listed twice counts once, and a community that hangs on the listing does not know', () => {
  const facts = gatherFacts(reading({ people: [{ in: '河东', as: 'formal' }, { in: '河西', as: 'formal', sameAs: 0 }, { in: '河西', as: 'formal' }] }), '2023-12-31', {})
  const formal = (unit: typeof facts.whole) => { const taken = figures.get('formal')?.take(unit); return [taken?.value, taken?.low, taken?.high] }
  expect(formal(facts.whole)).toEqual([2, 2, 2])
  expect(facts.units.map(formal)).toEqual([[1, 0, 1], [1, 1, 2]])
})

test('two listings that differ in kind leave the kind open, and the number of people not', () => {
  const facts = gatherFacts(reading({ people: [{ as: 'formal' }, { as: 'contracted', sameAs: 0 }] }), '2023-12-31', {})
  const take = (id: string) => { const taken = figures.get(id)?.take(facts.whole); return [taken?.low, taken?.high] }
  expect([take('formal'), take('contracted'), take('staff-count')]).toEqual([[0, 1], [0, 1], [1, 1]])
})

test.each<[string, PersonGiven, readonly [number, number]]>([
  ['all of them have it', { college: 'yes' }, [1, 1]],
  ['none of them has it', { college: 'no' }, [0, 0]],
])('two people who perhaps both left: nobody left to count leaves the share as it is, where %s', (_name, person, range) => {
  const perhapsLeft: PersonGiven = { ...person, notes: [{ column: 'status', key: 'value.left-by-remark', level: 'open', otherwise: [{ presence: 'left' }] }] }
  const taken = figures.get('college-share')?.take(gatherFacts(reading({ people: [perhapsLeft, perhapsLeft] }), '2023-12-31', {}).whole)
  expect([taken?.low, taken?.high]).toEqual(range)
})
