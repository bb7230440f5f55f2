import { areaName, intersection } from './address'
import { newId } from './book'
import type { ConditionalFormat, Sheet } from './book'
import { Node, ExcelFault, orMissing, number, text } from './node'
import type { EmulatedClass } from './node'
import { areasNode, rangeNode } from './ranges'
import type { Areas } from './cells'

interface Owned {
  readonly sheet: Sheet
  readonly format: ConditionalFormat
}

/** Formats that touch the range, strongest first. [ref] Range.conditionalFormats: "intersect with the range" */
function touching(self: Areas): Node[] {
  const { sheet } = self
  return sheet.conditionalFormats
    .filter(format => isTouching(self, format))
    .map(format => Node.of(conditionalFormat, { sheet, format }))
}

function isTouching({ areas }: Areas, format: ConditionalFormat): boolean {
  return format.areas.some(own => areas.some(area => intersection(own, area) !== null))
}

function byId(self: Areas, id: string): Node | null {
  const format = self.sheet.conditionalFormats.find(each => each.id === id)
  return format !== undefined && isTouching(self, format) ? Node.of(conditionalFormat, { sheet: self.sheet, format }) : null
}

export const conditionalFormats: EmulatedClass<Areas> = {
  type: 'ConditionalFormatCollection',
  items: touching,
  item: (self, id) => byId(self, String(id)),
  methods: {
    GetCount: { does: self => touching(self).length },
    GetItem: { does: (self, args) => orMissing(byId(self, text(args, 0, 'ConditionalFormatCollection.getItem')), 'ConditionalFormatCollection.getItem') },
    GetItemAt: { does: (self, args) => orMissing(touching(self)[number(args, 0, 'ConditionalFormatCollection.getItemAt')] ?? null, 'ConditionalFormatCollection.getItemAt') },
    Add: { writes: true, does: (self, args) => {
      // Not allowed on protected sheets. [unverified, known behaviour of Excel]
      if (self.sheet.isProtected) throw new ExcelFault('AccessDenied', 'ConditionalFormatCollection.add')
      const type = text(args, 0, 'ConditionalFormatCollection.add')
      if (type !== 'Custom' && type !== 'CellValue') throw new ExcelFault('NotImplemented', 'ConditionalFormatCollection.add')
      const format: ConditionalFormat = { id: newId(), type, areas: [...self.areas], formula: '', operator: '', fill: '', color: '', stopIfTrue: false }
      self.sheet.conditionalFormats.unshift(format)
      return Node.of(conditionalFormat, { sheet: self.sheet, format })
    } },
    ClearAll: { writes: true, does: self => {
      for (const node of touching(self)) if (node.is(conditionalFormat)) remove(node.self)
      return undefined
    } },
  },
}

function remove({ sheet, format }: Owned): void {
  const index = sheet.conditionalFormats.indexOf(format)
  if (index >= 0) sheet.conditionalFormats.splice(index, 1)
}

function part(type: ConditionalFormat['type'], cls: EmulatedClass<Owned>, orNull: boolean): (self: Owned) => Node | null {
  return self => {
    if (self.format.type === type) return Node.of(cls, self)
    if (orNull) return null
    throw new ExcelFault('InvalidOperation', `ConditionalFormat.${type}`)
  }
}

const fill: EmulatedClass<Owned> = {
  type: 'ConditionalRangeFill',
  scalars: { Color: { get: ({ format }) => format.fill, set: ({ format }, value) => { format.fill = String(value) } } },
}

const font: EmulatedClass<Owned> = {
  type: 'ConditionalRangeFont',
  scalars: {
    Color: { get: ({ format }) => format.color, set: ({ format }, value) => { format.color = String(value) } },
    Bold: { get: () => false, set: () => undefined },
    Italic: { get: () => false, set: () => undefined },
  },
}

const look: EmulatedClass<Owned> = {
  type: 'ConditionalRangeFormat',
  objects: { Fill: self => Node.of(fill, self), Font: self => Node.of(font, self) },
}

const rule: EmulatedClass<Owned> = {
  type: 'ConditionalFormatRule',
  scalars: { Formula: { get: ({ format }) => format.formula, set: ({ format }, value) => { format.formula = String(value) } } },
}

const custom: EmulatedClass<Owned> = {
  type: 'CustomConditionalFormat',
  objects: { Format: self => Node.of(look, self), Rule: self => Node.of(rule, self) },
}

const cellValue: EmulatedClass<Owned> = {
  type: 'CellValueConditionalFormat',
  scalars: {
    Rule: {
      get: ({ format }) => ({ formula1: format.formula, operator: format.operator }),
      set: ({ format }, value) => {
        if (typeof value !== 'object' || value === null || !('formula1' in value)) throw new ExcelFault('InvalidArgument', 'CellValueConditionalFormat.rule')
        format.formula = String(value['formula1'])
        format.operator = 'operator' in value ? String(value['operator']) : ''
      },
    },
  },
  objects: { Format: self => Node.of(look, self) },
}

const conditionalFormat: EmulatedClass<Owned> = {
  type: 'ConditionalFormat',
  id: ({ format }) => format.id,
  scalars: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => format.type },
    Priority: { get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format), set: ({ sheet, format }, value) => {
      remove({ sheet, format })
      sheet.conditionalFormats.splice(Number(value), 0, format)
    } },
    StopIfTrue: { get: ({ format }) => format.stopIfTrue, set: ({ format }, value) => { format.stopIfTrue = value === true } },
  },
  objects: {
    Custom: part('Custom', custom, false),
    CustomOrNullObject: part('Custom', custom, true),
    CellValue: part('CellValue', cellValue, false),
    CellValueOrNullObject: part('CellValue', cellValue, true),
  },
  methods: {
    Delete: { writes: true, does: self => { remove(self); return undefined } },
    GetRange: { does: ({ sheet, format }) => {
      const [only] = format.areas
      if (only === undefined || format.areas.length > 1) throw new ExcelFault('InvalidOperation', 'ConditionalFormat.getRange')
      return rangeNode(sheet, only)
    } },
    GetRanges: { does: ({ sheet, format }) => areasNode(sheet, format.areas) },
  },
}

/** Addresses of a sheet's conditional formats, for tests. */
export function formattedAreas(sheet: Sheet): string[] {
  return sheet.conditionalFormats.flatMap(format => format.areas.map(areaName))
}
