import type { CellValue } from '../../core/cell'
import { cellKey } from '../../core/place'
import type { Box } from '../../core/place'
import { EMPTY_ROW } from '../../core/snapshot'
import type { DefinedName, NamedTable, ReadNotice, SheetSnapshot, Snapshot } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ReadOptions } from '../../core/workbook'
import { bands, cellCount, halfBoxes, trips } from './blocks'
import type { Block } from './blocks'
import { formulaOf, valueOf } from './contents'
import type { WireValue } from './contents'
import { officeCode } from './errors'
import type { Run } from './run'
import { syncedWhole } from './whole-trip'

/** Used ranges asked for together with the sheets' names, so that an ordinary workbook needs no trip for them. */
const SHEETS_AT_ONCE = 24
/** A used box above this is looked at again in halves: one stray cell far away must not make us read a billion blanks. */
const LARGE_BOX = 20_000_000
/** More cells than this are refused with the sheet's name. */
const MOST_CELLS = 25_000_000
const BOX = 'rowIndex,columnIndex,rowCount,columnCount'

/** A sheet while it is being read. */
interface OpenSheet {
  readonly id: string
  readonly name: string
  readonly visibility: SheetSnapshot['visibility']
  readonly isProtected: boolean
  readonly tables: readonly TableHead[]
  used: UsedRange | null | undefined
  boxes: Box[]
  readonly rows: CellValue[][]
  readonly formulas: Map<number, string>
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: Set<number>
  readonly named: NamedTable[]
}

interface UsedRange {
  readonly box: Box
  /** `true` all, `false` none, `null` some. */
  readonly rowHidden: boolean | null
  readonly columnHidden: boolean | null
}

interface TableHead {
  readonly id: string
  readonly name: string
  readonly showHeaders: boolean
  readonly showTotals: boolean
  readonly columns: readonly string[]
}

/**
 * Reads the open workbook into a snapshot. Reads only: no request of it changes, selects or activates anything, and none of
 * them clears the person's undo list (so merged areas are not asked for: that request does).
 * Requests: one for names and used ranges, then one for each 50,000 cells, small sheets together.
 * @throws HostError
 */
export function readWorkbook(run: Run, { signal, onProgress }: ReadOptions = {}): Promise<Snapshot> {
  return run(async context => {
    const { workbook } = context
    const first = await readNamesSomehow(context)
    const { sheets } = first
    throwIfCancelled(signal)
    const unknown = sheets.filter(sheet => sheet.used === undefined)
    if (unknown.length > 0) await readUsedRanges(context, unknown)
    for (const sheet of sheets)
      if (sheet.used !== null && sheet.used !== undefined) sheet.boxes = await tighten(context, sheet, sheet.used.box)
    const total = sheets.reduce((sum, sheet) => sum + sheet.boxes.reduce((cells, box) => cells + cellCount(box), 0), 0)

    const blocks = sheets.flatMap(sheet => sheet.boxes.flatMap(box => bands(box)).map(box => ({ sheetId: sheet.id, box })))
    const byId = new Map(sheets.map(sheet => [sheet.id, sheet]))
    const tablesOpen = new Set(sheets.filter(sheet => sheet.tables.length > 0))
    let done = 0
    for (const trip of trips(blocks)) await readTrip(trip)
    if (tablesOpen.size > 0) await readTrip([])
    throwIfCancelled(signal)

    async function readTrip(trip: readonly Block[]): Promise<void> {
      throwIfCancelled(signal)
      const asked = trip.flatMap(block => {
        const sheet = byId.get(block.sheetId)
        return sheet === undefined ? [] : [askBlock(workbook, sheet, block.box)]
      })
      const tables = [...tablesOpen].flatMap(sheet =>
        sheet.tables.map(head => ({
          sheet,
          head,
          range: workbook.worksheets.getItem(sheet.id).tables.getItem(head.id).getRange().load(BOX),
        })),
      )
      if (!(await syncedWhole(context, trip, readTrip))) return
      for (const { sheet, head, range } of tables)
        sheet.named.push({
          name: head.name,
          box: boxOf(range),
          headerRows: head.showHeaders ? 1 : 0,
          totalsRows: head.showTotals ? 1 : 0,
          columns: head.columns,
        })
      tablesOpen.clear()
      for (const block of asked) {
        takeBlock(block)
        done += cellCount(block.box)
        onProgress?.({
          sheet: block.sheet.name,
          sheetNumber: sheets.indexOf(block.sheet) + 1,
          sheetCount: sheets.length,
          share: total === 0 ? 1 : done / total,
        })
      }
    }

    return { name: first.name, dateSystem: first.dateSystem, sheets: sheets.map(closed), names: first.names, notices: first.notices }
  }, { signal })
}

interface Names {
  readonly name: string
  readonly dateSystem: 1900 | 1904
  readonly sheets: OpenSheet[]
  readonly names: DefinedName[]
  readonly notices: ReadNotice[]
}

