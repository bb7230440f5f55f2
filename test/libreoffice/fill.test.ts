import type { CellValue } from '../../src/core/cell'
import { isCellError } from '../../src/core/cell'
import { cellKey, cellName, keyColumn, keyRow } from '../../src/core/place'
import { cellAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { check } from '../../src/check'
import { allChanges, fill } from '../../src/fill'
import type { FillOptions } from '../../src/fill'
import { newWorkbookBytes, openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { templateChanges } from '../../src/template'
import { OWN_BOOKS } from '../fill/own-books'
import { SAMPLES, workbook } from '../workbooks/samples'
import { recalculated } from './convert'

/** Formulas whose recalculated value is not the one that the file carries, and those that show an error. */
async function departures(bytes: Uint8Array): Promise<string[]> {
  const ours = await readWorkbookBytes(bytes, 'ours.xlsx'), theirs = await readWorkbookBytes(recalculated(bytes), 'theirs.xlsx')
  const wrong: string[] = []
  let formulas = 0
  for (const sheet of ours.sheets) {
    const other = theirs.sheets.find(each => each.name === sheet.name)
    for (const key of sheet.formulas.keys()) {
      formulas++
      const [row, column] = [keyRow(key), keyColumn(key)]
      const mine = cellAt(sheet, row, column), found = other === undefined ? null : cellAt(other, row, column)
      if (!agrees(mine, found) || isCellError(mine)) wrong.push(`${sheet.name}!${cellName(row, column)} ${sheet.formulas.get(cellKey(row, column)) ?? ''}: ${JSON.stringify(mine)}, LibreOffice ${JSON.stringify(found)}`)
    }
  }
  expect(formulas).toBeGreaterThan(100)
  return wrong
}

function agrees(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
  // An empty text comes back as a blank cell.
  return (a ?? '') === (b ?? '')
}

async function filled(
  bytes: Uint8Array,
  name: string,
  options: FillOptions = {},
): Promise<{ readonly bytes: Uint8Array; readonly before: Snapshot }> {
  const book = openWorkbook(bytes, name),
    before = await book.read({ looks: true })
  const plan = fill(before, check(before, { policy: defaultPolicy }), options)
  const result = await book.apply(allChanges(plan))
  expect(result).toMatchObject({ outcome: 'applied', skipped: [] })
  return { bytes: book.bytes, before }
}

test.each([['the sample', true], ['the empty template', false]] as const)('%s recalculates to the values that it carries', async (_name, sample) => {
  expect(await departures(await newWorkbookBytes(templateChanges(defaultPolicy, { sample })))).toEqual([])
})

test.each([
  ['计划现状示例.xlsx', 'none'], ['计划现状示例.xlsx', 'principals-instead'], ['计划现状示例.xlsx', 'principals-plus'], ['杂乱表示例.xlsx', 'none'], ['一社区一表示例.xlsx', 'none'],
] as const)('%s filled, %s', async (name, scenario) => {
  const book = SAMPLES[name]
  if (book === undefined) throw new Error(name)
  const done = await filled(workbook(book), name, { scenario, parameters: { BuildCost: 1500 } })
  expect(await departures(done.bytes)).toEqual([])
})

test('a workbook with nine budget tables of its own', async () => {
  const books = Object.values(OWN_BOOKS), [first] = books
  const sheets = [...(first?.book.sheets.slice(0, -1) ?? []), ...books.flatMap(({ book }) => book.sheets.slice(-1))]
  expect(await departures((await filled(workbook({ sheets }), 'own.xlsx', { parameters: { BuildCost: 1500 } })).bytes)).toEqual([])
})

test('a wrong value would be found', async () => {
  const book = openWorkbook(await newWorkbookBytes(templateChanges(defaultPolicy, { sample: true })), 'wrong.xlsx'), snapshot = await book.read()
  const summary = snapshot.sheets.find(sheet => sheet.name === '预算汇总'), formula = summary?.formulas.get(cellKey(12, 4)) ?? ''
  await book.apply([{ kind: 'cell', sheet: '预算汇总', cell: 'D12', before: { formula, value: null }, after: { formula: `${formula}+0`, value: 1 } }])
  expect(await departures(book.bytes)).toHaveLength(1)
})
