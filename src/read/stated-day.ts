import { dayText } from '../core/day'
import type { Place } from '../core/place'
import type { ReadNotice } from '../core/snapshot'
import { readStatedDay } from '../vocabulary/dates'
import type { FoundTable } from './found-table'
import { headerCell } from './header-cells'
import type { Heading } from './heading'
import { dayBelow } from './list-facts'

interface Day {
  /** yyyymmdd. */
  readonly day: number
  readonly place: Place
  /** 截至, and no day of filling in. */
  readonly asOf: boolean
  readonly staff: boolean
  /** How near it stands to the ages: 3 in their header, 2 in another header, 1 above the list, 0 in the sheet's name. */
  readonly near: number
}

export interface StatedDay {
  readonly stated: { readonly day: number; readonly place: Place } | null
  readonly notices: readonly ReadNotice[]
}

const SAYS = /截[至止]/

/**
 * The day that the workbook states for its lists: 截至 in a header's bracket, above a list, in a sheet's name; else a day of filling in; else one below.
 * Where rosters state several, the nearest to the ages is taken and that is said.
 */
export function statedDayOf(found: readonly FoundTable[], headings: readonly Heading[]): StatedDay {
  const days: Day[] = []
  for (const [index, table] of found.entries()) {
    if (table.sheet.visibility !== 'visible') continue
    const staff = table.levels.some(levels => headerCell(levels.at(-1) ?? '').keys.includes('name'))
    days.push(...inHeader(table, staff))
    const stated = headings[index]?.statedDay
    if (stated !== null && stated !== undefined) days.push({ ...stated, staff, near: 1 })
    const named = dayIn(table.sheet.name)
    if (named !== null)
      days.push({
        day: named,
        place: { sheet: table.sheet.name, row: table.header.top, column: table.header.left },
        asOf: true,
        staff,
        near: 0,
      })
  }
  if (days.length === 0) for (const table of found) {
    const below = dayBelow(table)
    if (below !== null && table.sheet.visibility === 'visible') { days.push({ ...below, asOf: false, staff: true, near: 0 }); break }
  }
  days.sort((a, b) => Number(b.staff) - Number(a.staff) || Number(b.asOf) - Number(a.asOf) || b.near - a.near)
  const [first] = days
  if (first === undefined) return { stated: null, notices: [] }
  const others = [...new Set(days.filter(day => day.staff).map(day => dayText(day.day)))]
  const notices: readonly ReadNotice[] = others.length > 1 ? [{ key: 'notice.days-disagree', params: { days: others.join('、'), used: dayText(first.day) } }] : []
  return { stated: { day: first.day, place: first.place }, notices }
}

/** 年龄（截至2023年6月30日）. */
function inHeader(table: FoundTable, staff: boolean): Day[] {
  const days: Day[] = []
  for (const [index, levels] of table.levels.entries()) for (const text of levels) {
    const day = dayIn(text)
    if (day === null) continue
    const aged = headerCell(text).keys.some(key => key === 'age' || key === 'birth')
    days.push({
      day,
      place: { sheet: table.sheet.name, row: table.header.bottom, column: table.header.left + index },
      asOf: true,
      staff,
      near: aged ? 3 : 2,
    })
    break
  }
  return days
}

function dayIn(text: string): number | null {
  const at = SAYS.exec(text)?.index
  if (at === undefined) return null
  // 截至202306 is the end of June.
  return readStatedDay(text.slice(at).replace(/[)）\]】].*$/, '').replace(/((?:19|20)\d{2})(\d{2})(?!\d)/, '$1年$2月'))
}
