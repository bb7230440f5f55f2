import type { Journal } from './journal'
import type { Run } from './run'

/** What `apply` needs beside the changes. */
export interface Writing {
  readonly run: Run
  readonly journal: Journal
  /** ExcelApi 1.20: Excel's own undo list can take a batch as one step. */
  readonly mergesUndo: boolean
  /** A word for the journal. */
  readonly what: string
  readonly now: () => string
  readonly newId: () => string
}
