import * as fc from 'fast-check'
import type { CellContent } from '../../src/core/cell'
import type { CellChange } from '../../src/core/change'
import { undoOf } from '../../src/core/change'
import { cellName } from '../../src/core/place'
import { styleAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { webCodec } from '../../src/hosts/xlsx'
import { nodeCodec, openWorkbook } from '../../src/hosts/xlsx/node'
import { applyToPackage } from '../../src/hosts/xlsx/apply'
import { openPackage } from '../../src/hosts/xlsx/read'
import { joined } from '../../src/hosts/xlsx/zip-writer'
import { shown } from '../contract/contract'
import { bookParts, buildZip, zipParts } from './package-builder'
import { richParts } from './rich-package'

// Hundreds of workbooks in one test, on whatever machine.
const fill: CellChange[] = [
  { kind: 'cell', sheet: '2026年 社区预算(汇总)', cell: 'C5', before: 10, after: 12.28, format: '#,##0.00' },
  { kind: 'cell', sheet: '2026年 社区预算(汇总)', cell: 'D5', before: { formula: '=B5*C5', value: 20 }, after: { formula: '=ROUND(B5*C5,2)', value: 24.56 } },
  { kind: 'cell', sheet: '2026年 社区预算(汇总)', cell: 'E9', before: null, after: '新写的' },
]

describe('a workbook full of features', () => {
  const before = buildZip(richParts())

  test('only the parts that must change do, and the others keep their bytes, their order and their compression', async () => {
    const workbook = openWorkbook(before, 'x.xlsx')
    expect(await workbook.apply(fill)).toMatchObject({ outcome: 'applied', changes: 3, skipped: [] })
    const old = zipParts(before), now = zipParts(workbook.bytes)
    const changed = [...old].filter(([name, part]) => now.get(name)?.raw.equals(part.raw) !== true).map(([name]) => name)
    expect(changed.sort()).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/calcChain.xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect([...now.keys()]).toEqual([...old.keys()].filter(name => name !== 'xl/calcChain.xml'))
    for (const [name, part] of now) expect([name, part.method]).toEqual([name, old.get(name)?.method])
  })

  test('every cell that was not to change keeps its value, its formula and its look', async () => {
    const workbook = openWorkbook(before, 'x.xlsx')
    const old = await workbook.read({ looks: true })
    await workbook.apply(fill)
    const now = await workbook.read({ looks: true })
    const targets = new Set(fill.map(change => `${change.sheet}!${change.cell}`))
    expect(without(cellsOf(now), targets)).toEqual(without(cellsOf(old), targets))
    const { sheets: oldSheets, ...oldRest } = old, { sheets: newSheets, ...newRest } = now
    expect(newRest).toEqual(oldRest)
    expect(newSheets.map(around)).toEqual(oldSheets.map(around))
  })

  test('the source is not touched', async () => {
    const copy = before.slice()
    await openWorkbook(before, 'x.xlsx').apply(fill)
    expect(before).toEqual(copy)
  })

  test('filling twice is filling once', async () => {
    const workbook = openWorkbook(before, 'x.xlsx')
    await workbook.apply(fill)
    const once = zipParts(workbook.bytes)
    await workbook.apply(fill.map(change => ({ ...change, before: change.after })))
    for (const [name, part] of zipParts(workbook.bytes))
      expect([name, part.plain.toString()]).toEqual([name, once.get(name)?.plain.toString()])
  })
})

test('a signature that a change breaks is told', async () => {
  const workbook = openWorkbook(buildZip({ ...richParts(), '_xmlsignatures/origin.sigs': '' }), 'x.xlsx')
  expect(await workbook.apply(fill)).toMatchObject({ outcome: 'applied', notices: [{ key: 'notice.signature-broken' }] })
})

test('zip64 fields are written where sizes ask for them, and read again', async () => {
  const { pieces } = await applyToPackage(openPackage(buildZip(richParts()), nodeCodec), fill, {}, 300)
  if (pieces === undefined) throw new Error('nothing was written')
  const bytes = joined(pieces)
  expect([...zipParts(bytes).keys()]).toContain('xl/styles.xml')
  expect((await openWorkbook(bytes, 'x.xlsx').read()).sheets[0]?.rows[4]?.[2]).toBe(12.28)
})

test('what a browser writes reads the same as what Node writes', async () => {
  const [node, web] = await Promise.all([nodeCodec, webCodec].map(codec => applyToPackage(openPackage(buildZip(richParts()), codec), fill)))
  if (node?.pieces === undefined || web?.pieces === undefined) throw new Error('nothing was written')
  const plain = (pieces: readonly Uint8Array[]): string[][] =>
    [...zipParts(joined(pieces))].map(([name, part]) => [name, part.plain.toString()])
  expect(plain(web.pieces)).toEqual(plain(node.pieces))
})

describe('splicing', () => {
  const content: fc.Arbitrary<CellContent> = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => (Object.is(value, -0) ? 0 : value)),
    fc.string({ unit: fc.oneof(fc.constantFrom('a', '社', ' ', '\n', '_x0041_', '&', '<', '"', ']]>', '=', '\r', '\u0001', '𠮷'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), minLength: 1 }),
    fc.boolean(),
    fc.record({ formula: fc.constantFrom('=A1*2', '=SUM(A:A)', '=IF(A1<>"","是","否")'), value: fc.oneof(fc.integer(), fc.constantFrom('是', '')) }),
  )
  const cells = fc.dictionary(
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 })).map(([row, column]) => cellName(row, column)),
    content,
    { maxKeys: 20 },
  )
  const change = (cell: string, before: CellContent, after: CellContent): CellChange => ({ kind: 'cell', sheet: '表', cell, before, after })

  test('what is written comes back, what is not written stays, and undo restores everything', () =>
    fc.assert(fc.asyncProperty(cells, cells, fc.array(fc.nat(20)), async (first, second, cleared) => {
      const workbook = openWorkbook(buildZip(bookParts({ sheets: [{ name: '表', xml: '<dimension ref="A1"/><sheetData/>' }] })), 'x.xlsx')
      await workbook.apply(Object.entries(first).map(([cell, after]) => change(cell, null, after)))
      expect(shown(await workbook.read())).toEqual(named(first))
      const wanted: Record<string, CellContent> = { ...second }
      for (const number of cleared) {
        const cell = Object.keys(first)[number]
        if (cell !== undefined) wanted[cell] = null
      }
      const changes = Object.entries(wanted).map(([cell, after]) => change(cell, first[cell] ?? null, after))
      expect(await workbook.apply(changes)).toMatchObject({ outcome: 'applied', skipped: [] })
      expect(shown(await workbook.read())).toEqual(named({ ...first, ...wanted }))
      await workbook.apply(undoOf(changes))
      expect(shown(await workbook.read())).toEqual(named(first))
    }), { numRuns: 150 }))

  test('a sheet of many chunks: scattered edits land, and every other row keeps its bytes', async () => {
    const row = (number: number): string => `<row r="${number}"><c r="A${number}"><v>${number}</v></c><c r="B${number}" t="inlineStr"><is><t>第${number}行</t></is></c></row>`
    const rows = Array.from({ length: 60_000 }, (_, i) => row(i * 2 + 1))
    const workbook = openWorkbook(buildZip(bookParts({ sheets: [{ name: '表', xml: `<sheetData>${rows.join('')}</sheetData>` }] })), 'x.xlsx')
    const changes = Array.from({ length: 300 }, (_, i) => [change(`A${i * 400 + 1}`, i * 400 + 1, -i), change(`C${i * 400 + 2}`, null, `新${i}`)]).flat()
    expect(await workbook.apply(changes)).toMatchObject({ outcome: 'applied', changes: 600 })
    const expected = rows.map((text, i) => {
      const number = i * 2 + 1, hit = (number - 1) % 400 === 0
      return hit ? text.replace(`<v>${number}</v>`, `<v>${number === 1 ? 0 : -(number - 1) / 400}</v>`) + `<row r="${number + 1}"><c r="C${number + 1}" t="inlineStr"><is><t>新${(number - 1) / 400}</t></is></c></row>` : text
    })
    expect(zipParts(workbook.bytes).get('xl/worksheets/sheet1.xml')?.plain.toString()).toContain(`<sheetData>${expected.join('')}</sheetData>`)
  })
})

