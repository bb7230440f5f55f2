/** @jest-environment node */
import { browserSettings, languageOf } from '../../taskpane/browser-settings'
import { NO_CHOICES } from '../../taskpane/shown'

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

test('choices are found again under the workbook\'s name, and only there', async () => {
  const storage = shelf(), choices = { policy: 'taiyuan-2020', asOf: '2024-06-30', mapping: { answers: { a: '1' } } }
  await browserSettings(storage, 'zh').keepChoices('a.xlsx', choices)
  expect(await browserSettings(storage, 'zh').choicesFor('a.xlsx')).toEqual(choices)
  expect(await browserSettings(storage, 'zh').choicesFor('b.xlsx')).toEqual(NO_CHOICES)
})

test('only the last thirty workbooks are remembered', async () => {
  const settings = browserSettings(shelf(), 'zh')
  for (let i = 0; i < 31; i++) await settings.keepChoices(`${i}.xlsx`, { ...NO_CHOICES, asOf: '2024-01-01' })
  expect(await settings.choicesFor('0.xlsx')).toEqual(NO_CHOICES)
  expect((await settings.choicesFor('30.xlsx')).asOf).toBe('2024-01-01')
})

test.each(['not json', '{}', '[[1,2]]', '[["a.xlsx",null]]', '[["a.xlsx",{"policy":null}]]'])('what somebody else left there is not believed: %s', async text => {
  expect(await browserSettings(shelf({ 'plancheck.choices': text }), 'zh').choicesFor('a.xlsx')).toEqual(NO_CHOICES)
})

test('a browser that keeps nothing works the same', async () => {
  const forbidden = { getItem: () => { throw new Error('denied') }, setItem: () => { throw new Error('full') } }
  const settings = browserSettings(forbidden, 'en')
  settings.keepLanguage('zh-CN')
  await settings.keepChoices('a.xlsx', NO_CHOICES)
  expect(settings.language).toBe('en')
  expect(await settings.choicesFor('a.xlsx')).toEqual(NO_CHOICES)
})
