import { check } from '../../src/check'
import type { Change } from '../../src/core/change'
import { cellKey } from '../../src/core/place'
import { cellAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { allChanges, cellItems, fill } from '../../src/fill'
import { recalculated } from '../../src/formula/recalculated'
import { newWorkbookBytes, openWorkbook } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { templateChanges } from '../../src/template'
import { workbook } from '../workbooks/samples'
import type { Cell } from '../workbooks/workbook'

const person = (at: number, kind: string): readonly Cell[] => [at, '东湾社区', `王${String.fromCharCode(0x4e00 + at)}`, '1985.03', '大专', '群众', kind, 40_000]
const at = (snapshot: Snapshot, sheet: string, row: number, column: number) =>
  cellAt(snapshot.sheets.find(each => each.name === sheet) ?? ({ rows: [] } as never), row, column)

/** With the formulas that follow what is written. */
const following = (snapshot: Snapshot, changes: readonly Change[]) => [...changes, ...recalculated(snapshot, changes)]

test('a sum of the person\'s own over filled cells shows its new value, and its formula stays as it was', async () => {
  const book = openWorkbook(workbook({ sheets: [
    { name: '花名册', rows: [['社区工作人员花名册'], ['序号', '社区名称', '姓名', '出生年月', '学历', '政治面貌', '人员性质', '年工资（元）'], person(1, '正式'), person(2, '正式'), person(3, '聘用')] },
    { name: '测算', rows: [['2023年人员经费预算表'], ['单位：元'], ['项目', '人数', '金额'], ['正式人员'], ['聘用人员'], ['合计', { formula: 'SUM(B4:B5)', value: 0 }, { formula: 'SUM(C4:C5)', value: 0 }]] },
  ] }), 'sums.xlsx'), snapshot = await book.read({ looks: true })
  const plan = fill(snapshot, check(snapshot, { policy: defaultPolicy }))
  expect(await book.apply(following(snapshot, allChanges(plan)))).toMatchObject({ outcome: 'applied', skipped: [] })
  const after = await book.read({ looks: true })
  expect([at(after, '测算', 6, 2), at(after, '测算', 6, 3)]).toEqual([3, 120_000])
  expect(after.sheets.find(sheet => sheet.name === '测算')?.formulas.get(cellKey(6, 3))).toBe('=SUM(C4:C5)')
  expect(cellItems(plan).some(({ change }) => change.sheet === '测算' && change.cell === 'C6')).toBe(false)
  expect(allChanges(fill(after, check(after, { policy: defaultPolicy })))).toEqual([])
})

test('another scenario on the template: what stands on its sheets follows at once', async () => {
  const book = openWorkbook(await newWorkbookBytes(templateChanges(defaultPolicy, { sample: true })), 'template.xlsx'), snapshot = await book.read({ looks: true })
  const before = at(snapshot, '预算汇总', 17, 4)
  expect(await book.apply(following(snapshot, allChanges(fill(snapshot, check(snapshot, { policy: defaultPolicy }), { scenario: 'principals-instead' }))))).toMatchObject({ outcome: 'applied', skipped: [] })
  const after = at(await book.read(), '预算汇总', 17, 4)
  expect([before, after].map(value => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))).toEqual([90.9, 75.16])
})
