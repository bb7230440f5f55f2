import { serialOfDay } from '../../src/core/day'
import { newId } from './book'
import type { Book } from './book'
import type { ExcelState } from './state'
import { Node, ExcelFault, collection, number, orMissing, text } from './node'
import type { EmulatedClass, Json } from './node'
import { refuseInBackground } from './cells'
import { areasNode, rangeNode } from './ranges'
import { bookNames } from './names'
import { worksheets } from './sheets'
import { tables } from './tables'

export const workbook: EmulatedClass<Book> = {
  type: 'Workbook',
  scalars: { Name: { get: book => book.name }, IsDirty: { get: () => false }, ReadOnly: { get: () => false } },
  objects: {
    Worksheets: book => Node.of(worksheets, book),
    Names: book => Node.of(bookNames, book),
    Application: book => Node.of(application, book),
    Functions: book => Node.of(functions, book),
    Settings: book => Node.of(settings, book),
    CustomXmlParts: book => Node.of(customXmlParts, book),
    Protection: book => Node.of(workbookProtection, book),
    Tables: book => Node.of(allTables, book),
  },
  methods: {
    GetSelectedRange: { does: (book, _args, excel) => {
      refuseInBackground(excel, 'Workbook.getSelectedRange')
      const { selection } = book, [only] = selection?.areas ?? []
      // More than one area selected is an error here. [ref] Workbook.getSelectedRange
      if (selection === null || only === undefined || selection.areas.length > 1) throw new ExcelFault('InvalidSelection', 'Workbook.getSelectedRange')
      return rangeNode(selection.sheet, only)
    } },
    GetSelectedRanges: { does: (book, _args, excel) => {
      refuseInBackground(excel, 'Workbook.getSelectedRanges')
      if (book.selection === null) throw new ExcelFault('InvalidSelection', 'Workbook.getSelectedRanges')
      return areasNode(book.selection.sheet, book.selection.areas)
    } },
    GetActiveCell: { does: (book, _args, excel) => {
      refuseInBackground(excel, 'Workbook.getActiveCell')
      const { selection } = book, [first] = selection?.areas ?? []
      if (selection === null || first === undefined) throw new ExcelFault('InvalidSelection', 'Workbook.getActiveCell')
      return rangeNode(selection.sheet, { ...first, rows: 1, columns: 1 })
    } },
  },
}

const allTables: EmulatedClass<Book> = {
  type: 'TableCollection',
  items: book => book.sheets.flatMap(sheet => [...(tables.items?.(sheet, {} as never) ?? [])]),
  item: (book, key, excel) => tableNamed(book, key, excel),
}

function tableNamed(book: Book, key: string | number, excel: ExcelState): Node | null {
  for (const sheet of book.sheets) {
    const found = tables.item?.(sheet, key, excel) ?? null
    if (found !== null) return found
  }
  return null
}

const application: EmulatedClass<Book> = {
  type: 'Application',
  scalars: {
    CalculationMode: { get: book => book.calculationMode },
    CalculationState: { get: book => book.calculationState },
  },
  methods: {
    Calculate: { writes: true, does: book => { book.calculationState = 'Done'; return undefined } },
    SuspendScreenUpdatingUntilNextSync: { does: () => undefined },
    SuspendApiCalculationUntilNextSync: { does: () => undefined },
  },
}

/** Only what the product asks: a probe of the date system. The value follows the workbook's own. [unverified in a real Excel] */
const functions: EmulatedClass<Book> = {
  type: 'Functions',
  methods: {
    Date: { does: (book, args) => Node.of(functionResult, serialOfDay(number(args, 0, 'Functions.date'), number(args, 1, 'Functions.date'), number(args, 2, 'Functions.date'), book.dateSystem)) },
  },
}

const functionResult: EmulatedClass<number> = {
  type: 'FunctionResult<T>',
  scalars: { Value: { get: value => value }, Error: { get: () => '' } },
}

const workbookProtection: EmulatedClass<Book> = {
  type: 'WorkbookProtection',
  scalars: { Protected: { get: book => book.isStructureProtected } },
}

interface Setting {
  readonly book: Book
  readonly key: string
}

const settings: EmulatedClass<Book> = collection<Book>(
  'SettingCollection',
  book => [...book.settings.keys()].map(key => Node.of(setting, { book, key })),
  item => (item.is(setting) ? [item.self.key] : []),
  {
    Add: { writes: true, does: (book, args) => {
      const key = text(args, 0, 'SettingCollection.add')
      book.settings.set(key, args[1])
      return Node.of(setting, { book, key })
    } },
  },
)

