/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { cellAt, sheetNamed } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { runner } from '../../src/hosts/office/run'
import { readWorkbook } from '../../src/hosts/office/read'
import { Book, newId } from '../excel-host/book'
import type { EmulatedExcel } from '../excel-host/excel'
import { sessionRun } from '../excel-host/session'
import { loadOffice, open, openBook, settle } from './client'

beforeAll(() => loadOffice())

/** What is told of the values; that the workbook was read cell by cell is told each time here. */
function toldOf({ notices }: Snapshot): string[] {
  return notices.map(notice => notice.key).filter(key => key !== 'notice.by-cells')
}

function roster(rows: number, columns = 12): Book {
  const book = new Book()
  const sheet = book.add('花名册')
  for (let r = 0; r < rows; r++) sheet.rows.push(Array.from({ length: columns }, (_each, c) => (c % 3 === 0 ? `第${r}行` : c % 3 === 1 ? r * c : '990101199001010012')))
  return book
}

describe('round trips', () => {
  test('an ordinary workbook needs three, the client\'s own cleaning up included', async () => {
    const { excel, workbook } = open(Object.fromEntries(Array.from({ length: 20 }, (_each, n) => [`社区${n}`, Array.from({ length: 60 }, (_row, r) => [r, '张三', `=A${r + 1}*2`])])))
    const snapshot = await workbook.read()
    await settle()
    expect(snapshot.sheets).toHaveLength(20)
    expect(excel.wire.requests).toBeLessThanOrEqual(3)
  })

  test('a sheet of 100,000 x 12 needs at most 24 + 3, and no message comes near 5 MB', async () => {
    const { excel, workbook } = openBook(roster(100_000))
    const snapshot = await workbook.read()
    await settle()
    expect(snapshot.sheets[0]?.rows).toHaveLength(100_000)
    expect(excel.wire.requests).toBeLessThanOrEqual(27)
    expect(Math.max(excel.wire.longestAnswer, excel.wire.longestRequest)).toBeLessThan(2.5 * 1024 * 1024)
  })

  test('reading sends no writing action, moves nothing, and leaves the person\'s undo list alone', async () => {
    const { excel, workbook } = open({ 花名册: [['姓名'], ['甲']], 二: [[1]] }, { apiLevel: 14 })
    await workbook.read()
    await settle()
    expect([excel.wire.writes, excel.wire.moves, excel.canUndo]).toEqual([[], [], true])
  })

  test('thirty sheets: those beyond the first two dozen cost one trip more', async () => {
    const { excel, workbook } = open(Object.fromEntries(Array.from({ length: 30 }, (_each, n) => [`表${n}`, [[n]]])))
    const snapshot = await workbook.read()
    await settle()
    expect(snapshot.sheets.map(sheet => cellAt(sheet, 1, 1))).toEqual(Array.from({ length: 30 }, (_each, n) => n))
    expect(excel.wire.requests).toBeLessThanOrEqual(4)
  })
})

test('no reference is left behind in Excel', async () => {
  const { excel, workbook } = openBook(roster(9000))
  await workbook.read()
  await settle()
  expect(excel.references.size).toBe(0)
})

