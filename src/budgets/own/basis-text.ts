import { add, multiply, number, scaled } from '../../formula/expression'
import { cellAt } from '../../core/snapshot'
import { normalise } from '../../vocabulary/normalise'
import type { At, Derived } from './derived'
import { placeOf } from './place'

const SCALES: Readonly<Record<string, number>> = { 元: 1, 百元: 100, 千元: 1000, 万元: 10_000 }
/** 300元/月, 12个月, 6个社区, 1.5倍; one factor names money. Bounded: a longer text is a sentence. */
const FACTOR = /^(?:每[\u4e00-\u9fff]{1,6}|按)?(\d{1,9}(?:\.\d{1,4})?)(?:([百千万]?元)(?:\/[\u4e00-\u9fff·]{1,6})?|([\u4e00-\u9fff]{1,6}))?$/
const LONGEST = 80

/** What a basis comes to that is all arithmetic, in yuan: 300元/月×12个月, also with what it comes to behind `=`; `null` where one word is none. */
export function factorsIn(text: string): readonly (readonly number[])[] | null {
  const word = normalise(text.replace(/[*＊✕]/g, '×')).replace(/[xX]/g, '×').replace(/[\s。;]/g, '').replace(/=.*$/, '')
  if (word.length > LONGEST || !/\d.*×.*\d/.test(word)) return null
  const sums = word.split('+').map(product => {
    const found = product.split('×').map(factor => FACTOR.exec(factor))
    const values = found.flatMap(each => (each === null ? [] : [Number(each[1]) * (SCALES[each[2] ?? ''] ?? 1)]))
    const money = found.filter(each => each?.[2] !== undefined).length
    return values.length === found.length && money === 1 ? values : null
  })
  const known = sums.filter(each => each !== null)
  return known.length === sums.length ? known : null
}

/** 测算依据 of a line that is a product of figures: the amount is what it comes to. */
export function byBasis({ own, line, column }: At): Derived | null {
  const { meaning } = column
  if (meaning.measure !== 'amount' || line.role !== 'leaf' || meaning.total !== null || meaning.unit?.of !== 'money') return null
  // Of several amounts nobody says which.
  if (own.columns.some(each => each !== column && each.meaning.measure === 'amount')) return null
  const bases = own.columns.filter(each => /^(?:测算|计算|支出)?(?:依据|过程|说明|标准)(?:及(?:依据|过程|说明|标准))?$/.test(each.levels.at(-1) ?? '')), [basis] = bases
  if (basis === undefined || bases.length > 1) return null
  const place = placeOf(own, line, basis), text = cellAt(own.sheet, place.row, place.column), sums = typeof text === 'string' ? factorsIn(text) : null
  if (sums === null) return null
  const terms = sums.map(values => multiply(...values.map(number))), [first, ...more] = terms
  if (first === undefined) return null
  return { term: scaled(more.length > 0 ? add(...terms) : first, 1 / meaning.unit.scale), why: 'own-product' }
}
