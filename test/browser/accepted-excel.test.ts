import type { Frame } from 'playwright-core'
import { readWorkbookFile } from '../../src/hosts/xlsx/node'
import { EmulatedExcel } from '../excel-host/excel'
import { bookFromSnapshot } from '../excel-host/from-snapshot'
import { buildPane, openOfficeSite, visitExcel } from './office-site'
import type { OfficeSite } from './office-site'

let site: OfficeSite
beforeAll(async () => { site = await openOfficeSite(buildPane('self', 'https://localhost:3000')) })
afterAll(() => site.close())
async function openFindings(pane: Frame): Promise<void> {
  const start = pane.getByRole('button', { name: '核查本工作簿' })
  await Promise.race([start.waitFor(), pane.locator('.headline').waitFor()])
  if (await start.isVisible()) await start.click()
  await pane.locator('.headline').waitFor()
  await pane.getByRole('tab', { name: /问题/ }).click()
}

test('inside Excel an acceptance is kept in the workbook, is there when the pane opens again, and goes with its last choice', async () => {
  const excel = new EmulatedExcel(bookFromSnapshot(await readWorkbookFile('samples/计划现状示例.xlsx')), { apiLevel: 15 })
  const visit = await visitExcel(site, excel, { width: 320 })
  const pane = await visit.openPane()
  await openFindings(pane)
  await pane.locator('.group-head', { hasText: '聘用人员' }).click()
  const cells = JSON.stringify(excel.book.sheets.map(sheet => sheet.rows))
  await pane.locator('li', { hasText: '育才社区' }).getByRole('button', { name: '接受…' }).click()
  await visit.page.keyboard.type('已列入 <2024> 招聘计划 & 报备')
  await visit.page.keyboard.press('Enter')
  await pane.getByRole('button', { name: '已接受 1' }).waitFor()
  expect(excel.book.xmlParts.map(part => part.xml)).toEqual([expect.stringMatching(/"subject":"育才\/contracted-count","reason":"已列入 &lt;2024&gt; 招聘计划 &amp; 报备","fingerprint":"[0-9a-f]{14}"/)])
  expect(JSON.stringify(excel.book.sheets.map(sheet => sheet.rows))).toBe(cells)

  const again = await visit.openPane()
  await openFindings(again)
  await again.getByRole('button', { name: '已接受 1' }).click()
  await again.getByText('理由：已列入 <2024> 招聘计划 & 报备').waitFor()
  // The workbook keeps it: there is no file to save.
  await again.getByRole('button', { name: '取消接受' }).click()
  await again.getByRole('button', { name: '已接受 1' }).waitFor({ state: 'detached' })
  expect(excel.book.xmlParts).toEqual([])
  await again.getByRole('tab', { name: /识别/ }).click()
  await again.getByRole('heading', { name: '识别到的表' }).waitFor()
  expect(await again.getByRole('button', { name: '下载设置' }).count()).toBe(0)
  expect([visit.strangers, visit.errors]).toEqual([[], []])
})
