// Every screen in both languages, at 320, 350 and 1280 px, light, dark and in forced colours, for a person to look at. After `npm run build`:
//   node test/browser/screens.mjs FOLDER [--only zh-CN,320,dark]     one word of each kind, or of none, narrows the set
// Prints a line for each screen that scrolls sideways, or whose page is taller than its window.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { serve } from '../serve.mjs'

const [folder, , only] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node test/browser/screens.mjs FOLDER [--only zh-CN,320,dark]')
  process.exit(2)
}
const wanted = only?.split(',') ?? []
const chosen = all => (all.some(each => wanted.includes(String(each))) ? all.filter(each => wanted.includes(String(each))) : all)
const LANGUAGES = ['zh-CN', 'en-US'], WIDTHS = [320, 350, 1280], THEMES = ['light', 'dark', 'forced']
const TABS = ['board', 'findings', 'audit', 'fill', 'recognised', 'standard', 'papers']
const BUSY = /正在测算|Working it out/
/** The pane alone, as Excel shows it: the same page without its sheet. */
const PANE = '.bar-top, .book { display: none !important } .workbench { grid-template: minmax(0, 1fr) / minmax(0, 1fr) !important } .workbench .pane { grid-row: 1 !important; border: 0 !important }'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? places.find(existsSync), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] })
const { address, close } = await serve()
mkdirSync(folder, { recursive: true })
let faults = 0
for (const locale of chosen(LANGUAGES)) for (const width of chosen(WIDTHS)) for (const theme of chosen(THEMES)) {
  const colours = theme === 'forced' ? { forcedColors: 'active' } : { colorScheme: theme }
  const context = await browser.newContext({ locale, viewport: { width, height: width < 600 ? 760 : 800 }, reducedMotion: 'reduce', ...colours })
  const page = await context.newPage()
  const shot = async name => {
    await page.screenshot({ path: join(folder, `${name}-${locale}-${width}-${theme}.png`) })
    const over = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement, { innerWidth, innerHeight } = window
      return { wide: scrollWidth - innerWidth, tall: scrollHeight - innerHeight }
    })
    if (over.wide <= 0 && over.tall <= 0) return
    faults++
    console.log(`${name} ${locale} ${width} ${theme}: ${over.wide} px too wide, ${over.tall} px too tall`)
  }
  await page.goto(`${address}workbench.html`)
  if (width < 600) await page.addStyleTag({ content: PANE })
  await shot('start')
  await page.getByRole('button', { name: '计划现状示例' }).click()
  await page.locator('.headline').waitFor()
  for (const tab of chosen(TABS)) {
    const at = page.locator(`#tab-${tab}`)
    if (await at.count() === 0) {
      console.log(`there is no tab ${tab}`)
      faults++
      continue
    }
    await at.click()
    await page.waitForTimeout(300)
    // What is still being worked out is no screen to look at.
    await page.getByText(BUSY).first().waitFor({ state: 'hidden', timeout: 120_000 })
    await shot(tab)
  }
  await context.close()
}
await browser.close()
await close()
process.exitCode = faults === 0 ? 0 : 1
