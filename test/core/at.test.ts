import { at, under } from '../../src/core/at'
import { dayNumber } from '../../src/core/day'

test('what is there is given, and null is something', () => {
  expect([at([3, 0], 1), at([null], 0), at(Int32Array.of(7), 0), under(new Map([['甲', 0]]), '甲')]).toEqual([0, null, 7, 0])
})

test.each<[string, () => unknown]>([
  ['behind the end', () => at([1], 1)], ['before the start', () => at([1], -1)], ['in an empty list', () => at([], 0)],
  ['between two', () => at([1, 2], 0.5)], ['nowhere', () => at([1], Number.NaN)], ['under another key', () => under(new Map([['甲', 1]]), '乙')],
  ['a day that is none', () => dayNumber('2023-02-30')], ['no day at all', () => dayNumber('')],
])('%s: a mistake of the program, and loud', (_what, miss) => {
  expect(miss).toThrow(RangeError)
})

test('a day is its digits', () => { expect(dayNumber('2024-02-29')).toBe(20_240_229) })
