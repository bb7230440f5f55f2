import { check } from '../../src/check'
import { documentSource } from '../../src/document'
import { fill, allChanges } from '../../src/fill'
import { openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { budgetFigures } from '../../src/budgets/budget-figures'
import { readFileSync } from 'node:fs'

const sample = new Uint8Array(readFileSync('samples/计划现状示例.xlsx'))

test('the figures are those of the sheets, before they are written and after', async () => {
  const snapshot = await readWorkbookBytes(sample, '示例.xlsx'), report = check(snapshot, { policy: defaultPolicy })
  const before = documentSource(snapshot, report).figures
  expect(before?.kinds.map(({ label, now, goal }) => [label['zh-CN'], now, goal])).toEqual([
    ['正式人员', expect.closeTo(83.5, 6), expect.closeTo(98.2353, 3)], ['聘用人员', expect.closeTo(19.9, 6), expect.closeTo(20.5862, 3)], ['日常公用经费', null, null], ['办公用房建设（起始年度）', null, null],
  ])
  expect(before?.staff).toEqual({ now: expect.closeTo(103.4, 6), goal: expect.closeTo(118.8215, 3) })
  expect(before?.sources?.parts.map(({ now }) => now)).toEqual([12.5, null, expect.closeTo(90.9, 6)])
  const book = openWorkbook(sample, '示例.xlsx')
  await book.apply(allChanges(fill(snapshot, report)))
  const filled = await readWorkbookBytes(book.bytes, '示例.xlsx')
  expect(budgetFigures(filled, { items: [] })).toEqual(before)
})

test('without people and premises there are no figures, and not figures of 0', () => {
  const snapshot = { name: '空.xlsx', dateSystem: 1900, sheets: [], names: [], notices: [] } as const
  expect(documentSource(snapshot, check(snapshot, { policy: defaultPolicy }))).toEqual({ unit: '', figures: null, communityOf: new Map(), names: new Map() })
})
