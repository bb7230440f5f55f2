import type { CellContent } from '../../core/cell'
import type { Change, SheetLayout } from '../../core/change'
import { FINDINGS_MARK, OLD_FINDINGS_MARK } from '../../core/marks'
import { cellName, sheetReference } from '../../core/place'
import type { ApplyOptions, ApplyResult } from '../../core/workbook'
import { bands, trips } from './blocks'
import type { Block } from './blocks'
import { rangeOf } from './cells'
import { contentOf } from './contents'
import type { WireValue } from './contents'
import type { OfficeWorkbook } from './office-workbook'
import type { Run } from './run'
import { askUsed, boxOf } from './used-range'
import { syncedWhole } from './whole-trip'

/** A sheet of results as plain rows: values only, no formula, nothing that points outside the workbook. */
export interface ResultsTable {
  /** Name for the sheet, e.g. `问题清单`. */
  readonly name: string
  /** In the first row, large. */
  readonly title: string
  /** Under the title: file, day, standard, counts. */
  readonly lines: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Widths in characters. */
  readonly widths: readonly number[]
  /** Under the rows: what the words mean, where to sign. */
  readonly legend: readonly string[]
  /** Footer of the printed pages, with Excel's codes. */
  readonly footer: string
}

/** The hidden name by which the sheet is known again, whatever it is called by then. */
const NAME = FINDINGS_MARK

export interface ResultsWritten {
  readonly sheet: string
  readonly result: ApplyResult
}

/**
 * Writes the results sheet, over the one of before or new at the end. A sheet of the person's own that happens to have the name is left alone:
 * ours then gets a number. Undo takes the sheet away again, or brings the results of before back.
 */
export async function writeResults(
  workbook: OfficeWorkbook,
  run: Run,
  table: ResultsTable,
  options: ApplyOptions = {},
): Promise<ResultsWritten> {
  const old = await findOld(run, table.name)
  const layout = layoutOf(table)
  const cells = new Map<string, { before: CellContent; after: CellContent }>()
  for (const [cell, before] of old.cells) cells.set(cell, { before, after: null })
  for (const [cell, after] of contentsOf(table)) cells.set(cell, { before: cells.get(cell)?.before ?? null, after })
  const changes: Change[] = [
    ...(old.mark === null ? [{ kind: 'add-sheet' as const, sheet: old.sheet }] : []),
    ...(old.refersTo === `${sheetReference(old.sheet)}!$A$1`
      ? []
      : [{ kind: 'name' as const, name: NAME, before: old.refersTo, after: `${sheetReference(old.sheet)}!$A$1`, hidden: true }]),
    { kind: 'dress-sheet', sheet: old.sheet, mark: NAME, layout },
    ...[...cells].map(([cell, { before, after }]): Change => ({ kind: 'cell', sheet: old.sheet, cell, before, after })),
  ]
  const result = await workbook.apply(changes, { ...options, what: 'results' })
  return { sheet: old.sheet, result }
}

async function findOld(
  run: Run,
  wanted: string,
): Promise<{ sheet: string; mark: string | null; refersTo: string | null; cells: Map<string, CellContent> }> {
  return run(async context => {
    const { workbook } = context
    const sheets = workbook.worksheets.load('items/id,items/name')
    const name = workbook.names.getItemOrNullObject(NAME).load('formula'),
      older = workbook.names.getItemOrNullObject(OLD_FINDINGS_MARK).load('formula')
    await context.sync()
    const refersTo = name.isNullObject ? null : String(name.formula).replace(/^=/, '')
    const stands = refersTo ?? (older.isNullObject ? null : String(older.formula).replace(/^=/, ''))
    const ours = sheets.items.find(sheet => `${sheetReference(sheet.name)}!$A$1` === stands)
    const cells = new Map<string, CellContent>()
    if (ours === undefined)
      return {
        sheet: freeName(
          wanted,
          sheets.items.map(sheet => sheet.name),
        ),
        mark: null,
        refersTo,
        cells,
      }
    await readContents(context, ours.id, cells)
    return { sheet: ours.name, mark: refersTo === null ? OLD_FINDINGS_MARK : NAME, refersTo, cells }
  })
}

/** Cells of one request: findings are sentences of a hundred characters. */
const CELLS_AT_ONCE = 10_000

/** Everything on the sheet, in pieces. */
async function readContents(context: Excel.RequestContext, sheetId: string, cells: Map<string, CellContent>): Promise<void> {
  const used = askUsed(context.workbook.worksheets.getItem(sheetId))
  await context.sync()
  if (used.isNullObject) return
  const blocks = bands(boxOf(used), CELLS_AT_ONCE).map(box => ({ sheetId, box }))
  for (const trip of trips(blocks, CELLS_AT_ONCE)) await readTrip(trip)

  async function readTrip(trip: readonly Block[]): Promise<void> {
    const asked = trip.map(block => ({ box: block.box, range: rangeOf(context, block).load('values,formulas,valueTypes') }))
    if (!(await syncedWhole(context, trip, readTrip))) return
    for (const { box, range } of asked)
      for (const [r, row] of (range.values as WireValue[][]).entries())
        for (const [c, value] of row.entries()) {
          const content = contentOf((range.formulas as WireValue[][])[r]?.[c] ?? null, value, range.valueTypes[r]?.[c] ?? 'Empty')
          if (content !== null) cells.set(cellName(box.top + r, box.left + c), content)
        }
  }
}

function freeName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map(name => name.toLowerCase()))
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} ${n}`
    if (!lower.has(name.toLowerCase())) return name
  }
}

function headerRow(table: ResultsTable): number {
  return table.lines.length + 3
}

function* contentsOf(table: ResultsTable): Iterable<[string, CellContent]> {
  yield ['A1', table.title]
  for (const [i, line] of table.lines.entries()) yield [cellName(i + 2, 1), line]
  const top = headerRow(table)
  for (const [column, title] of table.header.entries()) yield [cellName(top, column + 1), title]
  for (const [r, row] of table.rows.entries()) for (const [c, value] of row.entries()) if (value !== null && value !== '') yield [cellName(top + 1 + r, c + 1), value]
  for (const [i, line] of table.legend.entries()) yield [cellName(top + table.rows.length + 2 + i, 1), line]
}

function layoutOf(table: ResultsTable): SheetLayout {
  const top = headerRow(table), right = table.header.length, bottom = top + table.rows.length
  return {
    columnWidths: Object.fromEntries(table.widths.map((width, i) => [i + 1, width])),
    styles: [
      { box: { top: 1, left: 1, bottom: 1, right: 1 }, style: { bold: true, size: 16 } },
      { box: { top, left: 1, bottom: top, right }, style: { bold: true, fill: '#e7e6e6', border: true, wrap: true, align: 'center', vertical: 'center' } },
      // Text format for all of it: nothing that comes from a cell may turn into a formula.
      ...(bottom > top ? [{ box: { top: top + 1, left: 1, bottom, right }, style: { format: '@', border: true, wrap: true, vertical: 'top' as const } }] : []),
    ],
    frozenRows: top,
    landscape: true, fitToWidth: true, printTitleRows: [top, top], footer: table.footer,
  }
}
