// The pane and the workbench in Chromium: weight of the first load, first paint, many findings.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { withFindings } from './rosters.mjs'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png' }
const FINDINGS = 5000
const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Files that the page needs before it can run: its scripts with all that they import at once, and its styles. */
function firstLoad(page) {
  const html = readFileSync(join(dist, page), 'utf8')
  const files = new Set([page])
  const follow = (from, name) => {
    const file = normalize(join(dirname(from), name))
    if (files.has(file) || !existsSync(join(dist, file))) return
    files.add(file)
    if (!file.endsWith('.js')) return
    for (const [, next] of readFileSync(join(dist, file), 'utf8').matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^"'();]*?\s*from\s*)?["'](\.[^"']+)["']/g)) follow(file, next)
  }
  for (const [, name] of html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="(\.[^"]+)"/g)) follow(page, name)
  return [...files]
}

function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path)
    // What the browser itself needs for a first paint.
    if (path === '/empty.html') return void response.writeHead(200, { 'content-type': TYPES['.html'] }).end('<!doctype html><title>empty</title><p>.</p>')
    if (!file.startsWith(dist) || !existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
  })
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
}

export async function paneRows({ add, numbers, quick, seconds }) {
  const files = firstLoad('index.html')
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
  numbers.paneGzipKilobytes = bytes / 1024
  numbers.paneFiles = files
  add('pane, first load, gzip, without office.js', `${(bytes / 1024).toFixed(1)} kB in ${files.length} files`, '120 kB', bytes <= 120 * 1024)

  const server = await serve()
  const address = `http://127.0.0.1:${server.address().port}`
  const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  const opened = async page => {
    const context = await browser.newContext({ viewport: page === 'index.html' ? { width: 350, height: 700 } : { width: 1280, height: 800 } })
    // Microsoft's file is no part of this measure, and no network is used.
    await context.route(/^https:/, route => route.fulfill({ status: 200, contentType: 'text/javascript', body: '' }))
    const tab = await context.newPage()
    await tab.goto(`${address}/${page}`)
    return { context, tab }
  }
  const paint = tab => tab.evaluate(() => new Promise(resolve => {
    const first = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
    const look = () => (first() === undefined ? requestAnimationFrame(look) : resolve(first()))
    look()
  }))
  try {
    for (const [page, name] of [['empty.html', 'empty page'], ['index.html', 'pane'], ['workbench.html', 'workbench']]) {
      const paints = []
      for (let turn = 0; turn < (quick ? 3 : 9); turn++) {
        const { context, tab } = await opened(page)
        paints.push(await paint(tab))
        await context.close()
      }
      numbers[`${name.replace(' ', '-')}PaintMs`] = median(paints)
      add(`${name}, first paint in headless Chromium`, seconds(median(paints)), name === 'pane' ? '150 ms' : '', name === 'pane' ? median(paints) <= 150 : undefined)
    }
    const file = await withFindings(FINDINGS)
    const shown = []
    const whole = []
    for (let turn = 0; turn < (quick ? 2 : 5); turn++) {
      const { context, tab } = await opened('workbench.html')
      const start = performance.now()
      await tab.locator('input[type=file]').first().setInputFiles(file)
      await tab.locator('#tab-board').waitFor()
      whole.push(performance.now() - start)
      shown.push(await tab.evaluate(async () => {
        const tabOf = document.getElementById('tab-findings')
        const start = performance.now()
        tabOf.click()
        await new Promise(resolve => {
          const look = () => (tabOf.getAttribute('aria-selected') === 'true' ? requestAnimationFrame(() => setTimeout(resolve)) : requestAnimationFrame(look))
          look()
        })
        return performance.now() - start
      }))
      await context.close()
    }
    numbers.findingsMs = median(shown)
    numbers.findingsFileMs = median(whole)
    add(`workbench: a file with ${FINDINGS.toLocaleString('en')} findings, from choosing it to the verdicts`, seconds(median(whole)), '')
    add(`workbench: ${FINDINGS.toLocaleString('en')} findings shown`, seconds(median(shown)), '')
  } finally {
    await browser.close()
    server.close()
  }
}
