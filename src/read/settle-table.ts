import { EDUCATION_KEYS, isAreaKey } from '../core/columns'
import { columnName } from '../core/place'
import type { CellValue } from '../core/cell'
import { isBlank } from '../core/cell'
import type { TableMapping } from '../core/mapping'
import type { ColumnKey } from '../core/reading'
import { isNothing } from '../vocabulary/answers'
import { readEducation } from '../vocabulary/education'
import { readEmployment } from '../vocabulary/employment'
import { normalise } from '../vocabulary/normalise'
import { readPolitics } from '../vocabulary/politics'
import { unfold } from './combined-cells'
import type { FoundTable } from './found-table'
import { rowOf } from './grid'
import { joinColumns } from './joined-columns'
import type { ColumnCandidate } from './match-columns'
import { toldColumns } from './mapping'
import { matchColumns } from './match-columns'
import { isTownshipUnit } from './place-names'
import { roomListColumn } from './room-columns'
import { answeredKind, tickGroups } from './ticks'
import type { TickGroup } from './ticks'
import { fitOf, filledOf, settleByValuesAlone, settleColumn } from './settle'
import type { Settled, SettleContext } from './settle'
import type { SettledColumn } from './settled-column'
import { isUnread, toldByCells } from './told-by-cells'

/** A table with the meaning of each of its columns. */
export interface SettledTable {
  readonly found: FoundTable
  readonly columns: readonly SettledColumn[]
  /** Columns that are one together: 正式 | 聘用 with ticks. */
  readonly ticks: readonly TickGroup[]
  /** The column of the sheet that a column behind its last was taken from: one of several things in a cell. */
  readonly origin: ReadonlyMap<number, number>
  /** Columns that could not be settled and may matter. */
  readonly doubts: readonly ColumnDoubt[]
}

export interface ColumnDoubt {
  readonly column: number
  readonly header: string
  readonly candidates: readonly ColumnKey[]
  readonly doubt: 'ambiguous' | 'contradicted' | 'unlabelled'
}

const ROWS_SAMPLED = 200
const SUM = /^[\s\u3000]*[小合总共][\s\u3000]*计/
/** Keys that several columns of one table may carry together. */
const SHARED_KEYS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([...EDUCATION_KEYS, 'politics', 'employment', 'status', 'pay', 'insurance', 'amount', 'count', 'unitPrice', 'remark', 'approved', 'actual', 'vacant', 'position', 'lease', 'payer', 'source', 'year', 'phone', 'hired', 'joined', 'school', 'certificate', 'address', 'home', 'item', 'principal', 'planYear', 'partyJoined', 'rooms'])

/** Values of a column in the first data rows. Rows with a single cell are section names and notes, rows of 小计 are sums: neither says anything about columns. */
export function sampleRows(table: FoundTable): (readonly CellValue[])[] {
  const rows: (readonly CellValue[])[] = []
  for (let row = table.first; row <= table.last && rows.length < ROWS_SAMPLED; row++) {
    if (table.repeats.has(row) || table.pageTitles.has(row)) continue
    const cells = rowOf(table.sheet, row)
    let filled = 0, first: CellValue = null
    for (let column = table.header.left, end = Math.min(table.header.right, cells.length); column <= end; column++) {
      const value = cells[column - 1] ?? null
      if (isBlank(value)) continue
      if (filled === 0) first = value
      filled++
    }
    // Counts under ticks and words are sums and no values of the column.
    if (typeof first === 'string' && SUM.test(first)) continue
    if (filled >= 2) rows.push(cells)
  }
  return rows
}

