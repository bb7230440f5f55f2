/** @jest-environment node */
import { areaCells } from '../../src/core/area'
import { acceptanceOf } from '../../src/core/waiver'
import { readFileSync } from 'node:fs'
import { Desk } from '../../taskpane/desk'
import { NO_CHOICES } from '../../taskpane/shown'

const PLAN = readFileSync('samples/计划现状示例.xlsx')
const bytes = () => PLAN.buffer.slice(PLAN.byteOffset, PLAN.byteOffset + PLAN.byteLength) as ArrayBuffer

async function opened(): Promise<Desk> {
  const desk = new Desk()
  await desk.openFile('计划现状示例.xlsx', bytes())
  return desk
}

test('a file is outlined for the grid: sheets, sizes, looks', async () => {
  const heard: string[] = []
  const desk = new Desk(({ sheet }) => heard.push(sheet))
  const { name, sheets } = await desk.openFile('计划现状示例.xlsx', bytes())
  expect(name).toBe('计划现状示例.xlsx')
  expect(sheets.length).toBeGreaterThan(1)
  expect(sheets[0]).toMatchObject({ kind: 'worksheet', visibility: 'visible' })
  expect(sheets[0]?.merges.length).toBeGreaterThan(0)
  expect(sheets[0]?.columnWidths.size).toBeGreaterThan(3)
  expect(heard).toContain(sheets[0]?.name)
})

test('the report that crosses over has no rows of people, and says how many there are', async () => {
  const { report, policies } = await (await opened()).check(NO_CHOICES)
  expect(report.communities).toHaveLength(20)
  expect(report.overall.headcount.counted).toBe(126)
  expect(report.reading).not.toHaveProperty('people')
  expect(report.findingsLeftOut).toBe(0)
  expect(report.summary.length).toBeGreaterThan(0)
  expect(policies.length).toBeGreaterThan(3)
})

test('the people of a community come with masked ids and their cells', async () => {
  const desk = await opened()
  await desk.check(NO_CHOICES)
  const { people, premises } = desk.unitRows(0)
  expect(people.length).toBeGreaterThan(3)
  for (const person of people) {
    expect(person.id).toMatch(/^\d{3}\*{11}[\dX]{4}$/)
    expect(areaCells(person.area)).toMatch(/^[A-Z]+\d+:[A-Z]+\d+$/)
    expect(person.age).toBeGreaterThan(17)
  }
  expect(premises).toHaveLength(1)
  expect(JSON.stringify({ people, premises })).not.toMatch(/\d{17}[\dX]/)
})

test('another day changes ages and nothing is read again', async () => {
  const desk = await opened()
  const now = await desk.check(NO_CHOICES), later = await desk.check({ ...NO_CHOICES, asOf: '2033-12-31' })
  const mean = (from: typeof now) => from.report.overall.headcount.averageAge ?? 0
  expect(later.report.asOfFrom).toBe('argument')
  expect(mean(later)).toBeCloseTo(mean(now) + 10, 5)
})

test('another standard judges by its own targets; an unknown one gives way to the default', async () => {
  const desk = await opened()
  expect((await desk.check({ ...NO_CHOICES, policy: 'taiyuan-2020' })).report.policy.id).toBe('taiyuan-2020')
  expect((await desk.check({ ...NO_CHOICES, policy: 'gone' })).report.policy.id).toBe('jiangyan-2023')
})

test('rows are shown as the sheet shows them, and only as many as there are', async () => {
  const desk = await opened()
  const { rows } = desk.rows(0, 1, 5)
  expect(rows).toHaveLength(5)
  expect(rows[0]?.kinds.startsWith('t')).toBe(true)
  expect(desk.rows(0, 1_000_000, 1_000_100).rows).toEqual([])
  expect(desk.rows(99, 1, 5).rows).toEqual([])
})

