import fc from 'fast-check'
import { areaNamed } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import { accept, acceptanceOf, fingerprintOf, hash, withoutAcceptance } from '../../src/core/waiver'

const base: Finding = {
  rule: 'target-missed', severity: 'error', at: areaNamed('花名册', 'D2:D8'), related: [areaNamed('花名册', 'D7')], subject: '河南/college-share',
  message: { key: 'finding.target', params: { unit: '河南社区', arithmetic: { key: 'part.short', params: { part: 5, whole: 7, target: { 'zh-CN': '大专以上比例', en: 'College' } } } } },
  evidence: { actual: 5 / 7, expected: 0.8, difference: -0.0857, source: null }, fix: null,
}
const blank: Finding = { ...base, rule: 'value-blank', subject: '河南/education', evidence: null, message: { key: 'finding.value-blank', params: { count: 2, words: ['甲类', '乙类'], field: { key: 'field.education', params: {} } } } }
const open: Finding = { ...base, evidence: { actual: null, expected: 200, difference: null, source: null }, message: { key: 'finding.target', params: { arithmetic: { key: 'arithmetic.open', params: { reason: { key: 'open.built-only', params: { built: 268 } } } } } } }
const figure = (actual: number, expected = 0.8): Finding => ({
  ...base,
  evidence: { actual, expected, difference: actual - expected, source: null },
})

describe('an acceptance holds for the content, not for its wording or place', () => {
  test.each<[string, Finding, Finding, boolean]>([
    ['the same finding', base, base, true],
    ['rows were put in above', base, { ...base, at: areaNamed('花名册', 'D4:D10'), related: [areaNamed('花名册', 'D9')] }, true],
    ['another edition of the sentence', base, { ...base, message: { key: 'finding.other', params: { unit: '河南' } } }, true],
    ['the last binary digits', figure(0.1 + 0.2), figure(0.3), true],
    ['beyond the twelfth digit', figure(0.1234567890123), figure(0.1234567890124), true],
    ['the twelfth digit', figure(0.123456789012), figure(0.123456789013), false],
    ['a large figure, by one', figure(999_999_999_998), figure(999_999_999_999), false],
    ['the figure changed', base, figure(4 / 7), false],
    ['the standard asks for more', base, figure(5 / 7, 0.9), false],
    ['no figure: the same numbers and words', blank, { ...blank, message: { ...blank.message, key: 'finding.value-blank-2' } }, true],
    ['no figure: another count', blank, { ...blank, message: { ...blank.message, params: { ...blank.message.params, count: 3 } } }, false],
    ['no figure: another word', blank, { ...blank, message: { ...blank.message, params: { ...blank.message.params, words: ['甲类'] } } }, false],
    ['open: a number deep in the reason', open, { ...open, message: { key: 'finding.target', params: { arithmetic: { key: 'arithmetic.open', params: { reason: { key: 'open.built-only', params: { built: 190 } } } } } } }, false],
    ['another check on the same subject', base, { ...base, rule: 'other' }, false],
  ])('%s', (_name, then, now, same) => {
    expect(fingerprintOf(then) === fingerprintOf(now)).toBe(same)
  })

  const told = (params: Finding['message']['params']): Finding => ({ ...blank, message: { key: 'finding.value-blank', params } })
  test.each<[string, Finding['message']['params'], Finding['message']['params'], boolean]>([
    ['a cell\u2019s name', { cell: 'D7' }, { cell: 'E9' }, true], ['a range', { cell: '$A$1:B12' }, { cell: 'A3:$B$14' }, true], ['a formula', { formula: '=A1+B1' }, { formula: '=A2+B2' }, true],
    ['four letters are a word', { code: 'ABCD1' }, { code: 'ABCD2' }, false], ['eight digits are no row', { code: 'A12345678' }, { code: 'A12345679' }, false],
    ['a name within words', { code: 'D7栋' }, { code: 'D8栋' }, false], ['a number', { count: 7 }, { count: 8 }, false], ['yes and no', { is: 1 }, { is: '1' }, true],
    ['the same words under other names', { a: '甲', b: '乙' }, { a: '乙', b: '甲' }, false], ['their order does not count', { a: '甲', b: '乙' }, { b: '乙', a: '甲' }, true],
  ])('%s in a sentence', (_name, then, now, same) => {
    expect(fingerprintOf(told(then)) === fingerprintOf(told(now))).toBe(same)
  })

  // They stand in workbooks: another way of reckoning would lapse every acceptance that was ever given.
  test('what was accepted once stays accepted in every later edition of the program', () => {
    expect([base, blank, open, figure(4 / 7)].map(fingerprintOf)).toEqual(['1b2cf5f4719a2a', '1df40686317150', '0691d46577fb4e', '196a9655e2f869'])
    expect(['', 'a', '甲', '社区规划核查'.repeat(20)].map(hash)).toEqual(['0bdcb81aee8d83', '1c2ba782c97901', '13b86dcdd5ae16', '041015a12a6606'])
  })

  test('a fingerprint is 14 hexadecimal digits and tells figures apart', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), (a, b) => {
      expect(fingerprintOf(figure(a))).toMatch(/^[0-9a-f]{14}$/)
      if (Number(a.toPrecision(12)) !== Number(b.toPrecision(12))) expect(fingerprintOf(figure(a))).not.toBe(fingerprintOf(figure(b)))
    }))
  })
})

describe('acceptances held against the findings', () => {
  const accepted = acceptanceOf(base, '一人在读，明年毕业', '2024-01-05')

  test('the finding is marked with the reason, and nothing else is touched', () => {
    const { findings, lapsed, gone } = accept([base, blank], [accepted])
    expect(findings).toEqual([{ ...base, accepted: { reason: '一人在读，明年毕业', acceptedOn: '2024-01-05' } }, blank])
    expect([lapsed, gone]).toEqual([[], []])
  })

  test('another value: not accepted, and told', () => {
    const now = figure(4 / 7)
    expect(accept([now], [accepted])).toEqual({ findings: [now], lapsed: [{ accepted, finding: now }], gone: [] })
  })

  test('of two findings whose value changed, the first is the one that is told', () => {
    const [one, two] = [figure(4 / 7), figure(3 / 7)]
    expect(accept([one, two], [accepted]).lapsed).toEqual([{ accepted, finding: one }])
  })

  test('a finding that is not there', () => {
    expect(accept([blank], [accepted])).toEqual({ findings: [blank], lapsed: [], gone: [accepted] })
  })

  test('accepted anew after a change: the older one is replaced', () => {
    const now = figure(4 / 7), { findings, lapsed, gone } = accept([now], [accepted, acceptanceOf(now, '又走一人')])
    expect(findings[0]?.accepted).toEqual({ reason: '又走一人' })
    expect([lapsed, gone]).toEqual([[], []])
  })

  test('taken back: of this rule and this subject alone', () => {
    const others = [acceptanceOf(blank, '表已报废'), acceptanceOf({ ...base, subject: '河东/college-share' }, '两人在读'), acceptanceOf({ ...base, rule: 'other' }, '已知')]
    expect(withoutAcceptance([accepted, ...others], base)).toEqual(others)
  })

  test('nothing accepted costs nothing', () => {
    const findings = [base]
    expect(accept(findings, []).findings).toBe(findings)
  })
})
