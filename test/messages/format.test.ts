import fc from 'fast-check'
import type { MessageParam } from '../../src/core/message'
import { catalogue, sayText } from '../../src/messages'
import { judging } from '../../src/messages/judging'
import { reading } from '../../src/messages/reading'
import { formatParam } from '../../src/messages/format'
import type { Format } from '../../src/messages/format'

test.each<[MessageParam, Format, number | undefined, string]>([
  [5 / 7, 'share', undefined, '71.4%'],
  [0.7999, 'share', 0.8, '79.99%'],
  [0.8, 'share', 0.8, '80.0%'],
  [45.04, 'age', 45, '45.04'],
  [45, 'age', 45, '45.0'],
  [44.96, 'age', 45, '44.96'],
  [44.96, 'age', undefined, '45.0'],
  [1780, 'area', undefined, '1,780'],
  [199.999, 'area', 200, '199.999'],
  [835_000, 'wan', undefined, '83.5'],
  [-17_000, 'wan', undefined, '−1.7'],
  [-0.0001, 'share', undefined, '0.0%'],
  [1_234_567.891, 'yuan', undefined, '1,234,567.89'],
  [12, 'count', undefined, '12'],
  [0.2302, 'age', 0, '0.2'],
  [0.04, 'age', 0, '0.04'],
  [7, 'age', 0, '7.0'],
  [12.3456, 'ratio', undefined, '12.35'],
  [0.001, 'ratio', 0, '0.001'],
  [null, 'share', undefined, '不详'],
  [true, 'text', undefined, '是'],
  [['河南', '河东'], 'text', undefined, '河南、河东'],
])('%j as %s beside %p is %s', (value, format, near, shown) => {
  expect(formatParam(value, format, 'zh-CN', near)).toBe(shown)
})

test('a value is never shown on or across the line that it is not on', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.integer({ min: 0, max: 200 }), (value, limit) => {
    if (Math.abs(value - limit) < 1e-9) return
    const shown = Number(formatParam(value, 'age', 'en', limit).replaceAll(',', ''))
    expect(Math.sign(shown - limit)).toBe(Math.sign(value - limit))
  }))
})

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)(?:#[^}]*|(?::\w+)?(?:~\w+)?)\}/g)].map(match => match[1] ?? '').sort()

test('every sentence has the same placeholders in both languages, and a known format', () => {
  for (const [key, text] of Object.entries(catalogue as Record<string, { 'zh-CN': string; en: string }>)) {
    expect([key, [...new Set(placeholders(text.en))]]).toEqual([key, [...new Set(placeholders(text['zh-CN']))]])
    for (const language of ['zh-CN', 'en'] as const) {
      // A unit may be silent in one language: 3 人, and plain 3 in English.
      if (!key.startsWith('unit.')) expect(text[language].trim()).not.toBe('')
      for (const [, format] of text[language].matchAll(/\{\w+:(\w+)/g)) expect([key, ['number', 'ratio', 'share', 'age', 'area', 'wan', 'yuan', 'count', 'text'].includes(format ?? '')]).toEqual([key, true])
    }
  }
})

test.each([
  [1, '1 person has no kind and is not counted: 0.04 above'],
  [3, '3 people have no kind and are not counted: 0.04 above'],
])('a word is chosen by number: %i', (count, said) => {
  const text = '{count} {count#person has#people have} no kind and {count#is#are} not counted: {gap:age~0} above'
  expect(sayText({ 'zh-CN': text, en: text }, { count, gap: 0.04 }, 'en')).toBe(said)
})

test.each(Object.entries({ ...judging, ...reading } as Record<string, { en: string }>))('%s does not say "1 people"', (_key, { en }) => {
  expect(en).not.toMatch(/\{(count|people|rows)(:count)?\} (more |counted )?(people|rows|cells|times|communities)\b/)
})

test('no sentence shouts', () => {
  for (const [key, text] of Object.entries(catalogue as Record<string, { 'zh-CN': string; en: string }>)) expect([key, /[!！]$/.test(text['zh-CN']) || /!$/.test(text.en)]).toEqual([key, false])
})
