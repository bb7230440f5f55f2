/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { loadChoices, saveChoices } from '../../src/hosts/office/choices'
import { renewing, watchEdits } from '../../src/hosts/office/edits'
import { hasMarks, mark, unmark } from '../../src/hosts/office/marks'
import type { Mark } from '../../src/hosts/office/marks'
import { writeResults } from '../../src/hosts/office/results-sheet'
import type { ResultsTable } from '../../src/hosts/office/results-sheet'
import { addressChunks, reveal } from '../../src/hosts/office/reveal'
import { areaName } from '../excel-host/address'
import { newId } from '../excel-host/book'
import { formattedAreas } from '../excel-host/conditional'
import { loadOffice, open, settle } from './client'

beforeAll(() => loadOffice())

describe('going to cells', () => {
  const sheets = { 一: [[1]], 二: [[1, 2], [3, 4]] }

  // The client in the package cannot select several areas at once; the first is selected then.
  test.each([['B2', 'B2'], ['A1:B2', 'A1:B2'], ['B1,B2', 'B1']])('%s', async (cells, selected) => {
    const { book, run } = open(sheets)
    expect(await reveal(run, { sheet: '二', cells })).toEqual({ outcome: 'shown' })
    expect([book.active?.name, book.selection?.areas.map(areaName)]).toEqual(['二', [selected]])
  })

  test('a hidden sheet is not shown behind the person\'s back', async () => {
    const { book, run } = open(sheets)
    book.sheet('二').visibility = 'Hidden'
    expect(await reveal(run, { sheet: '二', cells: 'A1' })).toEqual({ outcome: 'sheet-hidden' })
    expect([book.active?.name, book.sheet('二').visibility]).toEqual(['一', 'Hidden'])
    expect(await reveal(run, { sheet: '二', cells: 'A1' }, { unhide: true })).toEqual({ outcome: 'shown' })
    expect([book.active?.name, book.sheet('二').visibility]).toEqual(['二', 'Visible'])
  })

  test('hidden rows are told, and shown on request', async () => {
    const { book, run } = open(sheets)
    book.sheet('二').hiddenRows.add(1)
    expect(await reveal(run, { sheet: '二', cells: 'A2' })).toEqual({ outcome: 'rows-hidden' })
    expect(book.sheet('二').hiddenRows.has(1)).toBe(true)
    expect(await reveal(run, { sheet: '二', cells: 'A2' }, { unhide: true })).toEqual({ outcome: 'shown' })
    expect(book.sheet('二').hiddenRows.has(1)).toBe(false)
  })

  test('a sheet that is gone', async () => {
    const { run } = open(sheets)
    expect(await reveal(run, { sheet: '三', cells: 'A1' })).toEqual({ outcome: 'sheet-missing' })
  })

  test('another workbook in front: a sentence, no crash', async () => {
    const { excel, run } = open(sheets)
    excel.isInBackground = true
    await expect(reveal(run, { sheet: '二', cells: 'A1' })).rejects.toMatchObject({ code: 'other-workbook' })
  })

  test('it writes nothing', async () => {
    const { excel, run } = open(sheets)
    await reveal(run, { sheet: '二', cells: 'A1,B2' })
    expect(excel.wire.writes).toEqual([])
  })

  test('lists of areas are cut where Excel would cut them without a word', () => {
    const cells = Array.from({ length: 3000 }, (_each, n) => `B${n * 2 + 1}`).join(',')
    const chunks = addressChunks(cells)
    expect([chunks.join(','), chunks.every(chunk => chunk.length <= 8192)]).toEqual([cells, true])
  })
})

