import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BOUNDS, FAR_COLUMN } from '../../src/hosts/xlsx/bounds'

const page = readFileSync(join(__dirname, '../../docs/limits.md'), 'utf8')

test.each(Object.entries(BOUNDS))('the limit of %s, %d, stands in docs/limits.md', (_name, limit) => expect(page).toContain(`| ${limit.toLocaleString('en')} |`))
test('and so does the column from which places are far', () => expect(page).toContain(FAR_COLUMN.toLocaleString('en')))
test('each test that holds a limit is there', () => {
  const tests = [...page.matchAll(/test\/[\w/-]+\.test\.ts/g)].map(([name]) => name)
  expect(tests.length).toBeGreaterThan(10)
  expect(tests.filter(name => !existsSync(join(__dirname, '../..', name)))).toEqual([])
})
