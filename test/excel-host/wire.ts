import type { ClassMetadata } from './metadata'
import { ExcelFault, HostFault, Node } from './node'
import type { Argument, EmulatedClass, Json } from './node'
import { addinInternalService, workbook } from './workbook'
import type { Action, Answer, ArgumentInfo, Batch, ObjectPath } from './request'
import type { ExcelState } from './state'

const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7, ensureUnchanged: 8, update: 9 } as const
const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const

/** Scalars that a `load` without names leaves out: whole tables of values. */
const HEAVY = new Set(['Values', 'Formulas', 'Text', 'ValueTypes', 'NumberFormat'])

/** Carries out one request in order. Nothing is rolled back: what was done before an error stays done, as in Excel. */
export function execute(batch: Batch, excel: ExcelState): Answer {
  return new Execution(batch, excel).run()
}

class Execution {
  private readonly resolved = new Map<number, Node | null>()
  private readonly references = new Map<number, string>()
  private readonly answer: Answer = { Results: [], TraceIds: [] }

  constructor(private readonly batch: Batch, private readonly excel: ExcelState) {}

  run(): Answer {
    for (const [index, action] of this.batch.Actions.entries()) {
      if (this.excel.diesAfter !== null && this.excel.diesAfter-- <= 0) {
        this.excel.diesAfter = null
        throw new HostFault(5001)
      }
      try {
        const value = this.act(action)
        if (value !== undefined) this.answer.Results.push({ ActionId: action.Id, Value: value })
      } catch (error) {
        if (!(error instanceof ExcelFault)) throw error
        this.answer.Error = { Code: error.code, Message: error.message, Location: error.location, HttpStatusCode: error.code === 'ItemNotFound' ? 404 : 400, ActionIndex: index }
        break
      }
    }
    return this.answer
  }

  private act(action: Action): Json | undefined {
    switch (action.ActionType) {
      case ACTION.trace:
        this.answer.TraceIds.push(action.Id)
        return null
      case ACTION.instantiate:
        return this.instantiate(action.ObjectPathId)
      case ACTION.query:
      case ACTION.queryAsJson: {
        this.excel.book.calculate()
        const node = this.node(action.ObjectPathId)
        if (node === null) return null
        const { Select = [], Top, Skip = 0 } = action.QueryInfo ?? {}
        const found = this.query(node, treeOf(Select), Top, Skip)
        const reference = this.references.get(action.ObjectPathId)
        return reference === undefined ? found : { ...(found as object), _ReferenceId: reference }
      }
      case ACTION.method: {
        const node = this.node(action.ObjectPathId)
        // Methods of null objects do nothing. [doc] null object pattern; Microsoft's samples call delete() on one.
        if (node === null) return null
        // The client gives references back through the workbook when a run ends.
        if (action.Name === '_RemoveReference') {
          this.excel.references.delete(String(this.args(action.ArgumentInfo)[0]))
          return null
        }
        const result = this.call(node, action.Name, action.ArgumentInfo)
        return result instanceof Node ? {} : (result ?? null)
      }
      case ACTION.set: {
        const node = this.node(action.ObjectPathId)
        if (node === null) throw new ExcelFault('ItemNotFound', action.Name)
        this.set(node, action.Name, this.args(action.ArgumentInfo)[0] as Json)
        return null
      }
      case ACTION.ensureUnchanged:
        return null
      default:
        throw new ExcelFault('NotImplemented', `ActionType ${action.ActionType}`)
    }
  }

  private instantiate(pathId: number): Json {
    const node = this.node(pathId)
    if (node === null) return null
    const { cls, self } = node.open
    if (cls.id !== undefined) return { Id: cls.id(self) }
    if (cls.keepsReference !== true) return {}
    // Instantiated twice in one request, as ranges are, it is still the same object.
    const known = this.references.get(pathId)
    if (known !== undefined) return { _ReferenceId: known }
    const reference = `ref${this.excel.references.size + 1}-${this.excel.wire.requests}-${pathId}`
    this.excel.references.set(reference, node)
    this.references.set(pathId, reference)
    return { _ReferenceId: reference }
  }

