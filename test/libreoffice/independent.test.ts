import { check } from '../../src/check'
import { isFormula } from '../../src/core/cell'
import { sheetNamed, styleAt } from '../../src/core/snapshot'
import type { Snapshot } from '../../src/core/snapshot'
import { allChanges, fill } from '../../src/fill'
import { openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { shown } from '../contract/contract'
import { FIGURES, WORKSHEETS, independentWorkbook } from '../hosts/independent-workbook'
import { excelize } from '../hosts/independent-writer'
import { zipParts } from '../hosts/package-builder'
import { recalculated } from './convert'

/** Formulas over the one number that changes. */
const COMPUTED: ReadonlySet<string> = new Set(['F2', 'G2', 'G3', 'G4', 'G5', 'F6'].map(cell => `${FIGURES}!${cell}`))

let targets: ReadonlySet<string>,
  ours: Snapshot,
  original: Snapshot,
  filled: Snapshot,
  originalParts: readonly string[],
  filledParts: readonly string[]

beforeAll(async () => {
  const bytes = independentWorkbook(await excelize()), book = openWorkbook(bytes, 'x.xlsm'), before = await book.read({ looks: true })
  const changes = [
    { kind: 'cell', sheet: FIGURES, cell: 'B2', before: 10.5, after: 10.75 } as const,
    ...allChanges(fill(before, check(before, { policy: defaultPolicy }))),
  ]
  expect(await book.apply(changes)).toMatchObject({ outcome: 'applied', skipped: [] })
  targets = new Set(changes.flatMap(change => (change.kind === 'cell' ? [`${change.sheet}!${change.cell}`] : [])))
  ours = await book.read()
  const plain = recalculated(bytes), patched = recalculated(book.bytes)
  originalParts = [...zipParts(plain).keys()]
  filledParts = [...zipParts(patched).keys()]
  original = await readWorkbookBytes(plain, 'original.xlsx', { looks: true })
  filled = await readWorkbookBytes(patched, 'filled.xlsx', { looks: true })
})

test('LibreOffice finds as many charts, pictures, pivot tables and comments as in the workbook that was not filled', () => {
  for (const [what, pattern, least] of [['charts', /charts\/chart\d+\.xml$/, 2], ['pictures', /^xl\/media\//, 1], ['pivot tables', /pivotTables\/pivotTable\d+\.xml$/, 1], ['comments', /comments\d+\.xml$/, 1], ['tables', /tables\/table\d+\.xml$/, 1]] as const) {
    const count = (parts: readonly string[]): number => parts.filter(part => pattern.test(part)).length
    expect([what, count(filledParts)]).toEqual([what, count(originalParts)])
    expect(count(originalParts)).toBeGreaterThanOrEqual(least)
  }
})

test('every cell that was not written has the same formula and look, and the same value unless it is computed from one that was', () => {
  const lasting = (book: Snapshot): [string, unknown][] =>
    Object.entries(shown(book))
      .filter(([place]) => WORKSHEETS[sheetOf(place)] !== undefined && !targets.has(place))
      .map(([place, content]) => [place, COMPUTED.has(place) ? isFormula(content) && content.formula : content])
  expect(lasting(filled)).toEqual(lasting(original))
  expect(lasting(original).length).toBeGreaterThan(160)
  for (const [sheet, [rows, columns]] of Object.entries(WORKSHEETS)) {
    const old = sheetNamed(original, sheet), now = sheetNamed(filled, sheet)
    if (old === undefined || now === undefined) throw new Error(sheet)
    for (let row = 1; row <= rows; row++)
      for (let column = 1; column <= columns; column++)
        expect([sheet, row, column, styleAt(now, row, column)]).toEqual([sheet, row, column, styleAt(old, row, column)])
    expect([sheet, now.visibility, now.isProtected, now.merges, now.hiddenRows, now.hiddenColumns, now.tables]).toEqual([
      sheet,
      old.visibility,
      old.isProtected,
      old.merges,
      old.hiddenRows,
      old.hiddenColumns,
      old.tables,
    ])
  }
})

test('what was computed from the changed cell is recalculated', () => {
  expect([original, filled].map(book => shown(book)[`${FIGURES}!F2`])).toEqual([33.5, 33.75].map(value => ({ formula: '=SUM(B2:E2)', value })))
})

test('every formula that the fill wrote gives the value that it carries', () => {
  const written = Object.entries(shown(ours)).flatMap(([place, content]) =>
    targets.has(place) && isFormula(content) ? [[place, content.value] as const] : [],
  )
  expect(written.length).toBeGreaterThan(100)
  const theirs = shown(filled)
  for (const [place, mine] of written) {
    const there = theirs[place], found = there !== undefined && isFormula(there) ? there.value : there
    if (typeof mine === 'number') expect([place, Math.abs(Number(found ?? NaN) - mine) <= 1e-9 * Math.max(1, Math.abs(mine))]).toEqual([place, true])
    else expect([place, found ?? '']).toEqual([place, mine ?? ''])
  }
})

function sheetOf(place: string): string {
  return place.slice(0, place.lastIndexOf('!'))
}
