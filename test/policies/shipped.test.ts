import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { figureIds } from '../../src/judge'
import { defaultPolicy, hasUnverified, loadPolicies, loadPolicy, policyIds } from '../../src/policies'
import { parsePolicy } from '../../src/policies/schema'

const folder = join(__dirname, '../../src/policies')
const onDisk = readdirSync(folder).filter(name => name.endsWith('.json') && name !== 'tsconfig.json').map(name => name.replace('.json', ''))

test('every policy file is registered, and every registered one is a file', () => {
  expect([...policyIds].sort()).toEqual([...onDisk].sort())
})

test.each(onDisk)('%s parses, is named after its id, and every value has its citation', async id => {
  const result = parsePolicy(readFileSync(join(folder, `${id}.json`), 'utf8'), figureIds)
  expect('problems' in result ? result.problems : []).toEqual([])
  const policy = await loadPolicy(id)
  expect(policy).toEqual('policy' in result ? result.policy : null)
  expect(policy?.id).toBe(id)
  for (const target of policy?.targets ?? []) for (const value of target.history) expect(value.citation.quote).not.toBe('')
})

test('the source plan is the default, with the values of its clauses', () => {
  const values = Object.fromEntries(defaultPolicy.targets.map(target => [target.id, [target.comparison, target.history.at(-1)?.value]]))
  expect(values).toEqual({
    'formal-count': ['exactly', 4], 'contracted-count': ['exactly', 3], 'college-share': ['at-least', 0.8], 'average-age': ['at-most', 45], 'party-league-share': ['at-least', 0.5],
    'usable-area': ['at-least', 200], 'required-rooms': ['at-least', 4], 'community-count': ['at-least', 20], 'model-communities': ['at-least', 18],
  })
})

test('only what a person saw is called verified', async () => {
  const unverified = (await loadPolicies()).filter(hasUnverified).map(policy => policy.id)
  expect(unverified).toEqual(['national-14th-five-year'])
})

test('an id that is none', async () => {
  expect(await loadPolicy('constructor')).toBeNull()
  expect(await loadPolicy('nowhere-1999')).toBeNull()
})
