import type { CellContent } from '../../core/cell'
import type { LayoutStyle, SheetLayout, ValidationLayout } from '../../core/change'
import { LAST_COLUMN, LAST_ROW, boxName, cellKey, cellName, keyColumn, keyRow } from '../../core/place'
import type { Box } from '../../core/place'
import { cellXml, spanOf } from './cell-xml'
import { fileFormula } from './file-formula'
import type { StylesEditor } from './styles-editor'
import { escapeAttribute, escapeText } from './xml-tree'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'

/** A cell of a new sheet. */
export interface NewCell {
  readonly content: CellContent
  readonly format?: string
}

export interface NewSheet {
  readonly layout: SheetLayout
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<number, NewCell>
  /** Relationship ids of its tables. */
  readonly tableIds: readonly string[]
  /** Relationship ids of what else lies on it. */
  readonly drawings?: readonly { readonly element: 'drawing' | 'legacyDrawing'; readonly id: string }[]
  /** It is the one that is shown when the file opens. */
  readonly selected: boolean
}

/**
 * A whole worksheet part, in pieces. Elements stand in the order that the schema asks for.
 * @param inNameSpaces puts the head into the name spaces of the package
 */
export function* newSheetXml(sheet: NewSheet, styles: StylesEditor, inNameSpaces: (head: string) => string): Iterable<Uint8Array> {
  const { layout } = sheet
  const cells = new StyledCells(sheet, styles)
  const encoder = new TextEncoder()
  const used = spanOf(cells.keys)
  yield encoder.encode(`${inNameSpaces(HEAD)}${properties(layout)}<dimension ref="${used === undefined ? 'A1' : boxName(used)}"/>${views(layout, sheet.selected)}<sheetFormatPr defaultRowHeight="15"/>${columns(layout, cells)}<sheetData>`)
  let text = ''
  for (const row of cells.rows()) {
    text += row
    if (text.length > 1 << 18) {
      yield encoder.encode(text)
      text = ''
    }
  }
  yield encoder.encode(`${text}</sheetData>${behindCells(sheet, styles)}</worksheet>`)
}

function properties(layout: SheetLayout): string {
  const inner = `${layout.tabColor === undefined ? '' : `<tabColor rgb="FF${layout.tabColor.slice(1).toUpperCase()}"/>`}${layout.fitToWidth === true ? '<pageSetUpPr fitToPage="1"/>' : ''}`
  return inner === '' ? '' : `<sheetPr>${inner}</sheetPr>`
}

