import type { Json } from './node'

/** One request of the client. Shapes learnt by recording what office.js sends. */
export interface Batch {
  readonly AutoKeepReference?: boolean
  readonly Actions: readonly Action[]
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>
}

export interface Action {
  readonly Id: number
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
  readonly QueryInfo?: {
    readonly Select?: readonly string[]
    readonly Expand?: readonly string[]
    readonly Top?: number
    readonly Skip?: number
  }
  readonly ObjectState?: Readonly<Record<string, Json>>
}

export interface ObjectPath {
  readonly Id: number
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: ArgumentInfo
}

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[] | null
  readonly ReferencedObjectPathIds?: readonly Json[] | null
}

export interface Answer {
  readonly Results: { readonly ActionId: number; readonly Value: Json }[]
  readonly TraceIds: number[]
  Error?: {
    readonly Code: string
    readonly Message: string
    readonly Location: string
    readonly HttpStatusCode: number
    readonly ActionIndex: number
  }
}
