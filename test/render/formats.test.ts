import { reading, times } from '../checks/readings'
import { reportJson, reportPieces } from '../../src/render/json'
import { ndjsonPieces } from '../../src/render/ndjson'
import { markdownReport } from '../../src/render/markdown'
import { HTML_AFTER, htmlArticle, htmlBefore, htmlFailure } from '../../src/render/html'
import { sarifFailure, sarifRun } from '../../src/render/sarif'
import { textReport } from '../../src/render/text'
import { outgoing, outgoingText } from '../../src/render/outgoing'
import { policyText } from '../../src/render/policy'
import { loadPolicies } from '../../src/policies'
import type { Given } from '../checks/readings'
import { reportOf } from './reports'

const ID = '990101198503121234'
const given: Given = {
  people: [...times(3, { as: 'formal', college: 'yes', party: 'yes' }), ...times(4, { as: 'contracted', college: 'no' }), { as: 'undecided' }],
  sites: [{ in: '河东', usable: 180, tenure: 'rented', rooms: ['present', 'present', 'shared', 'absent'] }],
}

test('JSON holds every name of the contract', () => {
  const json = reportJson(reportOf(given), 'zh-CN')
  expect(Object.keys(json)).toEqual(expect.arrayContaining(['plancheck', 'file', 'asOf', 'policy', 'tables', 'communities', 'overall', 'findings', 'counts']))
  expect(json.communities[0]).toMatchObject({
    name: '河东', label: '河东社区', formal: 3, contracted: 4, undecided: 1, counted: 7, college: 3, collegeShare: 3 / 7, averageAge: 43, partyLeague: 3, partyLeagueShare: 3 / 7,
    usableArea: 180, builtArea: null, rooms: 3, tenure: 'rented', demolition: false,
    verdicts: { 'formal-count': 'missed', 'contracted-count': 'surplus', 'college-share': 'missed', 'average-age': 'met', 'party-league-share': 'missed', 'usable-area': 'missed', 'required-rooms': 'missed' },
  })
  expect(json.overall).toMatchObject({ communities: 1, formal: 3, verdicts: { 'community-count': 'unknown', 'model-communities': 'unknown' } })
  expect(json.tables[0]).toMatchObject({ kind: 'staff', sheet: '花名册', header: 'A1:G1', body: 'A2:G9', columns: { name: 'B', community: 'A' }, rows: 8, skipped: [], unit: null })
  expect(json.findings.find(finding => 'subject' in finding && finding.subject === '河东/college-share')).toMatchObject({
    check: 'target-missed', severity: 'error', sheet: '花名册', cell: 'D2:D9', related: ['花名册!D5:D8'], message: 'finding.target', text: '河东社区：大专以上比例 3/7 = 42.9%，需 80.0%（6 人），至少差 3 人。',
    evidence: { actual: 3 / 7, expected: 0.8, difference: -0.371428571, source: { id: 'jiangyan-2023', verified: true } }, fix: null,
  })
})

test('the pieces are the same report, on many lines or on one', () => {
  const report = reportOf(given), whole = JSON.parse(JSON.stringify(reportJson(report, 'en'))) as unknown
  expect(JSON.parse([...reportPieces(report, 'en')].join(''))).toEqual(whole)
  const line = [...ndjsonPieces(report, 'en')].join('')
  expect(JSON.parse(line)).toEqual(whole)
  expect(line.trimEnd()).not.toContain('\n')
})

test('a report over nothing is JSON too', () => {
  expect(JSON.parse([...reportPieces(reportOf({}), 'zh-CN')].join(''))).toMatchObject({ communities: [], tables: [], overall: { communities: 0 } })
})

describe('accepted findings stand apart, with the reason', () => {
  const report = reportOf(given), reason = `<暂缓> ${ID}`
  const findings = report.findings.map(finding => (finding.subject === '河东/college-share' ? { ...finding, accepted: { reason, acceptedOn: '2024-01-05' } } : finding))
  const waived = { ...report, findings, counts: { ...report.counts, error: 4, accepted: 1 } }
  const sentence = '河东社区：大专以上比例 3/7 = 42.9%，需 80.0%（6 人），至少差 3 人。'

  test.each<[string, (of: typeof report) => string, string, string]>([
    ['text', of => textReport(of, 'zh-CN'), '已接受的问题', '理由：<暂缓> 990***********1234（2024-01-05）'],
    ['markdown', of => markdownReport(of, 'zh-CN'), '## 已接受的问题', '理由：\\<暂缓\\> 990***********1234'],
    ['html', of => htmlArticle(of, 'zh-CN'), '<h3>已接受的问题（不计入上表）</h3>', '&lt;暂缓&gt; 990***********1234（2024-01-05）'],
  ])('%s', (_format, render, heading, because) => {
    const text = outgoing()(render(waived)), at = text.indexOf(heading)
    expect(render(report)).not.toContain(heading)
    expect(text).toContain('错误 4 · 警告 0 · 提示 0 · 已接受 1')
    expect(text.slice(at)).toContain(sentence.slice(0, 10))
    expect(text.slice(at)).toContain(because.slice(0, 8))
    expect(text).not.toContain(ID)
    // Once: it is not among the open ones as well.
    expect(text.split(sentence)).toHaveLength(2)
  })

  test('JSON and SARIF', () => {
    const json = reportJson(waived, 'zh-CN').findings.filter(finding => 'accepted' in finding)
    expect(json).toEqual([expect.objectContaining({ subject: '河东/college-share', fingerprint: expect.stringMatching(/^[0-9a-f]{14}$/) as string, accepted: { reason, acceptedOn: '2024-01-05' } })])
    const run = JSON.parse(sarifRun(waived, 'zh-CN')) as { results: { suppressions?: object[] }[] }
    expect(run.results.flatMap(result => result.suppressions ?? [])).toEqual([{ kind: 'external', status: 'accepted', justification: reason }])
  })
})

