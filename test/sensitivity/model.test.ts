import { FIRST, LAST, openAge, openHeads, openShare } from '../../src/judge/sensitivity/model'
import type { Aged, Having, Option, Standing, Sums } from '../../src/judge/sensitivity/model'

/** `formal+yes: counted 1 whole 1 part 1`: the answers, and what they move. */
const told = ({ steps, moves }: Option): string => {
  const sums = (['counted', 'whole', 'part', 'blank', 'unknown'] as const satisfies readonly (keyof Sums)[]).filter(key => moves[key] !== 0)
  return `${steps.map(({ answer }) => answer).join('+')}:${sums.map(key => ` ${key} ${String(moves[key])}`).join('')}`
}

test.each<[Parameters<typeof openHeads>[0], Standing, readonly string[]]>([
  ['formal', 'unknown', ['not-counted: unknown -1', 'formal: counted 1 whole 1 part 1 unknown -1', 'contracted: counted 1 whole 1 unknown -1']],
  ['contracted', 'undecided', ['not-counted:', 'formal: counted 1 whole 1', 'contracted: counted 1 whole 1 part 1']],
  ['counted', 'undecided', ['not-counted:', 'formal: counted 1 whole 1 part 1', 'contracted: counted 1 whole 1 part 1']],
])('heads, %s: somebody of a kind that is %s', (rests, standing, full) => {
  expect(openHeads(rests, standing).full.map(told)).toEqual(full)
})

test.each<[Standing, Having, readonly string[], readonly string[]]>([
  ['counted', 'open', ['yes: part 1 blank -1'], ['yes: part 1 blank -1', 'no: blank -1']],
  ['unknown', 'yes', ['formal: counted 1 whole 1 part 1 unknown -1', 'contracted: counted 1 whole 1 part 1 unknown -1'],
    ['not-counted: unknown -1', 'formal: counted 1 whole 1 part 1 unknown -1', 'contracted: counted 1 whole 1 part 1 unknown -1']],
  ['undecided', 'no', ['formal: counted 1 whole 1', 'contracted: counted 1 whole 1'], ['not-counted:', 'formal: counted 1 whole 1', 'contracted: counted 1 whole 1']],
  ['undecided', 'blank', ['formal: counted 1 whole 1 blank 1', 'contracted: counted 1 whole 1 blank 1'], ['not-counted:', 'formal: counted 1 whole 1 blank 1', 'contracted: counted 1 whole 1 blank 1']],
  ['undecided', 'open', ['formal: counted 1 whole 1 blank 1', 'formal+yes: counted 1 whole 1 part 1', 'contracted: counted 1 whole 1 blank 1', 'contracted+yes: counted 1 whole 1 part 1'],
    ['not-counted+yes:', 'not-counted+no:', 'formal+yes: counted 1 whole 1 part 1', 'formal+no: counted 1 whole 1', 'contracted+yes: counted 1 whole 1 part 1', 'contracted+no: counted 1 whole 1']],
])('a share, of somebody who is %s and has it: %s', (standing, having, partial, full) => {
  const open = openShare('education', standing, having)
  expect([open.partial.map(told), open.full.map(told)]).toEqual([partial, full])
})

test.each<[Standing, Aged, readonly string[], readonly string[]]>([
  ['counted', { is: 'known', age: 40 }, [], [':']],
  ['counted', { is: 'days', first: 39, last: 40 }, [`${LAST}: part 1`], [`${FIRST}:`, `${LAST}: part 1`]],
  ['unknown', { is: 'known', age: 40 }, ['formal: counted 1 whole 1 part 40 unknown -1', 'contracted: counted 1 whole 1 part 40 unknown -1'],
    ['not-counted: unknown -1', 'formal: counted 1 whole 1 part 40 unknown -1', 'contracted: counted 1 whole 1 part 40 unknown -1']],
  ['undecided', { is: 'blank' }, ['formal: counted 1', 'contracted: counted 1'], ['not-counted:', 'formal: counted 1', 'contracted: counted 1']],
  ['undecided', { is: 'days', first: 39, last: 40 },
    ['formal: counted 1 whole 1 part 39', `formal+${LAST}: counted 1 whole 1 part 40`, 'contracted: counted 1 whole 1 part 39', `contracted+${LAST}: counted 1 whole 1 part 40`],
    [`not-counted+${FIRST}:`, `not-counted+${LAST}:`, `formal+${FIRST}: counted 1 whole 1 part 39`, `formal+${LAST}: counted 1 whole 1 part 40`, `contracted+${FIRST}: counted 1 whole 1 part 39`, `contracted+${LAST}: counted 1 whole 1 part 40`]],
])('the mean age, of somebody who is %s, aged %j', (standing, aged, partial, full) => {
  const open = openAge(standing, aged)
  expect([open.partial.map(told), open.full.map(told)]).toEqual([partial, full])
})

test('an age that is not known is asked over 18 to 70, and left open it stays out of the mean', () => {
  const counted = openAge('counted', { is: 'open' }).full.map(told), undecided = openAge('unknown', { is: 'open' })
  expect([counted.length, counted[0], counted.at(-1)]).toEqual([53, 'age:18: whole 1 part 18', 'age:70: whole 1 part 70'])
  expect([undecided.full.length, undecided.partial.length, undecided.partial.slice(0, 2).map(told)])
    .toEqual([3 * 53, 2 * 54, ['formal: counted 1 unknown -1', 'formal+age:18: counted 1 whole 1 part 18 unknown -1']])
})
