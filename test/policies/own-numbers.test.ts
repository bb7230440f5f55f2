import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/check'
import { settingsFor } from '../../src/cli/settings'
import { decisionCount, decisionsFrom, isNothing, NO_DECISIONS } from '../../src/core/decisions'
import { policyFileText, withOwnNumbers } from '../../src/core/own-number'
import type { OwnNumber } from '../../src/core/own-number'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { figureIds } from '../../src/judge'
import { defaultPolicy } from '../../src/policies'
import { parsePolicy } from '../../src/policies/schema'
import { htmlArticle } from '../../src/render/html'
import { reportJson } from '../../src/render/json'
import { markdownReport } from '../../src/render/markdown'
import { textReport } from '../../src/render/text'

const five: OwnNumber = { policy: defaultPolicy.id, target: 'formal-count', value: 5, reason: '县里要求每社区增配一名', setOn: '2024-01-05' }
const sample = readWorkbookBytes(new Uint8Array(readFileSync(join(__dirname, '../../samples/计划现状示例.xlsx'))), '计划现状示例.xlsx')

test('one number is set otherwise, the others stand; what the standard had is kept beside it', () => {
  const policy = withOwnNumbers(defaultPolicy, [five]), [changed, ...others] = policy.targets
  expect(changed).toMatchObject({ id: 'formal-count', history: [{ value: 5, citation: { seen: 'own', verified: false } }], was: defaultPolicy.targets[0]?.history })
  expect(others).toEqual(defaultPolicy.targets.slice(1))
  expect(policy.title['zh-CN']).toBe(`${defaultPolicy.title['zh-CN']}（自定 1 项）`)
})

test.each([['another standard', { ...five, policy: 'taiyuan-2020' }], ['a target that it lacks', { ...five, target: 'shoe-size' }]])('a number for %s changes nothing', (_name, number) => {
  expect(withOwnNumbers(defaultPolicy, [number])).toBe(defaultPolicy)
})

test('the verdicts follow it, and every output cites it as 自定', async () => {
  const report = check(await sample, { policy: defaultPolicy, numbers: [five] })
  const before = check(await sample, { policy: defaultPolicy })
  expect(before.communities.filter(unit => unit.judgements[0]?.verdict === 'met').length).toBeGreaterThan(0)
  expect(report.communities.filter(unit => unit.judgements[0]?.verdict === 'met')).toHaveLength(0)
  const json = reportJson(report, 'zh-CN')
  expect(json.ownNumbers).toEqual({ 'formal-count': { value: 5, reason: five.reason, was: 4 } })
  expect((json.overall as { judgements: unknown[] }).judgements[0]).toMatchObject({ target: 'formal-count', seen: 'own' })
  for (const text of [textReport(report, 'zh-CN'), markdownReport(report, 'zh-CN'), htmlArticle(report, 'zh-CN')]) {
    expect(text).toContain('自定 1 项')
    expect(text).toContain('标准值为自定，原为 4 人')
  }
  expect(htmlArticle(report, 'zh-CN')).toContain(five.reason)
  expect(markdownReport(report, 'en')).toContain('own number')
})

test.each<readonly [target: string, value: number, said: string]>([
  ['formal-count', 5, '原为 4 人'], ['college-share', 0.6, '原为 80%'], ['party-league-share', 0.4, '原为 50%'], ['average-age', 50, '原为 45 岁'], ['usable-area', 150, '原为 200 ㎡'],
])('%s set to %d: what it was, in its own unit', async (target, value, said) => {
  const report = check(await sample, { policy: defaultPolicy, numbers: [{ ...five, target, value }] })
  expect(textReport(report, 'zh-CN')).toContain(`标准值为自定，${said}`)
})

test('a whole own standard is written as a file and reads back as it is', () => {
  const policy = withOwnNumbers(defaultPolicy, [five, { ...five, target: 'college-share', value: 0.6 }])
  const read = parsePolicy(policyFileText(policy), figureIds)
  if (!('policy' in read)) throw new Error(JSON.stringify(read.problems))
  expect(read.policy).toEqual({ ...policy, id: `${policy.id}-own`, targets: policy.targets.map(({ was: _was, ...target }) => target) })
  expect(policyFileText(read.policy)).toBe(policyFileText({ ...read.policy }))
  expect(parsePolicy(policyFileText(defaultPolicy), figureIds)).toEqual({ policy: defaultPolicy })
})

test('it is one of the decisions that the workbook keeps, and holds on the command line', async () => {
  const decisions = { ...NO_DECISIONS, numbers: [five] }
  expect(isNothing(decisions)).toBe(false)
  expect(decisionCount(decisions)).toBe(1)
  expect(decisionsFrom(JSON.parse(JSON.stringify(decisions)))).toEqual(decisions)
  expect(decisionsFrom({ ...NO_DECISIONS, numbers: [{ ...five, value: 'five' }, { ...five, value: -1 }, five] })).toEqual(decisions)
  const settings = { policy: defaultPolicy, given: { policy: false, mapping: false, ignoreKept: false } }
  expect((await settingsFor({ decisions }, settings)).settings.numbers).toEqual([five])
  const ignoring = { ...settings, given: { ...settings.given, ignoreKept: true } }
  expect((await settingsFor({ decisions }, ignoring)).settings.numbers).toBeUndefined()
})
