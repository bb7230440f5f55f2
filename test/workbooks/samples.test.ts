import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planPeople, planPlaces } from './sample-plan'
import { SAMPLES, workbook } from './samples'
import { trueUnit } from './truth'
import { unzip } from './zip'

const folder = join(__dirname, '../../samples')

// Parts are compared, not bytes: another release of Node may deflate them differently.
test.each(Object.entries(SAMPLES))('samples/%s is what its description gives', (file, book) => {
  const committed = unzip(readFileSync(join(folder, file)))
  const built = unzip(workbook(book))
  expect([...committed.keys()]).toEqual([...built.keys()])
  for (const [path, content] of built) expect(new TextDecoder().decode(committed.get(path))).toBe(new TextDecoder().decode(content))
})

test('the plan\'s situation: 20 communities, 68 and 58 people, none above 4 and 3, 14 model communities, 60 compounds', () => {
  expect(planPlaces).toHaveLength(20)
  expect(trueUnit(planPeople, { year: 2023, month: 12, day: 31 })).toMatchObject({ formal: 68, contracted: 58 })
  expect(planPlaces.filter(place => place.formal > 4 || place.contracted > 3)).toEqual([])
  expect(planPlaces.filter(place => place.model)).toHaveLength(14)
  expect(planPlaces.reduce((sum, place) => sum + place.compounds, 0)).toBe(60)
})

test('no sample holds an id of an area that exists, or a telephone number', () => {
  for (const book of Object.values(SAMPLES)) {
    const everything = [...unzip(workbook({ ...book, strings: 'shared' })).values()].map(part => new TextDecoder().decode(part)).join('\n')
    const ids = everything.match(/\d{17}[\dXx]/g) ?? []
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.filter(id => !id.startsWith('990101'))).toEqual([])
    expect(everything.match(/\D1[3-9]\d{9}\D/)).toBeNull()
  }
})
