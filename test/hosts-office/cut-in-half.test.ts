/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '../excel-host/web-globals'
import { loadOffice, open, settle } from './client'
import { column, set, withSafe } from './with-safe'

beforeAll(() => loadOffice())
beforeEach(() => { localStorage.clear() })

describe('a write that is cut in half', () => {
  const many = Array.from({ length: 5000 }, (_each, row) => [row])
  const batch = many.map(([before], row) => set(`A${row + 1}`, before as number, -1 - row))

  test('an error in the middle: what was written comes off again at once', async () => {
    const { excel, book, workbook } = withSafe({ 表: many })
    excel.beforeRequest = () => { if (book.sheet('表').value(0, 0) === -1) { excel.diesAfter = 5; excel.beforeRequest = null } }
    await expect(workbook.apply(batch)).rejects.toMatchObject({ code: 'host-failed' })
    expect(column(book, '表', 5000)).toEqual(many.flat())
    expect(workbook.journal.unfinished).toEqual([])
  })

  test('Excel does not answer any more: the next start puts it back and says what it did', async () => {
    const { excel, book, workbook, reopen } = withSafe({ 表: many })
    const gone = { yes: false }
    excel.beforeRequest = () => { if (book.sheet('表').value(0, 0) === -1) { gone.yes = true } if (gone.yes) excel.diesAfter = 0 }
    await expect(workbook.apply(batch)).rejects.toMatchObject({ code: 'host-failed' })
    excel.beforeRequest = null
    excel.diesAfter = null
    book.sheet('表').put(1, 0, '人改的')
    const restored = await reopen().recover()
    expect(restored).toMatchObject([{ restored: 1999, leftAlone: [{ sheet: '表', cell: 'A2' }] }])
    expect(column(book, '表', 3)).toEqual([0, '人改的', 2])
    expect(await reopen().recover()).toEqual([])
  })

  test('a cancel in the middle leaves everything as it was', async () => {
    const { book, workbook } = open({ 表: many })
    const signal = { aborted: false }
    await expect(workbook.apply(batch, { signal, onProgress: ({ share }) => { if (share > 0) signal.aborted = true } })).rejects.toMatchObject({ code: 'cancelled' })
    expect(column(book, '表', 5000)).toEqual(many.flat())
  })

  test('a cancel while Excel waits for the cell editor writes nothing, also later', async () => {
    const { excel, book, workbook } = open({ 表: [[1]] })
    excel.isCellBeingEdited = true
    const signal = { aborted: false }
    const applying = workbook.apply([set('A1', 1, 2)], { signal })
    setTimeout(() => { signal.aborted = true }, 30)
    await expect(applying).rejects.toMatchObject({ code: 'cancelled' })
    excel.leaveCell()
    await settle()
    expect([column(book, '表', 1), excel.wire.writes]).toEqual([[1], []])
  })
})
