// The README's pictures, taken by hand after `npm run build`: node test/browser/pictures.mjs
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { serve } from '../serve.mjs'

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? places.find(existsSync),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
const { address, close } = await serve()
mkdirSync(folder, { recursive: true })

/** One page per picture: opens a sample, does what the picture shows, takes it. */
async function take(name, { width, height, sample = '计划现状示例', then = async () => undefined, pane = false, ...options }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', deviceScaleFactor: pane ? 1.5 : 1, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(`${address}workbench.html`)
  // The pane alone, as Excel shows it: the same page without its sheet.
  if (pane) await page.addStyleTag({ content: '.bar-top, .book { display: none !important } .workbench { grid-template: minmax(0, 1fr) / minmax(0, 1fr) !important } .workbench .pane { grid-row: 1 !important; border: 0 !important } .workbench .pane .state > p { padding-inline-end: 40px !important }' })
  await page.getByRole('button', { name: sample }).click()
  await page.locator('.headline').waitFor()
  await then(page)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(400)
  const path = `${folder}${name}.png`
  await page.screenshot({ path })
  console.log(`${name}.png ${Math.round(statSync(path).size / 1024)} KB`)
  await context.close()
}

const openCommunity = name => async page => {
  await page.getByRole('rowheader', { name }).click()
  await page.locator('.people li').first().waitFor()
  await page.locator('.matrix').evaluate(matrix => matrix.scrollIntoView({ block: 'start' }))
  const pane = page.locator('.pane')
  await pane.evaluate(element => { element.scrollTop -= 44 })
}

await take('workbench', { width: 1280, height: 800, then: async page => {
  await page.getByRole('tab', { name: /问题/ }).click()
  await page.getByRole('button', { name: /使用面积/ }).click()
  await page.locator('.line', { hasText: '河东社区' }).click()
} })
await take('pane-board', { width: 350, height: 760, pane: true })
await take('pane-community', { width: 350, height: 760, pane: true, then: openCommunity('叶舍社区') })
await take('pane-reading', { width: 350, height: 760, pane: true, sample: '杂乱表示例', then: page => page.getByRole('tab', { name: /识别/ }).click() })
await take('pane-standard-dark', { width: 350, height: 760, pane: true, colorScheme: 'dark', then: page => page.getByRole('tab', { name: /标准/ }).click() })
await take('workbench-en-dark', { width: 1280, height: 800, locale: 'en-US', colorScheme: 'dark', then: async page => {
  await page.getByRole('rowheader', { name: '南苑社区' }).click()
  await page.locator('.people li').first().waitFor()
} })

await browser.close()
await close()