  private node(pathId: number): Node | null {
    const known = this.resolved.get(pathId)
    if (known !== undefined) return known
    const path = this.batch.ObjectPaths[String(pathId)]
    if (path === undefined) throw new ExcelFault('InvalidRequest', `ObjectPath ${pathId}`)
    const node = this.resolve(path)
    this.resolved.set(pathId, node)
    return node
  }

  private resolve(path: ObjectPath): Node | null {
    switch (path.ObjectPathType) {
      case PATH.global:
        return Node.of(workbook, this.excel.book)
      case PATH.newObject:
        if (path.Name === 'Microsoft.InternalService.AddinInternalService') return Node.of(addinInternalService, null)
        throw new ExcelFault('NotImplemented', path.Name)
      case PATH.nothing:
        return null
      case PATH.reference: {
        const node = this.excel.references.get(path.Name)
        if (node === undefined) throw new ExcelFault('InvalidReference', path.Name)
        return node
      }
    }
    const parent = this.node(path.ParentObjectPathId ?? 0)
    // Children and methods of a null object are null objects. [doc] null object pattern
    if (parent === null) return null
    const { cls, self } = parent.open
    switch (path.ObjectPathType) {
      case PATH.property: {
        const find = cls.objects?.[path.Name]
        if (find === undefined) throw this.unknown(cls, path.Name)
        return find(self, this.excel)
      }
      case PATH.indexer: {
        const [key] = this.args(path.ArgumentInfo)
        if (cls.item === undefined) throw this.unknown(cls, 'getItem')
        const found = cls.item(self, key as string | number, this.excel)
        if (found === null) throw new ExcelFault('ItemNotFound', `${cls.type}.getItem`, 'The requested resource doesn\'t exist.')
        return found
      }
      case PATH.method: {
        const result = this.call(parent, path.Name, path.ArgumentInfo)
        if (result instanceof Node || result === null || result === undefined) return result ?? null
        throw new ExcelFault('InvalidRequest', `${cls.type}.${path.Name}`)
      }
      default:
        throw new ExcelFault('NotImplemented', `ObjectPathType ${path.ObjectPathType}`)
    }
  }

  private call(node: Node, name: string, info: ArgumentInfo | undefined): Node | Json | undefined {
    const { cls, self } = node.open
    const method = cls.methods?.[name]
    if (method === undefined) throw this.unknown(cls, name)
    if (this.excel.refuses.has(`${cls.type}.${name}`)) throw new ExcelFault('GeneralException', `${cls.type}.${name}`)
    if (method.writes === true) this.wrote(`${cls.type}.${name}`)
    if (method.moves === true) this.excel.wire.moves.push(`${cls.type}.${name}`)
    return method.does(self, this.args(info), this.excel)
  }

  private set(node: Node, name: string, value: Json): void {
    const { cls, self } = node.open
    const scalar = cls.scalars?.[name]
    if (scalar === undefined) throw this.unknown(cls, name)
    if (scalar.set === undefined) throw new ExcelFault('InvalidArgument', `${cls.type}.${name}`)
    if (this.excel.refuses.has(`${cls.type}.${name}`)) throw new ExcelFault('GeneralException', `${cls.type}.${name}`)
    this.wrote(`${cls.type}.${name}`)
    scalar.set(self, value, this.excel)
  }

  /** Before the 1.20 level any write of an add-in empties the person's undo list. [doc] excel-add-ins-undo-capabilities.md */
  private wrote(what: string): void {
    this.excel.wire.writes.push(what)
    if (this.excel.apiLevel < 20) this.excel.canUndo = false
  }

  private args(info: ArgumentInfo | undefined): Argument[] {
    const given = info?.Arguments ?? [], references = info?.ReferencedObjectPathIds ?? []
    return given.map((value, index) => {
      const reference = references[index]
      if (typeof reference === 'number' && reference !== 0) return this.node(reference)
      return value
    })
  }

