import { decisionCount, decisionsFrom, isNothing, NO_DECISIONS } from '../../src/core/decisions'
import type { Decisions } from '../../src/core/decisions'
import { isOwnNumber, withoutOwnNumber } from '../../src/core/own-number'
import type { OwnNumber } from '../../src/core/own-number'
import type { AcceptedFinding } from '../../src/core/waiver'

const NONE = { policy: null, asOf: null, mapping: {} }
const accepted: AcceptedFinding = { check: 'value-blank', subject: '河南/education', reason: '待补', fingerprint: '0123456789abcd' }
const own: OwnNumber = { policy: 'jiangyan-2023', target: 'formal-count', value: 5, reason: '' }

describe('decisions as a store gives them back', () => {
  test.each<[string, unknown]>([
    ['nothing', null], ['a text', 'jiangyan-2023'], ['a list', [NONE]], ['a number', 1], ['no standard named', { asOf: null, mapping: {} }],
    ['no day named', { policy: null, mapping: {} }], ['no mapping', { policy: null, asOf: null }], ['a mapping that is a list', { ...NONE, mapping: [] }],
    ['a mapping that is nothing', { ...NONE, mapping: null }],
  ])('%s is none', (_name, value) => {
    expect(decisionsFrom(value)).toBeNull()
  })

  test.each<[string, unknown, readonly AcceptedFinding[] | undefined]>([
    ['one', [accepted], [accepted]], ['with its day', [{ ...accepted, acceptedOn: '2024-01-05' }], [{ ...accepted, acceptedOn: '2024-01-05' }]],
    ['a day that is a number', [{ ...accepted, acceptedOn: 20240105 }], undefined], ['no check', [{ ...accepted, check: undefined }], undefined],
    ['a subject that is a number', [{ ...accepted, subject: 1 }], undefined], ['a reason that is nothing', [{ ...accepted, reason: null }], undefined],
    ['no fingerprint', [{ ...accepted, fingerprint: undefined }], undefined], ['a text', ['value-blank'], undefined], ['nothing', [null], undefined],
    ['a whole that is no list', accepted, undefined], ['a good one among bad ones', [null, accepted, {}], [accepted]],
  ])('acceptances, %s: only what is one is kept', (_name, given, kept) => {
    expect(decisionsFrom({ ...NONE, accepted: given })).toEqual(kept === undefined ? NONE : { ...NONE, accepted: kept })
  })

  test.each<[string, unknown, boolean]>([
    ['as it was set', own, true], ['with its day', { ...own, setOn: '2024-01-05' }, true], ['zero', { ...own, value: 0 }, true], ['below zero', { ...own, value: -0.1 }, false],
    ['no number', { ...own, value: '5' }, false], ['no end', { ...own, value: Infinity }, false], ['no standard', { ...own, policy: undefined }, false],
    ['no target', { ...own, target: 3 }, false], ['no reason', { ...own, reason: undefined }, false], ['a day that is a number', { ...own, setOn: 1 }, false],
    ['nothing', null, false], ['not said', undefined, false], ['a text', 'formal-count', false],
  ])('an own number, %s', (_name, given, is) => {
    expect(isOwnNumber(given)).toBe(is)
    expect(decisionsFrom({ ...NONE, numbers: [given] })).toEqual(is ? { ...NONE, numbers: [given] } : NONE)
  })
})

test.each<[string, Partial<Decisions>, number]>([
  ['nothing', {}, 0],
  ['a standard', { policy: 'taiyuan-2020' }, 1],
  ['a day', { asOf: '2024-06-30' }, 1],
  ['a table left out', { mapping: { tables: [{ sheet: '表', kind: 'ignore' }] } }, 1],
  ['a table without its kind and two columns', { mapping: { tables: [{ sheet: '表', columns: { name: 'A', id: null } }] } }, 2],
  ['columns by header go before those by letter', { mapping: { tables: [{ sheet: '表', columns: { name: 'A', id: 'B' }, columnHeaders: { name: '姓名' } }] } }, 1],
  ['words of two fields', { mapping: { words: { employment: { 网格员: 'contracted', 代表: 'formal' }, college: { 老中专: 'yes' } } } }, 3],
  ['names of communities', { mapping: { communities: { 城南: '河南', 城北: '河东' } } }, 2],
  ['answers', { mapping: { answers: { a: 'b' } } }, 1],
  ['an acceptance', { accepted: [accepted] }, 1],
  ['an own number', { numbers: [own] }, 1],
])('%s: how many there are, and whether anything has to be kept', (_name, part, count) => {
  const decisions = { ...NO_DECISIONS, ...part }
  expect([decisionCount(decisions), isNothing(decisions)]).toEqual([count, count === 0])
})

test('an own number is taken back for its standard and its target alone', () => {
  const others = [{ ...own, policy: 'taiyuan-2020' }, { ...own, target: 'college-share' }]
  expect(withoutOwnNumber([own, ...others], own)).toEqual(others)
})
