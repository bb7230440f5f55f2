import fc from 'fast-check'
import { judge, sensitivity } from '../../src/judge'
import type { Reading } from '../../src/core/reading'
import type { Sensitivity } from '../../src/core/outlook'
import { defaultPolicy } from '../../src/policies'
import { reading } from '../checks/readings'
import type { PersonGiven, SiteGiven } from '../checks/readings'
import { answered, combinations, openCells, verdictsOf } from './brute-force'
import type { Cell } from './brute-force'

const DAY = '2023-06-30'
/** More combinations than this are not tried one by one. */
const MOST = 6000

const person: fc.Arbitrary<PersonGiven> = fc.record({
  in: fc.constantFrom('河东', '河东', '河西'),
  as: fc.constantFrom('formal', 'formal', 'contracted', 'contracted', 'undecided', 'unknown'),
  college: fc.constantFrom('yes', 'yes', 'no', 'blank', 'unclear'),
  party: fc.constantFrom('yes', 'no', 'no', 'blank'),
  presence: fc.constantFrom('present', 'present', 'present', 'present', 'left'),
  born: fc.constantFrom(19780701, 19780630, 19780601, 19850312, 19600901, 19900630, -1),
  precision: fc.constantFrom('day', 'day', 'month'),
}).map(({ born, precision, ...rest }): PersonGiven => (born < 0 ? { ...rest, birth: 0, precision: 'none' } : { ...rest, birth: precision === 'month' ? born - (born % 100) + 1 : born, precision }))

const site: fc.Arbitrary<SiteGiven> = fc.record({
  in: fc.constantFrom('河东', '河西'),
  how: fc.constantFrom('usable', 'about', 'built', 'area'),
  size: fc.constantFrom(60, 120, 190, 200, 210, 260),
  rooms: fc.array(fc.constantFrom('present' as const, 'present' as const, 'absent' as const, 'unknown' as const), { minLength: 4, maxLength: 4 }),
}).map(({ in: where, how, size, rooms }): SiteGiven => ({
  in: where, rooms, ...(how === 'usable' ? { usable: size } : how === 'about' ? { usable: { value: size, low: null, high: null, about: true } } : how === 'built' ? { built: size } : { area: size }),
}))

/** The same questions as the program lists must be enough and needed; each verdict's outcomes and its cheapest turn must be those of all combinations. */
function compare(given: Reading, found: Sensitivity, ages: readonly number[]): void {
  const cells = openCells(given, ages),
    idOf = (cell: Cell): string | undefined =>
      found.questions.find(
        ({ kind, place }) => kind === cell.kind && place?.sheet === cell.sheet && place.row === cell.row && place.column === cell.column,
      )?.id
  const before = verdictsOf(given, defaultPolicy, DAY)
  const full = [...combinations(cells, cell => cell.answers)].map(answers => ({
    answers,
    verdicts: verdictsOf(answered(given, cells, answers), defaultPolicy, DAY),
  }))
  const certain = new Set<string>()
  for (const [key, verdict] of before) {
    const [community, target] = key.split(' ')
    const outlook = found.verdicts.find(each => String(each.community) === community && each.target === target)
    expect([key, outlook?.verdict]).toEqual([key, verdict])
    const outcomes = [...new Set([verdict, ...full.map(each => each.verdicts.get(key))])].sort()
    expect([key, outlook?.outcomes]).toEqual([key, outcomes])
    if (outcomes.length === 1) certain.add(key)
  }
  expect(found.verdicts.map(each => `${String(each.community)} ${each.target}`).sort()).toEqual([...before.keys()].sort())
  // Turns: by the number of answers. What all answers agree on is not turned by leaving some of them open.
  const cheapest = new Map<string, number>()
  for (const answers of combinations(cells, cell => [null, ...cell.others])) {
    const cost = answers.filter(answer => answer !== null).length
    if (cost === 0) continue
    for (const [key, verdict] of verdictsOf(answered(given, cells, answers), defaultPolicy, DAY)) {
      if (verdict !== before.get(key) && cost < (cheapest.get(key) ?? Number.POSITIVE_INFINITY)) cheapest.set(key, cost)
    }
  }
  for (const { community, target, turn, verdict, fewest } of found.verdicts) {
    const key = `${String(community)} ${target}`
    expect([key, turn.length]).toEqual([key, certain.has(key) ? 0 : cheapest.get(key) ?? 0])
    expect(fewest).toBe(turn.length)
    if (turn.length === 0) continue
    const answers = cells.map(cell => turn.find(step => step.question === idOf(cell))?.answer ?? null)
    expect([key, answers.filter(answer => answer !== null).length]).toEqual([key, turn.length])
    expect([key, verdictsOf(answered(given, cells, answers), defaultPolicy, DAY).get(key)]).not.toEqual([key, verdict])
  }
  // Clarify: with the answers to its questions no other answer changes anything, and without any one of them one does.
  if (!found.clarifyExact) {
    expect(found.questions.length).toBeGreaterThan(16)
    return
  }
  const needed = cells.filter((_, at) => {
    const seen = new Map<string, string>()
    return full.some(({ answers, verdicts }) => {
      const rest = answers.filter((_answer, other) => other !== at).join('|'), all = [...verdicts.values()].join(), known = seen.get(rest)
      seen.set(rest, all)
      return known !== undefined && known !== all
    })
  })
  // Areas are asked over every number: two of one community can meet at numbers that are not tried here.
  if (cells.some(cell => cell.kind === 'area') && cells.filter(cell => cell.kind.startsWith('area')).length > 1) expect(found.clarify).toEqual(expect.arrayContaining(needed.map(idOf)))
  else expect([...found.clarify].sort()).toEqual(needed.map(idOf).sort())
}

