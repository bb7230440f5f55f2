import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { workbook } from '../workbooks/workbook'
import { openSample, openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

const WIDE = { viewport: { width: 1280, height: 800 } }
const LARGE = 20_000

/** A roster of so many people in as many communities as its number says. */
function roster(communities: number, people: number): Buffer {
  const rows: (string | number)[][] = [['序号', '社区', '姓名', '出生年月', '学历', '政治面貌', '人员类别']]
  for (let i = 0; i < people; i++) rows.push([i + 1, `第${i % communities + 1}社区`, `甲${i}`, '1985.03', '大专', '党员', i % 2 === 0 ? '正式' : '聘用'])
  return Buffer.from(workbook({ sheets: [{ name: '花名册', rows }] }))
}

async function drop(page: Page, communities: number, people: number): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name: `第${communities}份.xlsx`, mimeType: '', buffer: roster(communities, people) })
  await page.locator('.file-name', { hasText: `第${communities}份` }).waitFor()
  await page.locator('.state > p', { hasText: `${communities} 个社区` }).waitFor()
}

/** Megabytes that all pages of the browser take, workers included. */
async function megabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession(), { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + kilobytes(id) / 1024, 0)
}

/** What a process holds in memory: as the kernel of Linux tells it, elsewhere `ps`. */
function kilobytes(id: number): number {
  const status = `/proc/${id}/status`
  return existsSync(status)
    ? Number(/VmRSS:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0)
    : Number(execFileSync('ps', ['-o', 'rss=', '-p', String(id)], { encoding: 'utf8' }))
}

test('ten large files in a row: each is judged, and the memory of the ones before comes back', async () => {
  const { page, errors } = await site.open('workbench.html', WIDE)
  const held: number[] = []
  for (let file = 1; file <= 10; file++) {
    await drop(page, file, LARGE)
    held.push(await megabytes(site.browser))
  }
  console.info(`after each of ten files of ${LARGE.toLocaleString('en')} people, megabytes: ${held.map(each => each.toFixed(0)).join(' ')}`)
  // The first three fill what the engine keeps for itself; a file that stayed would add to it each time.
  expect(Math.max(...held.slice(7))).toBeLessThan(1.5 * Math.max(...held.slice(0, 3)))
  expect(errors).toEqual([])
  await page.context().close()
})

test('two tabs of one browser hold a file each, and a decision in one is none in the other', async () => {
  const { page: first, errors } = await site.open('workbench.html', WIDE)
  await openSample(first)
  const second = await first.context().newPage()
  await second.goto(`${site.address}workbench.html`)
  await drop(second, 3, 21)
  // The same standard is chosen anew in one of them: the other keeps its own.
  await second.getByRole('combobox', { name: /标准/ }).first().selectOption({ index: 2 })
  await second.locator('.headline').waitFor()
  const chosen = await second.getByRole('combobox', { name: /标准/ }).first().inputValue()
  await first.reload()
  await openSample(first)
  expect(await first.getByRole('combobox', { name: /标准/ }).first().inputValue()).not.toBe(chosen)
  expect(await second.locator('.file-name').innerText()).toBe('第3份.xlsx')
  expect(errors).toEqual([])
  await first.context().close()
})

test('back and forward: the page is there again and opens files', async () => {
  const { page, errors } = await site.open('workbench.html', WIDE)
  await openSample(page)
  await page.goto(`${site.address}help.html`)
  await page.goBack()
  await openSample(page, '杂乱表示例')
  await page.goForward()
  await page.goBack()
  await drop(page, 2, 14)
  expect(errors).toEqual([])
  await page.context().close()
})
