import type { CellValue } from './cell'
import type { CellChange, Change } from './change'
import type { Message } from './message'

/** What a fill would do: nothing is written by it. Applying `allChanges` of it is one undoable step. */
export interface FillPlan {
  /** Sheets that are added. */
  readonly created: readonly string[]
  readonly changes: readonly FillChange[]
  /** Sheets and names that come before and after the cells. */
  readonly before: readonly Change[]
  readonly after: readonly Change[]
  /** What nobody gave, and where it goes. */
  readonly missing: readonly MissingInput[]
  /** Cells that a person typed and that would have come out otherwise. They stay. */
  readonly kept: readonly KeptCell[]
  /** Cells that would have been written and cannot be. */
  readonly conflicts: readonly FillConflict[]
  /** Blank cells of the person's own budget tables that look as if they wanted a figure and got none. */
  readonly left: readonly LeftCell[]
  /** What the person should know, e.g. that a stated total differs from its parts. */
  readonly notes: readonly Message[]
}

export interface FillChange {
  readonly change: CellChange
  /** Message key, `fill.why.…`. */
  readonly why: string
  readonly message: Message
  /** Cells that the formula takes in, `Sheet!A1`. */
  readonly inputs: readonly string[]
  /** Cannot lose anything that was typed on purpose. */
  readonly safe: boolean
}

export interface MissingInput {
  /** Stable id, e.g. `buildingCost`. */
  readonly input: string
  readonly sheet: string
  readonly cell: string
  readonly message: Message
}

export interface LeftCell {
  readonly sheet: string
  readonly cell: string
  /** Message key, `fill.left.…`. */
  readonly why: string
  /** The word, the part or the input that stopped it. */
  readonly word: string
  readonly message: Message
}

export interface KeptCell {
  readonly sheet: string
  readonly cell: string
  readonly value: CellValue
  readonly wouldBe: CellValue
}

export interface FillConflict {
  readonly sheet: string
  readonly cell: string | null
  readonly message: Message
}

/** Everything to apply, in order. */
export function allChanges(plan: FillPlan): Change[] {
  return [...plan.before, ...plan.changes.map(({ change }) => change), ...plan.after]
}
