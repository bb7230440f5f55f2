import type { Book, Name, Sheet } from './book'
import { Node, ExcelFault, collection, text } from './node'
import type { EmulatedClass } from './node'

interface OwnName {
  readonly owner: Name[]
  readonly name: Name
  readonly scope: 'Workbook' | 'Worksheet'
}

function named<T>(owner: (self: T) => Name[], scope: OwnName['scope']): EmulatedClass<T> {
  return collection<T>(
    'NamedItemCollection',
    self => owner(self).map(name => Node.of(namedItem, { owner: owner(self), name, scope })),
    item => (item.is(namedItem) ? [item.self.name.name] : []),
    {
      Add: { writes: true, does: (self, args, excel) => {
        const name = text(args, 0, 'NamedItemCollection.add'), target = args[1]
        if (owner(self).some(each => each.name.toLowerCase() === name.toLowerCase())) throw new ExcelFault('ItemAlreadyExists', 'NamedItemCollection.add')
        if (typeof target !== 'string') throw new ExcelFault('NotImplemented', 'NamedItemCollection.add')
        const one: Name = { name, formula: target.startsWith('=') ? target : `="${target}"`, visible: true }
        owner(self).push(one)
        excel.book.isDirty = true
        return Node.of(namedItem, { owner: owner(self), name: one, scope })
      } },
    },
  )
}

export const bookNames = named<Book>(book => book.names, 'Workbook')
export const sheetNames = named<Sheet>(sheet => sheet.names, 'Worksheet')

const namedItem: EmulatedClass<OwnName> = {
  type: 'NamedItem',
  id: ({ name }) => name.name,
  scalars: {
    Name: { get: ({ name }) => name.name },
    Formula: { get: ({ name }) => name.formula, set: ({ name }, value) => { name.formula = String(value) } },
    Visible: { get: ({ name }) => name.visible, set: ({ name }, value) => { name.visible = value === true } },
    Scope: { get: ({ scope }) => scope },
    Type: { get: () => 'Range' },
  },
  methods: { Delete: { writes: true, does: ({ owner, name }) => { owner.splice(owner.indexOf(name), 1); return undefined } } },
}
