import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cellAt } from '../../src/core/snapshot'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { openSample, openSite } from './site'
import type { Site } from './site'

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())
test('a fill is looked at, written, saved as a copy, and taken back', async () => {
  const { page, strangers, errors } = await site.open('workbench.html', { viewport: { width: 1280, height: 860 }, acceptDownloads: true })
  await openSample(page)
  await page.getByRole('tab', { name: '填报' }).click()
  const write = page.getByRole('button', { name: /^全部写入/ })
  await write.waitFor()
  expect(await page.getByRole('region', { name: /待补数据/ }).innerText()).toContain('缺少用房单位造价')

  // Before anything is written: every cell with its formula, and nothing in the workbook has changed.
  await page.getByRole('button', { name: /人员经费预算/, expanded: false }).click()
  await page.getByRole('button', { name: '公式', exact: true }).first().click()
  await page.locator('.fill-more code').first().waitFor()
  expect(await page.locator('.sheet-tab:not(.proposed)').count()).toBe(5)

  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(context: object): Promise<{ violations: { id: string; impact: string }[] }> } }).axe
    return (await run.run({ exclude: [['[data-tabster-dummy]'], ['.canvas .cell-text']] })).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
  })
  expect(violations).toEqual([])

  await write.click()
  await page.getByText(/^已写入 10 张表/).first().waitFor()
  await page.getByText('没有需要填写的单元格。').waitFor()
  expect(await page.locator('.sheet-tab:not(.proposed)').count()).toBe(15)
  expect(await page.locator('.state > p').innerText()).toMatch(/20 个社区.*126 人/)

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '另存为…' }).first().click()])
  expect(download.suggestedFilename()).toBe('计划现状示例-已填.xlsx')
  const saved = await readWorkbookBytes(readFileSync(await download.path()), 'saved.xlsx'), summary = saved.sheets.find(sheet => sheet.name === '预算汇总')
  expect(summary === undefined ? null : cellAt(summary, 7, 4)).toBeCloseTo(103.4, 6)

  await page.getByRole('button', { name: '预算汇总', exact: true }).click()
  await page.getByRole('button', { name: /^撤销“填报 [\d,]+ 个单元格”$/ }).first().click()
  await write.waitFor()
  await page.locator('.sheet-tab').first().waitFor()
  expect(await page.locator('.sheet-tab:not(.proposed)').count()).toBe(5)
  expect([strangers, errors]).toEqual([[], []])
  await page.context().close()
})

test('the scenario changes the plan; a cell that is left out is not written', async () => {
  const { page, errors } = await site.open('workbench.html', { viewport: { width: 350, height: 800 } })
  await openSample(page)
  await page.getByRole('tab', { name: '填报' }).click()
  const write = page.getByRole('button', { name: /^全部写入/ })
  await write.waitFor()
  await page.getByLabel('主要负责人经费').selectOption('principals-instead')
  await page.getByRole('region', { name: /待补数据/ }).getByText('缺少财政统筹的主要负责人数').waitFor()
  await page.locator('.fill-actions button:enabled').first().waitFor()
  await page.getByRole('checkbox', { name: '写入“参数标准”' }).uncheck()
  expect(await page.getByRole('checkbox', { name: '写入“预算汇总”' }).isChecked()).toBe(false)
  expect(await page.getByRole('button', { name: '写入所选（0 格）' }).isDisabled()).toBe(true)
  expect(errors).toEqual([])
  await page.context().close()
})
