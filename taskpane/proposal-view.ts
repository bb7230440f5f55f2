import type { CellContent } from '../src/core/cell'
import type { Message } from '../src/core/message'
import type { ProposalKind } from '../src/core/proposal'
import type { FillPlan, Scenario } from '../src/fill'
import type { ShownRow, SheetOutline } from './shown'

/** A proposal as the pane shows it: by sheet, each cell a line. The changes themselves stay in the worker. */
export interface ProposalView {
  readonly kind: ProposalKind
  readonly sheets: readonly ProposedSheet[]
}

export interface ProposedSheet {
  readonly sheet: string
  /** The sheet as it will look, where it does not exist yet. */
  readonly isNew: boolean
  /** It is written whole or not at all: one that is added, or one of the program's own that is written anew. */
  readonly isWhole: boolean
  readonly drawn: DrawnSheet | null
  readonly lines: readonly ProposedCell[]
}

/** A sheet that is not there yet, as the grid draws it. */
export interface DrawnSheet {
  readonly outline: SheetOutline
  readonly rows: readonly ShownRow[]
}

export interface ProposedCell {
  /** Position in the proposal. */
  readonly number: number
  readonly cell: string
  readonly before: CellContent
  readonly after: CellContent
  readonly why: Message
  readonly inputs: readonly string[]
  readonly safe: boolean
  /** Words of its row and column; empty where it has none. */
  readonly label: string
  /** Number format that the cell will have, where one is set. */
  readonly format: string | null
}

/** The budget sheets, with what is missing and what was left. */
export interface FillView extends ProposalView, Pick<FillPlan, 'missing' | 'kept' | 'conflicts' | 'left' | 'notes'> {
  readonly scenario: Scenario
}
