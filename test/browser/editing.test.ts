import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { cellAt } from '../../src/core/snapshot'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { openSample, openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

const WIDE = { viewport: { width: 1280, height: 860 }, acceptDownloads: true } as const
const cell = (page: Page, name: string) => page.locator(`.cell-name:has-text("${name}")`)

/** Stands on a cell by its row and column. */
async function stand(page: Page, row: number, column: number): Promise<void> {
  await page.locator(`[data-line="${String(row)}"] [data-cell="${String(column)}"]`).click()
}

/** Types over the cell that is stood on. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F2')
  await page.locator('.cell-editor').fill(text)
  await page.keyboard.press('Enter')
}

/** The bytes of the copy that the page hands over. */
async function saved(page: Page, press: () => Promise<void>): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return readFileSync(await download.path())
}

test('a cell is typed into by keyboard, checked again, saved in the copy, and taken back', async () => {
  const { page, strangers, errors } = await site.open('workbench.html', WIDE)
  await openSample(page)
  await stand(page, 6, 3)
  const before = await page.locator('.cell-content').innerText()
  await page.keyboard.press('F2')
  const editor = page.getByRole('textbox', { name: '修改 C6' })
  expect(await editor.inputValue()).toBe(before)
  await editor.fill('甲某某')
  await page.keyboard.press('Escape')
  expect(await page.locator('.cell-content').innerText()).toBe(before)
  await page.keyboard.press('Enter')
  await editor.fill('甲某某')
  await page.keyboard.press('Enter')
  await page.getByText('甲某某').first().waitFor()
  await cell(page, 'C7').waitFor()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('B7')
  await page.keyboard.press('Tab')
  await cell(page, 'D6').waitFor()
  await page.locator('.screen:not(.busy)').waitFor()
  const bytes = await saved(page, () => page.getByRole('button', { name: '另存为…' }).first().click())
  const copy = await readWorkbookBytes(bytes, 'copy.xlsx')
  const roster = copy.sheets.find(sheet => sheet.name.includes('花名册'))
  expect(roster === undefined ? null : cellAt(roster, 6, 3)).toBe('B7')
  await page.locator('.sheet').focus()
  await page.keyboard.press('Control+z')
  await page.getByText('甲某某').first().waitFor()
  await page.getByRole('button', { name: '撤销“修改单元格”' }).click()
  await page.locator('[data-line="6"] [data-cell="3"]', { hasText: before }).waitFor()
  expect([strangers, errors]).toEqual([[], []])
  await page.context().close()
})

test('a formula is typed over only when the person says so', async () => {
  const { page, errors } = await site.open('workbench.html', WIDE)
  await openSample(page)
  await page.getByRole('tab', { name: '填报' }).click()
  await page.getByRole('button', { name: /^全部写入/ }).click()
  await page.getByText(/^已写入 10 张表/).first().waitFor()
  // The first sheet that was added is what there is to look at, and a copy is what there is to do.
  expect(await page.locator('.sheet-tab[aria-current]').innerText()).toContain('参数标准')
  await page.getByRole('button', { name: '预算汇总', exact: true }).click()
  await stand(page, 7, 4)
  await page.locator('.cell-content', { hasText: /^=/ }).waitFor()
  const formula = await page.locator('.cell-content').innerText()
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog', { name: '替换公式' }).waitFor()
  await page.keyboard.press('Enter')
  await stand(page, 7, 4)
  // What a cell holds comes from the checker, a moment after the cell is stood on.
  await page.locator('.cell-content', { hasText: formula }).waitFor()
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '替换公式' }).click()
  await page.getByRole('button', { name: '撤销“修改单元格”' }).waitFor()
  await stand(page, 7, 4)
  await page.locator('.cell-content', { hasText: /^5/ }).waitFor()
  expect(errors).toEqual([])
  await page.context().close()
})

