import { isCommunityLabel } from '../vocabulary/communities'
import { readEmployment } from '../vocabulary/employment'

/** A date, an id, a telephone number: values, not header words. 2022年决算数 is a header word. */
export function hasDigits(text: string): boolean {
  return /\d{6}|\d{3,4}[.\-/]\d|\d{4}年\d/.test(text)
}

/** （岁） or （元） under a header word belongs to it. */
export const UNIT_ALONE = /^[([【][^()[\]【】]{1,12}[)\]】]$/

/** （岁）, and not 【清泉社区】 or （正式人员） in the first row of the list. */
export function isUnitAlone(text: string): boolean {
  if (!UNIT_ALONE.test(text)) return false
  const inner = text.slice(1, -1)
  return !isCommunityLabel(inner) && readEmployment(inner, '').employment === 'unknown'
}

const MARKS = /^(?:\(?\d{1,2}\)?(?:=.*)?|[甲乙丙丁戊己庚辛壬癸]|[A-Z]|[一二三四五六七八九十]{1,3}|栏次)$/

/** 1 2 3 …, 甲 乙 丙 …, A B C …: numbers of columns, as statistics sheets print them. */
export function isColumnMark(texts: readonly string[]): boolean {
  return texts.length >= 2 && texts.every(text => MARKS.test(text))
}
