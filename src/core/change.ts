import type { CellContent } from './cell'
import type { CellStyle } from './snapshot'
import type { Box } from './place'

/** One step of writing. Every change carries what was there before: that gives the preview, protects a colleague's edit, and gives undo. */
export type Change = CellChange | AddSheet | RemoveSheet

export interface CellChange {
  readonly kind: 'cell'
  readonly sheet: string
  /** `E5`. */
  readonly cell: string
  readonly before: CellContent
  readonly after: CellContent
  /** Number format to give the cell; left out: the cell keeps its own. Text is always written as text. */
  readonly format?: string
}

export interface AddSheet {
  readonly kind: 'add-sheet'
  readonly sheet: string
  /** Put after this sheet; left out: at the end. */
  readonly after?: string
  /** How the new sheet looks and prints. Its cells come as cell changes after this one. */
  readonly layout?: SheetLayout
}

/** The undo of `add-sheet`: refused when the sheet holds anything that the batch did not put there. */
export interface RemoveSheet {
  readonly kind: 'remove-sheet'
  readonly sheet: string
  readonly layout?: SheetLayout
}

export interface SheetLayout {
  /** Widths in characters, by column number. */
  readonly columnWidths?: Readonly<Record<number, number>>
  readonly rowHeights?: Readonly<Record<number, number>>
  readonly merges?: readonly Box[]
  /** Boxes in order; a later one wins. */
  readonly styles?: readonly { readonly box: Box; readonly style: Partial<CellStyle> & { readonly font?: string } }[]
  readonly frozenRows?: number
  readonly frozenColumns?: number
  readonly lists?: readonly { readonly box: Box; readonly values: readonly string[] }[]
  /** Rows repeated at the top of each printed page, first and last. */
  readonly printTitleRows?: readonly [number, number]
  readonly landscape?: boolean
  /** Centre footer text, with Excel's codes (`&P`, `&N`). */
  readonly footer?: string
}

/** The batch that puts everything back: reversed order, before and after swapped. */
export function undoOf(changes: readonly Change[]): Change[] {
  return [...changes].reverse().map(change => {
    switch (change.kind) {
      case 'cell':
        return { ...change, before: change.after, after: change.before }
      case 'add-sheet':
        return { kind: 'remove-sheet', sheet: change.sheet, ...(change.layout === undefined ? {} : { layout: change.layout }) }
      case 'remove-sheet':
        return { kind: 'add-sheet', sheet: change.sheet, ...(change.layout === undefined ? {} : { layout: change.layout }) }
    }
  })
}
