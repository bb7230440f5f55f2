import { isFormula } from '../../src/core/cell'
import type { CellContent } from '../../src/core/cell'
import { parseBox } from '../../src/core/place'
import { cellAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { check } from '../../src/check'
import { allChanges, cellItems, fill } from '../../src/fill'
import type { FillOptions, FillPlan } from '../../src/fill'
import { MemoryWorkbook } from '../../src/hosts/memory'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { say } from '../../src/messages'
import { defaultPolicy } from '../../src/policies'
import { undoOf } from '../../src/core/change'
import { SAMPLES, workbook } from '../workbooks/samples'
import type { Book } from '../workbooks/workbook'
import { OWN_BOOKS } from './own-books'

const snapshotOf = (book: Book) => readWorkbookBytes(workbook(book), 'book.xlsx', { looks: true })
const planOf = (snapshot: Snapshot, options: FillOptions = {}) => fill(snapshot, check(snapshot, { policy: defaultPolicy }), options)

async function apply(snapshot: Snapshot, plan: FillPlan): Promise<Snapshot> {
  const book = new MemoryWorkbook(snapshot)
  expect(await book.apply(allChanges(plan))).toMatchObject({ outcome: 'applied', skipped: [] })
  return book.read()
}

const valueAt = (snapshot: Snapshot, sheet: string, cell: string) => {
  const box = parseBox(cell), found = snapshot.sheets.find(each => each.name === sheet)
  return box === null || found === undefined ? undefined : cellAt(found, box.top, box.left)
}

const rounded = (value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : (value ?? null))
const shown = (content: CellContent) => (isFormula(content) ? content.value : content)

describe.each(Object.entries(OWN_BOOKS))('%s', (_name, own) => {
  const sheet = own.book.sheets.at(-1)?.name ?? ''

  test('blank cells are filled, parents and typed cells are not', async () => {
    const snapshot = await snapshotOf(own.book), plan = planOf(snapshot, own.options), after = await apply(snapshot, plan)
    expect(Object.fromEntries(Object.keys(own.expected).map(cell => [cell, rounded(valueAt(after, sheet, cell))]))).toEqual(own.expected)
    expect(
      cellItems(plan)
        .filter(({ change }) => change.sheet === sheet)
        .every(({ change, inputs }) => change.before === null && isFormula(change.after) && inputs.length > 0),
    ).toBe(true)
  })

  test('what stays and would be otherwise is told', async () => {
    const plan = planOf(await snapshotOf(own.book), own.options)
    expect(
      plan.kept.filter(kept => kept.sheet === sheet).map(({ cell, value, wouldBe }) => ({ cell, value, wouldBe: rounded(wouldBe) })),
    ).toEqual(own.kept ?? [])
  })

  test('filling twice is filling once', async () => {
    const snapshot = await snapshotOf(own.book),
      once = await apply(snapshot, planOf(snapshot, own.options)),
      again = planOf(once, own.options)
    expect([allChanges(again), again.created]).toEqual([[], []])
  })
})

describe.each(Object.entries(SAMPLES))('%s', (name, book) => {
  test('filling twice is filling once, and undo puts everything back', async () => {
    const snapshot = await snapshotOf(book), plan = planOf(snapshot)
    const host = new MemoryWorkbook(snapshot)
    await host.apply(allChanges(plan))
    expect(allChanges(planOf(await host.read()))).toEqual([])
    expect(await host.apply(undoOf(allChanges(plan)))).toMatchObject({ outcome: 'applied' })
    const back = await host.read()
    expect(back.sheets.map(sheet => [sheet.name, sheet.rows, [...sheet.formulas]])).toEqual(
      snapshot.sheets.map(sheet => [sheet.name, sheet.rows, [...sheet.formulas]]),
    )
    expect(back.names).toEqual(snapshot.names)
  })

  test('the counts on the check sheet are the counts of the report', async () => {
    const snapshot = await snapshotOf(book), report = check(snapshot, { policy: defaultPolicy }), plan = fill(snapshot, report)
    const at = (cell: string) => shown(cellItems(plan).find(({ change }) => change.sheet === '配备检查' && change.cell === cell)?.change.after ?? null)
    for (const [index, unit] of report.communities.entries()) {
      const row = String(6 + index)
      expect([name, unit.name, at(`C${row}`), at(`F${row}`), at(`I${row}`), at(`N${row}`)]).toEqual([name, unit.name, unit.headcount.formal, unit.headcount.contracted, unit.headcount.college, unit.headcount.partyLeague])
      expect(at(`L${row}`)).toBeCloseTo(unit.headcount.averageAge ?? 0, 9)
    }
    expect([at('C5'), at('F5'), at('H5')]).toEqual([report.overall.headcount.formal, report.overall.headcount.contracted, report.overall.headcount.counted])
    expect(at('L5')).toBeCloseTo(report.overall.headcount.averageAge ?? 0, 9)
  })
})

const plan = async (options: FillOptions = {}) => planOf(await snapshotOf(SAMPLES['计划现状示例.xlsx'] ?? { sheets: [] }), options)

test('the stated total is told apart from its parts, and the budget is built on the parts', async () => {
  const { notes, kept } = await plan()
  expect(notes.map(note => say(note, 'zh-CN'))).toContain('合计写的是 101.7，分项相加为 103.4，相差 −1.7（万元，“人员经费情况”E6）。预算按分项计算。')
  expect(kept).toContainEqual({ sheet: '人员经费情况', cell: 'E6', value: 101.7, wouldBe: 103.4 })
})

test.each([['none', 90.9, 106.32], ['principals-instead', 75.16, 90.58], ['principals-plus', 62.66, 78.08]] as const)('scenario %s: what the town pays', async (scenario, now, target) => {
  const changes = cellItems(await plan({ scenario, parameters: { Principals: 23 } }))
  const at = (cell: string) => shown(changes.find(({ change }) => change.sheet === '预算汇总' && change.cell === cell)?.change.after ?? null)
  expect([rounded(at('D17')), rounded(at('E17'))]).toEqual([now, target])
})

test('missing inputs are named with the cell where they go, and stand as 待填, not as 0', async () => {
  const planned = await plan(), { missing } = planned, changes = cellItems(planned)
  expect(missing.map(({ input, sheet, cell }) => `${input} ${sheet}!${cell}`)).toEqual([
    'taskMoney 参数标准!C24', 'paidService 参数标准!C25', 'buildingCost 参数标准!C31', 'approvedArea 社区建设基金测算!B4:B8', 'runningCosts 公用经费预算!B6:G25',
    'usableArea 用房检查!B17:B25',
  ])
  const at = (sheet: string, cell: string) =>
    shown(changes.find(({ change }) => change.sheet === sheet && change.cell === cell)?.change.after ?? null)
  expect([at('用房建设计划', 'H5'), at('公用经费预算', 'H5'), at('建设基金测算', 'E10'), at('资金平衡', 'B12')]).toEqual(['待填', '待填', '待填', '待填'])
})

test('an input typed later is kept, and the sheets follow it', async () => {
  const snapshot = await snapshotOf(SAMPLES['计划现状示例.xlsx'] ?? { sheets: [] }), once = await apply(snapshot, planOf(snapshot))
  const host = new MemoryWorkbook(once)
  await host.apply([{ kind: 'cell', sheet: '参数标准', cell: 'C31', before: null, after: 1800 }])
  const again = planOf(await host.read())
  expect(allChanges(again)).toEqual([])
  expect(again.missing.map(({ input }) => input)).not.toContain('buildingCost')
})

test('a typed value and a formula of the person\'s own are never written over', async () => {
  const snapshot = await snapshotOf(SAMPLES['计划现状示例.xlsx'] ?? { sheets: [] }), once = await apply(snapshot, planOf(snapshot))
  const host = new MemoryWorkbook(once)
  const before = once.sheets.find(sheet => sheet.name === '人员经费预算')
  const formula = before?.formulas.get(6 * 16_384 + 3) ?? ''
  await host.apply([{ kind: 'cell', sheet: '人员经费预算', cell: 'D6', before: { formula, value: 0 }, after: 5 }])
  const again = planOf(await host.read())
  expect(cellItems(again).filter(({ change }) => change.sheet === '人员经费预算')).toEqual([])
  expect(again.kept).toContainEqual({ sheet: '人员经费预算', cell: 'D6', value: 5, wouldBe: expect.closeTo(3.6838, 3) as number })
})

test('a sheet of the same name that is the person\'s own is left as it is', async () => {
  const taken: Book = { sheets: [...(SAMPLES['计划现状示例.xlsx']?.sheets ?? []), { name: '配备检查', rows: [['我的表'], ['勿动']] }] }
  const snapshot = await snapshotOf(taken), plan = planOf(snapshot), changes = cellItems(plan)
  expect(plan.created).toContain('配备检查（测算）')
  expect(changes.some(({ change }) => change.sheet === '配备检查')).toBe(false)
})

test('protected cells are told, not tried', async () => {
  const base = OWN_BOOKS['one column, yuan']
  const sheets = (base?.book.sheets ?? []).map(sheet => (sheet.name === '人员经费预算表' ? { ...sheet, isProtected: true } : sheet))
  const snapshot = await snapshotOf({ sheets }), plan = planOf(snapshot, base?.options)
  expect(cellItems(plan).some(({ change }) => change.sheet === '人员经费预算表')).toBe(false)
  expect(plan.conflicts.map(({ cell }) => cell)).toEqual(['C4', 'C5'])
})

test('nothing recognised: nothing planned, and what is missing is the roster', async () => {
  const { items, missing, created } = planOf(await snapshotOf({ sheets: [{ name: '空', rows: [['杂记'], ['一', '二']] }] }))
  expect([items, created, missing.map(({ input }) => input)]).toEqual([[], [], ['roster']])
})

test('the check reads a filled workbook as it read it before', async () => {
  const snapshot = await snapshotOf(SAMPLES['计划现状示例.xlsx'] ?? { sheets: [] }), before = check(snapshot, { policy: defaultPolicy })
  const after = check(await apply(snapshot, planOf(snapshot)), { policy: defaultPolicy })
  expect(after.communities.map(unit => [unit.name, unit.headcount, unit.premises])).toEqual(
    before.communities.map(unit => [unit.name, unit.headcount, unit.premises]),
  )
  expect(after.overall.premises).toEqual(before.overall.premises)
})