  private query(node: Node, tree: Tree, top?: number, skip = 0): Json {
    const { cls, self } = node.open
    if (cls.items !== undefined) {
      if (this.excel.refuses.has('nested loads') && [...tree.values()].some(below => below.size > 0)) throw new ExcelFault('InvalidArgument', `${cls.type}.load`)
      const items = cls.items(self, this.excel).slice(skip, top === undefined ? undefined : skip + top)
      return { _Items: items.map(item => this.properties(item, tree)) }
    }
    return this.properties(node, tree)
  }

  private properties(node: Node, tree: Tree): Json {
    const { cls, self } = node.open
    const found: Record<string, Json> = {}
    if (cls.id !== undefined) found['Id'] = cls.id(self)
    const names = tree.size === 0 || tree.has('*') ? this.plainScalars(cls) : []
    for (const name of names) found[name] = cls.scalars?.[name]?.get(self, this.excel) ?? null
    for (const [segment, below] of tree) {
      if (segment === '*') continue
      const meta = this.metaOf(cls)
      const scalar = meta.scalars[segment] ?? scalarNamed(meta, segment)
      if (scalar !== undefined && below.size === 0) {
        const own = cls.scalars?.[scalar]
        if (own === undefined) throw new ExcelFault('NotImplemented', `${cls.type}.${segment}`)
        found[scalar] = own.get(self, this.excel)
        continue
      }
      const navigation = meta.navigation.find(name => name.toLowerCase() === segment.toLowerCase())
      // A misspelt name in a load is refused by Excel. Measured with the real client against a host that does so.
      if (navigation === undefined) throw new ExcelFault('InvalidArgument', `${cls.type}.load`, `${cls.type} has no ${segment}`)
      const wire = navigation.charAt(0).toUpperCase() + navigation.slice(1)
      const find = cls.objects?.[wire]
      if (find === undefined) throw new ExcelFault('NotImplemented', `${cls.type}.${segment}`)
      const child = find(self, this.excel)
      found[wire] = child === null ? null : this.query(child, below)
    }
    return found
  }

  private plainScalars(cls: EmulatedClass<unknown>): string[] {
    return Object.keys(cls.scalars ?? {}).filter(name => !HEAVY.has(name))
  }

  private metaOf(cls: EmulatedClass<unknown>): ClassMetadata {
    const meta = this.excel.metadata[cls.type]
    if (meta === undefined) throw new ExcelFault('NotImplemented', cls.type)
    return meta
  }

  /** Known to the client but not emulated: NotImplemented. Not even known to the client: the request is malformed. */
  private unknown(cls: EmulatedClass<unknown>, name: string): ExcelFault {
    const meta = this.excel.metadata[cls.type]
    const camel = name.charAt(0).toLowerCase() + name.slice(1)
    const known =
      meta !== undefined &&
      (meta.methods.includes(camel) ||
        meta.methods.includes(name) ||
        meta.navigation.includes(camel) ||
        Object.values(meta.scalars).includes(name))
    return new ExcelFault(known ? 'NotImplemented' : 'InvalidRequest', `${cls.type}.${camel}`, `${cls.type}.${camel} is not emulated`)
  }
}

function scalarNamed(meta: ClassMetadata, segment: string): string | undefined {
  const wanted = segment.toLowerCase()
  return Object.entries(meta.scalars).find(([name]) => name.toLowerCase() === wanted)?.[1]
}

type Tree = Map<string, Tree>

/** `format/fill/color` and `format.fill.color` mean the same. */
function treeOf(paths: readonly string[]): Tree {
  const root: Tree = new Map()
  for (const path of paths) {
    let at = root
    for (const segment of path.split(/[/.]/)) {
      let next = at.get(segment)
      if (next === undefined) {
        next = new Map()
        at.set(segment, next)
      }
      at = next
    }
  }
  return root
}
