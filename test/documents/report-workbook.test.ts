import { newWorkbookBytes, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { unitsOf } from '../../src/document'
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
    file: name, name, checksum: '', findings: report.findings, checked: report.checked, units: unitsOf(report), report, source: NO_SOURCE,
  }))
  const facts = { day: '2024-01-05', version: '0.0.0', language, categoryOf: () => message('paper.category-content') }
  return readWorkbookBytes(await newWorkbookBytes(reportWorkbook(sources, facts)), '报告.xlsx')
}

test('one file: conclusion, communities, findings with links, what was checked', async () => {
  const { sheets } = await book(['花名册.xlsx'], 'zh-CN'), [front, units, , findings] = sheets
  expect(sheets.map(({ name }) => name)).toEqual(['社区规划核查报告', '各社区情况', '用房情况', '问题清单', '核对情况', '河东社区', '河西社区'])
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

test('a sheet for each community: its targets, its premises, whom to take on, its findings, and the way there and back', async () => {
  const { sheets } = await book(['花名册.xlsx'], 'zh-CN'), overview = sheets.find(({ name }) => name === '各社区情况'), own = sheets.find(({ name }) => name === '河东社区')
  expect([...(overview?.formulas.values() ?? [])]).toEqual(['=HYPERLINK("#河东社区!A1","河东社区")', '=HYPERLINK("#河西社区!A1","河西社区")'])
  expect([...(own?.formulas.values() ?? [])]).toEqual(['=HYPERLINK("#各社区情况!A1","返回“各社区情况”")'])
  const rows = own?.rows.map(row => row.filter(cell => cell !== null)) ?? []
  expect(rows[0]).toEqual(['河东社区核查表'])
  expect(rows).toEqual(expect.arrayContaining([
    ['指标', '现状', '目标', '结论', '说明', '依据'], expect.arrayContaining(['大专以上比例', 3 / 7, 0.8, '✕ 未达标']),
    ['办公用房（㎡）', '现在', '规划期', '含在建'], ['使用面积', 180, 180, 180], ['缺口', 20, 20, 20], ['本社区的问题'],
  ]))
})

test('the list of findings says in which unit a target is short, and what to do', async () => {
  const { sheets } = await book(['roster.xlsx'], 'zh-CN'), [, heads = [], ...rows] = sheets.find(({ name }) => name === '问题清单')?.rows ?? []
  const column = (head: string) => heads.indexOf(head)
  const told = rows.map(row => ['依据', '单位', '建议'].map(head => row[column(head)]))
  const of = (what: string) => told.find(([basis]) => String(basis).startsWith(what))?.slice(1)
  expect([of('河东社区：正式人员'), of('河东社区：使用面积'), of('河东社区：大专以上比例')]).toEqual([['人', '数据无误的，列入整改'], ['㎡', '数据无误的，列入整改'], [null, '数据无误的，列入整改']])
})

test('of hundreds of communities the worst have a sheet, and the overview says so', async () => {
  const people = Array.from({ length: 70 }, (_, at) => ({ in: `第${String(at + 1)}`, as: 'formal' as const })), many = reportOf({ people })
  const source: ReportPaperSource = { file: '表.xlsx', name: '表.xlsx', checksum: '', findings: [], checked: many.checked, report: many, source: NO_SOURCE }
  const facts = { day: '2024-01-05', version: '0.0.0', language: 'zh-CN' as const, categoryOf: () => message('paper.category-content') }
  const { sheets } = await readWorkbookBytes(await newWorkbookBytes(reportWorkbook([source], facts)), '报告.xlsx')
  expect(sheets.filter(({ name }) => name.endsWith('社区')).length).toBe(60)
  expect(String(sheets.find(({ name }) => name === '各社区情况')?.rows.at(-1)?.[0])).toContain('其余 10 个见问题清单')
})

test('a sheet has a name that Excel takes, and no link is longer than it reads', async () => {
  const labels = ['History', `${'𠮷'.repeat(20)}`, `a${'𠮷'.repeat(20)}`, '很'.repeat(300), 'a:b/[c]', "'引号'"]
  const few = reportOf({ people: labels.map((_, at) => ({ in: `第${String(at + 1)}`, as: 'formal' as const })) })
  const given = { ...few, communities: few.communities.map((unit, at) => ({ ...unit, label: labels[at] ?? '' })) }
  const source: ReportPaperSource = { file: '表.xlsx', name: '表.xlsx', checksum: '', findings: [], checked: few.checked, report: given, source: NO_SOURCE }
  const facts = { day: '2024-01-05', version: '0.0.0', language: 'zh-CN' as const, categoryOf: () => message('paper.category-content') }
  const { sheets } = await readWorkbookBytes(await newWorkbookBytes(reportWorkbook([source], facts)), '报告.xlsx')
  expect(sheets.slice(-6).map(({ name }) => name).sort()).toEqual(['History2', 'a b  c', `a${'𠮷'.repeat(13)}`, '引号', '很'.repeat(27), '𠮷'.repeat(13)].sort())
  const overview = sheets.find(({ name }) => name === '各社区情况'), links = [...(overview?.formulas.values() ?? [])]
  expect([links.length, links.every(link => link.length < 255), overview?.rows.some(row => row[0] === '很'.repeat(300))]).toEqual([5, true, true])
})

test('in English the sheets have names that a workbook may have', async () => {
  expect((await book(['roster.xlsx'], 'en')).sheets.map(({ name }) => name)).toEqual(['Report', 'Communities', 'Premises', 'Findings', 'Checked', '河东社区', '河西社区'])
})

test('several files: a cover, and the communities with their file', async () => {
  const { sheets } = await book(['一.xlsx', '二.xlsx'], 'en')
  expect(sheets.map(({ name }) => name)).toEqual(['Communities', 'Premises', 'Cover', 'Findings', 'Checked', '河东社区', '河西社区', '河东社区2', '河西社区2'])
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
