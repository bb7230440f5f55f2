import type { Page } from 'playwright-core'
import { violations } from './axe'
import { openSample, openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

const TABS = ['board', 'findings', 'audit', 'fill', 'recognised', 'standard', 'papers'] as const

/** Every screen in turn, each with something of it opened. */
async function* screens(page: Page): AsyncGenerator<string> {
  yield 'start'
  await openSample(page, '杂乱表示例')
  for (const tab of TABS) {
    await page.locator(`#tab-${tab}`).click()
    await page.locator('#screen').filter({ hasText: /[^]{40}/ }).waitFor()
    if (tab === 'board') {
      await page.locator('.matrix tbody th').first().click()
      await page.locator('.people li').first().waitFor()
      // Where the click scrolled to, half a row of buttons may lie under the tabs, as whatever is scrolled may.
      await page.locator('.pane').evaluate(pane => { pane.scrollTop = 0 })
    }
    if (tab === 'findings' || tab === 'audit') await page.locator('.group-head').first().click()
    if (tab === 'fill') await page.locator('#screen button').first().waitFor()
    if (tab === 'papers') await page.locator('.papers figure').first().waitFor()
    yield tab
  }
  await page.getByRole('button', { name: /帮助|Help/ }).click()
  await page.getByRole('dialog').waitFor()
  await page.locator('#root[aria-hidden="true"]').waitFor({ state: 'attached' })
  yield 'help'
  await page.keyboard.press('Escape')
}

test.each([
  ['zh-CN', 1280, { colorScheme: 'light' }], ['zh-CN', 320, { colorScheme: 'dark' }], ['zh-CN', 1280, { forcedColors: 'active' }],
  ['en-US', 1280, { colorScheme: 'dark' }], ['en-US', 320, { colorScheme: 'light' }],
] as const)('no serious fault of accessibility on any screen in %s at %i px, %o', async (locale, width, look) => {
  const { page, errors } = await site.open('workbench.html', { viewport: { width, height: 800 }, locale, ...look })
  const found: string[] = []
  for await (const screen of screens(page)) found.push(...(await violations(page)).map(fault => `${screen}: ${fault}`))
  expect(found).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})

/** Windows as they are, and one of 1280 × 800 zoomed to 200% and to 400%. */
const SIZES = [[1280, 800], [700, 700], [640, 400], [350, 700], [320, 640], [320, 200]] as const

test.each(['zh-CN', 'en-US'])('in %s no screen runs out of its window, nor scrolls beside its own', async locale => {
  const { page } = await site.open('workbench.html', { viewport: { width: 1280, height: 800 }, locale })
  const found: string[] = []
  for await (const screen of screens(page)) {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      const over = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement
        const pane = document.querySelector('.pane') ?? document.body
        return { wide: scrollWidth - innerWidth, tall: scrollHeight - innerHeight, pane: pane.scrollWidth - pane.clientWidth }
      })
      if (over.wide > 0 || over.tall > 0 || over.pane > 0) found.push(`${screen} at ${String(width)} × ${String(height)}: ${JSON.stringify(over)}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  expect(found).toEqual([])
  await page.context().close()
})

test('zoomed to 200% the results come first, and a place shows the sheet', async () => {
  const { page } = await site.open('workbench.html', { viewport: { width: 640, height: 400 } })
  await openSample(page)
  expect(await page.getByRole('grid', { name: /工作表/ }).isVisible()).toBe(false)
  await page.locator('.matrix tbody th').first().click()
  await page.locator('.people .link').first().click()
  await page.locator('.cell.active').waitFor()
  expect(await page.locator('.headline').isVisible()).toBe(false)
  await page.getByRole('button', { name: '看结果' }).click()
  expect(await page.locator('.headline').isVisible()).toBe(true)
  await page.context().close()
})

test('after a workbook has opened the focus is on the first words of its result', async () => {
  const { page } = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.getByRole('button', { name: '计划现状示例' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.headline:focus').waitFor()
  expect(await focused()).toMatch(/^20 个社区均未全部达标/)
  // Another tab keeps the focus on the tab itself.
  await page.locator('#tab-findings').click()
  await page.locator('.group-head').first().waitFor()
  expect(await focused()).toMatch(/^问题/)
  await page.locator('input[type=file]').first().setInputFiles({ name: '别的.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
  await page.locator('h2:focus').waitFor()
  expect(await focused()).toBe('没有识别到花名册、用房表或预算表')
  await page.context().close()
})
