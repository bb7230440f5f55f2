/** How a line is numbered: two lines of one style stand on one level. */
export type NumberingStyle = '' | '一、' | '（一）' | '1、' | '（1）' | '①' | '第一' | 'A、'

export interface Numbered {
  /** What stands behind the number, as written. */
  readonly rest: string
  readonly style: NumberingStyle
}

const HAN = '[\\u4e00-\\u9fff]'
const CHINESE = '[一二三四五六七八九十百]{1,3}'
/** With a mark between number and name. Full-width digits and brackets count. */
const MARKED: readonly (readonly [RegExp, NumberingStyle])[] = [
  [/^[①-⑳⓪㉑-㊿⑴-⒇⒈-⒛㈠-㈩❶-❿]+[、.．:：\s\u3000]*/u, '①'],
  [new RegExp(`^第(?:${CHINESE}|[0-9０-９]{1,3})(?:部分|部份|篇|章|节|类|项)?[、.．，,:：]\\s*|^第(?:${CHINESE}|[0-9０-９]{1,3})(?:部分|部份|篇|章|节)[\\s\\u3000]*`), '第一'],
  [new RegExp(`^[(（〔【[]\\s*${CHINESE}\\s*[)）〕】\\]][、.．,，]?[\\s\\u3000]*`), '（一）'],
  [/^[(（〔【[]\s*[0-9０-９]{1,3}\s*[)）〕】\]][、.．,，]?[\s\u3000]*/, '（1）'],
  [new RegExp(`^${CHINESE}[、.．,，:：)）][\\s\\u3000]*`), '一、'],
  [/^[0-9０-９]{1,3}[、.．,，:：)）\-_][\s\u3000]*(?![0-9０-９])/, '1、'],
  [/^(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[A-Za-zＡ-Ｚ])[、.．,，:：)）][\s\u3000]*/u, 'A、'],
]
/** With nothing but white space between: 第一 清泉社区, 一 清泉社区, 3 清泉社区. */
const SPACED = new RegExp(`^(?:第\\s?)?(?:${CHINESE}|[0-9０-９]{1,3})[\\s\\u3000]+(?=${HAN}{2})`)

/**
 * Takes the number off a line: 一、 （一） 1. (1) ① 第一部分 Ⅰ、, also when only white space parts it from the name.
 * A name that is spaced out (三 水 社 区) and a number that is the name's own (三水社区) stay.
 * @param text as written: white space tells a number from a name
 */
export function withoutNumbering(text: string): Numbered {
  const raw = text.trim()
  for (const [pattern, style] of MARKED) {
    const match = pattern.exec(raw)
    if (match !== null && match[0].length < raw.length) return { rest: raw.slice(match[0].length), style }
  }
  const spaced = SPACED.exec(raw)
  return spaced === null ? { rest: raw, style: '' } : { rest: raw.slice(spaced[0].length), style: raw.startsWith('第') ? '第一' : '一、' }
}
