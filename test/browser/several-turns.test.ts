import type { Page } from 'playwright-core'
import { openSite } from './site'
import type { Site } from './site'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.close())

/** An area code that nobody has. */
const ID = '321299198503150110'

function list(community: string, name = `${community}花名册.csv`): { name: string; mimeType: string; buffer: Buffer } {
  const rows = ['社区,姓名,人员类别,学历,政治面貌', `${community},甲一,正式,大专,群众`]
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${rows.join('\n')}\n`) }
}

const BAD = { name: '坏.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') }

interface Bench {
  readonly page: Page
  put(...files: readonly ReturnType<typeof list>[]): Promise<void>
  checked(count: number): Promise<void>
  go(): Promise<void>
}

/** The workbench; a file whose name begins with 慢 is read only when `go` is called. */
async function workbench(width = 1280): Promise<Bench> {
  const visit = await site.open('workbench.html', { viewport: { width, height: 800 } }), { page } = visit
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage as (this: Worker, ...args: unknown[]) => void
    const held: (() => void)[] = []
    Object.assign(globalThis, { goOn: () => { for (const each of held.splice(0)) each() } })
    Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]) {
      const call = args[0] as { verb?: string; args?: unknown[] }
      if (call.verb === 'openFile' && String(call.args?.[0]).startsWith('慢')) held.push(() => { post.apply(this, args) })
      else post.apply(this, args)
    }
  })
  return {
    page,
    put: (...files) => page.locator('input[type=file]').first().setInputFiles(files),
    checked: count => page.locator('.combined-board [role=status]', { hasText: `已核查 ${String(count)} 个` }).waitFor(),
    go: () => page.evaluate(() => { (globalThis as unknown as { goOn(): void }).goOn() }),
  }
}

const tab = (page: Page, name: string) => page.locator('.book-tab', { hasText: name })

test('a file that was given up keeps no other one waiting', async () => {
  const { page, put, checked } = await workbench()
  await put(BAD, list('河东社区'))
  await checked(1)
  await tab(page, '坏').click()
  await page.getByRole('button', { name: '返回' }).click()
  await tab(page, '全部').click()
  await put(list('慢社区'), list('柳林社区'))
  // The slow one is given up while it is read: the next one has its turn.
  await tab(page, '慢').click()
  await page.getByRole('button', { name: '取消' }).click()
  await tab(page, '全部').click()
  await checked(2)
  expect(await page.locator('.combined-others li').allInnerTexts()).toEqual(['坏.xlsx 没有读取', '慢社区花名册.csv 没有读取'])
  await page.context().close()
})

test.each([[1], [2]])('%i files chosen over one that waits for its turn: it is read all the same', async count => {
  const { page, put, checked, go } = await workbench()
  await put(list('慢社区'), list('河东社区'))
  await tab(page, '河东').click()
  await page.getByRole('button', { name: '取消' }).waitFor()
  await put(...[list('柳林社区'), list('清泉社区')].slice(0, count))
  await tab(page, '清泉').or(tab(page, '柳林')).first().waitFor()
  await go()
  await tab(page, '全部').click()
  await checked(2 + count)
  expect(await page.locator('.book-tab').allInnerTexts()).toEqual(['全部', '慢社区花名册.csv', '河东社区花名册.csv', '柳林社区花名册.csv', '清泉社区花名册.csv'].slice(0, 4 + count - 1))
  await page.context().close()
})

test('a file that waits can be given up, and another one opened in its place', async () => {
  const { page, put, checked, go } = await workbench()
  await put(list('慢社区'), list('河东社区'))
  await tab(page, '河东').click()
  await page.getByRole('button', { name: '取消' }).click()
  await put(list('柳林社区'))
  await page.locator('.matrix tbody th', { hasText: '柳林社区' }).waitFor()
  await go()
  await tab(page, '全部').click()
  await checked(2)
  expect(await page.locator('.book-tab').allInnerTexts()).toEqual(['全部', '慢社区花名册.csv', '柳林社区花名册.csv'])
  await page.context().close()
})

test('the language that was chosen is the one of files opened later', async () => {
  const { page, put, checked } = await workbench()
  await put(list('河东社区'), list('柳林社区'))
  await checked(2)
  await tab(page, '河东').click()
  await page.getByRole('button', { name: 'English' }).click()
  await tab(page, 'All').click()
  await put(list('清泉社区'))
  await page.locator('.matrix tbody th', { hasText: '清泉社区' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  expect(await tab(page, 'All').count()).toBe(1)
  await page.context().close()
})

test('a tab that is closed hands the focus to the next one', async () => {
  const { page, put, checked } = await workbench()
  await put(list('河东社区'), list('柳林社区'), list('清泉社区'))
  await checked(3)
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.locator('.book-close').first().press('Enter')
  await tab(page, '河东').waitFor({ state: 'detached' })
  expect(await focused()).toBe('柳林社区花名册.csv')
  await page.context().close()
})

test('names of files show no full id, no order of writing that is another, and differ', async () => {
  const { page, put, checked } = await workbench()
  await put(list('河东社区', `花名册${ID}.csv`), list('柳林社区', '甲\u202egpj.csv'), list('清泉社区', '同名.csv'), list('丁字社区', '同名.csv'), { ...BAD, name: `坏${ID}.xlsx` })
  await checked(4)
  expect(await page.locator('.book-tab').allInnerTexts()).toEqual(['全部', '花名册321***********0110.csv', '甲gpj.csv', '同名.csv', '同名.csv (2)', '坏321***********0110.xlsx'])
  expect(await page.content()).not.toContain(ID)
  await tab(page, '花名册').click()
  await page.locator('.matrix tbody th', { hasText: '河东社区' }).waitFor()
  // The sheet itself is the person's own, and shows what is in it.
  expect(await page.evaluate(() => {
    document.querySelector('.book')?.remove()
    return document.documentElement.outerHTML
  })).not.toContain(ID)
  await page.context().close()
})
