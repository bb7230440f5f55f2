import type { CellValue } from '../core/cell'
import { dayOfSerial, ymd } from '../core/day'
import { readStatedDay } from '../vocabulary/dates'
import { normalise, textOf } from '../vocabulary/normalise'
import type { SettledTable } from './settle-table'

const LEAVING = /^(?:离职|离岗|离任|辞职|退休|调离|调出|解聘|离开)(?:时间|日期|年月)$/
/** Where nearly every row has a day, it is the day on which each will retire. */
const MOST_LEAVING = 0.7

/** Columns of days on which people left. */
export function leavingColumns(table: SettledTable): readonly number[] {
  return table.columns.filter(column => LEAVING.test(column.word) && column.filled > 0 && column.filled <= MOST_LEAVING).map(column => column.column)
}

/**
 * Somebody's day of leaving has come.
 * @param asOf yyyymmdd; without it any day of leaving counts
 */
export function hasLeft(cells: readonly CellValue[], columns: readonly number[], dateSystem: 1900 | 1904, asOf: number | undefined): boolean {
  for (const column of columns) {
    const day = dayIn(cells[column - 1] ?? null, dateSystem)
    if (day !== null && (asOf === undefined || day <= asOf)) return true
  }
  return false
}

/** yyyymmdd of a cell that holds a day of work and no birth: a serial, 2023.06, 2023年6月; the last day where only a month is told. */
function dayIn(value: CellValue, dateSystem: 1900 | 1904): number | null {
  if (typeof value === 'number' && value > 20_000 && value < 60_000) {
    const day = dayOfSerial(value, dateSystem)
    return day === null ? null : ymd(day.year, day.month, day.day)
  }
  const text = normalise(textOf(value))
  // Eight and six digits are parted for the reader of days.
  return text === '' ? null : readStatedDay(text.replace(/^(\d{4})(\d{2})(\d{2})?$/, (_all, year: string, month: string, day?: string) => [year, month, ...(day === undefined ? [] : [day])].join('.')))
}
