/** @jest-environment node */
import { workbook } from '../workbooks/samples'
import { Desk } from '../../taskpane/desk'
import { NO_CHOICES } from '../../taskpane/shown'

const file = (isProtected = false) => {
  const bytes = workbook({ sheets: [{ name: '花名册', isProtected, rows: [
    ['社区工作人员花名册'], ['序号', '社区名称', '姓名', '学历', '人员性质', '年工资（元）'],
    [1, '东湾社区', '王一', '高中', '正式', 40_000], [2, '东湾社区', '王二', '大专', '聘用', 30_000],
    ['合计', null, null, null, null, { formula: 'SUM(F3:F4)', value: 70_000 }],
  ] }] })
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

async function opened(bytes = file()): Promise<Desk> {
  const desk = new Desk()
  await desk.openFile('名册.xlsx', bytes)
  await desk.check(NO_CHOICES)
  return desk
}

const at = (row: number, column: number, text: string, overFormula = false) => ({ sheet: 0, row, column, text, overFormula })

test('a typed cell is there at once, what hangs on it follows, and the check sees it', async () => {
  const desk = await opened(), { done, undo, unsaved } = desk.edit(at(3, 6, '50,000'))
  expect([done?.cells, undo?.what, unsaved]).toEqual([1, 'edit', true])
  expect([desk.cell(0, 3, 6).content, desk.cell(0, 5, 6).content]).toEqual([50_000, { formula: '=SUM(F3:F4)', value: 80_000 }])
  const { report } = await desk.check(NO_CHOICES)
  expect(report.communities[0]?.headcount.college).toBe(1)
  desk.edit(at(3, 4, '大专'))
  expect((await desk.check(NO_CHOICES)).report.communities[0]?.headcount.college).toBe(2)
})

test('edits are taken back one by one, to the byte', async () => {
  const desk = await opened(), original = file()
  desk.edit(at(3, 6, '50000'))
  desk.edit(at(4, 6, '1'))
  const once = await desk.undo()
  expect([desk.cell(0, 4, 6).content, desk.cell(0, 5, 6).content, once.unsaved]).toEqual([30_000, { formula: '=SUM(F3:F4)', value: 80_000 }, true])
  const twice = await desk.undo()
  expect([twice.undo, twice.unsaved, desk.cell(0, 3, 6).content]).toEqual([null, false, 40_000])
  expect(Buffer.from((await desk.saveFile()).bytes).equals(Buffer.from(original))).toBe(true)
})

test('what was typed is in the saved copy, formulas and texts as they are', async () => {
  const desk = await opened()
  desk.edit(at(3, 3, '王十'))
  desk.edit(at(6, 6, '=F5*2'))
  const { bytes } = await desk.saveFile(), again = await opened(bytes.slice().buffer)
  expect([again.cell(0, 3, 3).content, again.cell(0, 6, 6).content]).toEqual(['王十', { formula: '=F5*2', value: 140_000 }])
  expect(desk.edit(at(3, 3, '王十')).unsaved).toBe(false)
})

test('a fill after an edit is written over it, and taken back to it', async () => {
  const desk = await opened()
  desk.edit(at(3, 6, '50000'))
  await desk.check(NO_CHOICES)
  await desk.fill({ scenario: null, typed: [] })
  expect((await desk.apply('fill', [])).done?.sheets).toBeGreaterThan(5)
  const { opened: before, undo } = await desk.undo()
  expect([before.sheets.length, undo?.what, desk.cell(0, 3, 6).content]).toEqual([1, 'edit', 50_000])
})

test('a formula is not typed over unasked; a protected sheet is not typed into', async () => {
  const desk = await opened()
  expect(() => desk.edit(at(5, 6, '1'))).toThrow('edit-formula')
  expect(desk.edit(at(5, 6, '1', true)).done?.cells).toBe(1)
  const closed = await opened(file(true))
  expect(() => closed.edit(at(3, 6, '1'))).toThrow('edit-protected')
})

test('a text file can be looked at, and not typed into', async () => {
  const desk = await opened(new TextEncoder().encode('社区,姓名\n东湾社区,王一\n').buffer)
  expect(() => desk.edit(at(2, 2, '王二'))).toThrow('not-writable')
})

test('fixes are shown masked, written whole, found no more, and taken back', async () => {
  const bytes = workbook({ sheets: [{ name: '花名册', rows: [
    ['社区', '姓名', '人员类别', '学历', '身份证号'], ['东湾社区', '王一', '正式', '大专', '321299 19800312 0011'], ['东湾社区', '王二', '聘用', '大专', '321299198003130041'],
  ] }] })
  const desk = await opened(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer), { sheets } = desk.fix('safe')
  expect(sheets.map(({ sheet, lines }) => [sheet, lines.map(({ cell, after }) => [cell, after])])).toEqual([['花名册', [['E2', expect.stringMatching(/^321\*+0011$/)]]]])
  const { done, undo } = await desk.apply('fix', [])
  expect([done?.of, undo?.what, desk.cell(0, 2, 5).content]).toEqual(['fix', 'fix', '321299198003120011'])
  await desk.check(NO_CHOICES)
  expect(desk.fix('safe').sheets).toEqual([])
  await desk.undo()
  expect(desk.cell(0, 2, 5).content).toBe('321299 19800312 0011')
})
