import fc from 'fast-check'
import type { Verdict } from '../../src/core/verdict'
import { WORST_FIRST, wholeVerdict } from '../../src/judge/judge'
import { wholeOutcomes, wholeTurn } from '../../src/judge/sensitivity/whole-outlook'
import type { Share } from '../../src/judge/sensitivity/whole-outlook'

/** A community that now has the first verdict, and each other one for so many answers: `missed unknown1 met3`. */
function share(text: string): Share {
  const [now = '', ...others] = text.split(' ')
  const reach = new Map([[now as Verdict, 0], ...others.map(each => [each.slice(0, -1) as Verdict, Number(each.slice(-1))] as const)])
  return { outcomes: new Set(reach.keys()), reach: new Map([...reach].map(([verdict, cost]) => [verdict, { cost, picks: [], day: 0 }])) }
}
const shares = (texts: readonly string[]): Share[] => texts.map(share)

test.each<readonly [what: string, texts: readonly string[], outcomes: readonly Verdict[], cost: number | null, turns: readonly number[]]>([
  ['one that stays', ['met'], ['met'], null, []],
  ['one that can turn', ['missed met2'], ['met', 'missed'], 2, [2]],
  ['a second one that stays short: nothing turns the whole', ['missed met2', 'missed'], ['missed'], null, []],
  ['and first in the list', ['missed', 'missed met2'], ['missed'], null, []],
  ['both must turn', ['missed met2', 'missed met1'], ['met', 'missed'], 3, [2, 1]],
  ['one is enough to spoil it', ['met missed4', 'met missed2', 'met missed3'], ['met', 'missed'], 2, [2]],
  ['of equal ones the first', ['met missed2', 'met missed2'], ['met', 'missed'], 2, [2]],
  ['unknown goes before surplus', ['unknown', 'surplus'], ['unknown'], null, []],
  ['surplus is cheaper than met', ['missed surplus1 met3'], ['met', 'missed', 'surplus'], 1, [1]],
  ['a way to the verdict that costs more beside one that is better', ['missed met1 surplus2', 'met'], ['met', 'missed', 'surplus'], 1, [1]],
  ['short only where both are', ['missed unknown1', 'missed met2'], ['missed', 'unknown'], 3, [1, 2]],
])('the whole of %s', (_what, texts, outcomes, cost, turns) => {
  const given = wholeVerdict(texts.map(text => text.split(' ')[0] as Verdict)), found = wholeTurn(shares(texts), given)
  expect([...wholeOutcomes(shares(texts), given)].sort()).toEqual(outcomes)
  expect([found?.cost ?? null, found?.turns.map(turn => turn.cost) ?? []]).toEqual([cost, turns])
})

test('outcomes and the cheapest turn are those of all ways to combine the communities', () => {
  const one = fc.shuffledSubarray([...WORST_FIRST], { minLength: 1 }).chain(([now, ...others]) =>
    fc.tuple(...others.map(verdict => fc.integer({ min: 1, max: 5 }).map(cost => `${verdict}${String(cost)}`))).map(rest => [now, ...rest].join(' ')))
  fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), texts => {
    const all = shares(texts), given = wholeVerdict(texts.map(text => text.split(' ')[0] as Verdict))
    let ways: readonly { readonly verdicts: readonly Verdict[]; readonly cost: number }[] = [{ verdicts: [], cost: 0 }]
    for (const { reach } of all)
      ways = ways.flatMap(way => [...reach].map(([verdict, { cost }]) => ({ verdicts: [...way.verdicts, verdict], cost: way.cost + cost })))
    const outcomes = new Set(ways.map(({ verdicts }) => wholeVerdict(verdicts)))
    const costs = ways.filter(({ verdicts }) => wholeVerdict(verdicts) !== given).map(({ cost }) => cost)
    expect([...wholeOutcomes(all, given)].sort()).toEqual([...outcomes].sort())
    expect(wholeTurn(all, given)?.cost ?? null).toBe(costs.length === 0 ? null : Math.min(...costs))
  }), { numRuns: 400 })
})
