import type { CellValue } from '../core/cell'

/** Marks that stand for "nothing" or "not known" in a column of numbers. They are no words that would make the row a heading. */
const PLACEHOLDER = /^(?:[-–—−―_=~·.…*×xX/\\\s\u00a0]+|n\/?a\.?|n\/appl\.?|nil|none|nd|na|tbd|无|空|待填|待定|\(?[a-zA-Z0-9]\)?|[a-zA-Z]{1,2})$/i

export type DecimalMark = '.' | ','

const POINT = /^(\(?)\s*([-–−+]?)\s*[¥$€£￥]?\s*([-–−]?)(\d{1,3}(?:[,，  ' ]\d{3})+|\d+)?(\.\d+)?\s*(%?)\s*(\)?)$/
const COMMA = /^(\(?)\s*([-–−+]?)\s*[¥$€£￥]?\s*([-–−]?)(\d{1,3}(?:[.  ' ]\d{3})+|\d+)?(,\d+)?\s*(%?)\s*(\)?)$/

/** Most texts are words. */
const DIGIT = /\d/

/** A number typed as text: `12.50`, `1,234`, `5 448`, `(12)`, `84.2%`. `NaN` for anything else; a percentage comes as its number before the sign. */
export function numberInText(text: string, mark: DecimalMark): number {
  if (text.length > 28 || !DIGIT.test(text)) return Number.NaN
  const match = (mark === '.' ? POINT : COMMA).exec(text.trim())
  if (match === null) return Number.NaN
  const [, open = '', sign = '', inner = '', whole, fraction, , close = ''] = match
  if ((whole === undefined && fraction === undefined) || (open === '(') !== (close === ')')) return Number.NaN
  const digits = (whole ?? '0').replace(/[^\d]/g, '') + (fraction ?? '').replace(',', '.')
  const value = Number(digits)
  const negative = open === '(' || (sign !== '' && sign !== '+') || inner !== ''
  return negative ? -value : value
}

/** Which mark the texts of a sheet use for decimals: a comma with one, two or more than three digits behind it is one. */
export function decimalMark(texts: Iterable<string>): DecimalMark {
  let commas = 0, points = 0
  for (const text of texts) {
    if (text.length > 20) continue
    if (/^[-–−]?\d{1,3}(?:[  ]\d{3})*,(?:\d{1,2}|\d{4,})%?$/.test(text.trim())) commas++
    else if (/\d\.\d/.test(text) || /^\d{1,3}(?:,\d{3}){2,}$/.test(text)) points++
  }
  return commas > points ? ',' : '.'
}

export function isPlaceholder(value: CellValue): boolean {
  return typeof value === 'string' && value.length <= 12 && PLACEHOLDER.test(value.trim())
}

/** Decimals that a value shows when it is written out, at most 6; dust of binary sums is cut. */
export function decimalsOf(value: number): number {
  let scaled = Math.abs(value)
  if (scaled > 1e12) return 0
  for (let decimals = 0; decimals < 6; decimals++, scaled *= 10)
    if (Math.abs(scaled - Math.round(scaled)) < 1e-7 * Math.max(1, scaled * 1e-6)) return decimals
  return 6
}