export function settleTable(
  read: FoundTable,
  context: SettleContext,
  mapping: TableMapping | undefined,
  answer: (column: number) => string | undefined,
): SettledTable {
  const told = (column: number): boolean =>
    answer(column) !== undefined || Object.values(mapping?.columns ?? {}).includes(columnName(column))
  const joined = joinColumns(read, matchColumns(read))
  const { found, candidates, origin: parted, unclear } = unfold(joined.found, joined.candidates, sampleRows(joined.found), told, context)
  const origin = joined.origin.size === 0 ? parted : new Map([...joined.origin, ...parted])
  const rows = sampleRows(found)
  const valuesOf = (column: number): CellValue[] => rows.map(cells => cells[column - 1] ?? null)
  const doubts: ColumnDoubt[] = []
  const columns: SettledColumn[] = candidates.map(candidate => {
    const values = valuesOf(candidate.column),
      things = unclear.get(candidate.column)
    const settled: Settled = things === undefined ? settleColumn(candidate, values, context) : { key: null, by: 'none', doubt: 'ambiguous' }
    if (things !== undefined) doubts.push({ column: candidate.column, header: candidate.header, candidates: things, doubt: 'ambiguous' })
    else if (settled.doubt !== null)
      doubts.push({ column: candidate.column, header: candidate.header, candidates: candidate.candidates, doubt: settled.doubt })
    return { ...base(candidate), key: settled.key, by: settled.by, filled: rows.length === 0 ? 0 : filledOf(values) / rows.length }
  })
  keepOne(columns, valuesOf, context)
  // Looked up for each key of each column without a header: thousands of those stand in some sheets.
  let keys = new Set(columns.map(column => column.key))
  const has = (key: ColumnKey): boolean => keys.has(key)
  const educated = EDUCATION_KEYS.some(has)
  for (const [index, column] of columns.entries()) {
    if (column.header !== '' || column.filled === 0) continue
    const key = settleByValuesAlone(valuesOf(column.column), wanted => (wanted === 'education' ? !educated : !has(wanted)), context)
    if (key === null || !has('name')) continue
    columns[index] = { ...column, key, by: 'values' }
    keys = new Set(columns.map(each => each.key))
  }
  if (has('name'))
    for (const wanted of BY_ITS_WORDS) {
      if (wanted === 'education' ? EDUCATION_KEYS.some(has) : has(wanted)) continue
      const telling = columns.filter(
        column => isUnread(column) && !OF_OTHERS.test(column.header) && saysOnly(wanted, valuesOf(column.column)),
      )
      const [only] = telling
      if (only === undefined || telling.length > 1) continue
      columns[columns.indexOf(only)] = { ...only, key: wanted, by: 'values' }
      keys = new Set(columns.map(each => each.key))
    }
  const ticks = has('name') ? tickGroups(columns, rows) : []
  for (const group of ticks)
    for (const { column: at } of group.columns) {
      const index = columns.findIndex(column => column.column === at),
        column = columns[index]
      if (column !== undefined) columns[index] = { ...column, key: group.key, by: 'values' }
    }
  const answered =
    has('name') && ticks.every(group => group.key !== 'employment')
      ? columns.findIndex(column => column.column === answeredKind(columns, rows))
      : -1
  const kind = columns[answered]
  if (kind !== undefined) columns[answered] = { ...kind, key: 'employment', by: 'values', word: `是否${kind.word}`, yesNo: true }
  const said = has('name') && kind === undefined && ticks.every(group => group.key !== 'employment') && !columns.some(({ key }) => key === 'employment')
  const remark = said ? columns.findIndex(column => column.key === 'remark' && tellsKind(valuesOf(column.column))) : -1,
    kinds = columns[remark]
  if (kinds !== undefined) columns[remark] = { ...kinds, key: 'employment', by: 'values' }
  for (const { column, header } of toldByCells(columns, valuesOf)) doubts.push({ column, header, candidates: ['status'], doubt: 'ambiguous' })
  const at = roomListColumn(columns, valuesOf),
    listed = columns[at]
  if (listed !== undefined) columns[at] = { ...listed, key: 'rooms', by: 'values' }
  applyMapping(columns, mapping, answer)
  const open = doubts.filter(doubt => columns.find(column => column.column === doubt.column)?.by !== 'mapping')
  return { found, columns, ticks, doubts: open, origin }
}

function base(candidate: ColumnCandidate): Omit<SettledColumn, 'key' | 'by' | 'filled'> {
  return {
    column: candidate.column,
    header: candidate.header,
    unit: candidate.unit,
    word: candidate.word,
    yesNo: candidate.yesNo,
    candidates: candidate.candidates,
  }
}

/** Of several columns with one meaning the one whose values fit best keeps it; the first wins a tie. */
function keepOne(columns: SettledColumn[], valuesOf: (column: number) => CellValue[], context: SettleContext): void {
  const seen = new Map<ColumnKey, { index: number; fit: number }>()
  for (const [index, column] of columns.entries()) {
    if (column.key === null || (SHARED_KEYS.has(column.key) && !hasTime(column.header))) continue
    const values = valuesOf(column.column)
    // 单位 = 姜堰镇 beside 社区 = 河南社区: the column of the town is not the one that tells communities.
    const towns = column.key === 'community' ? values.filter(value => typeof value === 'string' && isTownshipUnit(normalise(value))).length / Math.max(1, filledOf(values)) : 0
    const fit = (fitOf(column.key, values, column.word, context) ?? -1) + Math.min(column.filled, 0.5) - towns
    const other = seen.get(column.key)
    if (other === undefined) { seen.set(column.key, { index, fit }); continue }
    // 办公用房 / 面积 beside 活动用房 / 面积, and a total beside both: who reads the areas adds them or holds them against each other.
    if (isAreaKey(column.key) && yearIn(column.header) === yearIn(columns[other.index]?.header ?? '')) continue
    const later = yearIn(column.header) - yearIn(columns[other.index]?.header ?? '')
    const loser = later > 0 || (later === 0 && fit > other.fit + 0.05) ? other.index : index
    const lost = columns[loser]
    if (lost !== undefined) columns[loser] = { ...lost, key: null, by: 'none' }
    if (loser === other.index) seen.set(column.key, { index, fit })
  }
}


