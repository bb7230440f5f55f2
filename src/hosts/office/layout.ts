import { isInBox } from '../../core/place'
import type { ConditionLayout, LayoutStyle, SheetLayout, TableLayout, ValidationLayout } from '../../core/change'
import type { Box } from '../../core/place'
import type { ReadNotice } from '../../core/snapshot'

/**
 * Dresses a new sheet as its layout says. Runs before its cells are written, so that number formats are there first;
 * `finishLayout` comes after the cells. Queues only: the caller syncs.
 */
export function dressSheet(sheet: Excel.Worksheet, layout: SheetLayout): void {
  for (const [column, width] of Object.entries(layout.columnWidths ?? {}))
    columnOf(sheet, Number(column)).format.columnWidth = widthInPoints(width)
  for (const [row, height] of Object.entries(layout.rowHeights ?? {}))
    sheet.getRangeByIndexes(Number(row) - 1, 0, 1, 1).format.rowHeight = height
  for (const box of layout.merges ?? []) rangeOf(sheet, box).merge(false)
  for (const { box, style } of layout.styles ?? []) dress(rangeOf(sheet, box), style)
  if ((layout.frozenRows ?? 0) > 0 && (layout.frozenColumns ?? 0) > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, layout.frozenRows ?? 0, layout.frozenColumns ?? 0))
  else if ((layout.frozenRows ?? 0) > 0) sheet.freezePanes.freezeRows(layout.frozenRows)
  else if ((layout.frozenColumns ?? 0) > 0) sheet.freezePanes.freezeColumns(layout.frozenColumns)
  if (layout.gridLines === false) sheet.showGridlines = false
  if (layout.tabColor !== undefined) sheet.tabColor = layout.tabColor
}

/** What needs the cells to be there: tables (their headers), filters, validations, conditional formats. */
export function finishLayout(sheet: Excel.Worksheet, name: string, layout: SheetLayout): ReadNotice[] {
  const notices: ReadNotice[] = []
  for (const { box, values } of layout.lists ?? []) rangeOf(sheet, box).dataValidation.rule = { list: { inCellDropDown: true, source: values.join(',') } }
  for (const validation of layout.validations ?? []) validate(rangeOf(sheet, validation.box), validation)
  // Each one is added on top of those before it, so the strongest comes last.
  for (const condition of [...(layout.conditions ?? [])].reverse()) addCondition(rangeOf(sheet, condition.box), condition)
  for (const table of layout.tables ?? []) {
    addTable(sheet, table)
    // Office.js cannot say what a table puts into new rows; Excel takes it from the column's own formulas.
    if (table.columns.some(column => column.formula !== undefined)) notices.push({ key: 'notice.office-table-formulas', params: { table: table.name }, sheet: name })
  }
  if (layout.autoFilter !== undefined) sheet.autoFilter.apply(rangeOf(sheet, layout.autoFilter))
  return notices
}

/** The number format that the layout gives a cell; a later box wins. */
export function layoutFormat(layout: SheetLayout | undefined, row: number, column: number): string {
  let format = 'General'
  for (const { box, style } of layout?.styles ?? [])
    if (style.format !== undefined && isInBox(box, row, column))
      format = style.format
  return format
}

function rangeOf(sheet: Excel.Worksheet, box: Box): Excel.Range {
  return sheet.getRangeByIndexes(box.top - 1, box.left - 1, box.bottom - box.top + 1, box.right - box.left + 1)
}

function columnOf(sheet: Excel.Worksheet, column: number): Excel.Range {
  return sheet.getRangeByIndexes(0, column - 1, 1, 1)
}

/** Characters of the default font (7 pixels wide, 5 of margin) to points at 96 dots an inch: 8.43 characters are 48 points. */
function widthInPoints(characters: number): number {
  return Math.round(characters * 7 + 5) * 0.75
}