describe('ids are masked in every format, wherever one slipped in', () => {
  const base = reading(given), [community] = base.communities
  const read = { ...base, communities: community === undefined ? [] : [{ ...community, label: `河东${ID}` }] }
  const report = reportOf(given, { reading: read, file: `${ID}.xlsx`, notices: [{ key: 'notice.x', params: { word: ID } }] })
  test.each<[string, string]>([
    ['json', [...reportPieces(report, 'zh-CN')].join('')], ['ndjson', [...ndjsonPieces(report, 'zh-CN')].join('')], ['text', textReport(report, 'zh-CN')], ['markdown', markdownReport(report, 'zh-CN')],
    ['html', htmlArticle(report, 'zh-CN')], ['sarif', sarifRun(report, 'zh-CN')], ['html failure', htmlFailure(`${ID}.xlsx`, ID)], ['sarif failure', sarifFailure(`${ID}.xlsx`, ID)],
  ])('%s', (_format, made) => {
    const text = outgoing()(made)
    expect(text).not.toContain(ID)
    expect(text).toContain('990***********1234')
  })
})

test('HTML and Markdown take the signs out of a person\'s words', () => {
  const base = reading(given), [community] = base.communities
  const report = reportOf(given, { reading: { ...base, communities: community === undefined ? [] : [{ ...community, label: '<b>|河东*' }] } })
  expect(htmlBefore('en') + htmlArticle(report, 'zh-CN') + HTML_AFTER).not.toContain('<b>')
  expect(markdownReport(report, 'zh-CN')).toContain('\\<b\\>\\|河东\\*')
})

test('text puts the sentence first, the worst community first, and colour only when asked', () => {
  const people = [...(given.people ?? []).map(person => ({ ...person, in: '河西' })), ...times(4, { in: '河东', as: 'formal', college: 'yes', party: 'yes' }), ...times(3, { in: '河东', as: 'contracted', college: 'yes', party: 'yes' })]
  const text = textReport(reportOf({ people: [...people].reverse() }), 'zh-CN'), lines = text.split('\n')
  expect(lines[0]).toMatch(/^2 个社区中 1 个在可判定的指标上达标；缺正式人员 1 人/)
  expect(lines.findIndex(line => line.startsWith('  河西社区'))).toBeLessThan(lines.findIndex(line => line.startsWith('  河东社区')))
  expect(text).not.toContain('\u001b')
  expect(textReport(reportOf({ people }), 'zh-CN', { colour: true })).toContain('\u001b[31m')
})

test('long reports are cut with the rest counted', () => {
  const people = Array.from({ length: 12 }, (_, at) => ({ in: `第${at}`, as: 'formal' as const }))
  const text = textReport(reportOf({ people }), 'en', { most: 5 })
  expect(text).toContain('7 more communities')
  expect(text).toMatch(/\d+ more; see them all with --format json/)
})

test('a standard is printed with its sources in both languages', async () => {
  for (const policy of await loadPolicies()) for (const language of ['zh-CN', 'en'] as const) {
    const text = policyText(policy, language)
    for (const target of policy.targets) expect(text).toContain(`  ${target.id}  ${target.title[language]}`)
    expect(text).not.toMatch(/undefined|\{\w+/)
  }
})

describe('nothing of a workbook steers a terminal', () => {
  const nasty = 'a\u001b[2J\u001b]0;x\u0007b\u009b31mc\u202ed\u2066e\u200ff\rg\u2028h\u007f'
  test('in a text it is shown by pictures or left out', () => expect(outgoingText(nasty)).toBe('a␛[2J␛]0;x␇b\ufffd31mcdef␍g h␡'))
  test('the colours of the report pass, and nothing else', () => expect(outgoing(true)('\u001b[31mx\u001b[0m\u001b[2J\u001b[5m\ty\n')).toBe('\u001b[31mx\u001b[0m␛[2J␛[5m\ty\n'))
  test('in JSON it is an escape, and the text is the same', () => {
    const json = outgoing()(JSON.stringify({ nasty }))
    expect(json).toMatch(/^[\u0020-\u007e]*$/)
    expect(JSON.parse(json)).toEqual({ nasty })
  })
  test('a file whose name looks like JSON does not make the report JSON', () => {
    expect(outgoing()('[321299198503150110].xlsx: 已损坏')).toBe('[321***********0110].xlsx: 已损坏')
    expect(outgoing()('{321299850315011}')).toBe('{321***********5011}')
  })
  test('reports with such names everywhere', () => {
    const base = reading(given), [community] = base.communities
    const report = reportOf(given, { file: `${nasty}.xlsx`, reading: { ...base, communities: community === undefined ? [] : [{ ...community, label: nasty }] } })
    for (const made of [textReport(report, 'zh-CN'), markdownReport(report, 'zh-CN'), htmlArticle(report, 'zh-CN'), [...reportPieces(report, 'zh-CN')].join(''), sarifRun(report, 'en')]) {
      expect(outgoing()(made)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
    }
  })
})
