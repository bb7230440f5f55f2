import type { ExcelState } from './state'

/** Values that travel as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What an argument of a call may be: JSON, or an object of the workbook. */
export type Argument = Json | Node | readonly Argument[]

/** A class of the object model as far as it is emulated. Whatever is not listed answers NotImplemented. Names are those of the wire. */
export interface EmulatedClass<T> {
  /** `_className` in the client. */
  readonly type: string
  /** Items of collections carry it, and `Instantiate` answers with it: the client then finds the object again by `getItem(id)`. */
  readonly id?: (self: T) => string
  /** Ranges have no id: the host keeps a reference for the client instead. */
  readonly keepsReference?: boolean
  readonly scalars?: Readonly<Record<string, Scalar<T>>>
  readonly objects?: Readonly<Record<string, (self: T, excel: ExcelState) => Node | null>>
  readonly methods?: Readonly<Record<string, Method<T>>>
  readonly items?: (self: T, excel: ExcelState) => readonly Node[]
  readonly item?: (self: T, key: string | number, excel: ExcelState) => Node | null
}

export interface Scalar<T> {
  readonly get: (self: T, excel: ExcelState) => Json
  readonly set?: (self: T, value: Json, excel: ExcelState) => void
}

export interface Method<T> {
  readonly does: (self: T, args: readonly Argument[], excel: ExcelState) => Node | Json | undefined
  /** It changes the workbook. */
  readonly writes?: boolean
  /** It changes what the person sees (selection, active sheet), not the workbook. */
  readonly moves?: boolean
}

/** An object of the workbook with its class. */
export class Node {
  private constructor(readonly cls: EmulatedClass<never>, readonly self: unknown) {}

  static of<T>(cls: EmulatedClass<T>, self: T): Node {
    return new Node(cls as EmulatedClass<never>, self)
  }

  /** The class with its object, for callers that do not care which it is. */
  get open(): { cls: EmulatedClass<unknown>; self: unknown } {
    return { cls: this.cls as EmulatedClass<unknown>, self: this.self }
  }

  is<T>(cls: EmulatedClass<T>): this is { self: T } {
    return (this.cls as unknown) === cls
  }
}

/** An error as Excel reports it: HTTP 200, a code and where it happened. */
export class ExcelFault extends Error {
  constructor(readonly code: string, readonly location: string, message = code) {
    super(message)
  }
}

/** An error of the whole request, as a number of the host. Numbers measured on the client's own translation of them. */
export class HostFault extends Error {
  constructor(readonly number: number) {
    super(`host error ${number}`)
  }
}

export function text(args: readonly Argument[], index: number, location: string): string {
  const value = args[index]
  if (typeof value !== 'string') throw new ExcelFault('InvalidArgument', location)
  return value
}

export function number(args: readonly Argument[], index: number, location: string): number {
  const value = args[index]
  if (typeof value !== 'number') throw new ExcelFault('InvalidArgument', location)
  return value
}

/** A class by whose items are found by position, name or id. */
export function collection<T>(
  type: string,
  items: (self: T, excel: ExcelState) => readonly Node[],
  keys: (item: Node, excel: ExcelState) => readonly string[],
  more: Readonly<Record<string, Method<T>>> = {},
): EmulatedClass<T> {
  const find = (self: T, key: string | number, excel: ExcelState) => {
    const wanted = String(key).toLowerCase()
    return items(self, excel).find(item => keys(item, excel).some(each => each.toLowerCase() === wanted)) ?? null
  }
  return {
    type, items,
    item: find,
    methods: {
      GetCount: { does: (self, _args, excel) => items(self, excel).length },
      GetItem: { does: (self, args, excel) => orMissing(find(self, text(args, 0, `${type}.getItem`), excel), `${type}.getItem`) },
      GetItemOrNullObject: { does: (self, args, excel) => find(self, text(args, 0, `${type}.getItemOrNullObject`), excel) },
      GetItemAt: { does: (self, args, excel) => orMissing(items(self, excel)[number(args, 0, `${type}.getItemAt`)] ?? null, `${type}.getItemAt`) },
      ...more,
    },
  }
}

export function orMissing(node: Node | null, location: string): Node {
  if (node === null) throw new ExcelFault('ItemNotFound', location, 'The requested resource doesn\'t exist.')
  return node
}
