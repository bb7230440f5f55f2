import { dayOfSerial } from '../core/day'
import type { Place } from '../core/place'
import { isCommunityLabel } from '../vocabulary/communities'
import { rowLabel } from '../vocabulary/labels'
import { moneyUnit, unitLine } from '../vocabulary/money'
import { normalise } from '../vocabulary/normalise'
import { withoutNumbering } from '../vocabulary/numbering'
import { readStatedDay } from '../vocabulary/dates'
import type { FoundTable } from './found-table'
import { isPlaceLabel } from './section-words'
import { bareCommunityName, communityInText, isTownshipUnit } from './place-names'

/** 附件2：, 表一 in front of a title, or alone in its cell. */
const ATTACHMENT = /^[(]?(?:附件|附表|表)[\d一二三四五六七八九十]{0,3}[)]?[:.、]?(?=$|[\u4e00-\u9fff\d])/

/** What stands above a table, taken apart. */
export interface Heading {
  readonly title: string | null
  /** 填报单位：河南社区居委会 -> 河南社区居委会. */
  readonly reportingUnit: string | null
  /** 填报单位：北门 -> 北门社区, where the unit may be a community that is written without its suffix. */
  readonly bareReporter: string | null
  /** 万元, 元, m2: the unit that the lines or the title state for the whole table. */
  readonly unit: string | null
  /** yyyymmdd of a 截至 or 填报日期 line. */
  readonly statedDay: { readonly day: number; readonly place: Place; readonly asOf: boolean } | null
  /** Lines that are no unit, date or reporting line, the nearest to the header first: the title and what stands under it. */
  readonly titles: readonly string[]
  /** Every line, normalised, for words that tell what the table is. */
  readonly text: string
}

const REPORTING_UNIT = /^(?:填报|填表|报送|上报|编制|制表|所属|所在|单)?(?:单位|部门|社区|机构)?(?:名称)?(?:[(](?:盖章|公章|签章|章)[)])?[:：](.+)$/

export function readHeading(table: FoundTable, dateSystem: 1900 | 1904): Heading {
  let title: string | null = null, reportingUnit: string | null = null, unit: string | null = null
  let bareReporter: string | null = null
  let statedDay: Heading['statedDay'] = null
  const lines: string[] = [], titles: string[] = []
  for (const cell of joinedCells(table, dateSystem)) {
    const raw = cell.text.trim(), plain = normalise(raw)
    if (plain === '') continue
    lines.push(plain)
    // One cell may hold several lines: 填报单位：姜堰镇      日期：2023.12.31
    for (const piece of raw.split(/[\n\r]+|[\s\u3000]{3,}/)) {
      const text = normalise(piece)
      if (text === '') continue
      const measure = unitLine(text)
      if (measure !== null) unit ??= measure
      const day = readStatedDay(piece)
      if (day !== null && saysDay(text)) {
        const asOf = /截[至止]|统计时间|统计日期|时点/.test(text)
        if (statedDay === null || (asOf && !statedDay.asOf))
          statedDay = { day, place: { sheet: table.sheet.name, row: cell.row, column: cell.column }, asOf }
      }
      const body = REPORTING_UNIT.exec(text)?.[1]
      if (body !== undefined && measure === null && day === null) {
        const by = body.replace(/[(](?:盖章|公章|签章|章)[)]$/, '')
        // 填报单位：罗塘街道 over the whole and 填报单位：清泉社区 over the first block: the community says more.
        if (reportingUnit === null || (communityInText(reportingUnit) === null && communityInText(by) !== null)) reportingUnit = by
        bareReporter ??= bareName(text, body)
      }
    }
    const label = rowLabel(plain)
    const isTitle = (label === null || label === 'total' || ATTACHMENT.test(plain)) && !REPORTING_UNIT.test(plain) && plain.replace(ATTACHMENT, '') !== ''
    if (!isTitle) continue
    titles.unshift(normalise(withoutNumbering(raw.replace(ATTACHMENT, '')).rest))
    title ??= raw.replace(/[\s\u3000]+/g, '')
  }
  if (unit === null && title !== null) unit = /[(（]([^()（）]{1,4})[)）]/.exec(title)?.[1] ?? null
  if (unit !== null && moneyUnit(unit) === null && !/m2|㎡|平方米|平米|亩/.test(unit)) unit = null
  return { title, reportingUnit, bareReporter, unit, statedDay, titles, text: lines.join(' ') }
}

/** Offices and firms that fill lists in: no communities. */
const OFFICE = /[科局办室站所处部委队院校厂司会组团行店馆股署]$|中心$/

/** 社区：北门, 填报单位：北门: a bare name behind the label is a community's, as a label of its own; 填报单位：民政科 is none. */
function bareName(line: string, body: string): string | null {
  const plain = normalise(body)
  if (!/^[\u4e00-\u9fff]{2,6}$/.test(plain) || communityInText(plain) !== null || isTownshipUnit(plain)) return null
  const label = line.slice(0, line.length - body.length)
  return /社区|居委会/.test(label) || (bareCommunityName(plain) !== null && !OFFICE.test(plain)) ? plain : null
}

/** A day counts only where the line says that it is the day of the list; a year in a title is not one. */
function saysDay(text: string): boolean {
  return /截[至止]|日期|时间|填报|填表|统计|制表|时点|报表日/.test(text) || /^[(]?(?:19|20)\d{2}(?:年|[.\-/])\d{1,2}(?:月|[.\-/])(?:\d{1,2}日?)?[)]?$/.test(text)
}

/** Heading cells as texts; a label that ends in a colon takes the next cell of its row with it: 填报日期： beside a date. */
function joinedCells(table: FoundTable, dateSystem: 1900 | 1904): { text: string; row: number; column: number }[] {
  const joined: { text: string; row: number; column: number }[] = []
  for (const cell of table.heading) {
    const before = joined.at(-1)
    const waits = before?.row === cell.row && /[:：][\s\u3000]*$/.test(before.text)
    if (before?.row === cell.row && typeof cell.value === 'string' && isPlaceLabel(before.text) && isCommunityLabel(normalise(cell.value))) {
      before.text = `${before.text.replace(/[:：\s\u3000]+$/, '')}：${cell.value.trim()}`
      continue
    }
    const text = typeof cell.value === 'string' ? cell.value : typeof cell.value === 'number' && waits ? numberText(cell.value, dateSystem) : null
    if (text === null) continue
    if (waits && before !== undefined && !/[:：]/.test(text)) before.text = before.text.trimEnd() + text.trim()
    else joined.push({ text, row: cell.row, column: cell.column })
  }
  return joined
}

function numberText(value: number, dateSystem: 1900 | 1904): string {
  const day = value > 36_000 && value < 60_000 ? dayOfSerial(value, dateSystem) : null
  return day === null ? String(value) : `${String(day.year)}-${String(day.month)}-${String(day.day)}`
}