describe('what Excel does not like', () => {
  test('an answer over the limit is asked for in halves, and nothing is lost', async () => {
    const { excel, workbook } = openBook(roster(3000))
    excel.payloadLimit = 100_000
    const snapshot = await workbook.read()
    expect([snapshot.sheets[0]?.rows.length, snapshot.sheets[0]?.rows.at(-1)?.[0]]).toEqual([3000, '第2999行'])
  })

  test('a cell that is too large by itself is an error, not a loss', async () => {
    const { excel, workbook } = open({ 表: [['长'.repeat(30_000)]] })
    excel.payloadLimit = 20_000
    await expect(workbook.read()).rejects.toMatchObject({ code: 'payload-too-large' })
  })

  test('one stray cell at the far end does not make it read seventeen billion blanks', async () => {
    const { excel, book, workbook } = open({ 表: [['姓名', '年龄'], ['甲', 30]] })
    book.sheet('表').put(1_048_575, 16_383, '误填')
    const sheet = sheetNamed(await workbook.read(), '表')
    expect(sheet && [cellAt(sheet, 2, 1), cellAt(sheet, 1_048_576, 16_384)]).toEqual(['甲', '误填'])
    expect(excel.wire.requests).toBeLessThan(40)
  })

  test('a cell is being edited: it waits, says so after a second, and goes on when the person leaves the cell', async () => {
    const { excel, workbook, waits } = open({ 表: [['甲']] })
    excel.isCellBeingEdited = true
    const reading = workbook.read()
    await new Promise(resolve => { setTimeout(resolve, 1300) })
    expect(waits).toEqual([true])
    excel.leaveCell()
    expect((await reading).sheets).toHaveLength(1)
    expect(waits).toEqual([true, false])
  })

  test('a wait for the cell editor can be cancelled', async () => {
    const { excel, workbook } = open({ 表: [['甲']] })
    excel.isCellBeingEdited = true
    const signal = { aborted: false }
    const reading = workbook.read({ signal })
    setTimeout(() => { signal.aborted = true }, 50)
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    excel.leaveCell()
    await settle()
  })

  test.each([[['Worksheet.GetNextOrNullObject'], []], [['Functions.Date'], ['notice.dateSystemUnknown']], [['Worksheet.GetNextOrNullObject', 'Functions.Date'], ['notice.dateSystemUnknown']]])('a host that refuses %j is asked without it', async (refused, notices) => {
    const { excel, workbook } = open({ 一: [['甲']], 二: [['乙']] })
    for (const method of refused) excel.refuses.add(method)
    const snapshot = await workbook.read()
    expect([snapshot.sheets.map(sheet => sheet.rows), toldOf(snapshot)]).toEqual([[[['甲']], [['乙']]], notices])
  })

  test.each([
    ['walking is refused at its first step', (excel: EmulatedExcel) => { excel.refuses.add('WorksheetCollection.GetFirst') }],
    ['a chart sheet stands first', (excel: EmulatedExcel) => { excel.isChartSheetFirst = true }],
    ['loads within a list are refused', (excel: EmulatedExcel) => { excel.refuses.add('nested loads') }],
    ['all of it', (excel: EmulatedExcel) => {
      excel.isChartSheetFirst = true
      excel.refuses.add('nested loads').add('Functions.Date')
    }],
  ])('%s: the same is read in a plainer way', async (_what, misbehave) => {
    const { excel, book, workbook } = open({ 一: [['姓名', '年龄'], ['甲', 30]], 二: [['乙']] })
    const area = { row: 0, column: 0, rows: 2, columns: 2 }
    book.sheet('一').tables.push({ id: newId(), name: '人员', area, showHeaders: true, showTotals: false, style: '', showFilterButton: true })
    book.sheet('一').names.push({ name: 'Print_Area', formula: '=一!$A$1', visible: true })
    book.sheet('二').isProtected = true
    const { sheets, names } = await workbook.read()
    misbehave(excel)
    const again = await workbook.read()
    expect([again.sheets, again.names]).toEqual([sheets, names])
  })

  test('60,000 defined names come in pages, none longer than a message may be', async () => {
    const { excel, book, workbook } = open({ 表: [['甲']] })
    for (let n = 0; n < 60_000; n++) book.names.push({ name: `废弃名称_${String(n)}`, formula: `='[旧预算${String(n)}.xlsx]支出'!#REF!`, visible: n % 2 === 0 })
    const { names } = await workbook.read()
    expect([names.length, names.at(-1)?.name, new Set(names.map(({ name }) => name)).size]).toEqual([60_000, '废弃名称_59999', 60_000])
    expect(excel.wire.longestAnswer).toBeLessThan(2 * 1024 * 1024)
    excel.forgetWire()
    expect(await workbook.apply([{ kind: 'name', name: '单价', before: null, after: '表!$A$1' }])).toMatchObject({ outcome: 'applied' })
    expect(excel.wire.longestAnswer).toBeLessThan(100_000)
  })

  test('names of sheets that are too many for one answer', async () => {
    const { excel, book, workbook } = open({ 表: [['甲']] })
    for (let n = 0; n < 6000; n++) book.sheet('表').names.push({ name: `局部_${String(n)}`, formula: '=表!#REF!', visible: false })
    excel.payloadLimit = 300_000
    expect((await workbook.read()).names).toHaveLength(6000)
  })

  test('a host that does not tell how cells look still tells what they hold', async () => {
    const { excel, book, workbook } = open({ 表: [['甲', 1]] })
    book.sheet('表').changeFormat(0, 0, { strikethrough: true })
    excel.refuses.add('Range.GetCellProperties')
    const [sheet] = (await workbook.read()).sheets
    expect([sheet?.rows, [...(sheet?.untold ?? [])]]).toEqual([[['甲', 1]], ['merges', 'strikes']])
  })

  test('Excel goes away in the middle', async () => {
    const { excel, workbook } = open({ 表: [['甲']] })
    excel.beforeRequest = () => { excel.diesAfter = 3 }
    await expect(workbook.read()).rejects.toMatchObject({ code: 'host-failed' })
  })

  test('another workbook in front, or a chart sheet active, is no hindrance: nothing asks for the active sheet', async () => {
    const { excel, workbook } = open({ 表: [['甲']] })
    excel.isInBackground = true
    excel.isChartSheetActive = true
    expect((await workbook.read()).sheets).toHaveLength(1)
  })
})