function views(layout: SheetLayout, selected: boolean): string {
  const { frozenRows = 0, frozenColumns = 0 } = layout
  const pane = frozenRows > 0 ? (frozenColumns > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight'
  const frozen =
    frozenRows === 0 && frozenColumns === 0
      ? ''
      : `<pane${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''} topLeftCell="${cellName(frozenRows + 1, frozenColumns + 1)}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`
  return `<sheetViews><sheetView${layout.gridLines === false ? ' showGridLines="0"' : ''}${selected ? ' tabSelected="1"' : ''} workbookViewId="0"${frozen === '' ? '/>' : `>${frozen}</sheetView>`}</sheetViews>`
}

function columns(layout: SheetLayout, cells: StyledCells): string {
  const numbers = new Set([...Object.keys(layout.columnWidths ?? {}).map(Number), ...cells.columnStyles.keys()])
  if (numbers.size === 0) return ''
  const lines = [...numbers].sort((a, b) => a - b).map(column => {
    const width = layout.columnWidths?.[column], style = cells.columnStyles.get(column)
    return `<col min="${column}" max="${column}" width="${width ?? 9}"${style === undefined ? '' : ` style="${style}"`}${width === undefined ? '' : ' customWidth="1"'}/>`
  })
  return `<cols>${lines.join('')}</cols>`
}

function behindCells({ layout, tableIds, drawings = [] }: NewSheet, styles: StylesEditor): string {
  const { merges = [], conditions = [], lists = [], validations = [] } = layout
  const pieces: string[] = []
  if (layout.autoFilter !== undefined) pieces.push(`<autoFilter ref="${boxName(layout.autoFilter)}"/>`)
  if (merges.length > 0) pieces.push(`<mergeCells count="${merges.length}">${merges.map(box => `<mergeCell ref="${boxName(box)}"/>`).join('')}</mergeCells>`)
  for (const [i, condition] of conditions.entries()) {
    pieces.push(`<conditionalFormatting sqref="${boxName(condition.box)}"><cfRule type="expression" dxfId="${styles.condition(condition.style)}" priority="${i + 1}"${condition.stop === true ? ' stopIfTrue="1"' : ''}><formula>${escapeText(fileFormula(condition.formula))}</formula></cfRule></conditionalFormatting>`)
  }
  const rules = [...lists.map(({ box, values }) => validationXml({ box, kind: 'list', formula: `"${values.join(',').replaceAll('"', '""')}"` })), ...validations.map(validationXml)]
  if (rules.length > 0) pieces.push(`<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`)
  if (layout.centered === true) pieces.push('<printOptions horizontalCentered="1"/>')
  const { left, right, top, bottom, header, footer } = layout.margins ?? {
    left: 0.7,
    right: 0.7,
    top: 0.75,
    bottom: 0.75,
    header: 0.3,
    footer: 0.3,
  }
  pieces.push(`<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"/>`)
  pieces.push(`<pageSetup paperSize="9" orientation="${layout.landscape === true ? 'landscape' : 'portrait'}"${layout.fitToWidth === true ? ` fitToWidth="1" fitToHeight="${layout.onePage === true ? 1 : 0}"` : ''}/>`)
  if (layout.header !== undefined || layout.footer !== undefined) {
    pieces.push(`<headerFooter>${layout.header === undefined ? '' : `<oddHeader>${escapeText(sectioned(layout.header))}</oddHeader>`}${layout.footer === undefined ? '' : `<oddFooter>${escapeText(sectioned(layout.footer))}</oddFooter>`}</headerFooter>`)
  }
  for (const { element, id } of drawings) pieces.push(`<${element} r:id="${escapeAttribute(id)}"/>`)
  if (tableIds.length > 0) pieces.push(`<tableParts count="${tableIds.length}">${tableIds.map(id => `<tablePart r:id="${id}"/>`).join('')}</tableParts>`)
  return pieces.join('')
}

/** A header or footer without a section code is centred. */
function sectioned(text: string): string {
  return /&[LCR]/.test(text) ? text : `&C${text}`
}

const COMPARISONS = { between: 'between', 'at-least': 'greaterThanOrEqual', 'at-most': 'lessThanOrEqual', equal: 'equal' } as const
/** Excel calls a file damaged whose messages are longer. */
const LONGEST = { title: 32, error: 225, prompt: 255 } as const

function validationXml(rule: ValidationLayout): string {
  const { kind, comparison = 'between', onError = 'stop' } = rule
  const compared = kind === 'whole' || kind === 'decimal' || kind === 'date' || kind === 'text-length'
  const text = (name: string, value: string | undefined, longest: number): string => (value === undefined ? '' : ` ${name}="${escapeAttribute(value.slice(0, longest))}"`)
  return (
    `<dataValidation type="${kind === 'text-length' ? 'textLength' : kind}"${onError === 'stop' ? '' : ` errorStyle="${onError}"`}${compared && comparison !== 'between' ? ` operator="${COMPARISONS[comparison]}"` : ''} allowBlank="1" showInputMessage="1" showErrorMessage="1"` +
    `${text('errorTitle', rule.errorTitle, LONGEST.title)}${text('error', rule.error, LONGEST.error)}${text('promptTitle', rule.promptTitle, LONGEST.title)}${text('prompt', rule.prompt, LONGEST.prompt)} sqref="${boxName(rule.box)}">` +
    `<formula1>${escapeText(fileFormula(rule.formula))}</formula1>${rule.formula2 === undefined ? '' : `<formula2>${escapeText(fileFormula(rule.formula2))}</formula2>`}</dataValidation>`
  )
}

/** The cells of a new sheet with their styles: contents, and blank cells that a box of the layout gives a look. */
class StyledCells {
  readonly columnStyles = new Map<number, number>()
  /** Which boxes of the layout lie over a cell, as a text like `0,3`. */
  private readonly looks = new Map<number, string>()
  private readonly styleOf = new Map<string, number>()

  constructor(private readonly sheet: NewSheet, private readonly styles: StylesEditor) {
    for (const [i, { box, style }] of (sheet.layout.styles ?? []).entries()) {
      // A box over whole columns is the columns' own style: no cell is written for it.
      if (box.bottom >= LAST_ROW)
        for (let column = box.left; column <= Math.min(box.right, LAST_COLUMN); column++)
          this.columnStyles.set(column, this.styles.layout(style))
      else this.lay(box, String(i))
    }
  }

  get keys(): Iterable<number> {
    return new Set([...this.sheet.cells.keys(), ...this.looks.keys()])
  }

  *rows(): Iterable<string> {
    const heights = this.sheet.layout.rowHeights ?? {}
    const byRow = new Map<number, number[]>()
    for (const key of this.keys) {
      const row = keyRow(key), keys = byRow.get(row)
      if (keys === undefined) byRow.set(row, [key])
      else keys.push(key)
    }
    for (const row of Object.keys(heights).map(Number)) if (!byRow.has(row)) byRow.set(row, [])
    for (const row of [...byRow.keys()].sort((a, b) => a - b)) {
      const height = heights[row]
      const cells = (byRow.get(row) ?? []).sort((a, b) => a - b).map(key => this.cell(key)).join('')
      yield `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells}</row>`
    }
  }

  private lay(box: Box, number: string): void {
    for (let row = box.top; row <= box.bottom; row++) {
      for (let column = box.left; column <= box.right; column++) {
        const key = cellKey(row, column), before = this.looks.get(key)
        this.looks.set(key, before === undefined ? number : `${before},${number}`)
      }
    }
  }

  private cell(key: number): string {
    const cell = this.sheet.cells.get(key)
    return cellXml({ row: keyRow(key), column: keyColumn(key), content: cell?.content ?? null, style: this.style(this.looks.get(key) ?? '', cell?.format, keyColumn(key)) }, '')
  }

  private style(boxes: string, format: string | undefined, column: number): number {
    if (boxes === '' && format === undefined) return this.columnStyles.get(column) ?? 0
    const known = `${boxes}|${format ?? ''}`
    const before = this.styleOf.get(known)
    if (before !== undefined) return before
    let style: LayoutStyle = {}
    for (const number of boxes === '' ? [] : boxes.split(',')) style = { ...style, ...this.sheet.layout.styles?.[Number(number)]?.style }
    const id = this.styles.layout(format === undefined ? style : { ...style, format })
    this.styleOf.set(known, id)
    return id
  }
}
