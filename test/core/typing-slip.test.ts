import { isTypingSlip } from '../../src/core/typing-slip'

test.each([
  ['the point moved', 1034, 103.4, true],
  ['the point moved far', 0.1034, 103.4, true],
  ['a sign lost', 88.5, -88.5, true],
  ['two neighbours turned', 130.4, 103.4, true],
  ['two digits turned that are no neighbours', 403.1, 103.4, false],
  ['a digit left out', 10.4, 103.4, true],
  ['the last digit left out', 103, 103.4, false],
  ['a digit put in', 1003.4, 103.4, true],
  ['another number', 103.5, 103.4, false],
  ['the same number', 103.4, 103.4, false],
  ['nothing', 0, 103.4, false],
  ['a digit left out of two', 1, 12, false],
] as const)('%s: %d for %d', (_name, typed, meant, slip) => {
  expect(isTypingSlip(typed, meant)).toBe(slip)
})
