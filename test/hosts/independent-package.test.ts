import { isDeepStrictEqual } from 'node:util'
import { check } from '../../src/check'
import { isFormula } from '../../src/core/cell'
import type { CellChange, Change } from '../../src/core/change'
import { undoOf } from '../../src/core/change'
import { cellName } from '../../src/core/place'
import { styleAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { allChanges, fill } from '../../src/fill'
import { openWorkbook } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { shown } from '../contract/contract'
import { IndependentReader } from './independent-reader'
import { BUDGET, FIGURES, LOCKED, ROSTER, WORKSHEETS, independentWorkbook, libraryWorkbook } from './independent-workbook'
import type { Excelize } from './independent-writer'
import { excelize } from './independent-writer'
import { buildZip, partText, zipParts } from './package-builder'

const BOOK = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/calcChain.xml', 'xl/styles.xml', 'xl/workbook.xml']

interface Found {
  readonly cells: ReturnType<IndependentReader['cells']>
  readonly around: Readonly<Record<string, unknown>>
  readonly names: ReadonlyMap<string, string>
  readonly properties: unknown
}

let library: Excelize, before: Uint8Array, snapshot: Snapshot, found: Found

beforeAll(async () => {
  library = await excelize()
  before = independentWorkbook(library)
  snapshot = await openWorkbook(before, 'x.xlsm').read({ looks: true })
  const reader = read(before)
  found = { cells: reader.cells(WORKSHEETS), around: reader.around(WORKSHEETS), names: reader.names(), properties: reader.properties() }
})

const read = (bytes: Uint8Array): IndependentReader => new IndependentReader(library, bytes)
const set = (sheet: string, cell: string, was: CellChange['before'], after: CellChange['after'], formats: Pick<CellChange, 'format' | 'formatBefore'> = {}): CellChange => ({ kind: 'cell', sheet, cell, before: was, after, ...formats })

interface Case {
  readonly changes: () => readonly Change[]
  /** Parts that are no longer the same bytes, or gone. */
  readonly changed: readonly string[]
  readonly added: readonly string[]
}

const CASES: Readonly<Record<string, Case>> = {
  'one number beside charts, sparklines, controls and conditional formats': {
    changes: () => [set(FIGURES, 'B2', 10.5, 99)],
    changed: ['xl/workbook.xml', 'xl/worksheets/sheet1.xml'], added: [],
  },
  'the first cell of a shared formula, a text, a number format, a cell that is cleared and one that is new': {
    changes: () => [
      set(FIGURES, 'F2', { formula: '=SUM(B2:E2)', value: null }, 33.5), set(FIGURES, 'A3', '水电', '水电气'), set(FIGURES, 'C3', 11.75, 12, { format: '#,##0.00', formatBefore: 'General' }),
      set(FIGURES, 'D6', '00123', null), set(FIGURES, 'K12', null, { formula: '=F3*2', value: 86.5 }),
    ],
    changed: [...BOOK, 'xl/worksheets/sheet1.xml'], added: [],
  },
  'the one open cell of a protected sheet': {
    changes: () => [set(LOCKED, 'B2', 0.26, 0.3)],
    changed: ['xl/workbook.xml', 'xl/worksheets/sheet6.xml'], added: [],
  },
  'a cell of the roster, in a table with validations, comments and a slicer': {
    changes: () => [set(ROSTER, 'F3', '高中', '大专')],
    changed: ['xl/workbook.xml', 'xl/worksheets/sheet2.xml'], added: [],
  },
  'a budget sheet with a table of its own': {
    changes: () => [
      {
        kind: 'add-sheet', sheet: '预算', after: ROSTER,
        layout: { columnWidths: { 1: 20 }, frozenRows: 1, landscape: true, printTitleRows: [1, 1], styles: [{ box: { top: 1, left: 1, bottom: 1, right: 2 }, style: { bold: true, border: true, fill: '#DDEBF7', font: '黑体' } }], conditions: [{ box: { top: 2, left: 2, bottom: 3, right: 2 }, formula: 'B2>0', style: { color: '#9C0006' } }], tables: [{ name: '预算表', box: { top: 1, left: 1, bottom: 3, right: 2 }, columns: [{ name: '科目' }, { name: '金额' }] }] },
      },
      set('预算', 'A1', null, '科目'), set('预算', 'B1', null, '金额'), set('预算', 'A2', null, '工资'), set('预算', 'B2', null, { formula: `=SUM(${ROSTER}!I3:I14)`, value: 492_301.5 }, { format: '#,##0.00' }), set('预算', 'A3', null, '合计'), set('预算', 'B3', null, { formula: '=B2*单位比例', value: 127_998.39 }),
      { kind: 'name', name: '预算合计', before: null, after: '预算!$B$3' },
    ],
    changed: BOOK, added: ['xl/tables/table2.xml', 'xl/worksheets/_rels/sheet8.xml.rels', 'xl/worksheets/sheet8.xml'],
  },
  'the fill: ten sheets, and the blank cells of the own budget table': {
    // Its own budget table is for 2026.
    changes: () => allChanges(fill(snapshot, check(snapshot, { policy: defaultPolicy, asOf: '2026-12-31' }))),
    changed: [...BOOK, 'xl/worksheets/sheet4.xml'], added: Array.from({ length: 10 }, (_, at) => `xl/worksheets/sheet${8 + at}.xml`),
  },
}

test('the workbook has what it should: each feature is a part, or an answer of the library that wrote it', () => {
  const parts = [...zipParts(before).keys()]
  for (const [what, pattern, count] of [
    ['charts', /^xl\/charts\/chart\d\.xml$/, 3], ['a chart sheet', /^xl\/chartsheets\//, 2], ['drawings', /^xl\/drawings\/drawing\d\.xml$/, 4], ['notes, controls and a header picture', /vmlDrawing\d\.vml$/, 3], ['comments', /^xl\/comments\d/, 1],
    ['threaded comments', /threadedComment/, 1], ['pictures', /^xl\/media\//, 1], ['a pivot table', /^xl\/pivotTables\/pivotTable1\.xml$/, 1], ['its cache', /^xl\/pivotCache\//, 1], ['a slicer', /^xl\/slicers\//, 1], ['a table', /^xl\/tables\//, 1],
    ['macros', /vbaProject\.bin$/, 1], ['custom XML', /^customXml\//, 1], ['an external link', /^xl\/externalLinks\/e/, 1], ['shared strings', /sharedStrings/, 1], ['a calculation chain', /calcChain/, 1], ['something unknown', /未知/, 1],
  ] as const) expect([what, parts.filter(part => pattern.test(part)).length]).toEqual([what, count])
  const any = expect.anything() as unknown
  expect(found.around).toMatchObject({
    [FIGURES]: { controls: [any, any] },
    [ROSTER]: { comments: [{ Cell: 'C3' }, { Cell: 'I5' }], validations: [{ Type: 'list', Sqref: 'H3:H14' }, { Type: 'decimal' }], merges: ['A1:I1'], tables: [{ Name: '人员', Range: 'A2:I14' }], view: [{ Freeze: true, XSplit: 3, YSplit: 2 }, any, any], page: { Orientation: 'landscape' } },
    办公用房情况: { pictures: [['H2', [any]]], links: [['B3'], ['B4']] },
    [LOCKED]: { protection: { AlgorithmName: 'SHA-512' } },
    深藏: { visible: false },
  })
  const figures = aroundCells(before, 'xl/worksheets/sheet1.xml')
  for (const part of ['<colorScale>', '<iconSet ', 'type="cellIs"', 'type="expression"', '<x14:sparkline>', '<picture ', '<ignoredError ', 'outlineLevel="2"', 'style="5"']) expect(figures).toContain(part)
  expect([...found.cells.values()].filter(cell => cell.value !== '').length).toBeGreaterThan(160)
})

describe.each(Object.entries(CASES))('%s', (_what, { changes, changed, added }) => {
  let batch: readonly Change[], after: Uint8Array, undone: Uint8Array, targets: ReadonlySet<string>
  beforeAll(async () => {
    batch = changes()
    targets = new Set(batch.flatMap(change => (change.kind === 'cell' ? [`${change.sheet}!${change.cell}`] : [])))
    const workbook = openWorkbook(before, 'x.xlsm')
    expect(await workbook.apply(batch)).toMatchObject({ outcome: 'applied', skipped: [] })
    after = workbook.bytes
    expect(await workbook.apply(undoOf(batch))).toMatchObject({ outcome: 'applied', skipped: [] })
    undone = workbook.bytes
  })

  test('only the parts that must change do', () => {
    expect(partsChanged(before, after)).toEqual({ changed: [...changed].sort(), added })
  })

  test('in a sheet that changes, everything around its cells keeps its bytes', () => {
    for (const part of changed) if (part.includes('/worksheets/')) expect(aroundCells(after, part)).toBe(aroundCells(before, part))
  })

  test('the independent reader finds every other cell equal in type, value, formula and style, and everything around the cells as it was', () => {
    const now = read(after)
    expect(without(now.cells(WORKSHEETS), targets)).toEqual(without(found.cells, targets))
    expect(now.around(WORKSHEETS)).toEqual(found.around)
    expect(now.properties()).toEqual(found.properties)
    expect([...now.names()].filter(([name]) => found.names.has(name))).toEqual([...found.names])
  })

  test('the independent reader finds what was written', () => {
    const now = read(after)
    for (const change of batch) {
      if (change.kind !== 'cell') continue
      const { value, formula } = now.content(change.sheet, change.cell), content = change.after
      if (isFormula(content)) expect([change.cell, formula]).toEqual([change.cell, content.formula.slice(1)])
      const wanted = isFormula(content) ? content.value : content
      expect([change.sheet, change.cell, typeof wanted === 'number' ? Number(value) : value]).toEqual([change.sheet, change.cell, wanted ?? ''])
    }
  })

  test('our own reader, looks and all, finds the same', async () => {
    const now = await openWorkbook(after, 'x.xlsm').read({ looks: true })
    expect(without(cellsOf(now), targets)).toEqual(without(cellsOf(snapshot), targets))
  })

  test('taken back, both readers find the workbook that was there', async () => {
    const now = read(undone)
    expect(without(now.cells(WORKSHEETS), new Set())).toEqual(without(found.cells, new Set()))
    expect(now.around(WORKSHEETS)).toEqual(found.around)
    expect([...now.names()]).toEqual([...found.names])
    expect(without(cellsOf(await openWorkbook(undone, 'x.xlsm').read({ looks: true })), new Set())).toEqual(without(cellsOf(snapshot), new Set()))
  })
})

test('a locked cell is left alone, and then not one byte changes', async () => {
  const workbook = openWorkbook(before, 'x.xlsm')
  expect(await workbook.apply([set(LOCKED, 'A2', '单位比例', '别的')])).toMatchObject({ outcome: 'applied', changes: 0, skipped: [{ why: 'skip.protected' }] })
  expect(partsChanged(before, workbook.bytes)).toEqual({ changed: [], added: [] })
})

test('a row typed under the table makes the table longer, and no other part moves', async () => {
  const workbook = openWorkbook(before, 'x.xlsm')
  const row = ['13', '河东社区', '新来的'].map((content, at) => set(ROSTER, cellName(15, at + 1), null, content))
  await workbook.apply(row)
  expect(partsChanged(before, workbook.bytes).changed).toEqual(['xl/tables/table1.xml', 'xl/workbook.xml', 'xl/worksheets/sheet2.xml'])
  const now = read(workbook.bytes), targets = new Set(row.map(change => `${ROSTER}!${change.cell}`))
  expect(now.around(WORKSHEETS)[ROSTER]).toMatchObject({ tables: [{ Range: 'A2:I15', Name: '人员' }] })
  expect(without(now.cells(WORKSHEETS), targets)).toEqual(without(found.cells, targets))
})

test('the header of a table is left alone, because the table has it too; its look may change', async () => {
  const workbook = openWorkbook(before, 'x.xlsm')
  expect(await workbook.apply([set(ROSTER, 'C2', '姓名', '名字')])).toMatchObject({ outcome: 'applied', changes: 0, skipped: [{ why: 'skip.table-header' }] })
  expect(partsChanged(before, workbook.bytes)).toEqual({ changed: [], added: [] })
  expect(await workbook.apply([set(ROSTER, 'C2', '姓名', '姓名', { format: '@' })])).toMatchObject({ outcome: 'applied', changes: 1, skipped: [] })
  expect(read(workbook.bytes).content(ROSTER, 'C2').value).toBe('姓名')
})

test('a package of another zip writer: what is not touched keeps even its compressed bytes, and its place', async () => {
  const packed = libraryWorkbook(library), workbook = openWorkbook(packed, 'x.xlsx')
  await workbook.apply([set(FIGURES, 'B2', 10.5, 99)])
  const old = zipParts(packed), now = zipParts(workbook.bytes)
  expect([...now.keys()]).toEqual([...old.keys()])
  expect([...old].filter(([name, part]) => now.get(name)?.raw.equals(part.raw) !== true).map(([name]) => name).sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
  expect(read(workbook.bytes).content(FIGURES, 'B2').value).toBe('99')
})

test('a cell written where none was takes the look of its column, by the independent reader too', async () => {
  const workbook = openWorkbook(before, 'x.xlsm')
  await workbook.apply([set(FIGURES, 'I12', null, 0.5)])
  const now = read(workbook.bytes).cells(WORKSHEETS)
  expect(now.get(`${FIGURES}!I12`)).toMatchObject({ value: '0.5', style: found.cells.get(`${FIGURES}!I2`)?.style })
  expect(now.get(`${FIGURES}!I12`)?.style).toMatchObject({ NumFmt: 10, Font: { Italic: true } })
})

test('the comparisons do see a loss', async () => {
  const workbook = openWorkbook(before, 'x.xlsm')
  await workbook.apply([set(BUDGET, 'C4', null, null, { format: '0.0' }), set('深藏', 'B1', 7, 8)])
  const differing = [...read(workbook.bytes).cells(WORKSHEETS)]
    .filter(([place, cell]) => !isDeepStrictEqual(cell, found.cells.get(place)))
    .map(([place]) => place)
  expect(differing).toEqual([`${BUDGET}!C4`, '深藏!B1'])
  const parts = Object.fromEntries([...zipParts(before)].filter(([name]) => name !== 'xl/comments1.xml').map(([name, { plain }]) => [name, new Uint8Array(name === 'xl/charts/chart1.xml' ? plain.subarray(1) : plain)]))
  expect(partsChanged(before, buildZip(parts)).changed).toEqual(['xl/charts/chart1.xml', 'xl/comments1.xml'])
})

/** By the bytes before compression, so that the other side may have been packed by another program. */
function partsChanged(old: Uint8Array, now: Uint8Array): { readonly changed: string[]; readonly added: string[] } {
  const were = zipParts(old), are = zipParts(now)
  return {
    changed: [...were].filter(([name, part]) => are.get(name)?.plain.equals(part.plain) !== true).map(([name]) => name).sort(),
    added: [...are.keys()].filter(name => !were.has(name)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  }
}

/** A sheet's text without its cells and the range that it says it uses. */
function aroundCells(bytes: Uint8Array, part: string): string {
  return partText(bytes, part).replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>').replace(/<dimension ref="[^"]*"/, '<dimension')
}

/** Content and style of each cell of the sheets that were there before. */
function cellsOf(book: Snapshot): Map<string, unknown> {
  const contents = shown(book), cells = new Map<string, unknown>()
  for (const sheet of book.sheets) {
    const [rows, columns] = WORKSHEETS[sheet.name] ?? [0, 0]
    for (let row = 1; row <= rows; row++) {
      for (let column = 1; column <= columns; column++) {
        const place = `${sheet.name}!${cellName(row, column)}`
        cells.set(place, [contents[place] ?? null, styleAt(sheet, row, column)])
      }
    }
  }
  return cells
}

function without(cells: ReadonlyMap<string, unknown>, places: ReadonlySet<string>): [string, unknown][] {
  return [...cells].filter(([place]) => !places.has(place))
}
