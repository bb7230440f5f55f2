import type { CellContent } from './cell'
import type { CellStyle } from './snapshot'
import type { Box } from './place'

/** One step of writing. Every change carries what was there before: that gives the preview, protects a colleague's edit, and gives undo. */
export type Change = CellChange | AddSheet | RemoveSheet | DressSheet | NameChange

export interface CellChange {
  readonly kind: 'cell'
  readonly sheet: string
  /** `E5`. */
  readonly cell: string
  readonly before: CellContent
  readonly after: CellContent
  /** Number format to give the cell; left out: the cell keeps its own. Text is always written as text. */
  readonly format?: string
  /** The number format that the cell had, for undo: without it undo puts the content back and leaves the format. */
  readonly formatBefore?: string
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

/**
 * Gives a sheet of this program's own, there before or added by the batch, a new look; the look of before goes. Refused where the sheet does not carry the mark, and where it holds
 * anything that no cell change of the batch names: what is not accounted for is never swept away. Undo puts the cells back and leaves the look,
 * which nobody typed; a host that keeps the file of before puts that back as it was.
 */
export interface DressSheet {
  readonly kind: 'dress-sheet'
  readonly sheet: string
  /** The defined name by which the sheet is known as this program's own. */
  readonly mark: string
  /** Its cells come as cell changes of the same batch. */
  readonly layout: DressLayout
}

/** A table keeps a part of its own, which a new look does not make. */
export type DressLayout = Omit<SheetLayout, 'tables'>

/** Define, redefine or delete a name of the whole workbook. A host compares `before` with what is there, case aside in the name. */
export interface NameChange {
  readonly kind: 'name'
  readonly name: string
  /** Without a leading `=`, e.g. `参数标准!$C$5`; `null`: there is no such name. */
  readonly before: string | null
  /** `null` deletes the name. */
  readonly after: string | null
  /** Not shown in Excel's name manager: the records that this program keeps of its own cells. */
  readonly hidden?: boolean
}

/**
 * How a new sheet looks and prints. Every field may be left out. A host that cannot do one of them leaves it out and says so in a notice;
 * it never refuses the sheet for it.
 */
export interface SheetLayout {
  /** Widths in characters, by column number. */
  readonly columnWidths?: Readonly<Record<number, number>>
  /** Heights in points, by row number. */
  readonly rowHeights?: Readonly<Record<number, number>>
  readonly merges?: readonly Box[]
  /** Boxes in order. Where boxes overlap their properties are merged, and a later box wins the properties that it names. */
  readonly styles?: readonly { readonly box: Box; readonly style: LayoutStyle }[]
  readonly frozenRows?: number
  readonly frozenColumns?: number
  /** Drop-down lists of fixed values: a validation that stops anything else. Values hold no comma; together at most 255 characters. */
  readonly lists?: readonly { readonly box: Box; readonly values: readonly string[] }[]
  /** Other validations. */
  readonly validations?: readonly ValidationLayout[]
  /** Conditional formats, the first one strongest. */
  readonly conditions?: readonly ConditionLayout[]
  /** Ranges that Excel shall call a table: they grow when a row is typed under them. */
  readonly tables?: readonly TableLayout[]
  /** Filter buttons on the first row of this box (a table brings its own). */
  readonly autoFilter?: Box
  /** `false` hides the grid lines on the screen. Default: shown. */
  readonly gridLines?: boolean
  /** Colour of the sheet's tab, `#rrggbb`. */
  readonly tabColor?: string
  /** Rows repeated at the top of each printed page, first and last. */
  readonly printTitleRows?: readonly [number, number]
  /** What is printed; left out: everything used. */
  readonly printArea?: Box
  /** A4 landscape; `false` or left out: A4 portrait. */
  readonly landscape?: boolean
  /** All columns on one page's width, as many pages down as needed (`fitToWidth="1" fitToHeight="0"`). */
  readonly fitToWidth?: boolean
  /** With `fitToWidth`: all rows on the one page too (`fitToHeight="1"`). */
  readonly onePage?: boolean
  /** Centre the print between the left and right margins. */
  readonly centered?: boolean
  /** Inches. Left out: Excel's own. */
  readonly margins?: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
    readonly header: number
    readonly footer: number
  }
  /** Header text with Excel's own sections and codes (`&L`, `&C`, `&R`, `&P`, `&N`, `&D`, `&A`); without a section code it is centred. */
  readonly header?: string
  /** Footer text, likewise: `&L填表人：&C第 &P 页 共 &N 页`; without a section code it is centred. */
  readonly footer?: string
}

