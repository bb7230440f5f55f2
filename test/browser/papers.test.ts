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
