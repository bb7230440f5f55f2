import { openSample, openSite } from './site'
import type { Site, Visit } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())
function clean({ strangers, errors }: Visit): void {
  expect(strangers).toEqual([])
  expect(errors).toEqual([])
}

test('a sample is one click away: verdicts beside the sheet, nothing sent anywhere', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await openSample(page)
  expect(await page.locator('.headline').innerText()).toMatch(/^20 个社区均未全部达标；缺正式人员 12 人、聘用人员 2 人；用房缺口 1,780 ㎡（另有 9 个社区面积待核实）/)
  expect(await page.locator('.state > p').innerText()).toContain('20 个社区 · 计入 126 人')
  expect(await page.locator('.matrix tbody tr').count()).toBe(20)
  expect(await page.locator('[role=gridcell]', { hasText: '姜堰镇社区工作人员花名册' }).count()).toBe(1)
  clean(visit)
  await page.context().close()
})

test('a community opens to arithmetic, people with masked ids and ways to the cells; the sheet follows', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await openSample(page)
  await page.getByRole('rowheader', { name: '叶舍社区' }).click()
  const detail = page.locator('.matrix tr.detail')
  await detail.locator('.people li').first().waitFor()
  const text = await detail.innerText()
  expect(text).toMatch(/正式人员 3 人，应配 4 人，缺 1 人/)
  expect(text).toMatch(/990\*{11}[\dX]{4}/)
  expect(text).not.toMatch(/\d{17}[\dX]/)
  const link = detail.getByRole('button', { name: /!G\d+:G\d+$/ }).first()
  const cells = (await link.innerText()).split('!')[1]?.split(':')[0] ?? ''
  await link.click()
  expect(await page.locator('.cell-name').innerText()).toBe(cells)
  expect(await page.locator('.cell.active').count()).toBe(1)
  expect(await page.locator('.cell.chosen').count()).toBeGreaterThan(1)
  clean(visit)
  await page.context().close()
})

test('another day: the ages follow at once, and the way back to the stated day is there', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await openSample(page)
  const age = page.locator('.figure', { hasText: '平均年龄' }).locator('strong')
  const before = await age.innerText()
  await page.locator('input[type=date]').fill('2033-12-31')
  await page.waitForFunction(text => document.querySelectorAll('.figure strong')[3]?.textContent !== text, before)
  expect(parseFloat(await age.innerText())).toBeCloseTo(parseFloat(before) + 10, 0)
  await page.getByRole('button', { name: '恢复默认日期' }).click()
  await page.waitForFunction(text => document.querySelectorAll('.figure strong')[3]?.textContent === text, before)
  clean(visit)
  await page.context().close()
})

test('a finding goes to its cell, a cell goes to its finding', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await openSample(page)
  await page.getByRole('tab', { name: /问题/ }).click()
  await page.getByRole('button', { name: /使用面积/ }).click()
  await page.locator('.line', { hasText: '南街社区' }).click()
  const at = await page.locator('.cell-name').innerText()
  expect(await page.locator('.sheet-tab[aria-current]').innerText()).toContain('办公用房情况')
  expect(await page.locator('.cell.active').innerText()).toBe('75')
  await page.getByRole('tab', { name: '结论' }).click()
  await page.getByRole('grid', { name: /工作表/ }).focus()
  await page.keyboard.press('ArrowUp')
  expect(await page.locator('.cell-name').innerText()).not.toBe(at)
  await page.getByRole('button', { name: '在“问题”中查看' }).click()
  expect(await page.locator('.line[aria-current=true]').innerText()).toContain('振兴社区')
  clean(visit)
  await page.context().close()
})

test('a wrong column is corrected and taken back', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await openSample(page)
  const headline = await page.locator('.headline').innerText()
  await page.getByRole('tab', { name: /识别/ }).click()
  const roster = page.locator('details.table', { hasText: '人员花名册' }).first()
  if (await roster.getAttribute('open') === null) await roster.locator('summary').click()
  await roster.getByLabel(/列“人员性质”/).selectOption({ label: '不使用' })
  // Looked at first: nothing is judged anew until it is taken.
  await roster.getByText(/计入 126 → 0 人/).waitFor()
  await roster.getByRole('button', { name: '采用' }).click()
  await page.getByRole('tab', { name: '结论' }).click()
  await page.waitForFunction(text => document.querySelector('.headline')?.textContent !== text, headline)
  await page.getByRole('tab', { name: /识别/ }).click()
  await page.getByRole('button', { name: /^撤回：/ }).click()
  await page.getByRole('tab', { name: '结论' }).click()
  await page.waitForFunction(text => document.querySelector('.headline')?.textContent === text, headline)
  clean(visit)
  await page.context().close()
})

test('answers are remembered for the same workbook, which says so', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await openSample(page, '杂乱表示例')
  await page.getByRole('tab', { name: /识别/ }).click()
  const question = page.locator('.question', { hasText: '公益性岗位' })
  await question.locator('.chip').first().click()
  await page.locator('.question.answered', { hasText: '公益性岗位' }).waitFor()
  await page.reload()
  await openSample(page, '杂乱表示例')
  expect(await page.locator('.in-force').innerText()).toContain('本浏览器记得这份表此前的 1 项决定，已沿用')
  await page.getByRole('tab', { name: /识别/ }).click()
  await page.getByRole('button', { name: /^撤回：/ }).waitFor()
  clean(visit)
  await page.context().close()
})

