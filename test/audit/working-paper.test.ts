import { newWorkbookBytes, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { message } from '../../src/messages'
import { workingPaper } from '../../src/render/working-paper'
import type { PaperSource } from '../../src/render/working-paper'
import { cellKey } from '../../src/core/place'
import { audited } from './books'

const facts = { day: '2023-12-31', version: '0.0.0', language: 'zh-CN', categoryOf: () => message('paper.category-formulas') } as const

function source(name: string): PaperSource {
  const rows = [1, 2, 3, 4, 5, 6].map(i => [`岗位${String(i)}`, 10 * i, 2000, i === 3 ? 99 : i === 5 ? 120 : `=B${String(i + 1)}*C${String(i + 1)}*12/10000`])
  const { findings, checked } = audited({ 经费: [['岗位', '人数', '标准（元）', '金额（万元）'], ...rows] })
  return { file: name, name, checksum: 'ab'.repeat(32), findings, checked }
}

async function paper(sources: readonly PaperSource[]): Promise<Awaited<ReturnType<typeof readWorkbookBytes>>> {
  return readWorkbookBytes(await newWorkbookBytes(workingPaper(sources, facts)), '底稿.xlsx')
}

test('a cover, the findings by severity and amount with room for their handling, and what was checked', async () => {
  const book = await paper([source('预算.xlsx')])
  expect(book.sheets.map(sheet => sheet.name)).toEqual(['封面', '问题清单', '核对情况'])
  const [cover, list] = book.sheets
  expect(cover?.rows.flat()).toEqual(expect.arrayContaining(['2023-12-31', '预算.xlsx', 'ab'.repeat(32), 'plancheck 0.0.0', '错误 1，待核实 0，提示 1']))
  expect(list?.rows[1]).toEqual(['编号', '级别', '类别', '工作表', '单元格', '原值', '应为', '差额', '单位', '折合万元', '依据', '建议', '处理意见', '核实人', '日期'])
  expect(list?.rows[2]?.slice(0, 10)).toEqual([1, '错误', '公式', '经费', 'D4', 99, 72, 27, '万元', 27])
  expect(list?.formulas.get(cellKey(3, 5))).toBe('=HYPERLINK("[预算.xlsx]经费!D4","D4")')
  expect(list?.rows[3]?.slice(1, 2)).toEqual(['错误差额小计'])
  expect(list?.formulas.get(cellKey(4, 10))).toBe('=SUMPRODUCT(ABS(J3:J3))')
  expect(list?.rows[3]?.[9]).toBe(27)
  expect(list?.rows[4]?.slice(0, 7)).toEqual([2, '提示', '公式', '经费', 'D6', 120, 120])
})

test('several files are told apart, and a clean one says so', async () => {
  const clean: PaperSource = { ...source('空.xlsx'), findings: [] }
  expect((await paper([source('一.xlsx'), source('二.xlsx')])).sheets[1]?.rows.slice(2, 4).map(row => row[3])).toEqual(['一.xlsx', '二.xlsx'])
  expect((await paper([clean])).sheets[1]?.rows[2]).toEqual([null, '没有问题。'])
})

test('where no difference has a unit of money the subtotal is no 0, and says so', async () => {
  const rows = [1, 2, 3, 4, 5, 6].map(i => [`岗位${String(i)}`, 10 * i, 2000, i === 3 ? 99 : `=B${String(i + 1)}*C${String(i + 1)}*12/10000`])
  const { findings, checked } = audited({ 经费: [['岗位', '人数', '标准', '合成'], ...rows] })
  const list = (await paper([{ ...source('预算.xlsx'), findings, checked }])).sheets[1]
  expect(list?.rows[3]?.slice(1, 11)).toEqual(['错误差额小计', null, null, null, null, null, null, null, null, '另有 1 条差额没有写明金额单位，未折合计入'])
  expect(list?.formulas.has(cellKey(4, 10))).toBe(false)
})

test('a cell that two relations are held against stands there once', async () => {
  const total = { sheet: '经费', row: 4, column: 4, parts: [], agree: 3, of: 4 } as const, whole = source('预算.xlsx')
  const checked = (row: number): PaperSource => ({ ...whole, checked: { ...whole.checked, pairs: [], not: [], totals: [
    { ...total, row, relation: 'sum', holds: true }, { ...total, row, relation: 'difference', holds: false }] } })
  const results = async (row: number): Promise<unknown[]> =>
    ((await paper([checked(row)])).sheets[2]?.rows ?? []).slice(3).map(each => each[0])
  expect(await results(4)).toEqual(['差额'])
  expect(await results(5)).toEqual(['合计'])
})
