import { check } from '../../src/check'
import { isFormula } from '../../src/core/cell'
import type { Snapshot } from '../../src/core/snapshot'
import { allChanges, cellItems, fill } from '../../src/fill'
import type { FillOptions, FillPlan, TypedCell } from '../../src/fill'
import { fillTyped } from '../../src/fill-typed'
import { MemoryWorkbook } from '../../src/hosts/memory'
import { defaultPolicy } from '../../src/policies'
import { book as bookOf } from '../read/sheets'
import type { SheetText } from '../read/sheets'

const report = (of: Snapshot) => check(of, { policy: defaultPolicy })

const sheet = (name: string, rows: SheetText) => [name, rows] as const
const book = (sheets: readonly (readonly [string, SheetText])[]) => bookOf(Object.fromEntries(sheets))

function planned(snapshot: Snapshot, typed: readonly TypedCell[], options: FillOptions = {}): FillPlan {
  const steps = fillTyped(snapshot, report(snapshot), typed, report, options)
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value
}

const PEOPLE = sheet('花名册', [
  ['社区工作人员花名册'], ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质', '年工资（元）'],
  [1, '东湾社区', '王一', '1985.03', '大专', '群众', '正式', 40_000], [2, '东湾社区', '王二', '1986.03', '大专', '群众', '聘用', 30_000],
])
const own = (...lines: readonly (readonly (string | number | null)[])[]) => sheet('测算', [['2023年人员经费预算表'], ['单位：元'], ['项目', '人数', '金额'], ...lines])
const valueAt = (plan: FillPlan, name: string, cell: string) => {
  const after = cellItems(plan).find(({ change }) => change.sheet === name && change.cell === cell)?.change.after ?? null
  return isFormula(after) ? after.value : after
}

test('a word that stopped a line is said, and the fill goes on', () => {
  const snapshot = book([PEOPLE, own(['正式人员', null, null], ['驻点岗位', null, null])])
  const before = planned(snapshot, [])
  expect(before.left.filter(({ word }) => word.includes('驻点')).map(({ cell }) => cell)).toEqual(['B5', 'C5'])
  const after = planned(snapshot, [], { words: { [before.left.find(({ cell }) => cell === 'B5')?.word ?? '']: 'contracted' } })
  expect([valueAt(after, '测算', 'B5'), valueAt(after, '测算', 'C5')]).toEqual([1, 30_000])
  expect(after.left.filter(({ sheet: name }) => name === '测算')).toEqual([])
})

test('a number that is given for a sheet which the fill adds stands on it, and is not missing any more', () => {
  const snapshot = book([PEOPLE]), [ask] = planned(snapshot, []).missing.find(({ input }) => input === 'buildingCost')?.asks ?? []
  const plan = planned(snapshot, ask === undefined ? [] : [{ ...ask, value: 1800 }])
  expect([ask?.title, ask?.unit, ask === undefined ? null : valueAt(plan, ask.sheet, ask.cell)]).toEqual(['用房单位造价', '元/㎡', 1800])
  expect(plan.missing.map(({ input }) => input)).not.toContain('buildingCost')
})

test('a number that is given for a blank cell of one\'s own comes first, and what hangs on it follows', async () => {
  const snapshot = book([PEOPLE, own(['正式人员', null, null], ['驻点岗位', null, null], ['合计', null, null])])
  const plan = planned(snapshot, [{ sheet: '测算', cell: 'C5', value: 25_000 }, { sheet: '测算', cell: 'B5', value: 1 }])
  expect(allChanges(plan)[0]).toEqual({ kind: 'cell', sheet: '测算', cell: 'C5', before: null, after: 25_000 })
  expect([valueAt(plan, '测算', 'B6'), valueAt(plan, '测算', 'C6')]).toEqual([2, 65_000])
  const host = new MemoryWorkbook(snapshot)
  expect(await host.apply(allChanges(plan))).toMatchObject({ outcome: 'applied', skipped: [] })
  const after = await host.read()
  expect(allChanges(fill(after, report(after)))).toEqual([])
})

test('an input is asked for in the person\'s own cell where one is blank, and taken from there', () => {
  const sources = sheet('资金来源', [['2023年社区经费来源表'], ['单位：万元'], ['来源', '金额'], ['财政补贴', null], ['费随事转', null], ['有偿服务收入', 3]])
  const snapshot = book([PEOPLE, sources]), before = planned(snapshot, []), subsidy = before.missing.find(({ input }) => input === 'subsidy')
  expect([subsidy?.sheet, subsidy?.cell, subsidy?.asks]).toEqual(['资金来源', 'B4', [{ sheet: '资金来源', cell: 'B4', title: '财政补贴', unit: '万元' }]])
  const after = planned(snapshot, [{ sheet: '资金来源', cell: 'B4', value: 25 }])
  expect(after.missing.map(({ input }) => input)).not.toContain('subsidy')
})
