/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '../excel-host/web-globals'
import { check } from '../../src/check'
import { isFormula } from '../../src/core/cell'
import type { CellContent } from '../../src/core/cell'
import type { Snapshot } from '../../src/core/snapshot'
import { allChanges, cellItems, fill } from '../../src/fill'
import type { ReadOptions } from '../../src/core/workbook'
import { nodeCodec, readWorkbookFile } from '../../src/hosts/xlsx/node'
import { readBytes } from '../../src/hosts/xlsx/read'
import { defaultPolicy as policy } from '../../src/policies'
import { templateChanges } from '../../src/template'
import { shown } from '../contract/contract'
import { bookFromSnapshot } from '../excel-host/from-snapshot'
import { OWN_BOOKS } from '../fill/own-books'
import { workbook as packed } from '../workbooks/workbook'
import { loadOffice, open, openBook } from './client'

beforeAll(() => loadOffice(14))

function plan(snapshot: Snapshot) {
  return fill(snapshot, check(snapshot, { policy, file: snapshot.name }))
}

/** Formulas and values apart: the emulated Excel spells a formula as it was written. */
function formulas(cells: Readonly<Record<string, CellContent>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(cells).map(([cell, content]) => [cell, isFormula(content) ? content.formula : content]))
}

test.each(['计划现状示例', '杂乱表示例'])('filling the budgets of %s in Excel: written, shown as computed, filled twice is nothing, undone', async name => {
  const book = bookFromSnapshot(await readWorkbookFile(`samples/${name}.xlsx`))
  const { excel, workbook } = openBook(book, { apiLevel: 14 })
  const before = await workbook.read()
  const planned = plan(before)
  expect(planned.created.length).toBeGreaterThan(0)
  const result = await workbook.apply(allChanges(planned), { what: 'fill' })
  expect(result).toMatchObject({ outcome: 'applied', skipped: [] })

  const after = await workbook.read()
  const written = shown(after)
  for (const { change } of cellItems(planned)) {
    const found = written[`${change.sheet}!${change.cell}`] ?? null
    expect([change.cell, isFormula(found) ? found.formula : found]).toEqual([change.cell, isFormula(change.after) ? change.after.formula : change.after === '' ? null : change.after])
  }
  expect(cellItems(plan(after))).toEqual([])
  expect(Math.max(excel.wire.longestRequest, excel.wire.longestAnswer)).toBeLessThan(5 * 1024 * 1024)

  expect(await workbook.undo()).toMatchObject({ outcome: 'applied' })
  const again = await workbook.read()
  expect([again.sheets.map(sheet => sheet.name), formulas(shown(again)), again.names]).toEqual([
    before.sheets.map(sheet => sheet.name),
    formulas(shown(before)),
    before.names,
  ])
})

test('a cell that a merged area hides is not in the preview: nothing is left to be told after writing', async () => {
  const bytes = packed({
    ...OWN_BOOKS['one column, yuan']?.book,
    sheets: (OWN_BOOKS['one column, yuan']?.book.sheets ?? []).map(sheet => (sheet.name === '人员经费预算表' ? { ...sheet, merges: ['C4:C5'] } : sheet)),
  })
  const read = (file: Uint8Array, given: string, options: ReadOptions = {}) => readBytes(file, given, nodeCodec, options)
  const { excel, workbook } = openBook(bookFromSnapshot(await read(bytes, '预算.xlsx')), { apiLevel: 14, file: () => Promise.resolve(bytes), readBytes: read })
  const snapshot = await workbook.read()
  const planned = fill(snapshot, check(snapshot, { policy, file: '预算.xlsx' }), OWN_BOOKS['one column, yuan']?.options)
  expect(cellItems(planned).map(({ change }) => `${change.sheet}!${change.cell}`)).not.toContain('人员经费预算表!C5')
  expect(await workbook.apply(allChanges(planned), { what: 'fill' })).toMatchObject({ outcome: 'applied', skipped: [] })
  expect(excel.book.sheet('人员经费预算表').value(4, 2)).toBeUndefined()
})

test('a template is laid out in an empty workbook', async () => {
  const { workbook } = open({ Sheet1: [] }, { apiLevel: 14 })
  const changes = templateChanges(policy, { sample: true })
  expect(await workbook.apply(changes)).toMatchObject({ outcome: 'applied', changes: changes.length, skipped: [] })
})
