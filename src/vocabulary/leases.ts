import type { CellValue } from '../core/cell'
import { dayOfSerial, daysInMonth, isRealDay, ymd } from '../core/day'
import { normalise } from './normalise'
import { arabicDates } from './numerals'

const FIRST_YEAR = 1990, LAST_YEAR = 2099
/** Serials that can be the end of a lease: 1996 to 2064. */
const FIRST_SERIAL = 35_000, LAST_SERIAL = 60_000
const LONGEST = 60
const DATE = /((?:19|20)\d{2})(?:年|[./-])?(?:(1[0-2]|0?[1-9])(?![\d.]*(?:万|元|㎡|m2|平|间|年))(?:月|[./-]|(?!\d)))?(?:(3[01]|[12]\d|0?[1-9])(?:日|号|(?!\d)))?/g
const COMPACT = /((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?(?!\d)/g
const BEFORE = /(?:至|到|期|止|为|(?:到期|截止|终止|期满)日|[-~—–:：])$/
const BEHIND = /^(?:底|末)?(?:租约|租赁|租期|合同|协议)?(?:到期|期满|届满|止|终止|截止|为止|结束|满)/
const BEGINS = /^(?:起|开始|入驻|签订|签|租入|始)/

/**
 * The day on which a lease ends, `yyyymmdd`, the last day of a month or a year that stands alone; 0 where the cell tells of none.
 * Of two dates the later one ends it; 2020年起 tells of a beginning.
 * @param sure the column is one of ends of leases: then a date alone is enough
 */
export function leaseEnd(value: CellValue, dateSystem: 1900 | 1904, sure = true): number {
  if (typeof value === 'number') return sure ? endOfNumber(value, dateSystem) : 0
  if (typeof value !== 'string' || value.length > LONGEST) return 0
  const text = writtenOut(arabicDates(normalise(value.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?\s*$/, ''))), sure)
  let end = 0
  for (const pattern of [COMPACT, DATE]) {
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(0, match.index), behind = text.slice(match.index + match[0].length)
      if (BEGINS.test(behind)) continue
      if (!sure && !BEFORE.test(before) && !BEHIND.test(behind)) continue
      end = Math.max(
        end,
        lastDay(Number(match[1]), match[2] === undefined ? null : Number(match[2]), match[3] === undefined ? null : Number(match[3])),
      )
    }
    if (end !== 0) return end
  }
  return end
}

const SAME_YEAR = /((?:19|20)\d{2})(?:年|[./])(\d{1,2})(?:月(?:(\d{1,2})日)?|[./](\d{1,2}))?[-~—–至到](?=(?:1[0-2]|0?[1-9])(?:月|[./]\d{1,2}(?!\d)|(?![\d./年万元㎡m平间个])))/g
const HALF_YEAR = /((?:19|20)\d{2})年?(?:上半年|年?中(?![\u4e00-\u9fff]))/g
/** 24.6.30, 23.7-24.6: nothing but days with short years, from 2015. */
const SHORT_DAYS = /^(?:(?:1[5-9]|[2-5]\d)[./]\d{1,2}(?:[./]\d{1,2})?[-~—–至到]?){1,2}(?:止|到期)?$/
const SHORT_YEAR = /(?<![\d.])(1[5-9]|[2-5]\d)(?=年(?:\d{1,2}月|底|末))/g

/** What clerks leave out, written out: 2023年1-12月 ends in December of 2023, 24年6月 is 2024, 上半年 ends in June. */
function writtenOut(text: string, sure: boolean): string {
  const whole = text
    .replace(SAME_YEAR, (_all, year: string, month: string, day?: string, dotted?: string) => `${year}年${month}月${day ?? dotted ?? ''}至${year}年`)
    .replace(HALF_YEAR, '$1年6月')
  if (!sure) return whole
  return SHORT_DAYS.test(whole) ? whole.replace(/(?<![\d./])(?=\d{2}[./])/g, '20') : whole.replace(SHORT_YEAR, '20$1')
}

function endOfNumber(value: number, dateSystem: 1900 | 1904): number {
  if (Number.isInteger(value)) {
    if (value >= 19_900_101 && value <= 20_991_231) return lastDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100)
    if (value >= 199_001 && value <= 209_912) return lastDay(Math.floor(value / 100), value % 100, null)
    if (value >= FIRST_YEAR && value <= LAST_YEAR) return lastDay(value, null, null)
    if (value >= FIRST_SERIAL && value <= LAST_SERIAL) {
      const day = dayOfSerial(value, dateSystem)
      return day === null ? 0 : ymd(day.year, day.month, day.day)
    }
    return 0
  }
  const year = Math.floor(value), month = Math.round((value - year) * 100)
  // 2024.1 is January or October: nothing has ended before the later one.
  return year >= FIRST_YEAR && year <= LAST_YEAR ? lastDay(year, month === 10 || month > 12 ? 10 : month, null) : 0
}

function lastDay(year: number, month: number | null, day: number | null): number {
  if (year < FIRST_YEAR || year > LAST_YEAR) return 0
  if (month === null) return ymd(year, 12, 31)
  if (month < 1 || month > 12) return 0
  return day !== null && isRealDay(year, month, day) ? ymd(year, month, day) : ymd(year, month, daysInMonth(year, month))
}
