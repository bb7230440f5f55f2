import { isBlank } from '../../core/cell'
import type { CellValue } from '../../core/cell'
import type { Box } from '../../core/place'
import type { Reading, TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot, Snapshot } from '../../core/snapshot'
import { normalise } from '../../vocabulary/normalise'
import { statedIn } from './column-numbers'
import { columnMeaning, lineMeaning } from './meaning'
import type { ColumnMeaning } from './meaning'
import { byNeighbours } from './neighbours'
import type { OwnPlaces } from './places'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'
import { tableMeaning } from './table-meaning'

/** Labels with a measure and a unit that a form must have, so that no list of words is taken for one. */
const LEAST_LABELS = 3
const MOST_ROWS = 200
const MOST_COLUMNS = 40

interface Label {
  readonly row: number
  readonly column: number
  readonly text: string
}

/**
 * Forms without a header: a label and beside it the cell of its figure, once or several times in a row (正式人员（人） | 12 | 聘用人员（人） | 8). Every
 * label is a measure of its own, so that the same arithmetic holds as in a table with one line.
 */
export function forms(snapshot: Snapshot, reading: Reading, ours: ReadonlySet<string>, places: OwnPlaces): OwnTable[] {
  const communities = new Map(reading.communities.map(community => [community.name, community.index]))
  const isList = (table: TableReading): boolean => table.counted && (table.kind === 'staff' || table.kind === 'premises')
  return snapshot.sheets.flatMap(sheet => {
    const tables = reading.tables.filter(table => table.sheet === sheet.name)
    if (sheet.visibility !== 'visible' || ours.has(sheet.name) || tables.some(isList)) return []
    return blocksOf(sheet, tables).flatMap(labels => formOf(sheet, labels, tables, places, communities))
  })
}

/** Whether a table that was read lies on a form: its header is a row of the form's. */
export function isPartOf(form: OwnTable, table: TableReading): boolean {
  const bottom = table.body?.bottom ?? table.header.bottom
  return form.sheet.name === table.sheet && table.header.top <= form.body.bottom && bottom >= form.body.top
}

function formOf(
  sheet: SheetSnapshot,
  labels: readonly Label[],
  tables: readonly TableReading[],
  places: OwnPlaces,
  communities: ReadonlyMap<string, number>,
): OwnTable[] {
  const [first] = labels, last = labels.at(-1)
  if (first === undefined || last === undefined) return []
  const at = labels.map(each => each.column), left = Math.min(...at), right = Math.max(...at) + 1
  const body: Box = { left, right, top: first.row, bottom: last.row }
  const table: TableReading = {
    index: tables[0]?.index ?? -1, kind: 'other', sheet: sheet.name, hidden: false, counted: false,
    title: titleAbove(sheet, first.row),
    header: { ...body, bottom: body.top }, body, columns: [], rowsRead: 0, skipped: [], unit: null, reason: null,
  }
  const meaning = tableMeaning(table, sheet, 0, places, communities)
  // Numbers two apart: the cells do not lie side by side.
  const each = labels.map((label, at): OwnColumn => {
    const text = label.text.replace(/^[\s　]*(?:其中[:：]?)?/, '').replace(/[:：]\s*$/, ''), level = normalise(text)
    return {
      column: 2 * at + 1, header: label.text.trim(), levels: [level], number: null, stated: statedIn(level),
      meaning: columnMeaning([text], meaning, places),
      at: { row: label.row, column: label.column + 1 },
    }
  })
  const columns = byNeighbours(each, () => false, meaning.unit)
  // Each label once, and most of them measures.
  const measured = columns.filter(column => isMeasured(column.meaning)).length
  const different = new Set(columns.map(column => column.levels[0])).size
  if (measured < LEAST_LABELS || measured * 2 < columns.length || different < columns.length) return []
  const line: OwnLine = {
    row: 0, label: sheet.name, role: 'leaf', parent: -1, isOfWhich: false, children: [], community: -1, year: null, group: null,
    meaning: lineMeaning('', true, null, places),
  }
  return [{ table, sheet, body, labelColumn: -1, columns, lines: [line], meaning, kind: 'lines', isTurned: true }]
}

