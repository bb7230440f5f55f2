import { readFileSync } from 'node:fs'
import { openSample, openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

test('the report is printed, saved and copied, and nothing leaves the page', async () => {
  const { page, strangers, errors } = await site.open('workbench.html')
  await openSample(page)
  await page.getByRole('tab', { name: '报告' }).click()
  await page.locator('.papers .paragraph').waitFor()
  expect(await page.locator('.papers .paragraph').textContent()).toMatch(/^截至 2023 年 12 月 31 日，姜堰镇社区工作办公室共有社区 20 个，计入人员 126 人/)

  // Printing: the document is the only thing on paper, and it goes afterwards.
  await page.evaluate(() => { window.print = () => undefined })
  await page.getByRole('button', { name: '打印核查报告' }).click()
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(() => [...document.body.children].filter(each => getComputedStyle(each).display !== 'none').map(each => each.className))).toEqual(['paper for-print'])
  expect(await page.locator('.for-print h1').allTextContents()).toEqual(['社区规划核查报告'])
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await page.locator('.for-print').count()).toBe(0)

  for (const [button, name] of [['核查报告（.html）', '计划现状示例-核查报告.html'], ['核查报告（.xlsx）', '计划现状示例-核查报告.xlsx'], ['问题清单（.xlsx）', '计划现状示例-问题清单.xlsx']] as const) {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
    expect(saved.suggestedFilename()).toBe(name)
  }
  expect(await page.locator('.papers figure').count()).toBe(6)
  expect(strangers).toEqual([])
  expect(errors).toEqual([])
})

test('Ctrl+P on any screen prints the report', async () => {
  const { page } = await site.open('workbench.html')
  await openSample(page)
  await page.evaluate(() => { window.print = () => { document.body.dataset['printed'] = 'yes' } })
  await page.keyboard.press('Control+p')
  await page.locator('body[data-printed="yes"]').waitFor()
  expect(await page.locator('.for-print h1').allTextContents()).toEqual(['社区规划核查报告'])
})

/** A4 landscape between its margins, in CSS pixels. */
const PAPER = { width: 1032, height: 695 }

test.each(['计划现状示例', '杂乱表示例', '一社区一表示例'])('each community of %s stands on one printed page, with all that was found about it', async sample => {
  const { page } = await site.open('workbench.html')
  await openSample(page, sample)
  await page.getByRole('tab', { name: '报告' }).click()
  await page.getByLabel('各社区另附一页').check()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '核查报告（.html）' }).click()])
  const paper = await page.context().newPage()
  await paper.setContent(readFileSync(await saved.path(), 'utf8'))
  await paper.setViewportSize(PAPER)
  await paper.emulateMedia({ media: 'print' })
  const heights = await paper.evaluate(() => [...document.querySelectorAll('article.community')].map(each => each.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThan(4)
  expect(heights.filter(height => height > PAPER.height)).toEqual([])
  await page.context().close()
})

test('a blank template is handed over from the first screen, from help and where nothing was recognised', async () => {
  const { page, errors } = await site.open('workbench.html')
  const save = async (press: () => Promise<void>) => {
    const [saved] = await Promise.all([page.waitForEvent('download'), press()])
    return saved.suggestedFilename()
  }
  expect(await save(() => page.getByRole('button', { name: '下载空白模板' }).click())).toBe('填报模板.xlsx')
  await page.getByRole('button', { name: '帮助' }).click()
  expect(await save(() => page.getByRole('dialog').getByRole('button', { name: '下载社区填报表' }).click())).toBe('社区填报表.xlsx')
  await page.keyboard.press('Escape')
  await page.locator('input[type=file]').first().setInputFiles({ name: '别的.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
  for (const tab of ['结论', '填报', '识别', '报告']) {
    await page.getByRole('tab', { name: tab }).click()
    expect(await save(() => page.getByRole('button', { name: '下载空白模板' }).click())).toBe('填报模板.xlsx')
  }
  expect(errors).toEqual([])
  await page.context().close()
})
