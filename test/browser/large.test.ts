import type { Page } from 'playwright-core'
import { workbook } from '../workbooks/workbook'
import { openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())
const HEADER = ['序号', '社区', '姓名', '出生年月', '学历', '政治面貌', '人员类别']

/** A roster with so many people in so many communities; nobody has what the plan asks. */
function roster(communities: number, each: number): Buffer {
  const rows: (string | number)[][] = [HEADER]
  for (let i = 0; i < communities; i++) {
    for (let j = 0; j < each; j++) rows.push([rows.length, `第${i + 1}社区`, `甲${i}乙${j}`, '1955.03', '初中', '群众', j % 2 === 0 ? '正式' : '聘用'])
  }
  return Buffer.from(workbook({ sheets: [{ name: '花名册', rows }] }))
}

/** Milliseconds until 5,000 plain lines stand on the page: what the machine can do just now. */
function plainList(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now(), list = document.createElement('ul')
    for (let number = 0; number < 5000; number++) list.append(Object.assign(document.createElement('li'), { textContent: `第 ${number} 行 正式 3 人，应配 4 人` }))
    document.body.append(list)
    list.getBoundingClientRect()
    await new Promise(requestAnimationFrame)
    const took = performance.now() - start
    list.remove()
    return took
  })
}

test('5,000 findings are shown at once and walked without waiting', async () => {
  const { page, errors } = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  await page.locator('input[type=file]').first().setInputFiles({ name: '千社区.xlsx', mimeType: '', buffer: roster(1000, 2) })
  await page.locator('.headline').waitFor()
  await page.getByRole('tab', { name: /问题/ }).focus()
  const shown = await page.evaluate(async () => {
    const start = performance.now()
    document.querySelector<HTMLElement>('#tab-findings')?.click()
    while (document.querySelectorAll('.group-head').length === 0) await new Promise(requestAnimationFrame)
    const groups = performance.now() - start
    document.querySelector<HTMLElement>('.group-head')?.click()
    while (document.querySelectorAll('.line').length < 100) await new Promise(requestAnimationFrame)
    return { groups, lines: performance.now() - start, count: Number(document.querySelector('#tab-findings .count')?.textContent?.replaceAll(',', '')) }
  })
  console.info(`${shown.count} findings: groups after ${shown.groups.toFixed(0)} ms, the first hundred lines after ${shown.lines.toFixed(0)} ms`)
  expect(shown.count).toBeGreaterThanOrEqual(5000)
  // Beside it, on the same machine at the same moment: a plain list of as many lines.
  expect(shown.lines).toBeLessThan(100 + 4 * await plainList(page))
  expect(await page.locator('.matrix tbody tr').count()).toBe(0)
  expect(errors).toEqual([])
  await page.context().close()
})

test('100,000 rows: the sheet scrolls to its end with only the rows in view drawn', async () => {
  const { page, errors } = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const started = Date.now()
  await page.locator('input[type=file]').first().setInputFiles({ name: '十万行.xlsx', mimeType: '', buffer: roster(20, 5000) })
  await page.locator('.headline').waitFor()
  const opened = Date.now() - started
  const grid = page.getByRole('grid', { name: /工作表/ })
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(100_000)
  await grid.focus()
  await page.keyboard.press('Control+End')
  await page.locator('.cell.active', { hasText: '正式' }).or(page.locator('.cell.active', { hasText: '聘用' })).waitFor()
  expect(await page.locator('.cell-name').innerText()).toBe('G100001')
  expect(await page.locator('.line-row').count()).toBeLessThan(80)
  // Frames while the sheet flies by: the page never stands still for long.
  const worst = await page.evaluate(async () => {
    const sheet = document.querySelector('.sheet')
    let worst = 0, last = performance.now()
    for (let i = 0; i < 60; i++) {
      if (sheet !== null) sheet.scrollTop = (sheet.scrollHeight / 60) * i
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      worst = Math.max(worst, now - last)
      last = now
    }
    return worst
  })
  console.info(`100,000 rows: opened and judged in ${opened} ms; longest frame while scrolling ${worst.toFixed(0)} ms`)
  expect(worst).toBeLessThan(100 + 4 * await plainList(page))
  expect(errors).toEqual([])
  await page.context().close()
})
