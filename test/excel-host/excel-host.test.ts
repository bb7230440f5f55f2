/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { bookOf } from './book'
import type { Book } from './book'
import { clientRun, connectClient } from './client'
import { EmulatedExcel } from './excel'
import { sessionRun } from './session'

let put: (excel: EmulatedExcel) => void
beforeAll(async () => { put = await connectClient(new EmulatedExcel()) })

function open(sheets: Parameters<typeof bookOf>[0] = { 表: [['甲', 1], ['乙', 2]] }): EmulatedExcel {
  const excel = new EmulatedExcel(bookOf(sheets))
  put(excel)
  return excel
}

type Use = (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<void> | void

/** Runs a batch on the sheet 表 and answers the error's code and place, or `null`. */
async function codeOf(use: Use, delayForCellEdit = false): Promise<unknown> {
  try {
    await clientRun({ delayForCellEdit }, async context => {
      await use(context, context.workbook.worksheets.getItem('表'))
      await context.sync()
    })
    return null
  } catch (error) {
    const { code, debugInfo } = error as { code?: string; debugInfo?: { errorLocation?: string } }
    return [code, debugInfo?.errorLocation]
  }
}

describe('mistakes that the real client or the strict host catches', () => {
  test.each<[string, Use, string, string | undefined]>([
    ['a property that was not loaded', async (context, sheet) => { const range = sheet.getRange('A1').load('values'); await context.sync(); void range.address }, 'PropertyNotLoaded', 'Range.address'],
    ['a misspelt load', (_context, sheet) => { sheet.getRange('A1').load('adress') }, 'InvalidArgument', 'Range.load'],
    ['items in a load array', (context) => { context.workbook.worksheets.load(['items/name']) }, 'InvalidArgument', 'Worksheet.load'],
    ['wrong dimensions', (_context, sheet) => { sheet.getRange('A1:B2').values = [[1]] }, 'InvalidArgument', 'Range.values'],
    ['a missing sheet', context => { context.workbook.worksheets.getItem('没有').getRange('A1').load('values') }, 'ItemNotFound', 'WorksheetCollection.getItem'],
    ['an address that is none', (_context, sheet) => { sheet.getRange('第一格').load('values') }, 'InvalidArgument', 'Worksheet.getRange'],
    ['setting what is read only', (_context, sheet) => { sheet.getRange('A1').set({ address: 'B1' } as unknown as Excel.Interfaces.RangeUpdateData) }, 'InvalidArgument', 'Range.set'],
    ['a member that is not emulated', (_context, sheet) => { sheet.charts.load('items/name') }, 'NotImplemented', 'Worksheet.charts'],
    ['a method that is not emulated', (_context, sheet) => { sheet.getRange('A1').removeDuplicates([0], true) }, 'NotImplemented', 'Range.removeDuplicates'],
    ['writing to whole columns', (_context, sheet) => { sheet.getRange('A:B').values = [[1]] }, 'InvalidArgument', 'Range.values'],
    ['a sheet that exists', context => { context.workbook.worksheets.add('表') }, 'ItemAlreadyExists', 'WorksheetCollection.add'],
    ['a sheet name that Excel refuses', context => { context.workbook.worksheets.add('a/b') }, 'InvalidArgument', 'WorksheetCollection.add'],
    ['the last visible sheet', (_context, sheet) => { sheet.delete() }, 'InvalidOperation', 'Worksheet.delete'],
  ])('%s', async (_what, use, code, location) => {
    open()
    expect(await codeOf(use)).toEqual([code, location])
  })

  test('a range of an earlier run', async () => {
    open()
    let kept: Excel.Range | undefined
    await clientRun({ delayForCellEdit: false }, async (context) => { kept = context.workbook.worksheets.getItem('表').getRange('A1'); await context.sync() })
    expect(await codeOf(async context => { kept?.load('values'); await kept?.context.sync(); await context.sync() })).toMatchObject(['InvalidObjectPath', expect.anything()])
  })
})

describe('rules of the host', () => {
  const value = (book: Book, row = 0, column = 0) => book.sheet('表').value(row, column)

  test.each<[string, string | number | boolean, unknown, string | undefined]>([
    ['text', '河南', '河南', undefined], ['a number as text', '007', 7, undefined], ['18 digits', '990101199001010012', 990101199001010000, undefined], ['a date', '2023-12-31', 45291, 'yyyy/m/d'],
    ['a share', '45%', 0.45, '0%'], ['a truth value', 'true', true, undefined], ['an error', '#N/A', { error: '#N/A' }, undefined], ['with an apostrophe', "'007", '007', undefined], ['nothing', '', undefined, undefined], ['a formula', '=1+1', 2, undefined],
  ])('a string is taken as typed: %s', async (_what, entry, held, format) => {
    const excel = open()
    await clientRun({ delayForCellEdit: false }, async context => { context.workbook.worksheets.getItem('表').getRange('A1').values = [[entry]]; await context.sync() })
    expect([value(excel.book), excel.book.sheet('表').format(0, 0).numberFormat]).toEqual([held, format])
  })

  test('null leaves a cell alone, and one value fills a range', async () => {
    const excel = open()
    await clientRun({ delayForCellEdit: false }, async context => {
      const sheet = context.workbook.worksheets.getItem('表')
      sheet.getRange('A1:B1').values = [[null, 9]]
      sheet.getRange('A5:B6').values = 7 as unknown as number[][]
      await context.sync()
    })
    expect([value(excel.book), value(excel.book, 0, 1), value(excel.book, 5, 1)]).toEqual(['甲', 9, 7])
  })

  test('locked cells of a protected sheet refuse the whole write; what was done before it stays done', async () => {
    const excel = open()
    excel.book.sheet('表').changeFormat(4, 0, { locked: false })
    excel.book.sheet('表').isProtected = true
    expect(await codeOf((_context, sheet) => { sheet.getRange('A5').values = [[1]]; sheet.getRange('A5:B5').values = [[2, 3]] })).toEqual(['AccessDenied', 'Range.values'])
    expect(value(excel.book, 4, 0)).toBe(1)
  })

  test.each([[true, null], [false, ['InvalidOperationInCellEditMode', undefined]]])('a cell is being edited, delayForCellEdit %s', async (delay, expected) => {
    const excel = open()
    excel.isCellBeingEdited = true
    const running = codeOf((_context, sheet) => { sheet.getRange('A1').load('values') }, delay)
    setTimeout(() => { excel.leaveCell() }, 20)
    const found = await running
    expect(Array.isArray(found) ? found[0] : found).toEqual(expected === null ? null : expected[0])
  })

  test.each<[string, (excel: EmulatedExcel) => void, Use, string]>([
    ['a request over the limit', excel => { excel.payloadLimit = 5000 }, (_context, sheet) => { sheet.getRange('A1:A500').values = Array.from({ length: 500 }, () => ['长长长长长长']) }, 'RequestPayloadSizeLimitExceeded'],
    ['an answer over the limit', excel => { excel.payloadLimit = 2000 }, (_context, sheet) => { sheet.getRange('A1:Z50').load('values') }, 'ResponsePayloadSizeLimitExceeded'],
    ['another workbook in front', excel => { excel.isInBackground = true }, (_context, sheet) => { sheet.getRange('A1').select() }, 'InvalidSelection'],
    ['a chart sheet active', excel => { excel.isChartSheetActive = true }, context => { context.workbook.worksheets.getActiveWorksheet().load('name') }, 'UnsupportedSheet'],
    ['a hidden sheet', excel => { excel.book.sheet('表').visibility = 'Hidden' }, (_context, sheet) => { sheet.activate() }, 'InvalidOperation'],
    ['a host that dies', excel => { excel.diesAfter = 2 }, (_context, sheet) => { sheet.getRange('A1').load('values') }, 'GeneralException'],
  ])('%s', async (_what, upset, use, code) => {
    const excel = open()
    upset(excel)
    expect(await codeOf(use)).toMatchObject({ 0: code })
  })

  test('more than five million cells read null without an error', async () => {
    open()
    await clientRun({ delayForCellEdit: false }, async context => {
      const range = context.workbook.worksheets.getItem('表').getRange('A1:F1000000').load('values')
      await context.sync()
      expect(range.values).toBeNull()
    })
  })

  test('an address over 8,192 characters is cut without a word', async () => {
    open()
    await clientRun({ delayForCellEdit: false }, async context => {
      const areas = context.workbook.worksheets.getItem('表').getRanges(Array.from({ length: 3000 }, (_each, n) => `B${n + 1000}`).join(',')).load('areaCount')
      await context.sync()
      expect(areas.areaCount).toBeLessThan(3000)
    })
  })

  test('asking for merged areas empties the person\'s undo list', async () => {
    const excel = open()
    await codeOf((_context, sheet) => { sheet.getRange('A1:B2').getMergedAreasOrNullObject().load('address') })
    expect(excel.canUndo).toBe(false)
  })

  test('methods on null objects do nothing', async () => {
    open()
    expect(await codeOf(context => { context.workbook.worksheets.getItemOrNullObject('没有').delete() })).toBeNull()
  })

  test('comments and tables can be added, and go again', async () => {
    const excel = open()
    await clientRun({ delayForCellEdit: false }, async context => {
      const sheet = context.workbook.worksheets.getItem('表')
      sheet.comments.add('表!A1', '核对')
      const table = sheet.tables.add('A1:B2', true)
      table.name = '人员'
      await context.sync()
    })
    expect([excel.book.sheet('表').comments[0]?.content, excel.book.sheet('表').tables[0]?.name]).toEqual(['核对', '人员'])
  })

  test('settings of the common API keep their values', async () => {
    const excel = open()
    Office.context.document.settings.set('口味', { 辣: true })
    await new Promise<void>(resolve => { Office.context.document.settings.saveAsync(() => { resolve() }) })
    expect([...excel.book.documentSettings.keys()]).toEqual(['口味'])
  })
})

test('the session answers as the messages do', async () => {
  const excel = open()
  const seen: unknown[] = []
  for (const run of [clientRun, sessionRun(excel)]) await run({ delayForCellEdit: false }, async context => {
    const range = context.workbook.worksheets.getItem('表').getUsedRange().load('values,address')
    await context.sync()
    seen.push([range.values, range.address])
  })
  expect(seen[0]).toEqual(seen[1])
})
