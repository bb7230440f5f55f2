import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { cellKey, LAST_ROW } from '../core/place'
import type { Box, Place } from '../core/place'
import type { ColumnKey } from '../core/reading'
import type { SheetRow, SheetSnapshot } from '../core/snapshot'
import type { TurnedSheet } from '../core/turned'
import { isCommunityLabel } from '../vocabulary/communities'
import { rowLabel } from '../vocabulary/labels'
import { normalise } from '../vocabulary/normalise'
import type { FoundTable } from './find-tables'
import type { FilledCell } from './grid'
import { filledCells, lastColumn, rowOf } from './grid'
import { headerCell } from './header-cells'
import { ANSWERS } from './person-cards'
import { thingsOf } from './combined-cells'

/** A list read as rows although it stands on its side, with where its values really stand. */
export interface TurnedTable {
  readonly found: FoundTable
  readonly turned: TurnedSheet
}

const AREA_KEYS: readonly ColumnKey[] = ['usableArea', 'builtArea', 'area', 'officeArea', 'activityArea']
const LABELS: ReadonlySet<string> = new Set<ColumnKey>([...AREA_KEYS, 'roomOffice', 'roomPolice', 'roomMeeting', 'roomCulture', 'rooms', 'tenure', 'lease', 'demolition', 'address', 'households', 'population', 'name', 'sex', 'birth', 'age', 'id', 'education', 'politics', 'employment', 'status', 'position', 'community', 'remark'])
/** Labels that make a list of people or places; the rest may stand anywhere. */
const TELLING: ReadonlySet<string> = new Set<ColumnKey>([...AREA_KEYS, 'roomOffice', 'roomPolice', 'roomMeeting', 'roomCulture', 'rooms', 'tenure', 'birth', 'id', 'education', 'politics', 'employment'])
const FEWEST_LABELS = 3, FEWEST_TELLING = 2
const MOST_ROWS = 400, MOST_COLUMNS = 400
/** Corner words above a column of labels. */
const CORNER = /^(?:功能室|功能用房|功能室名称|用房|房间|室别|四室|用途|项目|指标|内容|类别|名称|项|指标名称|项目名称|社区|社区名称|栏目|情况|\/|\\|—+|-+)?$/

interface Label { readonly row: number; readonly column: number; readonly keys: readonly ColumnKey[]; readonly text: string }

/** Lists of a sheet on which no list in rows stands: tables on their side (one community or person a column) and forms (label beside value). */
export function turnedTables(sheet: SheetSnapshot): readonly TurnedTable[] {
  const right = lastColumn(sheet)
  if (sheet.rows.length > MOST_ROWS || right > MOST_COLUMNS || right < 2) return []
  const labels = labelsOf(sheet, right)
  if (!tells(labels)) return []
  const onSide = columnOfLabels(sheet, labels, right)
  return onSide ?? formsOf(sheet, labels, right)
}

/** Cells with a header word and, to their right, something that is none. */
function labelsOf(sheet: SheetSnapshot, right: number): readonly Label[] {
  const labels: Label[] = []
  for (let row = 1; row <= sheet.rows.length; row++) {
    const filled = filledCells({ sheet, left: 1, right }, row)
    for (const cell of filled) {
      // A label has something to its right; a title has nothing.
      if (cell === filled.at(-1) || typeof cell.value !== 'string' || cell.value.length > 30) continue
      const text = cell.value.replace(/[:：]\s*$/, ''),
        own = headerCell(text).keys,
        before = labels.at(-1)
      // 高中/群众 behind 学历/政治面貌 are its values, and not the next label.
      if (before?.row === row && SEVERAL.test(before.text) && SEVERAL.test(text)) continue
      const keys = own.length > 0 ? own : (thingsOf(text) ?? [])
      if (!keys.some(key => LABELS.has(key)) || answersLabel(labels.at(-1), row, cell)) continue
      labels.push({ row, column: cell.column, keys, text: cell.value })
    }
  }
  return labels
}

