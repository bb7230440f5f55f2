import { check } from '../../src/check'
import { undoOf } from '../../src/core/change'
import type { Change } from '../../src/core/change'
import { withCells } from '../../src/core/patched-snapshot'
import { cellKey } from '../../src/core/place'
import { cellAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { allChanges, cellItems, fill } from '../../src/fill'
import { recalculated } from '../../src/formula/recalculated'
import { newWorkbookBytes, openWorkbook } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { templateChanges } from '../../src/template'
import { snapshotOf } from '../contract/workbook-spec'
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

describe('a formula that is not calculated here', () => {
  const book = () => openWorkbook(workbook({ sheets: [
    { name: '数', rows: [['甲', 1], ['乙', 2], ['丙', 3]] },
    { name: '别处', rows: [['甲', 1]] },
    { name: '表', rows: [[
      { formula: 'INDIRECT("数!B"&1)', value: 1 }, { formula: 'SUM(OFFSET(别处!B1,0,0))', value: 1 }, { formula: 'A1*2', value: 2 },
      { formula: 'SUM(B1)', value: 1 }, { formula: '[1]外!A1+1', value: 7 }, { formula: 'FORECAST(1,数!B1:B2,数!B2:B3)', value: 9 }, { formula: 'FORECAST(1,别处!B1:B1,别处!B1:B1)', value: 8 },
      { formula: '1/数!B2', value: 0.5 }, { formula: 'SUM(数!B1:B3)', value: 6 },
    ]] },
  ] }), 'far.xlsx')

  test('loses its stored value where it takes a changed cell or where nobody knows which it takes; all else stays', async () => {
    const file = book(), snapshot = await file.read()
    const change = { kind: 'cell', sheet: '数', cell: 'B2', before: 2, after: 0 } as const
    expect(await file.apply(following(snapshot, [change]))).toMatchObject({ outcome: 'applied', skipped: [] })
    const after = await file.read()
    // INDIRECT and OFFSET and what hangs on them; another file's cell; one that takes B2 and one that does not; a division by nothing; a sum.
    expect(Array.from({ length: 9 }, (_, i) => at(after, '表', 1, i + 1))).toEqual([null, null, null, null, 7, null, 8, null, 4])
    expect(after.sheets[2]?.formulas).toEqual(snapshot.sheets[2]?.formulas)
    expect(check(after, { policy: defaultPolicy }).notices).toContainEqual(expect.objectContaining({ key: 'notice.formulas-without-value', params: { count: 5 } }))
  })

  test('has it again once the change is taken back', async () => {
    const snapshot = await book().read()
    const changes = following(snapshot, [{ kind: 'cell', sheet: '数', cell: 'B2', before: 2, after: 0 }]).filter(change => change.kind === 'cell')
    const back = undoOf(changes).filter(change => change.kind === 'cell')
    expect(withCells(withCells(snapshot, changes), back)).toEqual(snapshot)
  })
})

test('formulas that were stored without a value count with theirs, and are no blanks of a sum', () => {
  const sum = (formula: string): { formula: string; value: null } => ({ formula, value: null })
  const snapshot = snapshotOf({ sheets: [{ name: '预算', cells: { A2: 1, B2: 2, C2: sum('=SUM(A2:B2)'), A3: 10, B3: 20, C3: sum('=SUM(A3:A3)'), C4: sum('=SUM(C2:C3)'), A5: sum('=C2*2') } }] })
  const fixed: Change[] = [{ kind: 'cell', sheet: '预算', cell: 'C3', before: sum('=SUM(A3:A3)'), after: { formula: '=SUM(A3:B3)', value: 30 } }]
  expect(recalculated(snapshot, fixed).map(({ cell, after }) => [cell, after])).toEqual([['C4', { formula: '=SUM(C2:C3)', value: 33 }]])
})