const setting: EmulatedClass<Setting> = {
  type: 'Setting',
  id: ({ key }) => key,
  scalars: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ book, key }) => (book.settings.get(key) ?? null) as Json,
      set: ({ book, key }, value) => {
        book.settings.set(key, value)
      },
    },
  },
  methods: {
    Delete: {
      writes: true,
      does: ({ book, key }) => {
        book.settings.delete(key)
        return undefined
      },
    },
  },
}

interface Part {
  readonly book: Book
  readonly part: Book['xmlParts'][number]
}

function partsOf(book: Book, namespace?: string): Node[] {
  return book.xmlParts
    .filter(part => namespace === undefined || namespaceOf(part.xml) === namespace)
    .map(part => Node.of(xmlPart, { book, part }))
}

function namespaceOf(xml: string): string {
  return /<[^?!][^>]*?\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? ''
}

const customXmlParts: EmulatedClass<Book> = collection<Book>(
  'CustomXmlPartCollection',
  book => partsOf(book),
  item => (item.is(xmlPart) ? [item.self.part.id] : []),
  {
    Add: { writes: true, does: (book, args) => {
      const part = { id: newId(), xml: wellFormed(text(args, 0, 'CustomXmlPartCollection.add')) }
      book.xmlParts.push(part)
      return Node.of(xmlPart, { book, part })
    } },
    GetByNamespace: { does: (book, args) => Node.of(scopedParts, { book, namespace: text(args, 0, 'CustomXmlPartCollection.getByNamespace') }) },
  },
)

/** Excel takes only well-formed XML. [doc] excel-add-ins-workbooks.md (custom XML); the check here is a rough one. */
function wellFormed(xml: string): string {
  const open = xml.replace(/<\?[^>]*\?>/g, '').match(/<[^/!][^>]*[^/]>|<[^/!]>/g)?.length ?? 0, closed = xml.match(/<\/[^>]+>/g)?.length ?? 0
  if (open !== closed || open === 0) throw new ExcelFault('InvalidArgument', 'CustomXmlPartCollection.add')
  return xml
}

interface Scoped {
  readonly book: Book
  readonly namespace: string
}

const scopedParts: EmulatedClass<Scoped> = {
  type: 'CustomXmlPartScopedCollection',
  items: ({ book, namespace }) => partsOf(book, namespace),
  item: ({ book, namespace }, id) => partsOf(book, namespace).find(node => node.is(xmlPart) && node.self.part.id === id) ?? null,
  methods: {
    GetCount: { does: ({ book, namespace }) => partsOf(book, namespace).length },
    GetOnlyItem: { does: ({ book, namespace }) => only(partsOf(book, namespace), true) },
    GetOnlyItemOrNullObject: { does: ({ book, namespace }) => only(partsOf(book, namespace), false) },
  },
}

/** More than one is an error in both forms. [ref] CustomXmlPartScopedCollection.getOnlyItemOrNullObject */
function only(parts: readonly Node[], must: boolean): Node | null {
  if (parts.length > 1) throw new ExcelFault('GeneralException', 'CustomXmlPartScopedCollection.getOnlyItemOrNullObject')
  return must ? orMissing(parts[0] ?? null, 'CustomXmlPartScopedCollection.getOnlyItem') : (parts[0] ?? null)
}

const xmlPart: EmulatedClass<Part> = {
  type: 'CustomXmlPart',
  id: ({ part }) => part.id,
  scalars: { Id: { get: ({ part }) => part.id }, NamespaceUri: { get: ({ part }) => namespaceOf(part.xml) } },
  methods: {
    GetXml: { does: ({ part }) => part.xml },
    SetXml: { writes: true, does: ({ part }, args) => { part.xml = wellFormed(text(args, 0, 'CustomXmlPart.setXml')); return undefined } },
    Delete: { writes: true, does: ({ book, part }) => { book.xmlParts.splice(book.xmlParts.indexOf(part), 1); return undefined } },
  },
}

/** The client tells the host by this object that it is ready for commands. Learnt from the messages at start. */
export const addinInternalService: EmulatedClass<null> = {
  type: 'AddinInternalService',
  methods: { NotifyActionHandlerReady: { does: () => null } },
}
