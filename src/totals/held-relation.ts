import type { Cell, RelationKind } from './settle'

/** A cell that was recalculated from others by a relation that its sisters hold. */
export interface HeldRelation extends Cell {
  readonly kind: RelationKind
  readonly parts: readonly Cell[]
  readonly holds: boolean
  readonly agree: number
  readonly of: number
}
