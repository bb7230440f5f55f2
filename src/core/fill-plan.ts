import type { CellValue } from './cell'
import type { Message } from './message'
import type { Proposal } from './proposal'

/** What a fill would write, and what it would not, and why. */
export interface FillPlan extends Proposal {
  readonly kind: 'fill'
  /** Sheets that are added. */
  readonly created: readonly string[]
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

export interface MissingInput {
  /** Stable id, e.g. `buildingCost`. */
  readonly input: string
  readonly sheet: string
  readonly cell: string
  readonly message: Message
  /** The cells that it would be typed into; none where that is the work of a whole list. */
  readonly asks: readonly InputCell[]
}

/** A cell that takes a number of the person's. */
export interface InputCell {
  readonly sheet: string
  readonly cell: string
  /** What stands beside it on its sheet. */
  readonly title: string
  readonly unit: string
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
