import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { ColumnKey } from '../core/reading'
import { isNothing } from '../vocabulary/answers'
import { isCommunityLabel } from '../vocabulary/communities'
import { normalise, textOf } from '../vocabulary/normalise'
import { presenceOfWord } from '../vocabulary/status'
import type { SettledColumn } from './settled-column'

/**
 * Columns of a list of people that their cells explain where their headers do not: names beside ids, communities, who came and who went.
 * @param columns taken as they are settled so far, and changed
 * @returns columns that say it under a header that is not about the post: for a person to settle
 */
export function toldByCells(columns: SettledColumn[], valuesOf: (column: number) => readonly CellValue[]): readonly SettledColumn[] {
  const has = (key: ColumnKey): boolean => columns.some(column => column.key === key)
  const take = (key: ColumnKey, tells: (column: SettledColumn) => boolean): void => {
    const at = has(key) ? -1 : columns.findIndex(column => isUnread(column) && tells(column)), column = columns[at]
    if (column !== undefined) columns[at] = { ...column, key, by: 'values' }
  }
  // 网格负责人 beside ids: whoever they are, their names stand there.
  if (has('id')) take('name', ({ header, column }) => OF_PEOPLE.test(header) && areNames(valuesOf(column)))
  if (!has('name')) return []
  take('community', ({ header, column }) => !NOT_HIS_PLACE.test(header) && holdsPlaces(valuesOf(column)))
  const doubts: SettledColumn[] = []
  for (const [index, column] of columns.entries()) {
    if (!isUnread(column) || !tellsLeaving(valuesOf(column.column)) || NOT_HIS_POST.test(column.header)) continue
    if (OF_STATUS.test(column.header)) columns[index] = { ...column, key: 'status', by: 'values' }
    else doubts.push(column)
  }
  return doubts
}

const OF_PEOPLE = /(?:人|人员|员|长|者|干部|工)$/

function areNames(values: readonly CellValue[]): boolean {
  const filled = values.filter(value => !isBlank(value))
  return filled.length >= FEWEST_PLACES && filled.every(value => typeof value === 'string' && /^[\u4e00-\u9fff]{2,4}$/.test(normalise(value)) && !isCommunityLabel(value))
}

export function isUnread(column: SettledColumn): boolean {
  return column.key === null && column.candidates.length === 0
}

/** 所属组织 over 城东街道/清泉社区: whatever the header, its cells name communities and nothing else. */
function holdsPlaces(values: readonly CellValue[]): boolean {
  const filled = values.filter(value => !isBlank(value))
  return filled.length >= FEWEST_PLACES && filled.every(value => typeof value === 'string' && isCommunityLabel(value))
}
const FEWEST_PLACES = 3
/** Headers under which a community is not the one that somebody works for. */
const NOT_HIS_PLACE = /报考|应聘|志愿|拟|意向|户[籍口]|居住|住址|家庭|原|前|曾|兼|去向|调[往至]|转|挂|帮扶|包|联系|服务对象|支部|党/

/** A column that says, wherever it says anything, who is there and who has gone: 调出, 退休, 无. */
function tellsLeaving(values: readonly CellValue[]): boolean {
  const says = (value: CellValue): boolean => !isBlank(value) && !isNothing(normalise(textOf(value))) && normalise(textOf(value)) !== '无'
  const told = values.filter(says).map(value => (typeof value === 'string' ? presenceOfWord(value)?.presence ?? null : null))
  return told.length > 0 && !told.includes(null) && told.some(presence => presence === 'left' || presence === 'leave' || presence === 'seconded-out')
}
/** Headers under which such words are about the post. */
const OF_STATUS = /变[动化更]|异动|增减|进出|去留|去向|状[态况]|在[岗职]|流动|调整|人员情况/
/** Headers under which they are about somebody or something else. */
const NOT_HIS_POST = /配偶|爱人|父|母|子女|家庭|家属|亲属|原|前|曾|历|组织关系|户[籍口]|档案|兵役|服役|军|合同|社保|医保|保险|证/