test('another town\'s file of the same name inherits nothing', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  const town = (community: string, people: readonly string[]) => ({
    name: '花名册.csv', mimeType: 'text/csv',
    buffer: Buffer.from(['社区,姓名,学历,政治面貌,人员类别', ...people.map(name => `${community},${name},大专,群众,公益性岗位`)].join('\n')),
  })
  const answer = page.locator('.question .chip').first()
  await page.locator('input[type=file]').first().setInputFiles(town('河东社区', ['丁一', '丁二', '丁三', '丁四']))
  await page.getByRole('tab', { name: /识别/ }).click()
  await answer.click()
  await page.locator('.question.answered').waitFor()
  await page.locator('input[type=file]').first().setInputFiles(town('柳林社区', ['申五', '申六', '申七', '申八']))
  await page.locator('.cell', { hasText: '柳林社区' }).first().waitFor()
  await page.getByRole('tab', { name: /识别/ }).click()
  await answer.waitFor()
  expect(await page.locator('.question.answered').count()).toBe(0)
  expect(await page.locator('#decisions').count()).toBe(0)
  clean(visit)
  await page.context().close()
})

test('the network is unplugged after the page has come: samples, screens and standards still open', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await page.locator('html[data-offline=ready]').waitFor({ state: 'attached' })
  expect(await page.getByText('断网可用').isVisible()).toBe(true)
  await page.context().setOffline(true)
  await openSample(page)
  for (const tab of [/问题/, /识别/, /标准/]) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('tabpanel').filter({ hasText: /[^]{50}/ }).waitFor()
  }
  await page.getByRole('tab', { name: '报告' }).click()
  await page.locator('.papers .paragraph').waitFor()
  for (const button of ['核查报告（.html）', '核查报告（.xlsx）']) await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  await page.getByRole('tab', { name: '标准' }).click()
  await page.locator('.policy select').selectOption('taiyuan-2020')
  await page.locator('#in-force', { hasText: '太原' }).waitFor()
  clean(visit)
  await page.context().close()
})

test('a file is chosen, and one that is no workbook is refused with what to do', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  const input = page.locator('input[type=file]').first()
  await input.setInputFiles({ name: '旧表.xls', mimeType: '', buffer: Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex') })
  expect(await page.getByRole('alert').innerText()).toMatch(/另存为 \.xlsx|损坏|不是 Excel/)
  await page.getByRole('button', { name: '返回' }).click()
  await input.setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('社区,姓名,学历,政治面貌,人员类别\n河东社区,丁一,大专,群众,正式\n') })
  await page.locator('.state > p', { hasText: '1 个社区 · 计入 1 人' }).waitFor()
  clean(visit)
  await page.context().close()
})

test('a workbook without a roster says what was looked for', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await page.locator('input[type=file]').first().setInputFiles({ name: '别的.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
  await page.getByRole('heading', { name: '没有识别到花名册、用房表或预算表' }).waitFor()
  expect(await page.getByRole('tab', { name: /识别/ }).getAttribute('aria-selected')).toBe('true')
  clean(visit)
  await page.context().close()
})

test('a file dropped on the window opens', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => {
    const carried = new DataTransfer()
    carried.items.add(new File(['社区,姓名,学历,政治面貌,人员类别\n河东社区,丁一,大专,群众,正式\n'], '拖入.csv'))
    dispatchEvent(new DragEvent('dragover', { dataTransfer: carried, cancelable: true }))
    dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true }))
  })
  await page.locator('.file-name', { hasText: '拖入.csv' }).waitFor()
  clean(visit)
  await page.context().close()
})

test('every action is reached by the keyboard, and the focus is seen', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 } })
  const { page } = visit
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('Tab')
  const names: string[] = []
  for (let i = 0; i < 4; i++) {
    names.push(await page.evaluate(() => document.activeElement?.textContent ?? ''))
    await page.keyboard.press('Tab')
  }
  expect(names).toEqual(expect.arrayContaining(['打开文件…', '计划现状示例']))
  await page.getByRole('button', { name: '计划现状示例' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.headline').waitFor()
  await page.getByRole('tab', { name: '结论' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).not.toBe('none')
  await page.keyboard.press('Enter')
  await page.locator('.group-head').first().waitFor()
  await page.locator('.group-head').first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await page.locator('.line[aria-current=true]').count()).toBe(1)
  clean(visit)
  await page.context().close()
})

test('in forced colours verdicts keep shape and word', async () => {
  const visit = await site.open('workbench.html', { viewport: { width: 1280, height: 800 }, forcedColors: 'active' })
  const { page } = visit
  await openSample(page)
  expect(await page.locator('.figure .verdict').first().innerText()).toBe('未达标')
  expect(await page.locator('.figure .verdict .shape').first().boundingBox()).toMatchObject({ width: 12, height: 12 })
  clean(visit)
  await page.context().close()
})
