import type { CellValue } from '../core/cell'
import { normalise } from './normalise'
import { breaksDigits } from './numbers-apart'

const COUNTED = '(?:人|名|位|户|个|间|处|套|元|万元|㎡|m2|平方米|平米|岁|所|家|栋|幢|座|条|份|次|天|月|个月|年|%)?'
const PLAIN = new RegExp(`^(?:[:=约])?[¥$]?([-−–]?)(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)${COUNTED}$`)

/** A plain number, also as text, full width, with thousands separators or a counted noun: 12,500.00, 68人, 1200户. `null` otherwise. */
export function readNumber(value: CellValue): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || breaksDigits(value)) return null
  const word = normalise(value)
  const bracketed = /^\((\d[\d,.]*)\)$/.exec(word)
  const text = bracketed === null ? word : `-${bracketed[1] ?? ''}`
  const match = PLAIN.exec(text.replace(/，/g, ','))
  if (match === null) return null
  const number = Number((match[2] ?? '').replace(/,/g, ''))
  if (!Number.isFinite(number)) return null
  return match[1] === '' || match[1] === undefined ? number : -number
}

/** A share as 0..1: 80, 80%, 0.8, 百分之八十 is not used in sheets. Numbers above 1.5 are percent. */
export function readShare(value: CellValue): number | null {
  if (typeof value === 'string') {
    const match = /^([-−]?\d+(?:\.\d+)?)(?:%|‰)$/.exec(normalise(value))
    if (match !== null) return Number((match[1] ?? '').replace('−', '-')) / (normalise(value).endsWith('‰') ? 1000 : 100)
  }
  const number = readNumber(value)
  if (number === null) return null
  return Math.abs(number) > 1.5 ? number / 100 : number
}