function dress(range: Excel.Range, style: LayoutStyle): void {
  const { format } = range
  if (style.format !== undefined) range.numberFormat = everywhere(style.format)
  if (style.bold !== undefined) format.font.bold = style.bold
  if (style.italic !== undefined) format.font.italic = style.italic
  if (style.color !== undefined) format.font.color = style.color
  if (style.size !== undefined) format.font.size = style.size
  if (style.font !== undefined) format.font.name = style.font
  if (style.fill !== undefined) format.fill.color = style.fill
  if (style.align !== undefined) format.horizontalAlignment = style.align === 'left' ? 'Left' : style.align === 'center' ? 'Center' : 'Right'
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical === 'top' ? 'Top' : style.vertical === 'center' ? 'Center' : 'Bottom'
  if (style.wrap !== undefined) format.wrapText = style.wrap
  if (style.indent !== undefined) format.indentLevel = style.indent
  if (style.shrink !== undefined) format.shrinkToFit = style.shrink
  if (style.locked !== undefined) format.protection.locked = style.locked
  if (style.border === true) for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const) draw(format.borders.getItem(side), style.borderLine ?? 'thin', style.borderColor)
  for (const [side, line] of Object.entries(style.edges ?? {})) {
    const border = format.borders.getItem(EDGES[side as keyof typeof EDGES])
    if (line === 'none') border.style = 'None'
    else draw(border, line, style.borderColor)
  }
}

/** One value for all cells of a range: Office.js takes it in place of an array, its types do not say so. */
function everywhere(value: string): string[][] {
  return value as unknown as string[][]
}

const EDGES = { top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight' } as const

function draw(border: Excel.RangeBorder, line: 'hair' | 'thin' | 'medium' | 'double', color: string | undefined): void {
  border.style = line === 'double' ? 'Double' : 'Continuous'
  if (line !== 'double') border.weight = line === 'hair' ? 'Hairline' : line === 'thin' ? 'Thin' : 'Medium'
  if (color !== undefined) border.color = color
}

const COMPARISONS = { between: 'Between', 'at-least': 'GreaterThanOrEqualTo', 'at-most': 'LessThanOrEqualTo', equal: 'EqualTo' } as const

function validate(range: Excel.Range, validation: ValidationLayout): void {
  const { dataValidation } = range
  const formula1 = `=${validation.formula}`
  const basic = {
    formula1: plainNumber(validation.formula) ?? formula1,
    ...(validation.formula2 === undefined ? {} : { formula2: plainNumber(validation.formula2) ?? `=${validation.formula2}` }),
    operator: COMPARISONS[validation.comparison ?? 'between'],
  }
  switch (validation.kind) {
    case 'list':
      dataValidation.rule = { list: { inCellDropDown: true, source: formula1 } }
      break
    case 'custom':
      dataValidation.rule = { custom: { formula: formula1 } }
      break
    case 'whole':
      dataValidation.rule = { wholeNumber: basic }
      break
    case 'decimal':
      dataValidation.rule = { decimal: basic }
      break
    case 'text-length':
      dataValidation.rule = { textLength: basic }
      break
    case 'date':
      dataValidation.rule = { date: { operator: basic.operator, formula1, ...(validation.formula2 === undefined ? {} : { formula2: `=${validation.formula2}` }) } }
  }
  if (validation.error !== undefined || validation.onError !== undefined)
    dataValidation.errorAlert = { showAlert: true, style: validation.onError === 'warning' ? 'Warning' : validation.onError === 'information' ? 'Information' : 'Stop', title: validation.errorTitle ?? '', message: validation.error ?? '' }
  if (validation.prompt !== undefined) dataValidation.prompt = { showPrompt: true, title: validation.promptTitle ?? '', message: validation.prompt }
}

function plainNumber(formula: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(formula) ? Number(formula) : null
}

function addCondition(range: Excel.Range, { formula, style, stop }: ConditionLayout): void {
  const added = range.conditionalFormats.add('Custom')
  added.custom.rule.formula = `=${formula}`
  if (style.fill !== undefined) added.custom.format.fill.color = style.fill
  if (style.color !== undefined) added.custom.format.font.color = style.color
  if (style.bold !== undefined) added.custom.format.font.bold = style.bold
  if (style.italic !== undefined) added.custom.format.font.italic = style.italic
  if (stop === true) added.stopIfTrue = true
}

function addTable(sheet: Excel.Worksheet, layout: TableLayout): void {
  const table = sheet.tables.add(rangeOf(sheet, layout.box), true)
  table.name = layout.name
  // An empty style name is "none": the cells' own styles stand.
  table.style = layout.style ?? ''
  if (layout.filter === false) table.showFilterButton = false
}