/** What the first request asks beside the names. */
interface Asking {
  /** Used ranges, by walking from sheet to sheet past the last one: saves a trip. */
  readonly walk: boolean
  /** The date system, by a function of Excel: there is no property for it. */
  readonly probe: boolean
}

/**
 * The two liberties of the first request are plain use of the documented object model and yet not confirmed on every Excel.
 * Where a host refuses it, the same is asked without them, one after the other; only a missing date system is told.
 */
async function readNamesSomehow(context: Excel.RequestContext): Promise<Names> {
  for (const asking of [{ walk: true, probe: true }, { walk: false, probe: true }]) {
    try {
      return await readNames(context, asking)
    } catch (error) {
      if (!REFUSALS.has(officeCode(error) ?? '')) throw error
    }
  }
  return readNames(context, { walk: false, probe: false })
}

/** Errors of an object model that does not take a request; busy hosts, cell editing and too much data are none of them. */
const REFUSALS: ReadonlySet<string> = new Set(['GeneralException', 'InvalidArgument', 'InvalidRequest', 'ItemNotFound', 'InvalidReference', 'InvalidObjectPath', 'NotImplemented', 'ApiNotFound', 'ApiNotAvailable', 'UnsupportedOperation', 'InvalidOperation'])

async function readNames(context: Excel.RequestContext, { walk, probe: probing }: Asking): Promise<Names> {
  const { workbook } = context
  workbook.load('name')
  workbook.application.load('calculationMode,calculationState')
  const list = workbook.worksheets.load([
    'id', 'name', 'visibility', 'protection/protected', 'tables/id', 'tables/name', 'tables/showHeaders', 'tables/showTotals', 'tables/columns/name',
    'names/name', 'names/formula', 'names/visible',
  ].map(path => `items/${path.replace('tables/', 'tables/items/').replace('columns/', 'columns/items/').replace('names/', 'names/items/')}`).join(','))
  const names = workbook.names.load('items/name,items/formula,items/visible,items/scope')
  // Office.js has no property for the 1904 date system. The second day of 1904 is serial 1 in it, and 1463 otherwise.
  const probe = probing ? workbook.functions.date(1904, 1, 2).load('value') : null
  const asked: { sheet: Excel.Worksheet; used: Excel.Range }[] = []
  let sheet = workbook.worksheets.getFirst()
  for (let n = 0; walk && n < SHEETS_AT_ONCE; n++) {
    asked.push({ sheet: sheet.load('id'), used: askUsed(sheet) })
    sheet = sheet.getNextOrNullObject()
  }
  await context.sync()

  const found = new Map(asked.filter(({ sheet }) => !sheet.isNullObject).map(({ sheet, used }) => [sheet.id, usedOf(used)]))
  const sheets = list.items.map((item): OpenSheet => ({
    id: item.id,
    name: item.name,
    visibility: item.visibility === 'Visible' ? 'visible' : item.visibility === 'Hidden' ? 'hidden' : 'veryHidden',
    isProtected: item.protection.protected,
    tables: item.tables.items.map(table => ({
      id: table.id,
      name: table.name,
      showHeaders: table.showHeaders,
      showTotals: table.showTotals,
      columns: table.columns.items.map(column => column.name),
    })),
    used: found.get(item.id),
    boxes: [],
    rows: [],
    formulas: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    named: [],
  }))
  const local = list.items.flatMap(item => item.names.items.map(name => definedName(name, item.name)))
  const global = names.items.filter(name => name.scope === 'Workbook').map(name => definedName(name))
  const notices: ReadNotice[] = []
  if (probe === null) notices.push({ key: 'notice.dateSystemUnknown', params: {} })
  if (workbook.application.calculationMode === 'Manual') notices.push({ key: 'notice.calculationManual', params: {} })
  else if (workbook.application.calculationState !== 'Done') notices.push({ key: 'notice.calculationPending', params: {} })
  return { name: workbook.name, dateSystem: probe?.value === 1 ? 1904 : 1900, sheets, names: [...global, ...local], notices }
}

function definedName(name: Excel.NamedItem, sheet?: string): DefinedName {
  const formula: unknown = name.formula
  return {
    name: name.name,
    refersTo: typeof formula === 'string' ? formula.replace(/^=/, '') : '',
    ...(sheet === undefined ? {} : { sheet }),
    ...(name.visible ? {} : { hidden: true }),
  }
}

function askUsed(area: Excel.Worksheet | Excel.Range): Excel.Range {
  return area.getUsedRangeOrNullObject(true).load(`${BOX},rowHidden,columnHidden`)
}

function usedOf(range: Excel.Range): UsedRange | null {
  return range.isNullObject ? null : { box: boxOf(range), rowHidden: range.rowHidden, columnHidden: range.columnHidden }
}

function boxOf(range: Excel.Range): Box {
  return {
    top: range.rowIndex + 1,
    left: range.columnIndex + 1,
    bottom: range.rowIndex + range.rowCount,
    right: range.columnIndex + range.columnCount,
  }
}

