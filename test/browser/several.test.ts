import { violations } from './axe'
import { openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

/** A community's own list, as it comes in by mail. */
function list(community: string, names: readonly string[]): { name: string; mimeType: string; buffer: Buffer } {
  const rows = ['社区,姓名,人员类别,学历,政治面貌', ...names.map(name => `${community},${name},正式,大专,群众`)]
  return { name: `${community}花名册.csv`, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${rows.join('\n')}\n`) }
}

const FILES = [list('河东社区', ['甲一', '甲二', '甲三', '甲四']), list('柳林社区', ['乙一', '乙二']), { name: '坏.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') }, list('清泉社区', ['丙一', '丙二', '丙三'])]

test.each([[1280, 800], [320, 700]])('files chosen together: a tab each, and a line a community, at %i px', async (width, height) => {
  const visit = await site.open('workbench.html', { viewport: { width, height } }), { page } = visit
  await page.locator('input[type=file]').first().setInputFiles(FILES)
  await page.locator('.combined-board [role=status]', { hasText: '4 个文件，已核查 3 个；3 个社区' }).waitFor()
  expect(await page.locator('.combined-others li').allInnerTexts()).toEqual(['坏.xlsx 没有读出来'])
  const lines = page.locator('.combined-table tbody tr')
  expect((await lines.locator('th').allInnerTexts()).map(text => text.split('\n')[0])).toEqual(['河东社区', '柳林社区', '清泉社区'])
  expect(await lines.locator('.link:visible:not(.combined-unit)').allInnerTexts()).toEqual(['河东社区花名册.csv', '柳林社区花名册.csv', '清泉社区花名册.csv'])
  expect(await page.locator('.book-tab').allInnerTexts()).toEqual(['全部', '河东社区花名册.csv', '柳林社区花名册.csv', '坏.xlsx', '清泉社区花名册.csv'])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `test/.out/several-${String(width)}.png` })
  // A file opens by its name, and keeps its own state while another one is seen.
  await page.locator('.combined-table .link:visible:not(.combined-unit)', { hasText: '柳林' }).click()
  await page.locator('.matrix tbody th', { hasText: '柳林社区' }).waitFor()
  expect(await page.locator('.file-name').innerText()).toBe('柳林社区花名册.csv')
  await page.locator('.matrix tbody th').first().click()
  await page.locator('.matrix tr.detail').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.screenshot({ path: `test/.out/several-one-${String(width)}.png` })
  await page.locator('.book-tab', { hasText: '清泉' }).click()
  await page.locator('.matrix tbody th', { hasText: '清泉社区' }).waitFor()
  await page.locator('.book-tab', { hasText: '柳林' }).click()
  expect(await page.locator('.matrix tr.detail').count()).toBe(1)
  // A community opens in its own file.
  await page.locator('.book-tab', { hasText: '全部' }).click()
  await page.locator('.combined-unit', { hasText: '河东' }).click()
  await page.locator('.matrix tr.detail').waitFor()
  expect([await page.locator('.file-name').innerText(), await page.locator('.matrix tr.open th').allInnerTexts()]).toEqual(['河东社区花名册.csv', ['河东社区']])
  expect(await violations(page)).toEqual([])
  expect([visit.strangers, visit.errors]).toEqual([[], []])
  await page.context().close()
})

test('files go one by one, and the last one stands alone', async () => {
  const { page } = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  await page.locator('input[type=file]').first().setInputFiles(FILES.slice(0, 2))
  await page.locator('.combined-board [role=status]', { hasText: '已核查 2 个' }).waitFor()
  await page.locator('.book-close').first().click()
  await page.locator('.matrix tbody th', { hasText: '柳林社区' }).waitFor()
  expect(await page.locator('.book-tabs').count()).toBe(0)
  await page.context().close()
})

test('settings dropped on the board of all hold for each workbook that is open', async () => {
  const { page, errors } = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  await page.locator('input[type=file]').first().setInputFiles(FILES.slice(0, 2))
  await page.locator('.combined-board [role=status]', { hasText: '已核查 2 个' }).waitFor()
  const formal = page.locator('.combined-table tbody td:nth-child(2)')
  expect(await formal.allInnerTexts()).toEqual(['4\n达标', '2\n未达标'])
  const numbers = [{ policy: 'jiangyan-2023', target: 'formal-count', value: 2, reason: '本镇规定', setOn: '2024-01-01' }]
  await page.locator('input[type=file]').first().setInputFiles({ name: '设置.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ numbers })) })
  // Each is judged again by a worker of its own, one before the other.
  for (const [name, figure] of [['河东', /^4\s*超配$/], ['柳林', /^2\s*达标$/]] as const) {
    await page.locator('.combined-table tbody tr', { hasText: name }).locator('td:nth-child(2)', { hasText: figure }).waitFor()
  }
  expect([await page.locator('.book-tab').count(), errors]).toEqual([3, []])
  await page.context().close()
})
