import { readFileSync } from 'node:fs'
import type { Frame } from 'playwright-core'
import { nodeCodec } from '../../src/hosts/xlsx/node'
import { readBytes } from '../../src/hosts/xlsx/read'
import { EmulatedExcel } from '../excel-host/excel'
import { bookFromSnapshot } from '../excel-host/from-snapshot'
import { emulatedFile } from '../excel-host/state'
import { buildPane, openOfficeSite, visitExcel } from './office-site'
import type { OfficeSite } from './office-site'

const BYTES = new Uint8Array(readFileSync('samples/杂乱表示例.xlsx'))

let site: OfficeSite
beforeAll(async () => {
  site = await openOfficeSite(buildPane('self', 'https://localhost:3000'))
})
afterAll(() => site.close())

async function excelWith(bytes: Uint8Array | null): Promise<EmulatedExcel> {
  const excel = new EmulatedExcel(bookFromSnapshot(await readBytes(BYTES, '杂乱表示例.xlsx', nodeCodec, { looks: true })), { apiLevel: 15 })
  excel.file = bytes === null ? null : emulatedFile(() => bytes)
  return excel
}

async function checked(pane: Frame): Promise<string> {
  const start = pane.getByRole('button', { name: '核查本工作簿' })
  await Promise.race([start.waitFor(), pane.locator('.headline').waitFor()])
  if (await start.isVisible()) await start.click()
  await pane.locator('.headline').waitFor()
  return (await pane.locator('.headline').textContent()) ?? ''
}

test('the built pane reads the workbook as a file in its worker, and cell by cell says what it could not see', async () => {
  const excel = await excelWith(BYTES), visit = await visitExcel(site, excel)
  const headline = await checked(await visit.openPane())
  const pane = visit.page.frames().at(-1)
  expect([excel.file?.asked, excel.file?.open.size, excel.wire.writes, excel.canUndo]).toEqual([1, 0, [], true])
  expect(await pane?.getByRole('note').count()).toBe(0)
  await visit.page.screenshot({ path: 'test/.out/office-by-file.png' })

  const plain = await visitExcel(site, await excelWith(null))
  const frame = await plain.openPane()
  expect(await checked(frame)).not.toBe('')
  expect(await frame.getByRole('note').first().textContent()).toContain('plancheck.html')
  await plain.page.screenshot({ path: 'test/.out/office-by-cells.png' })
  expect(headline).not.toBe('')
  expect([...visit.strangers, ...plain.strangers, ...visit.errors, ...plain.errors]).toEqual([])
})
