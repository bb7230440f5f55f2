import type { Sheet, Table } from './book'
import { newId } from './book'
import { Node, ExcelFault, collection } from './node'
import type { EmulatedClass } from './node'
import { areaOf, rangeNode } from './ranges'
import { worksheet } from './sheets'

interface OwnTable {
  readonly sheet: Sheet
  readonly table: Table
}

export const tables = collection<Sheet>(
  'TableCollection',
  sheet => sheet.tables.map(one => Node.of(table, { sheet, table: one })),
  item => (item.is(table) ? [item.self.table.id, item.self.table.name] : []),
  {
    Add: { writes: true, does: (sheet, args) => {
      const given = args[0]
      const area = typeof given === 'string' ? areaOf(sheet, given, 'TableCollection.add') : given instanceof Node ? rangeAreaOf(given) : null
      if (area === null) throw new ExcelFault('InvalidArgument', 'TableCollection.add')
      const one: Table = { id: newId(), name: `Table${sheet.tables.length + 1}`, area, showHeaders: true, showTotals: false, style: 'TableStyleMedium2', showFilterButton: true }
      sheet.tables.push(one)
      return Node.of(table, { sheet, table: one })
    } },
  },
)

/** The area of a range that was handed over; `null` for any other object. */
export function rangeAreaOf(node: Node): Table['area'] | null {
  const self = node.self
  return typeof self === 'object' && self !== null && 'area' in self ? (self.area as Table['area']) : null
}

const table: EmulatedClass<OwnTable> = {
  type: 'Table',
  id: ({ table }) => table.id,
  scalars: {
    Id: { get: ({ table }) => table.id },
    Name: {
      get: ({ table }) => table.name,
      set: ({ table }, value) => {
        table.name = String(value)
      },
    },
    ShowHeaders: {
      get: ({ table }) => table.showHeaders,
      set: ({ table }, value) => {
        table.showHeaders = value === true
      },
    },
    ShowTotals: {
      get: ({ table }) => table.showTotals,
      set: ({ table }, value) => {
        table.showTotals = value === true
      },
    },
    Style: {
      get: ({ table }) => table.style,
      set: ({ table }, value) => {
        table.style = String(value)
      },
    },
    ShowFilterButton: {
      get: ({ table }) => table.showFilterButton,
      set: ({ table }, value) => {
        table.showFilterButton = value === true
      },
    },
    ShowBandedRows: { get: () => true, set: () => undefined },
  },
  objects: { Columns: self => Node.of(tableColumns, self), Worksheet: ({ sheet }) => Node.of(worksheet, sheet) },
  methods: {
    GetRange: { does: ({ sheet, table }) => rangeNode(sheet, table.area) },
    Delete: {
      writes: true,
      does: ({ sheet, table }) => {
        sheet.tables.splice(sheet.tables.indexOf(table), 1)
        return undefined
      },
    },
  },
}

const tableColumns = collection<OwnTable>(
  'TableColumnCollection',
  ({ sheet, table: own }) => Array.from({ length: own.area.columns }, (_each, n) => Node.of(tableColumn, { name: String(sheet.value(own.area.row, own.area.column + n) ?? `Column${n + 1}`), index: n })),
  item => (item.is(tableColumn) ? [item.self.name] : []),
)

const tableColumn: EmulatedClass<{ readonly name: string; readonly index: number }> = {
  type: 'TableColumn',
  id: ({ index }) => String(index + 1),
  scalars: { Id: { get: ({ index }) => index + 1 }, Index: { get: ({ index }) => index }, Name: { get: ({ name }) => name } },
}
