import { isRealDay } from './day'

/** 18 characters whose seventh to fourteenth are a day on which a living person can be born. */
export function isLongId(digits: string): boolean {
  if (digits.length !== 18 || !/^(?:19|20[0-2])/.test(digits.slice(6, 9)) || digits[0] === '0' || digits.slice(0, 17).includes('X')) return false
  return isRealDay(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))
}

/** The two digits that a province has (GB/T 2260), and 99, which none has. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[19])/

/** 15 digits of before 1999 with a province and a day: one number in four hundred. */
export function isShortId(digits: string): boolean {
  return (
    digits.length === 15 &&
    PROVINCE.test(digits) &&
    isRealDay(1900 + Number(digits.slice(6, 8)), Number(digits.slice(8, 10)), Number(digits.slice(10, 12)))
  )
}
