import { isSheetName } from '../../src/core/batch'
import { COLUMNS, ROWS, areaName, between } from './address'
import type { Book, Sheet } from './book'
import { Node, ExcelFault, collection, number, orMissing, text } from './node'
import type { Argument, EmulatedClass } from './node'
import { refuseInBackground } from './cells'
import { rangeArgument, rangeNode, severalAreas } from './ranges'
import type { ExcelState } from './state'
import { comments } from './comments'
import { sheetNames } from './names'
import { freezePanes, pageLayout } from './paper'
import { rangeAreaOf, tables } from './tables'

function sheetNode(sheet: Sheet | undefined): Node | null {
  return sheet === undefined ? null : Node.of(worksheet, sheet)
}

function neighbour(sheet: Sheet, step: 1 | -1, args: readonly Argument[]): Node | null {
  const { sheets } = sheet.book
  for (let at = sheets.indexOf(sheet) + step; at >= 0 && at < sheets.length; at += step) if (args[0] !== true || sheets[at]?.visibility === 'Visible') return sheetNode(sheets[at])
  return null
}

function edge(order: readonly Sheet[], args: readonly Argument[]): Node | null {
  return sheetNode(order.find(sheet => args[0] !== true || sheet.visibility === 'Visible'))
}

function refuseStructure(book: Book, location: string): void {
  // [ref] WorkbookProtection: adding, moving, deleting and hiding sheets fails.
  if (book.isStructureProtected) throw new ExcelFault('AccessDenied', location)
}

export const worksheets: EmulatedClass<Book> = {
  ...collection<Book>(
    'WorksheetCollection',
    book => book.sheets.map(sheet => Node.of(worksheet, sheet)),
    item => (item.is(worksheet) ? [item.self.id, item.self.name] : []),
    {
      // A chart sheet in front is no worksheet. [unverified: Excel is known to throw for chart sheets elsewhere, office-js #2444]
      GetFirst: { does: (book, args, excel) => {
        if (excel.isChartSheetFirst) throw new ExcelFault('UnsupportedSheet', 'WorksheetCollection.getFirst')
        return orMissing(edge(book.sheets, args), 'WorksheetCollection.getFirst')
      } },
      GetLast: { does: (book, args) => orMissing(edge([...book.sheets].reverse(), args), 'WorksheetCollection.getLast') },
      // Throws on a chart sheet. office-js #2444
      GetActiveWorksheet: { does: (book, _args, excel) => {
        if (excel.isChartSheetActive) throw new ExcelFault('UnsupportedSheet', 'WorksheetCollection.getActiveWorksheet')
        return orMissing(sheetNode(book.active ?? undefined), 'WorksheetCollection.getActiveWorksheet')
      } },
      Add: { writes: true, does: (book, args, excel) => {
        refuseInBackground(excel, 'WorksheetCollection.add')
        refuseStructure(book, 'WorksheetCollection.add')
        const name = args[0] === null || args[0] === undefined ? `Sheet${book.sheets.length + 1}` : text(args, 0, 'WorksheetCollection.add')
        if (!isSheetName(name)) throw new ExcelFault('InvalidArgument', 'WorksheetCollection.add')
        if (book.find(name) !== undefined) throw new ExcelFault('ItemAlreadyExists', 'WorksheetCollection.add')
        const added = book.add(name)
        excel.outbox.push({ type: 13, target: 'Workbook', args: { worksheetId: added.id, source: 'Local', type: 'WorksheetAdded' } })
        return sheetNode(added) ?? null
      } },
      // Handlers are kept by the client; the host only has to know that it should send.
      _RegisterDataChangedEvent: { does: (_book, _args, excel) => { excel.listening.add('10:Workbook'); return null } },
      _UnregisterDataChangedEvent: { does: (_book, _args, excel) => { excel.listening.delete('10:Workbook'); return null } },
      _RegisterAddedEvent: { does: (_book, _args, excel) => { excel.listening.add('13:Workbook'); return null } },
      _UnregisterAddedEvent: { does: (_book, _args, excel) => { excel.listening.delete('13:Workbook'); return null } },
      _RegisterDeletedEvent: { does: (_book, _args, excel) => { excel.listening.add('15:Workbook'); return null } },
      _UnregisterDeletedEvent: { does: (_book, _args, excel) => { excel.listening.delete('15:Workbook'); return null } },
    },
  ),
}

