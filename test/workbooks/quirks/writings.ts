import type { CellValue } from '../../../src/core/cell'
import { two } from '../people'

const HAN = '〇一二三四五六七八九'
const han = (value: number) => [...String(value)].map(digit => HAN.charAt(Number(digit))).join('')
const hanMonth = (month: number) => (month < 10 ? HAN.charAt(month) : `十${month === 10 ? '' : HAN.charAt(month - 10)}`)
const wide = (text: string) => text.replace(/[\d.]/g, char => (char === '.' ? '．' : String.fromCharCode(char.charCodeAt(0) + 0xfee0)))
export const ymd = (year: number, month: number, day: number) => year * 10_000 + month * 100 + day

/** Days from 1899-12-30, counted year by year. */
function serialOf(year: number, month: number, day: number): number {
  const leap = (each: number) => (each % 4 === 0 && each % 100 !== 0) || each % 400 === 0
  let days = 1
  for (let each = 1900; each < year; each++) days += leap(each) ? 366 : 365
  const months = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  for (let each = 1; each < month; each++) days += months[each - 1] ?? 0
  return days + day
}

/** The cell and the birth that it tells, as yyyymmdd. */
type BirthWriter = (year: number, month: number, day: number, age: number) => readonly [CellValue, number]
/** Ways in which a birth is written. */
export const BIRTH_STYLES: readonly [BirthWriter, ...BirthWriter[]] = [
  (y, m) => [`${y}.${two(m)}`, ymd(y, m, 1)], (y, m) => [`${y}年${m}月`, ymd(y, m, 1)], (y, m, d) => [`${y}-${two(m)}-${two(d)}`, ymd(y, m, d)], (y, m, d) => [`${y}年${m}月${d}日`, ymd(y, m, d)], (y, m, d) => [serialOf(y, m, d), ymd(y, m, d)], (y, m, d) => [ymd(y, m, d), ymd(y, m, d)], (y, m) => [y * 100 + m, ymd(y, m, 1)],
  (y, m) => [`${String(y).slice(2)}.${two(m)}`, ymd(y, m, 1)], (y, m) => [`${y}.${two(m)}（${2023 - y}岁）`, ymd(y, m, 1)], (y, m) => [`${han(y)}年${hanMonth(m)}月`, ymd(y, m, 1)], (y, m) => [wide(`${y}.${two(m)}`), ymd(y, m, 1)], (y, m, d) => [`${y}/${m}/${d}`, ymd(y, m, d)], (y, m, d) => [`${y}-${two(m)}-${two(d)} 00:00:00`, ymd(y, m, d)], (y, m) => [`${y}，${two(m)}`, ymd(y, m, 1)], (y, m) => [`${y} 年 ${m} 月生`, ymd(y, m, 1)], (y, m) => [`${y}/${two(m)}`, ymd(y, m, 1)], (y, m, d) => [`${y}.${m}.${d}`, ymd(y, m, d)],
]
