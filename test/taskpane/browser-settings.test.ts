/** @jest-environment node */
import type { WorkbookKey } from '../../src/core/workbook-key'
import { browserSettings, languageOf } from '../../taskpane/browser-settings'
import { NO_CHOICES } from '../../taskpane/shown'

const key = (of: string): WorkbookKey => ({ layout: of, sketch: ['1', '2'] })

function shelf(kept: Record<string, string> = {}): Pick<Storage, 'getItem' | 'setItem'> & { kept: Record<string, string> } {
  return { kept, getItem: key => kept[key] ?? null, setItem: (key, value) => { kept[key] = value } }
}

test.each([['zh-CN', 'zh-CN'], ['zh-TW', 'zh-CN'], ['en-GB', 'en'], ['EN', 'en'], ['ja', 'zh-CN'], ['', 'zh-CN']])('a browser in %s gets %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language)
})

test('the language that was chosen wins over the browser\'s', () => {
  const storage = shelf()
  browserSettings(storage, 'zh-CN').keepLanguage('en')
  expect(browserSettings(storage, 'zh-CN').language).toBe('en')
})

test('choices are found again for the workbook, and only for it', async () => {
  const storage = shelf(), choices = { policy: 'taiyuan-2020', asOf: '2024-06-30', mapping: { answers: { a: '1' } } }
  await browserSettings(storage, 'zh').keepChoices(key('a.xlsx'), choices)
  expect(await browserSettings(storage, 'zh').choicesFor(key('a.xlsx'))).toEqual(choices)
  expect(await browserSettings(storage, 'zh').choicesFor(key('b.xlsx'))).toEqual(NO_CHOICES)
})

test('only the last thirty workbooks are remembered', async () => {
  const settings = browserSettings(shelf(), 'zh')
  for (let i = 0; i < 31; i++) await settings.keepChoices(key(`${i}.xlsx`), { ...NO_CHOICES, asOf: '2024-01-01' })
  expect(await settings.choicesFor(key('0.xlsx'))).toEqual(NO_CHOICES)
  expect((await settings.choicesFor(key('30.xlsx'))).asOf).toBe('2024-01-01')
})

test.each(['not json', '{}', '[[1,2]]', '[["a.xlsx",{"policy":null,"asOf":null,"mapping":{}}]]', '[[{"layout":"a.xlsx","sketch":["1","2"]},{"policy":null}]]', '[[{"layout":"a.xlsx","sketch":[1]},{"policy":null,"asOf":"2024-01-01","mapping":{}}]]'])('what somebody else left there is not believed: %s', async text => {
  expect(await browserSettings(shelf({ 'plancheck.choices.2': text }), 'zh').choicesFor(key('a.xlsx'))).toEqual(NO_CHOICES)
})

test('a browser that keeps nothing works the same', async () => {
  const forbidden = { getItem: () => { throw new Error('denied') }, setItem: () => { throw new Error('full') } }
  const settings = browserSettings(forbidden, 'en')
  settings.keepLanguage('zh-CN')
  await settings.keepChoices(key('a.xlsx'), NO_CHOICES)
  // What was chosen holds for files opened later in the visit, and no longer.
  expect(settings.language).toBe('zh-CN')
  expect(await settings.choicesFor(key('a.xlsx'))).toEqual(NO_CHOICES)
})

test.each<[string | undefined, object]>([
  [undefined, { by: 'cause', severities: [] }],
  ['{"by":"community","severities":["info","error"]}', { by: 'community', severities: ['error', 'info'] }],
  ['{"by":"colour","severities":["loud",1],"query":"丁一"}', { by: 'cause', severities: [] }],
  ['[', { by: 'cause', severities: [] }],
])('how the findings were seen, kept as %s', (kept, habit) => {
  expect(browserSettings(shelf(kept === undefined ? {} : { 'plancheck.findings': kept }), 'zh').habit).toEqual(habit)
})

test('how the findings were seen is kept for the next visit', () => {
  const storage = shelf()
  browserSettings(storage, 'zh').keepHabit({ by: 'community', severities: ['warning'] })
  expect(browserSettings(storage, 'zh').habit).toEqual({ by: 'community', severities: ['warning'] })
})
