import type { CellChange } from '../../src/core/change'
import { undoOf } from '../../src/core/change'
import { MemoryWorkbook } from '../../src/hosts/memory'
import { shown } from '../contract/contract'
import { snapshotOf } from '../contract/workbook-spec'

const set = (cell: string, before: CellChange['before'], after: CellChange['after']): CellChange => ({ kind: 'cell', sheet: '表', cell, before, after })

test('the snapshot that it stands on stays as it was', async () => {
  const snapshot = snapshotOf({ sheets: [{ name: '表', cells: { A1: 1, B2: { formula: '=A1', value: 1 } } }] })
  const copy = structuredClone(snapshot)
  await new MemoryWorkbook(snapshot).apply([set('A1', 1, 2), set('B2', { formula: '=A1', value: 1 }, null), set('Z9', null, '新')])
  expect(snapshot).toEqual(copy)
})

test('a snapshot that was read stays as it was when the workbook changes', async () => {
  const workbook = new MemoryWorkbook(snapshotOf({ sheets: [{ name: '表', cells: { A1: 1, C1: 3 } }] }))
  const before = await workbook.read()
  await workbook.apply([set('A1', 1, 2), set('C1', 3, null)])
  expect([shown(before), shown(await workbook.read())]).toEqual([{ '表!A1': 1, '表!C1': 3 }, { '表!A1': 2 }])
})

test.each<[string, CellChange[], number[]]>([
  ['a row that loses its last cell is shorter', [set('C1', 3, null)], [1, 0, 1]],
  ['a sheet that loses its last row is shorter', [set('A3', 9, null)], [3]],
  ['a row that is emptied is empty', [set('A1', 1, null), set('C1', 3, null)], [0, 0, 1]],
  ['a new row far down', [set('B6', null, 1)], [3, 0, 1, 0, 0, 2]],
  ['nothing over nothing', [set('Z99', null, null)], [3, 0, 1]],
])('%s', async (_what, changes, lengths) => {
  const workbook = new MemoryWorkbook(snapshotOf({ sheets: [{ name: '表', cells: { A1: 1, C1: 3, A3: 9 } }] }))
  await workbook.apply(changes)
  expect((await workbook.read()).sheets[0]?.rows.map(row => row.length)).toEqual(lengths)
  await workbook.apply(undoOf(changes))
  expect((await workbook.read()).sheets[0]?.rows.map(row => row.length)).toEqual([3, 0, 1])
})

test('a new sheet shows the tables and merges of its layout', async () => {
  const workbook = new MemoryWorkbook(snapshotOf({ sheets: [{ name: '表' }] }))
  const box = { top: 3, left: 1, bottom: 5, right: 2 }
  await workbook.apply([{ kind: 'add-sheet', sheet: '新', layout: { merges: [{ top: 1, left: 1, bottom: 1, right: 2 }], tables: [{ name: '名单', box, columns: [{ name: '甲' }, { name: '乙' }] }] } }])
  const sheet = (await workbook.read()).sheets[1]
  expect([sheet?.merges, sheet?.tables]).toEqual([[{ top: 1, left: 1, bottom: 1, right: 2 }], [{ name: '名单', box, headerRows: 1, totalsRows: 0, columns: ['甲', '乙'] }]])
})
