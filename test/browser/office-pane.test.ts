import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame } from 'playwright-core'
import { readWorkbookFile } from '../../src/hosts/xlsx/node'
import { bookOf } from '../excel-host/book'
import { formattedAreas } from '../excel-host/conditional'
import { EmulatedExcel } from '../excel-host/excel'
import { bookFromSnapshot } from '../excel-host/from-snapshot'
import { buildPane, openOfficeSite, visitExcel } from './office-site'
import type { OfficeSite } from './office-site'
import { PATIENCE } from './site'

let site: OfficeSite
let folder: string
beforeAll(async () => {
  folder = buildPane('self', 'https://localhost:3000')
  site = await openOfficeSite(folder)
})
afterAll(() => site.close())
async function sample(name = '计划现状示例'): Promise<EmulatedExcel> {
  return new EmulatedExcel(bookFromSnapshot(await readWorkbookFile(`samples/${name}.xlsx`)), { apiLevel: 15 })
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end && !(await holds());) await new Promise(resolve => { setTimeout(resolve, 50) })
  expect(await holds()).toBe(true)
}

/** The first finding is about the whole workbook; the second has a place. */
async function nextPlace(pane: Frame): Promise<void> {
  const next = pane.getByRole('button', { name: '下一个', exact: true })
  await next.click()
  await next.click()
}

async function check(pane: Frame): Promise<void> {
  const start = pane.getByRole('button', { name: '核查本工作簿' })
  await Promise.race([start.waitFor(), pane.locator('.headline').waitFor()])
  if (await start.isVisible()) await start.click()
  await pane.locator('.headline').waitFor()
  await pane.getByRole('button', { name: '标记问题单元格' }).waitFor()
}

test('checks a workbook, goes to cells, marks, unmarks, writes the findings sheet and undoes it; nothing leaves', async () => {
  const excel = await sample()
  const visit = await visitExcel(site, excel)
  const pane = await visit.openPane()
  await check(pane)

  // The check itself wrote nothing, moved nothing, and left the person's undo list alone.
  expect([excel.wire.writes, excel.wire.moves, excel.canUndo]).toEqual([[], [], true])
  expect(await pane.locator('.headline').textContent()).toContain('20')

  await pane.getByRole('tab', { name: /问题/ }).click()
  await nextPlace(pane)
  await until(() => excel.book.selection !== null)
  expect(excel.book.selection).not.toBeNull()

  await pane.getByRole('button', { name: '标记问题单元格' }).click()
  await pane.getByRole('button', { name: '去掉全部标记' }).waitFor()
  expect(excel.book.sheets.flatMap(formattedAreas).length).toBeGreaterThan(5)
  await pane.getByRole('button', { name: '去掉全部标记' }).click()
  await pane.getByText('标记已去掉').waitFor()
  expect(excel.book.sheets.flatMap(formattedAreas)).toEqual([])

  const before = excel.book.sheets.map(sheet => sheet.name)
  await pane.getByRole('button', { name: '写入问题清单' }).click()
  await pane.getByRole('button', { name: '写入', exact: true }).click()
  await pane.getByText('已写入工作表').waitFor()
  const results = excel.book.sheet('问题清单')
  expect([results.value(0, 0), results.formulas.size]).toEqual(['社区规划核查问题清单', 0])

  // After a reload of the pane the undo is still there.
  const again = await visit.openPane()
  await check(again)
  await again.getByRole('button', { name: '撤销“写入问题清单”' }).click()
  await again.getByText('已撤销').waitFor()
  expect([excel.book.sheets.map(sheet => sheet.name), excel.book.names.filter(name => name.name === '_plancheck.sheet.findings')]).toEqual([before, []])

  expect(visit.strangers).toEqual([])
  expect(visit.errors).toEqual([])
})

