import type { CellContent, CellValue } from '../core/cell'
import type { AddSheet, ConditionLayout, LayoutStyle, SheetLayout, TableLayout, ValidationLayout } from '../core/change'
import type { Message } from '../core/message'
import { cellKey, isInBox, keyColumn, keyRow } from '../core/place'
import type { Box } from '../core/place'
import { LOOKS } from './look'
import type { Look } from './look'

/** What a cell of a draft holds: a value, or a formula whose value is calculated when the whole workbook stands. */
export type DraftContent = CellValue | { readonly formula: string }

/** A sheet on the drawing board: cells, looks, print. It becomes changes once every sheet that it points to is drawn. */
export class SheetDraft {
  private readonly cells = new Map<number, DraftContent>()
  private readonly styles: { box: Box; style: LayoutStyle }[] = []
  private readonly merges: Box[] = []
  private readonly widths: Record<number, number> = {}
  private readonly heights: Record<number, number> = {}
  private readonly lists: { box: Box; values: readonly string[] }[] = []
  private readonly validations: ValidationLayout[] = []
  private readonly conditions: ConditionLayout[] = []
  private readonly tables: TableLayout[] = []
  private readonly reasons = new Map<number, { readonly why: Message; readonly inputs: readonly string[] }>()
  private page: Partial<SheetLayout> = {}

  constructor(readonly name: string) {}

  put(row: number, column: number, content: DraftContent): this {
    if (content !== null && content !== '') this.cells.set(cellKey(row, column), content)
    return this
  }

  /** Why a value stands where a formula would be expected, and the cells that it was read from. */
  because(row: number, column: number, why: Message, inputs: readonly string[]): this {
    this.reasons.set(cellKey(row, column), { why, inputs })
    return this
  }

  reason(row: number, column: number): { readonly why: Message; readonly inputs: readonly string[] } | undefined {
    return this.reasons.get(cellKey(row, column))
  }

  row(row: number, column: number, contents: readonly DraftContent[]): this {
    for (const [index, content] of contents.entries()) this.put(row, column + index, content)
    return this
  }

  look(box: Box, look: Look, more: Partial<LayoutStyle> = {}): this {
    this.styles.push({ box, style: { ...LOOKS[look], ...more } })
    return this
  }

  /** Changes single properties of a look that is already there. */
  touch(box: Box, style: LayoutStyle): this {
    this.styles.push({ box, style })
    return this
  }

  merge(box: Box): this {
    this.merges.push(box)
    return this
  }

  width(column: number, characters: number): this {
    this.widths[column] = characters
    return this
  }

  height(row: number, points: number): this {
    this.heights[row] = points
    return this
  }

  list(area: Box, values: readonly string[]): this {
    this.lists.push({ box: area, values })
    return this
  }

  validate(validation: ValidationLayout): this {
    this.validations.push(validation)
    return this
  }

  condition(condition: ConditionLayout): this {
    this.conditions.push(condition)
    return this
  }

  table(table: TableLayout): this {
    this.tables.push(table)
    return this
  }

  print(page: Partial<SheetLayout>): this {
    this.page = { ...this.page, ...page }
    return this
  }

  /** The number format that the cell's looks come to. */
  formatAt(row: number, column: number): string | undefined {
    return this.styles.findLast(({ box: where, style }) => style.format !== undefined && isInBox(where, row, column))?.style.format
  }

  /** The cell belongs to a header: bold on the header's fill. */
  isHeader(row: number, column: number): boolean {
    return (
      this.styles.findLast(({ box: where, style }) => style.fill !== undefined && isInBox(where, row, column))?.style.fill ===
      LOOKS.header.fill
    )
  }

  /** Cells in reading order, as they were put. */
  contents(): { readonly row: number; readonly column: number; readonly content: DraftContent }[] {
    return [...this.cells].sort(([a], [b]) => a - b).map(([key, content]) => ({ row: keyRow(key), column: keyColumn(key), content }))
  }

  addSheet(): AddSheet {
    return { kind: 'add-sheet', sheet: this.name, layout: this.layout() }
  }

  layout(): SheetLayout {
    return {
      columnWidths: this.widths,
      rowHeights: this.heights,
      merges: this.merges,
      styles: this.styles,
      ...(this.lists.length === 0 ? {} : { lists: this.lists }),
      ...(this.validations.length === 0 ? {} : { validations: this.validations }),
      ...(this.conditions.length === 0 ? {} : { conditions: this.conditions }),
      ...(this.tables.length === 0 ? {} : { tables: this.tables }),
      gridLines: false,
      landscape: true,
      fitToWidth: true,
      centered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.75, header: 0.3, footer: 0.3 },
      ...this.page,
    }
  }
}

/** `box(5, 1, 24, 8)`: rows 5 to 24, columns 1 to 8. */
export function box(top: number, left: number, bottom = top, right = left): Box {
  return { top, left, bottom, right }
}

/** The content with its value calculated. */
export function finished(content: DraftContent, value: (formula: string) => CellValue): CellContent {
  if (typeof content !== 'object' || content === null || !('formula' in content)) return content
  return { formula: content.formula, value: value(content.formula) }
}