function sizeOf(given: Reading, ages: readonly number[]): number {
  return openCells(given, ages).reduce((product, cell) => product * (cell.answers.length + 1), 1)
}

test('people: outcomes, cheapest turns and the cells to clarify are those of all combinations', () => {
  const ages = Array.from({ length: 53 }, (_, at) => 18 + at)
  fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 9 }), people => {
    const given = reading({ people })
    fc.pre(sizeOf(given, ages) <= MOST)
    compare(given, sensitivity(judge(given, defaultPolicy, DAY), defaultPolicy, DAY), ages)
  }), { numRuns: 20 })
  // Nobody of a known kind in the second community: the whole stays short whatever is answered, though answers to the first alone leave it open.
  const of = (where: string, as: NonNullable<PersonGiven['as']>): PersonGiven => ({ in: where, as, college: 'yes', party: 'yes', birth: 19780701 })
  const left = reading({ people: [of('河东', 'contracted'), of('河东', 'unknown'), of('河东', 'undecided'), of('河西', 'unknown')] })
  compare(left, sensitivity(judge(left, defaultPolicy, DAY), defaultPolicy, DAY), ages)
})

test('premises: the same', () => {
  fc.assert(fc.property(fc.array(site, { minLength: 1, maxLength: 3 }), sites => {
    const given = reading({ sites })
    fc.pre(sizeOf(given, []) <= MOST)
    compare(given, sensitivity(judge(given, defaultPolicy, DAY), defaultPolicy, DAY), [])
  }), { numRuns: 20 })
})

test('the as-of day is open too: every day of its year, together with the other answers', () => {
  const ages = [18, 70], year = Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10))
  fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), people => {
    const given = reading({ people }), cells = openCells(given, ages), all = [...combinations(cells, cell => cell.answers)]
    fc.pre(all.length <= 12)
    const found = sensitivity(judge(given, defaultPolicy, DAY), defaultPolicy, DAY, { varyAsOf: true })
    const before = verdictsOf(given, defaultPolicy, DAY),
      outcomes = new Map([...before].map(([key, verdict]) => [key, new Set([verdict])])),
      day = new Map<string, boolean>()
    for (const answers of all) {
      const answeredAll = answered(given, cells, answers)
      const byDay = year.map(each => verdictsOf(answeredAll, defaultPolicy, each))
      for (const [key, set] of outcomes) {
        const seen = new Set(byDay.flatMap(each => each.get(key) ?? []))
        for (const verdict of seen) set.add(verdict)
        if (seen.size > 1) day.set(key, true)
      }
    }
    for (const outlook of found.verdicts) {
      const key = `${String(outlook.community)} ${outlook.target}`
      expect([key, outlook.outcomes]).toEqual([key, [...(outcomes.get(key) ?? [])].sort()])
      if (outlook.turn.length === 0) continue
      const named = found.questions.filter(question => outlook.turn.some(step => step.question === question.id)), asOf = named.find(question => question.kind === 'as-of')
      const turned = answered(given, cells, cells.map(cell => {
        const id = named.find(question => question.kind === cell.kind && question.place?.row === cell.row)?.id
        return outlook.turn.find(step => step.question === id)?.answer ?? null
      }))
      const on = asOf === undefined ? DAY : String(outlook.turn.find(step => step.question === asOf.id)?.answer)
      expect([key, verdictsOf(turned, defaultPolicy, on).get(key)]).not.toEqual([key, outlook.verdict])
      // One answer is enough exactly where the day alone or one cell alone turns it.
      const oneDay = year.some(each => verdictsOf(given, defaultPolicy, each).get(key) !== outlook.verdict)
      const oneCell = cells.some(cell =>
        cell.others.some(answer => verdictsOf(cell.answer(given, answer), defaultPolicy, DAY).get(key) !== outlook.verdict),
      )
      expect([key, outlook.turn.length === 1]).toEqual([key, oneDay || oneCell])
    }
    const asked = found.questions.find(question => question.kind === 'as-of')
    const hangs = asked !== undefined && found.clarify.includes(asked.id)
    // Of an age that is not known only the ends are tried here: the day may hang together with one between.
    expect([hangs || day.size > 0, asked?.answers.length ?? 365]).toEqual([hangs, 365])
    if (!cells.some(cell => cell.kind === 'birth' && cell.answers.length === 2 && String(cell.answers[0]).startsWith('age:'))) expect(hangs).toBe(day.size > 0)
  }), { numRuns: 6 })
})
