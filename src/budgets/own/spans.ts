import { normalise } from '../../vocabulary/normalise'

const DIGITS = '一二三四五六七八九十'
const YEAR_MONTHS = 12

/** How many months of the year a label or a header is of: 3月, 三月份, 一季度, 上半年, 1-6月; `null` where it is of no part of a year. */
export function monthsIn(text: string): number | null {
  const word = normalise(text).replace(/\([^()]*\)/g, '').replace(/^第/, '').replace(/(?:合计|小计|预算数?|经费|金额|支出)$/, '')
  const run = /^(\d{1,2})月?[-~至到](\d{1,2})月份?$/.exec(word)
  if (run !== null) {
    const from = Number(run[1]), to = Number(run[2])
    return from >= 1 && to <= YEAR_MONTHS && from < to ? to - from + 1 : null
  }
  if (/^(?:[1-9]|1[0-2])月份?$/.test(word) || new RegExp(`^(?:[${DIGITS}]|十[一二])月份?$`).test(word)) return 1
  if (/^[一二三四1-4]季度?$/.test(word)) return 3
  if (/^[上下]半年度?$/.test(word)) return 6
  return word === '前三季度' ? 9 : null
}