test('a cell in full tells a formula from its value', async () => {
  const desk = await opened()
  const { sheets } = await desk.openFile('计划现状示例.xlsx', bytes())
  const found = sheets.flatMap((sheet, at) =>
    Array.from({ length: sheet.rows }, (_, row) => row + 1).flatMap(row =>
      Array.from({ length: sheet.columns }, (_, column) => desk.cell(at, row, column + 1).content),
    ),
  )
  expect(found.some(content => typeof content === 'object' && content !== null && 'formula' in content && content.formula.startsWith('='))).toBe(true)
  expect(desk.cell(0, 9999, 9)).toEqual({ content: null, shown: '' })
})

test('a standard of one\'s own is read, and a wrong one is refused with the place', async () => {
  const desk = new Desk()
  const own = JSON.parse(readFileSync('src/policies/jiangyan-2023.json', 'utf8')) as { id: string }
  expect((await desk.readPolicy('own.json', JSON.stringify({ ...own, id: 'own' }), 'zh-CN')).id).toBe('own')
  for (const text of ['{', '{"id":"own"}', '[]']) {
    await expect(desk.readPolicy('own.json', text, 'en')).rejects.toMatchObject({ code: 'policy-invalid', params: { detail: expect.stringMatching(/^[\x20-\x7e]+$/) as string } })
  }
})

test('settings are read, and wrong ones are refused in the language of the pane', async () => {
  const desk = new Desk(), accepted = [{ check: 'target-missed', subject: '河南/college-share', reason: '在读', fingerprint: '0123456789abcd' }]
  expect(await desk.readSettings('a.json', JSON.stringify({ answers: { a: '1' }, accepted }), 'zh-CN')).toEqual({ mapping: { answers: { a: '1' } }, accepted, numbers: [] })
  await expect(desk.readSettings('a.json', '{"accepted":[{}]}', 'en')).rejects.toMatchObject({ code: 'settings-invalid', params: { file: 'a.json', detail: expect.stringMatching(/^accepted\[0\].check: missing/) as string } })
})

test('what a person accepted is marked and comes last; nothing is read again', async () => {
  const desk = await opened(), before = (await desk.check(NO_CHOICES)).report, [first] = before.findings
  if (first === undefined) throw new Error('the sample has findings')
  const { report } = await desk.check({ ...NO_CHOICES, accepted: [acceptanceOf(first, '暂缓')] })
  expect(report.findings.at(-1)).toEqual({ ...first, accepted: { reason: '暂缓' } })
  expect(report.counts).toEqual({ ...before.counts, [first.severity]: before.counts[first.severity] - 1, accepted: 1 })
  expect(report.reading).toEqual(before.reading)
})

test('asking before a workbook is open is an error of its own', async () => {
  await expect(new Desk().check(NO_CHOICES)).rejects.toMatchObject({ code: 'not-found' })
})

test('the findings sheet is shown before it is written into the file, and undo puts the very file back', async () => {
  const desk = await opened()
  const { report } = await desk.check(NO_CHOICES), before = (await desk.saveFile()).bytes
  const { kind, sheets } = desk.results('zh-CN')
  expect([kind, sheets.map(({ sheet, isNew, isWhole }) => [sheet, isNew, isWhole])]).toEqual(['results', [['问题清单', true, true]]])
  expect(sheets[0]?.lines.filter(({ cell }) => /^A\d+$/.test(cell) && Number(cell.slice(1)) > 6).length).toBeGreaterThanOrEqual(report.findings.length)
  const written = await desk.apply('results', [])
  expect(written).toMatchObject({ refused: null, done: { of: 'results', added: '问题清单', sheets: 1 }, undo: { what: 'results' }, unsaved: true })
  // A sheet of the program is no part of what is checked.
  expect((await desk.check(NO_CHOICES)).report.counts).toEqual(report.counts)
  expect(desk.results('zh-CN').sheets).toEqual([])
  const undone = await desk.undo()
  expect([undone.opened.sheets.map(({ name }) => name), Buffer.from((await desk.saveFile()).bytes).equals(Buffer.from(before))]).toEqual([expect.not.arrayContaining(['问题清单']), true])
})
