/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { hasMarks, mark, unmark } from '../../src/hosts/office/marks'
import type { Mark } from '../../src/hosts/office/marks'
import { newId } from '../excel-host/book'
import { formattedAreas } from '../excel-host/conditional'
import { loadOffice, open } from './client'

beforeAll(() => loadOffice())

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
