import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { violations } from './axe'
import { openSample, openSite } from './site'
import type { Site } from './site'

const SIZE = { viewport: { width: 1280, height: 800 } }

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())
/** Lets go of files over the window, as a hand would. */
async function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  await page.evaluate(given => {
    const carried = new DataTransfer()
    for (const { name, text } of given) carried.items.add(new File([text], name))
    dispatchEvent(new DragEvent('dragover', { dataTransfer: carried, cancelable: true }))
    dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true }))
  }, files)
}

const errors = (page: Page) => page.locator('.chip', { hasText: '错误' }).locator('.count')

test('a finding is accepted by keyboard with a reason, saved with the settings, read back elsewhere, and taken back', async () => {
  const visit = await site.open('workbench.html', SIZE)
  const { page } = visit
  await openSample(page)
  await page.getByRole('tab', { name: /问题/ }).click()
  const before = Number(await errors(page).innerText())
  await page.locator('.group-head', { hasText: '聘用人员' }).click()
  const line = page.locator('.line', { hasText: '育才社区' })
  await line.focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).opacity)).toBe('1')
  await page.keyboard.press('Enter')
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('已列入招聘计划')
  await page.keyboard.press('Enter')
  const chip = page.getByRole('button', { name: '已接受 1' })
  await chip.waitFor()
  expect(Number(await errors(page).innerText())).toBe(before - 1)
  expect(await page.getByRole('status').first().textContent()).toContain('另有已接受 1 条')
  expect(await page.evaluate(() => document.activeElement?.className ?? '')).toMatch(/line|chip/)
  await chip.click()
  await page.getByText('理由：已列入招聘计划').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('tab', { name: /识别/ }).click()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载设置' }).click()])
  expect(saved.suggestedFilename()).toBe('计划现状示例.设置.json')
  const text = readFileSync(await saved.path(), 'utf8')
  expect(JSON.parse(text)).toEqual({ accepted: [{ check: 'target-missed', subject: '育才/contracted-count', reason: '已列入招聘计划', fingerprint: expect.stringMatching(/^[0-9a-f]{14}$/) as string, acceptedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }] })

  const other = await site.open('workbench.html', SIZE)
  await other.page.waitForLoadState('networkidle')
  await drop(other.page, [{ name: '计划现状示例.设置.json', text }])
  await other.page.getByText('已读入设置“计划现状示例.设置.json”').waitFor()
  await openSample(other.page)
  await other.page.getByRole('tab', { name: /问题/ }).click()
  expect(Number(await errors(other.page).innerText())).toBe(before - 1)
  await other.page.getByRole('button', { name: '已接受 1' }).click()
  await other.page.getByRole('button', { name: '取消接受' }).click()
  await other.page.waitForFunction(count => [...document.querySelectorAll('.chip')].some(each => each.textContent === `错误 ${count}`), before)
  expect(await other.page.getByRole('button', { name: /^已接受/ }).count()).toBe(0)

  await drop(other.page, [{ name: '坏.json', text: '{"accepted": [{}]}' }])
  expect(await other.page.getByRole('alert').innerText()).toContain('设置文件“坏.json”不能使用：accepted[0].check')
  for (const { strangers, errors: faults, page: each } of [visit, other]) {
    expect([strangers, faults]).toEqual([[], []])
    await each.context().close()
  }
})

test('settings dropped together with their workbook hold for it', async () => {
  const visit = await site.open('workbench.html', SIZE)
  const { page } = visit
  await page.waitForLoadState('networkidle')
  const book = '社区,姓名,学历,政治面貌,人员类别\n河东社区,丁一,大专,群众,网格岗\n'
  await drop(page, [{ name: '名单.csv', text: book }, { name: '名单.设置.json', text: '{"words": {"employment": {"网格岗": "contracted"}}}' }])
  await page.getByRole('rowheader', { name: '河东社区' }).click()
  await page.getByText('聘用人员 1 人，应配 3 人，缺 2 人').first().waitFor()
  expect([visit.strangers, visit.errors]).toEqual([[], []])
  await page.context().close()
})
