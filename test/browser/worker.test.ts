import { workbook } from '../workbooks/workbook'
import { openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

const SCRIPT = /checker\.worker-[^/]*\.js$/
const HEADER = ['序号', '社区', '姓名', '出生年月', '学历', '政治面貌', '人员类别']
const file = {
  name: '花名册.xlsx', mimeType: '',
  buffer: Buffer.from(workbook({ sheets: [{ name: '花名册', rows: [HEADER, [1, '清泉社区', '甲某', '1985.03', '本科', '中共党员', '正式']] }] })),
}

test('a worker whose script does not come is told, and tried again when it does', async () => {
  const { page } = await site.open('index.html')
  await page.route(SCRIPT, route => route.abort())
  await page.goto(`${site.address}workbench.html`)
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('alert').getByText('后台核查没有启动').waitFor()
  await page.unroute(SCRIPT)
  await page.getByRole('button', { name: '重试' }).click()
  await page.locator('.headline').waitFor()
  await page.context().close()
})

test('a worker that ends over a file is told, and a fresh one reads the same file', async () => {
  const { page } = await site.open('index.html')
  const body = "postMessage({ awake: true }); addEventListener('message', ({ data }) => { if (data.verb === 'openFile') throw new Error('no memory') })"
  await page.route(SCRIPT, route => route.fulfill({ contentType: 'text/javascript', body }))
  await page.goto(`${site.address}workbench.html`)
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('alert').getByText('多半是内存不足').waitFor()
  await page.unroute(SCRIPT)
  await page.getByRole('button', { name: '重试' }).click()
  await page.locator('.headline').waitFor()
  await page.context().close()
})

test('a page that the browser ended over a file says so when it comes again; one that was reloaded does not', async () => {
  const { page } = await site.open('workbench.html')
  const lost = page.getByText('浏览器结束了本页')
  // Chromium ends a page whose worker has no memory left without a word: what outlives it is the mark in the tab's storage.
  await page.evaluate(() => { addEventListener('pagehide', () => { sessionStorage.setItem('plancheck.reading', '1') }) })
  await page.reload()
  await lost.waitFor()
  await page.reload()
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' })
  expect(await lost.count()).toBe(0)
  await page.context().close()
})
