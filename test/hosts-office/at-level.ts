import type { CellContent } from '../../src/core/cell'
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { allChanges } from '../../src/core/proposal'
import { findingsSheet } from '../../src/render/findings-sheet'
import { findingsReport } from '../render/findings-report'
import { runner } from '../../src/hosts/office/run'
import { startInExcel } from '../../src/hosts/office/start'
import { describeHostContract } from '../contract/contract'
import { bookOf } from '../excel-host/book'
import { clientRun, connectClient } from '../excel-host/client'
import { EmulatedExcel } from '../excel-host/excel'
import { bookFromSpec } from '../excel-host/from-spec'
import { FULL_LAYOUT } from './full-layout'

/** The client's own check of requirement sets: off as it ships, on here. A member above the level then throws ApiNotFound. */
interface Checking {
  CommonUtility: { _doApiNotSupportedCheck: boolean }
}

/** Everything that the adapter does, on a host that has no more than this ExcelApi level: so the manifest's requirement is true. */
export function describeAtLevel(level: number): void {
  let put: (excel: EmulatedExcel) => void

  beforeAll(async () => {
    put = await connectClient(new EmulatedExcel(undefined, { apiLevel: level }))
    ;(OfficeExtension as unknown as Checking).CommonUtility._doApiNotSupportedCheck = true
  })

  test(`the check is on: a member above 1.${level} throws`, async () => {
    put(new EmulatedExcel(bookOf({ 表: [[1]] }), { apiLevel: level }))
    const use = clientRun({ delayForCellEdit: true }, context => {
      context.workbook.worksheets.getItem('表').getRange('A1').getPrecedents()
      context.workbook.worksheets.getItem('表').getRange('A1').getDependents()
      return Promise.resolve()
    })
    await expect(use).rejects.toMatchObject({ code: 'ApiNotFound' })
  })

  test('marks, navigation, results sheet, choices, events, undo', async () => {
    const excel = new EmulatedExcel(bookOf({ 表: [[1, 2], [3, 4]] }), { apiLevel: level })
    put(excel)
    const inExcel = startInExcel({ run: runner(clientRun) })
    expect(inExcel.excelUndo).toBe(false)
    expect(await inExcel.reveal({ sheet: '表', cells: 'A1,B2' })).toEqual({ outcome: 'shown' })
    expect(await inExcel.marks.set([{ sheet: '表', cells: 'A1,B2', kind: 'error' }])).toMatchObject({ areas: 2 })
    await inExcel.marks.clear()
    expect(await inExcel.marks.any()).toBe(false)
    await inExcel.settings.save({ policy: 'x' })
    expect(await inExcel.settings.load()).toEqual({ policy: 'x' })
    const stop = await inExcel.onStale(() => undefined)
    await stop()
    const sheet = findingsSheet(findingsReport(['B5', '007']), await inExcel.workbook.read(), 'zh-CN')
    expect(await inExcel.workbook.apply(allChanges(sheet), { what: 'results' })).toMatchObject({ outcome: 'applied' })
    expect(await inExcel.workbook.undo()).toMatchObject({ outcome: 'applied' })
    expect(await inExcel.recover()).toEqual([])
    expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(['表'])
    const dressed = await inExcel.workbook.apply([{ kind: 'add-sheet', sheet: '新', layout: FULL_LAYOUT }, { kind: 'cell', sheet: '新', cell: 'A6', before: null, after: '科目' }])
    expect(dressed).toMatchObject({ outcome: 'applied', changes: 2 })
    expect(await inExcel.activeCell()).toMatchObject({ sheet: '表' })
    const change = (before: CellContent, after: CellContent) => ({ kind: 'cell' as const, sheet: '表', cell: 'A1', before, after })
    expect(await inExcel.workbook.apply([change(1, 2)])).toMatchObject({ outcome: 'applied' })
    // Below 1.20 a write of an add-in empties Excel's own undo list: ours is the only one.
    expect(excel.canUndo).toBe(false)
  })

  describeHostContract(`office at ExcelApi 1.${level}`, spec => {
    put(new EmulatedExcel(bookFromSpec(spec), { apiLevel: level }))
    return Promise.resolve(new OfficeWorkbook(runner(clientRun)))
  }, { merges: false, arrays: false, chartsheets: false })
}