describe('marks', () => {
  const marks: Mark[] = [{ sheet: '表', cells: 'A1:A2,C3', kind: 'error' }, { sheet: '表', cells: 'B1', kind: 'warning' }]

  test('come and go without a trace', async () => {
    const { book, run } = open({ 表: [[1, 2, 3]] })
    const sheet = book.sheet('表')
    sheet.changeFormat(0, 0, { fill: '#123456' })
    sheet.conditionalFormats.push({ id: newId(), type: 'Custom', areas: [{ row: 0, column: 0, rows: 1, columns: 1 }], formula: '=A1>0', operator: '', fill: '#00ff00', color: '', stopIfTrue: false })
    const before = JSON.stringify([sheet.conditionalFormats, [...sheet.formats], [...book.settings], book.xmlParts])
    expect(await hasMarks(run)).toBe(false)
    expect(await mark(run, marks)).toEqual({ areas: 3, skipped: [] })
    expect(formattedAreas(sheet)).toEqual(['A1:A2', 'C3', 'B1', 'A1'])
    expect(await hasMarks(run)).toBe(true)
    expect(await unmark(run)).toEqual([])
    expect(JSON.stringify([sheet.conditionalFormats, [...sheet.formats], [...book.settings], book.xmlParts])).toBe(before)
  })

  test('come off also after reopening, when Excel has given them other ids and a copy was made', async () => {
    const { book, run } = open({ 表: [[1]], 抄: [] })
    await mark(run, marks)
    for (const format of book.sheet('表').conditionalFormats) book.sheet('抄').conditionalFormats.push({ ...format, id: newId() })
    const reopened = open({})
    reopened.excel.book = book
    expect(await unmark(run)).toEqual([])
    expect(book.sheets.flatMap(sheet => sheet.conditionalFormats)).toEqual([])
  })

  test('new marks take the place of old ones', async () => {
    const { book, run } = open({ 表: [[1]] })
    await mark(run, marks)
    await mark(run, [{ sheet: '表', cells: 'D4', kind: 'info' }])
    expect(formattedAreas(book.sheet('表'))).toEqual(['D4'])
  })

  test('protected and missing sheets are told', async () => {
    const { book, run } = open({ 表: [[1]], 锁: [[1]] })
    book.sheet('锁').isProtected = true
    expect(await mark(run, [...marks, { sheet: '锁', cells: 'A1', kind: 'error' }, { sheet: '无', cells: 'A1', kind: 'error' }])).toMatchObject({ skipped: [{ sheet: '锁', why: 'skip.protected' }, { sheet: '无', why: 'conflict.sheet-missing' }] })
  })

  test('20,000 conditional formats of others: no message comes near 5 MB, ours are found among them and theirs stay', async () => {
    const { excel, book, run } = open({ 表: [[1]] })
    const sheet = book.sheet('表'), areas = [{ row: 0, column: 0, rows: 1, columns: 1 }]
    const theirs = Array.from({ length: 20_000 }, () => ({ id: newId(), type: 'Custom' as const, areas, formula: '=A1>100', operator: '', fill: '', color: '', stopIfTrue: false }))
    await mark(run, marks)
    sheet.conditionalFormats.push(...theirs)
    expect(await unmark(run)).toEqual([])
    expect(sheet.conditionalFormats).toEqual(theirs)
    expect(Math.max(excel.wire.longestAnswer, excel.wire.longestRequest)).toBeLessThan(2 * 1024 * 1024)
  })

  test('a host that refuses loads within a list', async () => {
    const { excel, book, run } = open({ 表: [[1]], 锁: [[1]] })
    book.sheet('锁').isProtected = true
    excel.refuses.add('nested loads')
    expect(await mark(run, [...marks, { sheet: '锁', cells: 'A1', kind: 'error' }])).toMatchObject({ areas: 3, skipped: [{ sheet: '锁', why: 'skip.protected' }] })
  })

  test('2,000 scattered cells stay under 100 KB', async () => {
    const { excel, book, run } = open({ 表: [[1]] })
    const cells = Array.from({ length: 2000 }, (_each, n) => `${String.fromCharCode(65 + (n % 12))}${n * 7 + 1}`).join(',')
    expect(await mark(run, [{ sheet: '表', cells, kind: 'error' }])).toMatchObject({ areas: 2000 })
    expect(formattedAreas(book.sheet('表'))).toHaveLength(2000)
    expect(excel.wire.longestRequest).toBeLessThan(100 * 1024)
  })
})

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

