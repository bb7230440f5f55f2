/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { catalogue, columnWords } from '../../src/messages'
import type { HostErrorCode } from '../../src/core/workbook'
import { strings, tell } from '../../taskpane/strings'
import { auditWords } from '../../taskpane/views/audit-words'
import { sentenceOf } from '../../taskpane/views/failed'
import { KIND_WORDS } from '../../taskpane/views/table-words'
import { words, wordsIn } from '../../taskpane/views/words'

const every = [...Object.entries({ ...strings, ...words }), ...Object.entries(auditWords)]

/** Names of the placeholders, in order of the alphabet. */
function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map(match => match[1] ?? ''))].sort()
}

test.each(every)('%s says the same things in both languages', (key, text) => {
  const [zh, en] = [placeholders(text['zh-CN']), placeholders(text.en)]
  // A plural may need the number once more than Chinese does.
  for (const name of zh) expect(en).toContain(name)
  if (key !== 'recognised.rows-list') expect(zh).toEqual(en)
})

test.each(every)('%s keeps to the register: no exclamation marks, no empty words', (_key, text) => {
  for (const said of [text['zh-CN'], text.en]) {
    expect(said.trim()).not.toBe('')
    expect(said).not.toMatch(/[!！]/)
  }
})

test('a key stands in one of the two tables', () => {
  expect(Object.keys(strings).filter(key => key in words)).toEqual([])
})

test('plurals follow the number in English', () => {
  expect(wordsIn('en').tell('state.recognised', { tables: 1, communities: 1, people: 1 })).toBe('1 table · 1 community · 1 person counted')
  expect(wordsIn('en').tell('state.recognised', { tables: 3, communities: 20, people: 1260 })).toBe('3 tables · 20 communities · 1,260 people counted')
  expect(tell('zh-CN', 'start.excel.button')).toBe('核查本工作簿')
})

const CODES: readonly HostErrorCode[] = ['not-found', 'not-readable', 'not-a-workbook', 'xls-binary', 'encrypted', 'damaged', 'zip-bomb', 'too-large', 'cancelled', 'cell-edit-mode', 'protected', 'wrong-workbook', 'host-too-old', 'host-busy', 'access-denied']

test.each(CODES)('the failure %s has a sentence in both languages and no code in it', code => {
  for (const language of ['zh-CN', 'en'] as const) {
    const said = sentenceOf({ code, params: {} }, wordsIn(language))
    if (language === 'zh-CN') expect(said).not.toContain(code)
    expect(said.length).toBeGreaterThan(3)
  }
  expect(catalogue).toHaveProperty([`error.${code}`])
})

test('a failure that nobody foresaw says what to do and carries its own words', () => {
  expect(sentenceOf({ code: 'unexpected', params: { detail: 'x is undefined' } }, wordsIn('zh-CN'))).toContain('x is undefined')
  expect(sentenceOf({ code: 'brand-new', params: {} }, wordsIn('en'))).toContain('brand-new')
})

test('every kind and column has a name of its own in both languages', () => {
  for (const table of [KIND_WORDS, columnWords]) {
    for (const language of ['zh-CN', 'en'] as const) {
      const names = Object.values(table).map(text => text[language])
      expect(new Set(names).size).toBe(names.length)
    }
  }
})

test.each(['pane.css', 'workbench.css', 'views/results.css', 'views/findings.css', 'views/audit.css'])('%s uses no colour but Fluent\'s, and no token that Fluent does not have', file => {
  const css = readFileSync(`taskpane/${file}`, 'utf8')
  const used = [...css.matchAll(/var\(--(color\w+|\w+)\)/g)].map(match => match[1] ?? '')
  const own = new Set(['ink', 'line', 'chosen'])
  for (const token of used) if (!own.has(token)) {
    expect(webLightTheme).toHaveProperty(token)
    expect(webDarkTheme).toHaveProperty(token)
  }
  expect(css.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi)).toBeNull()
})
