/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { webcrypto } from 'node:crypto'
import '../excel-host/web-globals'
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { KEY_SETTING, encryptedSafe } from '../../src/hosts/office/safe'
import { bookOf } from '../excel-host/book'
import type { Book } from '../excel-host/book'
import { loadOffice, open, openBook } from './client'
import { column, set, withSafe } from './with-safe'

beforeAll(() => loadOffice())
beforeEach(() => { localStorage.clear() })

describe('undo', () => {
  test('puts contents and number formats back, one batch after the other', async () => {
    const { book, workbook } = open({ 表: [[1], ['文'], ['=A1*2']] })
    await workbook.apply([set('A1', 1, '007'), set('A2', '文', 5), set('A3', { formula: '=A1*2', value: 2 }, null)])
    await workbook.apply([set('A1', '007', 8)])
    await workbook.undo()
    expect([book.sheet('表').value(0, 0), book.sheet('表').format(0, 0).numberFormat]).toEqual(['007', '@'])
    await workbook.undo()
    expect([...column(book, '表', 2), book.sheet('表').formula(2, 0), book.sheet('表').format(0, 0).numberFormat]).toEqual([1, '文', '=A1*2', 'General'])
    expect(await workbook.undo()).toBeNull()
  })

  test('names what it would put back, tells when that changes, and puts back nothing else', async () => {
    const { book, workbook } = open({ 表: [[1], [2]] })
    let told = 0
    const stop = workbook.onWritten(() => { told++ })
    await workbook.apply([set('A1', 1, 10), set('A2', 2, 20)], { what: 'fill' })
    const fill = workbook.last
    expect([fill?.what, fill?.cells, told > 0]).toEqual(['fill', 2, true])
    await workbook.apply([set('A1', 10, 11)], { what: 'results' })
    expect(workbook.last).toMatchObject({ what: 'results', cells: 1 })
    expect(await workbook.undo({ id: fill?.id ?? '' })).toBeNull()
    expect(column(book, '表', 2)).toEqual([11, 20])
    expect(await workbook.undo({ id: workbook.last?.id ?? '' })).toMatchObject({ outcome: 'applied' })
    expect(workbook.last).toEqual(fill)
    stop()
    const before = told
    await workbook.undo({ id: fill?.id ?? '' })
    expect([told, workbook.last]).toEqual([before, null])
  })

  test('takes an added sheet away', async () => {
    const { book, workbook } = open({ 表: [[1]] })
    await workbook.apply([{ kind: 'add-sheet', sheet: '新' }, set('A1', null, '题', '新')])
    await workbook.undo()
    expect(book.sheets.map(sheet => sheet.name)).toEqual(['表'])
  })

  test('is still there after the pane is loaded again, and neither the workbook nor the browser holds a content in the clear', async () => {
    const { book, workbook, reopen } = withSafe({ 表: [['990101199001010012'], ['张三']] })
    await workbook.apply([set('A1', '990101199001010012', '已改'), set('A2', '张三', '李四')])
    const everywhere = JSON.stringify([{ ...localStorage }, [...book.settings], [...book.documentSettings], book.xmlParts])
    expect(everywhere).not.toMatch(/9901|张三|李四|已改/)
    expect(book.settings.has(KEY_SETTING)).toBe(true)
    expect(await reopen().undo()).toMatchObject({ outcome: 'applied' })
    expect(column(book, '表', 2)).toEqual(['990101199001010012', '张三'])
  })

  test('a workbook that was passed on has no undo, and no error', async () => {
    const { workbook, reopen } = withSafe({ 表: [[1]] })
    await workbook.apply([set('A1', 1, 2)])
    localStorage.clear()
    expect(await reopen().undo()).toBeNull()
  })

  test('two copies of one workbook, open side by side, have each their own', async () => {
    const { book, run } = withSafe({ 表: [[1]] })
    const crypto = webcrypto as unknown as Crypto
    const paneOf = (place: string) =>
      new OfficeWorkbook(run, { safe: encryptedSafe({ run, storage: localStorage, document: () => place, crypto }) })
    await paneOf('https://x.test/原件.xlsx').apply([set('A1', 1, 2)])
    // The copy carries the same key; what it writes does not come into the original's list, and the other way round.
    const copy = paneOf('https://x.test/副本.xlsx')
    expect(await copy.undo()).toBeNull()
    await copy.apply([set('A1', 2, 3)])
    book.sheet('表').put(0, 0, 2)
    const original = paneOf('https://x.test/原件.xlsx')
    await original.journal.open()
    expect(original.last).toMatchObject({ cells: 1 })
    expect(await original.undo()).toMatchObject({ outcome: 'applied' })
    expect(column(book, '表', 1)).toEqual([1])
    const copyAgain = paneOf('https://x.test/副本.xlsx')
    await copyAgain.journal.open()
    expect(copyAgain.last).toMatchObject({ cells: 1 })
    expect(Object.keys({ ...localStorage }).join(' ')).not.toMatch(/原件|副本|x\.test/)
  })

  test('so have they where Excel does not say where they lie: what each wrote is its own, what was written before is both', async () => {
    const original = bookOf({ 表: [[1], [1]] }), copy = bookOf({ 表: [[2], [1]] })
    // Excel shows one workbook after the other: whatever is done goes to the one in front.
    const inFront = (book: Book) => openBook(book).run
    const paneOf = (book: Book) => {
      const run = inFront(book)
      return new OfficeWorkbook(run, { safe: encryptedSafe({ run, storage: localStorage, crypto: webcrypto as unknown as Crypto }) })
    }
    await paneOf(original).apply([set('A1', 1, 2)], { what: 'fill' })
    for (const [name, value] of original.settings) copy.settings.set(name, value)
    const inOriginal = paneOf(original)
    await inOriginal.journal.open()
    const inCopy = paneOf(copy)
    await inCopy.apply([set('A2', 1, 7)], { what: 'results' })
    inFront(original)
    await inOriginal.apply([set('A2', 1, 5)], { what: 'fix' })
    for (const [book, what] of [[copy, 'results'], [original, 'fix']] as const) {
      const again = paneOf(book)
      await again.journal.open()
      expect(again.journal.done.map(entry => entry.what)).toEqual([what, 'fill'])
      expect(await again.undo()).toMatchObject({ outcome: 'applied' })
      expect(column(book, '表', 2)).toEqual([2, 1])
    }
  })

  test('visits leave no more behind than a few lists', async () => {
    const { reopen } = withSafe({ 表: [[1]] })
    for (let n = 1; n < 12; n++) expect(await reopen().apply([set('A1', n, n + 1)])).toMatchObject({ outcome: 'applied' })
    expect(Object.keys({ ...localStorage }).filter(key => key.includes('plancheck.undo')).length).toBeLessThanOrEqual(5)
  })

  test('storage that is small forgets the oldest batches first', async () => {
    const { run } = open({ 表: [[1], ['x']] })
    const kept = new Map<string, string>()
    const small = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => { if (text.length > 1500) throw new DOMException('full', 'QuotaExceededError'); kept.set(key, text) }, removeItem: (key: string) => { kept.delete(key) } }
    const options = { safe: encryptedSafe({ run, storage: small, crypto: webcrypto as unknown as Crypto }) }
    const workbook = new OfficeWorkbook(run, options)
    for (let n = 1; n < 6; n++) expect(await workbook.apply([set('A1', n, n + 1)])).toMatchObject({ outcome: 'applied', notices: [] })
    const later = new OfficeWorkbook(run, { safe: encryptedSafe({ run, storage: small, crypto: webcrypto as unknown as Crypto }) })
    await later.journal.open()
    expect(later.journal.done.length).toBeGreaterThan(0)
    expect(later.journal.done.length).toBeLessThan(5)
    expect(await later.undo()).toMatchObject({ outcome: 'applied' })
  })

  test('storage that is full: the write is done, undo lives as long as the pane, and a notice says so', async () => {
    const { run } = open({ 表: [[1]] })
    const full = { getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError') }, removeItem: () => undefined }
    const workbook = new OfficeWorkbook(run, { safe: encryptedSafe({ run, storage: full, crypto: webcrypto as unknown as Crypto }) })
    expect(await workbook.apply([set('A1', 1, 2)])).toMatchObject({ outcome: 'applied', notices: [{ key: 'notice.office-undo-short' }] })
    expect(await workbook.undo()).toMatchObject({ outcome: 'applied' })
  })
})