describe('what is read', () => {
  test('hidden rows and columns, some of many, across blocks', async () => {
    const book = roster(9000)
    for (const row of [3, 4, 8500]) book.sheet('花名册').hiddenRows.add(row)
    book.sheet('花名册').hiddenColumns.add(2)
    const { workbook } = openBook(book)
    const [sheet] = (await workbook.read()).sheets
    expect([[...(sheet?.hiddenRows ?? [])], [...(sheet?.hiddenColumns ?? [])]]).toEqual([[4, 5, 8501], [3]])
  })

  test('tables with their boxes and columns', async () => {
    const { book, workbook } = open({ 表: [['姓名', '年龄'], ['甲', 30], ['乙', 40]] })
    book.sheet('表').tables.push({ id: newId(), name: '人员', area: { row: 0, column: 0, rows: 3, columns: 2 }, showHeaders: true, showTotals: false, style: '', showFilterButton: true })
    expect((await workbook.read()).sheets[0]?.tables).toEqual([{ name: '人员', box: { top: 1, left: 1, bottom: 3, right: 2 }, headerRows: 1, totalsRows: 0, columns: ['姓名', '年龄'] }])
  })

  test('names of the workbook, of a sheet, and hidden ones', async () => {
    const { book, workbook } = open({ 表: [[1]] })
    book.names.push({ name: '单价', formula: '=表!$A$1', visible: true }, { name: '内部', formula: '=表!$A$1', visible: false })
    book.sheet('表').names.push({ name: 'Print_Area', formula: '=表!$A$1:$B$2', visible: true })
    expect((await workbook.read()).names).toEqual([
      { name: '单价', refersTo: '表!$A$1' }, { name: '内部', refersTo: '表!$A$1', hidden: true }, { name: 'Print_Area', refersTo: '表!$A$1:$B$2', sheet: '表' },
    ])
  })

  test.each([['Manual', 'Done', 'notice.calculationManual'], ['Automatic', 'Pending', 'notice.calculationPending'], ['Automatic', 'Done', undefined]])('calculation %s and %s', async (mode, state, key) => {
    const { book, workbook } = open({ 表: [[1]] })
    Object.assign(book, { calculationMode: mode, calculationState: state })
    expect(toldOf(await workbook.read())).toEqual(key === undefined ? [] : [key])
  })

  test('the same through a session, without messages', async () => {
    const { excel } = open({ 表: [['甲', 1], ['乙', '=B1+1']] })
    const snapshot = await readWorkbook(runner(sessionRun(excel)))
    expect(snapshot.sheets[0]?.rows).toEqual([['甲', 1], ['乙', 2]])
  })
})
