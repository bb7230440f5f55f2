import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { check } from '../../src/check'
import { cellError } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import type { CellChange } from '../../src/core/change'
import { cellKey, cellName } from '../../src/core/place'
import { withCells } from '../../src/core/patched-snapshot'
import { cellAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { recalculated } from '../../src/formula/recalculated'
import { openWorkbook } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { reportJson } from '../../src/render/json'

const SAMPLES = ['计划现状示例', '杂乱表示例', '一社区一表示例']
const VALUES: readonly CellValue[] = [
  null, '', 0, 1, 7, 45, 300.5, -1, '正式', '聘用', '待定', '本科', '高中', '中共党员', '群众', '1985.03', '1961年2月', '清泉社区', '合计', '小计', '同上', '甲某',
  '约200平方米', '自有', '租用', '退休', '借调', '990101199001010012', '社区名称', '使用面积', '截至日期：2024年12月31日', cellError('#REF!'),
]

/** Where an edit falls, counted round and round the sheet, and what it puts there. */
const edit = fc.record({ sheet: fc.nat(9), row: fc.nat(9999), column: fc.nat(9999), value: fc.constantFrom(...VALUES) })

function changeOf(snapshot: Snapshot, at: { sheet: number; row: number; column: number; value: CellValue }): CellChange | null {
  const sheets = snapshot.sheets.filter(each => each.rows.length > 0 && !each.isProtected), sheet = sheets[at.sheet % sheets.length]
  if (sheet === undefined) return null
  const width = Math.max(...sheet.rows.map(row => row.length)), row = 1 + (at.row % sheet.rows.length), column = 1 + (at.column % width)
  if (sheet.merges?.some(box => row >= box.top && row <= box.bottom && column >= box.left && column <= box.right) === true) return null
  const value = cellAt(sheet, row, column), formula = sheet.formulas.get(cellKey(row, column))
  return { kind: 'cell', sheet: sheet.name, cell: cellName(row, column), before: formula === undefined ? value : { formula, value }, after: at.value }
}

const said = (snapshot: Snapshot): unknown => JSON.parse(JSON.stringify(reportJson(check(snapshot, { policy: defaultPolicy }), 'zh-CN')))

test.each(SAMPLES)('%s: after any edits the report over what was kept is that of a workbook read whole', async name => {
  const bytes = readFileSync(`samples/${name}.xlsx`), first = await openWorkbook(bytes, name).read({ looks: true })
  // What is kept for sheets that stay as they are is warm.
  said(first)
  await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async edits => {
    let snapshot = first
    const all: CellChange[] = []
    for (const each of edits) {
      const change = changeOf(snapshot, each)
      if (change === null) continue
      const changes = [change, ...recalculated(snapshot, [change])]
      snapshot = withCells(snapshot, changes)
      all.push(...changes)
      // A copy shares nothing with what was kept.
      expect(said(snapshot)).toEqual(said(structuredClone(snapshot)))
    }
    if (all.length === 0) return
    const book = openWorkbook(bytes, name)
    fc.pre((await book.apply(all)).outcome === 'applied')
    expect(said(snapshot)).toEqual(said(await book.read({ looks: true })))
  }), { numRuns: 8 })
})

test('an edit makes a new sheet of its own sheet alone: what is kept for the others stays', async () => {
  const snapshot = await openWorkbook(readFileSync(`samples/${SAMPLES[0] ?? ''}.xlsx`), 'a').read()
  const change = changeOf(snapshot, { sheet: 0, row: 9, column: 0, value: 3 })
  const after = change === null ? snapshot : withCells(snapshot, [change])
  expect(after.sheets.filter((sheet, at) => sheet !== snapshot.sheets[at]).map(sheet => sheet.name)).toEqual([change?.sheet])
})

test('a rest between two steps is told, and changes nothing', async () => {
  const snapshot = await openWorkbook(readFileSync(`samples/${SAMPLES[0] ?? ''}.xlsx`), 'a').read(), rest = jest.fn()
  expect(check(snapshot, { policy: defaultPolicy, rest })).toEqual(check(snapshot, { policy: defaultPolicy }))
  expect(rest).toHaveBeenCalled()
})
