/**
 * Would Excel take this text for something else when it is written to a cell: a formula, a number, a date, a truth value, an error?
 * Texts without any digit or leading mark are safe; with one it depends on the language of Excel, so they are all written as text.
 */
export function needsText(text: string): boolean {
  return /[\p{N}〇零一二三四五六七八九十]/u.test(text) || /^[\s]*[=+\-@'#%¥$￥＝＋－＠]/.test(text) || /^\s*(true|false|真|假)\s*$/i.test(text)
}
