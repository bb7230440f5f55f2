/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { writeResults } from '../../src/hosts/office/results-sheet'
import type { ResultsTable } from '../../src/hosts/office/results-sheet'
import { loadOffice, open } from './client'

beforeAll(() => loadOffice())

describe('results sheet', () => {
  const table: ResultsTable = {
    name: '问题清单', title: '社区规划核查问题清单', lines: ['文件：花名册.xlsx'], header: ['序号', '位置', '说明'], widths: [6, 14, 60],
    rows: [[1, '花名册!B5', '=1+1 开头的文字'], [2, '花名册!B6', '缺正式 1 人']], legend: ['签字：'], footer: '第 &P 页 共 &N 页',
  }

  test('is written as values, with nothing that could turn into a formula, and undone again', async () => {
    const { book, run, workbook } = open({ 花名册: [[1]] })
    const { sheet, result } = await writeResults(workbook, run, table)
    expect([sheet, result.outcome]).toEqual(['问题清单', 'applied'])
    const written = book.sheet('问题清单')
    expect([written.value(0, 0), written.value(4, 2), written.formulas.size, written.value(4, 0)]).toEqual(['社区规划核查问题清单', '=1+1 开头的文字', 0, 1])
    expect([written.page.get('orientation'), written.page.get('titleRows'), written.frozen.rows]).toEqual(['Landscape', '$4:$4', 4])
    await workbook.undo()
    expect([book.sheets.map(each => each.name), book.names]).toEqual([['花名册'], []])
  })

  test('takes the place of the one before, under whatever name that has now; undo brings the old one back', async () => {
    const { book, run, workbook } = open({ 花名册: [[1]] })
    await writeResults(workbook, run, table)
    book.sheet('问题清单').name = '核查结果'
    for (const name of book.names) name.formula = '=核查结果!$A$1'
    const again = await writeResults(workbook, run, { ...table, rows: [[1, '花名册!B7', '只剩一条']] })
    expect([again.sheet, again.result.outcome, book.sheets.length]).toEqual(['核查结果', 'applied', 2])
    expect([book.sheet('核查结果').value(4, 2), book.sheet('核查结果').value(5, 2)]).toEqual(['只剩一条', undefined])
    await workbook.undo()
    expect([book.sheet('核查结果').value(4, 2), book.sheet('核查结果').value(5, 2)]).toEqual(['=1+1 开头的文字', '缺正式 1 人'])
  })

  test('leaves a sheet of the person\'s own with the same name alone', async () => {
    const { book, run, workbook } = open({ 问题清单: [['人写的']] })
    expect((await writeResults(workbook, run, table)).sheet).toBe('问题清单 2')
    expect(book.sheet('问题清单').value(0, 0)).toBe('人写的')
  })
})

describe('a results sheet and a difficult Excel', () => {
  const table: ResultsTable = { name: '问题清单', title: '题', lines: [], header: ['序号', '说明'], widths: [6, 60], rows: [[1, '缺正式 1 人']], legend: [], footer: '第 &P 页' }

  test('8,000 findings twice: no message comes near 5 MB', async () => {
    const { excel, book, run, workbook } = open({ 花名册: [[1]] })
    const text = '该社区正式工作人员比标准少一人，请核对花名册与编制表，必要时在备注中写明原因和拟补充的时间。'.repeat(2)
    const long = { ...table, header: ['序号', '级别', '位置', '说明', '依据', '备注'], widths: [6, 6, 20, 60, 40, 20] }
    const rows = (word: string) => Array.from({ length: 8000 }, (_each, n) => [n, '错误', `花名册!B${String(n)}`, text + word, text, text])
    await writeResults(workbook, run, { ...long, rows: rows('一') })
    const { result } = await writeResults(workbook, run, { ...long, rows: rows('二') })
    expect([result.outcome, book.sheet('问题清单').value(8002, 3)]).toEqual(['applied', `${text}二`])
    expect(Math.max(excel.wire.longestAnswer, excel.wire.longestRequest)).toBeLessThan(5 * 1024 * 1024)
  })

  test.each([['PageLayout.Orientation', 'titleRows'], ['PageLayout.SetPrintTitleRows', 'orientation'], ['HeaderFooter.CenterFooter', 'orientation']])('%s is refused: the sheet is there, the rest of the page too, and it is said', async (refused, stays) => {
    const { excel, book, run, workbook } = open({ 花名册: [[1]] })
    excel.refuses.add(refused)
    const { result } = await writeResults(workbook, run, table)
    expect(result).toMatchObject({ outcome: 'applied', notices: [{ key: 'notice.office-undo-short' }, { key: 'notice.office-page-setup', sheet: '问题清单' }] })
    expect([book.sheet('问题清单').value(3, 1), book.sheet('问题清单').page.has(stays)]).toEqual(['缺正式 1 人', true])
  })

  test('a host that refuses loads within a list', async () => {
    const { excel, book, run, workbook } = open({ 花名册: [[1]] })
    excel.refuses.add('nested loads')
    expect((await writeResults(workbook, run, table)).result.outcome).toBe('applied')
    expect(book.sheets).toHaveLength(2)
  })
})
