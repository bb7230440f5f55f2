import { COLUMNS, ROWS, WHOLE, areaName, between, intersection, parseArea, sizeOf, splitSheet } from './address'
import type { Area } from './address'
import type { Sheet } from './book'
import { grid, keepOutside, kind, mixed, properties, readable, refuseInBackground, refuseLocked, shown, spread, typeInto } from './cells'
import type { Areas, Cells } from './cells'
import { conditionalFormats } from './conditional'
import { rangeFormat } from './formats'
import { Node, ExcelFault, number, text } from './node'
import type { Argument, EmulatedClass, Json } from './node'
import type { ExcelState } from './state'
import { dataValidation } from './validation'
import { worksheet } from './sheets'
import { sheetReference } from '../../src/core/place'

export function rangeNode(sheet: Sheet, area: Area): Node {
  return Node.of(range, { sheet, area })
}

export function areasNode(sheet: Sheet, areas: readonly Area[]): Node {
  return Node.of(rangeAreas, { sheet, areas })
}

/** The range of an address on a sheet; a defined name works too. [ref] Worksheet.getRange */
export function areaOf(sheet: Sheet, address: string, location: string): Area {
  const { sheet: named, cells } = splitSheet(address)
  if (named !== null && sheet.book.find(named) !== sheet) throw new ExcelFault('InvalidArgument', location)
  const found = parseArea(cells)
  if (found !== null) return found
  const name = [...sheet.names, ...sheet.book.names].find(each => each.name.toLowerCase() === cells.toLowerCase())
  const target = name === undefined ? null : parseArea(splitSheet(name.formula.replace(/^=/, '')).cells)
  if (target === null) throw new ExcelFault('InvalidArgument', location, 'The argument is invalid or missing or has an incorrect format.')
  return target
}

function select(sheet: Sheet, areas: readonly Area[], excel: ExcelState): undefined {
  refuseInBackground(excel, 'Range.select')
  // A hidden sheet cannot be selected on. [unverified, known behaviour of Excel]
  if (sheet.visibility !== 'Visible') throw new ExcelFault('InvalidSelection', 'Range.select')
  excel.book.active = sheet
  excel.book.selection = { sheet, areas: [...areas] }
  return undefined
}

function other(args: readonly Argument[], index: number, self: Cells, location: string): Area {
  const given = args[index]
  if (typeof given === 'string') return areaOf(self.sheet, given, location)
  if (given instanceof Node && given.is(range) && given.self.sheet === self.sheet) return given.self.area
  throw new ExcelFault('InvalidArgument', location)
}

function orNothing(self: Cells, area: Area | null): Node | null {
  return area === null ? null : rangeNode(self.sheet, area)
}

