import type { WorkbookKey } from '../../src/core/workbook-key'
import { areaNamed } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import { workbookSettings } from '../../taskpane/workbook-settings'
import { NO_CHOICES } from '../../taskpane/shown'
import type { ShownReport } from '../../taskpane/shown'
import { marksOf } from '../../taskpane/views/excel-marks'
import { excelWords } from '../../taskpane/views/excel-words'

const key = (of: string): WorkbookKey => ({ layout: of, sketch: ['1', '2'] })

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'target-missed', severity: 'error', at: areaNamed('花名册', 'B5:B11'), related: [], subject: '河南/college-share', message: { key: 'error.cancelled', params: {} }, evidence: null, fix: null, ...more,
})

const report = {
  file: '花名册.xlsx', asOf: '2023-12-31', policy: { title: { 'zh-CN': '示例标准', en: 'Sample plan' } }, counts: { error: 1, warning: 1, info: 0, accepted: 0 },
  findings: [
    finding({}),
    finding({ severity: 'warning', at: areaNamed('二 月', 'A1') }),
    finding({ severity: 'info', at: null }),
    finding({ severity: 'info', at: { sheet: '花名册', boxes: [] } }),
  ],
} as unknown as ShownReport

test('accepted findings leave no mark', () => {
  const accepted = finding({ severity: 'warning', at: areaNamed('花名册', 'C9'), accepted: { reason: '上级已同意暂缓' } })
  expect(marksOf({ ...report, findings: [...report.findings, accepted] })).toEqual(marksOf(report))
})

test('marks are made of the findings that are about cells', () => {
  expect(marksOf(report)).toEqual([{ sheet: '花名册', cells: 'B5:B11', kind: 'error' }, { sheet: '二 月', cells: 'A1', kind: 'warning' }])
})

test.each(Object.entries(excelWords))('%s has the same places in both languages', (_key, text) => {
  // A plural needs the number once more than Chinese does.
  const places = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)/g)].map(match => match[1]))].sort()
  expect(places(text.en)).toEqual(places(text['zh-CN']))
})

describe('choices in the workbook', () => {
  const browser = { language: 'zh-CN' as const, keepLanguage: () => undefined, habit: { by: 'cause' as const, severities: [] }, keepHabit: () => undefined, choicesFor: () => Promise.resolve(NO_CHOICES), keepChoices: () => Promise.resolve() }
  const inside = (kept: unknown) => {
    const saved: unknown[] = []
    return { saved, load: () => Promise.resolve(kept), save: (choices: unknown) => { saved.push(choices); return Promise.resolve() } }
  }

  test.each([[null], [{}], ['x'], [{ policy: 'a', asOf: null }], [{ policy: 'a', asOf: null, mapping: 5 }]])('%j is as none', async kept => {
    expect(await workbookSettings(browser, inside(kept)).choicesFor(key('甲.xlsx'))).toEqual(NO_CHOICES)
  })

  test('what was kept comes back', async () => {
    const kept = { policy: 'taiyuan-2020', asOf: '2024-01-01', mapping: { communities: { 城南: '河南' } } }
    expect(await workbookSettings(browser, inside(kept)).choicesFor(key('甲.xlsx'))).toEqual(kept)
  })

  test('choices that say nothing take the part out of the workbook again', async () => {
    const store = inside(null)
    await workbookSettings(browser, store).keepChoices(key('甲.xlsx'), { policy: null, asOf: null, mapping: {} })
    await workbookSettings(browser, store).keepChoices(key('甲.xlsx'), { policy: 'x', asOf: null, mapping: {} })
    expect(store.saved).toEqual([null, { policy: 'x', asOf: null, mapping: {} }])
  })
})
