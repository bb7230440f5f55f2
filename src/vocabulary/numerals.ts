/** Chinese numerals as forms use them: 一九八五 digit by digit, 十二 and 二百零三 by place. */

const DIGITS: Readonly<Record<string, number>> = { 〇: 0, '○': 0, '０': 0, 零: 0, O: 0, o: 0, 一: 1, 壹: 1, 元: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9 }
const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }

/** 一九八五 -> 1985, 十二 -> 12, 二百零三 -> 203, 廿三 -> 23; `null` when any character is something else. */
export function chineseNumber(text: string): number | null {
  if (text === '') return null
  const word = text.replace(/廿/g, '二十').replace(/卅/g, '三十')
  if (![...word].some(char => char in PLACES)) return digitByDigit(word)
  let total = 0, digit: number | null = null
  for (const char of word) {
    const place = PLACES[char]
    if (place !== undefined) {
      total += (digit ?? 1) * place
      digit = null
      continue
    }
    const value = DIGITS[char]
    if (value === undefined || (digit !== null && digit !== 0)) return null
    digit = value
  }
  return total + (digit ?? 0)
}

function digitByDigit(word: string): number | null {
  let total = 0
  for (const char of word) {
    const value = DIGITS[char]
    if (value === undefined || char === 'O' || char === 'o' && word.length === 1) return null
    total = total * 10 + value
  }
  return total
}

/** Chinese numerals in a date text to Arabic ones: 一九八五年十二月 -> 1985年12月. Other text stays. */
export function arabicDates(text: string): string {
  if (!/[〇零○一二三四五六七八九十廿卅]/.test(text)) return text
  return text.replace(/[〇零○一二三四五六七八九十廿卅]+/g, run => {
    const value = chineseNumber(run)
    return value === null ? run : String(value)
  })
}
