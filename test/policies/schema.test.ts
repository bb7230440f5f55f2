import { figureIds } from '../../src/judge'
import { say } from '../../src/messages'
import { defaultPolicy } from '../../src/policies'
import { parseMapping } from '../../src/policies/mapping-schema'
import { parsePolicy } from '../../src/policies/schema'

/** The default policy with one thing changed at a path. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const copy = structuredClone(defaultPolicy) as unknown as Record<PropertyKey, unknown>
  let at = copy
  for (const part of path.slice(0, -1)) at = at[part] as Record<PropertyKey, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(at, last)
  else at[last] = value
  return JSON.stringify(copy)
}

function problems(json: string, language: 'zh-CN' | 'en' = 'en'): string[] {
  const result = parsePolicy(json, figureIds)
  return 'problems' in result ? result.problems.map(problem => say(problem, language)) : []
}

test.each<[string, readonly (string | number)[], unknown, string]>([
  ['a text where a number belongs', ['targets', 2, 'history', 0, 'value'], 'viel', 'targets[2].history[0].value: expected a number of 0 or more, or steps by size, found "viel"'],
  ['a key that is missing', ['targets', 0, 'figure'], undefined, 'targets[0].figure: missing; expected text'],
  ['a misspelt key', ['targets', 0, 'comparision'], 'exactly', 'targets[0].comparision: there is no such key; check the spelling'],
  ['a choice that is none', ['targets', 0, 'comparison'], 'about', 'targets[0].comparison: expected one of at-least, at-most, exactly; found "about"'],
  ['a day that never was', ['targets', 0, 'history', 0, 'from'], '2023-02-30', 'targets[0].history[0].from: expected a day such as 2023-12-31, found "2023-02-30"'],
  ['a figure that does not exist', ['targets', 0, 'figure'], 'shoe-size', `targets[0].figure: expected one of ${figureIds.join(', ')}; found shoe-size`],
  ['a source that is not listed', ['rates', 0, 'citation', 'source'], 'rumour', 'rates[0].citation.source: expected one of plan; found rumour'],
  ['an id twice', ['targets', 1, 'id'], 'formal-count', 'targets[1].id: formal-count is used twice'],
  ['a title in one language', ['targets', 0, 'title', 'en'], undefined, 'targets[0].title.en: missing; expected text'],
  ['a citation without its words', ['targets', 0, 'history', 0, 'citation', 'quote'], '', 'targets[0].history[0].citation.quote: must not be empty'],
  ['verified as a word', ['targets', 0, 'history', 0, 'citation', 'verified'], 'yes', 'targets[0].history[0].citation.verified: expected true or false, found "yes"'],
  ['a year of no plan', ['year'], 20230, 'year: must not be more than 2,100, found 20230'],
  ['an id with spaces', ['id'], 'My Plan', 'id: expected lower-case letters, digits and hyphens, found "My Plan"'],
  ['no targets', ['targets'], [], 'targets: must not be empty'],
])('%s', (_name, path, value, sentence) => {
  expect(problems(changed(path, value))).toEqual([sentence])
})

test('days go from early to late and do not overlap', () => {
  const entry = defaultPolicy.targets[0]?.history[0]
  expect(problems(changed(['targets', 0, 'history'], [entry, entry]))).toEqual(['targets[0].history[1].from: the day 2022-01-01 is out of order; days go from early to late and do not overlap'])
})

test('steps grow', () => {
  const value = { by: 'households', steps: [{ below: 3000, value: 4 }, { below: 2000, value: 3 }], beyond: { value: 5 } }
  expect(problems(changed(['targets', 0, 'history', 0, 'value'], value))).toEqual(['targets[0].history[0].value.steps[1].below: the step 2,000 must be larger than the one before it'])
})

test('what is no JSON says where it breaks, in both languages', () => {
  expect(problems('{\n  "id": oops }')[0]).toMatch(/^the policy file is not valid JSON; it breaks near line 2/)
  expect(problems('{', 'zh-CN')[0]).toMatch(/^标准文件不是有效的 JSON/)
})

test('a file that begins with a byte order mark is read', () => {
  expect(problems(`\uFEFF${JSON.stringify(defaultPolicy)}`)).toEqual([])
})

describe('mapping files', () => {
  test('what a user may say', () => {
    const mapping = { tables: [{ sheet: '花名册', header: 'A3:L4', kind: 'staff', columns: { education: 'H', name: null } }], words: { employment: { 网格员: 'contracted' } }, communities: { 城南: '河南' }, answers: { q: 'a' } }
    expect(parseMapping(JSON.stringify(mapping))).toEqual({ mapping, accepted: [], numbers: [] })
    const accepted = [{ check: 'target-missed', subject: '河南/college-share', reason: '一人在读，2024 年毕业', fingerprint: '0123456789abcd', acceptedOn: '2024-01-05' }]
    expect(parseMapping(JSON.stringify({ ...mapping, accepted }))).toEqual({ mapping, accepted, numbers: [] })
  })

  test.each<[string, object, string]>([
    ['a class that is none', { words: { employment: { 网格员: 'maybe' } } }, 'words.employment.网格员: expected one of formal, contracted, undecided, unknown, not-staff; found "maybe"'],
    ['a key that is none', { wrods: {} }, 'wrods: there is no such key; check the spelling'],
    ['a column that is none', { tables: [{ sheet: 'a', columns: { eduction: 'H' } }] }, 'tables[0].columns.eduction: there is no such key; check the spelling'],
    ['a letter that is none', { tables: [{ sheet: 'a', columns: { education: '8' } }] }, 'tables[0].columns.education: expected a column letter such as H, or null, found "8"'],
    ['a header that is no range', { tables: [{ sheet: 'a', header: 'row 3' }] }, 'tables[0].header: expected a range such as A3:L4, found "row 3"'],
    ['an accepted finding without a reason', { accepted: [{ check: 'a', subject: 'b', reason: ' ', fingerprint: 'c' }] }, 'accepted[0].reason: must not be empty'],
    ['an accepted finding on no day', { accepted: [{ check: 'a', subject: 'b', reason: 'c', fingerprint: 'd', acceptedOn: '2024-02-30' }] }, 'accepted[0].acceptedOn: expected a day such as 2023-12-31, found "2024-02-30"'],
    ['a sheet without a name', { tables: [{ kind: 'staff' }] }, 'tables[0].sheet: missing; expected text'],
  ])('%s', (_name, mapping, sentence) => {
    const result = parseMapping(JSON.stringify(mapping))
    expect('problems' in result ? result.problems.map(problem => say(problem, 'en')) : []).toEqual([sentence])
  })
})