test('fills the budget sheets in the workbook, and takes them back', async () => {
  const excel = await sample()
  const visit = await visitExcel(site, excel)
  const pane = await visit.openPane()
  await check(pane)
  const before = excel.book.sheets.map(sheet => sheet.name)
  await pane.getByRole('tab', { name: '填报' }).click()
  await pane.getByRole('button', { name: /^全部写入/ }).click()
  await pane.getByText(/已写入 \d+ 张表/).waitFor()
  expect(excel.book.sheets.length).toBeGreaterThan(before.length)
  // The first sheet that is new is shown.
  const added = excel.book.sheets.map(sheet => sheet.name).find(name => !before.includes(name))
  await until(() => excel.book.active?.name === added)
  const undoFill = pane.getByRole('button', { name: /^撤销“填报 [\d,]+ 个单元格”$/ }), undoResults = pane.getByRole('button', { name: '撤销“写入问题清单”' })
  await undoFill.waitFor()
  // A findings sheet written since is what an undo takes back first, and the button says so; the fill's own is gone until then.
  await pane.getByRole('button', { name: '写入问题清单', exact: true }).click()
  await pane.getByRole('button', { name: '写入', exact: true }).click()
  await undoResults.waitFor()
  expect(await undoFill.count()).toBe(0)
  await undoResults.click()
  await pane.getByText('已撤销').waitFor()
  expect(excel.book.sheets.length).toBe(before.length + 10)
  await undoFill.click()
  await until(() => excel.book.sheets.length === before.length)
  expect(excel.book.sheets.map(sheet => sheet.name)).toEqual(before)
  expect([visit.strangers, visit.errors]).toEqual([[], []])
})

