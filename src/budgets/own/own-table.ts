import type { Box } from '../../core/place'
import type { ColumnReading, TableReading } from '../../core/reading'
import type { SheetSnapshot } from '../../core/snapshot'
import type { ColumnMeaning, LineMeaning, TableMeaning } from './meaning'

/** A table in which a person budgets; tables side by side are taken apart. */
export interface OwnTable {
  readonly table: TableReading
  readonly sheet: SheetSnapshot
  readonly body: Box
  /** Column with the lines' labels; of a turned table, its row of headers. */
  readonly labelColumn: number
  readonly columns: readonly OwnColumn[]
  readonly lines: readonly OwnLine[]
  readonly meaning: TableMeaning
  readonly kind: 'lines' | 'communities' | 'years'
  /** What is counted stands in the rows and who or when in the columns: lines and columns have changed places. */
  readonly isTurned: boolean
}

export interface OwnColumn {
  /** Column of the sheet; of a turned table, its row. */
  readonly column: number
  readonly header: string
  /** Header texts, outermost first. */
  readonly levels: readonly string[]
  readonly meaning: ColumnMeaning
  /** Number in a row of column numbers (栏次), and the formula over such numbers that stands there: `4=1*(2+3)`. */
  readonly number: number | null
  readonly stated: string | null
  /** The cell of its one figure, in a form whose labels stand each before their own. */
  readonly at?: { readonly row: number; readonly column: number }
}

export interface OwnLine {
  /** Row of the sheet; of a turned table, its column. */
  readonly row: number
  readonly label: string
  readonly role: 'leaf' | 'total' | 'subtotal'
  /** Position of the parent in the table's lines; -1 at the top. */
  readonly parent: number
  /** The line is one of 其中: its siblings need not make up the parent. */
  readonly isOfWhich: boolean
  readonly children: readonly number[]
  readonly meaning: LineMeaning
  /** Index into the reading's communities; -1 for none. */
  readonly community: number
  readonly year: number | null
  /** What the label column outside says, where the table has two: the community over its kinds of staff. */
  readonly group: string | null
}

/** One of the tables that stand side by side: its label column, the label column outside of it, and what it measures. */
export interface Side {
  readonly labelColumn: number
  /** Columns of labels left of it, outermost first. */
  readonly outer: readonly number[]
  /** Columns of the code; its parts may stand in several: 类 | 款 | 项. */
  readonly codeColumns: readonly number[]
  /** Column of the running number, where the table has one. */
  readonly numberColumn: number | null
  readonly columns: readonly ColumnReading[]
}
