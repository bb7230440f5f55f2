import type { Page } from 'playwright-core'
import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())
/** Files that a page asks for before anything is clicked, as its HTML names them, and what those import statically. */
function firstLoad(html: string): readonly string[] {
  const files = new Set<string>()
  const add = (name: string): void => {
    if (files.has(name)) return
    files.add(name)
    if (!name.endsWith('.js')) return
    for (const [, path] of readFileSync(`dist/assets/${name}`, 'utf8').matchAll(/(?:^|[;\n])import\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+)["']/g)) if (path !== undefined) add(path)
  }
  for (const [, path] of html.matchAll(/(?:src|href)="\.\/assets\/([^"]+)"/g)) if (path !== undefined) add(path)
  return [...files]
}

function compressed(path: string): number {
  return gzipSync(readFileSync(path), { level: 6 }).length
}

test('the first load of the pane stays small: at most 105 KB compressed', () => {
  const html = readFileSync('dist/index.html', 'utf8')
  const sizes = firstLoad(html).map(name => ({ name, size: compressed(`dist/assets/${name}`) }))
  const total = compressed('dist/index.html') + sizes.reduce((sum, { size }) => sum + size, 0)
  console.info(`first load of the pane: ${(total / 1024).toFixed(1)} KB gzip in ${sizes.length + 1} files`)
  expect(total).toBeLessThanOrEqual(105 * 1024)
  // The core comes in the worker, screens and words when they are wanted.
  expect(sizes.map(({ name }) => name.split('-')[0])).not.toEqual(expect.arrayContaining(['board', 'messages', 'words']))
})

test('everything the pane may ever fetch, the fill, the audit and the documents included, stays under 860 KB compressed, samples apart', () => {
  const names = readdirSync('dist/assets').filter(name => /\.(js|css)$/.test(name) && /^[\x20-\x7e]+$/.test(name))
  expect(names.reduce((sum, name) => sum + compressed(`dist/assets/${name}`), 0)).toBeLessThanOrEqual(860 * 1024)
})

test.each(['index.html', 'workbench.html'])('the shell of %s is painted before any file has come', async path => {
  const painted = (page: Page): Promise<number> => page.evaluate(() => new Promise<number>(found => {
    new PerformanceObserver(list => found(list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity)).observe({ type: 'paint', buffered: true })
  }))
  const times: number[] = [], bare: number[] = []
  for (let i = 0; i < 7; i++) {
    const { page } = await site.open(path, { viewport: { width: 350, height: 600 } })
    times.push(await painted(page))
    // An empty page in the same window, measured beside it: a busy machine paints both late.
    await page.goto('data:text/html,<p>1</p>')
    bare.push(await painted(page))
    await page.context().close()
  }
  const median = (of: number[]): number => of.sort((a, b) => a - b)[3] ?? Infinity, shell = median(times), empty = median(bare)
  console.info(`first paint of ${path}: ${shell.toFixed(0)} ms, of an empty page ${empty.toFixed(0)} ms (medians of 7)`)
  // 150 ms is the aim on a machine at rest.
  expect(shell).toBeLessThan(Math.max(400, empty * 10))
})

test('where office.js cannot be had the pane says so and points to the workbench', async () => {
  const { page, strangers } = await site.open('index.html', { viewport: { width: 320, height: 600 } })
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('Office 脚本没有加载')
  expect(await page.getByRole('link', { name: '打开浏览器工作台' }).getAttribute('href')).toBe('workbench.html')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  // office.js itself, and nothing else, is asked for elsewhere.
  expect(strangers).toEqual([expect.stringContaining('office.js')])
  await page.context().close()
})

test('outside Excel the pane says where it belongs', async () => {
  const office = 'globalThis.Office = { onReady: () => Promise.resolve({ host: null, platform: null }), context: {}, HostType: { Excel: "Excel" } }'
  const { page, errors } = await site.open('index.html', { foreign: { 'office.js': office } })
  expect(await page.getByRole('alert').innerText()).toContain('任务窗格')
  expect(errors).toEqual([])
  await page.context().close()
})
