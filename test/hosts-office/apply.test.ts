/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '../excel-host/web-globals'
import type { CellContent } from '../../src/core/cell'
import type { CellChange } from '../../src/core/change'
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import type { Book } from '../excel-host/book'
import { loadOffice, open } from './client'
import { FULL_LAYOUT } from './full-layout'

beforeAll(() => loadOffice())
beforeEach(() => { localStorage.clear() })

const set = (cell: string, before: CellContent, after: CellContent, sheet = '表'): CellChange => ({ kind: 'cell', sheet, cell, before, after })

function column(book: Book, sheet = '表', count = 3): unknown[] {
  return Array.from({ length: count }, (_each, row) => book.sheet(sheet).value(row, 0))
}

test.each<[string, CellContent, unknown, string | undefined]>([
  ['plain words keep their format', '河南社区', '河南社区', undefined],
  ['digits as text', '007', '007', '@'],
  ['an id', '990101199001010012', '990101199001010012', '@'],
  ['a date as text', '2023-12-31', '2023-12-31', '@'],
  ['a month and day in Chinese', '3月5日', '3月5日', '@'],
  ['a range as text', '1-2', '1-2', '@'],
  ['a link', '=HYPERLINK("http://x.test","点我")', '=HYPERLINK("http://x.test","点我")', '@'],
  ['a call out', '=WEBSERVICE("http://x.test")', '=WEBSERVICE("http://x.test")', '@'],
  ['a command', '+cmd|calc', '+cmd|calc', '@'],
  ['a name with @', '@SUM(A1)', '@SUM(A1)', '@'],
  ['a minus', '-A1', '-A1', '@'],
  ['an apostrophe', "'007", "'007", '@'],
  ['a truth value as text', 'TRUE', 'TRUE', '@'],
  ['full-width digits', '１２', '１２', '@'],
])('text stays text: %s', async (_what, text, held, format) => {
  const { book, workbook } = open({ 表: [['旧']] })
  await workbook.apply([set('A1', '旧', text)])
  expect([book.sheet('表').value(0, 0), book.sheet('表').formula(0, 0), book.sheet('表').format(0, 0).numberFormat]).toEqual([held, undefined, format])
})

test('a number or formula over a cell with the text format is a number or formula, not text', async () => {
  const { book, workbook } = open({ 表: [['旧', '旧']] })
  for (const at of [0, 1]) book.sheet('表').changeFormat(0, at, { numberFormat: '@' })
  await workbook.apply([set('A1', '旧', 5), set('B1', '旧', { formula: '=A1*2', value: 10 })])
  expect([book.sheet('表').value(0, 0), book.sheet('表').formula(0, 1), book.sheet('表').value(0, 1)]).toEqual([5, '=A1*2', 10])
})

describe('a colleague', () => {
  test('types into a cell of the batch between our looking and our writing: nothing is written', async () => {
    const { excel, book, workbook } = open({ 表: [[1], [2], [3]] })
    let reads = 0
    excel.beforeRequest = (_n, now) => { if (++reads === 5) now.sheet('表').put(1, 0, 99) }
    const result = await workbook.apply([set('A1', 1, 10), set('A2', 2, 20)])
    expect(result).toMatchObject({ outcome: 'refused', conflicts: [{ found: 99, why: 'conflict.changed' }] })
    expect(column(book)).toEqual([1, 99, 3])
  })

  test('undo leaves a cell alone that was changed since, and says which', async () => {
    const { book, workbook } = open({ 表: [[1], [2], [3]] })
    await workbook.apply([set('A1', 1, 10), set('A2', 2, 20)])
    book.sheet('表').put(1, 0, 99)
    expect(await workbook.undo()).toMatchObject({ outcome: 'refused', conflicts: [{ found: 99 }] })
    expect(column(book)).toEqual([10, 99, 3])
  })
})

