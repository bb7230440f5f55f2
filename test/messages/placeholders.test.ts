import { message, messageNamed } from '../../src/messages'
import type { PlaceholderNames } from '../../src/messages/placeholders'

/** The compiler runs this test: a name too many or too few in the record does not compile. */
const names: Readonly<Record<PlaceholderNames<'{a}，{b:share~c}与{d#one#many}，{e:age~0}；{"x": 1}，{ f }'>, true>> = { a: true, b: true, c: true, d: true, e: true }
const none: Readonly<Record<PlaceholderNames<'没有'>, true>> = {}

test('what a sentence names is known from its text', () => {
  expect([Object.keys(names).join(''), Object.keys(none)]).toEqual(['abcde', []])
})

test('a message is its key and what it was given', () => {
  expect(message('finding.noted-many', { what: '甲', count: 2 })).toEqual({ key: 'finding.noted-many', params: { what: '甲', count: 2 } })
  expect([message('report.none'), messageNamed('report.none')]).toEqual([{ key: 'report.none', params: {} }, { key: 'report.none', params: {} }])
})
