import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Frame, Page } from 'playwright-core'
import { selfSigned } from '../excel-host/certificate'
import type { EmulatedExcel } from '../excel-host/excel'
import { HostMessages, frameName } from '../excel-host/messages'
import { readMetadata } from '../excel-host/metadata'
import { PATIENCE, chromiumPath } from './site'

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css', '.png': 'image/png', '.xml': 'application/xml' }
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The page of the emulated Excel on the web: a frame for the add-in, and a post office between it and the workbook. */
const HOST_PAGE = `<!doctype html><meta charset="utf-8"><title>Excel</title><style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>
<script>
  let frame
  addEventListener('message', event => {
    if (frame === undefined || event.source !== frame.contentWindow) return
    toWorkbook(event.data).then(reply => { if (reply !== null) fromHost(reply) })
  })
  function fromHost(message) { frame.contentWindow.postMessage(message, location.origin) }
  function openPane(name, src) {
    document.querySelectorAll('iframe').forEach(old => old.remove())
    frame = document.createElement('iframe')
    frame.name = name
    frame.src = src
    document.body.append(frame)
  }
</script>`

/** The built pane with office.js beside it, on a server of its own, over https. */
export interface OfficeSite {
  readonly browser: Browser
  readonly origin: string
  close(): Promise<void>
}

/** Builds the pane as an administrator would for one of the three ways to have office.js. */
export function buildPane(source: 'cdn' | 'china' | 'self', url: string): string {
  const out = join('test/.out', `office-${source}`)
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', join('..', out)], { env: { ...process.env, NODE_ENV: 'production', PLANCHECK_OFFICE: source, PLANCHECK_URL: url }, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  return out
}

export async function openOfficeSite(folder: string): Promise<OfficeSite> {
  const server = await serve(folder)
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: QUIET })
  return {
    browser,
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      await browser.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

function serve(folder: string): Promise<Server> {
  const server = createServer(selfSigned(), (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'https://localhost').pathname)
    if (path === '/host.html') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HOST_PAGE)
      return
    }
    try {
      const file = readFileSync(join(folder, path))
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff' }).end(file)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise(resolve => { server.listen(0, '127.0.0.1', () => resolve(server)) })
}

/** The pane in its frame of the emulated Excel, and all that came out of it. */
export interface OfficeVisit {
  readonly page: Page
  /** Opens the pane anew, as after a reload, and waits for office.js. */
  openPane(path?: string): Promise<Frame>
  /** Requests to any other origin. */
  readonly strangers: string[]
  /** Everything that the pane logged, and its errors. */
  readonly logs: string[]
  readonly errors: string[]
  /** What the pane posted to the host. */
  readonly posted: string[]
}

export async function visitExcel(site: OfficeSite, excel: EmulatedExcel, { language = 'zh-CN', width = 350 }: { language?: string; width?: number } = {}): Promise<OfficeVisit> {
  const context = await site.browser.newContext({ ignoreHTTPSErrors: true, locale: language, viewport: { width, height: 640 } })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.setDefaultNavigationTimeout(PATIENCE)
  const strangers: string[] = [], logs: string[] = [], errors: string[] = [], posted: string[] = []
  await context.route(url => !url.href.startsWith(`${site.origin}/`) && /^(https?|wss?|ftp):/.test(url.href), async route => {
    strangers.push(route.request().url())
    await route.abort()
  })
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    logs.push(message.text())
    if (message.type() === 'error') errors.push(message.text())
  })
  const messages = new HostMessages(excel, { hostOrigin: site.origin, language })
  messages.post = message => {
    void page.evaluate(text => {
      ;(globalThis as unknown as { fromHost(message: string): void }).fromHost(text)
    }, message)
  }
  await page.exposeFunction('toWorkbook', (message: string) => {
    posted.push(message)
    return messages.reply(message)
  })
  return {
    page, strangers, logs, errors, posted,
    async openPane(path = 'index.html') {
      await page.goto(`${site.origin}/host.html`)
      await page.evaluate(
        ([name, src]) => {
          ;(globalThis as unknown as { openPane(name: string, src: string): void }).openPane(name, src)
        },
        [frameName({ hostOrigin: site.origin, language }), path] as const,
      )
      const frame = await frameOf(page)
      await frame.waitForFunction(() => 'Excel' in window && typeof window.Excel.run === 'function')
      // What the client says about its own classes, for the strict checks of the host.
      excel.metadata = await frame.evaluate(`(${readMetadata.toString()})(Excel)`)
      return frame
    },
  }
}

async function frameOf(page: Page): Promise<Frame> {
  for (let turn = 0; turn < 100; turn++) {
    const frame = page.frames().find(each => each !== page.mainFrame() && each.url().includes('/index.html'))
    if (frame !== undefined) return frame
    await page.waitForTimeout(50)
  }
  throw new Error('the pane did not open')
}
