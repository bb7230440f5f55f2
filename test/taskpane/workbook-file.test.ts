/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { Desk } from '../../taskpane/desk'
import { NO_CHOICES } from '../../taskpane/shown'

const PLAN = readFileSync('samples/计划现状示例.xlsx')
const bytes = () => PLAN.buffer.slice(PLAN.byteOffset, PLAN.byteOffset + PLAN.byteLength) as ArrayBuffer

const AS_IT_SAYS = { scenario: null, typed: [] } as const

async function checked(): Promise<Desk> {
  const desk = new Desk()
  await desk.openFile('计划现状示例.xlsx', bytes())
  await desk.check(NO_CHOICES)
  return desk
}

test('a plan is shown by sheet, the person\'s own first, and nothing is written by it', async () => {
  const desk = await checked(), plan = await desk.fill({ scenario: 'principals-instead', typed: [] })
  expect(plan.scenario).toBe('principals-instead')
  expect(plan.sheets.filter(sheet => sheet.isNew)).toHaveLength(10)
  expect(plan.missing.map(({ input }) => input)).toContain('buildingCost')
  expect(Buffer.from((await desk.saveFile()).bytes).equals(PLAN)).toBe(true)
  const parameters = plan.sheets.find(({ sheet }) => sheet === '参数标准')?.lines ?? []
  expect(['F2', 'C6', 'C10'].map(cell => parameters.find(change => change.cell === cell)).map(change => [change?.label, change?.format])).toEqual([
    ['', null], ['截至日期 · 标准值', expect.stringContaining('yyyy-mm-dd')], ['大专以上比例 · 标准值', expect.stringContaining('0%')],
  ])
})

test('written and read again: a second plan is empty', async () => {
  const desk = await checked()
  await desk.fill(AS_IT_SAYS)
  const { opened, done, undo } = await desk.apply('fill', [])
  expect(done?.added).toBe('参数标准')
  expect(opened.sheets.map(sheet => sheet.name)).toContain('预算汇总')
  expect(done).toMatchObject({ of: 'fill', cells: undo?.cells, sheets: 10, skipped: [] })
  expect([undo?.what, (undo?.cells ?? 0) > 1000]).toEqual(['fill', true])
  const { report } = await desk.check(NO_CHOICES)
  expect(report.communities).toHaveLength(20)
  expect((await desk.fill(AS_IT_SAYS)).sheets).toEqual([])
})

test('what was written is taken back to the byte, and is unsaved until a copy is', async () => {
  const desk = await checked()
  await desk.fill(AS_IT_SAYS)
  const written = await desk.apply('fill', [])
  expect(written.unsaved).toBe(true)
  const undone = await desk.undo()
  expect(undone).toMatchObject({ undo: null, refused: null, unsaved: false, done: { of: 'undo', cells: written.undo?.cells } })
  expect(Buffer.from((await desk.saveFile()).bytes).equals(PLAN)).toBe(true)
})

test('new sheets that are left out take with them what points to them', async () => {
  const desk = await checked(), plan = await desk.fill(AS_IT_SAYS)
  const [one] = plan.sheets.filter(sheet => sheet.isNew).flatMap(sheet => sheet.lines)
  expect(desk.changes('fill', [one?.number ?? 0])).toEqual([])
})

test('a plan is needed first, and only a file can be written here', async () => {
  const desk = await checked()
  expect(() => desk.changes('fill', [])).toThrow('fill-again')
  await expect(desk.undo()).rejects.toThrow('fill-nothing-to-undo')
})
