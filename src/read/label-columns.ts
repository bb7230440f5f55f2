import { isBlank } from '../core/cell'
import { AREA_KEYS } from '../core/columns'
import type { SheetSnapshot } from '../core/snapshot'
import { isCommunityLabel } from '../vocabulary/communities'
import { rowLabel } from '../vocabulary/labels'
import { normalise, textOf } from '../vocabulary/normalise'
import { filledCells, rowOf } from './grid'
import { headerCell } from './header-cells'
import { placeLine } from './place-lines'
import { sectionWords } from './section-words'
import { listOf, TELLING, tells } from './turned-list'
import type { Label, TurnedTable } from './turned-list'

/** Corner words above a column of labels. */
const CORNER = /^(?:功能室|功能用房|功能室名称|用房|房间|室别|四室|用途|项目|指标|内容|类别|名称|项|指标名称|项目名称|指标项|统计指标|社区|社区名称|栏目|情况|\/|\\|—+|-+)?$/
/** Words over a column that holds nobody's values: units, totals, remarks. */
const ASIDE = /^(?:计量单位|单位|计量|单位名|合计|总计|小计|共计|全[镇街市区县乡]|平均值?|备注|说明|备考|标准|数据来源|填报说明|指标解释|序号)$/
/** Units of measure. */
const UNIT = /^(?:平方米|平米|平方|㎡|m2|人|名|间|个|处|岁|户|元|万元|%|％|年|[-—－–/]+)$/

const NAME = /^[\u4e00-\u9fff]{2,16}$/

interface Run { readonly labels: readonly Label[]; readonly from: number; readonly to: number }

/**
 * Labels under each other in one column with a value or more beside each: every column of values is a row of the list. Where the labels come
 * again, or a line names the next community, another list begins (指标 | 数值, once a community); where they stand in the same rows of another
 * column, other communities stand beside.
 */
export function columnsOfLabels(sheet: SheetSnapshot, labels: readonly Label[], right: number): readonly TurnedTable[] | null {
  const byColumn = new Map<number, Label[]>()
  for (const label of labels) byColumn.set(label.column, [...byColumn.get(label.column) ?? [], label])
  // 面积, 产权, 四室 before the labels are groups of them.
  const isGroup = ({ row, column: at }: Label): boolean => byColumn.get(at + 1)?.some(label => label.row === row) === true
  const alone = new Map([...byColumn].map(([at, all]) => [at, all.filter(label => !isGroup(label)).length]))
  const [first, own] = [...byColumn].sort((a, b) => (alone.get(b[0]) ?? 0) - (alone.get(a[0]) ?? 0) || a[0] - b[0])[0] ?? [0, []]
  const beside = [...byColumn].filter(([at, all]) => at > first + 1 && isSame(all, own)).map(([at]) => at).sort((a, b) => a - b)
  const lists: TurnedTable[] = []
  for (const [index, column] of [first, ...beside].entries()) {
    const next = beside[index]
    const span: Span = { left: beside.length === 0 ? 1 : index === 0 ? 1 : column, column, right: next === undefined ? right : next - 1 }
    const inside = labels.filter(label => label.column >= span.left && label.column <= span.right)
    const found = listsOfSpan(sheet, inside, byColumn.get(column) ?? [], span, beside.length > 0, lists.length)
    if (found === null) return null
    lists.push(...found)
  }
  return lists
}

/** The columns of a sheet in which one column of labels and its values stand. */
interface Span { readonly left: number; readonly column: number; readonly right: number }

/** The same words in the same rows. */
function isSame(labels: readonly Label[], others: readonly Label[]): boolean {
  return labels.length === others.length && labels.every((label, at) => label.row === others[at]?.row && normalise(label.text) === normalise(others[at]?.text ?? ''))
}

function listsOfSpan(
  sheet: SheetSnapshot,
  labels: readonly Label[],
  own: readonly Label[],
  span: Span,
  hasOthers: boolean,
  before: number,
): readonly TurnedTable[] | null {
  if (new Set(own.map(label => label.row)).size !== own.length) return null
  const runs = runsOf(sheet, own, span)
  const rows = new Set(own.map(({ row }) => row))
  const others = labels.filter(label => label.column > span.column)
  // 使用面积 | 94 | 产权 | 自有: pairs beside each other are a form. 书记 behind 职务 is a value.
  if (others.some(({ row, keys }) => rows.has(row) && keys.some(key => TELLING.has(key)))) return null
  if (runs.length === 0 || !runs.every(run => tells(run.labels)) || others.length > runs.length) return null
  const lists: TurnedTable[] = []
  for (const run of runs) {
    const list = listOfRun(sheet, run, span, runs.length > 1 || hasOthers, before + lists.length)
    if (list === null) return null
    lists.push(list)
  }
  return lists
}