export const worksheet: EmulatedClass<Sheet> = {
  type: 'Worksheet',
  id: sheet => sheet.id,
  scalars: {
    Id: { get: sheet => sheet.id },
    Name: {
      get: sheet => sheet.name,
      set: (sheet, value) => {
        refuseStructure(sheet.book, 'Worksheet.name')
        if (typeof value !== 'string' || !isSheetName(value)) throw new ExcelFault('InvalidArgument', 'Worksheet.name')
        sheet.name = value
      },
    },
    Position: {
      get: sheet => sheet.book.sheets.indexOf(sheet),
      set: (sheet, value) => {
        const { sheets } = sheet.book
        if (typeof value !== 'number' || value < 0 || value >= sheets.length) throw new ExcelFault('InvalidArgument', 'Worksheet.position')
        sheets.splice(sheets.indexOf(sheet), 1)
        sheets.splice(value, 0, sheet)
      },
    },
    Visibility: {
      get: sheet => sheet.visibility,
      set: (sheet, value) => {
        refuseStructure(sheet.book, 'Worksheet.visibility')
        if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw new ExcelFault('InvalidArgument', 'Worksheet.visibility')
        sheet.visibility = value
      },
    },
    TabColor: { get: sheet => sheet.tabColor, set: (sheet, value) => { sheet.tabColor = String(value) } },
    Gridlines: { get: sheet => sheet.showGridlines, set: (sheet, value) => { sheet.showGridlines = value === true } },
  },
  objects: {
    Protection: sheet => Node.of(worksheetProtection, sheet),
    Tables: sheet => Node.of(tables, sheet),
    Names: sheet => Node.of(sheetNames, sheet),
    PageLayout: sheet => Node.of(pageLayout, sheet),
    FreezePanes: sheet => Node.of(freezePanes, sheet),
    AutoFilter: sheet => Node.of(autoFilter, sheet),
    Comments: sheet => Node.of(comments, sheet),
  },
  methods: {
    GetRange: { does: (sheet, args) => rangeNode(sheet, rangeArgument(sheet, args, 'Worksheet.getRange')) },
    GetRanges: { does: (sheet, args) => severalAreas(sheet, args, 'Worksheet.getRanges') },
    GetCell: { does: (sheet, args) => rangeNode(sheet, { row: number(args, 0, 'Worksheet.getCell'), column: number(args, 1, 'Worksheet.getCell'), rows: 1, columns: 1 }) },
    GetRangeByIndexes: { does: (sheet, args) => {
      const [row, column, rows, columns] = [0, 1, 2, 3].map(index => number(args, index, 'Worksheet.getRangeByIndexes')) as [number, number, number, number]
      if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > ROWS || column + columns > COLUMNS) throw new ExcelFault('InvalidArgument', 'Worksheet.getRangeByIndexes')
      return rangeNode(sheet, between(row, column, row + rows - 1, column + columns - 1))
    } },
    // Values and formats make the used range; only values are emulated. A blank sheet gives A1. [types] Worksheet.getUsedRange
    GetUsedRange: { does: sheet => rangeNode(sheet, sheet.used() ?? { row: 0, column: 0, rows: 1, columns: 1 }) },
    GetUsedRangeOrNullObject: { does: sheet => {
      const used = sheet.used()
      return used === null ? null : rangeNode(sheet, used)
    } },
    GetNext: { does: (sheet, args) => orMissing(neighbour(sheet, 1, args), 'Worksheet.getNext') },
    GetNextOrNullObject: { does: (sheet, args) => neighbour(sheet, 1, args) },
    GetPreviousOrNullObject: { does: (sheet, args) => neighbour(sheet, -1, args) },
    Activate: { moves: true, does: (sheet, _args, excel) => {
      refuseInBackground(excel, 'Worksheet.activate')
      if (sheet.visibility !== 'Visible') throw new ExcelFault('InvalidOperation', 'Worksheet.activate')
      excel.book.active = sheet
      return undefined
    } },
    // Deleting empties the person's undo list everywhere. [doc] excel-add-ins-undo-capabilities.md
    Delete: { writes: true, does: (sheet, _args, excel) => {
      const { sheets } = sheet.book
      refuseStructure(sheet.book, 'Worksheet.delete')
      if (sheets.filter(each => each.visibility === 'Visible').length === 1 && sheet.visibility === 'Visible') throw new ExcelFault('InvalidOperation', 'Worksheet.delete')
      sheets.splice(sheets.indexOf(sheet), 1)
      if (sheet.book.active === sheet) sheet.book.active = sheets[0] ?? null
      excel.canUndo = false
      excel.outbox.push({ type: 15, target: 'Workbook', args: { worksheetId: sheet.id, source: 'Local', type: 'WorksheetDeleted' } })
      return undefined
    } },
    _RegisterDataChangedEvent: { does: (sheet, _args, excel) => { excel.listening.add(`10:${sheet.id}`); return null } },
    _UnregisterDataChangedEvent: { does: (sheet, _args, excel) => { excel.listening.delete(`10:${sheet.id}`); return null } },
  },
}

const worksheetProtection: EmulatedClass<Sheet> = {
  type: 'WorksheetProtection',
  scalars: { Protected: { get: sheet => sheet.isProtected }, Options: { get: () => ({ allowFormatCells: false }) } },
  methods: {
    // Protecting what is protected is refused. office-js #6784
    Protect: { writes: true, does: (sheet, _args, excel) => {
      if (sheet.isProtected) throw new ExcelFault('InvalidOperation', 'WorksheetProtection.protect')
      sheet.isProtected = true
      excel.canUndo = false
      return undefined
    } },
    Unprotect: { writes: true, does: (sheet, _args, excel) => {
      sheet.isProtected = false
      excel.canUndo = false
      return undefined
    } },
  },
}

const autoFilter: EmulatedClass<Sheet> = {
  type: 'AutoFilter',
  methods: {
    Apply: {
      writes: true,
      does: (sheet, args) => {
        sheet.filter =
          args[0] instanceof Node ? areaName(rangeAreaOf(args[0]) ?? { row: 0, column: 0, rows: 1, columns: 1 }) : String(args[0])
        return undefined
      },
    },
  },
}

/** The sheet that a person is on, for tests. */
export function activeSheet(excel: ExcelState): string | null {
  return excel.book.active?.name ?? null
}
