import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isQuoted, seenOf } from '../../src/core/plan'
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
    'usable-area': ['at-least', 200], 'required-rooms': ['at-least', 4], 'community-count': ['exactly', 20], 'model-communities': ['at-least', 18],
  })
})

const folded = (text: string): string => text.replace(/[\s“”‘’"'〞〝]/g, '').replaceAll(',', '，')

describe('what the documents say', () => {
  test.each(onDisk)('%s: words in quotation marks are words that were seen', async id => {
    const policy = await loadPolicy(id)
    for (const target of policy?.targets ?? []) for (const { citation } of target.history) {
      const excerpt = policy?.sources[citation.source]?.excerpt
      expect(citation.verified).toBe(seenOf(citation) === 'original')
      // The source plan is quoted from the document itself, which is kept beside the project.
      if (isQuoted(citation) && id !== 'jiangyan-2023') expect([target.id, folded(excerpt ?? '').includes(folded(citation.quote))]).toEqual([target.id, true])
    }
  })

  test.each(onDisk)('%s: a day of issue is given only where it was seen, and a goal that ends has its end', async id => {
    const policy = await loadPolicy(id)
    for (const source of Object.values(policy?.sources ?? {}))
      expect([source.date, source.month, source.year, source.reported, source.number].some(each => each !== undefined)).toBe(true)
    if (/十四五/.test(policy?.title['zh-CN'] ?? '') || /14th/.test(policy?.title.en ?? '')) for (const target of policy?.targets ?? []) expect(target.history.at(-1)?.to).toBe('2025-12-31')
  })

  test('only two standards were compared with their documents', async () => {
    expect((await loadPolicies()).filter(policy => !hasUnverified(policy)).map(policy => policy.id)).toEqual(['jiangyan-2023', 'xinjiang-changji-2023'])
  })

  test('a note that no day was seen goes with a source that gives none', async () => {
    for (const id of onDisk) {
      const policy = await loadPolicy(id)
      if (!/印发日期未见/.test(policy?.note?.['zh-CN'] ?? '')) continue
      for (const source of Object.values(policy?.sources ?? {})) expect([id, source.date, source.month]).toEqual([id, undefined, undefined])
    }
  })

  test('what is only striven for (力争) warns', async () => {
    for (const id of onDisk)
      for (const target of (await loadPolicy(id))?.targets ?? []) {
        if (target.history.some(({ citation }) => /力争/.test(citation.quote))) expect([id, target.id, target.severity?.overall]).toEqual([id, target.id, 'warning'])
      }
  })

  test('a county\'s total is judged for no community', async () => {
    const policy = await loadPolicy('shandong-2017')
    expect(policy?.targets.filter(target => target.figure === 'households-per-person').map(target => target.scope)).toEqual(['region', 'region'])
  })
})

test('an id that is none', async () => {
  expect(await loadPolicy('constructor')).toBeNull()
  expect(await loadPolicy('nowhere-1999')).toBeNull()
})