export const range: EmulatedClass<Cells> = {
  type: 'Range',
  keepsReference: true,
  scalars: {
    Address: { get: ({ sheet, area }) => `${sheetReference(sheet.name)}!${areaName(area)}` },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rows },
    ColumnCount: { get: ({ area }) => area.columns },
    // More than fit a 32-bit number: -1. [ref] Range.cellCount
    CellCount: { get: ({ area }) => (sizeOf(area) > 2_147_483_647 ? -1 : sizeOf(area)) },
    IsEntireRow: { get: ({ area }) => area.columns === COLUMNS },
    IsEntireColumn: { get: ({ area }) => area.rows === ROWS },
    Values: {
      get: (self, excel) => readable(self, excel, (r, c) => shown(self.sheet.value(r, c))),
      set: (self, value, excel) => {
        typeInto(self, value, excel, 'Range.values')
      },
    },
    Formulas: {
      get: (self, excel) => readable(self, excel, (r, c) => self.sheet.formula(r, c) ?? shown(self.sheet.value(r, c))),
      set: (self, value, excel) => {
        typeInto(self, value, excel, 'Range.formulas')
      },
    },
    // A sheet with the formats of a person is not drawn here: numbers are shown as they are.
    Text: { get: (self, excel) => readable(self, excel, (r, c) => String(shown(self.sheet.value(r, c)))) },
    ValueTypes: { get: (self, excel) => readable(self, excel, (r, c) => kind(self.sheet.value(r, c))) },
    NumberFormat: {
      get: (self, excel) => readable(self, excel, (r, c) => self.sheet.format(r, c).numberFormat ?? 'General'),
      set: (self, value) => {
        refuseLocked(self, 'Range.numberFormat')
        spread(self, value, 'Range.numberFormat', (row, column, entry) => {
          if (entry === null) return
          if (typeof entry !== 'string') throw new ExcelFault('InvalidArgument', 'Range.numberFormat')
          self.sheet.changeFormat(row, column, { numberFormat: entry })
        })
      },
    },
    RowHidden: {
      get: ({ sheet, area }) => mixed(sheet.hiddenRows, area.row, area.rows),
      set: ({ sheet, area }, value) => {
        for (let r = area.row; r < area.row + area.rows; r++)
          if (value === true) sheet.hiddenRows.add(r)
          else sheet.hiddenRows.delete(r)
      },
    },
    ColumnHidden: {
      get: ({ sheet, area }) => mixed(sheet.hiddenColumns, area.column, area.columns),
      set: ({ sheet, area }, value) => {
        for (let c = area.column; c < area.column + area.columns; c++)
          if (value === true) sheet.hiddenColumns.add(c)
          else sheet.hiddenColumns.delete(c)
      },
    },
  },
  objects: {
    Format: self => Node.of(rangeFormat, { sheet: self.sheet, areas: [self.area] }),
    Worksheet: self => Node.of(worksheet, self.sheet),
    ConditionalFormats: self => Node.of(conditionalFormats, { sheet: self.sheet, areas: [self.area] }),
    DataValidation: self => Node.of(dataValidation, self),
  },
  methods: {
    _KeepReference: { does: () => null },
    // The client asks the host to check sizes before it slices a large array itself. Learnt from the client's setRangePropertiesInBulk.
    _ValidateArraySize: {
      does: ({ area }, args) => {
        if (number(args, 0, 'Range.values') !== area.rows || number(args, 1, 'Range.values') !== area.columns)
          throw new ExcelFault('InvalidArgument', 'Range.values')
        return null
      },
    },
    GetRow: { does: ({ sheet, area }, args) => rangeNode(sheet, { ...area, row: area.row + number(args, 0, 'Range.getRow'), rows: 1 }) },
    GetColumn: {
      does: ({ sheet, area }, args) => rangeNode(sheet, { ...area, column: area.column + number(args, 0, 'Range.getColumn'), columns: 1 }),
    },
    GetCell: {
      does: ({ sheet, area }, args) =>
        rangeNode(sheet, {
          row: area.row + number(args, 0, 'Range.getCell'),
          column: area.column + number(args, 1, 'Range.getCell'),
          rows: 1,
          columns: 1,
        }),
    },
    GetEntireRow: { does: ({ sheet, area }) => rangeNode(sheet, { ...area, column: 0, columns: COLUMNS }) },
    GetEntireColumn: { does: ({ sheet, area }) => rangeNode(sheet, { ...area, row: 0, rows: ROWS }) },
    GetBoundingRect: {
      does: (self, args) => {
        const a = self.area,
          b = other(args, 0, self, 'Range.getBoundingRect')
        return rangeNode(
          self.sheet,
          between(
            Math.min(a.row, b.row),
            Math.min(a.column, b.column),
            Math.max(a.row + a.rows, b.row + b.rows) - 1,
            Math.max(a.column + a.columns, b.column + b.columns) - 1,
          ),
        )
      },
    },
    GetIntersection: {
      does: (self, args) => {
        const found = intersection(self.area, other(args, 0, self, 'Range.getIntersection'))
        if (found === null) throw new ExcelFault('ItemNotFound', 'Range.getIntersection')
        return rangeNode(self.sheet, found)
      },
    },
    GetIntersectionOrNullObject: {
      does: (self, args) => orNothing(self, intersection(self.area, other(args, 0, self, 'Range.getIntersectionOrNullObject'))),
    },
    // A blank sheet's used range is A1 without `OrNullObject`. [ref] Worksheet.getUsedRange
    GetUsedRange: { does: self => rangeNode(self.sheet, self.sheet.used(self.area) ?? { ...self.area, rows: 1, columns: 1 }) },
    GetUsedRangeOrNullObject: { does: self => orNothing(self, self.sheet.used(self.area)) },
    GetRowProperties: {
      does: ({ sheet, area }, args) =>
        properties(area.rows, args, ['rowHidden'], 'Range.getRowProperties', r => ({ rowHidden: sheet.hiddenRows.has(area.row + r) })),
    },
    GetCellProperties: {
      does: ({ sheet, area }, args) => {
        if (JSON.stringify(args[0]) !== '{"format":{"font":{"strikethrough":true}}}')
          throw new ExcelFault('NotImplemented', 'Range.getCellProperties')
        const struck = (row: number, column: number): boolean => sheet.format(row, column).strikethrough ?? false
        return grid(area, (row, column): Json => ({ format: { font: { strikethrough: struck(row, column) } } }))
      },
    },
    GetColumnProperties: {
      does: ({ sheet, area }, args) =>
        properties(area.columns, args, ['columnHidden'], 'Range.getColumnProperties', c => ({
          columnHidden: sheet.hiddenColumns.has(area.column + c),
        })),
    },
    Select: { moves: true, does: (self, _args, excel) => select(self.sheet, [self.area], excel) },
    Clear: {
      writes: true,
      does: (self, args, excel) => {
        refuseLocked(self, 'Range.clear')
        const what = args[0] ?? 'All'
        const used = self.sheet.used(self.area)
        if (used !== null && what !== 'Formats') {
          for (let r = used.row; r < used.row + used.rows; r++)
            for (let c = used.column; c < used.column + used.columns; c++) self.sheet.put(r, c, undefined)
          excel.book.isDirty = true
        }
        // Clearing all takes formats, conditional formats and merges away as well. [unverified, known behaviour of Excel]
        if (what === 'All') {
          keepOutside(self.sheet.merges, self.area, merge => [merge])
          keepOutside(self.sheet.conditionalFormats, self.area, format => format.areas)
        }
        if (what === 'All' || what === 'Formats')
          for (const key of [...self.sheet.formats.keys()]) {
            const row = Math.floor(key / COLUMNS),
              column = key % COLUMNS
            if (intersection(self.area, { row, column, rows: 1, columns: 1 }) !== null) self.sheet.formats.delete(key)
          }
        return undefined
      },
    },
    Merge: {
      writes: true,
      does: ({ sheet, area }) => {
        if (sheet.tables.some(table => intersection(table.area, area) !== null)) throw new ExcelFault('InvalidOperation', 'Range.merge')
        sheet.merges.push(area)
        return undefined
      },
    },
    // Asking for merged areas empties the person's undo list. office-js #5918
    GetMergedAreasOrNullObject: {
      does: ({ sheet, area }, _args, excel) => {
        excel.canUndo = false
        const found = sheet.merges.filter(each => intersection(each, area) !== null)
        return found.length === 0 ? null : areasNode(sheet, found)
      },
    },
  },
}

