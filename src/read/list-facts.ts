import { columnName } from '../core/place'
import type { Place } from '../core/place'
import type { Presence } from '../core/reading'
import { communityName, isCommunityLabel } from '../vocabulary/communities'
import { readStatedDay } from '../vocabulary/dates'
import { normalise } from '../vocabulary/normalise'
import type { FoundTable } from './found-table'
import { filledCells, rowOf } from './grid'
import { headerCell } from './header-cells'
import type { Heading } from './heading'
import { communityInText } from './place-names'
import { sectionWords } from './section-words'
import { columnsOf } from './settle-table'
import type { SettledTable } from './settle-table'

/** Columns on which a figure depends: only these are worth a question. */
export const MATTERS: ReadonlySet<string> = new Set(['name', 'community', 'employment', 'status', 'education', 'educationFullTime', 'educationInService', 'politics', 'birth', 'age', 'id', 'usableArea', 'builtArea', 'area', 'officeArea', 'tenure', 'demolition', 'rooms', 'sex'])

/** A year, perhaps with a month or a part of the year: 2022年花名册, 2023年6月, 202306, 2023年上半年. */
const YEAR_AND_MONTH = /((?:19|20)\d{2})(?:年(?:度)?|[.\-/])?(?:(1[0-2]|0?[1-9])(?=月|$|\D)|(上半年|下半年|[一二三四]季度|[年]?[初中底末](?![\u4e00-\u9fff])))?/
const MONTH_ALONE = /(?:^|\D)(1[0-2]|0?[1-9])月/
const PARTS: Readonly<Record<string, number>> = {
  上半年: 6, 下半年: 12, 一季度: 3, 二季度: 6, 三季度: 9, 四季度: 12, 初: 1, 年初: 1, 中: 6, 年中: 6, 底: 12, 年底: 12, 末: 12, 年末: 12, 期初: 1, 期末: 12,
}
const PART_ALONE = /年初|年中|年底|年末|期初|期末|[上下]半年|[一二三四]季度/

/**
 * When a list was drawn up, by its sheet's name, its title, or the day above it: year x 100 + month, the last month where only a year is told,
 * the month alone where no year is; `null` when nothing is told.
 */
export function timeOf(sheetName: string, heading: Heading): number | null {
  const name = normalise(sheetName)
  const written = YEAR_AND_MONTH.exec(name) ?? /((?:19|20)\d{2})年(?:(1[0-2]|0?[1-9])月|(上半年|下半年|[一二三四]季度|[初中底末]))?/.exec(normalise(heading.title ?? ''))
  const month = MONTH_ALONE.exec(name)?.[1] ?? PARTS[PART_ALONE.exec(name)?.[0] ?? '']
  if (written !== null) return Number(written[1]) * 100 + Number(written[2] ?? PARTS[written[3] ?? ''] ?? month ?? 12)
  if (heading.statedDay !== null) return Math.floor(heading.statedDay.day / 100)
  return month === undefined ? null : Number(month)
}

/** 已故人员 right above the list, or as its sheet's name: the status of everybody in it. 在职人员 says nothing that is not assumed. */
export function listPresence(heading: Heading, sheetName: string): Presence | null {
  for (const text of [heading.titles[0] ?? '', sheetName]) {
    const presence = text === '' ? null : sectionWords(text, { isKnown: () => false, bare: 'no' })?.presence ?? null
    if (presence !== null && presence !== 'present') return presence
  }
  return null
}

export const LIST_EMPLOYMENT = /正式(?:人员|在编)?|在编(?:人员)?|事业编制?(?:人员)?|编外(?:人员|聘用)?|非在编|聘用(?:制)?(?:人员)?|合同制(?:人员)?|临时(?:人员|工|聘用)|劳务派遣(?:人员)?|公益性岗位(?:人员)?|公益岗(?:人员)?|(?:专职|社区)?网格员(?:队伍)?/g

/** A row with a single text among the data may name a community: then nothing is taken from farther away. */
const LONGEST_HEADING = 40
export function mayHaveSections(table: SettledTable): boolean {
  const { found } = table
  for (let row = found.first; row <= Math.min(found.last, found.first + ROWS_FOR_NAMES); row++) {
    const cells = filledCells(found.band, row), [only] = cells
    if (cells.length > 2 || typeof only?.value !== 'string' || only.value.length > LONGEST_HEADING) continue
    const plain = normalise(only.value)
    if (isCommunityLabel(plain) || communityInText(plain) !== null) return true
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
