import type { SheetSnapshot } from '../core/snapshot'
import { cellAt } from '../core/snapshot'
import { numberInText } from './values'

/** Units that may stand behind a number, and how many of the smallest of their kind they are. */
const UNITS = new Map<string, readonly [kind: string, factor: number]>([
  ['元', ['money', 1]], ['百元', ['money', 100]], ['千元', ['money', 1000]], ['万元', ['money', 10_000]], ['万', ['money', 10_000]], ['亿元', ['money', 100_000_000]],
  ['㎡', ['area', 1]], ['m2', ['area', 1]], ['m²', ['area', 1]], ['平方米', ['area', 1]], ['平米', ['area', 1]], ['平', ['area', 1]],
  ['人', ['people', 1]], ['名', ['people', 1]], ['户', ['households', 1]], ['个', ['pieces', 1]], ['间', ['pieces', 1]], ['套', ['pieces', 1]], ['处', ['pieces', 1]],
])

/** Words that count or measure, and are written one way. */
const MEASURES = /^(?:公?[亩顷里斤]|千?[米克瓦]|[吨升台辆件次天岁所座株棵头只张份项])$/

/** A spreadsheet keeps no more of a number: what is longer is an id, a card or a code, with a number of order in front of it perhaps. */
const MOST_DIGITS = 15

/** The number that a text in a column of numbers stands for, in the column's own unit; `null` where it is no number. */
export function numberWritten(sheet: SheetSnapshot, row: number, column: number, text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\ufeff'’]/g, '').replace(/^[¥￥]/, '')
  const match = /^([+-]?[\d.,]{1,20}%?)(m2|\D{0,4})$/.exec(plain)
  const digits = match?.[1] ?? '', number = digits.replace(/\D/g, '').length > MOST_DIGITS ? null : numberInText(digits)
  if (number === null) return null
  const unit = match?.[2] ?? ''
  if (unit === '') return number
  // 36.5元/袋: the price of one.
  const known = UNITS.get(unit) ?? UNITS.get(unit.split('/')[0] ?? '')
  if (known === undefined) return MEASURES.test(unit) ? number : null
  const own = columnUnit(sheet, row, column)
  return own !== null && own[0] === known[0] ? Number(((number * known[1]) / own[1]).toPrecision(12)) : number
}

/** The unit that the words above a cell, or a line 单位：… of the sheet, give. */
function columnUnit(sheet: SheetSnapshot, row: number, column: number): readonly [string, number] | null {
  const word = unitAbove(sheet, row, column)
  return word === null ? null : (UNITS.get(word) ?? null)
}

/** Heads of columns that the unit of the sheet's money does not hold for: shares, rates, heads, pieces, ages. */
const WITHOUT_UNIT = /占比|比例|比重|百分比|率\s*(?:[（(%％]|$)|[%％]|人\s*数|户\s*数|数\s*量|月\s*数|次\s*数|间\s*数|年\s*龄|序\s*号|增减幅/

/** The word of that unit, as written. */
export function unitAbove(sheet: SheetSnapshot, row: number, column: number): string | null {
  for (let at = row - 1; at >= Math.max(1, row - 60); at--) {
    const value = cellAt(sheet, at, column)
    if (typeof value !== 'string') continue
    const found = /[（(：:／/]\s*(亿元|万元|千元|百元|元|㎡|m2|m²|平方米|人|户)\s*(?:[)）/]|$)/.exec(value.slice(0, 60))
    if (found !== null) return found[1] ?? null
    if (WITHOUT_UNIT.test(value.slice(0, 60))) return null
  }
  for (const cells of sheet.rows.slice(0, 6)) {
    for (const value of cells) {
      const found = typeof value === 'string' ? /单位\s*[：:]\s*(亿元|万元|千元|百元|元|㎡|平方米)/.exec(value.slice(0, 80)) : null
      if (found !== null) return found[1] ?? null
    }
  }
  return null
}
