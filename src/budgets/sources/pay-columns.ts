import type { CellValue } from '../../core/cell'
import type { TableReading } from '../../core/reading'
import { understand } from '../../vocabulary/budget-words'
import type { PayPart } from '../../vocabulary/budget-words'
import { normalise } from '../../vocabulary/normalise'

/** A list with pay in it: its columns and the rows of its people. */
export interface PayList {
  readonly table: Pick<TableReading, 'columns' | 'title' | 'unit'>
  readonly rows: readonly number[]
  rawAt(row: number, column: number): CellValue
}

/** A column of pay and how many yuan a year one of it is. */
export interface PayColumn {
  readonly column: number
  readonly factor: number
  /** What of the pay it is; `pay` where its header says no more. */
  readonly part: PayPart
  /** The list says what is paid each month. */
  readonly isMonthly: boolean
}

const PAID = /工资|绩效|津贴|补贴|奖|薪|报酬|待遇|社保|社会保险|五险|公积金|保险|养老|医疗|失业|工伤|生育|单位缴|单位承担|单位部分|应发|人员经费|年收入|误餐|取暖|福利费|职业年金|加班/
/** Taken off or paid by the person: no cost of the office. */
const NOT_COST = /个人|扣|实发|代缴|税|卡号|账号|时间|基数|比例|档案|是否|级别|等级|档次|身份|性质|类别|号/
const ONCE = /十三|第13|13薪|年终|一次性|年度奖|年度考核|全年/
/** Rows that are looked at to tell columns of money and their sums. */
export const MOST_ROWS = 400

/**
 * The columns whose sum is what a person costs a year: pay, allowances, the employer's insurance, each by the month or the year as its
 * header says. A column that is the sum of those before it takes their place. `null` where a header does not say for how long.
 */
export function payColumns(list: PayList): readonly PayColumn[] | null {
  const found = settledColumns(list)
  return found === null ? null : withoutParts(list, found)
}

/** The same without the sums: each part of the pay by itself. */
export function payParts(list: PayList): readonly PayColumn[] | null {
  const found = settledColumns(list)
  return found === null ? null : withoutSums(list, found)
}

function settledColumns(list: PayList): readonly PayColumn[] | null {
  const found: { column: number; period: 'month' | 'year' | null; scale: number; months: number; part: PayPart }[] = []
  for (const column of list.table.columns) {
    const header = normalise(column.header)
    if (column.key !== 'pay' && column.key !== 'insurance' && !((column.key === null || column.key === 'amount') && PAID.test(header))) continue
    if (NOT_COST.test(header) || !hasNumbers(list, column.column)) continue
    const text = `${header}${column.unit ?? ''}`, words = understand(text)
    const unit = words.said.findLast(said => said.unit?.of === 'money')?.unit ?? understand(list.table.unit ?? '').said.findLast(said => said.unit?.of === 'money')?.unit
    const period = ONCE.test(header) ? 'year' : /月/.test(text.replace(/\d+个?月/g, '')) ? 'month' : /年/.test(text) ? 'year' : null
    found.push({
      column: column.column,
      period,
      scale: unit?.scale ?? 1,
      months: words.said.find(said => said.months !== undefined)?.months ?? 12,
      part: words.said.findLast(said => said.part !== undefined)?.part ?? (column.key === 'insurance' ? 'insurance' : 'pay'),
    })
  }
  const stated = new Set(found.map(each => each.period).filter(period => period !== null)), [only] = stated
  // 年工资 beside 单位社保: what is not said is as what is.
  const title = normalise(`${list.table.title ?? ''}`), byTitle = /月工资|月报酬|工资月|(?<!\d)(?:[1-9]|1[0-2])月(?!\d{1,2}日)/.test(title) ? 'month' : /年工资|年报酬|年度工资|年薪/.test(title) ? 'year' : undefined
  const settled = found.map(each => ({ ...each, period: each.period ?? (stated.size === 1 ? only : byTitle) }))
  if (settled.length === 0 || settled.some(each => each.period === undefined)) return null
  return settled.map(each => ({ column: each.column, factor: each.scale * (each.period === 'month' ? each.months : 1), part: each.part, isMonthly: each.period === 'month' && each.months === 12 }))
}

function hasNumbers(list: PayList, column: number): boolean {
  return list.rows.slice(0, MOST_ROWS).some(row => typeof list.rawAt(row, column) === 'number')
}

/** Columns that are the sum of a run of columns before them stand for these. */
function withoutParts<Column extends { readonly column: number }>(list: PayList, columns: readonly Column[]): Column[] {
  const kept: Column[] = []
  for (const column of columns) {
    let from = kept.length
    for (let at = kept.length - 1; at >= 0; at--)
      if (
        kept.length - at >= 2 &&
        isSum(
          list,
          column.column,
          kept.slice(at).map(each => each.column),
        )
      )
        from = at
    kept.splice(from)
    kept.push(column)
  }
  return kept
}

/** Without the columns that are the sum of a run before them. */
function withoutSums<Column extends { readonly column: number }>(list: PayList, columns: readonly Column[]): Column[] {
  return columns.filter((column, index) => {
    for (let from = 0; from < index - 1; from++)
      if (isSum(list, column.column, columns.slice(from, index).map(each => each.column))) return false
    return true
  })
}

function isSum(list: PayList, total: number, parts: readonly number[]): boolean {
  let rows = 0
  for (const row of list.rows.slice(0, MOST_ROWS)) {
    const value = list.rawAt(row, total)
    if (typeof value !== 'number') continue
    let sum = 0
    for (const part of parts) {
      const each = list.rawAt(row, part)
      if (typeof each === 'number') sum += each
    }
    if (Math.abs(sum - value) > 0.005) return false
    rows++
  }
  return rows > 0
}
