import fc from 'fast-check'
import { check } from '../../src/check'
import type { Report } from '../../src/core/report'
import { defaultPolicy } from '../../src/policies'
import { arranged, known } from './one-truth'
import type { Arrangement, Known } from './one-truth'
import { book } from './sheets'

const arrangement: fc.Arbitrary<Arrangement> = fc.record({
  lists: fc.constantFrom<Arrangement['lists'][]>('one', 'one', 'sheets', 'kinds', 'halves', 'blocks', 'sections', 'beside', 'turned', 'cards', 'footed'),
  kind: fc.constantFrom<Arrangement['kind'][]>('column', 'ticks', 'yes-no'),
  together: fc.constantFrom<Arrangement['together'][]>('apart', 'apart', 'education+politics', 'sex+birth'),
  birth: fc.constantFrom<Arrangement['birth'][]>('point', 'month', 'int', 'bracket', 'id-like'),
  suffix: fc.constantFrom<Arrangement['suffix'][]>('community', 'committee', 'long', 'town', 'bare'),
  premises: fc.constantFrom<Arrangement['premises'][]>('none', 'columns', 'ticks', 'list', 'lacking', 'ledger', 'turned', 'below'),
  beside: fc.constantFrom<Arrangement['beside'][]>('nothing', 'last-year', 'plan', 'villages', 'pay', 'summary'),
  notes: fc.boolean(),
})

/** What a report must say of a community, as one line. */
interface Line {
  readonly name: string
  readonly formal: number
  readonly contracted: number
  readonly college: number
  readonly party: number
  readonly age: string | null
  readonly area: number | null
  readonly rooms: number | null
}

/** What the report must say in whatever arrangement. */
function wanted({ names, people, premises }: Known, how: Arrangement): readonly Line[] {
  return inOrder(names.map(name => {
    const own = people.filter(person => person.community === name)
    const count = (test: (person: (typeof own)[number]) => boolean): number => own.filter(test).length
    const place = how.premises === 'none' ? undefined : premises.find(each => each.name === name)
    const years = own.reduce((sum, person) => sum + 2023 - Number(person.birth.slice(0, 4)), 0)
    return {
      name,
      formal: count(person => person.kind === 'formal'),
      contracted: count(person => person.kind === 'contracted'),
      college: count(person => person.college),
      party: count(person => person.party),
      age: (years / own.length).toFixed(3),
      area: place?.area ?? null,
      rooms: place?.rooms.filter(there => there).length ?? null,
    }
  }))
}

function told({ communities }: Report): readonly Line[] {
  return inOrder(communities.map(({ name, headcount, premises }) => ({
    name,
    formal: headcount.formal,
    contracted: headcount.contracted,
    college: headcount.college,
    party: headcount.partyLeague,
    age: headcount.averageAge?.toFixed(3) ?? null,
    area: premises?.usableArea ?? null,
    rooms: premises?.rooms ?? null,
  })))
}

function inOrder(lines: readonly Line[]): readonly Line[] {
  return [...lines].sort((a, b) => (a.name < b.name ? -1 : 1))
}

test('the same truth gives the same report, however the workbook says it', () => {
  const seeds = fc.integer({ min: 0, max: 60 }), sizes = fc.integer({ min: 2, max: 4 }), each = fc.integer({ min: 3, max: 7 })
  fc.assert(
    fc.property(seeds, sizes, each, arrangement, (seed, communities, people, how) => {
      const truth = known(seed, communities, people), { sheets, merges } = arranged(truth, how)
      const report = check(book(sheets, { merges }), { policy: defaultPolicy, asOf: '2023-12-31' })
      expect({ how, told: told(report) }).toEqual({ how, told: wanted(truth, how) })
    }),
    { numRuns: 250, seed: 20231231 },
  )
})
