/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '../excel-host/web-globals'
import { readdirSync } from 'node:fs'
import { check } from '../../src/check'
import { readWorkbookFile } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { differences } from '../contract/verdicts'
import { bookFromSnapshot } from '../excel-host/from-snapshot'
import { loadOffice, openBook, settle } from './client'

beforeAll(() => loadOffice(9))

test.each(readdirSync('samples').filter(name => name.endsWith('.xlsx')))('%s: three round trips, and no verdict that the file does not have', async name => {
  const file = await readWorkbookFile(`samples/${name}`)
  const { excel, workbook } = openBook(bookFromSnapshot(file), { apiLevel: 9 })
  const read = await workbook.read()
  await settle()
  expect(excel.wire.requests).toBeLessThanOrEqual(3)
  // Cell by cell Excel tells no merges: what hangs on them is unknown, and nothing is told otherwise.
  const [fromExcel, fromFile] = [read, file].map(snapshot => check(snapshot, { policy: defaultPolicy }))
  if (fromExcel === undefined || fromFile === undefined) throw new Error('not checked')
  expect(differences(fromFile, fromExcel)).toEqual([])
})
