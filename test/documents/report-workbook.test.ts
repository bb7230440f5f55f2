import { newWorkbookBytes, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { NO_SOURCE } from '../../src/core/document-source'
import type { Language } from '../../src/core/message'
import { message } from '../../src/messages'
import { officialParagraph } from '../../src/render/documents/paragraph'
import { reportWorkbook } from '../../src/render/documents/report-workbook'
import type { ReportPaperSource } from '../../src/render/documents/report-source'
import type { Given } from '../checks/readings'
import { times } from '../checks/readings'
import { reportOf } from '../render/reports'

const given: Given = {
  people: [...times(3, { as: 'formal', college: 'yes', party: 'yes' }), ...times(4, { as: 'contracted', college: 'no' })],
  sites: [{ in: '河东', usable: 180, tenure: 'own' }, { in: '河西', built: 300 }],
}
const report = reportOf(given)

async function book(names: readonly string[], language: Language): ReturnType<typeof readWorkbookBytes> {
  const sources = names.map((name): ReportPaperSource => ({
    file: name, name, checksum: '', findings: report.findings, checked: report.checked, shares: new Set(['college-share', 'party-league-share']), report, source: NO_SOURCE,
  }))
  const facts = { day: '2024-01-05', version: '0.0.0', language, categoryOf: () => message('paper.category-content') }
  return readWorkbookBytes(await newWorkbookBytes(reportWorkbook(sources, facts)), '报告.xlsx')
}

test('one file: conclusion, communities, findings with links, what was checked', async () => {
  const { sheets } = await book(['花名册.xlsx'], 'zh-CN'), [front, units, , findings] = sheets
  expect(sheets.map(({ name }) => name)).toEqual(['社区规划核查报告', '各社区情况', '用房情况', '问题清单', '核对情况'])
  expect(front?.rows.flat()).toEqual(expect.arrayContaining([officialParagraph(report, NO_SOURCE, 'zh-CN'), '大专以上比例', 3 / 7, 0.8, '✕ 未达标']))
  // A community without a usable area has a word, and not 0.
  expect(units?.rows.find(row => row[0] === '河西社区')).toEqual(expect.arrayContaining(['—', '?']))
  expect(findings?.rows[1]).toEqual(expect.arrayContaining(['编号', '处理意见', '核实人', '日期']))
  expect([...(findings?.formulas.values() ?? [])].some(formula => formula.startsWith('=HYPERLINK("[花名册.xlsx]花名册!'))).toBe(true)
})

test('premises stand today and in the plan period side by side, with a total of what is known', async () => {
  const [, , premises] = (await book(['花名册.xlsx'], 'zh-CN')).sheets
  expect(premises?.rows.map(row => [...row])).toEqual([
    ['办公用房：现在与规划期（㎡）'],
    ['社区', '现在', null, '规划期'],
    [null, '现有使用面积', '现在缺口', '其中自有且保留', '规划缺口', '含在建的规划期面积', '建成后缺口'],
    ['河东社区', 180, 20, 180, 20, 180, 20],
    ['河西社区', '待核实', '待核实', '待核实', '待核实', '待核实', '待核实'],
    ['合计（已知部分）', 180, 20, 180, 20, 180, 20],
  ])
})

test('in English the sheets have names that a workbook may have', async () => {
  expect((await book(['roster.xlsx'], 'en')).sheets.map(({ name }) => name)).toEqual(['Report', 'Communities', 'Premises', 'Findings', 'Checked'])
})

test('several files: a cover, and the communities with their file', async () => {
  const { sheets } = await book(['一.xlsx', '二.xlsx'], 'en')
  expect(sheets.map(({ name }) => name)).toEqual(['Communities', 'Premises', 'Cover', 'Findings', 'Checked'])
  expect(new Set(sheets[0]?.rows.slice(2, -1).map(row => row[0]))).toEqual(new Set(['一.xlsx', '二.xlsx']))
})

test.each<[Language, string]>([
  ['zh-CN', '截至 2023 年 12 月 31 日，本单位共有社区 2 个，计入人员 7 人（正式 3 人、聘用 4 人）。'],
  ['en', 'As of 2023-12-31, the unit has 2 communities and 7 people counted (3 formal, 4 contracted).'],
])('the paragraph begins with the day and the heads (%s)', (language, start) => {
  expect(officialParagraph(report, NO_SOURCE, language).startsWith(start)).toBe(true)
})

test('the paragraph over nothing says so', () => {
  expect(officialParagraph(reportOf({}), NO_SOURCE, 'zh-CN')).toBe('没有识别出可以核查的社区数据。')
})
