import { COLUMNS, isUnbounded } from './address'
import type { CellFormat, Sheet } from './book'
import { Node, ExcelFault } from './node'
import type { EmulatedClass, Json, Scalar } from './node'
import { refuseLocked } from './cells'
import type { Areas } from './cells'

/** The common value of a property over cells; `null` where cells differ. [ref] RangeFormat */
function common<K extends keyof CellFormat>({ sheet, areas }: Areas, key: K, plain: Json): Json {
  let seen: Json | undefined
  if (sheet.formats.size === 0) return plain
  for (const area of areas) {
    if (isUnbounded(area)) return null
    for (let r = area.row; r < area.row + area.rows; r++) for (let c = area.column; c < area.column + area.columns; c++) {
      const value = sheet.format(r, c)[key] ?? plain
      if (seen !== undefined && seen !== value) return null
      seen = value
    }
  }
  return seen ?? plain
}

function change({ sheet, areas }: Areas, format: CellFormat, location: string): void {
  for (const area of areas) {
    refuseLocked({ sheet, area }, location)
    if (isUnbounded(area)) throw new ExcelFault('NotImplemented', location)
    for (let r = area.row; r < area.row + area.rows; r++)
      for (let c = area.column; c < area.column + area.columns; c++) sheet.changeFormat(r, c, format)
  }
}

function scalar<K extends keyof CellFormat>(key: K, plain: Json, location: string): Scalar<Areas> {
  return {
    get: self => common(self, key, plain),
    set: (self, value) => { change(self, { [key]: value } as CellFormat, location) },
  }
}

function sizes(of: (sheet: Sheet) => Map<number, number>, from: (areas: Areas) => readonly number[], plain: number): Scalar<Areas> {
  return {
    get: self => {
      const all = new Set(from(self).map(n => of(self.sheet).get(n) ?? plain))
      return all.size === 1 ? ([...all][0] ?? plain) : null
    },
    set: (self, value) => {
      if (typeof value !== 'number') throw new ExcelFault('InvalidArgument', 'RangeFormat')
      for (const n of from(self)) of(self.sheet).set(n, value)
    },
  }
}

function rowsOf({ areas }: Areas): number[] {
  return areas.flatMap(area => Array.from({ length: area.rows }, (_each, n) => area.row + n))
}

function columnsOf({ areas }: Areas): number[] {
  return areas.flatMap(area => Array.from({ length: Math.min(area.columns, COLUMNS) }, (_each, n) => area.column + n))
}

export const rangeFormat: EmulatedClass<Areas> = {
  type: 'RangeFormat',
  scalars: {
    HorizontalAlignment: scalar('horizontalAlignment', 'General', 'RangeFormat.horizontalAlignment'),
    VerticalAlignment: scalar('verticalAlignment', 'Bottom', 'RangeFormat.verticalAlignment'),
    WrapText: scalar('wrapText', false, 'RangeFormat.wrapText'),
    IndentLevel: scalar('indentLevel', 0, 'RangeFormat.indentLevel'),
    ShrinkToFit: scalar('shrinkToFit', false, 'RangeFormat.shrinkToFit'),
    // Points, as the reference says; 48 is the width of 8.43 characters on a plain sheet.
    ColumnWidth: sizes(sheet => sheet.columnWidths, columnsOf, 48),
    RowHeight: sizes(sheet => sheet.rowHeights, rowsOf, 15),
  },
  objects: {
    Fill: self => Node.of(fill, self),
    Font: self => Node.of(font, self),
    Protection: self => Node.of(protection, self),
    Borders: self => Node.of(borders, self),
  },
  methods: {
    AutofitColumns: { writes: true, does: () => undefined },
    AutofitRows: { writes: true, does: () => undefined },
  },
}

const fill: EmulatedClass<Areas> = {
  type: 'RangeFill',
  scalars: { Color: scalar('fill', '#FFFFFF', 'RangeFill.color') },
  methods: { Clear: { writes: true, does: self => { change(self, { fill: '#FFFFFF' }, 'RangeFill.clear'); return undefined } } },
}

const font: EmulatedClass<Areas> = {
  type: 'RangeFont',
  scalars: {
    Bold: scalar('bold', false, 'RangeFont.bold'),
    Italic: scalar('italic', false, 'RangeFont.italic'),
    Strikethrough: scalar('strikethrough', false, 'RangeFont.strikethrough'),
    Color: scalar('color', '#000000', 'RangeFont.color'),
    Size: scalar('size', 11, 'RangeFont.size'),
    Name: scalar('fontName', 'Calibri', 'RangeFont.name'),
  },
}

const protection: EmulatedClass<Areas> = {
  type: 'FormatProtection',
  scalars: { Locked: scalar('locked', true, 'FormatProtection.locked') },
}

const borders: EmulatedClass<Areas> = {
  type: 'RangeBorderCollection',
  methods: { GetItem: { does: (self, [side]) => Node.of(border, { ...self, side: String(side) }) } },
  item: (self, side) => Node.of(border, { ...self, side: String(side) }),
}

/** Drawn lines are kept as one word a cell: no product code reads them back. */
const border: EmulatedClass<Areas & { side: string }> = {
  type: 'RangeBorder',
  id: ({ side }) => side,
  scalars: {
    SideIndex: { get: ({ side }) => side },
    Style: { get: self => common(self, 'border', 'None'), set: (self, value) => { change(self, { border: String(value) }, 'RangeBorder.style') } },
    Color: { get: () => '#000000', set: () => undefined },
    Weight: { get: () => 'Thin', set: () => undefined },
  },
}
