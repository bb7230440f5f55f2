import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { cellAt } from '../../src/core/snapshot'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { PATIENCE, chromiumPath, openSite } from './site'

const BUILT = 'dist/plancheck.html'
let browser: Browser, folder = '', address = ''

// A county office opens the file from a memory stick: another folder, with Chinese and a space in its name, and nothing beside it.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), '核查 工具-'))
  copyFileSync(BUILT, join(folder, '社区核查.html'))
  address = pathToFileURL(join(folder, '社区核查.html')).href
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})
/** The page from the disk, and every request besides itself. */
async function open(): Promise<{ page: Page; requests: string[]; errors: string[] }> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 860 }, acceptDownloads: true, offline: true })
  const page = await context.newPage(), requests: string[] = [], errors: string[] = []
  page.setDefaultTimeout(PATIENCE)
  page.setDefaultNavigationTimeout(PATIENCE)
  page.on('request', request => { if (request.url() !== address && !/^(?:data|blob):/.test(request.url())) requests.push(request.url()) })
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => { if (message.type() === 'error') errors.push(message.text()) })
  await page.goto(address)
  return { page, requests, errors }
}

test('the whole workbench is one file of less than 700 KB, gzip', () => {
  expect(statSync(BUILT).isFile()).toBe(true)
  expect(gzipSync(readFileSync(BUILT)).length).toBeLessThan(700 * 1024)
  // The examples of the rules and the texts of `explain` are the command line's.
  expect(readFileSync(BUILT, 'utf8')).not.toMatch(/explain\.target-missed|bad:\[\[/)
})

test('its policy allows its own script alone, and no request', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(BUILT, 'utf8'))?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]+';/)
})

test.each([['计划现状示例', '20 个社区'], ['一社区一表示例', '个社区'], ['杂乱表示例', '个社区']])('%s opens by double click, without a network', async (sample, words) => {
  const { page, requests, errors } = await open()
  await page.getByRole('button', { name: sample }).click()
  await page.locator('.headline').waitFor()
  expect(await page.locator('.state > p').innerText()).toContain(words)
  expect([requests, errors]).toEqual([[], []])
  await page.context().close()
})

test('a file of one\'s own is checked, filled and saved', async () => {
  const { page, requests, errors } = await open()
  await page.locator('input[type=file]').first().setInputFiles('samples/计划现状示例.xlsx')
  await page.locator('.headline').waitFor()
  await page.getByRole('tab', { name: '填报' }).click()
  await page.getByRole('button', { name: /^全部写入/ }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '另存为…' }).first().click()])
  const saved = await readWorkbookBytes(readFileSync(await download.path()), 'saved.xlsx'), summary = saved.sheets.find(sheet => sheet.name === '预算汇总')
  expect(summary === undefined ? null : cellAt(summary, 7, 4)).toBeCloseTo(103.4, 6)
  expect([requests, errors]).toEqual([[], []])
  await page.context().close()
})

/** What every screen says of a sample. */
async function said(page: Page, sample: string): Promise<readonly string[]> {
  await page.getByRole('button', { name: sample }).click()
  await page.locator('.headline').waitFor()
  const screens: string[] = []
  for (const name of [/^结论/, /^问题/, /^审核/, /^填报/, /^识别/, /^标准/, /^报告/]) {
    await page.getByRole('tab', { name }).click()
    await page.getByText('正在测算').first().waitFor({ state: 'hidden' })
    // The last of what the screen of reports works out.
    if (name.test('报告')) await page.getByText('经费：现状与目标').first().waitFor({ state: 'attached' })
    // What opens on 识别 asks the checker for values of the columns, which come when they come.
    if (!name.test('识别')) await page.evaluate(() => { for (const each of document.querySelectorAll<HTMLDetailsElement>('.screen details')) each.open = true })
    screens.push(await page.locator('.screen').innerText())
  }
  return screens
}

// Its sentences have other keys: one that was put together would be shown as the key itself.
test('it says word for word what the page of several files says', async () => {
  const site = await openSite(), { page } = await open(), other = await site.open('workbench.html', { viewport: { width: 1280, height: 860 } })
  const [own, served] = [await said(page, '杂乱表示例'), await said(other.page, '杂乱表示例')]
  expect(own).toEqual(served)
  expect(own.filter(text => text.length < 60 || /\b_[0-9a-z]{1,3}\b/.test(text))).toEqual([])
  await site.close()
  await page.context().close()
})

// Here the dialog is the browser's own.
test('its help is read by keys, and what had the focus has it again', async () => {
  const { page, errors } = await open(), help = page.getByRole('button', { name: '帮助' }).first(), dialog = page.getByRole('dialog', { name: '帮助' })
  await help.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor()
  const isWithin = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null)
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab')
    // From the last of its controls the Tab key goes to the browser's own bar, never to the page under it.
    expect([press, await isWithin() || await page.evaluate(() => document.activeElement === document.body)]).toEqual([press, true])
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await help.evaluate(button => button === document.activeElement)).toBe(true)
  await help.click()
  await dialog.waitFor()
  await page.mouse.click(4, 4)
  await dialog.waitFor({ state: 'hidden' })
  expect(errors).toEqual([])
  await page.context().close()
})

test('another file over unsaved writes: a click beside the question is no answer', async () => {
  const { page, errors } = await open()
  await page.locator('input[type=file]').first().setInputFiles('samples/计划现状示例.xlsx')
  await page.locator('.headline').waitFor()
  await page.getByRole('tab', { name: '填报' }).click()
  await page.getByRole('button', { name: /^全部写入/ }).click()
  await page.getByRole('button', { name: '另存为…' }).first().waitFor()
  await page.locator('input[type=file]').first().setInputFiles('samples/杂乱表示例.xlsx')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await page.mouse.click(4, 4)
  expect(await dialog.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.locator('.file-name').innerText()).toContain('计划现状示例')
  expect(errors).toEqual([])
  await page.context().close()
})