function rangeOf(sheet: Excel.Worksheet, box: Box): Excel.Range {
  return sheet.getRangeByIndexes(box.top - 1, box.left - 1, box.bottom - box.top + 1, box.right - box.left + 1)
}

async function readUsedRanges(context: Excel.RequestContext, sheets: readonly OpenSheet[]): Promise<void> {
  const asked = sheets.map(sheet => ({ sheet, used: askUsed(context.workbook.worksheets.getItem(sheet.id)) }))
  await context.sync()
  for (const { sheet, used } of asked) sheet.used = usedOf(used)
}

/** The parts of an absurdly large used box that hold something: each half is asked for its own used range, again and again. */
async function tighten(context: Excel.RequestContext, sheet: OpenSheet, box: Box): Promise<Box[]> {
  let boxes = [box]
  for (let turn = 0; turn < 40 && boxes.some(each => cellCount(each) > LARGE_BOX); turn++) {
    const kept = boxes.filter(each => cellCount(each) <= LARGE_BOX)
    const worksheet = context.workbook.worksheets.getItem(sheet.id)
    const asked = boxes.filter(each => cellCount(each) > LARGE_BOX).flatMap(halfBoxes).map(half => askUsed(rangeOf(worksheet, half)))
    // One request a turn, and a turn needs the answer of the one before.
    await context.sync()
    boxes = [...kept, ...asked.filter(range => !range.isNullObject).map(boxOf)]
  }
  const cells = boxes.reduce((sum, each) => sum + cellCount(each), 0)
  if (cells > MOST_CELLS) throw new HostError('too-large', { part: sheet.name, cells })
  return boxes
}

interface AskedBlock {
  readonly sheet: OpenSheet
  readonly box: Box
  readonly range: Excel.Range
  readonly rowsHidden: OfficeExtension.ClientResult<Excel.RowProperties[]> | null
  readonly columnsHidden: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null
}

function askBlock(workbook: Excel.Workbook, sheet: OpenSheet, box: Box): AskedBlock {
  const range = rangeOf(workbook.worksheets.getItem(sheet.id), box).load('values,formulas,valueTypes')
  return {
    sheet, box, range,
    rowsHidden: sheet.used?.rowHidden === null ? range.getRowProperties({ rowHidden: true }) : null,
    columnsHidden: sheet.used?.columnHidden === null ? range.getColumnProperties({ columnHidden: true }) : null,
  }
}

function takeBlock({ sheet, box, range, rowsHidden, columnsHidden }: AskedBlock): void {
  const values = range.values as WireValue[][] | null, formulas = range.formulas as WireValue[][], types = range.valueTypes
  // A host may answer null instead of an error when it finds a range too large.
  if (values === null) throw new HostError('payload-too-large', { sheet: sheet.name })
  for (let r = 0; r < values.length; r++) {
    const shown = values[r], written = formulas[r], kinds = types[r]
    if (shown === undefined || written === undefined || kinds === undefined) continue
    let last = shown.length - 1
    while (last >= 0 && kinds[last] === 'Empty') last--
    if (last < 0) continue
    const row = rowAt(sheet, box.top + r)
    while (row.length < box.left - 1) row.push(null)
    for (let c = 0; c <= last; c++) {
      const value = shown[c] ?? null, type = kinds[c] ?? 'Empty'
      row[box.left - 1 + c] = valueOf(value, type)
      const formula = formulaOf(written[c] ?? null, value, type)
      if (formula !== null) sheet.formulas.set(cellKey(box.top + r, box.left + c), formula)
    }
  }
  const used = sheet.used
  if (used?.rowHidden === true) for (let row = box.top; row <= box.bottom; row++) sheet.hiddenRows.add(row)
  if (used?.columnHidden === true) for (let column = box.left; column <= box.right; column++) sheet.hiddenColumns.add(column)
  rowsHidden?.value.forEach((row, n) => { if (row.rowHidden === true) sheet.hiddenRows.add(box.top + n) })
  columnsHidden?.value.forEach((column, n) => { if (column.columnHidden === true) sheet.hiddenColumns.add(box.left + n) })
}

/** The row to fill; rows before it that hold nothing share the one empty row, which is never written to. */
function rowAt(sheet: OpenSheet, row: number): CellValue[] {
  const { rows } = sheet
  while (rows.length < row) rows.push(EMPTY_ROW as CellValue[])
  let found = rows[row - 1]
  if (found === undefined || found === EMPTY_ROW) {
    found = []
    rows[row - 1] = found
  }
  return found
}

function closed(sheet: OpenSheet): SheetSnapshot {
  return {
    name: sheet.name,
    kind: 'worksheet',
    visibility: sheet.visibility,
    rows: sheet.rows,
    formulas: sheet.formulas,
    ...(sheet.hiddenRows.size > 0 ? { hiddenRows: sheet.hiddenRows } : {}),
    ...(sheet.hiddenColumns.size > 0 ? { hiddenColumns: sheet.hiddenColumns } : {}),
    isProtected: sheet.isProtected,
    tables: sheet.named,
  }
}
