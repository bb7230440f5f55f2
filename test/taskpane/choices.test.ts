/** @jest-environment node */
import type { WorkbookKey } from '../../src/core/workbook-key'
import fc from 'fast-check'
import type { Mapping } from '../../src/core/mapping'
import { parseMapping } from '../../src/policies/mapping-schema'
import { browserSettings } from '../../taskpane/browser-settings'
import { decisionsFrom, isNothing } from '../../src/core/decisions'
import { settingsFileName, settingsFileText } from '../../taskpane/choices'
import { NO_CHOICES } from '../../taskpane/shown'
import { today } from '../../taskpane/today'
import { workbookSettings } from '../../taskpane/workbook-settings'

const key = (of: string): WorkbookKey => ({ layout: of, sketch: ['1', '2'] })

const accepted = [{ check: 'target-missed', subject: '河南/college-share', reason: '一人在读', fingerprint: '0123456789abcd', acceptedOn: '2024-01-05' }]
const chosen = { ...NO_CHOICES, mapping: { answers: { q: 'a' } }, accepted }

test.each<[string, unknown, unknown]>([
  ['as they were saved', chosen, chosen],
  ['saved before there were acceptances', NO_CHOICES, NO_CHOICES],
  ['acceptances that are none are left out', { ...NO_CHOICES, accepted: [null, 1, { check: 'a' }, ...accepted] }, { ...NO_CHOICES, accepted }],
  ['a list where none belongs', { ...NO_CHOICES, accepted: 'all' }, NO_CHOICES],
  ['no mapping', { policy: null, asOf: null }, null],
  ['something else', [1], null],
  ['nothing', null, null],
])('choices that come back: %s', (_name, value, choices) => {
  expect(decisionsFrom(value)).toEqual(choices)
})

test.each([['nothing', NO_CHOICES, true], ['a day', { ...NO_CHOICES, asOf: '2024-01-01' }, false], ['an acceptance alone', { ...NO_CHOICES, accepted }, false]])('%s chosen', (_name, choices, nothing) => {
  expect(isNothing(choices)).toBe(nothing)
})

describe('the settings file', () => {
  test('is a mapping file: what is saved is read back', () => {
    const mapping: Mapping = { tables: [{ sheet: '花名册', header: 'A3:F3', kind: 'staff', columns: { education: 'D', politics: null } }], answers: { 'word/employment/网格员': 'contracted' } }
    expect(parseMapping(settingsFileText({ mapping, accepted }))).toEqual({ mapping, accepted, numbers: [] })
    expect(parseMapping(settingsFileText(NO_CHOICES))).toEqual({ mapping: {}, accepted: [], numbers: [] })
  })

  test('own numbers go with it, and come back', () => {
    const numbers = [{ policy: 'jiangyan-2023', target: 'formal-count', value: 5, reason: '县里另有通知', setOn: '2024-01-05' }]
    expect(parseMapping(settingsFileText({ mapping: {}, numbers }))).toEqual({ mapping: {}, accepted: [], numbers })
  })

  test('whatever reason was typed', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, unit: 'binary' }).filter(text => text.trim() !== '' && !/\d{15}/.test(text)), reason => {
      const read = parseMapping(settingsFileText({ mapping: {}, accepted: [{ check: 'a', subject: 'b', reason, fingerprint: 'c' }] }))
      expect('accepted' in read ? read.accepted[0]?.reason : null).toBe(reason.trim())
    }))
  })

  test('holds no id, even where somebody typed one', () => {
    expect(settingsFileText({ mapping: {}, accepted: [{ check: 'a', subject: 'b', reason: '见 990101198503121234', fingerprint: 'c' }] })).toContain('见 990***********1234')
  })

  test.each([['社区.xlsx', '社区.设置.json'], ['a.b.csv', 'a.b.设置.json'], ['无名', '无名.设置.json']])('%s -> %s', (workbook, name) => {
    expect(settingsFileName(workbook, '设置')).toBe(name)
  })
})

test('in the browser acceptances live for the visit, and nothing of them is written down', async () => {
  const kept: Record<string, string> = {},
    storage = {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        kept[key] = value
      },
    }
  const settings = browserSettings(storage, 'zh')
  await settings.keepChoices(key('a.xlsx'), chosen)
  expect(await settings.choicesFor(key('a.xlsx'))).toEqual(chosen)
  expect(await settings.choicesFor(key('b.xlsx'))).toEqual(NO_CHOICES)
  expect(JSON.stringify(kept)).not.toContain('一人在读')
  expect(await browserSettings(storage, 'zh').choicesFor(key('a.xlsx'))).toEqual({ ...NO_CHOICES, mapping: chosen.mapping })
})

test('in Excel they are kept with the workbook, and taken out with the last choice', async () => {
  const saved: unknown[] = []
  const settings = workbookSettings(browserSettings({ getItem: () => null, setItem: () => undefined }, 'zh'), { load: () => Promise.resolve(saved.at(-1) ?? null), save: choices => { saved.push(choices); return Promise.resolve() } })
  await settings.keepChoices(key('a.xlsx'), { ...NO_CHOICES, accepted })
  expect(await settings.choicesFor(key('a.xlsx'))).toEqual({ ...NO_CHOICES, accepted })
  await settings.keepChoices(key('a.xlsx'), { ...NO_CHOICES, accepted: [] })
  expect(saved.at(-1)).toBeNull()
})

test('the day is the one on the wall', () => {
  expect(today(new Date(2024, 0, 5, 23, 59))).toBe('2024-01-05')
  expect(today()).toMatch(/^\d{4}-\d\d-\d\d$/)
})