export const rangeAreas: EmulatedClass<Areas> = {
  type: 'RangeAreas',
  keepsReference: true,
  scalars: {
    Address: { get: ({ sheet, areas }) => areas.map(area => `${sheetReference(sheet.name)}!${areaName(area)}`).join(',') },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + sizeOf(area), 0) },
  },
  objects: {
    Areas: self => Node.of(rangeCollection, self),
    Format: self => Node.of(rangeFormat, self),
    Worksheet: self => Node.of(worksheet, self.sheet),
    ConditionalFormats: self => Node.of(conditionalFormats, self),
  },
  methods: {
    _KeepReference: { does: () => null },
    Select: { moves: true, does: (self, _args, excel) => select(self.sheet, self.areas, excel) },
    Clear: { writes: true, does: (self, args, excel) => {
      for (const area of self.areas) range.methods?.['Clear']?.does({ sheet: self.sheet, area }, args, excel)
      return undefined
    } },
  },
}

const rangeCollection: EmulatedClass<Areas> = {
  type: 'RangeCollection',
  items: ({ sheet, areas }) => areas.map(area => rangeNode(sheet, area)),
  methods: {
    GetCount: { does: ({ areas }) => areas.length },
    GetItemAt: { does: ({ sheet, areas }, args) => {
      const area = areas[number(args, 0, 'RangeCollection.getItemAt')]
      if (area === undefined) throw new ExcelFault('ItemNotFound', 'RangeCollection.getItemAt')
      return rangeNode(sheet, area)
    } },
  },
}

/** Address strings over 8,192 characters are silently cut. [doc] excel/excel-add-ins-troubleshooting.md */
export function severalAreas(sheet: Sheet, args: readonly Argument[], location: string): Node {
  const whole = text(args, 0, location)
  const cut = whole.length > 8192 ? whole.slice(0, 8192).replace(/,[^,]*$/, '') : whole
  return areasNode(sheet, cut.split(',').map(each => areaOf(sheet, each, location)))
}

export function rangeArgument(sheet: Sheet, args: readonly Argument[], location: string): Area {
  const given = args[0]
  return given === undefined || given === null ? WHOLE : areaOf(sheet, text(args, 0, location), location)
}
