import { ageOf, earliestBirth, latestBirth } from '../../src/judge/person-facts'
import type { PersonGiven } from './readings'
import { reading } from './readings'

const person = (given: PersonGiven) => {
  const [one] = reading({ people: [given] }).people
  if (one === undefined) throw new Error('nobody')
  return one
}

test.each<readonly [what: string, given: PersonGiven, first: number, last: number]>([
  ['a month', { birth: 19800501, precision: 'month' }, 19800501, 19800531],
  ['a month of thirty days', { birth: 19800601, precision: 'month' }, 19800601, 19800630],
  ['February of a common year', { birth: 19810201, precision: 'month' }, 19810201, 19810228],
  ['February of a leap year', { birth: 19800201, precision: 'month' }, 19800201, 19800229],
  ['December', { birth: 19801201, precision: 'month' }, 19801201, 19801231],
  // 1980.1 as a number: January, or October with its zero lost.
  ['January or October', { birth: 19800101, precision: 'month-ambiguous' }, 19800101, 19801031],
  ['a year', { birth: 19800101, precision: 'year' }, 19800101, 19801231],
])('the first and the last day of birth: %s', (_what, given, first, last) => {
  const one = person(given)
  expect([earliestBirth(one), latestBirth(one)]).toEqual([first, last])
})

test.each<readonly [birth: number, asOf: number, age: number]>([
  [19800615, 20231231, 43],
  [19800615, 20230614, 42],
  [19800615, 20230615, 43],
  [19800229, 20230228, 42],
  [19800229, 20230301, 43],
  [20000101, 20000101, 0],
])('born %i, on %i: %i', (birth, asOf, age) => {
  expect(ageOf(person({ birth }), asOf)).toBe(age)
})
