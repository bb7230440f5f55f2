import type { TableLayout } from '../../core/change'
import { boxName, parseBox } from '../../core/place'
import type { Box } from '../../core/place'
import { textXml } from './cell-xml'
import { fileFormula } from './file-formula'
import { TextEdits, attribute, child, escapeAttribute, escapeText, parseTree } from './xml-tree'

/** The part of a new table. @param id unique among the workbook's tables */
export function newTableXml(table: TableLayout, id: number): string {
  const columns = table.columns.map((column, i) => {
    // A line break in a header stands as an escape in the name of the column.
    const name = escapeAttribute(column.name.replace(/\r?\n/g, '_x000a_'))
    const formula = column.formula === undefined ? '' : `<calculatedColumnFormula>${escapeText(fileFormula(column.formula))}</calculatedColumnFormula>`
    return `<tableColumn id="${i + 1}" name="${name}"${formula === '' ? '/>' : `>${formula}</tableColumn>`}`
  })
  const ref = boxName(table.box)
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${escapeAttribute(table.name)}" displayName="${escapeAttribute(table.name)}" ref="${ref}" totalsRowShown="0">` +
    `${table.filter === false ? '' : `<autoFilter ref="${ref}"/>`}<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>` +
    `${table.style === undefined ? '' : `<tableStyleInfo name="${escapeAttribute(textXml(table.style))}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>`}</table>`
  )
}

export interface TableFacts {
  readonly part: string
  readonly source: string
  readonly id: number
  readonly name: string
  readonly box: Box
  readonly hasTotals: boolean
}

export function tableFacts(source: string, part: string): TableFacts | undefined {
  const root = parseTree(source, part).children.find(node => node.name === 'table')
  const box = root === undefined ? null : parseBox(attribute(root, 'ref') ?? '')
  if (root === undefined || box === null) return undefined
  return { part, source, id: Number(attribute(root, 'id') ?? 0), name: attribute(root, 'displayName') ?? '', box, hasTotals: Number(attribute(root, 'totalsRowCount') ?? 0) > 0 }
}

/** The table's part with a new last row. */
export function grownTable(table: TableFacts, bottom: number): string {
  const edits = new TextEdits(table.source), root = parseTree(table.source, table.part).children.find(node => node.name === 'table')
  if (root === undefined) return table.source
  edits.setAttribute(root, 'ref', boxName({ ...table.box, bottom }))
  const filter = child(root, 'autoFilter'), filterBox = filter === undefined ? null : parseBox(attribute(filter, 'ref') ?? '')
  if (filter !== undefined && filterBox !== null && filterBox.bottom === table.box.bottom) edits.setAttribute(filter, 'ref', boxName({ ...filterBox, bottom }))
  return edits.toString()
}

/** Ranges of validations and conditional formats that ended with the table end with it again. */
export function grownRanges(tail: string, part: string, tables: readonly { readonly box: Box; readonly bottom: number }[]): string {
  // The tail may start with the end of the cells, and ends with the end of the sheet: what lies between is a tree of its own.
  const start = tail.startsWith('</') ? tail.indexOf('>') + 1 : 0, head = tail.slice(0, start)
  const end = tail.lastIndexOf('</')
  const body = tail.slice(start, end), edits = new TextEdits(body)
  const visit = (nodes: ReturnType<typeof parseTree>['children']): void => {
    for (const node of nodes) {
      if (node.name === 'dataValidation' || node.name === 'conditionalFormatting') {
        const before = attribute(node, 'sqref')
        if (before !== undefined) {
          const after = before.split(/\s+/).map(range => grownRange(range, tables)).join(' ')
          if (after !== before) edits.setAttribute(node, 'sqref', after)
        }
      }
      visit(node.children)
    }
  }
  visit(parseTree(body, part).children)
  return head + edits.toString() + tail.slice(end)
}

function grownRange(range: string, tables: readonly { readonly box: Box; readonly bottom: number }[]): string {
  const box = parseBox(range)
  const table =
    box === null
      ? undefined
      : tables.find(({ box: own }) => box.bottom === own.bottom && box.top > own.top && box.left >= own.left && box.right <= own.right)
  return box === null || table === undefined ? range : boxName({ ...box, bottom: table.bottom })
}
