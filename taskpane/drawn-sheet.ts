import { isCellError, isFormula } from '../src/core/cell'
import type { CellValue } from '../src/core/cell'
import type { CellChange, LayoutStyle, SheetLayout } from '../src/core/change'
import { parseBox } from '../src/core/place'
import type { CellStyle } from '../src/core/snapshot'
import { cellText } from './cell-text'
import type { DrawnSheet } from './proposal-view'

const PLAIN: CellStyle = { format: 'General' }

/** A sheet that a proposal adds, drawn before it is there: its texts, its looks, its widths. */
export function drawnSheet(name: string, layout: SheetLayout = {}, changes: readonly CellChange[]): DrawnSheet {
  const cells = changes.flatMap(({ cell, after }) => {
    const box = parseBox(cell)
    return box === null ? [] : [{ row: box.top, column: box.left, value: isFormula(after) ? after.value : after }]
  })
  const boxes = (layout.styles ?? []).map(({ box }) => box)
  const height = Math.max(0, ...cells.map(({ row }) => row), ...boxes.map(({ bottom }) => bottom))
  const width = Math.max(0, ...cells.map(({ column }) => column), ...boxes.map(({ right }) => right))
  const styles: CellStyle[] = [PLAIN], known = new Map<string, number>()
  const styleRows = Array.from({ length: height }, () => new Array<number>(width).fill(0))
  const merged = Array.from({ length: height }, () => new Array<LayoutStyle | undefined>(width))
  for (const { box, style } of layout.styles ?? [])
    for (let row = box.top; row <= box.bottom; row++)
      for (let column = box.left; column <= box.right; column++) {
        const line = merged[row - 1]
        if (line !== undefined) line[column - 1] = { ...line[column - 1], ...style }
      }
  for (const [r, line] of merged.entries())
    for (const [c, style] of line.entries()) {
      if (style === undefined) continue
      const key = JSON.stringify(style)
      let number = known.get(key)
      if (number === undefined) {
        number = styles.push({ ...PLAIN, ...style }) - 1
        known.set(key, number)
      }
      const row = styleRows[r]
      if (row !== undefined) row[c] = number
    }
  const texts = Array.from({ length: height }, () => new Array<string>(width).fill(''))
  const kinds = texts.map(line => line.map(() => ' '))
  for (const { row, column, value } of cells) {
    const line = texts[row - 1], kind = kinds[row - 1]
    if (line === undefined || kind === undefined) continue
    line[column - 1] = cellText(value, styles[styleRows[row - 1]?.[column - 1] ?? 0]?.format ?? 'General', 1900)
    kind[column - 1] = kindOf(value)
  }
  return {
    outline: {
      name,
      kind: 'worksheet',
      visibility: 'visible',
      rows: height,
      columns: width,
      isProtected: false,
      merges: layout.merges ?? [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      columnWidths: sizes(layout.columnWidths),
      rowHeights: sizes(layout.rowHeights),
      styles,
      frozenRows: layout.frozenRows ?? 0,
      frozenColumns: layout.frozenColumns ?? 0,
    },
    rows: texts.map((line, r) => ({ texts: line, kinds: (kinds[r] ?? []).join(''), styles: styleRows[r] ?? [] })),
  }
}

function kindOf(value: CellValue): string {
  if (value === null || value === '') return ' '
  if (typeof value === 'number') return 'n'
  if (typeof value === 'string') return 't'
  return isCellError(value) ? 'e' : 'b'
}

function sizes(record: Readonly<Record<number, number>> = {}): ReadonlyMap<number, number> {
  return new Map(Object.entries(record).map(([at, size]) => [Number(at), size]))
}
