import type { Page } from 'playwright-core'
import { openSite } from './site'
import type { Site } from './site'

/** The three tasks as they are done without a mouse: nothing here clicks, and nothing sets the focus by hand. */

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

interface Focus {
  readonly name: string
  readonly role: string
  readonly isSeen: boolean
}

/** What has the focus, as a screen reader would call it, and whether an eye finds it. */
const focus = (page: Page): Promise<Focus> => page.evaluate(() => {
  const at = document.activeElement ?? document.body, { outlineStyle, boxShadow } = getComputedStyle(at), inner = at.querySelector('*')
  const by = at.getAttribute('aria-labelledby')?.split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ')
  const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0]?.textContent : null
  // Fluent draws the focus of its buttons as an inner frame.
  const isFluent = at.className.includes('fui-') && (at.hasAttribute('data-fui-focus-visible') || inner !== null || boxShadow !== 'none')
  return {
    name: (at.getAttribute('aria-label') ?? by ?? label ?? at.textContent ?? '').trim(), role: at.getAttribute('role') ?? at.tagName.toLowerCase(),
    isSeen: outlineStyle !== 'none' || boxShadow !== 'none' || isFluent || getComputedStyle(at.closest('.field') ?? at).boxShadow !== 'none',
  }
})

/** Tab after Tab until something of that name has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, name: RegExp, { key = 'Tab', most = 90 } = {}): Promise<Focus> {
  const passed: string[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key)
    const at = await focus(page)
    if (at.role !== 'body' && !at.isSeen) throw new Error(`the focus is not seen on “${at.name.slice(0, 40)}” (${at.role})`)
    if (name.test(at.name)) return at
    passed.push(at.name.slice(0, 20))
  }
  throw new Error(`${String(name)} is not reached: ${passed.join(' · ')}`)
}

async function openByKeyboard(page: Page, sample: RegExp): Promise<void> {
  await page.waitForLoadState('networkidle')
  await tabTo(page, sample)
  await page.keyboard.press('Enter')
  await page.locator('.headline:focus').waitFor()
}

/** From anywhere to a page of the results. */
async function toPage(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Shift+Tab')
    if ((await focus(page)).role === 'tab') break
  }
  await page.keyboard.press('Home')
  for (let i = 0; i < 7 && !name.test((await focus(page)).name); i++) await page.keyboard.press('ArrowRight')
  expect((await focus(page)).name).toMatch(name)
  await page.keyboard.press('Enter')
  await page.locator('#screen').filter({ hasText: /[^]{40}/ }).waitFor()
}

const SIZE = { viewport: { width: 1280, height: 800 } }

test('the HR clerk: a finding is gone to and accepted with a reason, a question answered, a column looked at', async () => {
  const { page, errors } = await site.open('workbench.html', SIZE)
  await openByKeyboard(page, /杂乱表示例/)
  await toPage(page, /^问题/)
  await tabTo(page, /^按社区$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /东升社区/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await page.locator('.line[aria-current=true]').count()).toBe(1)
  expect(await page.locator('.cell.active').count()).toBe(1)
  await page.keyboard.press('F8')
  await page.keyboard.press('Shift+F8')
  await page.keyboard.press('ArrowRight')
  expect((await focus(page)).name).toBe('接受…')
  await page.keyboard.press('Enter')
  await page.keyboard.type('已报上级')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^已接受 1$/ }).waitFor()
  expect((await focus(page)).role).toBe('button')

  await toPage(page, /^识别/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.question.answered').first().waitFor()
  // The answer has gone with its buttons; the focus stays in its place, on the way back.
  expect((await focus(page)).name).toBe('更改')
  await page.keyboard.press('Enter')
  await page.locator('.question .chip:focus').waitFor()
  await tabTo(page, /^撤回/)
  await page.keyboard.press('Enter')
  await page.locator('.question.answered').first().waitFor({ state: 'detached' })
  // The decision has gone from the list with its button: the next Tab goes on within the screen.
  await page.locator('#screen:focus').waitFor()
  await tabTo(page, /^花名册（上报）人员花名册/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^[A-Z] 列“/)
  await page.keyboard.press('Enter')
  expect(await page.locator('.cell.chosen').count()).toBeGreaterThan(1)
  expect(errors).toEqual([])
  await page.context().close()
})

test('the finance clerk: a missing number is typed, the sheets are written, saved and taken back', async () => {
  const { page, errors } = await site.open('workbench.html', SIZE)
  await openByKeyboard(page, /计划现状示例/)
  await toPage(page, /^填报/)
  await page.getByRole('button', { name: /^全部写入/ }).waitFor()
  await tabTo(page, /用房单位造价/)
  await page.keyboard.type('3000')
  await page.keyboard.press('Enter')
  await page.getByText('缺少用房单位造价').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^全部写入/, disabled: false }).waitFor()
  await tabTo(page, /^全部写入/, { key: 'Shift+Tab' })
  await page.keyboard.press('Enter')
  await page.getByText(/^已写入 10 张表/).first().waitFor()
  await tabTo(page, /^另存为/)
  const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(saved.suggestedFilename()).toBe('计划现状示例-已填.xlsx')
  await tabTo(page, /^撤销“填报/)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^全部写入/ }).waitFor()
  expect(await page.locator('.sheet-tab:not(.proposed)').count()).toBe(5)
  expect(errors).toEqual([])
  await page.context().close()
})

test('the planner: a cell of the matrix is opened, the audit walked, the paragraph copied and the report printed', async () => {
  const { page, errors } = await site.open('workbench.html', { ...SIZE, permissions: ['clipboard-read', 'clipboard-write'] })
  await openByKeyboard(page, /一社区一表示例/)
  await tabTo(page, /社区/)
  for (let i = 0; i < 40 && await page.locator('.matrix :focus').count() === 0; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.locator('.matrix tr.detail .sum').first().waitFor()

  await toPage(page, /^审核/)
  await page.keyboard.press('F8')
  expect(await page.locator('.line[aria-current=true]').count()).toBe(1)
  expect(await page.locator('.cell.active').count()).toBe(1)

  await toPage(page, /^报告/)
  await page.locator('.papers .paragraph').waitFor()
  await page.evaluate(() => { window.print = () => { document.body.dataset['printed'] = 'yes' } })
  await tabTo(page, /^复制段落$/)
  await page.keyboard.press('Enter')
  await page.getByText('已复制，可粘贴到文稿中。').waitFor()
  await tabTo(page, /^打印核查报告$/)
  await page.keyboard.press('Enter')
  await page.locator('body[data-printed=yes]').waitFor()
  expect(errors).toEqual([])
  await page.context().close()
})