/** 党派团体 over 中共党员, 群众, 共青团员: whatever the header, the words below it have one meaning. */
const BY_ITS_WORDS = ['politics', 'education'] as const
/** 配偶政治面貌, 入职前学历, 拟聘学历要求: not his, or not his today. */
const OF_OTHERS = /配偶|爱人|父|母|子女|家庭|家属|亲属|联系|培养|推荐|介绍|原|前|曾|初始|拟|要求|标准|上年|去年|目标|报考|党员|支部|类别/
function saysOnly(key: (typeof BY_ITS_WORDS)[number], values: readonly CellValue[]): boolean {
  const filled = values.filter(value => !isBlank(value))
  const told = filled.filter(value => {
    const { note } = key === 'politics' ? readPolitics(value, '') : readEducation(value)
    return typeof value === 'string' && note === null && !isNothing(value)
  })
  return told.length >= 2 && filled.length >= values.length * MOSTLY && told.length >= filled.length * MOSTLY
}

/** 备注 under which nearly every row says 正式 or 聘用 is where the kind is written. */
function tellsKind(values: readonly CellValue[]): boolean {
  const filled = values.filter(value => !isBlank(value))
  const told = filled.filter(value => {
    const { employment, note } = typeof value === 'string' ? readEmployment(value, '') : { employment: 'unknown', note: null }
    return (employment === 'formal' || employment === 'contracted') && note === null
  })
  return filled.length >= values.length * MOSTLY && told.length >= filled.length * NEARLY_ALL && told.length > 1
}
const MOSTLY = 0.6, NEARLY_ALL = 0.8

/** 人员类别 / 2022年: of several such columns only the latest tells what is. */
function hasTime(header: string): boolean {
  return header.includes(' / ') && yearIn(header) < 10_000 || /\/ ?(?:本年|今年|当年|现在|目前|当前|年[底末]|期末|变动后|调整后)/.test(header)
}

/** 2022年面积 | 2023年面积: the later year tells today's figure. A header without a year goes before any with one. */
function yearIn(header: string): number {
  const year = /(?:^|\/ ?)((?:19|20)\d{2})(?:年|$)/.exec(header)?.[1]
  if (year !== undefined) return Number(year)
  return /(?:^|\/ ?)(?:上年|去年|上一年|原|年初|期初|变动前|调整前)/.test(header) ? 0 : 10_000
}

function applyMapping(columns: SettledColumn[], mapping: TableMapping | undefined, answer: (column: number) => string | undefined): void {
  for (const [index, column] of columns.entries()) {
    const told = answer(column.column)
    if (told !== undefined) columns[index] = { ...column, key: told === 'none' ? null : told as ColumnKey, by: 'mapping' }
  }
  for (const [key, at] of toldColumns(mapping, columns)) {
    for (const [index, column] of columns.entries()) {
      if (column.column === at) columns[index] = { ...column, key, by: 'mapping' }
      else if (column.key === key && column.by !== 'mapping') columns[index] = { ...column, key: null, by: 'none' }
    }
  }
}

/** 党员 | 群众 over numbers are counts of a summary and no column of words. */
export function withoutCounts(table: SettledTable): SettledTable {
  const rows = sampleRows(table.found)
  const columns = table.columns.map(column => {
    if (column.key === null || !WORD_KEYS.has(column.key) || column.by === 'mapping') return column
    const numbers = rows.filter(cells => typeof cells[column.column - 1] === 'number').length
    return numbers > 0 && numbers >= rows.length / 2 ? { ...column, key: null, by: 'none' as const } : column
  })
  return { ...table, columns }
}

const WORD_KEYS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['politics', ...EDUCATION_KEYS, 'employment', 'status', 'sex', 'position', 'age', 'community', 'name'])

/** Columns of a key, in sheet order. */
export function columnsOf(table: SettledTable, ...keys: readonly ColumnKey[]): SettledColumn[] {
  return table.columns.filter(column => column.key !== null && keys.includes(column.key))
}

export function columnOf(table: SettledTable, key: ColumnKey): SettledColumn | undefined {
  return table.columns.find(column => column.key === key)
}

export function hasKey(table: SettledTable, ...keys: readonly ColumnKey[]): boolean {
  return table.columns.some(column => column.key !== null && keys.includes(column.key))
}

/** Columns of a key that stand for themselves, ticks under several words left out. */
export function aloneColumns(table: SettledTable, ...keys: readonly ColumnKey[]): SettledColumn[] {
  const ticked = new Set(table.ticks.flatMap(group => group.columns.map(({ column }) => column)))
  return columnsOf(table, ...keys).filter(column => !ticked.has(column.column))
}

/** The column of the sheet in which a column's values stand. */
export function sheetColumn(table: SettledTable, column: number): number {
  return table.origin.get(column) ?? column
}
