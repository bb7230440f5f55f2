import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { runner } from '../../src/hosts/office/run'
import { bookOf } from './book'
import { OFFICE_DIST } from './client'
import { EmulatedExcel } from './excel'
import { readMetadata } from './metadata'
import { sessionRun } from './session'

/** The files that Excel on Windows, Mac and iPad load differ from the web's; their object model must be driven alike. One a test file: the client can be loaded once. */
export function describeClient(file: string): void {
  test(`reads, writes and undoes with ${file}`, () => useClient(file))
}

async function useClient(file: string): Promise<void> {
  Object.defineProperty(document, 'domain', { value: 'localhost', configurable: true })
  ;(0, eval)(readFileSync(join(OFFICE_DIST, file), 'utf8'))
  const excel = new EmulatedExcel(bookOf({ 表: [['甲', 1], ['合计', '=SUM(B1:B1)']] }))
  excel.metadata = readMetadata(window.Excel)
  const workbook = new OfficeWorkbook(runner(sessionRun(excel)))
  expect((await workbook.read()).sheets[0]?.rows).toEqual([['甲', 1], ['合计', 1]])
  expect(await workbook.apply([{ kind: 'cell', sheet: '表', cell: 'B1', before: 1, after: 5 }, { kind: 'add-sheet', sheet: '新' }, { kind: 'cell', sheet: '新', cell: 'A1', before: null, after: '007' }])).toMatchObject({ outcome: 'applied', changes: 3 })
  expect([excel.book.sheet('表').value(1, 1), excel.book.sheet('新').value(0, 0)]).toEqual([5, '007'])
  expect(await workbook.undo()).toMatchObject({ outcome: 'applied' })
  expect((await workbook.read()).sheets.map(sheet => sheet.rows)).toEqual([[['甲', 1], ['合计', 1]]])
}