/** A cell's look: `CellStyle` and what only a writer needs. */
export interface LayoutStyle extends Partial<CellStyle> {
  /** Font name. Left out: the workbook's own. */
  readonly font?: string
  readonly vertical?: 'top' | 'center' | 'bottom'
  /** Steps of indentation, 0 to 15. */
  readonly indent?: number
  /** Shrink the text into the cell; not together with `wrap`. */
  readonly shrink?: boolean
  /** Line of the border on all four sides when `border` is true. Default `thin`. */
  readonly borderLine?: 'hair' | 'thin' | 'medium'
  /** `#rrggbb`. Default black. */
  readonly borderColor?: string
  /** One side drawn otherwise, whatever `border` says. `none` takes the line away. */
  readonly edges?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', 'none' | 'hair' | 'thin' | 'medium' | 'double'>>>
}

/** A validation of typed values. Formulas have no leading `=` and are written for the box's first cell. */
export interface ValidationLayout {
  readonly box: Box
  /** `list`: the formula names the cells with the values, e.g. `社区信息!$B$6:$B$105`. `custom`: the formula must be true. */
  readonly kind: 'list' | 'whole' | 'decimal' | 'date' | 'text-length' | 'custom'
  /** For `whole`, `decimal`, `date` and `text-length`. */
  readonly comparison?: 'between' | 'at-least' | 'at-most' | 'equal'
  /** A number, a cell, or a formula; dates as serials of the 1900 system or `DATE(…)`. */
  readonly formula: string
  /** The upper end of `between`. */
  readonly formula2?: string
  /** `stop` refuses, `warning` asks, `information` tells. Default `stop`. */
  readonly onError?: 'stop' | 'warning' | 'information'
  readonly errorTitle?: string
  readonly error?: string
  /** Shown beside the cell while it is chosen. */
  readonly promptTitle?: string
  readonly prompt?: string
}

/** A conditional format: where the formula (no leading `=`, written for the box's first cell) is true, the style is laid over. */
export interface ConditionLayout {
  readonly box: Box
  readonly formula: string
  readonly style: { readonly fill?: string; readonly color?: string; readonly bold?: boolean; readonly italic?: boolean }
  /** No later condition is looked at where this one holds. */
  readonly stop?: boolean
}

/** An Excel table. Its first row is the header; the header cells hold exactly the names in `columns`, as text, each once. */
export interface TableLayout {
  /** Unique in the workbook, letters, digits and `_`. */
  readonly name: string
  /** Header row and data rows. */
  readonly box: Box
  readonly columns: readonly {
    readonly name: string
    /** Formula that Excel puts into new rows (calculatedColumnFormula): no leading `=`, written for the first data row. */
    readonly formula?: string
  }[]
  /** Built-in style, e.g. `TableStyleLight1`; left out: none, the cells' own styles stand. */
  readonly style?: string
  /** Filter buttons in the header; default yes. */
  readonly filter?: boolean
}

/** The batch that puts everything back: reversed order, before and after swapped. */
export function undoOf(changes: readonly Change[]): Change[] {
  return [...changes].reverse().flatMap((change): Change[] => {
    switch (change.kind) {
      case 'cell':
        return [{
          ...change,
          before: change.after,
          after: change.before,
          ...(change.format === undefined || change.formatBefore === undefined
            ? {}
            : { format: change.formatBefore, formatBefore: change.format }),
        }]
      case 'name':
        return [{ ...change, before: change.after, after: change.before }]
      case 'add-sheet':
        return [{ kind: 'remove-sheet', sheet: change.sheet, ...(change.layout === undefined ? {} : { layout: change.layout }) }]
      case 'dress-sheet':
        return []
      case 'remove-sheet':
        return [{ kind: 'add-sheet', sheet: change.sheet, ...(change.layout === undefined ? {} : { layout: change.layout }) }]
    }
  })
}
