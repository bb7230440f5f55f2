/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { addressChunks, reveal } from '../../src/hosts/office/reveal'
import { areaName } from '../excel-host/address'
import { loadOffice, open } from './client'

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