/** Several things with a mark between. */
const SEVERAL = /[/／、,，;；|+＋]/

/** 党员 and 正式 are header words too: behind 政治面貌 and 人员类别 they are values. */
function answersLabel(label: Label | undefined, row: number, cell: FilledCell): boolean {
  return label?.row === row && label.column < cell.column && label.keys.some(key => ANSWERS[key]?.(cell.value) === true)
}

function tells(labels: readonly Label[]): boolean {
  const words = new Set(labels.map(label => normalise(label.text)))
  const telling = new Set(labels.flatMap(label => label.keys.filter(key => TELLING.has(key))))
  return words.size >= FEWEST_LABELS && telling.size >= FEWEST_TELLING
}

/** A run of labels in one column with a value or more beside each: every value column is a row of the list. */
function columnOfLabels(sheet: SheetSnapshot, labels: readonly Label[], right: number): readonly TurnedTable[] | null {
  const byColumn = new Map<number, Label[]>()
  for (const label of labels) byColumn.set(label.column, [...byColumn.get(label.column) ?? [], label])
  const [column, run] = [...byColumn].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])[0] ?? [0, []]
  const first = run[0], last = run.at(-1)
  if (
    first === undefined ||
    last === undefined ||
    !tells(run) ||
    labels.length > run.length + 1 ||
    new Set(run.map(label => label.row)).size !== run.length
  )
    return null
  // A word twice in the column begins a second form.
  if (new Set(run.map(label => normalise(label.text))).size !== run.length) return null
  let top = first.row
  const above = rowOf(sheet, top - 1)
  // 功能室 above 警务室 and the like is a corner word, though it heads columns elsewhere.
  const isCorner = CORNER.test(normalise(first.text)) && heads(sheet, top, column, right)
  const isBelow = !isCorner && top > 1 && CORNER.test(normalise(String(above[column - 1] ?? ''))) && heads(sheet, top - 1, column, right)
  const headed = isCorner || isBelow
  if (isBelow) top--
  let bottom = last.row
  while (bottom < sheet.rows.length) {
    const next = rowOf(sheet, bottom + 1)[column - 1]
    if (typeof next !== 'string' || rowLabel(next) !== null || rowOf(sheet, bottom + 1).slice(column).every(value => isBlank(value))) break
    bottom++
  }
  const columns: number[] = []
  for (let at = column + 1; at <= right; at++)
    for (let row = top; row <= bottom; row++)
      if (!isBlank(rowOf(sheet, row)[at - 1])) {
        columns.push(at)
        break
      }
  if (columns.length < 2) return null
  const rows: number[] = []
  for (let row = top; row <= bottom; row++) if (!isBlank(rowOf(sheet, row)[column - 1]) || (headed && row === top)) rows.push(row)
  const words = rows.map(row => { const word = rowOf(sheet, row)[column - 1]; return headed && row === top ? '社区' : String(word ?? '') })
  const records = columns.map(at => rows.map(row => ({ row, column: at })))
  return [listOf(sheet, words, rows.map(row => ({ row, column })), records, { top, left: column, bottom, right }, 0)]
}

/** Names of communities stand above the columns, whether 社区 is written before them or not. */
function heads(sheet: SheetSnapshot, row: number, column: number, right: number): boolean {
  const values = filledCells({ sheet, left: column + 1, right }, row)
  return values.length >= 2 && values.every(({ value }) => typeof value === 'string' && headerCell(value).keys.length === 0 && /^[\u4e00-\u9fff]{2,16}$/.test(normalise(value))) && values.some(({ value }) => isCommunityLabel(normalise(String(value))))
}