describe('choices in the workbook', () => {
  test('come back, change, and go', async () => {
    const { book, run } = open({ 表: [[1]] })
    expect(await loadChoices(run)).toBeNull()
    await saveChoices(run, { policy: 'jiangyan-2023', words: { '<网格员> & "专职"': 'contracted' } })
    expect(await loadChoices(run)).toEqual({ policy: 'jiangyan-2023', words: { '<网格员> & "专职"': 'contracted' } })
    await saveChoices(run, { policy: 'taiyuan-2020' })
    expect([await loadChoices(run), book.xmlParts.length]).toEqual([{ policy: 'taiyuan-2020' }, 1])
    await saveChoices(run, null)
    expect(book.xmlParts).toEqual([])
  })

  test('loading writes nothing, and saving the same again writes nothing', async () => {
    const { excel, run } = open({ 表: [[1]] })
    await saveChoices(run, { a: 1 })
    excel.forgetWire()
    await loadChoices(run)
    await saveChoices(run, { a: 1 })
    expect(excel.wire.writes).toEqual([])
  })

  test('a full id does not get in', async () => {
    const { book, run } = open({ 表: [[1]] })
    await saveChoices(run, { reason: '张三 990101199001010012 已核；旧证 990101900101001' })
    expect(book.xmlParts[0]?.xml).toContain('990***********0012')
    expect(book.xmlParts[0]?.xml).not.toMatch(/\d{15}/)
  })

  test('a part that somebody broke by hand is as none', async () => {
    const { book, run } = open({ 表: [[1]] })
    book.xmlParts.push({ id: newId(), xml: '<choices xmlns="urn:plancheck:choices:1">{oops</choices>' })
    expect(await loadChoices(run)).toBeNull()
  })
})

describe('results are out of date', () => {
  const quick = { isWriting: () => false, quietMs: 5 }
  const wait = () => new Promise(resolve => { setTimeout(resolve, 30) })

  test('after edits by anyone, once, when they have calmed down', async () => {
    const { excel, run } = open({ 表: [[1]] })
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    for (const entry of [2, 3, 4]) excel.typedBySomeone('表', { row: 0, column: 0 }, entry, entry === 4)
    await wait()
    expect(told).toBe(1)
    await stop()
    await settle()
    excel.typedBySomeone('表', { row: 0, column: 0 }, 5)
    await wait()
    expect([told, excel.listening.size]).toEqual([1, 0])
  })

  test('not after our own writes: by the event\'s own word, or by ours where the host is older', async () => {
    const { run, workbook } = open({ 表: [[1]] })
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    await workbook.apply([{ kind: 'cell', sheet: '表', cell: 'A1', before: 1, after: 2 }])
    await wait()
    expect(told).toBe(0)
    await stop()
    const older = open({ 表: [[1]] }, { apiLevel: 9 })
    const stopOlder = await watchEdits(older.run, () => told++, { isWriting: () => true, quietMs: 5 })
    await older.workbook.apply([{ kind: 'cell', sheet: '表', cell: 'A1', before: 1, after: 2 }])
    await wait()
    expect(told).toBe(0)
    await stopOlder()
  })

  test('after a sheet came or went', async () => {
    const { excel, run } = open({ 表: [[1]] })
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    excel.sheetBySomeone('新表')
    await wait()
    excel.sheetBySomeone('新表')
    await wait()
    expect(told).toBe(2)
    await stop()
    await settle()
    expect(excel.listening.size).toBe(0)
  })

  test('a host without events of sheets still tells edits', async () => {
    const { excel, run } = open({ 表: [[1]] })
    excel.refuses.add('WorksheetCollection._RegisterAddedEvent')
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    excel.typedBySomeone('表', { row: 0, column: 0 }, 2)
    await wait()
    expect(told).toBe(1)
    await stop()
  })

  test('the connection was lost: the next answer puts the handlers on again, and what may have been missed is told', async () => {
    const { excel, run: plain } = open({ 表: [[1]] })
    const run = renewing(plain)
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    excel.loseSession()
    await expect(hasMarks(run)).rejects.toMatchObject({ code: 'host-busy' })
    expect(await hasMarks(run)).toBe(false)
    await wait()
    await settle()
    expect([told, [...excel.listening].sort()]).toEqual([1, ['10:Workbook', '13:Workbook', '15:Workbook']])
    excel.typedBySomeone('表', { row: 0, column: 0 }, 2)
    await wait()
    expect(told).toBe(2)
    await stop()
  })

  test('Excel forgets the event: nothing breaks, the next reading is right', async () => {
    const { excel, run, workbook } = open({ 表: [[1]] })
    const stop = await watchEdits(run, () => undefined, quick)
    excel.losesEvents = true
    excel.typedBySomeone('表', { row: 0, column: 0 }, 7)
    expect((await workbook.read()).sheets[0]?.rows).toEqual([[7]])
    await stop()
  })
})