test('where Excel cannot take a batch into its own undo list, it is written without', async () => {
  const { book, run } = open({ 表: [[1]] })
  let grouped = 0
  const workbook = new OfficeWorkbook((batch, options) => {
    if (options?.mergeUndoGroup !== true) return run(batch, options)
    grouped++
    return run(async context => {
      await batch(context)
      throw Object.assign(new Error('40 x 40 formulas'), { code: 'UndoNotSupported' })
    }, options)
  }, { mergesUndo: true })
  expect(await workbook.apply([set('A1', 1, 2)])).toMatchObject({ outcome: 'applied', changes: 1 })
  expect([grouped, column(book, '表', 1)]).toEqual([1, [2]])
  await workbook.undo()
  expect(column(book, '表', 1)).toEqual([1])
})

describe('limits and refusals', () => {
  test('a request over the limit is sent in halves', async () => {
    const { excel, book, workbook } = open({ 表: [] })
    excel.payloadLimit = 30_000
    await workbook.apply(Array.from({ length: 2000 }, (_each, row) => set(`A${row + 1}`, null, `内容${row}`)))
    expect(column(book, '表', 2000)).toEqual(Array.from({ length: 2000 }, (_each, row) => `内容${row}`))
  })

  test('2,000 scattered cells fit well into one message', async () => {
    const { excel, workbook } = open({ 表: [] })
    await workbook.apply(Array.from({ length: 2000 }, (_each, n) => set(`${String.fromCharCode(65 + (n % 20))}${n * 3 + 1}`, null, n)))
    expect(excel.wire.longestRequest).toBeLessThan(2 * 1024 * 1024)
  })

  test('a cell that Excel does not take (hidden by a merge) is listed, the others stand', async () => {
    const { book, workbook } = open({ 表: [['题目']] })
    book.sheet('表').merges.push({ row: 0, column: 0, rows: 1, columns: 3 })
    expect(await workbook.apply([set('B1', null, 1), set('A2', null, 2)])).toMatchObject({ outcome: 'applied', changes: 1, skipped: [{ change: { cell: 'B1' }, why: 'skip.not-taken' }] })
  })

  test('a workbook whose structure is protected gets no sheet, and nothing else is written', async () => {
    const { book, workbook } = open({ 表: [[1]] })
    book.isStructureProtected = true
    await expect(workbook.apply([set('A1', 1, 2), { kind: 'add-sheet', sheet: '新' }])).rejects.toMatchObject({ code: 'protected' })
    expect(column(book, '表', 1)).toEqual([1])
  })
})

test('a new sheet is dressed: widths, merges, formats, frozen rows, lists, conditions, tables, paper', async () => {
  const { book, workbook } = open({ 表: [[1]] })
  const result = await workbook.apply([
    { kind: 'add-sheet', sheet: '新', layout: FULL_LAYOUT },
    set('A1', null, '题', '新'), set('A3', null, 1.5, '新'), set('A6', null, '科目', '新'),
  ])
  const sheet = book.sheet('新')
  expect(result).toMatchObject({ outcome: 'applied', changes: 4, notices: [{ key: 'notice.office-undo-short' }, { key: 'notice.office-table-formulas' }] })
  expect([sheet.columnWidths.get(0), sheet.rowHeights.get(0), sheet.merges, sheet.frozen, sheet.showGridlines, sheet.tabColor, sheet.filter]).toEqual([48, 30, [{ row: 0, column: 0, rows: 1, columns: 2 }], { rows: 2, columns: 1 }, false, '#ff0000', 'A2:B4'])
  expect(sheet.format(2, 0)).toMatchObject({ numberFormat: '0.00', bold: true, horizontalAlignment: 'Center', locked: false, border: 'Continuous' })
  expect([sheet.validations.length, sheet.conditionalFormats[0]?.formula, sheet.tables[0]?.name, sheet.tables[0]?.style]).toEqual([2, '=A3<0', '明细', ''])
  expect(Object.fromEntries(sheet.page)).toMatchObject({ orientation: 'Landscape', paperSize: 'A4', titleRows: '$1:$2', leftFooter: '填表人：', centerFooter: '第 &P 页', zoom: '{"horizontalFitToPages":1}' })
})