/** Forms, each beginning where a label comes again: one row of the list a form. */
function formsOf(sheet: SheetSnapshot, labels: readonly Label[], right: number): readonly TurnedTable[] {
  const forms: { label: Label; value: Place }[][] = []
  let form: { label: Label; value: Place }[] = [], seen = new Set<string>()
  for (const label of labels) {
    const value = valueBeside(sheet, label, right)
    if (value === null) return []
    const word = normalise(label.text)
    if (seen.has(word)) {
      // Two forms side by side cannot be told apart by their labels.
      if (form.some(pair => pair.label.row === label.row && normalise(pair.label.text) === word)) return []
      forms.push(form)
      form = []
      seen = new Set()
    }
    seen.add(word)
    form.push({ label, value })
  }
  if (form.length > 0) forms.push(form)
  if (!forms.every(each => tells(each.map(pair => pair.label))) || forms.some(each => each.some(pair => pair.label.keys[0] === 'name' && !each.some(other => other.label.keys.some(key => AREA_KEYS.includes(key)))))) return []
  const words = [...new Map(forms.flat().map(pair => [normalise(pair.label.text), pair.label])).values()]
  const records = forms.map(pairs =>
    words.map(word => pairs.find(pair => normalise(pair.label.text) === normalise(word.text))?.value ?? null),
  )
  const first = labels[0], last = labels.at(-1)
  if (first === undefined || last === undefined) return []
  const box = { top: first.row, left: Math.min(...labels.map(label => label.column)), bottom: last.row, right }
  return [listOf(sheet, words.map(word => word.text.replace(/[:：]\s*$/, '')), words.map(({ row, column }) => ({ row, column })), records, box, 1)]
}

/** The cell behind a label, over the cells that the label is merged across; `null` when another label stands there. */
function valueBeside(sheet: SheetSnapshot, label: Label, right: number): Place | null {
  const merge = sheet.merges?.find(box => box.top <= label.row && box.bottom >= label.row && box.left === label.column)
  const column = (merge?.right ?? label.column) + 1
  if (column > right + 1) return null
  const value = rowOf(sheet, label.row)[column - 1]
  if (typeof value === 'string' && headerCell(value).keys.some(key => LABELS.has(key) && !label.keys.includes(key)) && !isCommunityLabel(normalise(value))) return null
  return { sheet: sheet.name, row: label.row, column }
}

/** The list as rows, in rows far below those of any sheet. */
export function listOf(
  sheet: SheetSnapshot,
  words: readonly string[],
  labels: readonly { row: number; column: number }[],
  records: readonly (readonly ({ row: number; column: number } | null)[])[],
  box: Box,
  number: number,
): TurnedTable {
  const base = LAST_ROW * (number + 1) + 1,
    cells = new Map<number, Place>(),
    rows: SheetRow[] = []
  const put = (row: number, places: readonly ({ row: number; column: number } | null)[]): void => {
    for (const [at, place] of places.entries())
      if (place !== null) cells.set(cellKey(row, at + 1), { sheet: sheet.name, row: place.row, column: place.column })
  }
  put(base, labels)
  rows[base - 1] = words
  for (const [index, record] of records.entries()) {
    put(base + 1 + index, record)
    rows[base + index] = record.map((place): CellValue => (place === null ? null : (rowOf(sheet, place.row)[place.column - 1] ?? null)))
  }
  const heading: FilledCell[] = []
  for (let row = 1; row < box.top; row++) heading.push(...filledCells({ sheet, left: 1, right: lastColumn(sheet) }, row))
  const { merges: _merges, hiddenRows: _hidden, ...plain } = sheet
  const list: SheetSnapshot = { ...plain, rows, formulas: new Map() }
  const header: Box = { top: base, left: 1, bottom: base, right: words.length }
  return {
    turned: { sheet: sheet.name, cells },
    found: {
      sheet: list,
      band: { sheet: list, left: 1, right: words.length },
      header,
      levels: words.map(word => (word === '' ? [] : [normalise(word)])),
      first: base + 1,
      last: base + records.length,
      repeats: new Set(),
      pageTitles: new Set(),
      heading,
      guessed: false,
      turned: box,
    },
  }
}
