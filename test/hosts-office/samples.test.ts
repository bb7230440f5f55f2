/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '../excel-host/web-globals'
import { readdirSync } from 'node:fs'
import { check } from '../../src/check'
import { readWorkbookFile } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { bookFromSnapshot } from '../excel-host/from-snapshot'
import { loadOffice, openBook, settle } from './client'

beforeAll(() => loadOffice(9))

test.each(readdirSync('samples').filter(name => name.endsWith('.xlsx')))('%s: three round trips, and the same report as from the file', async name => {
  const file = await readWorkbookFile(`samples/${name}`)
  const { excel, workbook } = openBook(bookFromSnapshot(file), { apiLevel: 9 })
  const read = await workbook.read()
  await settle()
  expect(excel.wire.requests).toBeLessThanOrEqual(3)
  // Excel tells no merges and no formats, and the reader must do without.
  const [fromExcel, fromFile] = [read, file].map(snapshot => check(snapshot, { policy: defaultPolicy }))
  expect(fromExcel?.counts).toEqual(fromFile?.counts)
  expect(fromExcel?.communities.map(({ name: community, judgements }) => [community, judgements.map(each => each.verdict)])).toEqual(
    fromFile?.communities.map(({ name: community, judgements }) => [community, judgements.map(each => each.verdict)]),
  )
})
