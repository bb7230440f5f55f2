/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import type { ApplyResult } from '../../src/core/workbook'
import { allChanges } from '../../src/core/proposal'
import type { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { findingsSheet } from '../../src/render/findings-sheet'
import { findingsReport } from '../render/findings-report'
import { loadOffice, open } from './client'

beforeAll(() => loadOffice())

const TWO = findingsReport(['B5', '=1+1 开头的文字'], ['B6', '缺正式 1 人'])

async function write(workbook: OfficeWorkbook, report = TWO): Promise<{ readonly sheet: string; readonly result: ApplyResult }> {
  const proposal = findingsSheet(report, await workbook.read(), 'zh-CN')
  return { sheet: proposal.sheet, result: await workbook.apply(allChanges(proposal), { what: 'results' }) }
}

describe('findings sheet', () => {
  test('is written as values, with nothing that could turn into a formula, and undone again', async () => {
    const { book, workbook } = open({ 花名册: [[1]] })
    const { sheet, result } = await write(workbook)
    expect([sheet, result.outcome]).toEqual(['问题清单', 'applied'])
    const written = book.sheet('问题清单')
    expect([written.value(0, 0), written.value(6, 3), written.formulas.size, written.value(6, 0)]).toEqual(['社区规划核查问题清单', '=1+1 开头的文字', 0, 1])
    expect([written.page.get('orientation'), written.page.get('titleRows'), written.frozen.rows]).toEqual(['Landscape', '$6:$6', 6])
    await workbook.undo()
    expect([book.sheets.map(each => each.name), book.names]).toEqual([['花名册'], []])
  })

  test('takes the place of the one before, under whatever name that has now; undo brings the old one back', async () => {
    const { book, workbook } = open({ 花名册: [[1]] })
    await write(workbook)
    book.sheet('问题清单').name = '核查结果'
    for (const name of book.names) name.formula = '=核查结果!$A$1'
    const again = await write(workbook, findingsReport(['B7', '只剩一条']))
    expect([again.sheet, again.result.outcome, book.sheets.length]).toEqual(['核查结果', 'applied', 2])
    expect([book.sheet('核查结果').value(6, 3), book.sheet('核查结果').value(7, 3)]).toEqual(['只剩一条', undefined])
    await workbook.undo()
    expect([book.sheet('核查结果').value(6, 3), book.sheet('核查结果').value(7, 3)]).toEqual(['=1+1 开头的文字', '缺正式 1 人'])
  })

  test('leaves a sheet of the person\'s own with the same name alone', async () => {
    const { book, workbook } = open({ 问题清单: [['人写的']] })
    expect((await write(workbook)).sheet).toBe('问题清单 2')
    expect(book.sheet('问题清单').value(0, 0)).toBe('人写的')
  })

  test('a cell that somebody typed on it since the preview is never swept away', async () => {
    const { book, workbook } = open({ 花名册: [[1]] })
    await write(workbook)
    const proposal = findingsSheet(TWO, await workbook.read(), 'zh-CN')
    book.sheet('问题清单').put(60, 9, '刚写的')
    expect(await workbook.apply(allChanges(proposal))).toMatchObject({ outcome: 'refused', conflicts: [{ why: 'conflict.sheet-holds-more', found: '刚写的' }] })
    expect([book.sheet('问题清单').value(60, 9), book.sheet('问题清单').value(6, 3)]).toEqual(['刚写的', '=1+1 开头的文字'])
  })

  test('a day that was noted beside the list is still shown as a day', async () => {
    const { book, workbook } = open({ 花名册: [[1]] })
    await write(workbook)
    book.sheet('问题清单').put(7, 8, 45291)
    book.sheet('问题清单').changeFormat(7, 8, { numberFormat: 'yyyy/m/d' })
    await write(workbook, findingsReport(['B6', '缺正式 1 人']))
    expect([book.sheet('问题清单').value(7, 8), book.sheet('问题清单').format(7, 8).numberFormat]).toEqual([45291, 'yyyy/m/d'])
  })
})

describe('a findings sheet and a difficult Excel', () => {
  test('8,000 findings twice: no message comes near 5 MB', async () => {
    const { excel, book, workbook } = open({ 花名册: [[1]] })
    const text = '该社区正式工作人员比标准少一人，请核对花名册与编制表，必要时在备注中写明原因和拟补充的时间。'.repeat(4)
    const many = (word: string) => findingsReport(...Array.from({ length: 8000 }, (_each, n): [string, string] => [`B${String(n + 1)}`, text + word]))
    await write(workbook, many('一'))
    const { result } = await write(workbook, many('二'))
    expect([result.outcome, book.sheet('问题清单').value(8005, 3)]).toEqual(['applied', `${text}二`])
    expect(Math.max(excel.wire.longestAnswer, excel.wire.longestRequest)).toBeLessThan(5 * 1024 * 1024)
  })

  test.each([['PageLayout.Orientation', 'titleRows'], ['PageLayout.SetPrintTitleRows', 'orientation'], ['HeaderFooter.CenterFooter', 'orientation']])('%s is refused: the sheet is there, the rest of the page too, and it is said', async (refused, stays) => {
    const { excel, book, workbook } = open({ 花名册: [[1]] })
    excel.refuses.add(refused)
    const { result } = await write(workbook)
    expect(result).toMatchObject({ outcome: 'applied', notices: [{ key: 'notice.office-undo-short' }, { key: 'notice.office-page-setup', sheet: '问题清单' }] })
    expect([book.sheet('问题清单').value(7, 3), book.sheet('问题清单').page.has(stays)]).toEqual(['缺正式 1 人', true])
  })

  test('a host that refuses loads within a list', async () => {
    const { excel, book, workbook } = open({ 花名册: [[1]] })
    excel.refuses.add('nested loads')
    expect((await write(workbook)).result.outcome).toBe('applied')
    expect(book.sheets).toHaveLength(2)
  })
})
