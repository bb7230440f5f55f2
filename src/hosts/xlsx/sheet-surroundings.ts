import { LAST_COLUMN, parseBox } from '../../core/place'
import type { Box } from '../../core/place'
import { isOn } from './xml'
import type { Attributes } from './xml'

const SPARE_COLUMNS = 26, LEAST_COLUMNS = 52

/** What a worksheet part says around its cells. */
export class SheetSurroundings {
  readonly merges: Box[] = []
  readonly hiddenColumns = new Set<number>()
  readonly columnWidths = new Map<number, number>()
  private readonly columnRanges: {
    readonly from: number
    readonly to: number
    readonly hidden: boolean
    readonly width: number | undefined
  }[] = []
  readonly columnStyles: { readonly from: number; readonly to: number; readonly style: number }[] = []
  /** What the part itself says is used; a hint. */
  dimension: Box | null = null
  isProtected = false
  frozenRows = 0
  frozenColumns = 0
  /** It is among the chosen tabs. */
  isSelected = false
  /** Relationship ids of what lies on the sheet: drawings, comments, tables. */
  readonly relations: { readonly element: 'drawing' | 'legacyDrawing' | 'tablePart'; readonly id: string }[] = []
  /** Rows that the part does not list are hidden. */
  hidesUnlisted = false

  element(name: string, attributes: () => Attributes): void {
    switch (name) {
      case 'dimension':
        this.dimension = parseBox(attributes()['ref'] ?? '')
        return
      case 'sheetFormatPr':
        this.hidesUnlisted = isOn(attributes()['zeroHeight'])
        return
      case 'sheetProtection':
        this.isProtected = isOn(attributes()['sheet'])
        return
      case 'sheetView':
        this.isSelected ||= isOn(attributes()['tabSelected'])
        return
      case 'drawing':
      case 'legacyDrawing':
      case 'tablePart': {
        const id = Object.entries(attributes()).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1]
        if (id !== undefined) this.relations.push({ element: name, id })
        return
      }
      case 'col':
        this.columns(attributes())
        return
      case 'mergeCell': {
        const box = parseBox(attributes()['ref'] ?? '')
        if (box !== null) this.merges.push(box)
        return
      }
      case 'pane': {
        const { xSplit, ySplit, state } = attributes()
        if (state !== 'frozen' && state !== 'frozenSplit') return
        this.frozenRows = Number(ySplit ?? 0) || 0
        this.frozenColumns = Number(xSplit ?? 0) || 0
      }
    }
  }

  private columns(attributes: Attributes): void {
    const from = Number(attributes['min']),
      to = Math.min(LAST_COLUMN, Number(attributes['max']))
    if (!(from >= 1 && to >= from)) return
    const width = attributes['width'] === undefined ? undefined : Number(attributes['width']),
      style = Number(attributes['style'] ?? 0)
    if (style > 0) this.columnStyles.push({ from, to, style })
    this.columnRanges.push({ from, to, hidden: isOn(attributes['hidden']) || width === 0, width })
  }

  /**
   * Writes the columns' widths out, one by one. Files often state one width for all 16,384 columns: what lies far beyond the used ones is left out.
   * @param used how many columns hold something
   */
  finish(used: number): void {
    const last = Math.max(used + SPARE_COLUMNS, LEAST_COLUMNS)
    for (const { from, to, hidden, width } of this.columnRanges) {
      for (let column = from; column <= Math.min(to, last); column++) {
        if (hidden) this.hiddenColumns.add(column)
        else if (width !== undefined && width > 0) this.columnWidths.set(column, width)
      }
    }
  }
}