function named(cells: Readonly<Record<string, CellContent>>): Record<string, CellContent> {
  return Object.fromEntries(Object.entries(cells).filter(([, content]) => content !== null).map(([cell, content]) => [`表!${cell}`, content]))
}

function cellsOf(snapshot: Snapshot): Map<string, unknown> {
  const cells = new Map<string, unknown>()
  const contents = shown(snapshot)
  for (const [place, content] of Object.entries(contents)) cells.set(place, content)
  for (const sheet of snapshot.sheets) {
    for (const [row, styles] of (sheet.looks?.styleRows ?? []).entries()) {
      for (let column = 0; column < styles.length; column++) {
        const place = `${sheet.name}!${cellName(row + 1, column + 1)}`
        cells.set(place, [contents[place] ?? null, styleAt(sheet, row + 1, column + 1)])
      }
    }
  }
  return cells
}

function without(cells: Map<string, unknown>, places: ReadonlySet<string>): [string, unknown][] {
  return [...cells].filter(([place]) => !places.has(place)).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A sheet without its cells. */
function around(sheet: Snapshot['sheets'][number]): unknown {
  const { rows: _rows, formulas: _formulas, formats: _formats, looks, ...rest } = sheet
  return { ...rest, widths: looks?.columnWidths, heights: looks?.rowHeights, frozen: [looks?.frozenRows, looks?.frozenColumns] }
}
