/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { webcrypto } from 'node:crypto'
import '../excel-host/web-globals'
import type { CellContent } from '../../src/core/cell'
import type { CellChange } from '../../src/core/change'
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { KEY_SETTING, encryptedSafe } from '../../src/hosts/office/safe'
import { bookOf } from '../excel-host/book'
import type { Book } from '../excel-host/book'
import { loadOffice, open, openBook, settle } from './client'
import { FULL_LAYOUT } from './full-layout'

beforeAll(() => loadOffice())
beforeEach(() => { localStorage.clear() })

const set = (cell: string, before: CellContent, after: CellContent, sheet = '表'): CellChange => ({ kind: 'cell', sheet, cell, before, after })

function column(book: Book, sheet = '表', count = 3): unknown[] {
  return Array.from({ length: count }, (_each, row) => book.sheet(sheet).value(row, 0))
}

/** A pane with a journal that survives it. */
function withSafe(sheets: Parameters<typeof open>[0]) {
  const opened = open(sheets)
  const reopen = () =>
    new OfficeWorkbook(opened.run, {
      safe: encryptedSafe({ run: opened.run, storage: localStorage, crypto: webcrypto as unknown as Crypto }),
    })
  return { ...opened, workbook: reopen(), reopen }
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
