import type { Box } from '../../core/place'
import { cellKey } from '../../core/place'
import type { Snapshot } from '../../core/snapshot'
import { HostError, throwIfCancelled } from '../../core/workbook'
import type { ReadOptions } from '../../core/workbook'
import { bands, cellCount, trips } from './blocks'
import type { Block } from './blocks'
import { formulaOf, valueOf } from './contents'
import type { WireValue } from './contents'
import { isRefusal } from './errors'
import { closed, rowAt } from './open-sheet'
import type { OpenSheet } from './open-sheet'
import { readNamesSomehow } from './read-names'
import { readStrikes } from './read-strikes'
import type { Run } from './run'
import { askBox, askUsed, boxOf, rangeOf, tighten, usedOf } from './used-range'
import { syncedWhole } from './whole-trip'

/**
 * Reads the open workbook into a snapshot, cell by cell. Reads only: no request of it changes, selects or activates anything, and none of
 * them clears the person's undo list (so merged areas are not asked for: that request does, and the snapshot says that they are not told).
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
    const partlyStruck: { sheet: OpenSheet; box: Box }[] = []
    let done = 0, looks = true
    for (const trip of trips(blocks)) await readTrip(trip)
    if (tablesOpen.size > 0) await readTrip([])
    await readStrikes(context, partlyStruck, signal)
    throwIfCancelled(signal)

    async function readTrip(trip: readonly Block[]): Promise<void> {
      throwIfCancelled(signal)
      try {
        await ask(trip)
      } catch (error) {
        // A host that does not tell how cells look still tells what they hold.
        if (!looks || !isRefusal(error)) throw error
        looks = false
        await ask(trip)
      }
    }

    async function ask(trip: readonly Block[]): Promise<void> {
      const asked = trip.flatMap(block => {
        const sheet = byId.get(block.sheetId)
        return sheet === undefined ? [] : [askBlock(workbook, sheet, block.box, looks)]
      })
      const tables = [...tablesOpen].flatMap(sheet =>
        sheet.tables.map(head => {
          const range = askBox(workbook.worksheets.getItem(sheet.id).tables.getItem(head.id).getRange())
          return { sheet, head, range }
        }),
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
        if (takeBlock(block)) partlyStruck.push(block)
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

async function readUsedRanges(context: Excel.RequestContext, sheets: readonly OpenSheet[]): Promise<void> {
  const asked = sheets.map(sheet => ({ sheet, used: askUsed(context.workbook.worksheets.getItem(sheet.id)) }))
  await context.sync()
  for (const { sheet, used } of asked) sheet.used = usedOf(used)
}

interface AskedBlock {
  readonly sheet: OpenSheet
  readonly box: Box
  readonly range: Excel.Range
  readonly looks: boolean
  readonly rowsHidden: OfficeExtension.ClientResult<Excel.RowProperties[]> | null
  readonly columnsHidden: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null
}

function askBlock(workbook: Excel.Workbook, sheet: OpenSheet, box: Box, looks: boolean): AskedBlock {
  const range = rangeOf(workbook.worksheets.getItem(sheet.id), box)
  range.load(`values,formulas,valueTypes${looks ? ',numberFormat,format/font/strikethrough' : ''}`)
  return {
    sheet, box, range, looks,
    rowsHidden: sheet.used?.rowHidden === null ? range.getRowProperties({ rowHidden: true }) : null,
    columnsHidden: sheet.used?.columnHidden === null ? range.getColumnProperties({ columnHidden: true }) : null,
  }
}

/** @returns some of its cells are struck out and others are not */
function takeBlock({ sheet, box, range, looks, rowsHidden, columnsHidden }: AskedBlock): boolean {
  const values = range.values as WireValue[][] | null, formulas = range.formulas as WireValue[][], types = range.valueTypes
  // A host may answer null instead of an error when it finds a range too large.
  if (values === null) throw new HostError('payload-too-large', { sheet: sheet.name })
  const formats = looks ? (range.numberFormat as (string | null)[][] | null) : null
  const struck: boolean | null = looks ? range.format.font.strikethrough : false
  if (!looks) sheet.untold.add('formats').add('strikes')
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
      if (type !== 'Empty') sheet.looks.add(box.top + r, box.left + c, formats?.[r]?.[c] ?? 'General', struck === true)
    }
  }
  const used = sheet.used
  if (used?.rowHidden === true) for (let row = box.top; row <= box.bottom; row++) sheet.hiddenRows.add(row)
  if (used?.columnHidden === true) for (let column = box.left; column <= box.right; column++) sheet.hiddenColumns.add(column)
  rowsHidden?.value.forEach((row, n) => { if (row.rowHidden === true) sheet.hiddenRows.add(box.top + n) })
  columnsHidden?.value.forEach((column, n) => { if (column.columnHidden === true) sheet.hiddenColumns.add(box.left + n) })
  return struck === null
}