/** Labels until one comes again or a line of its own names a place. */
function runsOf(sheet: SheetSnapshot, own: readonly Label[], span: Span): readonly Run[] {
  const runs: { labels: Label[]; from: number; to: number }[] = []
  let seen = new Set<string>()
  for (const label of own) {
    const open = runs.at(-1), before = open?.labels.at(-1)
    const word = normalise(label.text)
    if (open === undefined || before === undefined || seen.has(word) || namedBetween(sheet, before.row, label.row, span)) {
      if (open !== undefined && before !== undefined) open.to = label.row - 1
      runs.push({ labels: [label], from: before === undefined ? 1 : before.row + 1, to: sheet.rows.length })
      seen = new Set([word])
    } else { open.labels.push(label); seen.add(word) }
  }
  return runs
}

function namedBetween(sheet: SheetSnapshot, above: number, below: number, { left, column, right }: Span): boolean {
  for (let row = above + 1; row < below; row++) {
    const cells = filledCells({ sheet, left, right }, row), [only] = cells
    if (placeLine(rowOf(sheet, row), column, right) !== null) return true
    const words = cells.length === 1 && typeof only?.value === 'string' ? sectionWords(only.value, { isKnown: () => false, bare: 'no' }) : null
    if (words !== null && words.community !== null) return true
  }
  return false
}

function listOfRun(sheet: SheetSnapshot, run: Run, span: Span, isOneOfMany: boolean, number: number): TurnedTable | null {
  const { column, right } = span
  const first = run.labels[0], last = run.labels.at(-1)
  if (first === undefined || last === undefined) return null
  let top = first.row
  // 序号 above 姓名 is a label as well, though it tells nothing.
  while (top > run.from && isMoreLabel(sheet, top - 1, column)) top--
  const fewest = isOneOfMany || asidesAt(sheet, top - 1, column, right) > 0 ? 1 : 2
  // 功能室 above 警务室 and the like is a corner word, though it heads columns elsewhere.
  const bare = ofPlaces(run.labels)
  const isCorner = isCornerAt(sheet, top, column, right) && heads(sheet, top, column, right, fewest, bare)
  const isAbove = !isCorner && top > run.from && isCornerAt(sheet, top - 1, column, right)
  const isBelow = isAbove && heads(sheet, top - 1, column, right, fewest, bare)
  const headed = isCorner || isBelow
  // 指标 | 数值 names nobody and is no line above the list either.
  const above = isAbove && !isBelow ? top - 1 : undefined
  const head = headed ? (isBelow ? top - 1 : top) : (above ?? 0)
  if (isBelow) top--
  const bottom = bottomOf(sheet, last.row, run.to, column)
  const columns: number[] = []
  let asides = 0
  for (let at = column + 1; at <= right; at++) {
    if (!isFilled(sheet, at, top, bottom)) continue
    if (isAside(sheet, at, head, head === top ? top + 1 : top, bottom)) asides++
    else columns.push(at)
  }
  if (columns.length < (isOneOfMany || asides > 0 ? 1 : 2)) return null
  const rows: number[] = []
  for (let row = top; row <= bottom; row++) if (!isBlank(rowOf(sheet, row)[column - 1]) || (headed && row === top)) rows.push(row)
  const words = rows.map(row => (headed && row === top ? '社区' : textOf(rowOf(sheet, row)[column - 1] ?? null)))
  const records = columns.map(at => rows.map(row => ({ row, column: at })))
  const lines = { from: run.from, to: above ?? top, left: span.left, right }
  const box = { top, left: column, bottom, right }, labels = rows.map(row => ({ row, column }))
  return listOf(sheet, words, labels, records, box, number === 0 ? 0 : FIRST_RUN + number, lines)
}

/** A corner word, or any word before nothing but names of communities: 调查项目 | 清泉社区 | 荷叶社区. */
function isCornerAt(sheet: SheetSnapshot, row: number, column: number, right: number): boolean {
  if (CORNER.test(normalise(textOf(rowOf(sheet, row)[column - 1] ?? null)))) return true
  const beside = filledCells({ sheet, left: column + 1, right }, row).filter(({ value }) => !ASIDE.test(normalise(textOf(value))))
  return beside.length > 1 && beside.every(({ value }) => typeof value === 'string' && isCommunityLabel(normalise(value)))
}

