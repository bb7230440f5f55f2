import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** The built pages, served by the program that `npm start` uses, in the Chromium of this machine. Build `dist` first. */
export interface Site {
  readonly address: string
  readonly browser: Browser
  open(path: string, options?: OpenOptions): Promise<Visit>
  close(): Promise<void>
}

export interface OpenOptions extends BrowserContextOptions {
  /** Answers for addresses of other origins, by a part of them; every other foreign request is refused and recorded. */
  readonly foreign?: Readonly<Record<string, string>>
}

/** A page, and what went wrong on it. */
export interface Visit {
  readonly page: Page
  /** Requests to any other origin. */
  readonly strangers: string[]
  /** Errors of the page and messages of its console that are errors. */
  readonly errors: string[]
}

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** How long a step on a page may take, in milliseconds: enough for a machine under ten times the load. */
export const PATIENCE = 120_000

export function chromiumPath(): string {
  const path = process.env['CHROMIUM'] ?? PLACES.find(place => existsSync(place))
  if (path === undefined) throw new Error('No Chromium found: install it, or name it in CHROMIUM.')
  return path
}

export async function openSite(): Promise<Site> {
  if (!existsSync('dist/workbench.html')) throw new Error('dist has no pages: npm run build comes first.')
  const server = spawn(process.execPath, ['test/serve.mjs', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((found, failed) => {
    let said = ''
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const match = /(http:\/\/127\.0\.0\.1:\d+\/)workbench\.html/.exec(said)
      if (match?.[1] !== undefined) found(match[1])
    })
    server.once('exit', code => failed(new Error(`the server ended with ${code}`)))
  })
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET })
  return {
    address, browser,
    async open(path, { foreign = {}, ...options } = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE)
      page.setDefaultNavigationTimeout(PATIENCE)
      const strangers: string[] = [], errors: string[] = []
      await page.route(url => !url.href.startsWith(address) && /^(https?|wss?|ftp):/.test(url.href), async route => {
        const known = Object.entries(foreign).find(([part]) => route.request().url().includes(part))
        if (known !== undefined) return route.fulfill({ contentType: 'text/javascript', body: known[1] })
        strangers.push(route.request().url())
        await route.abort()
      })
      page.on('pageerror', error => errors.push(error.message))
      page.on('console', message => { if (message.type() === 'error') errors.push(message.text()) })
      await page.goto(address + path)
      return { page, strangers, errors }
    },
    async close() {
      await browser.close()
      server.kill()
    },
  }
}

/** Opens a sample from the first screen and waits for its verdicts. */
export async function openSample(page: Page, name = '计划现状示例'): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.locator('.headline').waitFor()
}
