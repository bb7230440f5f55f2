import type { WorkbookKey } from '../../src/core/workbook-key'
import { areaNamed } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import { workbookSettings } from '../../taskpane/workbook-settings'
import { NO_CHOICES } from '../../taskpane/shown'
import type { ShownReport } from '../../taskpane/shown'
import { marksOf, resultsTable } from '../../taskpane/views/excel-results'
import { excelWords } from '../../taskpane/views/excel-words'

const key = (of: string): WorkbookKey => ({ layout: of, sketch: ['1', '2'] })

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'target-missed', severity: 'error', at: areaNamed('花名册', 'B5:B11'), related: [], subject: '河南/college-share', message: { key: 'error.cancelled', params: {} }, evidence: null, fix: null, ...more,
})

const report = {
  file: '花名册.xlsx', asOf: '2023-12-31', policy: { title: { 'zh-CN': '示例标准', en: 'Sample plan' } }, counts: { error: 1, warning: 1, info: 0, accepted: 0 },
  findings: [
    finding({ evidence: { actual: 0.7, expected: 0.8, difference: -0.1, source: { id: 's', source: 's', clause: '三（一）', quote: '', verified: false } } }),
    finding({ severity: 'warning', at: areaNamed('二 月', 'A1') }),
    finding({ severity: 'info', at: null }),
    finding({ severity: 'info', at: { sheet: '花名册', boxes: [] } }),
  ],
} as unknown as ShownReport

test('a findings sheet has a row for each finding, with its place, its sentence and its clause', () => {
  const table = resultsTable(report, 'zh-CN')
  expect(table.rows.map(row => row.slice(0, 5))).toEqual([
    [1, '错误', '花名册!B5:B11', '已取消。', '三（一）（未核实）'],
    [2, '警告', "'二 月'!A1", '已取消。', ''],
    [3, '提示', '', '已取消。', ''],
    [4, '提示', '花名册', '已取消。', ''],
  ])
  expect([table.header.length, table.widths.length, new Set(table.rows.map(row => row.length))]).toEqual([6, 6, new Set([6])])
  expect(table.lines).toEqual(['文件：花名册.xlsx', '标准：示例标准　截至：2023-12-31', '错误 1 条，警告 1 条，提示 0 条'])
})

test('accepted findings come with their reason, and leave no mark', () => {
  const accepted = finding({ severity: 'warning', at: areaNamed('花名册', 'C9'), accepted: { reason: '上级已同意暂缓' } })
  const waived = { ...report, counts: { ...report.counts, accepted: 1 }, findings: [...report.findings, accepted] }
  const table = resultsTable(waived, 'zh-CN')
  expect(table.rows.at(-1)).toEqual([5, '警告', '花名册!C9', '已取消。', '', '已接受：上级已同意暂缓'])
  expect(table.lines.at(-1)).toBe('错误 1 条，警告 1 条，提示 0 条，已接受 1 条')
  expect(marksOf(waived)).toEqual(marksOf(report))
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