/** The label says what is measured and in what. */
function isMeasured({ measure, unit, blocks }: ColumnMeaning): boolean {
  if (blocks.length > 0 || measure === null || measure === 'text') return false
  return unit !== null || measure === 'communities' || measure === 'persons'
}

/** Runs of rows in which every text stands before a blank or a number, in the same columns. */
function blocksOf(sheet: SheetSnapshot, tables: readonly TableReading[]): Label[][] {
  const blocks: Label[][] = []
  let open: Label[] = [], columns = ''
  const close = (): void => {
    if (open.length > 0 && !hasHeader(sheet, open, tables)) blocks.push(open)
    open = []
  }
  for (let row = 1; row <= Math.min(sheet.rows.length, MOST_ROWS) + 1; row++) {
    const labels = labelsOf(sheet, row), at = (labels ?? []).map(label => label.column).join()
    const fits = labels !== null && labels.length > 0 && (open.length === 0 || columns === at || columns.startsWith(`${at},`))
    if (!fits) close()
    if (labels === null || labels.length === 0) continue
    if (open.length === 0) columns = at
    open.push(...labels)
  }
  close()
  return blocks
}

/** The labels of a row, or `null` where a text or a number stands that is no label and no label's figure. */
function labelsOf(sheet: SheetSnapshot, row: number): Label[] | null {
  const labels: Label[] = []
  let last = -1
  for (let column = 1; column <= Math.min(MOST_COLUMNS, sheet.rows[row - 1]?.length ?? 0); column++) {
    const value = cellAt(sheet, row, column)
    if (isBlank(value)) continue
    if (typeof value === 'number') {
      if (last !== column - 1) return null
      continue
    }
    if (typeof value !== 'string' || last === column - 1 || isMerged(sheet, row, column)) return null
    labels.push({ row, column, text: value })
    last = column
  }
  return labels
}

/** A title, or a label whose figure lies inside the same merge. */
function isMerged(sheet: SheetSnapshot, row: number, column: number): boolean {
  return sheet.merges?.some(box => box.top <= row && box.bottom >= row && box.left <= column && box.right > column) === true
}

/** Words stand over the figures, right above them or in the header of the table that was read there: it is read as such. */
function hasHeader(sheet: SheetSnapshot, labels: readonly Label[], tables: readonly TableReading[]): boolean {
  const top = Math.min(...labels.map(label => label.row)), columns = [...new Set(labels.map(label => label.column + 1))]
  const above = tables.filter(({ header, body }) => header.bottom < top && (body?.bottom ?? 0) >= top).map(({ header }) => header.bottom)
  const isHeader = (row: number): boolean =>
    columns.some(column => typeof cellAt(sheet, row, column) === 'string' && cellAt(sheet, row, column - 1) !== null && !isOfWhom(cellAt(sheet, row, column - 1)))
  return [top - 1, top - 2, ...above].some(row => row >= 1 && isHeader(row))
}

/** 社区名称 | 东湾社区 | 填报日期 | 2024年12月31日: says of whom and when the form is, and stands over no figures. */
function isOfWhom(label: CellValue): boolean {
  return typeof label === 'string' && /^(?:(?:社区|居委会|村居|单位|填报单位|编报单位)(?:名称|全称)?|(?:填报|填表|编制|上报|制表)?(?:日期|时间|人)|所属(?:镇|街道|镇街)|联系人|联系电话|负责人)[:：]?$/.test(label.replace(/[\s　]/g, ''))
}

function titleAbove(sheet: SheetSnapshot, row: number): string | null {
  for (let above = 1; above < row; above++) {
    const value = sheet.rows[above - 1]?.find(cell => typeof cell === 'string' && cell.trim() !== '')
    if (typeof value === 'string') return value
  }
  return null
}