test('accessible: no violations with the tools open, nothing wider than the pane at 320 px, all of it by keyboard', async () => {
  const excel = await sample()
  const visit = await visitExcel(site, excel, { width: 320 })
  const pane = await visit.openPane()
  await check(pane)
  await pane.getByRole('button', { name: '写入问题清单' }).focus()
  await visit.page.keyboard.press('Enter')
  await pane.getByRole('button', { name: '写入', exact: true }).waitFor()
  await pane.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'))
  // Fluent's own focus dummies are no content.
  const violations = await pane.evaluate(`axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(result => result.violations.map(each => each.id + ': ' + each.nodes.map(node => node.target).join(' ')))`)
  expect(violations).toEqual([])
  expect(await pane.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
  await pane.getByRole('button', { name: '写入', exact: true }).focus()
  await visit.page.keyboard.press('Enter')
  await pane.getByText('已写入工作表').waitFor()
  // The button waits while the written workbook is checked again.
  const undo = pane.getByRole('button', { name: '撤销“写入问题清单”', disabled: false }), undone = pane.getByText('已撤销')
  await until(async () => {
    if (!(await undone.isVisible()) && (await undo.isVisible())) {
      await undo.focus({ timeout: 1000 }).catch(() => undefined)
      await visit.page.keyboard.press('Space')
    }
    return undone.isVisible()
  })
})

test('no full id in anything that the pane posts, logs or keeps, whatever it writes', async () => {
  const excel = await sample('杂乱表示例')
  const ids = excel.book.sheets.flatMap(sheet => sheet.rows.flat()).filter((value): value is string => typeof value === 'string' && /^\d{17}[\dXx]$/.test(value))
  if (ids.length === 0) excel.book.sheets[0]?.put(200, 0, '990101199001010012')
  const visit = await visitExcel(site, excel)
  const pane = await visit.openPane()
  await check(pane)
  await pane.getByRole('button', { name: '标记问题单元格' }).click()
  await pane.getByText('已标记').waitFor()
  await pane.getByRole('button', { name: '写入问题清单' }).click()
  await pane.getByRole('button', { name: '写入', exact: true }).click()
  await pane.getByText('已写入工作表').waitFor()
  const kept = await pane.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  const everywhere = [...visit.posted, ...visit.logs, kept, JSON.stringify([...excel.book.settings, ...excel.book.documentSettings, ...excel.book.xmlParts]), JSON.stringify(excel.book.sheets.find(sheet => sheet.name === '问题清单')?.rows ?? []), await pane.locator('body').innerText()]
  expect(everywhere.flatMap(text => text.match(/(?<![\d.])\d{17}[\dXx](?!\d)/g) ?? [])).toEqual([])
  expect(visit.strangers).toEqual([])
})

test('an edit makes the results out of date; checking again takes them up', async () => {
  const excel = await sample()
  const pane = await (await visitExcel(site, excel)).openPane()
  await check(pane)
  await until(() => excel.listening.size > 0)
  excel.typedBySomeone(excel.book.sheets[0]?.name ?? '', { row: 90, column: 1 }, '备注', true)
  await pane.getByText('有改动').waitFor()
  await pane.getByRole('button', { name: /重新核查/ }).click()
  await pane.getByText('有改动').waitFor({ state: 'detached' })
})

test('hidden sheets are shown only on request', async () => {
  const excel = await sample()
  const pane = await (await visitExcel(site, excel)).openPane()
  await check(pane)
  for (const sheet of excel.book.sheets.slice(0, -1)) sheet.visibility = 'Hidden'
  const [shown] = excel.book.sheets.slice(-1)
  await pane.getByRole('tab', { name: /问题/ }).click()
  await nextPlace(pane)
  await pane.getByRole('button', { name: '显示并定位' }).waitFor()
  expect(excel.book.sheets.filter(sheet => sheet.visibility === 'Visible')).toEqual([shown])
  await pane.getByRole('button', { name: '显示并定位' }).click()
  await until(() => excel.book.sheets.filter(sheet => sheet.visibility === 'Visible').length === 2)
})

test('a cell is being edited: the pane says what to press, and goes on by itself', async () => {
  const excel = await sample()
  const pane = await (await visitExcel(site, excel)).openPane()
  excel.isCellBeingEdited = true
  await pane.getByRole('button', { name: '核查本工作簿' }).click()
  await pane.getByText(/Enter 或 Esc/).first().waitFor()
  excel.leaveCell()
  await pane.locator('.headline').waitFor()
})

test('a cell is being edited while something is to be written: the same', async () => {
  const excel = await sample()
  const pane = await (await visitExcel(site, excel)).openPane()
  await check(pane)
  excel.isCellBeingEdited = true
  await pane.getByRole('button', { name: '标记问题单元格' }).click()
  await pane.getByText(/Enter 或 Esc/).first().waitFor()
  excel.leaveCell()
  await pane.getByText('已标记').waitFor()
})

test('an Excel below 1.9 is told so, with the workbench as the way out', async () => {
  const excel = new EmulatedExcel(bookOf({ 表: [[1]] }), { apiLevel: 7 })
  const pane = await (await visitExcel(site, excel)).openPane()
  await pane.getByText(/缺少所需的功能/).waitFor()
})

test('English where Office is English', async () => {
  const excel = new EmulatedExcel(bookOf({ 表: [[1]] }), { apiLevel: 15 })
  const pane = await (await visitExcel(site, excel, { language: 'en-US' })).openPane()
  await pane.getByRole('button', { name: 'Check this workbook' }).waitFor()
})

test('explain this cell opens the finding that is about it', async () => {
  const excel = await sample()
  const visit = await visitExcel(site, excel)
  const pane = await visit.openPane()
  await check(pane)
  await pane.getByRole('tab', { name: /问题/ }).click()
  await nextPlace(pane)
  await until(() => excel.book.selection !== null)
  const explained = await visit.openPane('index.html?explain=1')
  await explained.locator('.headline, .groups').first().waitFor()
  await explained.locator('[aria-selected="true"]', { hasText: '问题' }).waitFor()
})

test('the three builds: each loads office.js from its place, allows that place alone, and its manifest points to its server', () => {
  const url = 'https://plan.example.org'
  for (const [source, script, origin] of [['cdn', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js', ' https://appsforoffice.microsoft.com'], ['china', 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js', ' https://appsforoffice.cdn.partner.office365.cn'], ['self', './office/office.js', '']] as const) {
    const out = source === 'self' ? folder : buildPane(source, url)
    const html = readFileSync(join(out, 'index.html'), 'utf8')
    expect(html).toContain(`src="${script}"`)
    expect(html).toContain(`script-src 'self'${origin};`)
    expect(readFileSync(join(out, 'manifest.xml'), 'utf8')).toContain(`${source === 'self' ? 'https://localhost:3000' : url}/index.html`)
    expect(readFileSync(join(out, 'nginx.conf'), 'utf8')).toContain('frame-ancestors \'self\'')
    // The workbench never loads it.
    expect(readFileSync(join(out, 'workbench.html'), 'utf8')).not.toContain('office.js')
  }
})
