import type { SheetLayout } from '../../core/change'
import type { Journal } from './journal'
import type { Run } from './run'

/** What `apply` needs beside the changes. */
export interface Writing {
  readonly run: Run
  readonly journal: Journal
  /** ExcelApi 1.20: Excel's own undo list can take a batch as one step. */
  readonly mergesUndo: boolean
  /** Makes an empty sheet; the results sheet has a way of its own. Default: `worksheets.add`. */
  readonly makeSheet?: (context: Excel.RequestContext, name: string) => Promise<Excel.Worksheet>
  /** Sheets of this program's own whose grid is emptied, by `makeSheet`, before the cells are written; the changes name every cell of them. */
  readonly clears?: readonly { readonly sheet: string; readonly layout: SheetLayout }[]
  /** A word for the journal. */
  readonly what: string
  readonly now: () => string
  readonly newId: () => string
}