/** Further lists of a sheet stand below the first in rows of their own. */
const FIRST_RUN = 2

/** The last row of the list: words beside values go on below the last that is known. */
function bottomOf(sheet: SheetSnapshot, last: number, to: number, column: number): number {
  let bottom = last
  while (bottom < to) {
    const cells = rowOf(sheet, bottom + 1), next = cells[column - 1]
    if (typeof next !== 'string' || CORNER.test(normalise(next)) || cells.slice(column).every(value => isBlank(value))) break
    // 合计 below the uses of premises is the area of all of them.
    const label = rowLabel(next), isSum = label === 'total' || label === 'subtotal'
    if (label !== null && !(isSum && cells.slice(column).every(value => isBlank(value) || typeof value === 'number'))) break
    bottom++
  }
  return bottom
}

/** A header word with two values or more beside it, none of them another header word. */
function isMoreLabel(sheet: SheetSnapshot, row: number, column: number): boolean {
  const cells = rowOf(sheet, row), label = cells[column - 1], values = cells.slice(column).filter(value => !isBlank(value))
  return (
    typeof label === 'string' &&
    headerCell(label).keys.length > 0 &&
    values.length > 1 &&
    values.every(value => typeof value !== 'string' || headerCell(value).keys.length === 0) &&
    !values.some(value => typeof value === 'string' && isCommunityLabel(normalise(value)))
  )
}

function isFilled(sheet: SheetSnapshot, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row++) if (!isBlank(rowOf(sheet, row)[column - 1])) return true
  return false
}

/** A column of units, totals or remarks: by the word over it, or because it holds units and nothing else. */
function isAside(sheet: SheetSnapshot, column: number, head: number, top: number, bottom: number): boolean {
  if (head > 0 && ASIDE.test(normalise(textOf(rowOf(sheet, head)[column - 1] ?? null)))) return true
  let units = 0
  for (let row = top; row <= bottom; row++) {
    const value = rowOf(sheet, row)[column - 1] ?? null
    if (isBlank(value)) continue
    if (typeof value !== 'string' || !UNIT.test(normalise(value))) return false
    if (!/^[-—－–/]+$/.test(normalise(value))) units++
  }
  return units > 0
}

function asidesAt(sheet: SheetSnapshot, row: number, column: number, right: number): number {
  if (row < 1) return 0
  return filledCells({ sheet, left: column + 1, right }, row).filter(({ value }) => ASIDE.test(normalise(textOf(value)))).length
}

/** Labels of premises and of nobody: what stands above the columns are places. */
function ofPlaces(labels: readonly Label[]): boolean {
  const keys = new Set<string>(labels.flatMap(label => label.keys))
  return !keys.has('name') && !keys.has('community') && PLACE_KEYS.some(key => keys.has(key))
}
const PLACE_KEYS = [...AREA_KEYS, 'roomPolice', 'roomMeeting', 'roomCulture']
/** Words that stand over columns of buildings, parts, times and measures: 主楼 | 副楼, 自有 | 租赁, 现状 | 规划. */
const NO_NAME = /[楼层室厅房站栋幢租借年月期数值量度间]|中心|自[有建]|情况|内容|标准|现状|现有|规划|计划|目标|新建|面积|本级|单位|[合小总]计|备注|说明|是否|有无|其[中他它]|部分|产权|权属|用途|办公|服务|活动|第[一二三四]|[上下]级/

/**
 * Names of communities stand above the columns, whether 社区 is written before them or not.
 * @param bare bare names (石桥, 清泉) may be communities: the labels are those of premises
 */
function heads(sheet: SheetSnapshot, row: number, column: number, right: number, fewest: number, bare: boolean): boolean {
  const values = filledCells({ sheet, left: column + 1, right }, row).filter(({ value }) => !ASIDE.test(normalise(textOf(value))))
  if (values.length < fewest || !values.every(({ value }) => typeof value === 'string' && NAME.test(normalise(value)) && headerCell(value).keys.length === 0)) return false
  const names = values.map(({ value }) => normalise(textOf(value)))
  if (names.some(isCommunityLabel)) return true
  const areNames = new Set(names).size === names.length && !names.some(name => NO_NAME.test(name) || name.length > LONGEST_BARE)
  return bare && names.length > 1 && areNames
}
/** Bare names are short. */
const LONGEST_BARE = 5
