import { readSnapshot } from '../../src/read'
import type { Reading } from '../../src/core/reading'
import { AS_OF, quirkyWorkbook } from '../workbooks/quirks'
import type { Quirky } from '../workbooks/quirks'

/** Random messy workbooks against their truth. A seed that fails names the words of the row. */
const SEEDS = Array.from({ length: 150 }, (_each, seed) => seed)

/** What differs, in words; the empty list when all is right. */
function differences(made: Quirky, reading: Reading): readonly string[] {
  const wrong: string[] = []
  const expect = (what: string, actual: unknown, wanted: unknown) => { if (actual !== wanted) wrong.push(`${what}: ${String(actual)} instead of ${String(wanted)}`) }
  const counted = reading.people.filter(person => reading.tables[person.table]?.counted === true && person.presence !== 'vacant')
  expect('people', counted.length, made.people.length)
  expect('vacant posts', reading.people.filter(person => person.presence === 'vacant').length, made.vacant)
  expect('communities', reading.communities.map(each => each.name).sort().join(' '), [...made.communities].sort().join(' '))
  const byName = new Map(counted.map(person => [person.name, person]))
  for (const person of made.people) {
    const read = byName.get(person.name)
    if (read === undefined) {
      wrong.push(`missing ${person.written}`)
      continue
    }
    const at = person.written
    expect(`community ${at}`, reading.communities[read.community]?.name, person.community)
    expect(`employment ${at}`, read.employment, person.kind)
    expect(`presence ${at}`, read.presence, person.presence)
    expect(`college ${at}`, read.college, person.college)
    expect(`party ${at}`, read.partyOrLeague, person.party)
    expect(`birth ${at}`, read.birth, person.birth)
    if (person.age >= 0) expect(`age ${at}`, read.statedAge, person.age)
  }
  const premises = reading.premises.filter(row => reading.tables[row.table]?.counted === true)
  expect('premises rows', premises.length, made.premises.length)
  for (const place of made.premises) {
    const row = premises.find(each => reading.communities[each.community]?.name === place.community)
    if (row === undefined) {
      wrong.push(`missing premises ${place.written}`)
      continue
    }
    const area = { usable: row.usable, built: row.built, unspecified: row.unspecified }[place.header]
    expect(`area ${place.written}`, area?.value, place.area)
    expect(`about ${place.written}`, area?.about, place.about)
    expect(`tenure ${place.written}`, row.tenure, place.tenure)
    if (place.demolition !== null) expect(`demolition ${place.written}`, row.demolition, place.demolition)
    expect(`rooms ${place.written}`, [row.rooms.office, row.rooms.police, row.rooms.meeting, row.rooms.culture].join(), place.rooms.map(([, state]) => state).join())
  }
  return wrong
}

test.each(SEEDS)('the messy workbook %i is read as it is', seed => {
  const made = quirkyWorkbook(seed)
  const wrong = differences(made, readSnapshot(made.snapshot, { asOf: AS_OF }))
  expect({ tags: made.tags, wrong }).toEqual({ tags: made.tags, wrong: [] })
})

test('the same seed gives the same workbook, another seed another one', () => {
  expect(quirkyWorkbook(7)).toEqual(quirkyWorkbook(7))
  expect(quirkyWorkbook(7).snapshot).not.toEqual(quirkyWorkbook(8).snapshot)
})