test('a file that cannot be read leaves the open one open, with what was typed, and is named', async () => {
  const { page, errors } = await site.open('workbench.html', WIDE)
  await openSample(page)
  await stand(page, 6, 3)
  await type(page, '甲某某')
  await page.getByRole('button', { name: '撤销“修改单元格”' }).waitFor()
  const bad = join(tmpdir(), '坏文件.xlsx')
  writeFileSync(bad, 'not a workbook at all \u0000\u0001')
  await page.locator('.bar-top input[type=file]').setInputFiles(bad)
  // What was typed is not saved yet: the person is asked first.
  await page.getByRole('alertdialog').waitFor()
  await page.getByRole('button', { name: '不保存，打开' }).click()
  await page.getByText('“坏文件.xlsx”未能读取，原来的文件仍然打开。').waitFor()
  expect(await page.locator('.file-name').innerText()).toBe('计划现状示例.xlsx')
  await page.getByText('甲某某').first().waitFor()
  await page.getByRole('button', { name: '撤销“修改单元格”' }).click()
  await page.getByText('甲某某').first().waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await page.context().close()
})

test('leaving with what is not saved asks; after a copy was saved it does not', async () => {
  const { page } = await site.open('workbench.html', WIDE)
  await openSample(page)
  const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await asks()).toBe(false)
  await stand(page, 6, 3)
  await type(page, '甲某某')
  const save = page.getByRole('button', { name: '另存为…' }).first()
  await save.waitFor()
  expect(await asks()).toBe(true)
  await saved(page, () => save.click())
  await page.waitForFunction(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))
  await page.context().close()
})

test('sheets that would be added are seen before they are, and an input typed there is in them', async () => {
  const { page, errors } = await site.open('workbench.html', WIDE)
  await openSample(page)
  await page.getByRole('tab', { name: '填报' }).click()
  await page.getByRole('button', { name: /^全部写入/ }).waitFor()
  await page.getByRole('button', { name: '参数标准（拟新增）' }).click()
  await page.locator('.cell.ghost', { hasText: '用房单位造价' }).waitFor()
  await page.getByRole('textbox', { name: /用房单位造价/ }).fill('1800')
  await page.keyboard.press('Enter')
  await page.getByText('✓ 本次填写：用房单位造价').waitFor()
  await page.locator('.cell.ghost', { hasText: /^1,?800/ }).first().waitFor()
  await page.getByRole('button', { name: /^全部写入/ }).click()
  await page.getByText(/^已写入 10 张表/).first().waitFor()
  expect(await page.getByRole('region', { name: /待补数据/ }).innerText()).not.toContain('用房单位造价')
  expect(errors).toEqual([])
  await page.context().close()
})

test('a fix is looked at, written, found no more, and taken back', async () => {
  const { page, errors } = await site.open('workbench.html', WIDE)
  await openSample(page, '杂乱表示例')
  await page.getByRole('tab', { name: /^问题/ }).click()
  const count = await page.getByRole('tab', { name: /^问题/ }).innerText(), safe = page.getByRole('button', { name: /^一并修正 \d+ 处/ })
  await safe.click()
  const region = page.getByRole('region', { name: '拟作的修正' })
  await region.waitFor()
  expect(await region.innerText()).not.toMatch(/\d{17}[\dXx]/)
  await region.getByRole('button', { name: /^修正 \d+ 格$/ }).click()
  await page.getByText(/^已写入 1 张表/).first().waitFor()
  await page.waitForFunction(before => document.querySelector<HTMLElement>('#tab-findings')?.innerText !== before, count)
  expect(await safe.count()).toBe(0)
  await page.getByRole('button', { name: /^撤销“修正/ }).first().click()
  await safe.waitFor()
  expect(await page.getByRole('tab', { name: /^问题/ }).innerText()).toBe(count)
  expect(errors).toEqual([])
  await page.context().close()
})

test('an answered question stays where it stood: a double click answers one', async () => {
  const { page, errors } = await site.open('workbench.html', WIDE)
  await openSample(page, '杂乱表示例')
  await page.getByRole('tab', { name: /^识别/ }).click()
  const questions = page.locator('.question'), before = await questions.count()
  await questions.first().locator('.answers .chip').first().dblclick()
  await page.getByText(/^已按“/).first().waitFor()
  await page.locator('.screen:not(.busy)').waitFor()
  // An answer may open a further question; that one comes last.
  expect([(await questions.count()) >= before, await page.getByText(/^已按“/).count(), await questions.first().getByText(/^已按“/).count()]).toEqual([true, 1, 1])
  await page.getByRole('button', { name: '更改' }).first().click()
  expect(await questions.first().locator('.answers .chip:visible').count()).toBeGreaterThan(1)
  expect(errors).toEqual([])
  await page.context().close()
})
