import type { BudgetMeaning } from './budget-meaning'
import type { ColumnKey, Employment, Presence, TableKind, Tenure } from './reading'

/** A mapping file, and equally the answers kept in the workbook. No personal data. */
export interface Mapping {
  readonly tables?: readonly TableMapping[]
  /** Meanings of words: `{ "employment": { "网格员": "contracted" } }`. Keys are normalised words. */
  readonly words?: {
    readonly employment?: Readonly<Record<string, Employment | 'not-staff'>>
    readonly status?: Readonly<Record<string, Presence>>
    readonly college?: Readonly<Record<string, 'yes' | 'no'>>
    readonly politics?: Readonly<Record<string, 'yes' | 'no'>>
    readonly tenure?: Readonly<Record<string, Tenure>>
    /** Words of the person's own budget sheets, each with what it means (see `vocabulary/settled-words`). */
    readonly budget?: Readonly<Record<string, BudgetMeaning>>
  }
  /** Other writings of a community's name: `{ "城南": "河南" }`. */
  readonly communities?: Readonly<Record<string, string>>
  /** Answers to questions, by question id. */
  readonly answers?: Readonly<Record<string, string>>
}

export interface TableMapping {
  readonly sheet: string
  /** Header box, e.g. `A3:L4`; left out: the sheet's only table. */
  readonly header?: string
  /** Headers from left to right as they stand: the table is found again by them wherever it stands, and `header` is not needed. */
  readonly headers?: readonly string[]
  readonly kind?: TableKind | 'ignore'
  /** Column letter for a key, `null` to take the key away from any column. */
  readonly columns?: Readonly<Partial<Record<ColumnKey, string | null>>>
  /** The same by the column's header as it stands (`学历`, a second one `学历#2`): survives inserted columns. */
  readonly columnHeaders?: Readonly<Partial<Record<ColumnKey, string | null>>>
}
