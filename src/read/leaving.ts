import type { CellValue } from '../core/cell'
import { readWorkDay } from '../vocabulary/work-days'
import type { SettledTable } from './settle-table'

/** 变动时间 is the day of whatever the status says. */
const OF_STATUS = /^(?:变动|异动|增减|状态变更|状态)(?:时间|日期|年月)$/
const LEAVING = /^(?:离职|离岗|离任|辞职|退休|调离|调出|解聘|离开|退出|离社区|减员)(?:时间|日期|年月)$/
/** Where nearly every row has a day, it is the day on which each will retire. */
const MOST_LEAVING = 0.7

/**
 * Columns of days on which people left.
 * @param most share of rows up to which such days take people out of the count
 */
export function leavingColumns(table: SettledTable, most = MOST_LEAVING): readonly number[] {
  return table.columns
    .filter(column => LEAVING.test(column.word) && column.filled > 0 && column.filled <= most)
    .map(column => column.column)
}

/**
 * Column in which somebody's day of leaving stands and has come; 0 when none has. A month counts from its last day on.
 * @param asOf yyyymmdd; without it any day of leaving counts
 */
export function columnLeft(
  cells: readonly CellValue[],
  columns: readonly number[],
  dateSystem: 1900 | 1904,
  asOf: number | undefined,
): number {
  for (const column of columns) {
    const day = readWorkDay(cells[column - 1] ?? null, dateSystem)
    if (day !== null && (asOf === undefined || day.to <= asOf)) return column
  }
  return 0
}

/**
 * Whether the day beside a status lies behind the judgement: who left on it is still there, and who joined on it is not yet.
 * @param asOf yyyymmdd
 */
export function isStillAhead(
  cells: readonly CellValue[],
  columns: readonly number[],
  dateSystem: 1900 | 1904,
  asOf: number | undefined,
): boolean {
  const days = columns.map(column => readWorkDay(cells[column - 1] ?? null, dateSystem)).filter(day => day !== null)
  return asOf !== undefined && days.length > 0 && days.every(day => day.from > asOf)
}

/** Columns of the days on which what the status says came to be. */
export function statusDays(table: SettledTable): readonly number[] {
  return table.columns.filter(column => OF_STATUS.test(column.word)).map(column => column.column)
}
