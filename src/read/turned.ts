import { AREA_KEYS, isAreaKey, ROOM_KEYS } from '../core/columns'
import type { Place } from '../core/place'
import type { ColumnKey } from '../core/reading'
import type { SheetSnapshot } from '../core/snapshot'
import { isCommunityLabel } from '../vocabulary/communities'
import { normalise, textOf } from '../vocabulary/normalise'
import type { FilledCell } from './grid'
import { filledCells, lastColumn, rowOf } from './grid'
import { headerCell } from './header-cells'
import { ANSWERS } from './person-cards'
import { thingsOf } from './combined-cells'
import { columnsOfLabels } from './label-columns'
import { listOf, tells } from './turned-list'
import type { Label, TurnedTable } from './turned-list'
const LABELS: ReadonlySet<string> = new Set<ColumnKey>([...AREA_KEYS, ...ROOM_KEYS, 'tenure', 'lease', 'demolition', 'address', 'households', 'population', 'name', 'sex', 'birth', 'age', 'id', 'education', 'politics', 'employment', 'status', 'position', 'community', 'remark'])
const MOST_ROWS = 400, MOST_COLUMNS = 400

/** Lists of a sheet on which no list in rows stands: tables on their side (one community or person a column) and forms (label beside value). */
export function turnedTables(sheet: SheetSnapshot): readonly TurnedTable[] {
  const right = lastColumn(sheet)
  if (sheet.rows.length > MOST_ROWS || right > MOST_COLUMNS || right < 2) return []
  const labels = labelsOf(sheet, right)
  if (!tells(labels)) return []
  const onSide = columnsOfLabels(sheet, labels, right)
  return onSide ?? formsOf(sheet, labels, right)
}

/** Cells with a header word and, to their right, something that is none. */
function labelsOf(sheet: SheetSnapshot, right: number): readonly Label[] {
  const labels: Label[] = []
  for (let row = 1; row <= sheet.rows.length; row++) {
    const filled = filledCells({ sheet, left: 1, right }, row)
    // 项目 | 人员1 | 人员2 heads the columns, and labels nothing.
    if (filled.length > 1 && filled.slice(1).every(({ value }) => PERSON_NUMBER.test(normalise(textOf(value))))) continue
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

const PERSON_NUMBER = /^(?:(?:人员|成员|职工|员工|姓名)(?:\d{1,3}|[一二三四五六七八九十]{1,3})|第(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:人|位))$/

/** Several things with a mark between. */
const SEVERAL = /[/／、,，;；|+＋]/

/** 党员 and 正式 are header words too: behind 政治面貌 and 人员类别 they are values. */
function answersLabel(label: Label | undefined, row: number, cell: FilledCell): boolean {
  return label?.row === row && label.column < cell.column && label.keys.some(key => ANSWERS[key]?.(cell.value) === true)
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
  if (!forms.every(each => tells(each.map(pair => pair.label))) || forms.some(each => each.some(pair => pair.label.keys[0] === 'name' && !each.some(other => other.label.keys.some(isAreaKey))))) return []
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
