import { columnName } from '../core/place'
import type { Place } from '../core/place'
import { communityName, isCommunityLabel } from '../vocabulary/communities'
import { readStatedDay } from '../vocabulary/dates'
import { normalise } from '../vocabulary/normalise'
import type { FoundTable } from './find-tables'
import { filledCells, rowOf } from './grid'
import { headerCell } from './header-cells'
import type { Heading } from './heading'
import { columnsOf } from './settle-table'
import type { SettledTable } from './settle-table'

/** Columns on which a figure depends: only these are worth a question. */
export const MATTERS: ReadonlySet<string> = new Set(['name', 'community', 'employment', 'status', 'education', 'educationFullTime', 'educationInService', 'politics', 'birth', 'age', 'id', 'usableArea', 'builtArea', 'area', 'officeArea', 'tenure', 'demolition', 'rooms', 'sex'])

/** 2022年花名册, or the day that stands above the list. */
export function yearOf(sheetName: string, heading: Heading): number | null {
  const written = /(?:19|20)\d{2}/.exec(normalise(sheetName)) ?? /(?:19|20)\d{2}(?=年)/.exec(heading.title ?? '')
  if (written !== null) return Number(written[0])
  return heading.statedDay === null ? null : Math.floor(heading.statedDay.day / 10_000)
}

export const LIST_EMPLOYMENT = /正式(?:人员|在编)?|在编(?:人员)?|事业编制?(?:人员)?|编外(?:人员|聘用)?|非在编|聘用(?:制)?(?:人员)?|合同制(?:人员)?|临时(?:人员|工|聘用)|劳务派遣(?:人员)?|公益性岗位(?:人员)?|公益岗(?:人员)?|(?:专职|社区)?网格员(?:队伍)?/g

/** A row with a single text among the data may name a community: then nothing is taken from farther away. */
export function mayHaveSections(table: SettledTable): boolean {
  const { found } = table
  for (let row = found.first; row <= Math.min(found.last, found.first + ROWS_FOR_NAMES); row++) {
    const cells = filledCells(found.band, row), [only] = cells
    if (cells.length <= 2 && typeof only?.value === 'string' && isCommunityLabel(normalise(only.value))) return true
  }
  return false
}

export function unitOfColumns(table: SettledTable): string | null {
  const units = new Set(columnsOf(table, 'usableArea', 'builtArea', 'area', 'officeArea', 'amount', 'pay').map(column => column.unit).filter(unit => unit !== null))
  const [only] = units
  return units.size === 1 && only !== undefined ? only : null
}

const ROWS_FOR_NAMES = 300

/** Names of communities in columns that can be nothing else, to settle the others by. */
export function knownCommunities(found: readonly FoundTable[]): Set<string> {
  const known = new Set<string>()
  for (const table of found) for (const [index, levels] of table.levels.entries()) {
    if (!headerCell(levels.at(-1) ?? '').keys.includes('community')) continue
    const column = table.header.left + index
    for (let row = table.first; row <= Math.min(table.last, table.first + ROWS_FOR_NAMES); row++) {
      const value = rowOf(table.sheet, row)[column - 1]
      if (typeof value === 'string' && isCommunityLabel(normalise(value))) known.add(communityName(value).name)
    }
  }
  return known
}

const ROWS_BELOW = 12

/** The day of signing below a table: 填表日期：2023年12月31日. */
export function dayBelow(table: FoundTable): { day: number; place: Place } | null {
  const { sheet } = table
  for (let row = Math.max(table.first, table.last - ROWS_BELOW); row <= table.last; row++) {
    for (const cell of filledCells({ sheet, left: table.header.left, right: table.header.right }, row)) {
      if (typeof cell.value !== 'string' || !/(?:填表|填报|制表|统计|上报)(?:日期|时间)|截[至止]/.test(normalise(cell.value))) continue
      const day = readStatedDay(cell.value)
      if (day !== null) return { day, place: { sheet: sheet.name, row, column: cell.column } }
    }
  }
  return null
}

export function shortPlace(place: Place): string {
  return `${place.sheet}!${columnName(place.column)}${String(place.row)}`
}
